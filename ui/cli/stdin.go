package cli

import (
	"bytes"
	"io"
	"io/fs"
	"time"
)

// stdinName is how the one file of standard input is named.
const stdinName = "standard-input"

// single is a file system that holds one file, so that standard input can be
// a library like any other.
type single struct {
	name string
	body []byte
}

func (s single) Open(name string) (fs.File, error) {
	switch name {
	case ".":
		return &singleDir{single: s}, nil
	case s.name:
		return &singleFile{single: s, Reader: bytes.NewReader(s.body)}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

type singleFile struct {
	single
	*bytes.Reader
}

func (f *singleFile) Stat() (fs.FileInfo, error) { return singleInfo{f.single}, nil }
func (f *singleFile) Close() error               { return nil }

type singleDir struct {
	single
	listed bool
}

func (d *singleDir) Stat() (fs.FileInfo, error) { return singleInfo{single{name: "."}}, nil }
func (d *singleDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: ".", Err: fs.ErrInvalid}
}
func (d *singleDir) Close() error { return nil }

func (d *singleDir) ReadDir(n int) ([]fs.DirEntry, error) {
	if d.listed {
		if n > 0 {
			return nil, io.EOF
		}
		return nil, nil
	}
	d.listed = true
	return []fs.DirEntry{fs.FileInfoToDirEntry(singleInfo{d.single})}, nil
}

type singleInfo struct{ s single }

func (i singleInfo) Name() string       { return i.s.name }
func (i singleInfo) Size() int64        { return int64(len(i.s.body)) }
func (i singleInfo) ModTime() time.Time { return time.Time{} }
func (i singleInfo) IsDir() bool        { return i.s.name == "." }
func (i singleInfo) Sys() any           { return nil }
func (i singleInfo) Mode() fs.FileMode {
	if i.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
