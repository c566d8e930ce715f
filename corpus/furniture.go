package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxFurniture is the most bytes of a paragraph that can be furniture of a page.
const maxFurniture = 160

// furniture are the words with which short paragraphs begin that belong to the page rather
// than to the article, in lower case: a row each for promotion, dates, sharing, credits.
var furniture = strings.Split(`sign up,subscribe to,subscribe now,read more,read next,follow us,follow him,follow her,you may also,you might also,click here,`+
	`join our,join us,get the latest,get our,have a tip,have a news tip,recommended:,watch:,listen:,related:,more:,see more:,see also:,`+
	`first published,published:,updated:,last updated,last modified,posted:,`+
	`share this,share on,post comment,leave a comment,skip to,view author archive,view comments,`+
	`photo:,image:,credit:,(image credit,(photo credit,image copyright,media playback,enlarge image,copyright ©,copyright 20,©,all rights reserved,filed under,tags:,topics:`, ",")

// furnitureLines are words that are a whole paragraph of furniture, but for signs and numbers.
var furnitureLines = set(`advertisement advert caption captions close comments comment facebook twitter whatsapp linkedin reddit pinterest print email
	share subscribe trending tags topics recommended related watch listen copyright`)

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

// isCaption matches the line under a picture by the credit at its end: "The quay (Photo: Ann Lee)".
var isCaption = regexp.MustCompile(`(?i)\((?:image|photo|picture|credit|foto|pic)s?(?: credit| courtesy)?\s*(?::|©|by )[^)]*\)$`)

// isCount matches the count of a gallery: "Image 1 of 5".
var isCount = regexp.MustCompile(`(?i)^(?:image|photo|slide|picture)?\s*\d+\s*(?:of|/)\s*/?\s*\d+$`)

// promotions are short paragraphs that point to other articles.
var promotions = strings.Split("don't miss,don’t miss,most read,most popular,view author archive,follow on twitter,sign in,back to top", ",")

// isPromotion says whether a paragraph in lower case is one of them.
func isPromotion(lower string) bool {
	return slices.Contains(promotions, strings.TrimRight(lower, " :.!…"))
}

// isFurniture says whether a paragraph belongs to the page.
func isFurniture(paragraph string) bool {
	if len(paragraph) > maxFurniture {
		return false
	}
	if len(paragraph) < 3 && strings.Trim(paragraph, "0123456789") == "" {
		return true
	}
	if isCaption.MatchString(paragraph) || isCount.MatchString(paragraph) {
		return true
	}
	lower := strings.ToLower(paragraph)
	if furnitureLines[strings.TrimFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) })] || isPromotion(lower) {
		return true
	}
	for _, words := range furniture {
		if rest, ok := strings.CutPrefix(lower, words); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return rest == "" || !unicode.IsLetter(r)
		}
	}
	return false
}

const (
	maxHeading = 90 // bytes of a line above or below an article that is none of its paragraphs
	mostAbove  = 3  // such lines that are dropped above; more of them are a list
	mostBelow  = 1  // and below
)

// withoutEnds drops the few short lines before the first and after the last paragraph of an
// article: dates, names of sections and authors, and headings over nothing.
func withoutEnds(text string) string {
	all := strings.Split(text, "\n\n")
	isBody := func(p string) bool { return len(p) > maxHeading || endsSentence(p) }
	first := slices.IndexFunc(all, isBody)
	if first < 0 {
		return text
	}
	last := len(all)
	for !isBody(all[last-1]) {
		last--
	}
	if first > mostAbove {
		first = 0
	}
	if len(all)-last > mostBelow {
		last = len(all)
	}
	return strings.Join(all[first:last], "\n\n")
}
