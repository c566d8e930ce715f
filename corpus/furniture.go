package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxFurniture is the most bytes of a paragraph that can be furniture of a page.
const maxFurniture = 160

// furniture are the words with which short paragraphs begin that belong to the page rather
// than to the article, in lower case: a row each for promotion, dates, sharing, credits.
var furniture = strings.Split(`sign up,subscribe,read more,read next,follow us,follow him,follow her,you may also,you might also,click here,`+
	`join our,join us,get the latest,get our,have a tip,have a news tip,recommended,watch:,listen:,related:,more:,advertisement,`+
	`first published,published:,updated:,last updated,last modified,posted:,`+
	`share this,post comment,leave a comment,comments,facebook,twitter,whatsapp,print,email,skip to,`+
	`photo:,image:,credit:,(image credit,(photo credit,copyright,©,all rights reserved,filed under,tags:,topics:`, ",")

// withoutFurniture drops the paragraphs that belong to the page: what begins with the
// words of furniture, and numbers that stand alone.
func withoutFurniture(text string) string {
	var kept []string
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if !isFurniture(paragraph) {
			kept = append(kept, paragraph)
		}
	}
	return strings.Join(kept, "\n\n")
}

// isFurniture says whether a paragraph belongs to the page.
func isFurniture(paragraph string) bool {
	if len(paragraph) > maxFurniture {
		return false
	}
	if len(paragraph) < 3 && strings.Trim(paragraph, "0123456789") == "" {
		return true
	}
	lower := strings.ToLower(paragraph)
	for _, words := range furniture {
		if rest, ok := strings.CutPrefix(lower, words); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return rest == "" || !unicode.IsLetter(r)
		}
	}
	return false
}
