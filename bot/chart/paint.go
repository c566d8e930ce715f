package chart

import (
	"image"
	"image/draw"

	"git.sr.ht/~sbinet/gg"
	"golang.org/x/image/math/fixed"
)

// paint draws a layout.
func paint(l layout) *image.RGBA {
	picture := image.NewRGBA(image.Rectangle{Max: l.size})
	draw.Draw(picture, picture.Bounds(), image.NewUniform(paper), image.Point{}, draw.Src)
	shapes := gg.NewContextForRGBA(picture)
	for _, r := range l.rules {
		r.paint(shapes)
	}
	for _, m := range l.marks {
		m.paint(shapes)
	}
	for _, one := range l.lines {
		one.paint(picture)
	}
	return picture
}

func (r rule) paint(dc *gg.Context) {
	dc.SetColor(thread)
	x, y := float64(r.Min.X), float64(r.Min.Y)
	if !r.dotted {
		dc.DrawRectangle(x, y, float64(r.Dx()), float64(r.Dy()))
		dc.Fill()
		return
	}
	const apart = 14
	radius := float64(r.Dx()) / 2
	for at := y + apart/2; at < float64(r.Max.Y); at += apart {
		dc.DrawCircle(x+radius, at, radius)
	}
	dc.Fill()
}

// How the marks are drawn, in pixels.
const (
	halo   = 7 // of paper, between a mark and the line of time
	stroke = 4
)

// paint draws a mark: full where the date is told, hollow where it is inferred, dashed
// where it is the day of publication, and a small dim dot where it is unknown.
func (m mark) paint(dc *gg.Context) {
	b := m.box()
	m.shape(dc, b, halo)
	dc.SetColor(paper)
	dc.Fill()
	ink, inset := amber, -stroke/2.
	switch m.kind {
	case told:
		m.shape(dc, b, 0)
		dc.SetColor(amber)
		dc.Fill()
		return
	case published:
		dc.SetDash(6, 4.5)
	case undated:
		ink, inset = dim, -2*stroke
	}
	m.shape(dc, b, inset)
	dc.SetColor(ink)
	dc.SetLineWidth(stroke)
	dc.Stroke()
	dc.SetDash()
}

// shape traces a mark's outline, so much larger than its box.
func (m mark) shape(dc *gg.Context, b image.Rectangle, more float64) {
	w, h := float64(b.Dx())+2*more, float64(b.Dy())+2*more
	dc.DrawRoundedRectangle(float64(b.Min.X)-more, float64(b.Min.Y)-more, w, h, w/2)
}

// paint draws a line of text. Its characters are as far apart as they were measured.
func (l line) paint(picture *image.RGBA) {
	dot := fixed.P(l.x, l.baseline)
	inks := map[bool]*image.Uniform{false: image.NewUniform(l.style.ink), true: image.NewUniform(l.style.strongInk)}
	for _, g := range l.text {
		f := l.style.face(g.strong)
		if where, mask, at, _, ok := f.Glyph(dot, g.r); ok {
			draw.DrawMask(picture, where, inks[g.strong], image.Point{}, mask, at, draw.Over)
		}
		dot.X += f.advance(g.r)
	}
}
