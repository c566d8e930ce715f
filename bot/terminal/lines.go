package terminal

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
)

// maxLine is the longest line that is read from a pipe, in bytes.
const maxLine = 1 << 20

// errLongLine stands for a line of more than maxLine bytes, which is skipped.
var errLongLine = errors.New("that line is too long (1 MiB is read at most)")

// line is one line of the input, or what went wrong with it.
type line struct {
	text string
	err  error // io.EOF at the end
}

// readLines answers the lines of in, one after the other, with a blank line between the
// answers. Empty lines are skipped.
func readLines(ctx context.Context, in io.Reader, out io.Writer, a answerer, s Style) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	lines := scanLines(ctx, in)
	between := ""
	for {
		var l line
		select {
		case <-ctx.Done():
			return ctx.Err()
		case l = <-lines:
		}
		text := "error: " + errLongLine.Error() + "\n"
		switch {
		case errors.Is(l.err, io.EOF) || leaves(l.text):
			return nil
		case l.err == nil && strings.TrimSpace(l.text) == "":
			continue
		case l.err == nil:
			var err error
			if text, err = a.text(ctx, l.text, s); err != nil {
				return err
			}
		case !errors.Is(l.err, errLongLine):
			return l.err
		}
		if _, err := io.WriteString(out, between+text); err != nil {
			return err
		}
		between = "\n"
	}
}

// scanLines reads lines in a goroutine of its own, so that a read that blocks holds up
// nobody when ctx is done. After an error other than errLongLine there is no more.
func scanLines(ctx context.Context, in io.Reader) <-chan line {
	lines := make(chan line)
	go func() {
		r := bufio.NewReaderSize(in, 64<<10)
		for {
			l := nextLine(r)
			select {
			case lines <- l:
			case <-ctx.Done():
				return
			}
			if l.err != nil && !errors.Is(l.err, errLongLine) {
				return
			}
		}
	}()
	return lines
}

// nextLine reads up to the next line break, without it. The last line need not have one.
func nextLine(r *bufio.Reader) line {
	var text []byte
	tooLong := false
	for {
		part, err := r.ReadSlice('\n')
		if tooLong = tooLong || len(text)+len(part) > maxLine+1; !tooLong {
			text = append(text, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && (len(text) > 0 || tooLong):
		case err != nil:
			return line{err: err}
		}
		if tooLong {
			return line{err: errLongLine}
		}
		return line{text: strings.TrimRight(string(text), "\r\n")}
	}
}
