//go:build unix

package walk

import (
	"io/fs"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// openFlags keep a pipe from blocking and a link from being followed.
const openFlags = unix.O_NONBLOCK | unix.O_NOFOLLOW

// folder is the source for a folder of the operating system. It holds the
// folder open, so that looking at its files costs one call each.
type folder struct {
	dir *os.Root
	f   *os.File
	fd  int
}

func openFolder(dir *os.Root, rel string) (source, error) {
	f, err := dir.OpenFile(rel, os.O_RDONLY|unix.O_DIRECTORY|openFlags, 0)
	if err != nil {
		return nil, err
	}
	return &folder{dir: dir, f: f, fd: int(f.Fd())}, nil
}

func (d *folder) list(string) ([]fs.DirEntry, error) { return d.f.ReadDir(-1) }
func (d *folder) read(rel string) ([]byte, error)    { return readSmall(d.dir, rel) }
func (d *folder) close()                             { d.f.Close() }

func (d *folder) facts(files []File) []bool {
	ok := make([]bool, len(files))
	each(len(files), func(i int) {
		var st unix.Stat_t
		name := files[i].Rel[strings.LastIndexByte(files[i].Rel, '/')+1:]
		err := unix.Fstatat(d.fd, name, &st, unix.AT_SYMLINK_NOFOLLOW)
		if err == nil && st.Mode&unix.S_IFMT == unix.S_IFREG {
			files[i].Size, files[i].Mtime, ok[i] = st.Size, st.Mtim.Nano(), true
		}
	})
	return ok
}
