package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"storybot/bot/discord"
	"storybot/index"
)

func newAdmin(t *testing.T) *admin {
	t.Helper()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return &admin{index: ix, meter: newMeter(t.Context(), ix), status: &discord.Status{}, now: time.Now}
}

func get(a *admin, path string, profiles bool) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	a.handler(profiles).ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

func TestHealthTellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	a := newAdmin(t)
	if w := get(a, "/healthz", false); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"refreshed":null`) {
		t.Errorf("without a gateway: %d %s", w.Code, w.Body)
	}
	a.gateway = true
	if w := get(a, "/healthz", false); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "not connected to Discord") {
		t.Errorf("before it is connected: %d %s", w.Code, w.Body)
	}
	a.gateway = false
	a.index.Close()
	w := get(a, "/healthz", false)
	var h wireHealth
	if err := json.Unmarshal(w.Body.Bytes(), &h); err != nil || w.Code != http.StatusServiceUnavailable || h.Status != "the index cannot be read" {
		t.Errorf("with the index closed: %d %s, %v", w.Code, w.Body, err)
	}
}

func TestProfilesAreForThisMachineAlone(t *testing.T) {
	t.Parallel()
	a := newAdmin(t)
	if w := get(a, "/debug/pprof/", true); w.Code != http.StatusOK {
		t.Errorf("here: %d", w.Code)
	}
	if w := get(a, "/debug/pprof/", false); w.Code != http.StatusNotFound {
		t.Errorf("elsewhere: %d", w.Code)
	}
}

func TestMetricsCountWhatHappens(t *testing.T) {
	t.Parallel()
	a := newAdmin(t)
	m := a.meter
	m.Acknowledged("who", 40*time.Millisecond)
	m.Answered("who", "answered", time.Second)
	m.Pending(3)
	m.Identified(1)
	m.Connected(1, true)
	m.Connected(0, false)
	m.Requested(http.MethodPost, 204, time.Millisecond)
	page := get(a, "/metrics", false).Body.String()
	for _, line := range []string{
		`storybot_acknowledge_seconds_bucket{command="who",le="0.05"} 1`, `storybot_interactions_total{command="who",outcome="answered"} 1`,
		`storybot_pending_interactions 3`, `storybot_gateway_identifies_total{shard="1"} 1`, `storybot_gateway_connected{shard="0"} 0`,
		`storybot_gateway_connected{shard="1"} 1`, `storybot_discord_request_seconds_count{method="POST",status="204"} 1`,
		`storybot_articles 0`, `storybot_refreshed_timestamp_seconds 0`,
	} {
		if !strings.Contains(page, line+"\n") {
			t.Errorf("no line %s", line)
		}
	}
}

func TestABotWhosePagesCannotBeServedIsStillABot(t *testing.T) {
	t.Parallel()
	var told bytes.Buffer
	log := slog.New(slog.NewTextHandler(&told, nil))
	a := newAdmin(t)
	a.serve(t.Context(), "no-such-place:99999", log)()
	if !strings.Contains(told.String(), "no metrics and no health") {
		t.Errorf("log: %s", told.String())
	}
	told.Reset()
	a.serve(t.Context(), noAdmin, log)()
	if told.Len() > 0 {
		t.Errorf("turned off, it logs %s", told.String())
	}
}

func TestChangesOfTheMenuAreOneLineEach(t *testing.T) {
	t.Parallel()
	for want, c := range map[string]discord.Change{
		"+ /who":                       {Kind: discord.Added, Name: "/who"},
		"~ /ask: description, options": {Kind: discord.Changed, Name: "/ask", Fields: []string{"description", "options"}},
		"- Check this in server 5001":  {Kind: discord.Removed, Name: "Check this", Server: "5001"},
	} {
		if got := describe(c); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
