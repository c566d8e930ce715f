package discord

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"sync"
	"time"

	"storybot/bot"
)

// Bounds of the work at hand.
const (
	maxPending     = 1024 // interactions being answered or waiting for it
	maxEach        = 6    // of them, of one reader
	maxEachTyping  = 4    // autocompletions at once of one reader, of which the last alone is looked up
	maxWorking     = 8    // questions put to the bot at once
	maxDrawing     = 2    // pictures drawn at once
	maxCompleting  = 16   // autocompletions at once
	maxRefusing    = 1024 // readers being told that all the above is full
	maxRemembered  = 4096 // interactions that are known when they come again
	completeWithin = 2500 * time.Millisecond
)

// sender is what the router needs of Discord's HTTP API. Each call goes on trying for as
// long as that makes sense.
type sender interface {
	respond(context.Context, interaction, response) error
	edit(context.Context, interaction, message) error
	remove(context.Context, interaction) error
	followUp(context.Context, interaction, message) error
}

// router answers interactions, each on a goroutine of its own. It holds nothing that a
// restart would lose.
type router struct {
	bot    Answerer
	send   sender
	client *http.Client // for what is attached to commands
	log    *slog.Logger
	timing timing
	late   func(interaction) bool
	seen   *seen

	picture func(io.Writer, bot.Answer) error // see Options
	altText func(bot.Answer) string
	fresh   func() time.Time
	meter   Meter
	votes   Voter // or nil

	// work ends what the bot is asked, life ends what is said to Discord.
	work, life context.Context

	pending, working, drawing, completing, refusing chan struct{} // semaphores

	mu     sync.Mutex
	closed bool               // guarded by mu: no goroutine starts any more
	open   int                // guarded by mu: commands and presses being answered
	each   map[string]int     // guarded by mu: interactions being answered, by reader and whether they type
	typing map[string]*lookup // guarded by mu: the last autocompletion of a reader
	active sync.WaitGroup
}

func newRouter(work, life context.Context, b Answerer, s sender, log *slog.Logger, t timing) *router {
	return &router{
		bot: b, send: s, client: attachmentClient(nil), log: log, timing: t, work: work, life: life,
		late:       func(interaction) bool { return false },
		seen:       newSeen(maxRemembered),
		meter:      noMeter{},
		each:       map[string]int{},
		typing:     map[string]*lookup{},
		pending:    make(chan struct{}, maxPending),
		working:    make(chan struct{}, maxWorking),
		drawing:    make(chan struct{}, maxDrawing),
		completing: make(chan struct{}, maxCompleting),
		refusing:   make(chan struct{}, maxRefusing),
	}
}

// accept takes an interaction as it came over the wire. It returns at once.
func (r *router) accept(raw []byte) {
	in, err := decode(raw, time.Now())
	if err != nil {
		r.log.Warn("an interaction was dropped", "error", err)
		return
	}
	r.take(in)
}

// take answers an interaction, unless it came before, too late, or is of a kind that is
// not known; it says which. It returns at once.
func (r *router) take(in interaction) bool {
	switch {
	case !r.seen.first(in.ID):
		r.log.Info("an interaction came again", "id", in.ID)
		r.ended(in, "duplicate")
		return false
	case r.late(in):
		r.log.Warn("an interaction came too late to be answered", "id", in.ID, "sent", in.sent())
		r.ended(in, "late")
		return false
	case in.Type == typeAutocomplete:
		return r.suggest(in)
	case in.Type == typeCommand || in.Type == typeComponent:
		return r.admit(in)
	}
	r.log.Debug("an interaction of an unknown type was dropped", "type", in.Type)
	return false
}

// dispatch answers a command or a press of a button.
func (r *router) dispatch(in interaction) {
	switch {
	case in.Type == typeComponent:
		r.press(in)
	case in.Data.Type == commandMessage:
		r.about(in)
	default:
		r.command(in)
	}
}

