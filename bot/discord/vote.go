package discord

import (
	"context"
	"strings"

	"storybot/bot"
)

// Votes are on the first quote of an answer, which is what a button can speak of that
// carries only the line.
const (
	goodVote = "+"
	badVote  = "-"
)

// Voter keeps what readers hold of quotes; *bot.Bot is one.
type Voter interface {
	// Vote keeps whether a quote answers a line, as a reader finds.
	Vote(reader, line string, q bot.Quote, good bool) error
}

// votable says whether readers are asked what they hold of the first quote.
func votable(r bot.Request, a bot.Answer, page int) bool {
	return page == 1 && a.Answered && len(a.Quotes) > 0 && (r.Command == "ask" || r.Command == "who")
}

// voteButtons ask whether the first quote answers.
func voteButtons(r bot.Request) []component {
	return []component{
		pushButton("👍", lineID(voteVersion+goodVote, r), true),
		pushButton("👎", lineID(voteVersion+badVote, r), true),
	}
}

// voteOf reads what a vote's button carries.
func voteOf(id string, on []component) (r bot.Request, good, ok bool) {
	rest, ok := strings.CutPrefix(id, voteVersion)
	if !ok || rest == "" {
		return bot.Request{}, false, false
	}
	r, ok = lineOf(rest[1:], on)
	return r, rest[:1] == goodVote, ok && (rest[:1] == goodVote || rest[:1] == badVote)
}

// vote keeps a reader's vote on the first quote that answers a request now.
func (r *router) vote(ctx context.Context, reader string, request bot.Request, good bool) (bot.Answer, error) {
	a, err := r.bot.Do(ctx, request)
	if err != nil {
		return bot.Answer{}, err
	}
	if len(a.Quotes) == 0 {
		return bot.Answer{}, &bot.ReaderError{Message: "The articles have changed since, and the quote is gone."}
	}
	if err := r.votes.Vote(reader, request.Line(), a.Quotes[0], good); err != nil {
		return bot.Answer{}, err
	}
	thanks := "Thank you: kept as one that answers."
	if !good {
		thanks = "Thank you: kept as one that does not answer."
	}
	return bot.Answer{Title: "Your vote", Answered: true, Note: thanks, Quotes: a.Quotes[:1]}, nil
}
