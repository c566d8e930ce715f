package corpus

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// A mail is a message of RFC 5322 with the parts of MIME, such as a newsletter: its subject is
// the title, its date the day of publication, Archived-At (RFC 5064) the address. Whom it
// is from is the outlet where the message was sent to a list, else the author. The text is
// that of its HTML part, else its plain one; attachments are passed over. The id is made
// of Message-ID, so that the same mail has it in any file.
//
// An .mbox file has a mail after each line that begins with "From " after an empty line
// (RFC 4155); in the mails ">From " stands for "From " at the start of a line.

const (
	maxParts     = 200 // of a mail
	maxPartsDeep = 8   // parts in parts
)

// mail reads an .eml file.
func (s source) mail(data []byte) (draft, bool) { return s.message(data, 0) }

// message reads a mail that stands at a line; false means that the problem was reported.
func (s source) message(data []byte, line int) (draft, bool) {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, byteOrderMark), "\r\n")
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		s.fail(line, "is no mail: "+err.Error())
		return draft{}, false
	}
	var found parts
	if err := found.add(textproto.MIMEHeader(m.Header), m.Body, 0); err != nil {
		s.repaired(line, "a part of the mail is left out: "+err.Error())
	}
	text := found.text()
	if strings.TrimSpace(text) == "" {
		s.fail(line, "no text in it")
		return draft{}, false
	}
	st := statedByMail(m.Header)
	d := st.draft(text, func(reason string) { s.repaired(line, reason) })
	if id := strings.TrimSpace(m.Header.Get("Message-Id")); id != "" {
		d.ID = digest("mail", id)
	}
	return d, true
}

// statedByMail reads what the header of a mail says of it.
func statedByMail(h mail.Header) stated {
	st := stated{title: words(h.Get("Subject")), url: strings.Trim(h.Get("Archived-At"), " <>")}
	if t, err := h.Date(); err == nil {
		st.published = dayOf(t).Format("2006-01-02")
	}
	from := words(h.Get("From"))
	if a, err := (&mail.AddressParser{WordDecoder: wordDecoder()}).Parse(h.Get("From")); err == nil {
		if from = a.Name; from == "" {
			from = a.Address
		}
	}
	if h.Get("List-Id") != "" || h.Get("List-Unsubscribe") != "" {
		st.outlet = from
	} else {
		st.author = from
	}
	return st
}

// wordDecoder decodes the words of headers that are not ASCII (RFC 2047).
func wordDecoder() *mime.WordDecoder {
	return &mime.WordDecoder{CharsetReader: func(label string, in io.Reader) (io.Reader, error) {
		return charset.NewReaderLabel(label, in)
	}}
}

// words decodes a header; what cannot be decoded stays as it is.
func words(header string) string {
	if decoded, err := wordDecoder().DecodeHeader(header); err == nil {
		return decoded
	}
	return header
}

// parts are the texts of a mail.
type parts struct {
	plain, html []string
	n           int
}

// errParts says that a mail has more parts than any has.
var errParts = fmt.Errorf("more than %d parts, or %d in each other", maxParts, maxPartsDeep)

// add reads a part and all that is in it.
func (p *parts) add(h textproto.MIMEHeader, body io.Reader, deep int) error {
	if p.n++; p.n > maxParts || deep > maxPartsDeep {
		return errParts
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain" // as RFC 2045, section 5.2, has it
	}
	if disposition, _, _ := mime.ParseMediaType(h.Get("Content-Disposition")); disposition == "attachment" {
		return nil
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return p.multi(multipart.NewReader(body, params["boundary"]), deep)
	case kind != "text/plain" && kind != "text/html":
		return nil
	}
	data, err := io.ReadAll(transfer(h.Get("Content-Transfer-Encoding"), body))
	text := inCharset(data, params["charset"])
	if kind == "text/html" {
		p.html = append(p.html, text)
	} else {
		p.plain = append(p.plain, text)
	}
	return err
}

// multi reads parts that stand side by side.
func (p *parts) multi(r *multipart.Reader, deep int) error {
	for {
		part, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := p.add(part.Header, part, deep+1); err != nil {
			return err
		}
	}
}

// transfer undoes the encoding that a part was sent in.
func transfer(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}

// inCharset returns data in the named encoding as UTF-8.
func inCharset(data []byte, label string) string {
	if e, _ := charset.Lookup(label); e != nil && !utf8.Valid(data) {
		if text, err := e.NewDecoder().String(string(data)); err == nil {
			return text
		}
	}
	text, _, ok := decodeText(data)
	if !ok {
		return ""
	}
	return text
}

// text returns the text that a reader of the mail sees.
func (p *parts) text() string {
	var all []string
	for _, page := range p.html {
		if text := mailText(page); text != "" {
			all = append(all, text)
		}
	}
	if len(all) == 0 {
		all = p.plain
	}
	return strings.ReplaceAll(strings.Join(all, "\n\n"), "\r\n", "\n")
}

// mailText returns the text of a mail's page without what it hides, such as the line that is
// only for lists of mails.
func mailText(page string) (text string) {
	var err error
	defer caught(&err)
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return ""
	}
	withoutClutter(doc)
	return withoutFurniture(textOf(doc))
}

// mbox reads the mails of an .mbox file. A mail's path has the line it begins at.
func (s source) mbox(ctx context.Context, r *bufio.Reader) bool {
	var mail []byte
	start, some, large := 0, false, false
	flush := func() bool {
		data, from := mail, start
		mail, start = nil, 0
		switch {
		case from == 0:
			return true
		case large:
			large = false
			s.fail(from, tooLarge(s.limit))
			return true
		}
		d, ok := s.message(data, from)
		return !ok || s.part(d, from, from)
	}
	empty := true
	for n := 1; ctx.Err() == nil; n++ {
		line, err := readLine(r, s.limit)
		switch begins := empty && bytes.HasPrefix(line, []byte("From ")); {
		case begins:
			if !flush() {
				return false
			}
			start, some = n, true
		case start > 0 && int64(len(mail)+len(line)) > s.limit || errors.Is(err, errTooLarge):
			large, mail = true, nil
		case start > 0 && !large:
			mail = append(append(mail, unquoted(line)...), '\n')
		}
		empty = len(bytes.TrimRight(line, "\r")) == 0
		if err != nil && !errors.Is(err, errTooLarge) {
			s.end(err, some)
			return !errors.Is(err, io.EOF) || flush() // a mail that breaks off is no whole one
		}
	}
	return false
}

// unquoted returns a line of a mail without the ">" that guards a "From " at its start.
func unquoted(line []byte) []byte {
	if rest := bytes.TrimLeft(line, ">"); len(rest) < len(line) && bytes.HasPrefix(rest, []byte("From ")) {
		return line[1:]
	}
	return line
}
