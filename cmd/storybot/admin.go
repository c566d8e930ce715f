package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"storybot/bot/discord"
	"storybot/index"
)

// noAdmin as the address of the operator's pages turns them off.
const noAdmin = "off"

// silentFor is how long Discord may say nothing before the bot counts as ill: it
// acknowledges a heartbeat every 41 seconds.
const silentFor = 2 * time.Minute

// admin is the operator's pages of a bot that runs: /metrics, /healthz, and, for this
// machine alone, /debug/pprof.
type admin struct {
	index   *index.Index
	meter   *meter
	status  *discord.Status
	gateway bool // interactions come from there
	now     func() time.Time
}

// handler serves the pages. Profiles tell too much of a program to be shown to others.
func (a *admin) handler(profiles bool) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(a.meter.registry, promhttp.HandlerOpts{}))
	mux.HandleFunc("GET /healthz", a.health)
	if profiles {
		mux.HandleFunc("GET /debug/pprof/", pprof.Index)
		mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
		mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
		mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	}
	return mux
}

// wireHealth is the answer of /healthz.
type wireHealth struct {
	Status   string     `json:"status"` // "ok", or what is wrong
	Articles int        `json:"articles"`
	Refresh  *time.Time `json:"refreshed"` // when the last whole refresh ended
	Shards   int        `json:"shards"`    // connected to the gateway
	Heard    *time.Time `json:"heard"`     // when the one that is silent for longest last heard from Discord
}

// health says whether the index is open and Discord within reach: status 200, else 503.
func (a *admin) health(w http.ResponseWriter, r *http.Request) {
	h := wireHealth{Status: "ok"}
	var err error
	h.Articles, _, err = a.index.Counts(r.Context())
	if t := a.index.Refreshed(); !t.IsZero() {
		h.Refresh = &t
	}
	var heard time.Time
	h.Shards, heard = a.status.Connected()
	if !heard.IsZero() {
		h.Heard = &heard
	}
	switch {
	case err != nil:
		h.Status = "the index cannot be read"
	case a.gateway && h.Shards == 0:
		h.Status = "not connected to Discord"
	case a.gateway && a.status.Lost() > 0:
		h.Status = "not all shards are connected to Discord"
	case a.gateway && a.now().Sub(heard) > silentFor:
		h.Status = "nothing heard from Discord"
	}
	w.Header().Set("Content-Type", "application/json")
	if h.Status != "ok" {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	_ = json.NewEncoder(w).Encode(h)
}

// serve serves the pages at an address until the function that it returns is called. A
// bot whose pages cannot be served is still a bot: that is logged.
func (a *admin) serve(ctx context.Context, address string, log *slog.Logger) (stop func()) {
	if address == noAdmin {
		return func() {}
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		log.Warn("no metrics and no health: the address cannot be used", "address", address, "error", err)
		return func() {}
	}
	local := false
	if at, ok := listener.Addr().(*net.TCPAddr); ok {
		local = at.IP.IsLoopback()
	}
	log.Info("serving /metrics and /healthz", "address", listener.Addr().String(), "profiles", local)
	server := &http.Server{Handler: a.handler(local), ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute}
	return background(ctx, func(ctx context.Context) {
		defer context.AfterFunc(ctx, func() { _ = server.Close() })()
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			log.Error("metrics and health are no longer served", "error", err)
		}
	})
}
