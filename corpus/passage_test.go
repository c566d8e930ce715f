package corpus

import (
	"slices"
	"strings"
	"testing"
)

// passages returns the passages as strings.
func passages(text string) []string {
	var out []string
	for _, p := range Passages(text, Sentences(text)) {
		out = append(out, p.Of(text))
	}
	return out
}

func TestPassagesMergeShortParagraphsAndKeepHeadingsWithTheirText(t *testing.T) {
	t.Parallel()
	long := strings.TrimSpace(strings.Repeat("The plan was set out in detail. ", 9))
	text := "A title\n\nIt began well.\n\n" + long + "\n\nWhat comes next\n\nNobody knows.\n\n"
	want := []string{"A title\n\nIt began well.\n\n" + long, "What comes next\n\nNobody knows."}
	if got := passages(text); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPassagesCutLongParagraphsEvenly(t *testing.T) {
	t.Parallel()
	text := strings.TrimSpace(strings.Repeat("The plan was set out in detail on a large table. ", 26))
	got := passages(text)
	if len(got) != 3 {
		t.Fatalf("%d passages of %d bytes", len(got), len(text))
	}
	for _, p := range got {
		if len(p) < 300 || len(p) > 600 || !strings.HasSuffix(p, ".") {
			t.Errorf("passage of %d bytes: %q", len(p), p)
		}
	}
}

func TestPassagesOfNothing(t *testing.T) {
	t.Parallel()
	if got := Passages("", nil); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}
