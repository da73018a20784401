//go:build unix

package index

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// mapFile makes the bytes of a file readable without reading it. A file that
// cannot be mapped, as on some network folders, is read.
func mapFile(path string) (mapping, error) {
	f, err := os.Open(path)
	if err != nil {
		return mapping{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return mapping{}, err
	}
	if !info.Mode().IsRegular() || int64(int(info.Size())) != info.Size() {
		return mapping{}, fmt.Errorf("%s: not a file that can be mapped", path)
	}
	if info.Size() == 0 {
		return mapping{}, nil
	}
	b, err := unix.Mmap(int(f.Fd()), 0, int(info.Size()), unix.PROT_READ, unix.MAP_SHARED)
	if err != nil {
		return readWhole(path)
	}
	return mapping{
		data:  b,
		unmap: func() error { return unix.Munmap(b) },
		rest:  func() { _ = unix.Madvise(b, unix.MADV_DONTNEED) },
	}, nil
}
