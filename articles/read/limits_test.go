package read

import (
	"errors"
	"io"
	"strings"
	"testing"
)

// endless is a single line without end.
type endless struct{ read int64 }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	e.read += int64(len(p))
	return len(p), nil
}

func TestALineWithoutEndIsRefusedInBoundedMemory(t *testing.T) {
	for name, size := range map[string]int64{"line.txt": 200 << 20, "unknown.txt": 0, "page.html": 0, "clip.md": 200 << 20} {
		e := &endless{}
		var errs []error
		for _, err := range File(Input{Name: name, Reader: e, Size: size}, Options{MaxDocument: 1 << 20}) {
			errs = append(errs, err)
		}
		if len(errs) != 1 || !errors.Is(errs[0], ErrTooLarge) {
			t.Errorf("%s: got %v", name, errs)
		}
		if e.read > 4<<20 {
			t.Errorf("%s: %d bytes were read of what is refused", name, e.read)
		}
	}
	rest := io.MultiReader(io.LimitReader(&endless{}, 40<<20), strings.NewReader("\n"+`{"title": "After it", "text": "Read all the same."}`))
	var stories, errs int
	for a, err := range File(Input{Name: "line.jsonl", Reader: rest}, Options{}) {
		if err != nil {
			errs++
		} else if a.Title == "After it" {
			stories++
		}
	}
	if stories != 1 || errs != 1 {
		t.Errorf("after a line too long: %d stories, %d errors", stories, errs)
	}
}

func TestWhatUnfoldsOutOfProportionIsRefused(t *testing.T) {
	bomb := gz(strings.Repeat("\n", 64<<20))
	_, errs := collect("bomb.jsonl.gz", bomb, Options{})
	if len(errs) != 1 || !errors.Is(errs[0], ErrTooLarge) {
		t.Errorf("got %v", errs)
	}
}

// counted counts how often it is asked for more.
type counted struct {
	io.Reader
	asked int
}

func (c *counted) Read(p []byte) (int, error) {
	c.asked++
	return c.Reader.Read(p)
}

func TestASmallFileIsAskedForOnce(t *testing.T) {
	for name, c := range map[string]struct {
		size  int
		asked int
	}{
		"its size is known":        {len(ferry), 1},
		"its size is not known":    {0, 2},
		"it grew since it was met": {len(ferry) - 200, 2},
	} {
		in := &counted{Reader: strings.NewReader(ferry)}
		n := 0
		for a, err := range File(Input{Name: "ferry.txt", Reader: in, Size: int64(c.size)}, Options{}) {
			if err != nil || !strings.Contains(a.Text, "before the summer") {
				t.Errorf("%s: %v, %q", name, err, a.Text)
			}
			n++
		}
		if n != 1 || in.asked < c.asked || c.asked == 1 && in.asked > 1 {
			t.Errorf("%s: %d stories, asked %d times", name, n, in.asked)
		}
	}
}
