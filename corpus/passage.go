package corpus

// Sizes of passages in bytes: three to five sentences of news. A passage of about 100
// words is what retrieval of answers was found to work well with (Karpukhin et al. 2020,
// "Dense Passage Retrieval", use 100 words).
const (
	shortPassage = 250 // shorter ones are merged with the next paragraph
	fullPassage  = 600 // longer ones are cut between sentences
)

// Passages groups the sentences of text, as Sentences returns them, into passages: in
// order, disjoint, every sentence in just one. A passage is one paragraph; it takes in
// the next one while it is shorter than 250 bytes and both fit into 600, and a longer
// paragraph is cut between sentences into parts of about equal size. Only a single
// sentence can be longer than 600 bytes. A line without a full stop, such as a heading,
// goes with what follows it rather than with what stands before.
func Passages(text string, sentences []Span) []Passage {
	var out []Passage
	open := 0 // the first sentence of the passage being built
	emit := func(end int) {
		if open < end {
			out = append(out, passageOf(sentences[open:end]))
		}
		open = end
	}
	blocks := paragraphs(text)
	for at := 0; at < len(sentences); {
		end := at + 1
		for len(blocks) > 0 && blocks[0].End <= sentences[at].Start {
			blocks = blocks[1:]
		}
		for len(blocks) > 0 && end < len(sentences) && sentences[end].Start < blocks[0].End {
			end++
		}
		if open < at && !merges(text, sentences[open:at], sentences[at:end]) {
			emit(at)
		}
		if size(sentences[open:end]) > fullPassage {
			for _, n := range cuts(sentences[at:end]) {
				emit(at + n)
			}
		}
		at = end
	}
	emit(len(sentences))
	return out
}

// merges says whether a paragraph joins the passage before it.
func merges(text string, passage, paragraph []Span) bool {
	if size(passage) >= shortPassage || paragraph[len(paragraph)-1].End-passage[0].Start > fullPassage {
		return false
	}
	heading := len(paragraph) == 1 && !endsStop(paragraph[0].Of(text))
	return !heading || !endsStop(passage[len(passage)-1].Of(text))
}

// cuts says after how many sentences to cut a paragraph that is too long, so that the
// parts are of about equal size.
func cuts(paragraph []Span) []int {
	parts := (size(paragraph) + fullPassage - 1) / fullPassage
	part := size(paragraph) / parts
	var out []int
	start := 0
	for i := range paragraph {
		if i > start && (size(paragraph[start:i+1]) > fullPassage ||
			size(paragraph[start:i]) >= part-(paragraph[i].End-paragraph[i].Start)/2) {
			out, start = append(out, i), i
		}
	}
	return append(out, len(paragraph))
}

// passageOf makes one passage of sentences, of which there is at least one.
func passageOf(sentences []Span) Passage {
	return Passage{
		Span:      Span{sentences[0].Start, sentences[len(sentences)-1].End},
		Sentences: sentences[:len(sentences):len(sentences)],
	}
}

// size returns the bytes from the first sentence to the last.
func size(sentences []Span) int {
	return sentences[len(sentences)-1].End - sentences[0].Start
}
