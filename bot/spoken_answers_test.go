package bot_test

import (
	"strings"
	"testing"
	"time"

	"storybot/corpus"
)

// millNews is a small story of a mill and its people, written for these tests.
func millNews() []corpus.Article {
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	article := func(id, title string, published time.Time, text string) corpus.Article {
		return corpus.Article{ID: id, Path: id + ".txt", Text: text, Source: corpus.Source{Title: title, Outlet: "Harrow Post", Published: published}}
	}
	return []corpus.Article{
		article("rise", "Lowell Mill names Stroud", day(2023, 5, 9),
			"Petra Stroud worked at Lowell Mill for nine years. In June 2021 she was made head of its looms.\n\n"+
				"Stroud gave up the looms in March 2023 and became director of Lowell Mill on May 8, 2023. "+
				"The board had looked for somebody since 2022, when Hugo Lamb, who had become director in 2014, left."),
		article("trial", "Lamb stands trial", day(2024, 2, 2),
			"Hugo Lamb faces four years in jail if convicted of fraud at Lowell Mill. His lawyer says that he would not be convicted of anything. The trial goes on."),
		article("verdict", "Lamb guilty of fraud", day(2024, 4, 20),
			"Hugo Lamb was convicted of fraud on Friday over the books of Lowell Mill, a court in Harrow said. Stroud called it a sad day."),
		article("ally", "The mayor's circle", day(2024, 6, 1),
			"Petra Stroud, the director of Lowell Mill, has emerged as the closest ally of Mayor Ines Vane, 61, in the quarrel over the weir. "+
				"Vane was not at the mill's feast in May; she had been asked but was ill.\n\n"+
				"Oskar Pell is a rival. He runs Dunmore Dyes, which wants the weir gone."),
		article("weir", "Weir to stay", day(2025, 1, 15),
			"The weir at Lowell Mill stays, the council of Harrow decided on Tuesday. Lowell Mill will pay $80,000 a year for it."),
	}
}

func TestQuestionsAsReadersTypeThem(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, millNews())
	for _, c := range []struct{ question, want string }{ // "": the articles do not say
		{"who's the closest ally of vane", "has emerged as the closest ally"},
		{"who is the director of lowell mill", "Petra Stroud, the director of Lowell Mill"},
		{"who is the ceo of dunmore dyes", "He runs Dunmore Dyes"},
		{"who is the mayor of dunmore", ""},
		{"how old is ines vane", "Ines Vane, 61,"},
		{"how old is petra stroud", ""},
		{"when did stroud become director of lowell mill", "May 8, 2023"},
		{"stroud became director when", "May 8, 2023"},
		{"was hugo lamb convicted", "was convicted of fraud on Friday"},
		{"has lamb been convicted", "was convicted of fraud on Friday"},
		{"latest on lowell mill", "stays, the council"},
		{"what's the latest news about lamb", "was convicted of fraud on Friday"},
		{"who wants to buy lowell mill", ""},
		{"who wants to buy the weir", ""},
		{"how do i dye my wool", ""},
		{"did stroud resign", ""},
		{"who invented the weir", ""},
	} {
		answersFirst(t, b, ix, c.question, c.want)
	}
}

func TestEachQuestionOfALineIsAnswered(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, millNews())
	a, err := b.Answer(t.Context(), "/ask who is Petra Stroud? when did she become director of lowell mill? how old is she?")
	if err != nil {
		t.Fatal(err)
	}
	check(t, ix, a)
	if !a.Answered || len(a.Quotes) < 2 || !strings.Contains(a.Quotes[0].Text, "director of Lowell Mill") || !strings.Contains(a.Quotes[1].Text, "May 8, 2023") {
		t.Errorf("answered is %t, the first two quotes of\n%s", a.Answered, quotesOf(a))
	}
	if !strings.Contains(a.Note, "how old is she") || strings.Contains(a.Note, "nearest") {
		t.Errorf("the note is %q", a.Note)
	}
}
