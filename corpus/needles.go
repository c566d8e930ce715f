package corpus

import "strings"

// needles are phrases that are looked for all at once in a text, at the places where the first
// two bytes of one stand. Each has two bytes or more.
type needles struct {
	begin [256][4]uint64 // by the first byte: a bit for each second one
	list  map[[2]byte][]string
}

func newNeedles(all []string) *needles {
	p := &needles{list: map[[2]byte][]string{}}
	for _, text := range all {
		p.begin[text[0]][text[1]>>6] |= 1 << (text[1] & 63)
		pair := [2]byte{text[0], text[1]}
		p.list[pair] = append(p.list[pair], text)
	}
	return p
}

// in says whether one of the phrases stands in a text.
func (p *needles) in(text string) bool {
	for i := 1; i < len(text); i++ {
		if p.begin[text[i-1]][text[i]>>6]>>(text[i]&63)&1 == 0 {
			continue
		}
		for _, phrase := range p.list[[2]byte{text[i-1], text[i]}] {
			if strings.HasPrefix(text[i-1:], phrase) {
				return true
			}
		}
	}
	return false
}
