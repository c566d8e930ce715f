package bot_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"storybot/bot"
)

// rows reads a table as RFC 4180 has it: every row ends in CR LF and has as many cells
// as the first, and quotation marks stand around a cell or doubled within.
func rows(t testing.TB, text string) [][]string {
	t.Helper()
	var all [][]string
	for text != "" {
		var row []string
		for last := false; !last; {
			cell, rest := cell(t, text)
			row = append(row, cell)
			switch {
			case strings.HasPrefix(rest, ","):
				text = rest[1:]
			case strings.HasPrefix(rest, "\r\n"):
				text, last = rest[2:], true
			default:
				t.Fatalf("no separator at %.40q", rest)
			}
		}
		if len(all) > 0 && len(row) != len(all[0]) {
			t.Fatalf("%d cells of %d: %q", len(row), len(all[0]), row)
		}
		all = append(all, row)
	}
	return all
}

func cell(t testing.TB, text string) (value, rest string) {
	t.Helper()
	if !strings.HasPrefix(text, `"`) {
		i := strings.IndexAny(text, ",\r\n\"")
		if i < 0 || text[i] == '"' {
			t.Fatalf("a bare cell does not end: %.40q", text)
		}
		return text[:i], text[i:]
	}
	for i := 1; i < len(text); i++ {
		if text[i] == '"' && strings.HasPrefix(text[i+1:], `"`) {
			i++
		} else if text[i] == '"' {
			return strings.ReplaceAll(text[1:i], `""`, `"`), text[i+1:]
		}
	}
	t.Fatalf("a quoted cell does not end: %.40q", text)
	return "", ""
}

func TestATableHasOneRowAQuote(t *testing.T) {
	t.Parallel()
	want := "date,begin,until,precision,inferred,quote,outlet,published,title,author,url,link,article,start,end,also,claims,file,label,answered\r\n" +
		"spring 2024,2024-03-01,2024-06-01,season,true,\"Lorries were\nbanned in spring.\",,,,,,,b,10,40,,,b.txt,,true\r\n" +
		"21 January 2025,2025-01-21,2025-01-22,day,false,\"The board sold the ferry on Tuesday, \"\"for good\"\".\",Harbour Post,2025-01-22,Ferry *sold*,Ana Prado," +
		"https://post.example/ferry?a=1&b=2,https://post.example/ferry?a=1&b=2#:~:text=The%20board,a,0,48,Quay News · untitled · date unknown · c.txt,23 January 2025 [Dock Times · untitled · date unknown],a.txt,,true\r\n" +
		",,,,,'-2 degrees…,,,,,,,d,5,17,,,,,true\r\n"
	if got := export(t, ferry(), bot.CSV); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestATableSaysWhereTheArticlesDoNot(t *testing.T) {
	t.Parallel()
	a := ferry()
	a.Answered = false
	for _, row := range rows(t, export(t, a, bot.CSV))[1:] {
		if row[len(row)-1] != "false" {
			t.Errorf("a nearest passage looks like an answer: %q", row)
		}
	}
	a.Quotes = nil
	if got := rows(t, export(t, a, bot.CSV)); len(got) != 1 {
		t.Errorf("rows without a quote: %q", got)
	}
}

// FuzzATableHoldsAnyText checks that all cells read back, by the strict reader and by
// that of the standard library, and that none can be taken for a formula.
func FuzzATableHoldsAnyText(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, text, title string) {
		if !utf8.ValidString(text) || !utf8.ValidString(title) {
			t.Skip()
		}
		a := ferry()
		a.Quotes[1].Text, a.Quotes[1].Article.Title, a.Quotes[1].Article.ID = text, title, title
		out := export(t, a, bot.CSV)
		got := rows(t, out)
		unmarked := slices.Clone(got[2])
		for i, cell := range got[2] {
			if strings.IndexAny(cell, "=+-@\t\r\n") == 0 {
				t.Errorf("a formula: %q", cell)
			}
			if rest, ok := strings.CutPrefix(cell, "'"); ok && rest != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(rest)[0]) {
				unmarked[i] = rest
			}
		}
		for i, want := range map[int]string{5: text, 8: title, 12: title} {
			if unmarked[i] != want && got[2][i] != want {
				t.Errorf("%q came back as %q", want, got[2][i])
			}
		}
		again, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if err != nil || len(again) != len(got) || again[2][5] != strings.ReplaceAll(got[2][5], "\r\n", "\n") {
			t.Errorf("encoding/csv reads %q: %v", again, err)
		}
	})
}
