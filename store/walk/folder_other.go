//go:build !unix

package walk

import (
	"io/fs"
	"os"
)

const openFlags = 0

type folder struct{ dir *os.Root }

func openFolder(dir *os.Root, _ string) (source, error) { return &folder{dir}, nil }

func (d *folder) list(rel string) ([]fs.DirEntry, error) {
	f, err := d.dir.Open(rel)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

func (d *folder) read(rel string) ([]byte, error) { return readSmall(d.dir, rel) }
func (d *folder) close()                          {}

func (d *folder) facts(files []File) []bool {
	ok := make([]bool, len(files))
	each(len(files), func(i int) {
		info, err := d.dir.Lstat(files[i].Rel)
		if err == nil && info.Mode().IsRegular() {
			files[i].Size, files[i].Mtime, ok[i] = info.Size(), info.ModTime().UnixNano(), true
		}
	})
	return ok
}
