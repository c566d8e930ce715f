package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Texts that were scraped from pages run a headline, a caption or a stamp together with the
// sentence behind it: "Trial delayed again The trial of the doctor ...". What tells where the
// sentence starts is a word with a capital that opens sentences and no names, between words
// in lower case, and the marks that agencies and pages put there.

// The least that may stand on either side of such a place, in words.
const (
	leastBefore = 2
	leastBehind = 4
)

// appendParts appends a sentence of at most MaxSentence bytes, parted where another was run
// together with it.
func appendParts(out []Span, text string, s Span) []Span {
	for cut := gluedAt(text, s); cut > 0; cut = gluedAt(text, s) {
		if part := trim(text, Span{s.Start, cut}); part.Start < part.End {
			out = append(out, part)
		}
		s.Start = cut
	}
	return append(out, s)
}

// gluedAt returns where a sentence starts inside another; 0 where none does.
func gluedAt(text string, s Span) int {
	if cut := stampAt(text, s); cut > 0 {
		return cut
	}
	words, open := 0, 0
	for i := s.Start; i < s.End; {
		r, n := utf8.DecodeRuneInString(text[i:s.End])
		if r != ' ' {
			open += opens(r)
			i += n
			continue
		}
		words++
		if next := skipSpace(text, i, s.End); next > i && words >= leastBefore && open <= 0 && (restarts(text, s, i, next) || namedAgain(text, s, i, next)) {
			return next
		}
		i = skipSpace(text, i, s.End)
	}
	return 0
}

// opens counts a sign that opens or closes what stands inside a sentence.
func opens(r rune) int {
	switch r {
	case '“', '(', '[':
		return 1
	case '”', ')', ']':
		return -1
	}
	return 0
}

// restarts says whether the word at next, behind the space at i, starts another sentence.
func restarts(text string, s Span, i, next int) bool {
	if c := text[next]; c < 'A' || c > 'Z' {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text[s.Start:i])
	if !unicode.IsLower(last) && !unicode.IsDigit(last) && last != '”' && last != ')' && !unicode.IsUpper(last) {
		return false
	}
	word := text[next:wordEnd(text, next, s.End)]
	kind, ok := restarters[word]
	if !ok {
		ok = pluralSubject(word, text[min(s.End, next+len(word)):s.End])
	}
	if !ok || len(strings.Fields(text[next:min(s.End, next+200)])) < leastBehind {
		return false
	}
	before := lastWordOf(text[max(s.Start, i-maxWord):i])
	low := opensLower(before)
	behind := next + len(word)
	switch {
	case low && glueWords[before], !low && kind != openerAlways:
		return false
	case kind == openerComma:
		return strings.HasPrefix(text[behind:s.End], ", ")
	case word == "A" && gradeWords[strings.ToLower(before)]:
		return false
	}
	return strings.HasPrefix(text[behind:s.End], " ") && behind+1 < s.End && isLower(text[behind+1]) && !joinWords[wordAt(text[behind+1:s.End])]
}

// namedAgain says whether the full name of a person stands at next that stands in the sentence
// before, behind a word that cannot go with it: a headline or a caption has it too, and no
// sentence names anybody in full twice.
func namedAgain(text string, s Span, i, next int) bool {
	given := wordEnd(text, next, s.End)
	if given+1 >= s.End || !isUpper(text[next]) || text[given] != ' ' || !isUpper(text[given+1]) || !isLower(text[i-1]) {
		return false
	}
	name := text[next:wordEnd(text, given+1, s.End)]
	if !strings.Contains(text[s.Start:i], name) || !namesGiven[strings.ToLower(text[next:given])] {
		return false
	}
	before := lastWordOf(text[max(s.Start, i-maxWord):i])
	behind := strings.TrimPrefix(text[next+len(name):s.End], " ")
	return opensLower(before) && !strings.Contains(before, "'") && !glueWords[before] && !isRole(before) && !goesOn[wordAt(behind)] && !strings.HasSuffix(before, "ed") && !strings.HasSuffix(before, "ing") &&
		len(strings.Fields(text[next:min(s.End, next+200)])) > leastBehind
}

// isUpper says whether c is an ASCII capital.
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// pluralSubject says whether a word is a plural that opens sentences, with its verb behind it:
// "Efforts are".
func pluralSubject(word, rest string) bool {
	if len(word) < 4 || word[len(word)-1] != 's' || !namesOpeners[strings.ToLower(word)] {
		return false
	}
	verb := wordAt(strings.TrimPrefix(rest, " "))
	return verb == "are" || verb == "were" || verb == "have"
}

// wordEnd returns where the letters from i on end.
func wordEnd(text string, i, end int) int {
	for i < end && isLetter(text[i]) {
		i++
	}
	return i
}

// stampAt returns where a mark of an agency or a page starts or ends inside a sentence; 0
// where there is none.
func stampAt(text string, s Span) int {
	part := s.Of(text)
	if !stampHints.in(part) {
		return 0
	}
	for _, m := range stamps {
		if !m.hinted(part) {
			continue
		}
		for _, at := range m.find.FindAllStringSubmatchIndex(part, -1) {
			if front := part[:at[2]]; m.before && strings.ContainsFunc(front, unicode.IsLower) && (m.own || len(strings.Fields(front)) > leastBefore) {
				return s.Start + at[2]
			}
			if end := skipSpace(text, s.Start+at[3], s.End); m.behind && at[2] == 0 && end < s.End {
				return end
			}
		}
	}
	return 0
}

