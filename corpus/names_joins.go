package corpus

import "strings"

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
	last, join := d.key(words, end-1), false
	switch words[end].Of(d.text) {
	case "of":
		firm := end > 1 && namesAndTails[last] && (words[end-2].Of(d.text) == "and" || words[end-2].Of(d.text) == "&")
		join = (namesOfHeads[last] || d.aimBefore(words, end)) && !firm && !d.townBehind(words, end) || k == end+2 && namesAwardTails[d.lower(words[k])] || namesOfPairs[last+" "+d.lower(words[k])]
	case "for", "on", "to":
		join = namesForHeads[last] || words[end].Of(d.text) == "for" && d.programFor(words, end)
	case "at":
		join = last == "university"
	case "&":
		join = true
	case "and":
		join = namesTopics[last] && namesTopics[d.lower(words[k])] || namesAndPairs[last+" "+d.lower(words[k])] || namesAndTails[d.key(words, k)] || d.andHead(words, end) || d.firmAnd(words, end)
	case ",":
		join = k == end+1 && (namesCommaTails[words[k].Of(d.text)] || d.topicList(words, end) || d.partners(words, end))
	}
	if join {
		return k + 1
	}
	return end
}

// aimBefore says whether the word before the "of" at end is the aim in the name of an
// office: "Office for the Coordination of Relief".
func (d *nameText) aimBefore(words []nameWord, end int) bool {
	return end > 3 && d.key(words, end-2) == "the" && d.key(words, end-3) == "for" && namesForHeads[d.key(words, end-4)] && abstract(d.key(words, end-1))
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
