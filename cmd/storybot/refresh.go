package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"storybot/bot/store"
	"storybot/index"
)

type refreshCmd struct {
	Force   bool `help:"Analyse unchanged articles anew, and remove what is gone even where that is most of the articles."`
	Rebuild bool `help:"Build a new index beside the present one, which answers until the new one takes its place."`
	DryRun  bool `name:"dry-run" help:"Say what would be done, and do nothing."`
	JSON    bool `name:"json" help:"Print the report as one JSON object."`
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
	report, err := c.refreshed(ctx, s, index.RefreshOptions{Force: c.Force, RemoveMost: c.Force, Rebuild: c.Rebuild, DryRun: c.DryRun})
	if errors.Is(err, context.Canceled) && c.Rebuild {
		return errors.New("interrupted: the index is as it was")
	}
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("interrupted: %d articles were written, and the next refresh does the rest", report.Added+report.Changed)
	}
	refused := errors.Is(err, index.ErrMostGone)
	if err != nil && !refused {
		return err
	}
	show := printReport
	if c.JSON {
		show = c.printJSON
	}
	if failed := show(s.out, report); failed != nil {
		return failed
	}
	if !refused && report.Articles() == 0 && len(report.Problems) > 0 {
		return errors.New("no article could be read")
	}
	if !refused {
		return nil
	}
	return fmt.Errorf("%w; where that is meant, refresh --force removes them", err)
}

// open opens the index; for a dry run only to be read, and an empty one where there is none.
func (c *refreshCmd) open(s *session) (*engine, error) {
	if !c.DryRun {
		return s.open(writing)
	}
	e := s.engine()
	var err error
	e.index, err = index.OpenReadOnly(s.Index)
	if errors.Is(err, index.ErrDamaged) {
		fmt.Fprintln(s.err, "storybot: "+oneLine(err.Error())+": it would be built anew")
	}
	if errors.Is(err, index.ErrMissing) || errors.Is(err, index.ErrDamaged) {
		e.index, err = index.InMemory()
	}
	if err != nil {
		return nil, err
	}
	e.skipUnchanged()
	if e.store, err = store.OpenReadOnly(storeOf(s.Index)); errors.Is(err, fs.ErrNotExist) {
		return e, nil
	}
	if err != nil {
		return nil, errors.Join(err, e.index.Close())
	}
	e.read = withKept(e.store, e.read)
	return e, nil
}

// wireReport is the report for scripts.
type wireReport struct {
	DryRun   bool          `json:"dry_run"`
	Rebuilt  bool          `json:"rebuilt"` // the index was built anew
	Added    int           `json:"added"`
	Changed  int           `json:"changed"`
	Removed  int           `json:"removed"`
	Same     int           `json:"same"`
	Twins    int           `json:"near_duplicates"` // of what was added or changed
	Bytes    int           `json:"bytes"`           // of text that was analysed
	Seconds  float64       `json:"seconds"`
	Problems []wireProblem `json:"problems"`
}

type wireProblem struct {
	Path     string `json:"path"`
	Line     int    `json:"line"` // 0 where no line is meant
	Reason   string `json:"reason"`
	Repaired bool   `json:"repaired"` // it was read all the same
}

// printJSON writes the report as one object, always with the same keys.
func (c *refreshCmd) printJSON(w io.Writer, r index.Report) error {
	out := wireReport{DryRun: c.DryRun, Rebuilt: r.Rebuilt, Added: r.Added, Changed: r.Changed, Removed: r.Removed, Same: r.Same, Twins: r.Twins,
		Bytes: r.Bytes, Seconds: r.Took.Seconds(), Problems: []wireProblem{}}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, wireProblem{p.Path, p.Line, p.Reason, p.Repaired})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

// refreshed refreshes the index, here or in the running bot that holds it.
func (c *refreshCmd) refreshed(ctx context.Context, s *session, o index.RefreshOptions) (index.Report, error) {
	if r, ok := s.beside(ctx); ok {
		return s.refreshThere(ctx, r, o)
	}
	e, err := c.open(s)
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
	if report.Rebuilt {
		fmt.Fprintln(out, "the index was built anew")
	}
	if n := report.Twins; n > 0 {
		about := ""
		if report.TwinsEstimated() {
			about = "about "
		}
		fmt.Fprintf(out, "%s%d of them near duplicates of another article\n", about, n)
	}
	return out.Flush()
}

// refresh brings an index up to date and shows how far it is.
func (s *session) refresh(ctx context.Context, e *engine, o index.RefreshOptions) (index.Report, error) {
	if lost := e.index.Lost(); lost != nil {
		fmt.Fprintf(s.err, "storybot: index %s: %s: it is built anew\n", s.Index, oneLine(lost.Error()))
	}
	show, done := s.progress()
	o.Progress = show
	report, err := e.index.Refresh(ctx, e.read, o)
	done()
	return report, err
}

// sofar tells in a line how far a refresh is.
func sofar(r index.Report) string {
	doing := "reading"
	if r.Rebuilt {
		doing = "building the index anew"
	}
	return fmt.Sprintf("%s: %d articles, %d of them the same", doing, r.Articles(), r.Same)
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
				fmt.Fprintln(s.err, sofar(r))
			}
		}, func() {}
	}
	bar := progressbar.NewOptions64(-1, progressbar.OptionSetWriter(s.err), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetSpinnerChangeInterval(0)) // else it draws in a goroutine that reads without a lock
	show = func(r index.Report) {
		bar.Describe(sofar(r))
		_ = bar.Add(1) // turns the spinner
	}
	show(index.Report{})
	return show, func() { _ = bar.Finish() }
}
