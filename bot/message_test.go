package bot_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"storybot/bot"
	"storybot/corpus"
)

// harbour is a small story for messages about it.
func harbour() []corpus.Article {
	return []corpus.Article{
		{ID: "a", Path: "a.txt", Text: "Nadia Brunn, the mayor of Tolleby, opened the tide mill on May 3, 2024. The mill cost 40 million crowns, Brunn said. Nobody asked about the eels."},
		{ID: "b", Path: "b.txt", Text: "Tolleby Power will run the tide mill. Its chief, Odd Farrow, wants 12 more mills by 2030."},
		{ID: "c", Path: "c.txt", Text: "A hare crossed the market square of Tolleby. It was brown."},
	}
}

func labels(facts []bot.Fact) []string {
	var out []string
	for _, f := range facts {
		out = append(out, f.Label)
	}
	return out
}

func TestMentionedFindsTheNamesOfAMessage(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, harbour())
	for message, want := range map[string][]string{
		"Did Odd Farrow meet **Nadia Brunn** yet? <@123> https://x.example/Odd/Farrow": {"Odd Farrow", "Nadia Brunn"},
		"what does farrow want from nadia brunn":                                       {"Odd Farrow", "Nadia Brunn"},
		"Brunn! BRUNN!! brunn?":                                                        {"Nadia Brunn"},
		"the mill was brown and the market is big":                                     nil,
		"Gustav Ohm bought a hare":                                                     nil,
	} {
		a, err := b.Mentioned(t.Context(), message)
		if err != nil {
			t.Fatalf("%q: %v", message, err)
		}
		if got := labels(a.Facts); !slices.Equal(got, want) || a.Answered != (len(want) > 0) || len(a.Steps) != len(want) {
			t.Errorf("%q: %q with %d steps, answered %v; want %q", message, got, len(a.Steps), a.Answered, want)
		}
		for i, s := range a.Steps {
			if s.Line != "/who "+want[i] {
				t.Errorf("%q: step %d is %q", message, i, s.Line)
			}
		}
	}
}

func TestAMessageWithoutWordsIsAMistakeOfTheReader(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, harbour())
	for _, message := range []string{"", "   ", "<@1> <:smile:22> https://x.example/a", "!!!"} {
		for name, ask := range map[string]func() (bot.Answer, error){
			"Mentioned": func() (bot.Answer, error) { return b.Mentioned(t.Context(), message) },
			"Check":     func() (bot.Answer, error) { return b.Check(t.Context(), message) },
		} {
			var mistake *bot.ReaderError
			if a, err := ask(); !errors.As(err, &mistake) {
				t.Errorf("%s(%q) = %+v, %v", name, message, a, err)
			}
		}
	}
}

func TestCheckQuotesWhatSpeaksOfAMessage(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, harbour())
	for _, c := range []struct{ message, quote, label string }{
		{"Nadia Brunn said the mill cost 40 million crowns", "The mill cost 40 million", "the same number"},
		{"The mill of Nadia Brunn cost 55m crowns.", "The mill cost 40 million", "another number"},
		{"Nadia Brunn opened the tide mill on 3 May 2024", "opened the tide mill", "the same date"},
		{"Nadia Brunn opened the tide mill on 9 June 2022", "opened the tide mill", "another date"},
		{"did nadia brunn open a tide mill", "opened the tide mill", ""},
	} {
		a, err := b.Check(t.Context(), c.message)
		if err != nil {
			t.Fatalf("%q: %v", c.message, err)
		}
		check(t, ix, a)
		if !a.Answered || len(a.Quotes) == 0 || !strings.Contains(a.Quotes[0].Text, c.quote) || a.Quotes[0].Label != c.label {
			t.Errorf("%q: answered %v, %+v", c.message, a.Answered, a.Quotes)
		}
		if !strings.Contains(a.Note, "for you to judge") {
			t.Errorf("%q: note %q", c.message, a.Note)
		}
	}
}

func TestCheckSaysWhatNothingSpeaksOf(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, harbour())
	a, err := b.Check(t.Context(), "Nadia Brunn opened the tide mill. Gustav Ohm sold seven submarines to Peru.")
	if err != nil || !a.Answered || !strings.Contains(a.Note, "Nothing here speaks of “Gustav Ohm sold seven") {
		t.Errorf("%v, %q, %v", a.Answered, a.Note, err)
	}
	for _, q := range a.Quotes {
		if !strings.HasPrefix(q.Label, "“Nadia Brunn opened the tide mill.”") {
			t.Errorf("a quote is labelled %q", q.Label)
		}
	}
	a, err = b.Check(t.Context(), "Gustav Ohm sold seven submarines to Peru")
	if err != nil || a.Answered || len(a.Quotes) > 0 {
		t.Errorf("%+v, %v", a, err)
	}
}

func FuzzAnyMessageIsChecked(f *testing.F) {
	for _, s := range []string{"Nadia Brunn opened 40% of it in May", "<@1> ||x|| \u202E", "1,000,000bn", strings.Repeat("Tolleby ", 2000), "\xff\x00"} {
		f.Add(s)
	}
	b, ix := newBot(f, harbour())
	f.Fuzz(func(t *testing.T, message string) {
		for _, ask := range []func() (bot.Answer, error){
			func() (bot.Answer, error) { return b.Check(t.Context(), message) },
			func() (bot.Answer, error) { return b.Mentioned(t.Context(), message) },
		} {
			a, err := ask()
			var mistake *bot.ReaderError
			if err != nil && !errors.As(err, &mistake) {
				t.Fatal(err)
			}
			check(t, ix, a)
		}
	})
}

