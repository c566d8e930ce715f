package discord

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/textproto"
)

// Bounds of what is attached, in bytes.
const (
	// maxFile is the largest file, where Discord does not allow less: it takes 10 MiB in
	// servers and messages that nobody pays for, and 25 MiB in one request.
	maxFile = 8 << 20
	// maxAtOnce is what a first response may carry, which has three seconds to arrive.
	maxAtOnce = 1 << 20
)

// Reasons for which a file is left out.
var (
	errTooLarge = errors.New("the file is too large")
	errEmpty    = errors.New("the file is empty")
)

// file is one that goes with a message.
type file struct {
	name        string // a to z, 0 to 9, hyphens and full stops: an attachment's address has it as it is
	mediaType   string
	description string // for those who do not see it, or ""
	content     []byte
}

// address is how a component names the file.
func (f file) address() *media { return &media{URL: "attachment://" + f.name} }

// fill collects what is written, at most so many bytes. The error is errTooLarge for
// more, errEmpty for nothing: Discord refuses both.
func fill(most int, write func(io.Writer) error) ([]byte, error) {
	b := &limited{most: most}
	if err := write(b); err != nil {
		return nil, err
	}
	if b.content.Len() == 0 {
		return nil, errEmpty
	}
	return b.content.Bytes(), nil
}

// limited is a buffer that takes so many bytes and no more.
type limited struct {
	content bytes.Buffer
	most    int
}

// Write takes p, or nothing of it.
func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.most-l.content.Len() {
		return 0, errTooLarge
	}
	return l.content.Write(p)
}

// carrier is a body of a request with files beside it.
type carrier interface{ carried() []file }

func (m message) carried() []file { return m.files }

func (r response) carried() []file {
	if m, ok := r.Data.(message); ok {
		return m.files
	}
	return nil
}

// encode writes the body of a request, nil for none: as JSON, and where it has files as
// a form, from Discord's reference ("Uploading Files").
func encode(body any) (contentType string, raw []byte, err error) {
	const plain = "application/json"
	if body == nil {
		return plain, nil, nil
	}
	if raw, err = json.Marshal(body); err != nil {
		return "", nil, fmt.Errorf("encode a request: %w", err)
	}
	c, ok := body.(carrier)
	if !ok || len(c.carried()) == 0 {
		return plain, raw, nil
	}
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	err = writePart(w, "payload_json", "", plain, raw)
	for i, f := range c.carried() {
		err = errors.Join(err, writePart(w, fmt.Sprintf("files[%d]", i), f.name, f.mediaType, f.content))
	}
	if err = errors.Join(err, w.Close()); err != nil {
		return "", nil, fmt.Errorf("encode a request: %w", err)
	}
	return w.FormDataContentType(), b.Bytes(), nil
}

// writePart writes a part of a form, a file where it has a name for one.
func writePart(w *multipart.Writer, name, fileName, mediaType string, content []byte) error {
	disposition := map[string]string{"name": name}
	if fileName != "" {
		disposition["filename"] = fileName
	}
	part, err := w.CreatePart(textproto.MIMEHeader{
		"Content-Disposition": {mime.FormatMediaType("form-data", disposition)},
		"Content-Type":        {mediaType},
	})
	if err != nil {
		return err
	}
	_, err = part.Write(content)
	return err
}