// stamp is a mark that a page puts between sentences: what the first group matches.
type stamp struct {
	hints          []string // one of them stands in it
	find           *regexp.Regexp
	before, behind bool // where sentences are parted
	own            bool // it says nothing of the story
}

func (m stamp) hinted(s string) bool {
	for _, h := range m.hints {
		if strings.Contains(s, h) {
			return true
		}
	}
	return false
}

// opener says where a word opens a sentence.
type opener uint8

const (
	openerLower  opener = iota // behind a word in lower case
	openerAlways               // behind any word
	openerComma                // behind a word in lower case, where a comma follows
)

// The tables below are read only. As written.
var (
	restarters = openersOf(map[opener]string{
		openerAlways: `The It He She They There This These Those His Her Their Its A An`,
		openerLower: `In On At As After Before When While With For From If Some Many Most Several But Although Since During Despite Under More Two Three
			We You Our My Police Lawyers Officials Protesters Demonstrators Residents Supporters Prosecutors Scientists Experts Doctors Researchers
			Thousands Hundreds Dozens Millions Soldiers Troops Authorities Witnesses Analysts Investors Shares Crowds Fans Ministers`,
		openerComma: `Meanwhile However Earlier Yesterday Today Later Instead Nevertheless Moreover Elsewhere Separately`,
	})

	// glueWords go on with what follows, whatever its case: "in The Hague", "the song She".
	glueWords = set(`a an the and or nor but of in on at to for from by with as than that is are was were be been about into over under after before when while
		if not no then because what how so who whom until unless since though whether where why many top senior other some most those all few several do does did
		can will would know believe his her its their our my your this these those called titled entitled named dubbed headlined said says saying asked song songs film films
		movie show book album novel magazine newspaper paper band group single track musical play series program programme poem website blog column
		both same just only even also convince let make outside inside near across around within since toward towards among who's vs v per via plus like including between against through`)

	// goesOn follow a name that is no subject.
	goesOn = set(`to who whom and or but with in at for on`)

	// joinWords follow the last word of a name or a title: "Plan A and".
	joinWords = set(`and or of nor to as`)

	// gradeWords stand before the letter "A".
	gradeWords = set(`vitamin hepatitis influenza flu type plan group class grade level category schedule team side series section part title exhibit
		appendix annex form figure table virus triple model models list league division block wing unit`)

	stamps = []stamp{
		{[]string{"ast updated"}, regexp.MustCompile(`((?:[0-9]{1,2} [A-Z][a-z]+ [0-9]{4} )?(?:Page )?[Ll]ast updated(?:\s+at)?:?\s+[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]m)?(?:\s+[A-Z]{2,4})?(?:, [A-Z][a-z]+,? [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}(?: [0-9]{1,2}:[0-9]{2} [A-Z]{2,3})?)?(?: Help)?)(?:\s|$)`), true, true, true},
		{[]string{"Report abuse"}, regexp.MustCompile(`((?:Posted by:? [^|]{1,60})?\|[^|]{6,40}[AP]M \| Report abuse)`), true, true, true},
		{[]string{"m | Reply", "m |"}, regexp.MustCompile(`([A-Z][a-z]{2,8} [0-9]{1,2}, [0-9]{4} at [0-9]{1,2}:[0-9]{2} [ap]m \|(?: Reply(?: \|)?)?)`), true, true, true},
		{[]string{"Printable version"}, regexp.MustCompile(`((?:E-mail this to a friend )?Printable version)`), true, true, true},
		{[]string{"Continue reading the main"}, regexp.MustCompile(`(Continue reading the main story)`), true, true, true},
		{[]string{"End Quote"}, regexp.MustCompile(`(End Quote)(?:\s|$)`), true, true, true},
		{[]string{"Special to "}, regexp.MustCompile(`^(By .{3,60} Special to [A-Z][A-Za-z.]+)\s+[A-Z“]`), false, true, false},
		{[]string{"ditor's note: ", "ditor’s note: "}, regexp.MustCompile(`(Editor['’]s [Nn]ote: )`), true, false, false},
		{[]string{"hotograph: "}, regexp.MustCompile(`^(Photograph: [^.]{3,50}?/(?:PA|AP|AFP|EPA|Reuters|REUTERS|Getty(?: Images)?|Rex(?: Features)?|Corbis))\s+[A-Z“]`), false, true, true},
		{[]string{"m EDT", "m EST", "m BST", "m GMT"}, regexp.MustCompile(`((?:[A-Z][A-Z/ ]+ \| )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [0-9]{1,2}, [0-9]{4} [0-9]{1,2}:[0-9]{2} ?[ap]m [EBG][DSM]T)(?:\s|$)`), true, true, true},
		{[]string{") -", ") –", ") —"}, regexp.MustCompile(`[a-z0-9”)A-Z] ((?:[A-Z][A-Z.'-]+(?:[ /][A-Z][A-Z.'-]+){0,3}(?:, [A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)?)?(?:, [A-Z][a-z]{2,8}\.? [0-9]{1,2})? )?\((?:Reuters|AP|AFP|CNN|UPI|Xinhua|Bloomberg|Dow Jones)\) (?:--?|–|—) )`), true, false, false},
	}

	stampHints = hintsOf(stamps)
)

// hintsOf returns what shows that a text may have one of some stamps.
func hintsOf(all []stamp) *needles {
	var hints []string
	for _, m := range all {
		hints = append(hints, m.hints...)
	}
	return newNeedles(hints)
}

// openersOf turns lists of words into one lookup.
func openersOf(rows map[opener]string) map[string]opener {
	out := map[string]opener{}
	for kind, words := range rows {
		for _, w := range strings.Fields(words) {
			out[w] = kind
		}
	}
	return out
}
