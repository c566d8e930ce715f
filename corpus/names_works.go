package corpus

// longestWork is how many words the quoted title of a work can have.
const longestWork = 9

// quotedWork returns the words from from to to that are the title of a work behind the
// quotation mark at word i: one that is written with capitals throughout and would else
// fall apart, as “This Is Not Oslo”, “Ask the River” and “60 Bridges”. A leading "the" is
// left out. There is none where to is 0.
func (d *nameText) quotedWork(words []nameWord, i int) (from, to int) {
	if words[i].look != mark || !kindQuotes[words[i].Of(d.text)] || words[i].Of(d.text) == "”" || i+3 >= len(words) || words[i+1].Start > words[i].End {
		return 0, 0
	}
	if d.chanted(words, i) {
		return 0, 0
	}
	from = i + 1
	if d.lower(words[from]) == "the" {
		from++
	}
	counts := shortNumber(words[from].Of(d.text))
	if !words[from].capitalised() && !counts || d.titleAt(words, from, len(words)) > 0 {
		return 0, 0
	}
	capitals, plain, spoken := 0, counts, false
	for to = from; to < len(words) && words[to].look != mark && to <= from+longestWork; to++ {
		switch w := words[to]; {
		case w.capitalised():
			capitals++
			plain = plain || d.function(w) || namesOpeners[d.lower(w)]
			spoken = spoken || w.look == capital
		case to > from && !namesSmall[w.Of(d.text)] && !d.function(w):
			return 0, 0
		}
	}
	if to >= len(words) || !d.closesQuote(words, to) || !words[to-1].capitalised() || !plain || !spoken || capitals < 2 && !counts {
		return 0, 0
	}
	return from, to
}

// chanted says whether the words in the quotation at word i are called out or stand on a
// banner, so that they are no title: 'chanted “Down with Weil”'.
func (d *nameText) chanted(words []nameWord, i int) bool {
	for k := max(0, i-5); k < i; k++ {
		if worksCalled[d.lower(words[k])] {
			return true
		}
	}
	return i+2 < len(words) && d.lower(words[i+1]) == "down" && d.lower(words[i+2]) == "with"
}

// worksCalled are words before what is called out, or written on a banner. It is read only.
var worksCalled = wordSet(`chant chants chanted chanting shout shouts shouted shouting yell yelled yelling cry cried cries crying scream screamed screaming sign signs banner
	banners placard placards slogan slogans poster posters headline headlines motto reading`)

// overCapitals skips the small words at end that are written with a capital inside the
// title of a work: "Seven Views Of Oslo", "Kid In The Rain".
func (d *nameText) overCapitals(words []nameWord, end int) int {
	k := end + 1
	free, small := namesTitleSmall[words[end].Of(d.text)]
	if !small || d.starts(words, end) || words[end-1].look != capital || d.function(words[end-1]) {
		return end
	}
	if k < len(words) && namesTitleArticles[words[k].Of(d.text)] {
		k++
		free = true
	}
	if !free || !d.nameWordAt(words, k) || words[k].look != capital || words[end].gap || words[k-1].gap || namesPlaces[d.lower(words[k])] {
		return end
	}
	return k + 1
}

// The tables below are read only. As written.
var (
	// namesTitleSmall are small words with a capital inside titles; true for those that
	// need no article behind them.
	namesTitleSmall = map[string]bool{"Of": true, "Without": true, "And": false, "In": false, "On": false, "For": false, "To": false, "With": false, "From": false}

	// namesTitleArticles follow them.
	namesTitleArticles = map[string]bool{"The": true, "A": true, "An": true, "My": true, "Your": true}
)

// closesQuote says whether a quotation ends at word k, before which a comma may stand.
func (d *nameText) closesQuote(words []nameWord, k int) bool {
	if words[k].Of(d.text) == "," && k+1 < len(words) {
		k++
	}
	return words[k].Of(d.text) == "”" || words[k].Of(d.text) == `"` && words[k].Start == words[k-1].full
}

// namesTranscript are words that transcripts set in capitals beside what is said. As written.
var namesTranscript = wordSet(`VIDEOTAPE COMMERCIAL FEMALE MALE HOST CLIP BEGIN END UNIDENTIFIED INAUDIBLE CROSSTALK BREAK`)

// namesPrefixes make a word of a name that is none itself: "Anti-Weil". It is read only.
var namesPrefixes = wordSet(`anti non pro post pre ex pan`)
