//go:build unix

package index

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// mapFile makes the bytes of a file readable without reading it. A file that
// cannot be mapped, as on some network folders, is read.
func mapFile(path string) ([]byte, func() error, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() || int64(int(info.Size())) != info.Size() {
		return nil, nil, fmt.Errorf("%s: not a file that can be mapped", path)
	}
	if info.Size() == 0 {
		return nil, func() error { return nil }, nil
	}
	b, err := unix.Mmap(int(f.Fd()), 0, int(info.Size()), unix.PROT_READ, unix.MAP_SHARED)
	if err != nil {
		return readWhole(path)
	}
	return b, func() error { return unix.Munmap(b) }, nil
}