// command answers a slash command.
func (r *router) command(in interaction) {
	values, private := in.Data.options()
	file, some := in.Data.file(values)
	request, err := bot.NewRequest(in.Data.Name, values)
	if err != nil {
		r.fail(in, wish{}, err)
		return
	}
	if !r.allowed(in, request) {
		return
	}
	w := wish{request: request, page: 1, manner: manner{ready: respondMessage, deferred: respondDeferred, private: private}}
	if some {
		request.Place, request.Reader = in.place(), in.reader()
		w.ask = r.withFile(request, file)
	}
	r.answer(in, w)
}

// about answers a command on somebody's message, in private: its author did not ask.
func (r *router) about(in interaction) {
	i := slices.IndexFunc(messageCommands, func(c messageCommand) bool { return c.name == in.Data.Name })
	target, ok := in.Data.Resolved.Messages[in.Data.TargetID]
	if i < 0 || !ok {
		r.refuse(in, "This command is from before a change of the bot.", helpStep)
		return
	}
	c, text := messageCommands[i], target.text()
	if c.request != nil {
		r.aboutLine(in, c, target)
		return
	}
	r.answer(in, wish{page: 1, manner: apart(), called: c.name, ask: func(ctx context.Context) (bot.Answer, error) {
		return c.ask(ctx, r.bot, text)
	}})
}

// aboutLine does what a command of the table does, in private, with what stands in a message.
func (r *router) aboutLine(in interaction, c messageCommand, target targetMessage) {
	request, err := c.request(target)
	if err != nil {
		r.fail(in, wish{}, err)
		return
	}
	if r.allowed(in, request) {
		r.answer(in, wish{request: request, page: 1, manner: apart()})
	}
}

// followCommand asks for news in a channel, to which the bot must be able to send them.
const followCommand = "follow"

// allowed checks that an operator's command comes from one who manages the server. The
// menu of Discord hides it from others, but a server can change that. What could never be
// sent is not followed either.
func (r *router) allowed(in interaction, request bot.Request) bool {
	c, _ := bot.Find(request.Command)
	switch {
	case c.Operator && !in.mayOperate():
		r.refuse(in, "Only those who manage this server can use /"+request.Command+".", helpStep)
	case request.Command == followCommand && !in.maySend():
		r.refuse(in, "News could not be sent here: first give this bot “View Channel” and “Send Messages” in this channel, "+
			"in a thread “Send Messages in Threads”.", bot.Step{Label: "Try again", Line: request.Line()})
	default:
		return true
	}
	r.log.Info("a command was refused", "command", request.Command)
	return false
}

// refuse tells the reader, and nobody else, why there is no answer, and what they can do.
func (r *router) refuse(in interaction, why string, next ...bot.Step) {
	r.say(in, response{Type: respondMessage, Data: told(why, next...).ephemeral()})
}

// say responds, and says whether that succeeded.
func (r *router) say(in interaction, body response) bool {
	return r.said(in, r.send.respond(r.life, in, body))
}

// said logs the failure of a response, if it was one: there is nobody else to tell.
func (r *router) said(in interaction, err error) bool {
	switch code := errorCode(err); {
	case err == nil:
		r.meter.Acknowledged(in.command(), time.Since(in.received))
		return true
	case code == codeUnknownInteraction || code == codeAcknowledged:
		r.log.Warn("Discord no longer takes a response", "id", in.ID, "code", code, "after", time.Since(in.received))
	default:
		r.log.Error("a response failed", "id", in.ID, "error", err)
	}
	return false
}

// line is a message of one plain sentence.
func line(text string) message {
	return newMessage(textDisplay(shown(text, maxChars-1)))
}

// told is a message of one plain sentence, with the best next steps under it.
func told(text string, next ...bot.Step) message {
	m := line(text)
	m.Components = append(m.Components, rows(stepButtons(next))...)
	return m
}

// helpStep leads to what there is.
var helpStep = bot.Step{Label: "What I can do", Line: "/help"}
