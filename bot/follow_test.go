package bot_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/bot/store"
	"storybot/index"
)

// keepingBot is a bot over an empty index that keeps what readers leave behind; its clock
// stands where the test sets it.
func keepingBot(t *testing.T) (*bot.Bot, *index.Index, *time.Time) {
	t.Helper()
	_, ix := emptyBot(t)
	s, err := store.Open(filepath.Join(t.TempDir(), "readers.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	now := time.Date(2025, 3, 1, 12, 0, 0, 0, time.UTC)
	return bot.New(ix, bot.Options{Store: s, Now: func() time.Time { return now }}), ix, &now
}

// at makes a request of a reader in a channel.
func at(t *testing.T, place, line string) bot.Request {
	t.Helper()
	r, err := bot.Parse(line)
	if err != nil {
		t.Fatal(err)
	}
	r.Place, r.Reader = place, "reader of "+place
	return r
}

// digests writes what is to be sent, and says that it was.
func digests(t *testing.T, b *bot.Bot, ix *index.Index, sent bool) string {
	t.Helper()
	all, err := b.Digests(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var w strings.Builder
	for _, d := range all {
		check(t, ix, d.Answer)
		fmt.Fprintf(&w, "%s:", d.Place)
		for _, q := range d.Answer.Quotes {
			fmt.Fprintf(&w, " %s (%s)", marked(q), q.Label)
		}
		w.WriteString("\n")
		if sent {
			if err := b.Sent(d.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	return w.String()
}

var (
	aurora = told("ferry", "Ferry", "Ann Abbott bought the ferry Aurora in Lowestead.")
	strike = told("strike", "Strike", "The strike began on Monday. Ann Abbott was told so.")
	peace  = told("peace", "Peace", "The strike ended, said Ann Abbott.")
)

func TestNewsOnWhatIsFollowedIsSentOnceToItsPlace(t *testing.T) {
	t.Parallel()
	b, ix, _ := keepingBot(t)
	refreshAt(t, ix, "2025-03-01", aurora)
	for _, r := range []bot.Request{at(t, "1", "/follow abbott"), at(t, "2", "/follow strike")} {
		if a, err := b.Do(t.Context(), r); err != nil || !a.Answered {
			t.Fatalf("%s: %+v, %v", r.Line(), a, err)
		}
	}
	if got := digests(t, b, ix, true); got != "" {
		t.Errorf("told of what was there before: %s", got)
	}
	refreshAt(t, ix, "2025-03-02", aurora, strike)
	want := "1: [Ann Abbott] was told so. (Ann Abbott)\n2: The [strike] began on Monday. (strike)\n"
	if got := digests(t, b, ix, false); got != want {
		t.Errorf("got %swant %s", got, want)
	}
	if got := digests(t, b, ix, true); got != want {
		t.Errorf("not sent yet, it should be tried again: %s", got)
	}
	if got := digests(t, b, ix, true); got != "" {
		t.Errorf("sent twice: %s", got)
	}
}

func TestASentenceOnTwoTopicsIsToldOnce(t *testing.T) {
	t.Parallel()
	b, ix, _ := keepingBot(t)
	refreshAt(t, ix, "2025-03-01", aurora, strike)
	for _, line := range []string{"/follow abbott", "/follow strike"} {
		if _, err := b.Do(t.Context(), at(t, "1", line)); err != nil {
			t.Fatal(err)
		}
	}
	refreshAt(t, ix, "2025-03-02", aurora, strike, peace)
	want := "1: The [strike] ended, said [Ann Abbott]. (Ann Abbott · strike)\n"
	if got := digests(t, b, ix, true); got != want {
		t.Errorf("got %swant %s", got, want)
	}
}

func TestAPlaceHearsOnlySoOftenADayAndMissesNothing(t *testing.T) {
	t.Parallel()
	b, ix, now := keepingBot(t)
	refreshAt(t, ix, "2025-03-01", aurora)
	if _, err := b.Do(t.Context(), at(t, "1", "/follow abbott")); err != nil {
		t.Fatal(err)
	}
	articles := []struct{ text string }{{"one"}, {"two"}, {"three"}, {"four"}, {"five"}}
	all := []string{}
	for i, a := range articles {
		all = append(all, a.text)
		refreshed := aurora
		refreshed.Text += " Ann Abbott said " + strings.Join(all, " ") + "."
		refreshAt(t, ix, fmt.Sprintf("2025-03-0%d", i+2), refreshed)
		*now = now.Add(time.Hour)
		if got := digests(t, b, ix, true); (got != "") != (i < 4) {
			t.Errorf("digest %d: %q", i+1, got)
		}
	}
	*now = now.Add(24 * time.Hour)
	if got := digests(t, b, ix, true); got == "" {
		t.Error("what came too late for one day does not come the next")
	}
}

func TestUnfollowedTopicsAreSilent(t *testing.T) {
	t.Parallel()
	b, ix, _ := keepingBot(t)
	refreshAt(t, ix, "2025-03-01", aurora)
	for _, c := range []struct{ line, want string }{
		{"/following", "Nothing is followed here: /follow names a topic."},
		{"/follow abbott", "Followed here: what new articles say of it comes after they are read, in one message, at most 4 a day."},
		{"/follow Ann Abbott", "Followed here already."},
		{"/follow zebra", "Followed here: what new articles say of it comes after they are read, in one message, at most 4 a day. Nothing mentions it yet."},
		{"/following", "2 topics followed here:\nAnn Abbott, since 1 March 2025\nzebra, since 1 March 2025"},
		{"/unfollow ann abbott", "No longer followed here."},
		{"/unfollow abbott", "That is not followed here. 1 topic followed here:\nzebra, since 1 March 2025"},
	} {
		a, err := b.Do(t.Context(), at(t, "1", c.line))
		if err != nil || a.Note != c.want {
			t.Errorf("%s: %q, %v; want %q", c.line, a.Note, err, c.want)
		}
		if strings.EqualFold(a.Title, "ann abbott") && a.Title != "Ann Abbott" || a.Title == "abbott" {
			t.Errorf("%s: the topic is called %q", c.line, a.Title)
		}
	}
	refreshAt(t, ix, "2025-03-02", aurora, strike)
	if got := digests(t, b, ix, true); got != "" {
		t.Errorf("sent %s", got)
	}
}

func TestAPlaceThatIsLeftHearsNothing(t *testing.T) {
	t.Parallel()
	b, ix, _ := keepingBot(t)
	refreshAt(t, ix, "2025-03-01", aurora)
	if _, err := b.Do(t.Context(), at(t, "1", "/follow abbott")); err != nil {
		t.Fatal(err)
	}
	if err := b.Leave("1"); err != nil {
		t.Fatal(err)
	}
	refreshAt(t, ix, "2025-03-02", aurora, strike)
	if got := digests(t, b, ix, true); got != "" {
		t.Errorf("sent %s", got)
	}
}

func TestADigestWhoseArticlesAreGoneIsNotSent(t *testing.T) {
	t.Parallel()
	b, ix, _ := keepingBot(t)
	refreshAt(t, ix, "2025-03-01", aurora)
	if _, err := b.Do(t.Context(), at(t, "1", "/follow strike")); err != nil {
		t.Fatal(err)
	}
	refreshAt(t, ix, "2025-03-02", aurora, strike)
	if got := digests(t, b, ix, false); got == "" {
		t.Fatal("nothing to send")
	}
	refreshAt(t, ix, "2025-03-03", aurora)
	if got := digests(t, b, ix, false); got != "" {
		t.Errorf("sent %s", got)
	}
}

func TestFollowingNeedsAStoreAndAPlace(t *testing.T) {
	t.Parallel()
	without, _ := emptyBot(t)
	with, _, _ := keepingBot(t)
	for _, c := range []struct {
		b    *bot.Bot
		want string
	}{{without, "nothing can be kept here"}, {with, "works in a channel of Discord"}} {
		_, err := c.b.Answer(t.Context(), "/follow abbott")
		var mistake *bot.ReaderError
		if !errors.As(err, &mistake) || !strings.Contains(mistake.Message, c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}

func TestLatestIsWhatCameSinceTheReaderLastAsked(t *testing.T) {
	t.Parallel()
	b, ix, _ := keepingBot(t)
	refreshAt(t, ix, "2025-03-01", aurora)
	refreshAt(t, ix, "2025-03-02", aurora, strike)
	ask := func(want string) {
		t.Helper()
		r := at(t, "1", "/latest strike")
		for range 3 { // as asked, and then shown again, for another page
			if got := shown(t, b, ix, r); got != want {
				t.Errorf("again %v: got %swant %s", r.Again, got, want)
			}
			r.Again = true
		}
	}
	ask("1 article came or changed since the index was built, on 1 March 2025, 00:00 UTC, the newest first. (true)\nNew, read 2 March 2025, 00:00 UTC: The [strike] began on Monday. — Strike\n")
	ask("Nothing has come since 2 March 2025, 00:00 UTC. (false)\n")
	refreshAt(t, ix, "2025-03-03", aurora, strike, peace)
	ask("1 article came or changed since 2 March 2025, 00:00 UTC, the newest first. (true)\nNew, read 3 March 2025, 00:00 UTC: The [strike] ended, said Ann Abbott. — Peace\n")
}