func TestContextShowsTheSentencesAround(t *testing.T) {
	t.Parallel()
	text := "One came. Two came. Three came. Four came. Five came to Tolleby. Six left. Seven left. Eight left. Nine left."
	article := corpus.Article{ID: "x-y-z", Path: "x.txt", Text: text}
	b, ix := newBot(t, []corpus.Article{article})
	a, err := b.Answer(t.Context(), "/ask who came to Tolleby")
	if err != nil || len(a.Quotes) == 0 {
		t.Fatalf("%+v, %v", a, err)
	}
	place := a.Quotes[0].Place()
	around, err := b.Context(t.Context(), place)
	if err != nil || len(around.Quotes) != 1 {
		t.Fatalf("%+v, %v", around, err)
	}
	check(t, ix, around)
	q := around.Quotes[0]
	if q.Text != "Two came. Three came. Four came. Five came to Tolleby. Six left. Seven left. Eight left." || len(q.Highlight) != 1 ||
		q.Highlight[0].Of(text) != a.Quotes[0].Text {
		t.Errorf("%q, highlighted %v", q.Text, q.Highlight)
	}
	wider, err := b.Context(t.Context(), q.Place())
	if err != nil || wider.Quotes[0].Text != text || wider.Note != "" {
		t.Errorf("%+v, %v", wider, err)
	}
	all, err := b.Context(t.Context(), wider.Quotes[0].Place())
	if err != nil || all.Note == "" {
		t.Errorf("%+v, %v", all, err)
	}
	article.Text = "Nothing is left."
	refresh(t, ix, []corpus.Article{article})
	for _, p := range []string{place, "", "1-2", "a-b-c-d", "-1-5-00-x-y-z", "0-5-00000000-gone", "5-0-00-x-y-z", "0-99999999999999999999-00-x"} {
		var mistake *bot.ReaderError
		if _, err := b.Context(t.Context(), p); !errors.As(err, &mistake) {
			t.Errorf("Context(%q): %v", p, err)
		}
	}
}

func TestAnswersOfferWhatToAskNext(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, append(harbour(), twoKellers(2)...))
	for line, want := range map[string][]string{
		"/who nadia brunn":                    {"/timeline Nadia Brunn", "/said Nadia Brunn", "/between Nadia Brunn b:Tolleby"},
		"/who keller":                         {"/who Jon Keller", "/who Maria Keller"},
		"/who nadja brunn":                    {"/who Nadia Brunn"},
		"/timeline nadia brunn":               {"/who Nadia Brunn"},
		"/between nadia brunn b:odd farrow":   {"/who Nadia Brunn", "/who Odd Farrow"},
		"/ask what will odd farrow want more": {"/who Odd Farrow", "/who Tolleby Power", "/timeline Odd Farrow"},
		"/help":                               {"/who Marsh", "/timeline Marsh", "/coverage"},
		"/help who":                           nil,
		"/who zzyzx":                          {"/coverage"},
	} {
		a, err := b.Answer(t.Context(), line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		var got []string
		for _, s := range a.Steps {
			got = append(got, s.Line)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: next %q, want %q", line, got, want)
		}
	}
}

// What a limit cut short is one step away, and is whole there.
func TestALimitThatCutsShortOffersTheWhole(t *testing.T) {
	t.Parallel()
	b, ix := emptyBot(t)
	refreshAt(t, ix, "2025-03-01", told("old", "Old", "A tunnel was dug under Wexcombe in 2019."))
	refreshAt(t, ix, "2025-03-02", told("old", "Old", "A tunnel was dug under Wexcombe in 2019."),
		told("a", "Wire", "The bridge at Penwick was shut on May 3, 2021."), told("b", "Post", "The pier of Lowestead was sold on June 4, 2022."),
		told("c", "Echo", "A lighthouse burned at Arendale on July 5, 2023."))
	for line, want := range map[string]bot.Step{
		"/timeline limit:2":                {Label: "All dates", Line: "/timeline limit:4"},
		"/timeline limit:4":                {},
		"/timeline from:2021 to:2022":      {},
		"/sources limit:3":                 {Label: "All articles", Line: "/sources limit:4"},
		"/sources":                         {},
		"/changes limit:1":                 {Label: "All articles", Line: "/changes limit:3"},
		"/changes":                         {},
		"/timeline penwick limit:1":        {},
		"/sources filter:echo limit:1":     {},
		"/timeline order:newest limit:3":   {Label: "All dates", Line: "/timeline limit:4 order:newest"},
		"/timeline from:2020 limit:1":      {Label: "All dates", Line: "/timeline from:2020 limit:3"},
		"/sources filter:telegram limit:1": {},
	} {
		a, err := b.Answer(t.Context(), line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		i := slices.IndexFunc(a.Steps, func(s bot.Step) bool { return strings.HasPrefix(s.Label, "All ") })
		if i != 0 && want.Label != "" || i >= 0 && a.Steps[i] != want {
			t.Errorf("%s: next %+v, want %+v first", line, a.Steps, want)
			continue
		}
		if i < 0 {
			continue
		}
		whole, err := b.Answer(t.Context(), a.Steps[0].Line)
		if err != nil || len(whole.Quotes) <= len(a.Quotes) || whole.Found != 0 {
			t.Errorf("%s: %d quotes of %d, %v", a.Steps[0].Line, len(whole.Quotes), whole.Found, err)
		}
	}
}
