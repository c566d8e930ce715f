package corpus

import (
	"fmt"
	"strings"
	"testing"
)

// warcRecord is a record of an archive of the web.
func warcRecord(kind, address, contentType, body string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, address, contentType, len(body), body)
}

// httpAnswer is an answer with a page.
func httpAnswer(header, body string) string {
	return fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n%sContent-Length: %d\r\n\r\n%s", header, len(body), body)
}

func TestWARCGivesThePagesInIt(t *testing.T) {
	t.Parallel()
	const http = "application/http; msgtype=response"
	records := []string{
		warcRecord("warcinfo", "", "application/warc-fields", "software: x"),
		warcRecord("request", "https://paper.example/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"),
		warcRecord("response", "https://paper.example/1?utm_source=x", http, httpAnswer("", page("", story))),
		warcRecord("response", "https://paper.example/2", http, httpAnswer("Content-Encoding: gzip\r\n", zipped(page("", story+"<p>Two.</p>")))),
		warcRecord("response", "https://paper.example/3", http, "HTTP/1.1 301 Moved\r\nLocation: /1\r\n\r\n"),
		warcRecord("response", "https://paper.example/4", http, strings.Replace(httpAnswer("", "PNG"), "text/html", "image/png", 1)),
		warcRecord("resource", "https://paper.example/5", "text/plain", "Plain words."),
	}
	whole := strings.Join(records, "")
	packed := ""
	for _, r := range records {
		packed += zipped(r)
	}
	for name, content := range map[string]string{"a.warc": whole, "a.warc.gz": packed} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := read(t, Options{}, files{name: content}.write(t))
			if len(got.articles) != 3 || len(got.problems) != 1 || !strings.Contains(got.problems[0].Reason, "4 of its records hold no page") {
				t.Fatalf("articles %q, problems %v", pathsOf(got.articles), got.problems)
			}
			one, two := got.articles[0], got.articles[1]
			if one.ID != digest("url", "https://paper.example/1") || below(one.Path) != name+"#https://paper.example/1?utm_source=x" ||
				one.Title != "Town builds" || one.Evidence.URL != "address" || !strings.HasPrefix(one.Text, storyText) {
				t.Errorf("got %+v", one)
			}
			if !strings.HasSuffix(two.Text, "Two.") || got.articles[2].Text != "Plain words." {
				t.Errorf("got %q, %q", two.Text, got.articles[2].Text)
			}
		})
	}
}

func TestWARCKeepsWhatStandsBeforeABreak(t *testing.T) {
	t.Parallel()
	one := warcRecord("resource", "https://paper.example/1", "text/plain", "One.")
	for name, broken := range map[string]string{
		"a record that ends early": one[:len(one)-6],
		"no record":                "something else\n",
		"a size that is none":      "WARC/1.0\r\nContent-Length: -1\r\n\r\n",
		"an endless header":        "WARC/1.0\r\n" + strings.Repeat("A: b\r\n", 300_000),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := read(t, Options{}, files{"a.warc": one + broken}.write(t))
			if len(got.articles) != 1 || got.articles[0].Text != "One." || len(got.problems) == 0 {
				t.Errorf("%d articles, problems %v", len(got.articles), got.problems)
			}
		})
	}
}

func FuzzReadWARC(f *testing.F) {
	f.Add(warcRecord("response", "https://paper.example/1", "application/http", httpAnswer("", "<p>x")))
	f.Add("WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n")
	f.Fuzz(func(t *testing.T, data string) { drafts(t, "a.warc", data) })
}
