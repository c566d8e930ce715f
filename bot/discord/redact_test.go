package discord

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"
)

func TestRedactTakesTokensOutOfWhateverIsLogged(t *testing.T) {
	t.Parallel()
	const interactionToken = "aW50ZXJhY3Rpb246canarycanary"
	request, _ := http.NewRequest(http.MethodPost, "https://discord.com/api/v9/webhooks/4001/canary-hook", nil)
	request.Header.Set("Authorization", "Bot "+fakeToken)
	refused := &discordgo.RESTError{Request: request, Response: &http.Response{Status: "401"}}
	for name, value := range map[string]any{
		"a bot's token":           "the token is " + fakeToken,
		"a header":                "Authorization: Bot canary.x",
		"a dumped header":         http.Header{"Authorization": {"Bot canary"}},
		"a given secret":          "psst: open-sesame-canary",
		"an interaction":          "Post \"https://discord.com/api/v9/interactions/1/canary/callback\": EOF",
		"a webhook":               "https://discord.com/api/v9/webhooks/1/canary/messages/@original",
		"an interaction's token":  interactionToken,
		"a struct with a token":   struct{ Token string }{"canary"},
		"JSON with a token":       `{"token":"canary","x":1}`,
		"an error":                fmt.Errorf("wrapped: %w", errors.New("Bearer "+fakeToken)),
		"an error of the library": refused,
		"a value made on demand":  lazy{fakeToken},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, format := range []func(*bytes.Buffer) slog.Handler{
				func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) },
				func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) },
			} {
				var b bytes.Buffer
				l := slog.New(Redact(format(&b), "open-sesame-canary", "", " "))
				l.Info(fmt.Sprintf("%+v", value), "x", value, slog.Group("g", "y", value))
				l.With("z", value).WithGroup("g").Info("said", "x", value)
				if strings.Contains(b.String(), "canary") || strings.Contains(b.String(), fakeToken) {
					t.Errorf("logged: %s", b.String())
				}
			}
		})
	}
}

type lazy struct{ s string }

func (l lazy) LogValue() slog.Value { return slog.StringValue(l.s) }

func (l lazy) String() string { return "token=" + l.s }

func TestRedactLeavesTheRest(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	l := slog.New(Redact(slog.NewTextHandler(&b, nil)))
	l.Info("answered", "command", "who", "quotes", 3, "url", InviteURL("4001"), "error", errors.New("no such file"))
	for _, want := range []string{"command=who", "quotes=3", "client_id=4001", `error="no such file"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in %s", want, b.String())
		}
	}
}
