package corpus

import (
	"errors"
	"io"
)

// What unpacks is bounded by how much more it gives than it takes: a bomb of gzip gives a
// thousand times as much, text that people write ten times at most. All that is packed in
// a file shares one budget, however deep.
const (
	maxRatio  = 250     // bytes unpacked for one packed
	freeBytes = 8 << 20 // bytes unpacked that are never too many
)

// errBomb says that something unpacks to far more than text does.
var errBomb = errors.New("unpacks to more than 250 times its size: it is not read on")

// budget counts what a file has unpacked to.
type budget struct {
	packed   int64 // bytes of the file that were read
	unpacked int64
}

// spend counts unpacked bytes, and returns errBomb where the packed ones cannot account
// for so many.
func (b *budget) spend(n int) error {
	b.unpacked += int64(n)
	if b.unpacked > freeBytes && b.unpacked/maxRatio > b.packed {
		return errBomb
	}
	return nil
}

// packed is a reader of packed bytes.
type packed struct {
	io.Reader
	budget *budget
}

// Read reads on.
func (p packed) Read(b []byte) (int, error) {
	n, err := p.Reader.Read(b)
	p.budget.packed += int64(n)
	return n, err
}

// unpacked is a reader of bytes that were packed.
type unpacked struct {
	io.Reader
	budget *budget
}

// Read reads on, within the budget.
func (u unpacked) Read(b []byte) (int, error) {
	n, err := u.Reader.Read(b)
	if over := u.budget.spend(n); over != nil {
		return 0, over
	}
	return n, err
}
