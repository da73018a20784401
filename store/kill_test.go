package store

import (
	"bufio"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"broadsheet/articles"
	"broadsheet/store/walk"
)

const (
	victimHome = "BROADSHEET_TEST_VICTIM" // names the folders, in the program that is killed
	killTimes  = "BROADSHEET_TEST_KILLS"  // how often; a few where it is not set
)

// TestAKillAtAnyMomentLeavesALibraryThatIsRight starts a program that without
// end changes files, scans, marks and merges, kills it at a random moment, and
// opens what it left. Nothing may be missing, stale, twice or damaged, and no
// mark that the program had been told is kept may be lost.
func TestAKillAtAnyMomentLeavesALibraryThatIsRight(t *testing.T) {
	if testing.Short() {
		t.Skip("kills programs for seconds")
	}
	times, err := strconv.Atoi(os.Getenv(killTimes))
	if err != nil {
		times = 6
	}
	h := newHome(t)
	for i := range 60 {
		h.write(storyFile(i), storyText(i, 0))
	}
	rng := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	notes := map[articles.ID][]string{} // what the note of each may be now
	merges := 0
	for round := range times {
		merges += killed(t, h, time.Duration(rng.IntN(800))*time.Millisecond, notes)
		l := h.open()
		if n := l.Notices(); len(n) > 0 {
			t.Fatalf("round %d: %q", round, n)
		}
		scanLibrary(t, l)
		asOnDisk(t, h, l, rng)
		for id, may := range notes {
			now, err := l.Headline(t.Context(), id)
			if err == ErrUnknown {
				continue // it will be there again
			}
			if got := now.Marks.Note; err != nil || !slices.Contains(may, got) {
				t.Fatalf("round %d: the note on %s is %q, and was kept as one of %q: %v", round, id, got, may, err)
			}
			notes[id] = []string{now.Marks.Note}
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		if t.Failed() {
			t.Fatalf("after round %d", round)
		}
	}
	t.Logf("killed %d times; %d merges had begun, %d stories were marked", times, merges, len(notes))
}

func storyFile(i int) string { return fmt.Sprintf("%02d/%03d.txt", i%7, i) }

// storyText is a story that can be told from every other, and from its own
// earlier versions.
func storyText(i, version int) string {
	return fmt.Sprintf("title: Story %d version %d|date: 2014-06-%02d|source: Ostrel Courier||"+
		"Everybody reads word%dx%d here.", i, version, 1+i%28, i, version)
}

// killed runs the victim for a while and tells what it said: which notes it
// was about to keep, and which it has kept.
func killed(t *testing.T, h *home, after time.Duration, notes map[articles.ID][]string) (merges int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestVictim$")
	cmd.Env = append(os.Environ(), victimHome+"="+filepath.Dir(h.dir))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Wait() // which says only that it was killed
	for said := bufio.NewScanner(out); said.Scan(); {
		word, rest, _ := strings.Cut(said.Text(), " ")
		id, note, _ := strings.Cut(rest, " ")
		switch word {
		case "begun":
			time.AfterFunc(after, func() { cmd.Process.Kill() })
		case "merging":
			merges++
		case "about":
			had, ok := notes[articles.ID(id)]
			if !ok {
				had = []string{""}
			}
			notes[articles.ID(id)] = append(had, note)
		case "kept":
			notes[articles.ID(id)] = []string{note}
		default:
			t.Errorf("the program said %q", said.Text())
			cmd.Process.Kill()
		}
	}
	return merges
}

// TestVictim is the program that is killed.
func TestVictim(t *testing.T) {
	base := os.Getenv(victimHome)
	if base == "" {
		t.Skip("only for TestAKillAtAnyMomentLeavesALibraryThatIsRight")
	}
	h := &home{t: t, dir: filepath.Join(base, "archive"), reader: &reader{}}
	h.config = config(h)
	fmt.Println("begun")
	rng := rand.New(rand.NewPCG(uint64(os.Getpid()), 2))
	l := h.open()
	must := func(err error) {
		if err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
	}
	for n := 1; ; n++ {
		must(l.Scan(context.Background(), nil))
		i := rng.IntN(60)
		id, note := articles.ID(storyFile(i)), fmt.Sprint("note ", os.Getpid(), " ", n)
		if _, err := l.Headline(t.Context(), id); err == nil {
			fmt.Println("about", id, note)
			_, err := l.Mark(t.Context(), id, Change{Note: &note})
			must(err)
			fmt.Println("kept", id, note)
		}
		for range 1 + rng.IntN(6) {
			rewrite(h, rng, n)
		}
		if n%10 == 0 { // more files than stand unmerged
			fmt.Println("merging")
			if rng.IntN(2) == 0 {
				must(l.Tidy(context.Background(), nil))
			} else {
				must(l.Index(context.Background(), nil))
			}
		}
	}
}

// rewrite writes a new version of a file, or takes one away.
func rewrite(h *home, rng *rand.Rand, n int) {
	i := rng.IntN(60)
	if rng.IntN(5) == 0 {
		h.remove(storyFile(i))
		return
	}
	h.write(".new", storyText(i, os.Getpid()*1000+n))
	if err := os.Rename(filepath.Join(h.dir, ".new"), filepath.Join(h.dir, storyFile(i))); err != nil {
		h.t.Fatal(err)
	}
}

// asOnDisk compares a library with the files it was made of: its list, a
// search that finds all, one that finds one, and every byte of the cache.
func asOnDisk(t *testing.T, h *home, l *Library, rng *rand.Rand) {
	t.Helper()
	want := map[string]string{} // text by title
	tree, err := walk.New(h.config.Roots)
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	for f, err := range tree.Files(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		src, err := os.ReadFile(filepath.Join(h.dir, f.Rel))
		if err != nil {
			t.Fatal(err)
		}
		a := parse(string(src))
		want[a.Title] = a.Text
	}
	all := View{Copies: true}
	expect(t, slices.Sorted(slices.Values(titles(t, l, all))), slices.Sorted(maps.Keys(want))...)
	all.Query = "everybody"
	expect(t, slices.Sorted(slices.Values(titles(t, l, all))), slices.Sorted(maps.Keys(want))...)
	some := slices.Sorted(maps.Keys(want))
	for range 3 {
		title := some[rng.IntN(len(some))]
		all.Query = strings.Fields(want[title])[2]
		expect(t, titles(t, l, all), title)
	}
	if err := l.Verify(t.Context()); err != nil {
		t.Error(err)
	}
}
