package discord

import (
	"context"
	"fmt"
	"log/slog"
	"regexp"
	"strings"
)

const redacted = "[redacted]"

// secretShapes are what tokens look like, wherever they stand.
var secretShapes = []struct {
	shape *regexp.Regexp
	with  string
}{
	// A bot's token: its id in base64, a time and a signature.
	{regexp.MustCompile(`[A-Za-z0-9_-]{18,40}\.[A-Za-z0-9_-]{5,10}\.[A-Za-z0-9_-]{25,}`), redacted},
	// The Authorization header, in a log line or a dumped request.
	{regexp.MustCompile(`(?i)(authorization["']?\s*[:=]\s*[\["']*(?:(?:bot|bearer)\s+)?)[^\s"'\]]+`), "${1}" + redacted},
	{regexp.MustCompile(`\b(Bot|Bearer) [A-Za-z0-9._-]{20,}`), "${1} " + redacted},
	// Addresses of interactions and webhooks.
	{regexp.MustCompile(`(/interactions/\d+/)[^/\s"]+`), "${1}" + redacted},
	{regexp.MustCompile(`(/webhooks/\d+/)[^/\s"?]+`), "${1}" + redacted},
	// An interaction's token: "interaction:…" in base64.
	{regexp.MustCompile(`aW50ZXJhY3Rpb246[A-Za-z0-9_=+/-]+`), redacted},
	// A field of JSON, or of a Go value.
	{regexp.MustCompile(`(?i)("?\btoken"?\s*[:=]\s*"?)[^\s",}]+`), "${1}" + redacted},
}

// Redact returns a log handler that writes to h with every token taken out: those given,
// and whatever has the shape of a bot's token, an Authorization header, or the address
// or token of an interaction or a webhook.
func Redact(h slog.Handler, secrets ...string) slog.Handler {
	var pairs []string
	for _, s := range secrets {
		if s = strings.TrimSpace(s); s != "" {
			pairs = append(pairs, s, redacted)
		}
	}
	return &redactor{h, strings.NewReplacer(pairs...)}
}

type redactor struct {
	slog.Handler
	secrets *strings.Replacer
}

// Handle writes the record without its secrets.
func (r *redactor) Handle(ctx context.Context, record slog.Record) error {
	clean := slog.NewRecord(record.Time, record.Level, r.text(record.Message), record.PC)
	record.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(r.attr(a))
		return true
	})
	return r.Handler.Handle(ctx, clean)
}

// WithAttrs returns a handler that adds the attributes without their secrets.
func (r *redactor) WithAttrs(attrs []slog.Attr) slog.Handler {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = r.attr(a)
	}
	return &redactor{r.Handler.WithAttrs(clean), r.secrets}
}

// WithGroup returns a handler that writes into a group.
func (r *redactor) WithGroup(name string) slog.Handler {
	return &redactor{r.Handler.WithGroup(name), r.secrets}
}

func (r *redactor) attr(a slog.Attr) slog.Attr {
	a.Value = a.Value.Resolve()
	switch a.Value.Kind() {
	case slog.KindString:
		a.Value = slog.StringValue(r.text(a.Value.String()))
	case slog.KindGroup:
		members := a.Value.Group()
		clean := make([]slog.Attr, len(members))
		for i, m := range members {
			clean[i] = r.attr(m)
		}
		a.Value = slog.GroupValue(clean...)
	case slog.KindAny:
		a.Value = slog.StringValue(r.text(fmt.Sprintf("%+v", a.Value.Any())))
	}
	return a
}

func (r *redactor) text(s string) string {
	s = r.secrets.Replace(s)
	for _, secret := range secretShapes {
		s = secret.shape.ReplaceAllString(s, secret.with)
	}
	return s
}
