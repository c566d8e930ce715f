package index

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"storybot/bot/store"
	"storybot/corpus"
)

// The kill test starts this test binary again and again as a process that refreshes an
// index, and kills it at random moments. Ten times are enough to find what is plainly
// wrong; before a change of how things are written, run
//
//	go test ./index -run Killed -kills 300 -timeout 30m
var kills = flag.Int("kills", 10, "how often the kill test kills a refreshing process")

// What the process that is to be killed is told, in its environment.
const (
	crashDir   = "STORYBOT_TEST_CRASH_DIR"
	crashState = "STORYBOT_TEST_CRASH_STATE"
	crashLimit = "STORYBOT_TEST_CRASH_LIMIT" // most bytes of a file; none: no limit
	crashAnew  = "STORYBOT_TEST_CRASH_ANEW"  // set: build the index anew
	crashKeeps = "STORYBOT_TEST_CRASH_KEEPS" // set: keep topics that are followed, too
)

// small is a pace at which a refresh of the states writes many batches.
var small = pace{batch: 3 << 10, age: time.Hour, progress: 0}

// state returns the corpus after n changes: each changes a third of the articles, and takes
// out and adds some.
func state(n int) []corpus.Article {
	var all []corpus.Article
	for i := range 36 {
		if (7*i+n)%11 == 0 {
			continue
		}
		word := fmt.Sprintf("edition%d", (i+n)/3)
		all = append(all, from(article(fmt.Sprintf("story-%02d", i), word, paragraphs(1+i%3+(i+n)/3%2, word)), "Ledger", "2024-03-01"))
	}
	return all
}

