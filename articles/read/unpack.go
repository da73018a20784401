package read

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// Limits on what a small file may unfold into: a ratio no text reaches, held
// only once the output is large enough to matter.
const (
	maxRatio      = 200
	ratioFreeSize = 16 << 20
)

// source is the raw file: it counts, stops when the context ends, and names
// what fails.
type source struct {
	f   *file
	r   io.Reader
	n   int64
	end bool // all of it was read
}

func (s *source) Read(p []byte) (int, error) {
	if err := s.f.o.Context.Err(); err != nil {
		return 0, &Error{Name: s.f.in.Name, Class: ErrUnreadable, Err: err}
	}
	if s.end {
		return 0, io.EOF
	}
	n, err := s.r.Read(p)
	// To be told that this was the end would be one more call for every file.
	s.n += int64(n)
	s.end = err == nil && 0 < n && n < len(p) && s.n == s.f.in.Size
	if err != nil && err != io.EOF {
		err = &Error{Name: s.f.in.Name, Class: ErrUnreadable, Err: err}
	}
	return n, err
}

// headSize is the size of the buffer that a file is sniffed in: most are
// smaller than what is looked at, and then it holds them whole.
func headSize(size int64) int {
	if size > 0 && size < sniffSize {
		return int(size) + 16
	}
	return sniffSize
}

// unpacked is a file seen through its compression.
type unpacked struct {
	r      *bufio.Reader
	size   int64 // where known
	packed bool
	wide   bool // in units of two or four bytes
	close  func()
}

// unpack opens one layer of gzip; a second is refused, for nobody keeps news
// that way.
func (f *file) unpack(src *bufio.Reader, size int64) (unpacked, error) {
	head, err := src.Peek(4)
	if err != nil && err != io.EOF {
		return unpacked{}, err
	}
	if !isGzip(head) {
		return unpacked{r: src, size: size, close: func() {}}, nil
	}
	z, err := gzip.NewReader(src)
	if err != nil {
		return unpacked{}, fmt.Errorf("gzip: %w", err)
	}
	limited := &inflated{f: f, z: z}
	r := bufio.NewReaderSize(limited, sniffSize)
	limited.packed = packedSize(size)
	head, err = r.Peek(4)
	if err != nil && err != io.EOF {
		return unpacked{}, err
	}
	if isGzip(head) {
		return unpacked{}, &Error{Name: f.in.Name, Class: ErrUnsupported, Err: fmt.Errorf("gzip inside gzip")}
	}
	return unpacked{r: r, packed: true, close: func() { z.Close() }}, nil
}

func isGzip(head []byte) bool { return bytes.HasPrefix(head, []byte{0x1f, 0x8b}) }

// packedSize is what the ratio is taken of where the size is not known.
func packedSize(size int64) int64 {
	if size > 0 {
		return size
	}
	return 1 << 20
}

// inflated is what comes out of a compressed file, as long as that is in
// proportion.
type inflated struct {
	f      *file
	z      io.Reader
	n      int64
	packed int64
}

func (r *inflated) Read(p []byte) (int, error) {
	n, err := r.z.Read(p)
	r.n += int64(n)
	if r.n > ratioFreeSize && r.n/r.packed > maxRatio {
		return n, &Error{Name: r.f.in.Name, Class: ErrTooLarge,
			Err: fmt.Errorf("unpacks to more than %d times its size", maxRatio)}
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("gzip: %w", err)
	}
	return n, err
}

// whole reads a file that must be held whole, up to the cap.
func (f *file) whole(u unpacked) ([]byte, error) {
	limit := f.o.MaxDocument
	tooLarge := &Error{Name: f.in.Name, Class: ErrTooLarge,
		Err: fmt.Errorf("a single document may have %s", bytesOf(limit))}
	if !u.packed && u.size > limit {
		return nil, tooLarge
	}
	if all, err := u.r.Peek(u.r.Size()); err == io.EOF && int64(len(all)) <= limit {
		return all, nil // it was read whole to see what it is
	}
	var b bytes.Buffer
	if u.size > 0 && !u.packed {
		b.Grow(int(u.size) + bytes.MinRead)
	}
	if _, err := b.ReadFrom(io.LimitReader(u.r, limit+1)); err != nil {
		return nil, err
	}
	if int64(b.Len()) > limit {
		return nil, tooLarge
	}
	return b.Bytes(), nil
}

// bytesOf writes a size as people say it.
func bytesOf(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
