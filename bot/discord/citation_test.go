package discord

import (
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
)

func TestACitationSaysWhatIsKnownAndThenWhatIsNot(t *testing.T) {
	t.Parallel()
	day := time.Date(2021, 5, 4, 0, 0, 0, 0, time.UTC)
	other := []bot.Reference{{Source: corpus.Source{Outlet: "The Pilot"}}}
	for _, row := range []struct {
		source corpus.Source
		path   string
		also   []bot.Reference
		want   string
	}{
		{corpus.Source{Outlet: "The Ferryman", Published: day, Title: "Bridge opens"}, "b.txt", nil, "The Ferryman · <t:1620129600:D> · Bridge opens"},
		{corpus.Source{Outlet: "The Ferryman", Published: day}, "in/b_1.txt", nil, `The Ferryman · <t:1620129600:D> · b\_1.txt`},
		{corpus.Source{Outlet: "The Ferryman"}, "", other, `The Ferryman · also in 1 other article \(The Pilot\) · date unknown · untitled`},
		{corpus.Source{Published: day, Title: "Bridge\nopens"}, "", nil, "<t:1620129600:D> · Bridge opens · outlet unknown"},
		{corpus.Source{}, `in\b.txt`, nil, "b.txt · outlet and date unknown"},
		{corpus.Source{Outlet: " "}, "", nil, "outlet and date unknown · untitled"},
	} {
		q := bot.Quote{Article: bot.Reference{Source: row.source, Path: row.path}, Also: row.also}
		if got := citation(q); got != "-# "+row.want {
			t.Errorf("%+v: got %q, want %q", row.source, got, row.want)
		}
	}
}
