package bot_test

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"

	"storybot/bot"
	"storybot/corpus"
	"storybot/index"
)

// TestAskingDuringARefresh asks while thirty articles grow and shrink: every quote must be
// a sentence of one edition or another, and nothing may panic.
func TestAskingDuringARefresh(t *testing.T) {
	t.Parallel()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	write := func(n int) {
		var all []corpus.Article
		for i := range 30 {
			text := strings.Repeat(fmt.Sprintf("The ferry number %d was late in Lowestead. ", n), 1+4*(n%2))
			all = append(all, corpus.Article{ID: fmt.Sprint(i), Path: fmt.Sprint(i), Text: text})
		}
		_, err := ix.Refresh(t.Context(), func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
			return slices.Values(all), nil
		}, index.RefreshOptions{})
		if err != nil {
			t.Error(err)
		}
	}
	write(0)
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for asked := bot.New(ix, bot.Options{}); ; {
				select {
				case <-done:
					return
				default:
				}
				a, err := asked.Answer(t.Context(), "/ask how many ferry late lowestead")
				if err != nil {
					t.Error(err)
				}
				for _, q := range a.Quotes {
					if !strings.HasPrefix(q.Text, "The ferry number ") || !strings.HasSuffix(q.Text, " was late in Lowestead.") {
						t.Errorf("a quote of no edition: %q", q.Text)
					}
				}
			}
		})
	}
	for n := range 60 {
		write(n + 1)
	}
	close(done)
	readers.Wait()
}