// TestARefreshToBeKilled is the process that the other tests start.
func TestARefreshToBeKilled(t *testing.T) {
	dir := os.Getenv(crashDir)
	if dir == "" {
		t.Skip("only for the tests that start it")
	}
	limitFiles(t, os.Getenv(crashLimit))
	n, err := strconv.Atoi(os.Getenv(crashState))
	if err != nil {
		t.Fatal(err)
	}
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	ix.pace = small
	written, keep := 0, keeping(t, dir)
	fmt.Println("begun")
	_, err = ix.Refresh(t.Context(), listed(state(n)...), RefreshOptions{RemoveMost: true, Rebuild: os.Getenv(crashAnew) != "", Progress: func(r Report) {
		if r.Added+r.Changed > written {
			written = r.Added + r.Changed
			fmt.Println("written", written)
			keep()
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("done")
}

// keeping returns what keeps one more topic beside the index in a directory, and says so,
// where that is wanted.
func keeping(t *testing.T, dir string) func() {
	if os.Getenv(crashKeeps) == "" {
		return func() {}
	}
	s, err := store.Open(filepath.Join(dir, "readers.db"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	return func() {
		n++
		if _, err := s.Follow(store.Follow{Place: "place", Topic: fmt.Sprint("topic ", n)}); err != nil {
			t.Error(err)
		}
		fmt.Println("kept", n)
	}
}

// crash starts the process.
func crash(t *testing.T, dir string, n int, more ...string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestARefreshToBeKilled$")
	cmd.Env = append(append(os.Environ(), crashDir+"="+dir, fmt.Sprintf("%s=%d", crashState, n)), more...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// killed lets the process run until a moment, kills it, and returns how many articles it
// said were written and whether it had come to its end.
func killed(t *testing.T, dir string, n int, after time.Duration, more ...string) (written int, done bool) {
	t.Helper()
	cmd, lines := crash(t, dir, n, more...)
	for lines.Scan() {
		word, count, _ := strings.Cut(lines.Text(), " ")
		switch word {
		case "begun":
			time.AfterFunc(after, func() { cmd.Process.Kill() })
		case "written":
			written, _ = strconv.Atoi(count)
		case "done":
			done = true
		}
	}
	if err := cmd.Wait(); err == nil != done && !done {
		t.Errorf("the process ended by itself before it was done")
	}
	return written, done
}

func TestAKilledRefreshLosesNothingAndTheNextCompletesIt(t *testing.T) {
	t.Parallel()
	rounds := *kills
	if testing.Short() {
		rounds = min(rounds, 3)
	}
	rng := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	dir, n := "", 0
	var reference *Index // went through the same states without harm
	cut, within := 0, 0
	for round := 0; cut < rounds && round < 4*rounds; round++ {
		if dir == "" {
			dir, n, reference = filepath.Join(t.TempDir(), "index"), rng.IntN(20), inMemory(t)
		}
		written, done := killed(t, dir, n, time.Duration(rng.IntN(150))*time.Millisecond)
		if !done {
			cut++
		}
		if !done && written > 0 {
			within++
		}
		ix, err := Open(dir)
		if err != nil {
			t.Fatalf("round %d: the index does not open: %v", round, err)
		}
		ix.pace = small
		expectBetween(t, ix, reference, n, written)
		if again := rng.IntN(3); again > 0 { // else it is killed once more on the same way
			refreshed(t, ix, state(n)...)
			refreshed(t, reference, state(n)...)
			expectSameIndex(t, ix, reference)
			if n++; again == 1 {
				dir = ""
			}
		}
		if err := ix.Close(); err != nil {
			t.Fatal(err)
		}
		if t.Failed() {
			t.Fatalf("in round %d", round)
		}
	}
	t.Logf("killed %d times, %d of them between the first batch and the last", cut, within)
}

func TestAKilledRebuildLeavesTheOldIndexOrTheNewOne(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 2))
	dir, old, next := t.TempDir(), inMemory(t), inMemory(t)
	refreshed(t, old, state(0)...)
	refreshed(t, next, state(0)...)
	refreshed(t, next, state(1)...)
	cut, swapped := 0, 0
	for round := 0; cut < max(3, *kills/2) && round < 2**kills; round++ {
		built(t, dir, state(0)...)
		if _, done := killed(t, dir, 1, time.Duration(rng.IntN(150))*time.Millisecond, crashAnew+"=1"); !done {
			cut++
		}
		ix, err := Open(dir)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if got := entries(t, dir); strings.Contains(got, " ") {
			t.Errorf("left are %s", got)
		}
		if got := seenBy(t, ix); got == seenBy(t, next) {
			expectSameIndex(t, ix, next)
			swapped++
		} else {
			expectSameIndex(t, ix, old)
		}
		if err := errors.Join(ix.Close(), os.RemoveAll(dir)); err != nil {
			t.Fatal(err)
		}
		if t.Failed() {
			t.Fatalf("in round %d", round)
		}
	}
	t.Logf("killed %d times; the new index was there %d times", cut, swapped)
}

// expectBetween checks that an index whose refresh to state n was cut short holds each
// article whole, as it was before or as it is to be, and what was said to be written.
func expectBetween(t *testing.T, ix, before *Index, n, written int) {
	t.Helper()
	next := map[string]corpus.Article{}
	for _, a := range state(n) {
		next[a.ID] = a
	}
	have := ids(t, ix)
	fresh := 0
	for _, id := range have {
		h, err := ix.History(t.Context(), id)
		if err != nil || h.Present == nil {
			t.Fatalf("%s: %v", id, err)
		}
		was, err := before.History(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		isNext, isOld := h.Present.Article == next[id], was.Present != nil && h.Present.Article == was.Present.Article
		if !isNext && !isOld {
			t.Errorf("%s is neither as it was nor as it is to be: %.60q", id, h.Present.Text)
		}
		if isNext && !isOld {
			fresh++
		}
		if hits := searched(t, ix, Query{Terms: terms(ix, h.Present.Title).Terms}); len(h.Present.Passages) != passagesOf(hits, id) {
			t.Errorf("%s has %d passages, and a search finds %d", id, len(h.Present.Passages), passagesOf(hits, id))
		}
		if isNext && !isOld && was.Present != nil && (len(h.Earlier) == 0 || h.Earlier[len(h.Earlier)-1].Text != was.Present.Text) {
			t.Errorf("%s has lost the wording that it had", id)
		}
	}
	for _, id := range ids(t, before) {
		if _, stays := next[id]; stays && !slices.Contains(have, id) {
			t.Errorf("%s is lost", id)
		}
	}
	if fresh < written {
		t.Errorf("%d articles were said to be written, and %d are there", written, fresh)
	}
}

func passagesOf(hits []Hit, id string) int {
	n := 0
	for _, h := range hits {
		if h.Article == id {
			n++
		}
	}
	return n
}

// expectSameIndex checks that readers see the same in two indexes, earlier wordings
// included.
func expectSameIndex(t *testing.T, got, want *Index) {
	t.Helper()
	if g, w := seenBy(t, got), seenBy(t, want); g != w {
		t.Errorf("the index holds\n%.2000s\nwant\n%.2000s", g, w)
	}
	for i := range 36 {
		id := fmt.Sprintf("story-%02d", i)
		g, errGot := got.History(t.Context(), id)
		w, errWant := want.History(t.Context(), id)
		if err := errors.Join(errGot, errWant); err != nil {
			t.Fatal(err)
		}
		if (g.Present == nil) != (w.Present == nil) || wordings(g) != wordings(w) {
			t.Errorf("%s: earlier wordings %s, want %s", id, wordings(g), wordings(w))
		}
	}
}

func wordings(h History) string {
	var all []string
	for _, v := range h.Earlier {
		all = append(all, fmt.Sprintf("%d %s %d %t", v.Number, v.Title, len(v.Text), v.Withdrawn))
	}
	return strings.Join(all, ", ")
}
