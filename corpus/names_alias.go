package corpus

import (
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"
)

// initials returns the letters by which a long name may be abbreviated: those of its
// capitalised words, and those of all its words.
func initials(text string) []string {
	var some, all strings.Builder
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == ',' }) {
		r, _ := utf8.DecodeRuneInString(w)
		if s := strings.ToLower(strings.ReplaceAll(w, ".", "")); s == "us" && upperFirst(w) || s == "uk" || s == "un" {
			some.WriteString(s)
			all.WriteString(s)
			continue
		}
		if unicode.IsUpper(r) {
			some.WriteRune(unicode.ToLower(r))
		}
		all.WriteRune(unicode.ToLower(r))
	}
	if some.Len() == all.Len() {
		return []string{some.String()}
	}
	return []string{some.String(), all.String()}
}

// aliases links names of which the text itself says that they are one: a short form in
// brackets, "also known as" and its like, handles and nicknames.
func (d *nameText) aliases(forms *nameForms) {
	for i, f := range d.found {
		if f.nick != "" {
			forms.unite(forms.byKey[nameKey(f.nick)], f.form)
		}
		if i == 0 || d.found[i-1].sentence != f.sentence || f.from-d.found[i-1].to > longestJoin {
			continue
		}
		a, b := d.found[i-1], f
		long, short := a.form, b.form
		switch join := d.between(a, b); {
		case join == "(" || join == ", or" || join == "( or" || join == ",":
			d.bracketed(forms, long, short, b, join)
		case join == ", as" && d.knownBehind(b):
			forms.unite(long, short)
		case aliasJoins[join] && d.closed(b, join) && (aliasSure[join] || !d.within(a)):
			if known := kindKnown[short.key]; !long.person || known.weight == 0 || known.kind == Person {
				forms.unite(short, long)
			}
		}
	}
}

// longestJoin is how many words and signs may stand between two names of one thing.
const longestJoin = 8

// between returns the words between two mentions in lower case, without quotation marks
// and articles.
func (d *nameText) between(a, b foundName) string {
	var join []string
	words := d.sentences[a.sentence].words
	if words[a.to-1].possessive() {
		return ""
	}
	for _, w := range words[a.to:b.from] {
		if s := d.lower(w); !defineQuotes[s] && !defineArticles[s] {
			join = append(join, s)
		}
	}
	return strings.Join(join, " ")
}

// closed says whether the phrase ends behind mention b: at a sign, or at a bracket where
// join opened one.
func (d *nameText) closed(b foundName, join string) bool {
	words := d.sentences[b.sentence].words
	if words[b.to-1].possessive() {
		return false
	}
	i := b.to
	for i < len(words) && defineQuotes[words[i].Of(d.text)] {
		i++
	}
	if i >= len(words) {
		return true
	}
	s := words[i].Of(d.text)
	if strings.HasPrefix(join, "(") {
		return s == ")" || s == "," || s == ";"
	}
	return defineBreaks[s] || aliasEnds[s]
}

// within says whether mention a stands inside a phrase of which something is said, and
// not of the name: "a district of NAME, known as".
func (d *nameText) within(a foundName) bool {
	words, i := d.sentences[a.sentence].words, a.from-1
	for i >= 0 && defineArticles[d.lower(words[i])] {
		i--
	}
	return i >= 0 && defineWithin[d.lower(words[i])]
}

// knownBehind says whether "is known" or its like follows mention b.
func (d *nameText) knownBehind(b foundName) bool {
	words := d.sentences[b.sentence].words
	i := b.to
	if i >= len(words) || !defineCopulas[d.lower(words[i])] {
		return false
	}
	for i++; i < len(words) && defineAdverbs[d.lower(words[i])]; i++ {
	}
	return i < len(words) && (d.lower(words[i]) == "called" || defineNaming[d.lower(words[i])])
}

// bracketed links a short form to the long form beside it, and the other way round:
// "World Health Organization (WHO)", "Sam Altman (@sama)".
func (d *nameText) bracketed(forms *nameForms, long, short *nameForm, b foundName, join string) {
	if !d.closed(b, join) {
		return
	}
	if strings.HasPrefix(long.text, "@") || len(long.key) < len(short.key) && !strings.HasPrefix(short.text, "@") {
		long, short = short, long
	}
	switch {
	case strings.HasPrefix(short.text, "@"):
		if join == "(" && len(long.words) > 1 && !strings.HasPrefix(long.text, "@") {
			forms.unite(short, long)
		}
	case abbreviates(short, long), join == "(" && contracts(short, long):
		forms.unite(short, long)
	}
}

// unite makes long the name of short, save where that would lead round in a ring.
func (forms *nameForms) unite(short, long *nameForm) {
	if short != nil && long != nil && short.fuller == nil && forms.whole(long) != short {
		short.fuller = forms.whole(long)
	}
}

