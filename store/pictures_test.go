package store

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// aPicture is a picture of some size, of no matter what.
func aPicture(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPicturesLieBesideAStoryAndNowhereElse(t *testing.T) {
	h := newHome(t)
	outside := filepath.Dir(h.dir)
	small := aPicture(t, 9, 9)
	for name, body := range map[string][]byte{
		"archive/a.txt": []byte("title: Ferry||x\n![Ferry](img/ferry.png) ![up](../secret.png) ![abs](/img/ferry.png)\n" +
			"![no picture](a.txt) ![link](link.png) ![gone](gone.png) ![far](https://courier.example/far.jpg)"),
		"archive/img/ferry.png": small,
		"secret.png":            small,
	} {
		file := filepath.Join(outside, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	_ = os.Symlink(filepath.Join(outside, "secret.png"), filepath.Join(h.dir, "link.png"))
	l := h.scanned()
	all, err := l.Pictures(t.Context(), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range all {
		got = append(got, fmt.Sprintf("%s %d %s", p.Alt, len(p.Data), p.URL))
	}
	want := fmt.Sprintf("Ferry %d ; abs %[1]d ; far 0 https://courier.example/far.jpg", len(small))
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %q, want %q", s, want)
	}
	if _, err := l.Pictures(t.Context(), "none.txt"); err == nil {
		t.Error("a story that is not there has pictures")
	}
}
