package ascii

import (
	"math/rand"
	"strings"
	"testing"
)

// near makes eight bytes that lie close to one another and to the limits.
func near(r *rand.Rand, c byte) string {
	b := make([]byte, 8)
	for i := range b {
		switch r.Intn(4) {
		case 0:
			b[i] = byte(r.Intn(256))
		case 1:
			b[i] = c + byte(r.Intn(3)) - 1
		default:
			b[i] = []byte{0, 1, ' ', 'e', '~', 0x7f, 0x80, 0xff}[r.Intn(8)]
		}
	}
	return string(b)
}

func some(s string, is func(c byte) bool) bool {
	for i := range len(s) {
		if is(s[i]) {
			return true
		}
	}
	return false
}

func TestEightBytesTellWhatTheyTellOneByOne(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 200_000 {
		c := byte(1 + r.Intn(127))
		s := near(r, c)
		w := Eight(s)
		for what, ok := range map[string]bool{
			"beyond": Beyond(w) == some(s, func(b byte) bool { return b >= 0x80 }),
			"below":  Below(w, c) == some(s, func(b byte) bool { return b < c }),
			"above":  Above(w, c) == some(s, func(b byte) bool { return b > c }),
			"is":     Is(w, c) == some(s, func(b byte) bool { return b == c }),
		} {
			if !ok {
				t.Fatalf("%s %q is wrong of %q", what, c, s)
			}
		}
		for what, m := range map[string]struct {
			marks uint64
			is    func(b byte) bool
		}{
			"where":   {Where(w, c), func(b byte) bool { return b == c }},
			"letters": {Letters(w), func(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }},
			"all":     {All, func(b byte) bool { return true }},
		} {
			first := 8
			for i := range 8 {
				want := uint64(0)
				if m.is(s[i]) {
					want = 0x80
					first = min(first, i)
				}
				if got := m.marks >> (8 * i) & 0xff; got != want {
					t.Fatalf("%s %q: byte %d of %q is marked %#x", what, c, i, s, got)
				}
			}
			if First(m.marks) != first {
				t.Fatalf("the first mark of %q is at %d, want %d", s, First(m.marks), first)
			}
		}
		if lead, n := Lead(s[r.Intn(8):]); n > 0 && (Beyond(lead) || n < 8 && lead>>(8*n) != 0) {
			t.Fatalf("%#x are not %d bytes of ASCII", lead, n)
		}
	}
}

func TestRunsEndAtTheFirstOther(t *testing.T) {
	for n := range 40 {
		s := strings.Repeat("f", n)
		for _, c := range []struct {
			tail           string
			run, printable int
		}{
			{"", n, n}, {"é", n, n}, {"\n", n + 1, n}, {"\x7f", n + 1, n}, {"\x80", n, n}, {" ~é", n + 2, n + 2},
			{"ferry aground é and on", n + 14, n + 14},
		} {
			if lead, size := Lead(s + c.tail); size != min(c.run, 8) || size > 0 && byte(lead) != (s + c.tail)[0] {
				t.Errorf("%d bytes of ASCII lead %q, the first %q", size, s+c.tail, byte(lead))
			}
			if got := Run(s + c.tail); got != c.run {
				t.Errorf("%d of %q are ASCII, want %d", got, s+c.tail, c.run)
			}
			if got := Printable(s + c.tail); got != c.printable {
				t.Errorf("%d of %q are printable, want %d", got, s+c.tail, c.printable)
			}
		}
	}
}
