package corpus

import "strings"

// runs finds the names of a sentence in running text.
func (d *nameText) runs(sentence int) {
	words, title := d.sentences[sentence].words, nameTitle{}
	long := d.bracketNames(words)
	i := d.headingEnd(words)
	if end := d.headlineEnd(words); end > 0 {
		d.stretches = append(d.stretches, stretch{sentence, 0, end})
		i = end
	}
	checked := i
	for i < len(words) {
		if to := long[i]; to > 0 {
			d.find(sentence, i, to, title)
			i, title = to, nameTitle{}
			continue
		}
		if i >= checked && words[i].capitalised() {
			end, like := d.titleStretch(words, i)
			if checked = end; like {
				d.stretches = append(d.stretches, stretch{sentence, i, end})
				i, title = end, nameTitle{}
				continue
			}
		}
		if n := max(d.officeTail(words, i, title), d.titlePhrase(words, i, len(words))); n > 0 {
			title = d.titleOf(words[i:i+n], title)
			i += n
			continue
		}
		if from, to := d.quotedWork(words, i); to > 0 {
			d.find(sentence, from, to, nameTitle{})
			i, title = to, nameTitle{}
			continue
		}
		if !d.opensName(words, i) {
			i, title = d.pastTitle(words, i)
			continue
		}
		end := d.runEnd(words, i)
		i, title = end, d.cut(sentence, i, end, title)
	}
}

// find adds the words from from to to of a sentence to what is found.
func (d *nameText) find(sentence, from, to int, title nameTitle) {
	words := d.sentences[sentence].words
	d.found = append(d.found, foundName{
		Span:     Span{words[from].Start, words[to-1].End},
		sentence: sentence, from: from, to: to, title: title,
	})
}

// headingEnd returns the index of the colon behind a heading in capitals that opens the
// sentence ("What It Means: ..."), or 0.
func (d *nameText) headingEnd(words []nameWord) int {
	if len(words) < 3 || !d.opener(words[0]) {
		return 0
	}
	for i := 1; i < len(words) && i < 8; i++ {
		switch {
		case words[i].look == mark && words[i].Of(d.text) == ":":
			return i
		case !words[i].capitalised() && !namesSmall[words[i].Of(d.text)]:
			return 0
		}
	}
	return 0
}

// opensName says whether a name can start at word i.
func (d *nameText) opensName(words []nameWord, i int) bool {
	w := words[i]
	if !w.capitalised() {
		return false
	}
	s := d.lower(w)
	switch {
	case s[0] == '@' && !namesNever[s]:
		return true
	case namesNever[s] || namesTranscript[w.Of(d.text)] || d.shouted(w) || namesPartyCode(s) || rating(w.Of(d.text)) || d.jobAhead(words, i) || d.roleLabel(words, i):
		return false
	case namesDays[s]:
		return d.dayInName(words, i)
	case d.starts(words, i):
		return d.startIsName(words, i)
	}
	return !d.function(w) || d.exceptionalOpener(words, i)
}

// exceptionalOpener says whether a function word with a capital belongs to a name:
// "The Hague", "Will Smith".
func (d *nameText) exceptionalOpener(words []nameWord, i int) bool {
	if i+1 == len(words) || words[i+1].look != capital {
		return false
	}
	pair := d.lower(words[i]) + " " + d.lower(words[i+1])
	if namesNumerals[d.lower(words[i])] && i+2 < len(words) && words[i+2].Of(d.text) == "Of" && !d.starts(words, i) {
		return true // "Seven Views Of Oslo"
	}
	return namesOpenerPairs[pair] || d.pairs[pair] && !d.function(words[i]) || d.lower(words[i]) == "will" && !d.opener(words[i+1]) && words[len(words)-1].Of(d.text) != "?"
}

// dayInName says whether the day or month at word i starts a name: "Sunday Times".
func (d *nameText) dayInName(words []nameWord, i int) bool {
	if i+1 == len(words) || words[i+1].gap || !words[i+1].capitalised() {
		return false
	}
	s, next := d.lower(words[i]), words[i+1]
	named := namesSeasons[s] && words[i].look == capital || s == "jan"
	return namesDayTails[d.lower(next)] || named && next.look == capital && !d.starts(words, i) && !d.opener(next) && !namesDays[d.lower(next)]
}

// runEnd returns where the run of name words that starts at word i ends.
func (d *nameText) runEnd(words []nameWord, i int) int {
	end := i + 1
	for end < len(words) && d.titlePhrase(words, end, len(words)) == 0 && !d.nextName(words, i, end) && !d.dateline(words, end) {
		next := d.extend(words, end)
		if next == end {
			break
		}
		end = next
	}
	return end
}

// nextName says whether another name starts at end, right behind the run from start:
// after words that are all capitals, or with a given name and a surname.
func (d *nameText) nextName(words []nameWord, start, end int) bool {
	if d.creditEnd(words, start, end) {
		return true
	}
	if words[end-1].look == allCapital && words[end-1].Of(d.text) == "TV" {
		return !namesOrgWords[d.key(words, end)] && !namesLegal[d.key(words, end)]
	}
	if end == start+1 && (d.twoPlaces(words, end) || d.houseAndPerson(words, end)) {
		return true
	}
	if d.doubled(words, start, end) || d.personAndHouse(words, start, end) {
		return true
	}
	if end-start < 2 || words[end].look != capital || words[end-1].look == lowerCase || words[end-1].look == mark {
		return false
	}
	if loud(words[end-1]) && loud(words[end-2]) {
		return true
	}
	if !namesGiven[d.lower(words[end])] || end+1 == len(words) || words[end+1].look != capital || d.opener(words[end+1]) {
		return false
	}
	for _, w := range words[start:end] {
		if s := d.lower(w); namesGiven[s] || namesPlaceHeads[s] || w.look == lowerCase || w.End-w.Start == 2 || lowerFirst(w.Of(d.text)) {
			return false
		}
	}
	return true
}

