package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"path"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/pictures"
	"broadsheet/store/walk"
)

// Picture is a picture of a story: its bytes, or where they could be had from
// where they are not in the library.
type Picture struct {
	Alt     string
	Caption string
	Data    []byte
	URL     string
}

// The most that the pictures of one story may take.
const (
	maxPictureFile = 64 << 20 // the file of the story
	maxPicture     = 24 << 20 // one picture beside it
	maxPictures    = 96 << 20 // all of them
)

// Pictures reads the pictures of a story: out of its file, and from beside it
// as long as that is within the folders of the library. What is no picture by
// its content is left out.
func (l *Library) Pictures(ctx context.Context, id articles.ID) ([]Picture, error) {
	one, err := l.find(ctx, id)
	if err != nil {
		return nil, err
	}
	src, err := l.bytesOf(walk.File{Root: one.Root, Rel: one.Rel}, maxPictureFile)
	if err != nil {
		return nil, fmt.Errorf("reading the pictures of %s: %w", id, err)
	}
	if src, err = inflated(src); err != nil {
		return nil, fmt.Errorf("reading the pictures of %s: %w", id, err)
	}
	var all []Picture
	total := 0
	for _, p := range pictures.Of(src, one.Entry) {
		if ctx.Err() != nil || total > maxPictures {
			break
		}
		got := Picture{Alt: p.Alt, Caption: p.Caption, Data: p.Data, URL: p.URL}
		if p.File != "" {
			if got.Data = l.beside(one.Root, one.Rel, p.File); got.Data == nil {
				continue // it was not saved with the page
			}
		}
		if got.Data != nil && !strings.HasPrefix(http.DetectContentType(got.Data), "image/") {
			continue
		}
		total += len(got.Data)
		all = append(all, got)
	}
	return all, ctx.Err()
}

// beside reads a file that the file of a story names, or nil.
func (l *Library) beside(root int, rel, name string) []byte {
	at := path.Join(path.Dir(rel), name)
	if strings.HasPrefix(name, "/") {
		at = path.Clean(name[1:]) // of a mirrored site, from its root
	}
	if at == ".." || strings.HasPrefix(at, "../") || path.IsAbs(at) {
		return nil // outside the library; the folder itself would refuse, too
	}
	b, err := l.bytesOf(walk.File{Root: root, Rel: at}, maxPicture)
	if err != nil {
		return nil
	}
	return b
}

// bytesOf reads a regular file of the library, up to a cap.
func (l *Library) bytesOf(f walk.File, most int64) ([]byte, error) {
	r, _, err := l.tree.Open(f)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return atMost(r, most)
}

func atMost(r io.Reader, most int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(b)) > most {
		return nil, fmt.Errorf("over %d MiB", most>>20)
	}
	return b, err
}

// inflated unpacks what is gzipped.
func inflated(src []byte) ([]byte, error) {
	if !bytes.HasPrefix(src, []byte{0x1f, 0x8b}) {
		return src, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(src))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return atMost(z, maxPictureFile)
}
