package bot_test

import (
	"fmt"
	"strings"
	"testing"

	"storybot/bot"
	"storybot/corpus"
)

// body is what two outlets print of one story, with what each does to one sentence of it.
func body(sentence string) string {
	return "The council of Tarn will sell the old dairy on Mill Street to a cooperative of bakers for a price of $640,000, it said on Friday. " + sentence +
		" The dairy has stood empty since its last owner, Greta Holm, moved to a larger house on the other side of the river. " +
		"The bakers want to open in autumn with eleven ovens, a school for apprentices and a small shop for bread of the day before. " +
		"Neighbours had feared that the building would be torn down, as the brewery beside it was."
}

func TestQuotesOfTwinsFoldWhereNeitherTellsMore(t *testing.T) {
	t.Parallel()
	const shown = "Holm sold her last cow in the spring of the flood and gave the money to the grammar school of Tarn."
	for name, c := range map[string]struct {
		other string
		also  int
	}{
		"the same words":               {shown, 1},
		"other marks and case":         {"Holm sold her last cow in the spring of the flood — and gave the money to the Grammar School of Tarn.", 1},
		"small words dropped":          {"Holm sold last cow in spring of the flood and gave money to the grammar school of Tarn.", 1},
		"cut within":                   {"Holm sold her last cow in the spring and gave the money to the grammar school of Tarn.", 1},
		"a misprint":                   {"Holm sold her last cow in the spring of the flood and gave the money to the grammarr school of Tarn.", 1},
		"the day in other words":       {"Holm sold her last cow in the spring of the flood and gave the money yesterday to the grammar school of Tarn.", 1},
		"a word added":                 {"Holm sold her last cow in the spring of the flood and quietly gave the money to the grammar school of Tarn.", 1},
		"another thing at the end":     {"Holm sold her last cow in the spring of the flood and gave the money to the choir of Tarn.", 0},
		"a denial":                     {"Holm never sold her last cow in the spring of the flood and gave the money to the grammar school of Tarn.", 0},
		"a contraction that denies":    {"Holm didn't sell her last cow in the spring of the flood and gave the money to the grammar school of Tarn.", 0},
		"a figure more":                {"Holm sold her last cow in the spring of the flood and gave the 900 dollars to the grammar school of Tarn.", 0},
		"much more at the end":         {"Holm sold her last cow in the spring of the flood and gave the money to the grammar school of Tarn, whose roof leaked and whose teachers had gone unpaid since winter began.", 0},
		"the other way round":          {"Holm gave the school of Tarn in the spring of the flood the money for her last cow.", 0},
		"as far as it is not disputed": {"Holm would have sold her last cow in the spring of the flood and gave the money to the grammar school of Tarn.", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, _ := newBot(t, []corpus.Article{told("a", "A", body(shown)), told("b", "B", body(c.other))})
			expectFolded(t, b, "/between holm b:tarn limit:9", "last cow", c.also)
		})
	}
}

// expectFolded checks how many other articles are named under the quotes with some words:
// all but the first quote, or none.
func expectFolded(t *testing.T, b *bot.Bot, line, words string, also int) {
	t.Helper()
	a, err := b.Answer(t.Context(), line)
	if err != nil {
		t.Fatal(err)
	}
	var found []bot.Quote
	for _, q := range a.Quotes {
		if strings.Contains(q.Text, words) {
			found = append(found, q)
		}
	}
	if len(found) == 0 {
		t.Fatalf("%s has no quote with %q", line, words)
	}
	if got := len(found[0].Also); got != also || len(found) != 2-also {
		t.Errorf("%s: %d quotes with %q, %d under the first; want %d under it\n%s", line, len(found), words, got, also, reply(t, b, line))
	}
}

