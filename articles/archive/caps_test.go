package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// names are the members in order.
func names(ms []Member) string {
	var out []string
	for _, m := range ms {
		out = append(out, m.Name)
	}
	return strings.Join(out, " ")
}

func TestAMemberIsReadUpToItsCap(t *testing.T) {
	r := zipped(t, "cap.txt", strings.Repeat("a", 1000), "over.txt", strings.Repeat("a", 1001))
	ms, errs := collect(Zip(r, r.Size(), anything, Limits{Member: 1000}))
	if names(ms) != "cap.txt" || len(ms[0].Bytes) != 1000 || len(errs) != 1 || !strings.Contains(errs[0].Error(), "over.txt: ") {
		t.Errorf("got %s, %v", names(ms), errs)
	}
}

func TestAnArchiveIsReadUpToItsCap(t *testing.T) {
	r := zipped(t, "a.txt", "One.", "b.txt", "Two.", "c.txt", "Three.")
	ms, errs := collect(Zip(r, r.Size(), anything, Limits{Total: 8}))
	if names(ms) != "a.txt b.txt" || len(errs) != 1 || !errors.Is(errs[0], ErrTooLarge) {
		t.Errorf("got %s, %v", names(ms), errs)
	}
}

func TestSmallMembersMayBeAsThinAsTheyLike(t *testing.T) {
	r := zipped(t, "thin.txt", strings.Repeat("a", ratioFree), "bomb.txt", strings.Repeat("a", ratioFree+maxRatio),
		"text.txt", strings.Repeat("The ferry. ", ratioFree/10)+string(noise(1<<18)))
	ms, errs := collect(Zip(r, r.Size(), anything, Limits{}))
	if names(ms) != "thin.txt text.txt" || len(errs) != 1 || !strings.Contains(errs[0].Error(), "bomb.txt: ") {
		t.Errorf("got %s, %v", names(ms), errs)
	}
}

// noise is bytes that no compression makes fewer.
func noise(n int) []byte {
	b := make([]byte, n)
	x := uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return b
}

func TestAMemberThatCannotBeReadIsNamed(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, h := range []*zip.FileHeader{{Name: "odd.txt", Method: 99}, {Name: "secret.txt", Flags: 1}, {Name: "a.txt"}} {
		if _, err := w.CreateRaw(h); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	ms, errs := collect(Zip(bytes.NewReader(b.Bytes()), int64(b.Len()), anything, Limits{}))
	if names(ms) != "a.txt" || len(errs) != 2 {
		t.Fatalf("got %s, %v", names(ms), errs)
	}
	for i, name := range []string{"odd.txt", "secret.txt"} {
		var e *Error
		if !errors.As(errs[i], &e) || e.Name != name || !errors.Is(errs[i], ErrBroken) || !strings.HasPrefix(e.Error(), name+": ") {
			t.Errorf("%s: %v", name, errs[i])
		}
	}
}

func TestAnErrorWithoutAMemberIsItsReasonAlone(t *testing.T) {
	if got := (&Error{Line: 13, Err: ErrTooLarge}).Error(); got != ErrTooLarge.Error() {
		t.Errorf("got %q", got)
	}
}

func TestOneMemberIsHadByItsName(t *testing.T) {
	r := zipped(t, "a.txt", "One.", "b.txt", "Two.")
	for _, c := range []struct {
		name string
		max  int64
		want string
	}{{"a.txt", 4, "One."}, {"b.txt", 4, "Two."}, {"b.txt", 3, ""}, {"c.txt", 4, ""}} {
		if got := string(Named(r, r.Size(), c.name, c.max)); got != c.want {
			t.Errorf("%s of at most %d bytes: %q, want %q", c.name, c.max, got, c.want)
		}
	}
	if got := Named(strings.NewReader("no archive"), 10, "a.txt", 4); got != nil {
		t.Errorf("out of no archive: %q", got)
	}
}

// TestWhoeverHasEnoughStopsIt takes one member of each and no more.
func TestWhoeverHasEnoughStopsIt(t *testing.T) {
	z := zipped(t, "a.txt", "One.", "b.txt", "Two.")
	e := newspaper(t, manifest("a", "b"), spine("a", "b"))
	pages := record("resource", "https://x.example/a", "Content-Type: text/html\r\n", "<p>One") + record("resource", "https://x.example/b", "Content-Type: text/html\r\n", "<p>Two")
	for what, seq := range map[string]func(func(Member, error) bool){
		"zip": Zip(z, z.Size(), anything, Limits{}), "epub": EPUB(e, e.Size(), Limits{}),
		"mbox": Mbox(strings.NewReader(mailbox), Limits{}), "warc": WARC(strings.NewReader(pages), Limits{}),
	} {
		n := 0
		seq(func(_ Member, err error) bool {
			n++
			return false
		})
		if n != 1 {
			t.Errorf("%s gave %d members", what, n)
		}
	}
}

func TestAFileThatBreaksOffInReadingIsAnError(t *testing.T) {
	broken := func(head string) io.Reader {
		return io.MultiReader(strings.NewReader(head), iotest.ErrReader(io.ErrClosedPipe))
	}
	if _, errs := collect(Mbox(broken(mailbox), Limits{})); len(errs) != 1 || !errors.Is(errs[0], io.ErrClosedPipe) {
		t.Errorf("a mailbox: %v", errs)
	}
	if _, errs := collect(WARC(broken(record("warcinfo", "", "", "x")), Limits{})); len(errs) != 1 || !errors.Is(errs[0], io.ErrClosedPipe) {
		t.Errorf("a web archive: %v", errs)
	}
}

func TestALineOfAMailboxMayBeLongerThanWhatIsReadAtOnce(t *testing.T) {
	long := strings.Repeat("word ", 40_000)
	src := "From a@b Fri Jun  6 11:44:06 2014\nSubject: Long\n\n" + long + "\n\nFrom a@b Fri Jun  6 11:44:06 2014\nSubject: Big\n\n" + long + long + "\n"
	ms, errs := collect(Mbox(strings.NewReader(src), Limits{Member: 300_000}))
	if len(ms) != 1 || !strings.Contains(string(ms[0].Bytes), long) {
		t.Errorf("%d messages", len(ms))
	}
	var e *Error
	if len(errs) != 1 || !errors.As(errs[0], &e) || e.Line != 6 {
		t.Errorf("the second begins on line 6: %+v", errs)
	}
}
