package web

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// Whoever writes a feed or a page decides where this program connects to. So that nobody
// reaches a router, a cloud's metadata or a neighbour's database through it, each address
// is checked when a connection to it is made, after its name was resolved: a name that
// leads elsewhere the next time is checked again.

// errPrivate says that an address is not one of the public web.
var errPrivate = errors.New("is an address of a private network, which is not read unless STORYBOT_PRIVATE_ADDRESSES allows it")

// reserved are the ranges beyond those that netip knows that no public site is in, from the
// registries of special-purpose addresses of IANA (RFC 6890 and its successors).
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // carrier-grade NAT; metadata of Alibaba
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), // documentation
	netip.MustParsePrefix("192.88.99.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), // benchmarks
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("168.63.129.16/32"), // metadata of Azure
	netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2001::/23"), // Teredo and other protocols
	netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("2002::/16"),    // 6to4 holds an address of IPv4
	netip.MustParsePrefix("64:ff9b::/96"), // so does NAT64
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("::/96"),
	netip.MustParsePrefix("fec0::/10"),
}

// isPublic says whether an address may belong to a public site.
func isPublic(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() {
		return false
	}
	for _, p := range reserved {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// transport returns what makes requests; a guarded one checks every address that it
// connects to.
func (c *Client) transport(guarded bool) http.RoundTripper {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	proxy := c.options.Proxy
	if guarded {
		dialer.Control = c.check
		proxy = nil
	}
	return &http.Transport{
		Proxy: proxy, DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
		TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: c.options.Timeout, IdleConnTimeout: 30 * time.Second,
		MaxIdleConnsPerHost: 2, MaxResponseHeaderBytes: 64 << 10,
	}
}

// check is called with each address before a connection to it is made.
func (c *Client) check(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%s: %w", address, err)
	}
	if !c.allowed(at.Addr()) {
		return errPrivate
	}
	return nil
}

// checkURL returns an error for an address that is not one of the web, or is one of a
// private network by what it says.
func (c *Client) checkURL(u *url.URL) error {
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("is no http or https address")
	case host == "":
		return errors.New("has no host")
	case u.User != nil:
		return errors.New("has a user name in it")
	}
	if a, err := netip.ParseAddr(host); err == nil && !c.allowed(a) {
		return errPrivate
	}
	if !c.options.Private && isLocalName(host) && !c.allowed(netip.IPv6Loopback()) {
		return errPrivate
	}
	return nil
}

// localNames are the ends of names that no public site has (RFC 6761, 6762, 8375; the last
// is what clouds call their metadata).
var localNames = strings.Fields(".localhost .local .home.arpa .lan .intranet .corp .internal")

// isLocalName says whether a name is one of a private network.
func isLocalName(host string) bool {
	if host == "localhost" {
		return true
	}
	for _, end := range localNames {
		if strings.HasSuffix(host, end) {
			return true
		}
	}
	return false
}

// roundTrip makes one request, through a proxy where there is one for it.
func (c *Client) roundTrip(r *http.Request) (*http.Response, error) {
	if c.options.Proxy != nil {
		if proxy, err := c.options.Proxy(r); err == nil && proxy != nil {
			return c.proxied.RoundTrip(r)
		}
	}
	return c.direct.RoundTrip(r)
}
