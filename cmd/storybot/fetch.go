package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"storybot/bot"
	"storybot/corpus"
	"storybot/corpus/web"
)

// fetchWithin bounds the time to fetch one page, with robots.txt before it and redirects.
const fetchWithin = time.Minute

// fetcher reads articles that operators offer.
type fetcher struct {
	places   *places
	maxBytes int64
}

// fetch reads the one article of an offer; see bot.Fetcher.
func (f *fetcher) fetch(ctx context.Context, o bot.Offer) (corpus.Article, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchWithin)
	defer cancel()
	switch {
	case o.URL != "":
		return f.page(ctx, strings.Trim(o.URL, "<>"))
	case o.Data != nil:
		return f.sent(ctx, o)
	}
	return f.file(ctx, o.File, o.File)
}

// options say how an offer is read: whole, also where a refresh that is under way could pass
// it over as unchanged.
func (f *fetcher) options() corpus.Options { return corpus.Options{MaxBytes: f.maxBytes} }

func noArticle(format string, args ...any) error {
	return &bot.ReaderError{Message: fmt.Sprintf(format, args...)}
}

// page fetches a page of the web.
func (f *fetcher) page(ctx context.Context, address string) (corpus.Article, error) {
	if !web.IsAddress(address) {
		return corpus.Article{}, noArticle("that is no address of a page: one begins with http:// or https://")
	}
	client, err := f.places.client()
	if err != nil {
		return corpus.Article{}, err
	}
	problems := problems{of: address}
	for e := range client.Listing([]corpus.Location{{Place: address}})(ctx, problems.add) {
		if e.Path != address {
			return corpus.Article{}, noArticle("that is a list of pages, such as a feed or a sitemap, and no article: whoever runs the bot can name it as a part of the corpus")
		}
		one := corpus.Listing(func(context.Context, func(corpus.Problem)) iter.Seq[corpus.Entry] {
			return func(yield func(corpus.Entry) bool) { yield(e) }
		})
		return problems.only(ctx, one.Articles(ctx, f.options(), problems.add))
	}
	return corpus.Article{}, problems.none(ctx)
}

// sent reads a file that was sent.
func (f *fetcher) sent(ctx context.Context, o bot.Offer) (corpus.Article, error) {
	if int64(len(o.Data)) > f.maxBytes {
		return corpus.Article{}, noArticle("that file is larger than %d bytes", f.maxBytes)
	}
	dir, err := os.MkdirTemp("", "storybot-added-")
	if err != nil {
		return corpus.Article{}, err
	}
	defer os.RemoveAll(dir)
	at := filepath.Join(dir, "article"+endOf(o.File))
	if err := os.WriteFile(at, o.Data, 0o600); err != nil {
		return corpus.Article{}, err
	}
	return f.file(ctx, at, o.File)
}

// longestEnd is the longest end of a file's name that may tell its format, in bytes.
const longestEnd = 20

// endOf returns the end of a file's name that its format goes by, with nothing in it that
// could lead anywhere.
func endOf(name string) string {
	name = strings.ToLower(name)
	end := path.Ext(name)
	if end == ".gz" {
		end = path.Ext(strings.TrimSuffix(name, end)) + end
	}
	if len(end) > longestEnd {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r == '.' || r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, end)
}

// file reads a file of this machine that is shown under a name. Its article is known by
// what it says: where the file was does not count.
func (f *fetcher) file(ctx context.Context, at, name string) (corpus.Article, error) {
	shown := path.Base(filepath.ToSlash(name))
	if info, err := os.Stat(at); err == nil && info.IsDir() {
		return corpus.Article{}, noArticle("that is a folder, and no article: whoever runs the bot can name it as a part of the corpus")
	}
	problems := problems{of: shown}
	articles, err := corpus.Read(ctx, []string{at}, f.options(), problems.add)
	if err != nil {
		return corpus.Article{}, noArticle("no article can be read from %s", strings.ReplaceAll(err.Error(), at, shown))
	}
	a, err := problems.only(ctx, articles)
	a.Path = path.Join(addedPath, shown)
	sum := sha256.Sum256([]byte(strings.Join([]string{addedPath, a.Title, a.URL, a.Text}, "\x00")))
	a.ID = hex.EncodeToString(sum[:8])
	return a, err
}

// problems remembers why there is no article.
type problems struct{ of, reason string }

func (p *problems) add(x corpus.Problem) {
	if !x.Repaired {
		p.reason = cmp.Or(p.reason, x.Reason)
	}
}

// only returns the one article; an error where there is none, or more.
func (p *problems) only(ctx context.Context, articles iter.Seq[corpus.Article]) (corpus.Article, error) {
	var found []corpus.Article
	for a := range articles {
		if found = append(found, a); len(found) > 1 {
			return corpus.Article{}, noArticle("that holds more than one article: whoever runs the bot can name it as a part of the corpus")
		}
	}
	if len(found) == 0 {
		return corpus.Article{}, p.none(ctx)
	}
	return found[0], nil
}

// none says why there is no article.
func (p *problems) none(ctx context.Context) error {
	if err := ctx.Err(); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return noArticle("no article can be read from %s: %s", p.of, cmp.Or(p.reason, "takes too long"))
}
