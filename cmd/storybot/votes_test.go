package main

import (
	"bytes"
	"strings"
	"testing"

	"storybot/bot/eval"
	"storybot/bot/store"
)

func TestVotesAreQuestionsThatEvalReads(t *testing.T) {
	t.Parallel()
	questions, against := questionsOf([]store.Vote{
		{Reader: "1", Command: "/who ada", Article: "a", Quote: "Ada flew <home>.", Good: true},
		{Reader: "2", Command: "/who ada", Article: "a", Quote: "Ada flew <home>.", Good: true},
		{Reader: "2", Command: "/who ada", Article: "b", Quote: "Ada, a pilot.", Good: true},
		{Reader: "3", Command: "/ask why", Article: "b", Quote: "Because."},
	})
	if against != 1 || len(questions) != 1 {
		t.Fatalf("%d against, %+v", against, questions)
	}
	var b bytes.Buffer
	if err := eval.Write(&b, questions); err != nil {
		t.Fatal(err)
	}
	want := `{"command":"/who ada","expect":[{"article":"a","quote":"Ada flew <home>."},{"article":"b","quote":"Ada, a pilot."}]}` + "\n"
	if b.String() != want {
		t.Errorf("got %swant %s", b.String(), want)
	}
	if read, err := eval.Read(&b, "votes"); err != nil || len(read) != 1 || len(read[0].Expect) != 2 {
		t.Errorf("read back: %+v, %v", read, err)
	}
}

func TestVotesPrintsWhatTheStoreBesideTheIndexHolds(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	kept, err := openStore(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := kept.Vote(store.Vote{Reader: "1", Command: "/who ada", Article: "a", Quote: "Ada flew.", Good: true}); err != nil {
		t.Fatal(err)
	}
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	p := process{strings.NewReader(""), &out, &errs, nil}
	if status := run(t.Context(), []string{"--index", dir, "votes"}, p); status != 0 || !strings.Contains(out.String(), "Ada flew.") {
		t.Errorf("status %d, %q, %q", status, out.String(), errs.String())
	}
}
