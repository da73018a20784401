//go:build !unix

package walk

import (
	"errors"
	"io"
	"os"
)

const (
	openFlags = 0
	openNamed = 0
)

type folder struct{ dir *os.Root }

func openFolder(dir *os.Root, _ string) (source, error) { return &folder{dir}, nil }

func (d *folder) read(rel string) ([]byte, error) { return readSmall(d.dir, rel) }
func (d *folder) close()                          {}

func (d *folder) has(rel string) bool {
	_, err := d.dir.Lstat(rel)
	return err == nil
}

func (d *folder) list(rel string, n int, keep func(entry) bool) ([]entry, error) {
	f, err := d.dir.Open(rel)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	found, err := f.ReadDir(n)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	var all []entry
	for _, one := range found {
		if hidden(one.Name()) {
			continue
		}
		e := entry{name: one.Name()}
		if info, err := one.Info(); err == nil {
			e.fill(info)
		}
		if keep(e) {
			all = append(all, e)
		}
	}
	return all, err
}
