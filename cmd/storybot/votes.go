package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"storybot/bot/eval"
	"storybot/bot/store"
)

type votesCmd struct{}

// Run prints what readers found to answer, as questions for storybot eval. Quotes that
// they found not to are counted: nobody said what would have.
func (c *votesCmd) Run(ctx context.Context, s *session) error {
	s.log = s.logger(quiet)
	if s.Index == "" {
		return usageError{errors.New("votes are kept beside an index: name one with --index")}
	}
	votes, err := s.votes(ctx)
	if err != nil {
		return err
	}
	questions, against := questionsOf(votes)
	if err := eval.Write(s.out, questions); err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.err, "%d votes: %d questions with quotes that answer, %d votes against a quote\n", len(votes), len(questions), against)
	return err
}

// votes reads the votes, or has the running bot do so that holds them.
func (s *session) votes(ctx context.Context) ([]store.Vote, error) {
	if r, ok := s.beside(ctx); ok {
		said, err := r.ask(ctx, wireAsked{Votes: true}, nil)
		return said.Votes, err
	}
	kept, err := store.OpenReadOnly(storeOf(s.Index))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no reader has left anything beside this index yet", s.Index)
	}
	if err != nil {
		return nil, err
	}
	defer kept.Close()
	return kept.Votes()
}

// questionsOf makes one question of each line on which readers found a quote to answer, in
// order of the lines' first votes, and counts the votes against quotes.
func questionsOf(votes []store.Vote) (all []eval.Question, against int) {
	at := map[string]int{}
	for _, v := range votes {
		if !v.Good {
			against++
			continue
		}
		i, ok := at[v.Command]
		if !ok {
			i = len(all)
			at[v.Command] = i
			all = append(all, eval.Question{Command: v.Command})
		}
		if e := (eval.Expected{Article: v.Article, Quote: v.Quote}); !slices.Contains(all[i].Expect, e) {
			all[i].Expect = append(all[i].Expect, e)
		}
	}
	return all, against
}
