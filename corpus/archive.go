package corpus

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// An archive is a folder in a file: a member's path is that of the archive with "/" and
// the member's name behind it. Nothing is ever unpacked to the disk.

const (
	maxNested  = 2         // archives that may stand in each other
	maxMembers = 1_000_000 // of one archive
	// maxHeld is the most bytes of a zip archive within another archive: its list of
	// members stands at its end, so that it has to be held in memory.
	maxHeld = 64 << 20
)

// member reads one member of an archive, or reports why not; false means that no more is
// wanted.
func (s source) member(ctx context.Context, name string, open func() (io.ReadCloser, error)) bool {
	clean := strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "./")
	if !fs.ValidPath(clean) {
		return s.refuse(name, "points out of the archive")
	}
	for part := range strings.SplitSeq(clean, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true // as hidden files in a folder
		}
	}
	*s.members++
	f := file{name: clean, path: s.file.path + "/" + clean, key: path.Join(s.file.key, clean), open: open,
		deep: s.file.deep + 1, budget: s.file.budget}
	kind := kindOf(clean)
	switch {
	case kind == unknownFormat:
		s.skips.add(path.Ext(plainName(clean)), f.path)
		return true
	case (kind == zipFormat || kind == tarFormat) && f.deep >= maxNested:
		s.report(Problem{Path: f.path, Reason: fmt.Sprintf("more than %d archives in each other", maxNested)})
		return true
	}
	return readFile(ctx, f, s.limit, s.report, s.emit)
}

// refuse reports a member that is not read.
func (s source) refuse(name, reason string) bool {
	*s.members++
	s.fail(0, "its member "+quoteShort(name)+" "+reason)
	return true
}

// tar reads the members of a tar archive.
func (s source) tar(ctx context.Context, r io.Reader) bool {
	if s.file.budget == nil {
		s.file.budget = &budget{}
		r = packed{r, s.file.budget}
	}
	s.skips, s.members = skips{}, new(int)
	in := tar.NewReader(r)
	for range maxMembers {
		if ctx.Err() != nil {
			return false
		}
		h, err := in.Next()
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			s.end(err, true)
			s.endArchive(err)
			return true
		}
		switch h.Typeflag {
		case tar.TypeReg:
			if !s.member(ctx, h.Name, func() (io.ReadCloser, error) { return io.NopCloser(in), nil }) {
				return false
			}
		case tar.TypeDir, tar.TypeXGlobalHeader:
		default:
			s.refuse(h.Name, "is not a regular file")
		}
	}
	s.fail(0, fmt.Sprintf("has more than %d members: the others are not read", maxMembers))
	return true
}

// endArchive reports what was passed over in an archive that ended with an error.
func (s source) endArchive(err error) {
	s.skips.tell(s.report)
	if *s.members == 0 && errors.Is(err, io.EOF) {
		s.fail(0, "is empty but for hidden files")
	}
}

// zip reads the members of a zip archive.
func (s source) zip(ctx context.Context, r io.Reader) bool {
	at, size, err := s.seekable(r)
	if err != nil {
		s.report(s.file.unread(err))
		return true
	}
	if s.file.budget == nil {
		s.file.budget = &budget{packed: size}
	}
	in, err := zip.NewReader(at, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		s.report(s.file.unread(err))
		return true
	}
	if len(in.File) > maxMembers {
		s.fail(0, fmt.Sprintf("has more than %d members", maxMembers))
		return true
	}
	s.skips, s.members = skips{}, new(int)
	for _, m := range in.File {
		if err := s.file.budget.spend(0); err != nil { // each member that is left would say so
			s.fail(0, err.Error())
			break
		}
		if ctx.Err() != nil || !s.zipped(ctx, m) {
			return false
		}
	}
	s.endArchive(io.EOF)
	return true
}

// zipped reads one member of a zip archive.
func (s source) zipped(ctx context.Context, m *zip.File) bool {
	const encrypted = 1 // a bit of the flags
	switch {
	case m.FileInfo().IsDir():
		return true
	case m.Flags&encrypted != 0:
		return s.refuse(m.Name, "is encrypted")
	case !m.Mode().IsRegular():
		return s.refuse(m.Name, "is not a regular file")
	}
	return s.member(ctx, m.Name, func() (io.ReadCloser, error) {
		in, err := m.Open()
		if err != nil {
			return nil, err
		}
		return struct {
			io.Reader
			io.Closer
		}{unpacked{in, s.file.budget}, in}, nil
	})
}

// seekable returns a reader of any part of r, and its size in bytes. Where r can only be
// read on, it is held in memory.
func (s source) seekable(r io.Reader) (io.ReaderAt, int64, error) {
	if f, ok := r.(fs.File); ok {
		if at, ok := r.(io.ReaderAt); ok {
			info, err := f.Stat()
			if err != nil {
				return nil, 0, err
			}
			return at, info.Size(), nil
		}
	}
	data, err := io.ReadAll(io.LimitReader(r, maxHeld+1))
	if len(data) > maxHeld {
		return nil, 0, fmt.Errorf("a zip archive in another is %s", tooLarge(maxHeld))
	}
	return bytes.NewReader(data), int64(len(data)), err
}
