package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"storybot/index"
)

type refreshCmd struct {
	Force bool `help:"Analyse unchanged articles anew."`
}

// Run brings the index up to date and prints what was done.
func (c *refreshCmd) Run(ctx context.Context, s *session) error {
	s.log = s.logger(quiet)
	if s.Index == "" {
		return usageError{fmt.Errorf("refresh needs the directory of an index: --index DIR or STORYBOT_INDEX")}
	}
	if len(s.Corpus) == 0 {
		return usageError{fmt.Errorf("refresh needs articles to read: --corpus PATH or STORYBOT_CORPUS")}
	}
	if err := s.findCorpus(); err != nil {
		return err
	}
	report, err := s.refreshed(ctx, index.RefreshOptions{Force: c.Force})
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("interrupted: %d articles were written, and the next refresh does the rest", report.Added+report.Changed)
	}
	if err != nil {
		return err
	}
	return printReport(s.out, report)
}

// refreshed refreshes the index, here or in the running bot that holds it.
func (s *session) refreshed(ctx context.Context, o index.RefreshOptions) (index.Report, error) {
	if r, ok := s.beside(ctx); ok {
		return s.refreshThere(ctx, r, o)
	}
	e, err := s.open(writing)
	if err != nil {
		return index.Report{}, err
	}
	report, err := s.refresh(ctx, e, o)
	if closed := e.close(); err == nil {
		err = closed
	}
	return report, err
}

// printReport tells all that a refresh did.
func printReport(w io.Writer, report index.Report) error {
	out := bufio.NewWriter(w)
	for _, p := range report.Problems {
		state := "skipped"
		if p.Repaired {
			state = "repaired"
		}
		fmt.Fprintf(out, "%-8s  %s\n", state, p)
	}
	fmt.Fprintf(out, "%d added, %d changed, %d removed, %d the same, in %s\n", report.Added, report.Changed,
		report.Removed, report.Same, report.Took.Round(time.Millisecond))
	return out.Flush()
}

// refresh brings an index up to date and shows how far it is.
func (s *session) refresh(ctx context.Context, e *engine, o index.RefreshOptions) (index.Report, error) {
	show, done := s.progress()
	o.Progress = show
	report, err := e.index.Refresh(ctx, e.read, o)
	done()
	return report, err
}

// lineEvery is the time between two lines of progress where there is no terminal.
const lineEvery = 5 * time.Second

// progress shows a bar in a terminal, else a line now and then.
func (s *session) progress() (show func(index.Report), done func()) {
	file, ok := s.err.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		last := time.Now()
		return func(r index.Report) {
			if time.Since(last) >= lineEvery {
				last = time.Now()
				fmt.Fprintf(s.err, "reading: %d articles, %d of them the same\n", r.Articles(), r.Same)
			}
		}, func() {}
	}
	bar := progressbar.NewOptions64(-1, progressbar.OptionSetWriter(s.err), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetSpinnerChangeInterval(0)) // else it draws in a goroutine that reads without a lock
	show = func(r index.Report) {
		bar.Describe(fmt.Sprintf("reading: %d articles, %d of them the same", r.Articles(), r.Same))
		_ = bar.Add(1) // turns the spinner
	}
	show(index.Report{})
	return show, func() { _ = bar.Finish() }
}
