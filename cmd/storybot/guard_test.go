package main

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
)

func TestAPanicEndsItsWorkAloneAndIsLogged(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	done := false
	l := slog.New(slog.NewTextHandler(&log, nil))
	guarded(t.Context(), l, "a refresh", func() { panic("a page has no end") })
	guarded(t.Context(), l, "a refresh", func() { done = true })
	if !done || !strings.Contains(log.String(), "a refresh panicked") || !strings.Contains(log.String(), "a page has no end") {
		t.Errorf("done: %t, log: %s", done, log.String())
	}
}