func TestEditedSentencesOfOtherStoriesStayApart(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, []corpus.Article{
		told("a", "A", "Holm sold her last cow in the spring of the flood and gave the money to the school of Tarn. A new dairy is planned for the north of the valley."),
		told("b", "B", "Nobody in the valley remembers a winter like it. Holm sold her last cow in the spring and gave the money to the school of Tarn."),
	})
	expectFolded(t, b, "/between holm b:tarn", "last cow", 0)
}

func TestAParagraphThatOneCopyAddsIsAQuote(t *testing.T) {
	t.Parallel()
	const news = "Holm told Tarn radio that she had never been asked."
	b, _ := newBot(t, []corpus.Article{
		told("a", "A", body("Holm was born in Tarn.")),
		told("b", "B", body("Holm was born in Tarn.")+"\n\n"+news),
	})
	for _, line := range []string{"/ask was holm asked", "/who holm", "/between holm b:tarn"} {
		a, err := b.Answer(t.Context(), line)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(fmt.Sprint(a.Quotes), news) {
			t.Errorf("%s hides what one copy alone tells:\n%s", line, reply(t, b, line))
		}
	}
}

func TestAStoryFillsNoPage(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, []corpus.Article{
		told("a", "A", body("Holm was born in Tarn.")+" Holm, who taught half of Tarn to skate, will be missed there."),
		told("b", "B", body("Holm was born in Tarn.")+" The choir of Tarn has asked Holm to sing once more."),
		told("own", "Own", "Holm once lent the mayor of Tarn her boat."),
	})
	a, err := b.Answer(t.Context(), "/between holm b:tarn")
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, q := range a.Quotes {
		order = append(order, fmt.Sprint(q.Article.ID, len(q.Also)))
	}
	if got := strings.Join(order, " "); got != "a1 a0 own0 b0" {
		t.Errorf("the quotes stand as %s; want two of the story that has two copies, then the other, then the rest\n%s", got, reply(t, b, "/between holm b:tarn"))
	}
	if got := reply(t, b, "/who holm"); !strings.Contains(got, "in 3 articles, some in the same words") {
		t.Errorf("copies are counted as if they were others:\n%s", got)
	}
}

func TestCopiesAreNoFurtherVoices(t *testing.T) {
	t.Parallel()
	all := []corpus.Article{
		told("x", "X", "Edda Crane, a poet from Wexcombe, opened the fair."),
		told("y", "Y", "Edda Crane, a Wexcombe poet, read aloud."),
	}
	for n := range 6 {
		all = append(all, told(fmt.Sprint(n), "Copy", "Edda Crane, a beekeeper from Wexcombe, won the prize of the valley."))
		all[len(all)-1].Outlet = fmt.Sprint("Outlet ", n)
	}
	b, _ := newBot(t, all)
	a, err := b.Answer(t.Context(), "/who edda crane")
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Quotes) == 0 || !strings.Contains(a.Quotes[0].Text, "poet") {
		t.Errorf("six copies of one sentence outweigh two of their own:\n%s", reply(t, b, "/who edda crane"))
	}
}

func TestAListOfArticlesSaysWhatStandsUnderOne(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, read(t, parseArchive(t, "testdata/wire.txtar").Files))
	for _, line := range []string{"/latest", "/latest halven", "/sources"} {
		if got := reply(t, b, line); !strings.Contains(got, "stand under the first of them.") || strings.Count(got, "    also ") != 4 {
			t.Errorf("%s:\n%s", line, got)
		}
	}
	if got := reply(t, b, "/sources review"); strings.Contains(got, "stand under") {
		t.Errorf("nothing stands under another:\n%s", got)
	}
}

func TestAMessageIsCheckedAgainstAStoryOnce(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, read(t, parseArchive(t, "testdata/wire.txtar").Files))
	a, err := b.Check(t.Context(), "Marta Oduya says the repairs cost $38 million.")
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Quotes) == 0 || len(a.Quotes[0].Also) != 4 {
		t.Errorf("got %d quotes, want one with four others under it: %v", len(a.Quotes), a.Quotes)
	}
}

