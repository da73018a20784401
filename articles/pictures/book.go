package pictures

import (
	"bytes"
	"path"

	"broadsheet/articles/archive"
)

// inBook finds the pictures of a chapter of a book: other members of it.
func inBook(src []byte, entry int) []Picture {
	r := bytes.NewReader(src)
	n := 0
	for m, err := range archive.EPUB(r, int64(len(src)), archive.Limits{}) {
		if err != nil {
			continue
		}
		if n++; n < max(entry, 1) {
			continue
		}
		all := inPage(m.Bytes)
		for i := range all {
			if p := &all[i]; p.File != "" && p.Data == nil {
				name := path.Join(path.Dir(m.Name), p.File)
				p.Data, p.File = archive.Named(r, int64(len(src)), name, maxData), ""
			}
		}
		return all
	}
	return nil
}
