//go:build unix

package walk

import (
	"errors"
	"io"
	"math"
	"os"

	"golang.org/x/sys/unix"
)

// openFlags keep a pipe from blocking and a link from being followed.
const openFlags = openNamed | unix.O_NOFOLLOW

// openNamed are the flags for what the reader named.
const openNamed = unix.O_NONBLOCK

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

func (d *folder) read(rel string) ([]byte, error) { return readSmall(d.dir, rel) }
func (d *folder) close()                          { d.f.Close() }

func (d *folder) has(rel string) bool {
	_, err := d.dir.Lstat(rel)
	return err == nil
}

// together is how many names of a folder are asked for at a time: what is not
// kept of them needs no room beside the next.
const together = 1024

func (d *folder) list(_ string, n int, keep func(entry) bool) (all []entry, err error) {
	if n < 0 {
		n = math.MaxInt
	}
	for n > 0 && err == nil {
		var some []entry
		some, err = d.some(min(n, together))
		n -= len(some)
		for _, e := range some {
			if !hidden(e.name) && keep(e) {
				all = append(all, e)
			}
		}
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return all, err
}

// some asks for names and then for facts, on every core. ReadDir would ask
// the system once more for each name, since the folder is one of an os.Root.
func (d *folder) some(n int) ([]entry, error) {
	names, err := d.f.Readdirnames(n)
	all := make([]entry, len(names))
	for i, name := range names {
		all[i].name = name
	}
	each(len(all), func(i int) {
		var st unix.Stat_t
		e := &all[i]
		if hidden(e.name) || unix.Fstatat(d.fd, e.name, &st, unix.AT_SYMLINK_NOFOLLOW) != nil {
			return
		}
		e.size, e.mtime = st.Size, st.Mtim.Nano()
		switch st.Mode & unix.S_IFMT {
		case unix.S_IFREG:
			e.kind = regular
		case unix.S_IFDIR:
			e.kind = folded
		}
	})
	return all, err
}