// abbreviates says whether short is made of the first letters of long.
func abbreviates(short, long *nameForm) bool {
	if len(short.words) != 1 || len(short.text) < 2 || lookOf(short.text) == lowerCase {
		return false
	}
	for _, h := range shortForms(long.text) {
		if h == short.key || strings.TrimSuffix(short.key, "s") == h {
			return true
		}
	}
	return false
}

// contracts says whether short, all capitals, has its letters from long in their order:
// "Department of Health and Human Services (HHS)".
func contracts(short, long *nameForm) bool {
	if long.person || len(long.words) < 2 || len(short.words) != 1 || len(short.key) < 2 || lookOf(short.text) != allCapital && !acronymLike(short.text) {
		return false
	}
	starts := false
	for i, w := range long.words {
		starts = starts || w[0] == short.key[0]
		if w == "the" && i > 0 && long.words[i-1] == "of" && tailInitials(long.words[i+1:]) == short.key {
			return false // "Fiscal Department of the International Monetary Fund (IMF)"
		}
	}
	i := strings.IndexByte(long.key, short.key[0])
	for k := 0; starts && i >= 0 && k < len(short.key); k++ {
		next := strings.IndexByte(long.key[i:], short.key[k])
		if next < 0 {
			return false
		}
		i += next + 1
	}
	return starts
}

// tailInitials returns the first letters of the words of a name's tail, without articles.
func tailInitials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if !namesSmall[w] {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// spelt returns the name that f spells, without a nickname inside it, and the nickname:
// "Ada Quill" and "Owl" for `Ada "The Owl" Quill`.
func (d *nameText) spelt(f foundName) (name, nick string) {
	words := d.sentences[f.sentence].words
	for i := f.from + 1; i < f.to; i++ {
		if n := d.nickname(words[:f.to], i); n > 0 {
			from := i + 1
			if d.lower(words[from]) == "the" {
				from++
			}
			name = d.text[f.Start:words[i-1].End] + " " + d.text[words[i+n].Start:f.End]
			return strings.Join(strings.Fields(name), " "), d.text[words[from].Start:words[i+n-2].End]
		}
	}
	return strings.Join(strings.Fields(f.Of(d.text)), " "), ""
}

// longestNick is how many words a nickname inside a name can have.
const longestNick = 4

// nickname returns how many words and signs at i are a nickname in quotation marks that
// a surname follows, or 0.
func (d *nameText) nickname(words []nameWord, i int) int {
	if words[i].look != mark || !nickQuotes[words[i].Of(d.text)] || i == 0 || words[i-1].look != capital {
		return 0
	}
	for k := i + 1; k < min(len(words)-1, i+2+longestNick); k++ {
		if words[k].look == mark {
			if k == i+1 || !nickQuotes[words[k].Of(d.text)] || words[k+1].look != capital || d.function(words[k+1]) || words[k+1].gap {
				return 0
			}
			return k + 1 - i
		}
		if !words[k].capitalised() && d.lower(words[k]) != "the" {
			return 0
		}
	}
	return 0
}

// The tables below are read only. They hold what stands between two names of one thing,
// without articles and quotation marks.
var (
	// aliasSure join the two wherever they stand.
	aliasSure = phraseSet(`
		, also known as
		, also called
		, formerly known as
		, formerly called
		, formerly
		, previously known as
		, a.k.a
		, a.k.a.
		, aka
		( also known as
		( also called
		( formerly
		( formerly known as
		( formerly called
		( previously
		( previously known as
		( better known as
		( known as
		( nicknamed
		( aka
		( a.k.a
		( a.k.a.
		( a . k . a .
		, a . k . a .
		( now
		( now called
		( now known as
		, now known as
		, now called
		also known as
		aka
		a . k . a .
	`)

	// aliasJoins join the two where the first is no part of another phrase.
	aliasJoins = mergeSets(aliasSure, phraseSet(`
		, better known as
		, better known by his stage name
		, better known by her stage name
		, best known as
		, known as
		, known professionally as
		, known simply as
		, commonly known as
		, widely known as
		, popularly known as
		, known to fans as
		, known to his fans as
		, known to her fans as
		, known to friends as
		, nicknamed
		, dubbed
		, who is known as
		, who is better known as
		, who is nicknamed
		, who goes by
		, who was known as
		, whose nickname is
		, whose real name is
		, born
		better known as
		known as
		nicknamed
	`))

	// aliasEnds go on with the sentence behind the second name.
	aliasEnds = wordSet(`and but or is was are were has had will who which that until since when after before for from in because during said says`)

	// nickQuotes stand around a nickname inside a name.
	nickQuotes = wordSet(`" “ ” ‘ '`)
)

// mergeSets makes one set of two.
func mergeSets(a, b map[string]bool) map[string]bool {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}
