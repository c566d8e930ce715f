package corpus

// longestWork is how many words the quoted title of a work can have.
const longestWork = 9

// quotedWork returns how many words behind the quotation mark at word i are the title of a
// work that is written with capitals throughout and would else fall apart, or 0: “This Is
// Not Oslo”, “Ask the River”, “60 Bridges”.
func (d *nameText) quotedWork(words []nameWord, i int) int {
	if words[i].look != mark || !kindQuotes[words[i].Of(d.text)] || words[i].Of(d.text) == "”" || i+2 >= len(words) || words[i+1].Start > words[i].End {
		return 0
	}
	first := words[i+1]
	if !first.capitalised() && !shortNumber(first.Of(d.text)) || d.titleAt(words, i+1, len(words)) > 0 {
		return 0
	}
	k, capitals, plain := i+1, 0, !first.capitalised()
	for ; k < len(words) && words[k].look != mark && k < i+2+longestWork; k++ {
		switch {
		case words[k].capitalised():
			capitals++
			plain = plain || d.function(words[k]) || namesOpeners[d.lower(words[k])]
		case k > i+1 && !namesSmall[words[k].Of(d.text)] && !d.function(words[k]):
			return 0
		}
	}
	if k >= len(words) || !d.closesQuote(words, k) || !words[k-1].capitalised() || !plain || capitals < 2 && first.capitalised() {
		return 0
	}
	if capitals == 2 && d.function(first) && k == i+3 {
		return 0 // “The President”
	}
	return k - i - 1
}

// closesQuote says whether a quotation ends at word k, before which a comma may stand.
func (d *nameText) closesQuote(words []nameWord, k int) bool {
	if words[k].Of(d.text) == "," && k+1 < len(words) {
		k++
	}
	return words[k].Of(d.text) == "”" || words[k].Of(d.text) == `"` && words[k].Start == words[k-1].full
}
