package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// soon waits until a view shows what is wanted. On a machine that does other
// things that may take long: the longer a scan takes, the less often folders
// are polled.
func soon(t *testing.T, l *Library, v View, want ...string) {
	t.Helper()
	var got []string
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		got = titles(t, l, v)
		if fmt.Sprint(got) == fmt.Sprint(want) {
			return
		}
	}
	t.Fatalf("got  %q\nwant %q", got, want)
}

func watched(t *testing.T, h *home) *Library {
	t.Helper()
	l := h.scanned()
	ctx, cancel := context.WithCancel(context.Background())
	w := newWatch(ctx, l, nil)
	w.listen() // before anything happens to the folders
	done := make(chan error, 1)
	go func() { done <- w.run() }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		w.quiet()
	})
	return l
}

func TestWatchingEndsWithItsContextAndWithItsLibrary(t *testing.T) {
	l := newHome(t, "a.txt=title: A||Ferry.").scanned()
	for what, end := range map[string]func(context.CancelFunc){
		"its context": func(cancel context.CancelFunc) { cancel() },
		"its library": func(context.CancelFunc) { l.Close() },
	} {
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error, 1)
		go func() { done <- l.Watch(ctx, nil) }()
		end(cancel)
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("at the end of %s: %v", what, err)
		}
		cancel()
	}
}

func TestWatchingFindsWhatChangedBeforeItBegan(t *testing.T) {
	h := newHome(t, "a.txt=title: A|date: 2014-06-01||Ferry.", "b.txt=title: B|date: 2014-06-02||Tram.")
	l := h.scanned()
	h.write("a.txt", "title: A mended|date: 2014-06-01||Harbour.")
	h.write("c.txt", "title: C|date: 2014-06-03||Ferry again.")
	h.remove("b.txt")
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- l.Watch(ctx, nil) }()
	soon(t, l, View{}, "C", "A mended")
	cancel()
	<-done
}

func TestAWatchedLibraryFollowsItsFolders(t *testing.T) {
	h := newHome(t, "a.txt=title: A|date: 2014-06-01||Ferry.", "b.txt=title: B|date: 2014-06-02||Tram.")
	l := watched(t, h)
	h.write("c.txt", "title: C|date: 2014-06-03||Ferry again.")
	soon(t, l, View{}, "C", "B", "A")
	soon(t, l, View{Query: "ferry", Sort: SortNewest}, "C", "A")
	h.write("a.txt", "title: A mended|date: 2014-06-01||Harbour.")
	soon(t, l, View{}, "C", "B", "A mended")
	h.remove("b.txt")
	soon(t, l, View{}, "C", "A mended")
	h.write("new/deep/d.txt", "title: D|date: 2014-06-04||In a new folder.")
	soon(t, l, View{}, "D", "C", "A mended")
	h.write("new/deep/e.txt", "title: E|date: 2014-06-05||Beside it.")
	soon(t, l, View{}, "E", "D", "C", "A mended")
	if err := os.Rename(filepath.Join(h.dir, "c.txt"), filepath.Join(h.dir, "new", "c.txt")); err != nil {
		t.Fatal(err)
	}
	h.remove("new/deep")
	soon(t, l, View{}, "C", "A mended")
	h.write(".broadsheetignore", "new/")
	soon(t, l, View{}, "A mended")
}

// TestMoreFoldersThanTheSystemWatchesArePolled gives the system fewer folders
// to watch than there are.
func TestMoreFoldersThanTheSystemWatchesArePolled(t *testing.T) {
	h := newHome(t, "x/a.txt=title: A|date: 2014-06-01||Ferry.", "y/b.txt=title: B|date: 2014-06-02||Tram.")
	l := h.scanned()
	ctx, cancel := context.WithCancel(t.Context())
	w := newWatch(ctx, l, nil)
	w.most, w.least = 2, 10*time.Millisecond // of three
	w.listen()
	if w.system != nil {
		t.Fatal("the system watches more than it may")
	}
	done := make(chan error, 1)
	go func() { done <- w.run() }()
	h.write("y/c.txt", "title: C|date: 2014-06-03||Ferry again.")
	soon(t, l, View{}, "C", "B", "A")
	h.remove("x")
	soon(t, l, View{}, "C", "B")
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestATouchReadsOnlyWhatWasTouched(t *testing.T) {
	h := small(t)
	l := h.scanned()
	read := h.reader.files.Load()
	h.write("e.txt", "title: E|date: 2014-07-01||New.")
	h.write("untold.txt", "title: Untold||Not noticed.")
	h.remove("a.txt")
	enough, err := l.touch(t.Context(), []string{
		filepath.Join(h.dir, "e.txt"), filepath.Join(h.dir, "a.txt"), filepath.Join(h.dir, "b.txt"),
		filepath.Join(h.dir, "never.txt"), filepath.Dir(h.dir),
	}, nil)
	if !enough || err != nil || h.reader.files.Load() != read+1 {
		t.Error(enough, err, h.reader.files.Load()-read)
	}
	expect(t, titles(t, l, View{}), "E", "Inquiry opens", "One", "Two", "Trams return")
	if enough, err := l.touch(t.Context(), []string{filepath.Join(h.dir, "sub")}, nil); enough || err != nil {
		t.Error("a folder can only be walked", err)
	}
}

func TestTidyMergesIndexFilesAndChangesNothingElse(t *testing.T) {
	h := newHome(t)
	l := h.open()
	for i := range 20 {
		h.write(fmt.Sprintf("%02d.txt", i), fmt.Sprintf("title: Story %02d|date: 2014-06-%02d||The ferry and number %d.", i, i+1, i))
		scanLibrary(t, l)
	}
	h.remove("03.txt")
	scanLibrary(t, l)
	before := titles(t, l, View{Query: "ferry"})
	if err := l.Tidy(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	segments, err := l.cat().Segments(t.Context())
	if err != nil || len(segments) >= 20 {
		t.Errorf("%d index files, %v", len(segments), err)
	}
	files, _ := filepath.Glob(filepath.Join(l.dir(), "*"+segmentSuffix))
	if len(files) != len(segments) {
		t.Errorf("%d files, %d that count", len(files), len(segments))
	}
	expect(t, titles(t, l, View{Query: "ferry"}), before...)
	if len(before) != 19 {
		t.Errorf("%d found", len(before))
	}
	l.Close()
	l = h.scanned()
	expect(t, titles(t, l, View{Query: "ferry"}), before...)
}
