package corpus

import "strings"

// runs finds the names of a sentence in running text.
func (d *nameText) runs(sentence int) {
	words, title, checked := d.sentences[sentence].words, nameTitle{}, 0
	for i := d.headingEnd(words); i < len(words); {
		if i >= checked && words[i].capitalised() {
			end, like := d.titleStretch(words, i)
			if checked = end; like {
				d.stretches = append(d.stretches, stretch{sentence, i, end})
				i, title = end, nameTitle{}
				continue
			}
		}
		if n := d.titlePhrase(words, i, len(words)); n > 0 {
			title = d.titleOf(words[i:i+n], title)
			i += n
			continue
		}
		if from, to := d.quotedWork(words, i); to > 0 {
			d.found = append(d.found, foundName{Span: Span{words[from].Start, words[to-1].End}, sentence: sentence, from: from, to: to})
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
	case s[0] == '@':
		return true
	case namesNever[s] || d.shouted(w) || namesPartyCode(s):
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
	return namesOpenerPairs[pair] || d.pairs[pair] && !d.function(words[i]) || d.lower(words[i]) == "will" && !d.opener(words[i+1]) && words[len(words)-1].Of(d.text) != "?"
}

// dayInName says whether the day or month at word i starts a name: "Sunday Times".
func (d *nameText) dayInName(words []nameWord, i int) bool {
	return i+1 < len(words) && !words[i+1].gap && namesDayTails[d.lower(words[i+1])] && words[i+1].capitalised()
}

// runEnd returns where the run of name words that starts at word i ends.
func (d *nameText) runEnd(words []nameWord, i int) int {
	end := i + 1
	for end < len(words) && d.titlePhrase(words, end, len(words)) == 0 && !d.nextName(words, i, end) {
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
	case namesNever[s] || s[0] == '@' || last[0] == '@':
		return false
	case namesDays[s]:
		return namesDayHeads[last] ||
			namesMonthNames[s] && namesGiven[last] && !(end+1 < len(words) && shortNumber(words[end+1].Of(d.text)))
	case d.function(words[end]) && !namesNumerals[s] || d.shouted(words[end]):
		return false
	}
	return true
}

// overParticles skips the particles at end when a name goes on behind them.
func (d *nameText) overParticles(words []nameWord, end int) int {
	k := end
	for k < len(words) && words[k].look == lowerCase && !words[k].gap && namesParticles[words[k].Of(d.text)] {
		k++
	}
	if k < len(words) && k-end <= 3 && words[k].capitalised() && !words[k].gap && !d.function(words[k]) {
		return k + 1
	}
	return end
}

// overJoiner skips "of", "for", "and" and their like at end when they stand inside a
// name: "Bank of America", "Centers for Disease Control and Prevention".
func (d *nameText) overJoiner(words []nameWord, end int) int {
	k := end + 1
	if k < len(words) && words[k].Of(d.text) == "the" && words[end].Of(d.text) != "," && words[end].Of(d.text) != "&" {
		k++
	}
	if k >= len(words) || !words[k].capitalised() || words[k].gap || words[k-1].gap || namesNever[d.lower(words[k])] || namesDays[d.lower(words[k])] {
		return end
	}
	last := strings.TrimSuffix(d.lower(words[end-1]), ".")
	join := false
	switch words[end].Of(d.text) {
	case "of":
		firm := end > 1 && namesAndTails[last] && (words[end-2].Of(d.text) == "and" || words[end-2].Of(d.text) == "&")
		join = namesOfHeads[last] && !firm || k == end+2 && namesAwardTails[d.lower(words[k])] || namesOfPairs[last+" "+d.lower(words[k])]
	case "for", "on", "to":
		join = namesForHeads[last]
	case "at":
		join = last == "university"
	case "&":
		join = true
	case "and":
		join = namesTopics[last] && namesTopics[d.lower(words[k])] || namesAndPairs[last+" "+d.lower(words[k])] || namesAndTails[strings.TrimSuffix(d.lower(words[k]), ".")] || d.andHead(words, end)
	case ",":
		join = k == end+1 && (namesCommaTails[words[k].Of(d.text)] || d.topicList(words, end))
	}
	if join {
		return k + 1
	}
	return end
}

// andHead says whether the "and" at end stands inside the name of a plan or an office:
// what is before it is what such things are for, and what follows ends in a word for one.
func (d *nameText) andHead(words []nameWord, end int) bool {
	last := d.lower(words[end-1])
	if words[end-1].look != capital || namesAndHeads[last] || !namesTopics[last] && !abstract(last) {
		return false
	}
	k := end + 1
	for k < len(words) && words[k].capitalised() && !words[k].gap && !words[k].possessive() && k < end+5 {
		if namesAndHeads[d.lower(words[k])] {
			return k > end+1
		}
		k++
	}
	return k > end+2 && k < len(words) && namesAndHeads[d.lower(words[k])]
}

// abstract says whether s ends like a word for an aim or a field.
func abstract(s string) bool {
	for _, e := range namesAbstract {
		if len(s) > len(e)+2 && strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// topicList says whether the comma at end stands in a list of topics inside a name:
// "Bureau of Alcohol, Tobacco, Firearms and Explosives".
func (d *nameText) topicList(words []nameWord, end int) bool {
	if !namesTopics[d.lower(words[end-1])] {
		return false
	}
	for k := end + 1; k < len(words) && k < end+8; k++ {
		s := d.lower(words[k])
		switch {
		case s == "and" && k+1 < len(words):
			return namesTopics[d.lower(words[k+1])]
		case s != "," && !namesTopics[s]:
			return false
		}
	}
	return false
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
			if from > i && d.roleBefore(words, from-1, k) {
				title = d.titleOf(words[from-1:from], title)
			}
			d.found = append(d.found, foundName{
				Span:     Span{words[from].Start, words[to-1].End},
				sentence: sentence, from: from, to: to, title: title,
			})
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
		if c := d.cases[s]; c != nil && c.lower > 2*c.inner && words[from].look == capital {
			return false
		}
		return !namesDemonyms[s] && !namesGeneric[s] && !namesOpeners[s] && !namesDays[s] && !namesDirections[s] &&
			(len(s) > 1 || s == "x") && !namesInitial(words[from].Of(d.text))
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
