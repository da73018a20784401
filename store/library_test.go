package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"broadsheet/articles"
	"broadsheet/store/walk"
)

func expect[T comparable](t *testing.T, got []T, want ...T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func small(t testing.TB) *home {
	return newHome(t,
		"a.txt=title: Ferry aground|date: 2014-06-03|source: Ostrel Courier||The ferry ran aground off Karsk.",
		"b.txt=title: Inquiry opens|date: 2014-06-05|source: Tarrovia Wire|link: Ferry aground||An inquiry into the ferry opened in Ostrel.",
		"sub/c.txt=title: Trams return|source: Vasska Post||Night trams return to the east.",
		"d.txt=title: One|date: 2014-06-04||First of two.|---|title: Two|date: 2014-06-01||Second of two.",
	)
}

var smallTitles = []string{"Inquiry opens", "One", "Ferry aground", "Two", "Trams return"}

func TestALibraryIsScannedListedAndRead(t *testing.T) {
	h := small(t)
	l := h.scanned()
	expect(t, titles(t, l, View{}), smallTitles...)
	w, err := l.Headlines(t.Context(), View{}, 1, 2)
	if err != nil || w.Total != 5 || w.Unread != 5 || w.All != 5 || w.From != 1 || len(w.Items) != 2 || w.Items[0].ID != "d.txt#1" {
		t.Fatalf("%+v, %v", w, err)
	}
	a, m, err := l.Story(t.Context(), "d.txt#2")
	if err != nil || a.Title != "Two" || a.Text != "Second of two." || a.ID != "d.txt#2" || a.Path != h.dir+"/d.txt" || m.Read {
		t.Errorf("%+v %+v %v", a, m, err)
	}
	if _, _, err := l.Story(t.Context(), "no.txt"); err != ErrUnknown {
		t.Error(err)
	}
	i, err := l.IndexOf(t.Context(), View{}, "sub/c.txt")
	if i != 4 || err != nil {
		t.Error(i, err)
	}
}

func TestAPrintedDayStandsTogetherWhateverItsZones(t *testing.T) {
	h := newHome(t,
		"late.txt=title: Late in Karsk|date: 2014-06-05T22:00:00-05:00||Already Friday elsewhere.",
		"bare.txt=title: Some time on Friday|date: 2014-06-06||No hour was printed.",
		"early.txt=title: Early in Ostrel|date: 2014-06-06T06:00:00+09:00||Still Thursday elsewhere.",
	)
	expect(t, titles(t, h.scanned(), View{}), "Early in Ostrel", "Some time on Friday", "Late in Karsk")
}

func TestTheSecondStartReadsNoFile(t *testing.T) {
	h := small(t)
	h.scanned().Close()
	read := h.reader.files.Load()
	l := h.open()
	expect(t, titles(t, l, View{}), smallTitles...)
	p := scanLibrary(t, l)
	if h.reader.files.Load() != read || p.Total != 0 || p.Files != 4 || p.Stories != 5 {
		t.Errorf("%d files read again, %+v", h.reader.files.Load()-read, p)
	}
}

func TestAScanFollowsWhatHappensToTheFiles(t *testing.T) {
	h := small(t)
	l := h.scanned()
	read := h.reader.files.Load()
	h.write("a.txt", "title: Ferry refloated|date: 2014-06-09||The ferry came off the rocks.")
	h.write("e.txt", "title: Library bill|date: 2014-06-10||It passes by one vote.")
	h.remove("b.txt")
	if err := os.Rename(filepath.Join(h.dir, "sub"), filepath.Join(h.dir, "moved")); err != nil {
		t.Fatal(err)
	}
	h.write("d.txt", "title: One|date: 2014-06-04||First of one.")
	scanLibrary(t, l)
	want := []string{"Library bill", "Ferry refloated", "One", "Trams return"}
	expect(t, titles(t, l, View{}), want...)
	if n := h.reader.files.Load() - read; n != 4 {
		t.Errorf("%d files read, want the 4 that changed", n)
	}
	expect(t, titles(t, l, View{Query: "ferry"}), "Ferry refloated")
	expect(t, titles(t, l, View{Query: "inquiry"}))
	if _, _, err := l.Story(t.Context(), "b.txt"); err != ErrUnknown {
		t.Error(err)
	}
	if _, err := l.Headline(t.Context(), "moved/c.txt"); err != nil {
		t.Error(err)
	}
	l.Close()
	l = h.open()
	expect(t, titles(t, l, View{}), want...)
	scanLibrary(t, l)
	expect(t, titles(t, l, View{}), want...)
}

func TestAnEmptyFolderIsAnEmptyLibrary(t *testing.T) {
	l := newHome(t).scanned()
	w, err := l.Headlines(t.Context(), View{}, 0, 10)
	if err != nil || w.Total != 0 || len(w.Items) != 0 {
		t.Errorf("%+v, %v", w, err)
	}
	if i, err := l.NextUnread(t.Context(), View{}, 0, 1); i != -1 || err != nil {
		t.Error(i, err)
	}
}

func TestOneBadFileHidesNoGoodOne(t *testing.T) {
	h := small(t)
	h.write("bad.txt", "title: Good part||Fine.|---|BROKEN|---|title: Other part||Fine too.")
	h.write("worse.txt", "BROKEN")
	if runtime.GOOS != "windows" && os.Getuid() != 0 {
		h.write("secret.txt", "title: Secret")
		os.Chmod(filepath.Join(h.dir, "secret.txt"), 0)
	}
	l := h.open()
	p := scanLibrary(t, l)
	if n := len(titles(t, l, View{})); n != 7 {
		t.Errorf("%d stories", n)
	}
	problems, err := l.Problems(t.Context())
	if err != nil || len(problems) != p.Failed || len(problems) < 2 {
		t.Fatalf("%v, %v, %+v", problems, err, p)
	}
	if problems[0].Path != h.dir+"/bad.txt" || problems[0].Reason != "entry 2: broken" {
		t.Errorf("%+v", problems[0])
	}
	h.write("worse.txt", "title: Mended")
	h.remove("bad.txt")
	os.Chmod(filepath.Join(h.dir, "secret.txt"), 0o644)
	scanLibrary(t, l)
	if problems, _ := l.Problems(t.Context()); len(problems) != 0 {
		t.Errorf("left over: %v", problems)
	}
}

func TestAFolderThatVanishedKeepsItsStoriesAndSaysSo(t *testing.T) {
	h := small(t)
	l := h.scanned()
	if err := os.Rename(h.dir, h.dir+"-away"); err != nil {
		t.Fatal(err)
	}
	scanLibrary(t, l)
	expect(t, titles(t, l, View{}), smallTitles...)
	problems, _ := l.Problems(t.Context())
	if len(problems) != 1 || problems[0].Path != h.dir {
		t.Errorf("%v", problems)
	}
	if err := os.Rename(h.dir+"-away", h.dir); err != nil {
		t.Fatal(err)
	}
	scanLibrary(t, l)
	if problems, _ := l.Problems(t.Context()); len(problems) != 0 {
		t.Errorf("%v", problems)
	}
}

func TestSeveralRootsAndACarriedOneMakeOneLibrary(t *testing.T) {
	h, other := small(t), small(t)
	h.config.Roots = append(h.config.Roots,
		walk.Root{Path: filepath.Join(other.dir, "a.txt")},
		walk.Root{Path: "edition", FS: fstest.MapFS{"x.txt": {Data: []byte("title: Welcome\n\nHello.")}}})
	l := h.scanned()
	if n := len(titles(t, l, View{})); n != 7 {
		t.Errorf("%d stories", n)
	}
	for _, id := range []articles.ID{"archive/a.txt", "a.txt", "edition/x.txt", "archive/d.txt#2"} {
		a, _, err := l.Story(t.Context(), id)
		if err != nil || a.ID != id {
			t.Errorf("%s: %q, %v", id, a.ID, err)
		}
	}
	read := h.reader.files.Load()
	scanLibrary(t, l)
	if h.reader.files.Load() != read {
		t.Error("read again")
	}
}

func TestNothingIsWrittenInTheReadersFolder(t *testing.T) {
	h := small(t)
	list := func() (all []string) {
		filepath.Walk(h.dir, func(p string, i os.FileInfo, _ error) error {
			all = append(all, p+i.ModTime().String())
			return nil
		})
		return all
	}
	before := list()
	l := h.scanned()
	yes := true
	if _, err := l.Mark(t.Context(), "a.txt", Change{Starred: &yes}); err != nil {
		t.Fatal(err)
	}
	expect(t, list(), before...)
}

func TestAFileNamedWithANumberSignIsNoContainer(t *testing.T) {
	l := newHome(t, "story#2.txt=title: A||x", "#1=title: B||y", "c#1=title: C1||c|---|title: C2||c").scanned()
	for id, want := range map[articles.ID]string{"story#2.txt": "A", "#1": "B", "c#1#2": "C2"} {
		if a, _, err := l.Story(t.Context(), id); err != nil || a.Title != want {
			t.Errorf("%s: %q, %v", id, a.Title, err)
		}
	}
}

// TestACancelledScanKeepsWhatItReadAndTheNextGoesOn stops it after a hundred
// files, long before they would have been written.
func TestACancelledScanKeepsWhatItReadAndTheNextGoesOn(t *testing.T) {
	const all, enough = 400, 100
	h := newHome(t)
	for i := range all {
		h.write(fmt.Sprintf("in/%d/%d.txt", i%7, i), fmt.Sprintf("title: Story %d|date: 2014-06-06||Text.", i))
	}
	l := h.open()
	ctx, cancel := context.WithCancel(t.Context())
	read := l.read
	l.read = func(ctx context.Context, in Input) iter.Seq2[articles.Article, error] {
		if h.reader.files.Load() == enough {
			cancel()
		}
		return read(ctx, in)
	}
	if err := l.Scan(ctx, nil); err != context.Canceled {
		t.Fatal(err)
	}
	part := len(titles(t, l, View{}))
	inHand := runtime.GOMAXPROCS(0) + 1 // in the moment of stopping; they are read again
	if done := int(h.reader.files.Load()); part < enough-inHand || part > done || done >= all {
		t.Errorf("%d files were begun, %d of %d stories kept", done, part, all)
	}
	l.Close()
	begun := h.reader.files.Load()
	l = h.open()
	if n := len(titles(t, l, View{})); n != part {
		t.Errorf("%d kept, %d after a new start", part, n)
	}
	scanLibrary(t, l)
	if n := len(titles(t, l, View{})); n != all {
		t.Errorf("%d in the end", n)
	}
	if again := int(h.reader.files.Load() - begun); again < all-part || again > all-part+inHand {
		t.Errorf("%d files read, though %d of %d were done", again, part, all)
	}
}

func TestSlowFilesAreShownWhileOthersAreRead(t *testing.T) {
	h := small(t)
	h.config.Read = func(ctx context.Context, in Input) iter.Seq2[articles.Article, error] {
		time.Sleep(slow / 2)
		return h.reader.read(ctx, in)
	}
	l := h.open()
	shown := 0
	err := l.Scan(t.Context(), func(p Progress) {
		if p.Stories > 0 && p.Done < 4 {
			shown = p.Stories
		}
	})
	if err != nil || shown == 0 {
		t.Errorf("nothing was shown before all was read: %v", err)
	}
	expect(t, titles(t, l, View{}), smallTitles...)
}

// TestEverythingAtOnce is for the race detector: a scan, marks, lists,
// searches and stories side by side, and nothing but right answers.
func TestEverythingAtOnce(t *testing.T) {
	h := newHome(t)
	all := invent(h, 150)
	l := h.open()
	ctx, cancel := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	again := func(do func(i int) error) {
		wg.Go(func() {
			for i := 0; ctx.Err() == nil; i++ {
				if err := do(i); err != nil && ctx.Err() == nil && !errors.Is(err, ErrUnknown) {
					t.Error(err)
					return
				}
			}
		})
	}
	again(func(i int) error { _, err := l.Headlines(ctx, View{Query: "ferry", Live: true}, i%20, 5); return err })
	again(func(i int) error { _, err := l.Headlines(ctx, View{Unread: i%2 == 0}, i%20, 5); return err })
	again(func(i int) error {
		_, err := l.Mark(ctx, all[i%len(all)].id, Change{Read: ptr(i%3 == 0)})
		return err
	})
	again(func(i int) error { _, _, err := l.Story(ctx, all[i%len(all)].id); return err })
	again(func(i int) error { _, err := l.Related(ctx, all[i%len(all)].id, 5); return err })
	for i := range 8 {
		h.write(string(all[i].id), "title: Written anew|date: 2015-01-01||The ferry again.")
		scanLibrary(t, l)
	}
	if err := l.Tidy(ctx, nil); err != nil {
		t.Error(err)
	}
	cancel()
	wg.Wait()
	if n := len(titles(t, l, View{})); n != 150 {
		t.Errorf("%d stories", n)
	}
}
