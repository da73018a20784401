package archive

import (
	"archive/zip"
	"fmt"
	"io"
	"iter"
	"strings"
)

// maxRatio is a proportion of unpacked to packed that no text reaches; it
// holds for members large enough to matter.
const (
	maxRatio  = 200
	ratioFree = 8 << 20
)

// Zip yields the members of a zip archive that want asks for by name, in the
// order they stand in it.
func Zip(r io.ReaderAt, size int64, want func(name string) bool, l Limits) iter.Seq2[Member, error] {
	return func(yield func(Member, error) bool) {
		l = l.orDefault()
		z, err := zip.NewReader(r, size)
		if err != nil {
			yield(Member{}, fmt.Errorf("%w: %w", ErrBroken, err))
			return
		}
		total := int64(0)
		for i, f := range z.File {
			if i >= l.Members || total >= l.Total {
				yield(Member{}, fmt.Errorf("%w: the rest of the archive is not read", ErrTooLarge))
				return
			}
			name := strings.ReplaceAll(f.Name, `\`, "/")
			if strings.HasSuffix(name, "/") || !want(name) {
				continue
			}
			b, err := member(f, l.Member)
			total += int64(len(b))
			if err != nil {
				err = &Error{Name: name, Err: err}
			}
			if !yield(Member{Name: name, Bytes: b}, err) {
				return
			}
		}
	}
}

func member(f *zip.File, max int64) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, fmt.Errorf("%w: it is encrypted", ErrBroken)
	}
	if f.UncompressedSize64 > ratioFree && f.UncompressedSize64/maxRatio > f.CompressedSize64 {
		return nil, fmt.Errorf("%w: it unpacks to more than %d times its size", ErrTooLarge, maxRatio)
	}
	if f.UncompressedSize64 > uint64(max) {
		return nil, fmt.Errorf("%w of %d MiB", ErrTooLarge, max>>20)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	defer r.Close()
	return within(r, max)
}

// Named is the member of a zip archive of a name, or nil where it has none of
// at most max bytes.
func Named(r io.ReaderAt, size int64, name string, max int64) []byte {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil
	}
	for _, f := range z.File {
		if f.Name == name {
			b, err := member(f, max)
			if err != nil {
				return nil
			}
			return b
		}
	}
	return nil
}
