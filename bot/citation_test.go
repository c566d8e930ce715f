package bot

import (
	"testing"
	"time"

	"storybot/corpus"
	"storybot/corpus/timex"
)

func day(t *testing.T, s string) time.Time {
	t.Helper()
	if s == "" {
		return time.Time{}
	}
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestLabelSaysWhatIsKnownAndWhatIsNot(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ outlet, published, title, want string }{
		{"Harbour Post", "2025-01-22", "Ferry sold", "Harbour Post · 22 January 2025 · Ferry sold"},
		{"", "", "", "untitled · outlet unknown · date unknown"},
		{"Harbour Post", "", "Ferry sold", "Harbour Post · Ferry sold · date unknown"},
		{"", "2025-01-02", "", "2 January 2025 · untitled · outlet unknown"},
		{" ", "", "Ferry sold", "Ferry sold · outlet unknown · date unknown"},
	} {
		r := Reference{Source: corpus.Source{Title: c.title, Outlet: c.outlet, Published: day(t, c.published)}}
		if got := r.Label(); got != c.want {
			t.Errorf("Label() = %q, want %q", got, c.want)
		}
	}
}

func TestEventDateIsAsPreciseAsKnown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		value, begin, until string
		precision           timex.Precision
		want                string
	}{
		{"2025-01-21", "2025-01-21", "2025-01-22", timex.Day, "21 January 2025"},
		{"2025-01-21T14:30", "2025-01-21", "2025-01-22", timex.Minute, "21 January 2025, 14:30"},
		{"2025-01-21T14", "2025-01-21", "2025-01-22", timex.Hour, "21 January 2025"},
		{"2025-01-21T99:99", "2025-01-21", "2025-01-22", timex.Minute, "21 January 2025"},
		{"2025-01-21TEV", "2025-01-21", "2025-01-22", timex.PartDay, "evening of 21 January 2025"},
		{"2025-W03", "2025-01-13", "2025-01-20", timex.Week, "week of 13 January 2025"},
		{"2025-W03-WE", "2025-01-18", "2025-01-20", timex.Weekend, "weekend of 18 January 2025"},
		{"2025-01", "2025-01-01", "2025-02-01", timex.Month, "January 2025"},
		{"2024-SP", "2024-03-01", "2024-06-01", timex.Season, "spring 2024"},
		{"2024-FA", "2024-09-01", "2024-12-01", timex.Season, "autumn 2024"},
		{"2024-WI", "2024-12-01", "2025-03-01", timex.Season, "winter 2024–25"},
		{"", "2024-06-21", "2024-09-21", timex.Season, "summer 2024"},
		{"2024-Q3", "2024-07-01", "2024-10-01", timex.Quarter, "third quarter of 2024"},
		{"2024-Q4", "2024-10-01", "2025-01-01", timex.Quarter, "fourth quarter of 2024"},
		{"2024-H1", "2024-01-01", "2024-07-01", timex.Half, "first half of 2024"},
		{"2024-H2", "2024-07-01", "2025-01-01", timex.Half, "second half of 2024"},
		{"2018", "2018-01-01", "2019-01-01", timex.Year, "2018"},
		{"199", "1990-01-01", "2000-01-01", timex.Decade, "the 1990s"},
		{"20", "2000-01-01", "2100-01-01", timex.Century, "the 21st century"},
		{"18", "1801-01-01", "1901-01-01", timex.Century, "the 19th century"},
		{"10", "1001-01-01", "1101-01-01", timex.Century, "the 11th century"},
		{"PAST_REF", "", "", "", "PAST_REF"},
		{"", "", "", "", "date unknown"},
		{"", "2018-01-01", "", "", "date unknown"},
	} {
		d := EventDate{Value: c.value, Begin: day(t, c.begin), Until: day(t, c.until), Precision: c.precision}
		if got := d.String(); got != c.want {
			t.Errorf("%s %q: String() = %q, want %q", c.precision, c.value, got, c.want)
		}
	}
}
