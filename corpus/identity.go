package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// draft is an article that has not been named yet.
type draft struct {
	Article
	file string // the file's path
	line int    // where it stands in its file; 0: it is the file
	key  string // the file's place in the corpus, of which a missing id is made; "": the id is made of the content
}

// identities gives every article of a corpus an id of its own.
type identities struct {
	used   map[string]string // path by id
	copies map[string]string // path by id and content
	count  map[string]int    // how many articles came with an id
}

// newIdentities returns identities of no article.
func newIdentities() *identities {
	return &identities{used: map[string]string{}, copies: map[string]string{}, count: map[string]int{}}
}

// name returns the article with its id: the one that it came with, else 16 hexadecimal
// digits of a digest of its place or its content. An article that came before, with the
// same id and content, is dropped; one with the same id and other content gets "-2",
// "-3" and so on after it. Both are reported.
func (ids *identities) name(d draft, report func(Problem)) (Article, bool) {
	a := d.Article
	if a.ID == "" {
		a.ID = d.derived()
	}
	problem := Problem{Path: d.file, Line: d.line}
	content := a.content()
	if first, ok := ids.copies[content]; ok {
		problem.Reason = "a duplicate of " + first
		report(problem)
		return Article{}, false
	}
	ids.copies[content] = a.Path
	if first, taken := ids.used[a.ID]; taken {
		base := a.ID
		for ; taken; _, taken = ids.used[a.ID] {
			ids.count[base]++
			a.ID = fmt.Sprintf("%s-%d", base, ids.count[base]+1)
		}
		a.Stamp = "" // whether it is free is seen anew each time
		problem.Reason, problem.Repaired = fmt.Sprintf("its id %q is that of %s: called %q", base, first, a.ID), true
		report(problem)
	}
	ids.used[a.ID] = a.Path
	return a, true
}

// claim takes an id and a content for an article that was not read; false where one of them
// belongs to another.
func (ids *identities) claim(a Article, content string) bool {
	_, copied := ids.copies[content]
	_, taken := ids.used[a.ID]
	if copied || taken {
		return false
	}
	ids.copies[content], ids.used[a.ID] = a.Path, a.Path
	return true
}

// derived makes an id for an article that came without one.
func (d draft) derived() string {
	if d.key != "" {
		return digest("path", d.key)
	}
	return digest("content", d.Title, d.URL, d.Text)
}

// content returns a digest of all that the article says, and of its id, but not of its path.
func (a Article) content() string {
	a.Path = ""
	return a.Hash()
}

// digest returns 16 hexadecimal digits of the SHA-256 of the parts.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}
