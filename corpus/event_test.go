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
