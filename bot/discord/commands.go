package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// Commands compares the table of commands with Discord's menu and returns what differs
// and what does not: first what is removed, then the commands in the table's order. Unless
// dry is set it makes the changes. It uses Token, Guild, Log and HTTP of the options, and
// no gateway, so that it can run beside the bot.
func Commands(ctx context.Context, o Options, dry bool) ([]Change, error) {
	return commands(ctx, o, dry, defaultTiming())
}

func commands(ctx context.Context, o Options, dry bool, t timing) ([]Change, error) {
	api, _, log, err := connect(o, t)
	if err != nil {
		return nil, err
	}
	m, err := findMenu(ctx, api, log, o.Guild)
	if end := fatal(err); end != nil {
		return nil, end
	}
	if err != nil {
		return nil, err
	}
	changes, err := m.plan(ctx)
	if err != nil || dry {
		return changes, err
	}
	return changes, m.apply(ctx, changes)
}

// findMenu asks Discord who the bot is and in which servers.
func findMenu(ctx context.Context, api *rest, log *slog.Logger, guild string) (menu, error) {
	m := menu{call: api.call, log: log, guild: guild}
	var me identified
	if err := api.get(ctx, discordgo.EndpointApplications+"/@me", &me); err != nil {
		return m, fmt.Errorf("ask Discord who the bot is: %w", err)
	}
	m.application = me.ID
	var in []identified
	if err := api.get(ctx, fmt.Sprintf("%s?limit=%d", discordgo.EndpointUserGuilds("@me"), maxTidied), &in); err != nil {
		log.Warn("commands that may show twice could not be looked for", "error", err)
	}
	for _, g := range in {
		m.guilds = append(m.guilds, g.ID)
	}
	return m, nil
}

// identified is anything of Discord's with an id.
type identified struct {
	ID string `json:"id"`
}

// get reads what is at an address.
func (r *rest) get(ctx context.Context, address string, into any) error {
	raw, err := r.call(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, into)
}

// errNoToken says that there is nothing to connect with.
var errNoToken = errors.New("no Discord token")

// connect prepares requests to Discord's HTTP API, the clock that its replies set, and a
// log without secrets.
func connect(o Options, t timing) (*rest, *clock, *slog.Logger, error) {
	token := tokenOf(o)
	if token == "" {
		return nil, nil, nil, errNoToken
	}
	log := o.Log
	if log == nil {
		log = slog.Default()
	}
	log = slog.New(Redact(log.Handler(), token))
	meter := o.Meter
	if meter == nil {
		meter = noMeter{}
	}
	client, now := timedClient(o.HTTP)
	return &rest{session: newSession(token, client), pause: t.pause, within: t.respond, log: log, meter: meter}, now, log, nil
}

// tokenOf returns the token without the word that may stand before it.
func tokenOf(o Options) string {
	token := strings.TrimPrefix(strings.Join(strings.Fields(o.Token), " "), "Bot ")
	if token == "Bot" {
		return ""
	}
	return token
}
