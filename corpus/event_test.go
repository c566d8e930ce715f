package corpus_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"storybot/corpus"
)

func TestEventsDateSentences(t *testing.T) {
	t.Parallel()
	published := time.Date(2024, 5, 15, 0, 0, 0, 0, time.UTC) // a Wednesday
	for _, c := range []struct{ text, want string }{
		{"The bridge was opened on May 3, 2024.", "0 2024-05-03 1.00"},
		{"Keller said on Monday that the bridge was safe.", "0 2024-05-13 0.80"},
		{"The mayor has led the town since 2015.", "0 2015 0.70"},
		{"The ferry, which the town bought in 2012, sank on Sunday.", "0 2012 0.40|0 2024-05-12 1.00"},
		{"The town that bought the ferry in 2012, and lost it, paid on May 2, 2024.", "0 2012 0.40|0 2024-05-02 1.00"},
		{"The harbour has a new master. He is 40.", "0 published 1.00|1 published 1.00"},
		{"The harbour opened on Tuesday. Its master is new.", "0 2024-05-14 1.00"},
		{"The harbour opened in 1990. Its master is new.", "0 1990 1.00|1 published 1.00"},
		{"It will take six months.", "0 published 1.00"},
		{strings.Repeat("Nothing happened here. ", 7), "0 published 1.00|1 published 1.00|2 published 1.00|3 published 1.00|4 published 1.00"},
		{"The bridge opened in March 2019. Four months later, on July 22, 2019, it was closed.", "0 2019-03 1.00|1 2019-07-22 1.00"},
		{"The mayor resigned on May 5, less than two weeks ago.", "0 2024-05-05 1.00"},
		{"The bridge was closed on July 22, 2019, in the summer of 2019.", "0 2019-07-22 1.00"},
		{"The bridge was closed in 2018, in 2019 and in 2020.", "0 2018 1.00|0 2019 1.00|0 2020 1.00"},
		{"The toll rose in 2018, and on May 3, 2018, it fell.", "0 2018 1.00|0 2018-05-03 1.00"},
		{"He promised a fortune to the fund for the inauguration on January 20, 2024.", "0 2024-01-20 0.50"},
		{"She spoke at the opening on May 3, 2024.", "0 2024-05-03 1.00"},
		{"The bridge will open on July 1, 2024.", "0 2024-07-01 0.60"},
		{"Bell denies a part in Quill’s June 2019 death.", "0 2019-06 0.40"},
		{"The plan paid off when the town was asked in June 2019 to join.", "0 2019-06 0.70"},
		{"The town paid in June 2019 for the bridge.", "0 2019-06 1.00"},
		{"The harbour has a new master. He resigned that evening.", "0 published 1.00"},
		{"She dropped that case on May 3, 2024.", "0 2024-05-03 1.00"},
		{"The case that opened on May 3, 2024, was lost.", "0 2024-05-03 0.40"},
		{"", ""},
	} {
		r := corpus.Analyze(corpus.Article{Text: c.text, Source: corpus.Source{Published: published}})
		var got []string
		for _, v := range r.Events {
			value := "published"
			if v.Date >= 0 {
				value = r.Dates[v.Date].Value
			}
			got = append(got, fmt.Sprintf("%d %s %.2f", v.Sentence, value, v.Main))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestEventsOfAnUndatedArticleHaveDatesOfTheText(t *testing.T) {
	t.Parallel()
	r := corpus.Analyze(corpus.Article{Text: "The ferry sank. It was raised in 2012."})
	if len(r.Events) != 1 || r.Events[0].Sentence != 1 || r.Events[0].Date != 0 {
		t.Errorf("got %+v", r.Events)
	}
}

func TestADateThatRunsPastItsSentenceIsDated(t *testing.T) {
	t.Parallel()
	published := time.Date(2024, 5, 15, 0, 0, 0, 0, time.UTC)
	for _, text := range []string{
		"The ferry earned 3 million for the year\n    1986 was the worst of all.",
		"The town built the ferry in May\n    Last year it was sold.",
	} {
		r := corpus.Analyze(corpus.Article{Text: text, Source: corpus.Source{Published: published}})
		if len(r.Sentences) != 2 || len(r.Events) == 0 {
			t.Errorf("%q: %+v", text, r.Events)
		}
	}
}
