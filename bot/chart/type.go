package chart

import (
	"fmt"
	"image/color"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// The inks. Every one that letters are drawn in has a contrast to the paper of 4.5 to 1
// at least (WCAG 2.2, 1.4.3, level AA); the marks' one of 3 to 1 (1.4.11).
var (
	paper  = color.RGBA{0x15, 0x17, 0x1d, 0xff}
	bright = color.RGBA{0xf5, 0xf6, 0xf8, 0xff}
	plain  = color.RGBA{0xdd, 0xe1, 0xe8, 0xff}
	dim    = color.RGBA{0x9b, 0xa4, 0xb5, 0xff}
	amber  = color.RGBA{0xf0, 0xbd, 0x76, 0xff}
	thread = color.RGBA{0x3d, 0x44, 0x52, 0xff} // the line of time itself, an ornament
)

// face is one font at one size. It is for one goroutine.
type face struct {
	font.Face
	advances map[rune]fixed.Int26_6
}

// advance returns how far a character moves the pen, in pixels; the fonts have no kerning.
func (f *face) advance(r rune) fixed.Int26_6 {
	w, ok := f.advances[r]
	if !ok {
		w, _ = f.GlyphAdvance(r)
		f.advances[r] = w
	}
	return w
}

// style is how a text looks.
type style struct {
	plain, strong   *face
	ink, strongInk  color.RGBA
	leading         int // from baseline to baseline, in pixels
	ascent, descent int // of the tallest letters, in pixels
}

// kit is the styles of a picture, and what its fonts can show.
type kit struct {
	title, about, date, year, quote, source, small style
	regular                                        *sfnt.Font
	buffer                                         sfnt.Buffer
}

// has says whether the fonts show a character. Both have the same ones.
func (k *kit) has(r rune) bool {
	i, err := k.regular.GlyphIndex(&k.buffer, r)
	return err == nil && i != 0
}

// newType loads the fonts. Sizes are in pixels of a picture that is shown at half its
// width on a screen, and at a third on a telephone.
func newType() (*kit, error) {
	regular, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return nil, fmt.Errorf("regular font: %w", err)
	}
	bold, err := opentype.Parse(gobold.TTF)
	if err != nil {
		return nil, fmt.Errorf("bold font: %w", err)
	}
	k := &kit{regular: regular}
	for _, row := range []struct {
		style          *style
		plain, strong  *sfnt.Font
		size           float64
		leading        int
		ink, strongInk color.RGBA
	}{
		{&k.title, bold, bold, 58, 68, bright, bright},
		{&k.about, regular, regular, 28, 38, dim, dim},
		{&k.date, bold, bold, 32, 40, amber, amber},
		{&k.year, regular, regular, 28, 38, dim, dim},
		{&k.quote, regular, bold, 34, 46, plain, bright},
		{&k.source, regular, regular, 27, 36, dim, dim},
		{&k.small, regular, regular, 26, 40, dim, dim},
	} {
		if err := row.style.load(row.plain, row.strong, row.size); err != nil {
			return nil, err
		}
		row.style.leading, row.style.ink, row.style.strongInk = row.leading, row.ink, row.strongInk
	}
	return k, nil
}

func (s *style) load(plain, strong *sfnt.Font, size float64) error {
	for _, row := range []struct {
		to   **face
		from *sfnt.Font
	}{{&s.plain, plain}, {&s.strong, strong}} {
		f, err := opentype.NewFace(row.from, &opentype.FaceOptions{Size: size, DPI: 72})
		if err != nil {
			return fmt.Errorf("font at %v pixels: %w", size, err)
		}
		*row.to = &face{Face: f, advances: map[rune]fixed.Int26_6{}}
	}
	m := s.plain.Metrics()
	s.ascent, s.descent = m.Ascent.Ceil(), m.Descent.Ceil()
	return nil
}

// face returns the font for a character.
func (s *style) face(strong bool) *face {
	if strong {
		return s.strong
	}
	return s.plain
}

// width returns how wide characters are in one line.
func (s *style) width(text []glyph) fixed.Int26_6 {
	var w fixed.Int26_6
	for _, g := range text {
		w += s.face(g.strong).advance(g.r)
	}
	return w
}
