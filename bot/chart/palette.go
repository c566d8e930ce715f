package chart

import (
	"encoding/binary"
	"image"
	"image/color"
)

// shades is how many steps there are from the paper to an ink. Five inks of them and the
// paper fill a palette of 256.
const shades = 51

// inks are the colours that a picture is drawn in, apart from the paper.
func inks() []color.RGBA { return []color.RGBA{bright, plain, dim, amber, thread} }

// shadesOf returns the paper and, of each ink, the shades from the paper to it.
func shadesOf(inks []color.RGBA) color.Palette {
	out := color.Palette{paper}
	for _, ink := range inks {
		for i := 1; i <= shades; i++ {
			blend := func(from, to uint8) uint8 { return uint8((int(from)*(shades-i) + int(to)*i + shades/2) / shades) }
			out = append(out, color.RGBA{blend(paper.R, ink.R), blend(paper.G, ink.G), blend(paper.B, ink.B), 0xff})
		}
	}
	return out
}

// reduce gives each pixel the nearest shade of an ink. All is drawn in one ink over
// paper, so that the eye finds no difference, and a file of one byte a pixel is written
// several times as fast as one of three.
func reduce(picture *image.RGBA) *image.Paletted {
	out := image.NewPaletted(picture.Rect, shadesOf(inks()))
	blank := binary.LittleEndian.Uint32([]byte{paper.R, paper.G, paper.B, paper.A})
	seen := map[uint32]uint8{blank: 0}
	for i := range out.Pix {
		pixel := binary.LittleEndian.Uint32(picture.Pix[4*i:])
		if pixel == blank {
			continue
		}
		shade, ok := seen[pixel]
		if !ok {
			p := picture.Pix[4*i : 4*i+4]
			shade = uint8(out.Palette.Index(color.RGBA{p[0], p[1], p[2], p[3]}))
			seen[pixel] = shade
		}
		out.Pix[i] = shade
	}
	return out
}
