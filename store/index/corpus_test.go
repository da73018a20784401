package index

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// labelled is a library of labelled stories, where they are at hand, hidden
// among others.
type labelled struct {
	x      *Index
	events []string // of the first keys; "" where unknown
	count  map[string]int
}

// hidden makes a library of the labelled stories and so many others.
func hidden(t *testing.T, others int) *labelled {
	t.Helper()
	if testing.Short() {
		t.Skip("the corpora take minutes under the race detector")
	}
	root := os.Getenv("BROADSHEET_CORPORA")
	if root == "" {
		t.Skip("BROADSHEET_CORPORA is not set")
	}
	l := &labelled{count: map[string]int{}}
	b := NewBuilder()
	read(t, math.MaxInt, func(s item) {
		b.Add(s.doc(len(l.events)))
		l.events = append(l.events, s.Event)
		l.count[s.Event]++
	}, "gzip", "-dc", filepath.Join(root, "related", "ecbplus", "docs.jsonl.gz"))
	if others > 0 {
		read(t, others, func(s item) { b.Add(s.doc(b.Len())) }, "xz", "-dc", filepath.Join(root, "related", "haystack", "docs.jsonl.xz"))
	}
	path := filepath.Join(t.TempDir(), "a.seg")
	if _, err := b.Write(path); err != nil {
		t.Fatal(err)
	}
	var err error
	if l.x, err = Open([]string{path}, nil); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.x.Close() })
	return l
}

// item is a story of a corpus.
type item struct{ ID, Event, Date, Title, Body string }

func (s item) doc(key int) Doc {
	d := Doc{Key: uint32(key), ID: s.ID, Title: s.Title, Text: s.Body, Day: NoDay}
	if at, err := time.Parse("2006-01-02", s.Date); err == nil {
		d.Day = int32(at.Unix() / 86400)
	}
	return d
}

// read shows the first n stories of a packed file.
func read(t *testing.T, n int, add func(item), unpack ...string) {
	t.Helper()
	cmd := exec.Command(unpack[0], unpack[1:]...)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Skip(err)
	}
	defer cmd.Wait()
	defer out.Close()
	lines := bufio.NewScanner(out)
	for lines.Buffer(nil, 1<<24); n > 0 && lines.Scan(); n-- {
		var one item
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			t.Fatal(err)
		}
		add(one)
	}
}

// score asks for the n nearest of every step-th labelled story.
func (l *labelled) score(t *testing.T, n, step int) (ndcg, precision float64) {
	t.Helper()
	asked := 0.
	for i := 0; i < len(l.events); i += step {
		event := l.events[i]
		others := l.count[event] - 1
		if event == "" || others < 1 {
			continue
		}
		near, err := l.x.Similar(t.Context(), uint32(i), n)
		if err != nil {
			t.Fatal(err)
		}
		gain, ideal, hits, sum := 0., 0., 0., 0.
		for k := range min(5, others) {
			ideal += 1 / math.Log2(float64(k)+2)
		}
		for k, one := range near {
			if int(one.Key) >= len(l.events) || l.events[one.Key] != event {
				continue
			}
			hits++
			sum += hits / float64(k+1)
			if k < 5 {
				gain += 1 / math.Log2(float64(k)+2)
			}
		}
		ndcg, precision, asked = ndcg+gain/ideal, precision+sum/float64(others), asked+1
	}
	return ndcg / asked, precision / asked
}

// TestSimilarFindsTheStoriesOfOneEvent measures on events that come in pairs
// that look alike.
func TestSimilarFindsTheStoriesOfOneEvent(t *testing.T) {
	for name, c := range map[string]struct {
		others          int
		ndcg, precision float64
	}{
		"alone":               {0, .984, .964},
		"hidden among 20,000": {20000, .978, .959},
	} {
		t.Run(name, func(t *testing.T) {
			ndcg, precision := hidden(t, c.others).score(t, 100, 1)
			t.Logf("nDCG@5 %.4f, MAP %.4f", ndcg, precision)
			if ndcg < c.ndcg || precision < c.precision {
				t.Errorf("nDCG@5 %.4f and MAP %.4f are below %.3f and %.3f", ndcg, precision, c.ndcg, c.precision)
			}
		})
	}
}

// TestLookingAtCandidatesLosesNothing compares with looking at every story.
func TestLookingAtCandidatesLosesNothing(t *testing.T) {
	l := hidden(t, 20000)
	const step = 8
	got, _ := l.score(t, 20, step)
	l.x.reach = everything()
	exact, _ := l.score(t, 20, step)
	t.Logf("nDCG@5 %.4f, exactly %.4f", got, exact)
	if got < exact-.003 {
		t.Errorf("nDCG@5 %.4f, but %.4f when every story is compared", got, exact)
	}
}

// everything is the reach that leaves no story out.
func everything() reach {
	return reach{terms: math.MaxInt, postings: math.MaxInt, share: 1, candidates: math.MaxInt}
}
