package discord

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/bwmarrin/discordgo"

	"storybot/bot"
)

// Answerer is what this front end asks; *bot.Bot is one. It is called from many
// goroutines at once.
type Answerer interface {
	// Do answers a request. A *bot.ReaderError is shown as it is, any other error logged.
	Do(ctx context.Context, r bot.Request) (bot.Answer, error)
	// Complete returns values that complete what was typed of a command's option.
	Complete(ctx context.Context, command, option, typed string) ([]string, error)
	// Context returns the quote of a bot.Quote.Place with the sentences around it.
	Context(ctx context.Context, place string) (bot.Answer, error)
	// Check quotes what the articles say on somebody's message.
	Check(ctx context.Context, message string) (bot.Answer, error)
	// Mentioned tells which names of the articles somebody's message mentions.
	Mentioned(ctx context.Context, message string) (bot.Answer, error)
}

// Options of the front end.
type Options struct {
	Token string       // of the bot, from Discord's developer portal; with or without "Bot "
	Guild string       // the id of the one server that gets the commands, at once; empty: all servers
	Log   *slog.Logger // nil: slog.Default(). Tokens are taken out of all that is logged
	HTTP  *http.Client // for Discord's HTTP API; nil: one that heeds the proxy settings of the environment

	// Picture draws a timeline as a PNG, from many goroutines at once; nil: no pictures.
	// What it fails to draw, or draws in more than 8 MiB, is left out.
	Picture func(io.Writer, bot.Answer) error
	// AltText says in plain words what Picture shows; nil: nothing.
	AltText func(bot.Answer) string

	// Listen is an address, such as "127.0.0.1:8080", at which Discord's interactions are
	// taken as HTTP requests, to /interactions, instead of the gateway; "": the gateway.
	// Something in front of it has to speak HTTPS.
	Listen string
	// PublicKey is the application's, in hexadecimal: without it, nothing that comes to
	// Listen can be trusted.
	PublicKey string

	// Shards is how many connections share the bot's servers; 0: as many as Discord
	// recommends, which is one up to some thousand servers.
	Shards int
	// Budget is a file that keeps count of the connections of a day, which Discord limits,
	// from one run to the next; "": they are forgotten.
	Budget string
	// Status is kept up to date while the bot runs; nil: nobody looks.
	Status *Status
	// Meter counts what happens; nil: nobody does.
	Meter Meter

	// News is sent to channels that follow topics; nil: there is none.
	News News
	// Votes keeps what readers hold of quotes; nil: they are not asked.
	Votes Voter

	// Fresh says when the articles were last read, for the foot of every answer; the zero
	// time is unknown. Nil: nothing is said.
	Fresh func() time.Time
}

// Run connects the bot to Discord and answers until ctx ends; then it finishes what it
// is answering, within ten seconds, and returns nil. It returns an error at once where
// connecting again cannot help, such as a refused token.
func Run(ctx context.Context, b Answerer, o Options) error {
	return run(ctx, b, o, defaultTiming())
}

// InviteURL is the address at which a server's manager, or a reader for themselves, adds
// the bot with that application id. It asks for no permissions: it needs none to answer
// commands.
func InviteURL(applicationID string) string {
	q := url.Values{"client_id": {applicationID}, "scope": {"bot applications.commands"}, "permissions": {"0"}}
	return "https://discord.com/oauth2/authorize?" + q.Encode()
}

// timedClient is the client to use, and a clock that its replies set.
func timedClient(given *http.Client) (*http.Client, *clock) {
	client := http.Client{Timeout: 20 * time.Second}
	if given != nil {
		client = *given
	}
	if client.Transport == nil {
		client.Transport = http.DefaultTransport // heeds the environment's proxy settings
	}
	now := &clock{base: client.Transport}
	client.Transport = now
	return &client, now
}

// newSession is a session of the library that keeps no state and reconnects never.
func newSession(token string, client *http.Client) *discordgo.Session {
	packets.hook()
	s, _ := discordgo.New("Bot " + token) // its error is always nil
	s.Client = client
	s.Identify.Intents = 0 // interactions come without any
	s.StateEnabled = false
	s.ShouldReconnectOnError = false
	s.ShouldReconnectVoiceOnSessionError = false
	s.SyncEvents = true
	s.UserAgent = "DiscordBot (storybot, 1) discordgo/" + discordgo.VERSION
	return s
}
