package chart

import (
	"errors"
	"fmt"
	"image/png"
	"io"

	"storybot/bot"
)

// ErrEmpty says that an answer has no quotes, so that there is nothing to draw.
var ErrEmpty = errors.New("chart: the answer has no quotes to draw")

// Draw writes an answer's quotes along a line of time as a PNG, in the answer's order.
// The picture is 1,100 pixels wide and at most 8,000 high. It shows the first 40 quotes
// and says how many more there are; a quote that is too long ends, after a whole word,
// in "…". Characters that the fonts lack are drawn as "□". The same answer gives the same
// bytes.
//
// It returns ErrEmpty, and writes nothing, for an answer without quotes. Any other error
// comes from w.
func Draw(w io.Writer, a bot.Answer) error {
	if len(a.Quotes) == 0 {
		return ErrEmpty
	}
	t, err := newType()
	if err != nil {
		return fmt.Errorf("chart: %w", err)
	}
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(w, reduce(paint(newLayout(t, a)))); err != nil {
		return fmt.Errorf("chart: write the picture: %w", err)
	}
	return nil
}
