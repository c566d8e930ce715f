package corpus

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Text that is not UTF-8 is read by what its bytes show, in this order:
//
//	UTF-16: a byte order mark, or a NUL in every other byte of the beginning
//	UTF-8 with broken bytes: more characters of several bytes are whole than broken
//	Windows-1252: a byte from 0x80 to 0x9F stands for a character there
//	Latin-1: none does, so that both encodings say the same
//
// Each is told as repaired.

// byteOrderMark begins some files of UTF-8.
var byteOrderMark = []byte("\ufeff")

// decode turns the bytes of a file into valid UTF-8 without a byte order mark; false means
// that they are no text, which was reported.
func (s source) decode(data []byte) (string, bool) {
	text, note, ok := decodeText(data)
	switch {
	case !ok:
		s.fail(0, "is binary, not text")
	case note != "":
		s.repaired(0, note)
	}
	return text, ok
}

// decodeText returns data as UTF-8, and what was repaired; false for what is no text.
func decodeText(data []byte) (text, note string, ok bool) {
	if wide, name := utf16Of(data); wide != nil {
		text, err := wide.NewDecoder().Bytes(data)
		if err == nil && !isBinary(text) {
			return string(text), "was " + name, true
		}
	}
	data = bytes.TrimPrefix(data, byteOrderMark)
	if isBinary(data) {
		return "", "", false
	}
	if utf8.Valid(data) {
		return string(data), "", true
	}
	text, note = narrow(data)
	return text, note, true
}

// utf16Of returns the encoding of data that begin as UTF-16 does, or nil.
func utf16Of(data []byte) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "UTF-16"
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16"
	}
	var nuls [2]int
	head := data[:min(len(data), sniffed)]
	for i, b := range head {
		if b == 0 {
			nuls[i%2]++
		}
	}
	const most = 3 // in five bytes of a place, as in text of Latin letters
	half := len(head) / 2
	switch {
	case half < 4 || len(data)%2 != 0:
	case nuls[0] == 0 && nuls[1]*5 >= half*most:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16 without a byte order mark"
	case nuls[1] == 0 && nuls[0]*5 >= half*most:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16 without a byte order mark"
	}
	return nil, ""
}

// undefined are the bytes that stand for nothing in Windows-1252.
var undefined = []byte{0x81, 0x8D, 0x8F, 0x90, 0x9D}

// narrow reads text that is no valid UTF-8 and has no NUL.
func narrow(data []byte) (text, note string) {
	whole, broken := 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		i += size
	}
	name, unused := "Latin-1", false
	for _, b := range data {
		if 0x80 <= b && b <= 0x9F {
			name, unused = "Windows-1252", unused || bytes.IndexByte(undefined, b) >= 0
		}
	}
	if whole > broken || unused {
		return strings.ToValidUTF8(string(data), "\ufffd"), "invalid UTF-8 replaced"
	}
	text, err := charmap.Windows1252.NewDecoder().String(string(data))
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd"), "invalid UTF-8 replaced"
	}
	return text, "was " + name + ", not UTF-8"
}

// utf8 returns a stream without a byte order mark, and as UTF-8 where it begins as
// UTF-16 does.
func (s source) utf8(r *bufio.Reader) *bufio.Reader {
	head, _ := r.Peek(sniffed)
	if len(head) == sniffed || len(head)%2 == 0 {
		if wide, name := utf16Of(head); wide != nil {
			s.repaired(0, "was "+name)
			return bufio.NewReaderSize(wide.NewDecoder().Reader(io.Reader(r)), 64<<10)
		}
	}
	if bytes.HasPrefix(head, byteOrderMark) {
		_, _ = r.Discard(len(byteOrderMark))
	}
	return r
}

// isBinary says whether data hold a NUL or mostly control characters at the start.
func isBinary(data []byte) bool {
	head := data[:min(len(data), sniffed)]
	controls := 0
	for _, c := range head {
		switch {
		case c == 0:
			return true
		case c < ' ' && !strings.ContainsRune("\t\n\v\f\r", rune(c)), c == 0x7F:
			controls++
		}
	}
	return controls*10 > len(head)*3
}