func TestADigestTellsAStoryOnce(t *testing.T) {
	t.Parallel()
	b, ix, _ := keepingBot(t)
	refreshAt(t, ix, "2025-03-01", aurora)
	if _, err := b.Do(t.Context(), at(t, "1", "/follow oduya")); err != nil {
		t.Fatal(err)
	}
	wire := append(read(t, parseArchive(t, "testdata/wire.txtar").Files), aurora)
	refreshAt(t, ix, "2025-03-02", wire...)
	all, err := b.Digests(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatalf("%d digests, %v; want one", len(all), err)
	}
	also := 0
	for _, q := range all[0].Answer.Quotes {
		also += len(q.Also)
	}
	if n := len(all[0].Answer.Quotes); n != 2 || also != 4 {
		t.Errorf("%d quotes and %d others under them; want the story once, and the article of its own", n, also)
	}
	if err := b.Sent(all[0].ID); err != nil {
		t.Fatal(err)
	}

	late := wire[0]
	late.ID, late.Outlet = "late", "Late Times"
	refreshAt(t, ix, "2025-03-03", append(wire, late)...)
	if all, err = b.Digests(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("a copy that comes later is news again: %v, %v", all, err)
	}
	late.Text += "\n\nOduya will leave in June, the port authority said later."
	late.ID = "later"
	refreshAt(t, ix, "2025-03-04", append(wire, late)...)
	if all, err = b.Digests(t.Context()); err != nil || len(all) != 1 || !strings.HasPrefix(all[0].Answer.Quotes[0].Text, "Oduya will leave in June") {
		t.Errorf("what a later copy adds is not told: %v, %v", all, err)
	}
}

func TestManyCopiesCrowdOutNobody(t *testing.T) {
	t.Parallel()
	var all []corpus.Article
	for n := range 40 {
		all = append(all, told(fmt.Sprintf("copy%02d", n), "Copy", body("Holm feeds the swans of Tarn every morning.")))
	}
	all = append(all, told("own", "Own", "A neighbour in Tarn says that Holm feeds only the swans that limp."))
	b, _ := newBot(t, all)
	for _, line := range []string{"/ask who feeds the swans", "/between holm b:tarn"} {
		if got := reply(t, b, line); !strings.Contains(got, "neighbour in Tarn") && !strings.Contains(got, "neighbour in [Tarn]") {
			t.Errorf("%s shows the copies alone:\n%s", line, got)
		}
	}
}

func TestTheSameSentenceOfOtherThingsIsNoCopy(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, []corpus.Article{
		told("tarn", "Tarn", "The bank of Tarn issued a bond of 40 million crowns in May. It will be listed in Lowestead from the first day of June."),
		told("brigg", "Brigg", "The city of Brigg has sold a bond to three insurers. It will be listed in Lowestead from the first day of June."),
	})
	const line = "/ask where will the bond be listed"
	a, err := b.Answer(t.Context(), line)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Quotes) != 2 || len(a.Quotes[0].Also)+len(a.Quotes[1].Also) > 0 {
		t.Errorf("two bonds are one:\n%s", reply(t, b, line))
	}
}

func TestCopiesDoNotMakeADayWeightier(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, []corpus.Article{
		told("a", "A", "The Velden tunnel was flooded on 4 May 2021 after pumps had failed."),
		told("b", "B", "Pumps had failed before the Velden tunnel was flooded in the night of 4 May 2021."),
		told("c", "C", "The Velden tunnel was painted on 9 August 2022 by two brothers."),
		told("d", "D", "The Velden tunnel was painted on 9 August 2022 by two brothers."),
		told("e", "E", "The Velden tunnel was painted on 9 August 2022 by two brothers."),
	})
	const line = "/timeline velden tunnel limit:1"
	a, err := b.Answer(t.Context(), line)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Quotes) != 1 || a.Quotes[0].Date.Value != "2021-05-04" {
		t.Errorf("three copies outweigh two articles:\n%s", reply(t, b, line))
	}
}
