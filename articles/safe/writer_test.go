package safe

import (
	"errors"
	"strings"
	"testing"
)

func TestWriterIsTheGateHoweverTheBytesArrive(t *testing.T) {
	for _, s := range []string{
		"plain\r\nlines é 漢 👩\n",
		"\x1b[1;31mred\x1b[0m and \x1b]8;;https://a.example\x1b\\link\x1b]8;;\x1b\\.\n",
		"a\x1b[2Jb\x1b]0;title\ac\u202ed\n",
		"name\x1b[31\x1b[32mgreen\n",
	} {
		want := Rendered(s)
		for size := 1; size <= len(s); size++ {
			var b strings.Builder
			w := Writer(&b)
			for rest := s; rest != ""; {
				n := min(size, len(rest))
				if wrote, err := w.Write([]byte(rest[:n])); wrote != n || err != nil {
					t.Fatal(wrote, err)
				}
				rest = rest[n:]
			}
			if got := b.String(); got != want {
				t.Fatalf("%d bytes at a time:\n got %q\nwant %q", size, got, want)
			}
		}
	}
}

func TestWriterHoldsNothingThatCannotGoOn(t *testing.T) {
	var b strings.Builder
	w := Writer(&b)
	if _, err := w.Write([]byte("no line end, \x1b[?25l")); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != "no line end, ␛[?25l" {
		t.Errorf("wrote %q", got)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("gone") }

func TestWriterSaysWhenItCannotWrite(t *testing.T) {
	if _, err := Writer(broken{}).Write([]byte("x")); err == nil {
		t.Error("no error")
	}
}
