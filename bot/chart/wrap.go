package chart

import "golang.org/x/image/math/fixed"

// ellipsis stands where a text was cut.
const ellipsis = '…'

// word is a run of characters without a space that fits a line, as positions in a text.
type word struct {
	from, to int
	tail     bool // the rest of a longer word, which was broken before it
}

// words finds the words of a text; one that is wider than a line is broken where it must.
func (s *style) words(text []glyph, width fixed.Int26_6) []word {
	var out []word
	for at := 0; at < len(text); at++ {
		w := word{from: at, to: at}
		var used fixed.Int26_6
		for ; w.to < len(text) && text[w.to].r != ' '; w.to++ {
			g := text[w.to]
			a := s.face(g.strong).advance(g.r)
			if used+a > width && w.to > w.from {
				out = append(out, w)
				w, used = word{w.to, w.to, true}, 0
			}
			used += a
		}
		if w.to > w.from {
			out = append(out, w)
		}
		at = w.to
	}
	return out
}

// fill puts as many words on each line as fit.
func (s *style) fill(text []glyph, width fixed.Int26_6) [][]word {
	var lines [][]word
	var used fixed.Int26_6
	for _, w := range s.words(text, width) {
		own := s.width(text[w.from:w.to])
		last := len(lines) - 1
		if last >= 0 && !w.tail {
			if with := used + s.width(text[w.from-1:w.from]) + own; with <= width {
				lines[last], used = append(lines[last], w), with
				continue
			}
		}
		lines, used = append(lines, []word{w}), own
	}
	return lines
}

// wrap lays a text out on at most so many lines. A text that has more, or goes on after
// what is given of it, ends in "…" after its last whole word that leaves room for it,
// and the second result says so.
func (s *style) wrap(text []glyph, goesOn bool, width, most int) ([][]glyph, bool) {
	room := fixed.I(width)
	lines := s.fill(text, room)
	if len(lines) > most || goesOn {
		return s.cut(text, lines[:min(most, len(lines))], room), true
	}
	return flatten(text, s.even(text, lines, room)), false
}

// even avoids a last line with hardly anything on it, by lines somewhat shorter than
// there is room for.
func (s *style) even(text []glyph, lines [][]word, room fixed.Int26_6) [][]word {
	const (
		step     = 3 // percent
		shortest = 79
		least    = 30
	)
	short := func(lines [][]word) bool {
		last := lines[len(lines)-1]
		return s.width(text[last[0].from:last[len(last)-1].to]) < room*least/100
	}
	if len(lines) < 2 || !short(lines) {
		return lines
	}
	for percent := fixed.Int26_6(100 - step); percent >= shortest; percent -= step {
		narrow := s.fill(text, room*percent/100)
		if len(narrow) > len(lines) {
			break
		}
		if !short(narrow) {
			return narrow
		}
	}
	return lines
}

// cut takes words away from the end until "…" fits behind the last one. A word that was
// broken over lines is cut inside where nothing else is left.
func (s *style) cut(text []glyph, lines [][]word, room fixed.Int26_6) [][]glyph {
	mark := []glyph{{r: ' '}, {r: ellipsis}}
	need := s.width(mark)
	for n := len(lines); n > 0; n = len(lines) {
		line := lines[n-1]
		w := line[len(line)-1]
		inside := w.to < len(text) && text[w.to].r != ' '
		if inside && w.tail || inside && n == 1 && len(line) == 1 {
			for w.to > w.from+1 && s.width(text[w.from:w.to])+need > room {
				w.to--
			}
			line[len(line)-1], mark = w, mark[1:]
			break
		}
		if !inside && s.width(text[line[0].from:w.to])+need <= room {
			break
		}
		if lines[n-1] = line[:len(line)-1]; len(lines[n-1]) == 0 {
			lines = lines[:n-1]
		}
	}
	out := flatten(text, lines)
	if len(out) == 0 {
		return [][]glyph{mark[1:]}
	}
	last := len(out) - 1
	out[last] = append(out[last][:len(out[last]):len(out[last])], mark...)
	return out
}

// flatten returns the characters of each line.
func flatten(text []glyph, lines [][]word) [][]glyph {
	var out [][]glyph
	for _, line := range lines {
		out = append(out, text[line[0].from:line[len(line)-1].to])
	}
	return out
}
