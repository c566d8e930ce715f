package bot

import (
	"strings"

	"storybot/corpus"
)

// hunk is a run of one list that a run of another stands in place of, as indices, half
// open. Either run may be empty, and not both.
type hunk struct{ oldFrom, oldTo, newFrom, newTo int }

// mostCompared bounds how many pairs are compared, and so the memory that it takes.
const mostCompared = 1 << 22

// differences returns what differs between two lists, in order: what lies between the
// parts of a longest common subsequence. Of lists too long for that, all from the first
// difference to the last is one hunk.
func differences(old, new []string) []hunk {
	from := 0
	for from < len(old) && from < len(new) && old[from] == new[from] {
		from++
	}
	end := 0
	for end < len(old)-from && end < len(new)-from && old[len(old)-1-end] == new[len(new)-1-end] {
		end++
	}
	a, b := old[from:len(old)-end], new[from:len(new)-end]
	if len(a)*len(b) > mostCompared {
		return []hunk{{from, from + len(a), from, from + len(b)}}
	}
	var all []hunk
	i, j := 0, 0
	for _, pair := range append(common(a, b), [2]int{len(a), len(b)}) {
		if i < pair[0] || j < pair[1] {
			all = append(all, hunk{from + i, from + pair[0], from + j, from + pair[1]})
		}
		i, j = pair[0]+1, pair[1]+1
	}
	return all
}

// common returns the indices of a longest common subsequence, by the textbook's table of
// lengths.
func common(a, b []string) [][2]int {
	width := len(b) + 1
	length := make([]int32, (len(a)+1)*width) // of what is common behind i and j
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i*width+j] = length[(i+1)*width+j+1] + 1
			} else {
				length[i*width+j] = max(length[(i+1)*width+j], length[i*width+j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case length[(i+1)*width+j] >= length[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// sentencesAs returns the sentences of a text with single spaces, to be compared.
func sentencesAs(text string, spans []corpus.Span) []string {
	all := make([]string, len(spans))
	for i, s := range spans {
		all[i] = strings.Join(strings.Fields(s.Of(text)), " ")
	}
	return all
}

// otherWords returns what of two texts is not in the other, as spans of words: nil where
// they have no word in common.
func otherWords(old, new string) (inOld, inNew []corpus.Span) {
	a, b := wordsIn(old), wordsIn(new)
	hunks := differences(textOf(old, a), textOf(new, b))
	changed := 0
	for _, h := range hunks {
		changed += h.oldTo - h.oldFrom
		if h.oldFrom < h.oldTo {
			inOld = append(inOld, corpus.Span{Start: a[h.oldFrom].Start, End: a[h.oldTo-1].End})
		}
		if h.newFrom < h.newTo {
			inNew = append(inNew, corpus.Span{Start: b[h.newFrom].Start, End: b[h.newTo-1].End})
		}
	}
	if changed == len(a) {
		return nil, nil
	}
	return inOld, inNew
}

// wordsIn returns where the words of a text stand: what white space parts.
func wordsIn(text string) []corpus.Span {
	var all []corpus.Span
	at := 0
	for w := range strings.FieldsSeq(text) {
		at += strings.Index(text[at:], w)
		all = append(all, corpus.Span{Start: at, End: at + len(w)})
		at += len(w)
	}
	return all
}

func textOf(text string, spans []corpus.Span) []string {
	all := make([]string, 0, len(spans))
	for _, s := range spans {
		all = append(all, s.Of(text))
	}
	return all
}
