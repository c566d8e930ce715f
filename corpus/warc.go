package corpus

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
)

// A WARC file is an archive of the web (ISO 28500): records of a line "WARC/1.0", a header,
// an empty line and a body of Content-Length bytes, each compressed by itself or not at
// all. Records of the types response (an HTTP answer), resource and conversion hold pages;
// those that are HTML or plain text are read. Pictures, redirects and the like are passed
// over and counted. An article's path has the address of its page behind the file.

// maxWARCHeader is the most bytes of a record's header, and of the HTTP header in it.
const maxWARCHeader = 1 << 20

// warc reads the pages of a WARC file.
func (s source) warc(ctx context.Context, r *bufio.Reader) bool {
	some, passed := false, 0
	for ctx.Err() == nil {
		h, size, err := warcHeader(r)
		if err != nil {
			s.endWARC(err, some, passed)
			return true
		}
		some = true
		body := &io.LimitedReader{R: r, N: size}
		page, is := s.record(h, body)
		if _, err := io.Copy(io.Discard, body); err != nil || body.N > 0 { // no whole record
			s.endWARC(cmp.Or(err, io.ErrUnexpectedEOF), some, passed)
			return true
		}
		if !is {
			passed++
		} else if !s.captured(page) {
			return false
		}
	}
	return false
}

// endWARC reports how a file ended.
func (s source) endWARC(err error, some bool, passed int) {
	if passed > 0 {
		s.fail(0, fmt.Sprintf("%d of its records hold no page: requests, pictures, redirects, errors and the like", passed))
	}
	s.end(err, some)
}

// errNoWARC says that what stands here is no record.
var errNoWARC = errors.New("no record of WARC where one should begin")

// warcHeader reads the header of the next record, and the size of its body in bytes.
func warcHeader(r *bufio.Reader) (textproto.MIMEHeader, int64, error) {
	version := ""
	for version == "" {
		line, err := readLine(r, maxWARCHeader)
		if err != nil && (!errors.Is(err, io.EOF) || len(line) == 0) {
			return nil, 0, err
		}
		version = strings.TrimSpace(string(line))
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, 0, errNoWARC
	}
	h, err := headerOf(r)
	if err != nil {
		return nil, 0, err
	}
	size, err := strconv.ParseInt(strings.TrimSpace(h.Get("Content-Length")), 10, 64)
	if err != nil || size < 0 {
		return nil, 0, fmt.Errorf("%w: no length", errNoWARC)
	}
	return h, size, nil
}

// headerOf reads lines of a header up to an empty one, within maxWARCHeader.
func headerOf(r *bufio.Reader) (textproto.MIMEHeader, error) {
	h := textproto.MIMEHeader{}
	for size := 0; size <= maxWARCHeader; {
		line, err := readLine(r, maxWARCHeader)
		if err != nil {
			return nil, fmt.Errorf("broken header: %w", err)
		}
		text := strings.TrimSpace(string(line))
		if text == "" {
			return h, nil
		}
		if name, value, ok := strings.Cut(text, ":"); ok {
			h.Add(name, strings.TrimSpace(value))
		}
		size += len(line)
	}
	return nil, fmt.Errorf("a header is %s", tooLarge(maxWARCHeader))
}

// record returns the page that a record holds; false where it holds none. A page that is
// too large, or is broken, is reported and is none.
func (s source) record(h textproto.MIMEHeader, body io.Reader) (Page, bool) {
	page := Page{URL: strings.Trim(h.Get("Warc-Target-Uri"), "<> "), Type: h.Get("Content-Type")}
	switch h.Get("Warc-Type") {
	case "response":
		if !strings.HasPrefix(page.Type, "application/http") {
			return Page{}, false
		}
		r := bufio.NewReader(body)
		var ok bool
		if body, ok = httpBody(r, &page); !ok {
			return Page{}, false
		}
	case "resource", "conversion":
	default:
		return Page{}, false
	}
	if !page.isText() {
		return Page{}, false
	}
	data, err := io.ReadAll(io.LimitReader(body, s.limit+1))
	if int64(len(data)) > s.limit {
		s.report(Problem{Path: s.file.path + "#" + page.URL, Reason: tooLarge(s.limit)})
		return Page{}, false
	}
	page.Body = data
	return page, err == nil || len(data) > 0
}

// httpBody reads the header of an HTTP answer, and returns its body decoded; false where
// it is not the answer with a page.
func httpBody(r *bufio.Reader, page *Page) (io.Reader, bool) {
	answer, err := http.ReadResponse(r, nil)
	if err != nil || answer.StatusCode != http.StatusOK {
		return nil, false
	}
	page.Type = answer.Header.Get("Content-Type")
	body, err := decoded(answer.Body, answer.Header.Get("Content-Encoding"))
	return body, err == nil
}

// decoded undoes a Content-Encoding of HTTP: gzip, deflate or none. What it gives is
// bounded by what it takes, and ends with an error beyond. The error is for an encoding
// that is not known, and for what is not in it.
func decoded(body io.Reader, contentEncoding string) (io.Reader, error) {
	b := &budget{}
	var out io.Reader
	var err error
	switch strings.ToLower(strings.TrimSpace(contentEncoding)) {
	case "", "identity":
		return body, nil
	case "gzip", "x-gzip":
		out, err = gzip.NewReader(packed{body, b})
	case "deflate":
		out, err = zlib.NewReader(packed{body, b})
	default:
		err = fmt.Errorf("the content encoding %s is not known", quoteShort(contentEncoding))
	}
	if err != nil {
		return nil, err
	}
	return unpacked{out, b}, nil
}

// captured emits the article of an archived page; false means that no more is wanted.
func (s source) captured(page Page) bool {
	s.file.path += "#" + oneLine(page.URL)
	d, ok := s.fetched(page)
	return !ok || s.whole(d)
}