// extend returns the end of the run that ends at end when the words after it join it, or
// end itself.
func (d *nameText) extend(words []nameWord, end int) int {
	last, w := words[end-1], words[end]
	if w.gap {
		return end
	}
	s := w.Of(d.text)
	if last.possessive() {
		if w.capitalised() && namesGenitives[d.lower(last)] {
			return end + 1
		}
		return end
	}
	switch {
	case w.capitalised():
		if d.continues(words, end) {
			return end + 1
		}
		return d.overCapitals(words, end)
	case w.look == mark && nickQuotes[s]:
		if n := d.nickname(words, end); n > 0 && !namesOrgWords[d.lower(last)] && !namesOrgWords[d.lower(words[end+n])] {
			return end + n + 1
		}
	case w.look == lowerCase && namesParticles[s]:
		return d.overParticles(words, end)
	case s == "of" || s == "for" || s == "on" || s == "and" || s == "&" || s == "," || s == "to" || s == "at":
		return d.overJoiner(words, end)
	case shortNumber(s) && w.full == w.End && (namesNumbered[d.lower(last)] || d.version(words, end)):
		return end + 1
	}
	return end
}

// continues says whether the capitalised word at end goes on with the run before it.
func (d *nameText) continues(words []nameWord, end int) bool {
	s, last := d.lower(words[end]), d.lower(words[end-1])
	switch {
	case s == "i" && last == "war":
		return true
	case s == "tv" && words[end].look == allCapital && words[end-1].look == capital:
		return !namesDemonyms[last] && !namesGiven[last] && !namesGeneric[last]
	case namesNever[s] || s[0] == '@' || last[0] == '@':
		return false
	case namesDays[s]:
		return namesDayHeads[last] ||
			namesMonthNames[s] && (namesGiven[last] || s == "jan" && d.nameWordAt(words, end+1)) && !(end+1 < len(words) && shortNumber(words[end+1].Of(d.text)))
	case d.function(words[end]) && !namesNumerals[s] || d.shouted(words[end]) || d.jobAhead(words, end):
		return false
	}
	return true
}

// cut cuts the run of words from start to end at titles and keeps what are names among
// the pieces. The title given stands before the run; the one that ends it is returned.
func (d *nameText) cut(sentence, start, end int, title nameTitle) nameTitle {
	words := d.sentences[sentence].words
	for i := start; i < end; {
		if n := d.titleAt(words, i, end); n > 0 {
			title = d.titleOf(words[i:i+n], title)
			i += n
			continue
		}
		k := i + 1
		for k < end && (words[k-1].look == lowerCase || d.titleAt(words, k, end) == 0) {
			k++
		}
		if from, to := d.trim(words, i, k); from < to && d.isName(words, from, to) {
			from = d.overArticle(words, from)
			if from > i && d.roleBefore(words, from-1, k) {
				title = d.titleOf(words[from-1:from], title)
			}
			d.find(sentence, from, to, title)
		}
		i, title = k, nameTitle{}
	}
	return title
}

// trim narrows a piece to the words that name something.
func (d *nameText) trim(words []nameWord, from, to int) (int, int) {
	for from < to && (namesLeading[d.lower(words[from])] || d.roleBefore(words, from, to) || d.originBefore(words, from, to)) {
		from++
	}
	for to > from && (words[to-1].look == mark || words[to-1].look == lowerCase && !shortNumber(words[to-1].Of(d.text))) {
		to--
	}
	for to > from+1 && namesDemonyms[d.lower(words[to-1])] && strings.HasSuffix(d.lower(words[to-1]), "s") {
		to--
	}
	for from < to && !words[from].capitalised() {
		from++
	}
	return from, to
}

// isName says whether the words of a trimmed piece name one thing.
func (d *nameText) isName(words []nameWord, from, to int) bool {
	if to-from == 1 {
		s := d.lower(words[from])
		if d.terms[s] {
			return false
		}
		if c := d.cases[s]; c != nil && c.lower > 2*c.inner && words[from].look == capital {
			return false
		}
		if d.regionWord(words, from) {
			return true
		}
		if prefix, _, cut := strings.Cut(s, "-"); cut && namesPrefixes[prefix] {
			return false
		}
		if first, second, cut := strings.Cut(s, "-"); cut && namesDemonyms[first] && namesDemonyms[second] {
			return false
		}
		if c := d.cases[s]; namesCommon[s] && words[from].look == capital && (c == nil || c.inner <= 1) {
			return false
		}
		return !namesDemonyms[s] && !namesGeneric[s] && !namesOpeners[s] && !namesDays[s] && !namesDirections[s] &&
			(len(s) > 1 || s == "x") && !namesInitial(words[from].Of(d.text))
	}
	if d.bylineRole(words[from:to]) {
		return false
	}
	for _, w := range words[from:to] {
		if s := d.lower(w); !namesDemonyms[s] && !namesDirections[s] && !namesGeneric[s] {
			return true
		}
	}
	return to-from > 2 || namesPlainPairs[d.lower(words[from])+" "+d.lower(words[to-1])]
}

// shouted says whether w is an ordinary word in capitals, for stress: the text has it in
// lower case too.
func (d *nameText) shouted(w nameWord) bool {
	c := d.cases[d.lower(w)]
	return w.look == allCapital && w.End-w.Start > 3 && c != nil && c.lower > 0
}

// namesInitial says whether s is one letter and a full stop.
func namesInitial(s string) bool { return len(s) == 2 && s[1] == '.' }
