package terminal

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// pipe holds a chat through pipes and returns what it wrote and logged.
func pipe(t *testing.T, in io.Reader, b Bot) (out, log string) {
	t.Helper()
	var o, l bytes.Buffer
	err := Chat(t.Context(), in, &o, b, Options{Greeting: "hello", Log: slog.New(slog.NewTextHandler(&l, nil))})
	if err != nil {
		t.Fatal(err)
	}
	return o.String(), l.String()
}

const helpText = "Help\n\nAsk.\n"

func TestAPipeIsAnsweredLineByLine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"one blank line between answers", "/help\n/help\n", helpText + "\n" + helpText},
		{"the last line needs no end", "/help", helpText},
		{"empty lines are skipped", "\n  \n/help\r\n\n", helpText},
		{"nothing in, nothing out", "", ""},
		{"a mistake does not end it", "/who\n/help\n", "error: /who needs a name, as in /who stargate\n\n" + helpText},
		{"a mistake that the bot finds", "/who nobody\n", "error: nobody\uFFFD[2J is no name\n"},
		{"quit", "/help\n /quit \n/help\n", helpText},
		{"exit", "/EXIT\n/help\n", ""},
	} {
		if got, _ := pipe(t, strings.NewReader(c.in), &memory{}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAnErrorIsLoggedAndNotShown(t *testing.T) {
	t.Parallel()
	out, log := pipe(t, strings.NewReader("/who fire\n/help\n"), &memory{})
	if out != trouble+"\n\n"+helpText {
		t.Errorf("out %q", out)
	}
	if !strings.Contains(log, "on fire") || !strings.Contains(log, "command=who") {
		t.Errorf("log %q", log)
	}
}

func TestALineThatIsTooLongIsSkipped(t *testing.T) {
	t.Parallel()
	tooLong := "error: " + errLongLine.Error() + "\n"
	for _, c := range []struct {
		name string
		in   string
		want string
	}{
		{"in the middle", strings.Repeat("x", maxLine+1) + "\n/help\n", tooLong + "\n" + helpText},
		{"at the end", "/help\n" + strings.Repeat("x", 3*maxLine), helpText + "\n" + tooLong},
		{"just not", strings.Repeat(" ", maxLine) + "\n/help\n", helpText},
	} {
		if got, _ := pipe(t, iotest.HalfReader(strings.NewReader(c.in)), &memory{}); got != c.want {
			t.Errorf("%s: got %.80q, want %.80q", c.name, got, c.want)
		}
	}
}

func TestAReadErrorIsReturned(t *testing.T) {
	t.Parallel()
	in := io.MultiReader(strings.NewReader("/help\n"), iotest.ErrReader(errors.New("cable cut")))
	var out bytes.Buffer
	err := Chat(t.Context(), in, &out, &memory{}, Options{})
	if err == nil || err.Error() != "cable cut" || out.String() != helpText {
		t.Errorf("error %v after %q", err, out.String())
	}
}

func TestAReaderWhoLeavesIsNoError(t *testing.T) {
	t.Parallel()
	r, w := io.Pipe()
	r.Close()
	if err := Chat(t.Context(), strings.NewReader("/help\n/help\n"), w, &memory{}, Options{}); err != nil {
		t.Error(err)
	}
}

func TestADoneContextEndsTheChatWhateverItWaitsFor(t *testing.T) {
	t.Parallel()
	for name, in := range map[string]string{"the next line": "", "an answer": "/help\n"} {
		ctx, cancel := context.WithCancel(t.Context())
		r, w := io.Pipe()
		defer w.Close()
		done := make(chan error)
		go func() { done <- Chat(ctx, r, io.Discard, &memory{slow: time.Hour}, Options{}) }()
		if _, err := io.WriteString(w, in); err != nil {
			t.Fatal(err)
		}
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzLinesAreBoundedAndComplete(f *testing.F) {
	f.Add("/help\n\n/who x\r\nlast")
	f.Fuzz(func(t *testing.T, s string) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var got []string
		lines := scanLines(ctx, iotest.OneByteReader(strings.NewReader(s)))
		for l := range lines {
			if l.err != nil {
				break
			}
			got = append(got, l.text)
		}
		want := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
		for i := range want {
			want[i] = strings.TrimRight(want[i], "\r")
		}
		if s == "" {
			want = nil
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Fatalf("%q: got %q", s, got)
		}
	})
}
