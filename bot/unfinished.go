package bot

import (
	"context"
	"slices"
	"strings"
)

// emptyIndex says that there is nothing to answer from.
const emptyIndex = "The index is empty: no article has been read yet."

// speaksOfArticles says whether an answer to a command depends on what is indexed.
func speaksOfArticles(command string) bool {
	return slices.Contains([]string{"who", "timeline", "ask", "between", "said", "sources", "coverage", "changes", "latest"}, command)
}

// unfinished says of an index that never was whole that there is more than it holds, so that
// nobody takes what it lacks for what the articles do not say; "" of any other. Quotes from it
// are as true as ever.
func (b *Bot) unfinished(ctx context.Context) (string, error) {
	if !b.index.Refreshed().IsZero() {
		return "", nil
	}
	n, _, err := b.index.Counts(ctx)
	if err != nil {
		return "", err
	}
	if b.index.Refreshing() {
		return "The index is being built: it holds " + plural(n, "article") + " so far, and there is more to say when it is whole.", nil
	}
	if n == 0 {
		return emptyIndex, nil
	}
	return "The index is not whole: it holds " + plural(n, "article") + ", and others have not been read yet.", nil
}

// qualify puts a remark before what the answer says.
func (a *Answer) qualify(remark string) {
	if a.Note != remark {
		a.Note = strings.TrimSpace(remark + "\n" + a.Note)
	}
}
