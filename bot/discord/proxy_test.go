package discord

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// asProgram is the variable of the environment that makes the test binary the bot: the
// settings of a proxy are read once in a process.
const asProgram = "STORYBOT_DISCORD_TEST_PROGRAM"

// program runs the bot as a command would, with nothing but a token, until its standard
// input ends.
func program() {
	ctx, stop := context.WithCancel(context.Background())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	if err := Run(ctx, &canned{slow: make(chan struct{})}, Options{Token: fakeToken, Log: log}); err != nil {
		log.Error("ended", "error", err)
		os.Exit(1)
	}
}

func TestRunsUntouchedBehindAProxyWithItsOwnRoots(t *testing.T) {
	t.Parallel()
	f := unstarted(t)
	f.gatewayURL = "wss://gateway.discord.gg/ws"
	pair, roots := certificate(t, "discord.com", "gateway.discord.gg")
	f.server.TLS = &tls.Config{Certificates: []tls.Certificate{pair}}
	f.server.StartTLS()
	proxy := httptest.NewServer(tunnel(f.server.Listener.Addr().String()))
	defer proxy.Close()

	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	self := exec.CommandContext(ctx, path)
	self.Env = append(os.Environ(), asProgram+"=1", "HTTPS_PROXY="+proxy.URL, "NO_PROXY=", "no_proxy=", "SSL_CERT_FILE="+roots)
	var said strings.Builder
	self.Stderr = &said
	input, err := self.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Start(); err != nil {
		t.Fatal(err)
	}
	answers(t, f, f.connected())
	_ = input.Close()
	if err := self.Wait(); err != nil || !strings.Contains(said.String(), "shutting down") {
		t.Errorf("ended with %v after\n%s", err, said.String())
	}
}

// tunnel is a proxy that leads every CONNECT to one address.
func tunnel(to string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if q.Method != http.MethodConnect {
			http.Error(w, "CONNECT only", http.StatusMethodNotAllowed)
			return
		}
		there, err := net.Dial("tcp", to)
		if err != nil {
			http.Error(w, "unreachable", http.StatusBadGateway)
			return
		}
		defer there.Close()
		here, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			return
		}
		defer here.Close()
		_, _ = io.WriteString(here, "HTTP/1.1 200 OK\r\n\r\n") // only now does the client go on
		done := make(chan struct{}, 2)
		for _, pair := range [][2]net.Conn{{here, there}, {there, here}} {
			go func() {
				_, _ = io.Copy(pair[0], pair[1])
				pair[0].Close()
				done <- struct{}{}
			}()
		}
		<-done
		<-done
	})
}

// certificate makes a certificate for the hosts, and a file of roots that trusts it.
func certificate(t *testing.T, hosts ...string) (tls.Certificate, string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"}, DNSNames: hosts,
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	roots := filepath.Join(t.TempDir(), "roots.pem")
	if err := os.WriteFile(roots, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, roots
}
