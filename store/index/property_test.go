package index

import (
	"context"
	"fmt"
	"math"
	"math/rand"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"broadsheet/store/query"
)

// invented makes stories of a small vocabulary, so that terms meet often.
func invented(r *rand.Rand, n, words int) []Doc {
	vocabulary := strings.Fields("ferry pilot radar inquiry Karsk Ostrel Tarrovia Vasska harbour tram depot fire mayor vote bill library strike union port storm the of and in was said 1,200 2014 Łódź café 東京の天気 山 ferries ferryman")
	var docs []Doc
	text := func(n int) string {
		var b strings.Builder
		for i := range n {
			w := vocabulary[int(float64(len(vocabulary))*r.Float64()*r.Float64())]
			if i > 0 {
				b.WriteString([]string{" ", " ", " ", " ", ". ", ", ", "\n\n"}[r.Intn(7)])
			}
			b.WriteString(w)
		}
		return b.String()
	}
	for i := range n {
		d := Doc{Key: uint32(3 * i), ID: fmt.Sprint("story ", r.Intn(1<<30)), Title: text(r.Intn(6)), Text: text(r.Intn(words)), Day: NoDay}
		if r.Intn(4) > 0 {
			d.Day = 16000 + int32(r.Intn(900))
		}
		d.Source = []string{"Ostrel Courier", "Tarrovia Wire", ""}[r.Intn(3)]
		d.Language = []string{"en", "pl"}[r.Intn(2)]
		if r.Intn(3) == 0 {
			d.Tags, d.Authors = []string{"harbour", "night tram"}, []string{"Ada Karsk"}
		}
		docs = append(docs, d)
	}
	return docs
}

// spread writes the stories into segments, some stories first in an older form,
// and opens them with some dead. The oracle is told the same.
func spread(t *testing.T, r *rand.Rand, docs []Doc, n int) (*Index, *oracle, []string, Dead) {
	t.Helper()
	dir := t.TempDir()
	parts := make([][]Doc, n)
	for _, d := range docs {
		k := r.Intn(n)
		parts[k] = append(parts[k], d)
	}
	var all []Doc
	var paths []string
	var dead Dead
	gone := map[int]bool{}
	for k, part := range parts {
		if k == 0 && n > 1 && len(parts[1]) > 0 {
			old := parts[1][0]
			old.Text = "An older form, ferry and all."
			part = append(part, old) // the later segment holds
		}
		r.Shuffle(len(part), func(i, j int) { part[i], part[j] = part[j], part[i] })
		path := filepath.Join(dir, fmt.Sprintf("%d.seg", k))
		if _, err := write(path, part); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
		for _, d := range part {
			later := k == 0 && n > 1 && len(parts[1]) > 0 && d.Key == parts[1][0].Key
			if n > 1 && r.Intn(20) == 0 {
				dead = append(dead, d.Key)
			}
			if later {
				gone[len(all)] = true
			}
			all = append(all, d)
		}
	}
	for i, d := range all {
		if slices.Contains(dead, d.Key) {
			gone[i] = true
		}
	}
	x, err := Open(paths, dead)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	for i, s := range x.segs {
		if (i+len(docs))%2 == 0 {
			keepStarts(t, s, uint64(len(docs)%5*s.nDocs/2))
		}
	}
	if want := len(all) - len(gone); x.Len() != want {
		t.Fatalf("%d stories, want %d", x.Len(), want)
	}
	return x, newOracle(all, gone), paths, dead
}

// question makes a line of the query language.
func question(r *rand.Rand, depth int) string {
	words := []string{"ferry", "pilot", "karsk", "Ostrel", "the", "of", "tram", "zebra", "1200", "lodz", "東京", "天", "CAFÉ", "2014", "harbour"}
	w := func() string { return words[r.Intn(len(words))] }
	w1 := func() string { return string([]rune(w())[:1]) }
	switch r.Intn(14) {
	case 0, 1, 2:
		return w()
	case 3:
		return w() + "*"
	case 4:
		return w1() + "*"
	case 5:
		return `"` + w() + " " + w() + `"`
	case 6:
		return []string{"", "", "title:", "author:"}[r.Intn(4)] + `"` + []string{"", w() + " "}[r.Intn(2)] + w() + " " + w1() + `"*`
	case 7:
		return "title:" + w()
	case 8:
		return []string{"source:ostrel", "source:courier", "author:karsk", `tag:"night tram"`, "tag:har*", "lang:en", "title:f*", `title:"ferry pilot"`}[r.Intn(8)]
	case 9:
		return []string{"after:2014", "before:2014-06", "on:2014-02", "is:dated", "is:undated", "is:starred", "is:unread"}[r.Intn(7)]
	case 10:
		return "-" + w()
	}
	if depth == 0 {
		return w()
	}
	a, b := question(r, depth-1), question(r, depth-1)
	return []string{a + " " + b, "(" + a + " OR " + b + ")", "-(" + a + " " + b + ")", a + " -" + b}[r.Intn(4)]
}

func TestSearchEqualsBruteForceRanksIncluded(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for round := range 12 {
		x, want, paths, dead := spread(t, r, invented(r, 30+r.Intn(400), 120), 1+round%4)
		o := SearchOptions{N: 10 + r.Intn(30)}
		if round%3 == 1 {
			o.Filter = func(key uint32) bool { return key%5 != 0 }
			o.Marked = func(key uint32, field, value string) bool { return (key+uint32(len(field+value)))%3 == 0 }
		}
		if round%4 > 1 {
			o.Copies = inSevens{}
		}
		if round%2 == 0 {
			x.split = 20 // so that a segment is searched by several at once
		}
		want.o = o
		for range 150 {
			same(t, x, want, question(r, 2), o)
		}
		if len(dead) == 0 && round%4 < 2 {
			continue
		}
		merged := filepath.Join(t.TempDir(), "merged.seg")
		if _, err := Merge(merged, paths, dead); err != nil {
			t.Fatal(err)
		}
		y, err := Open([]string{merged}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := y.Verify(context.Background()); err != nil {
			t.Fatal(err)
		}
		var left []Doc
		for i, d := range want.docs {
			if !want.gone[i] {
				left = append(left, d)
			}
		}
		want = newOracle(left, nil)
		want.o = o
		for range 50 {
			same(t, y, want, question(r, 2), o)
		}
		y.Close()
	}
}

// TestTwoThousandStoriesAreSearchedAsByHand asks all kinds of questions of a
// library with blocks enough for skipping to matter.
func TestTwoThousandStoriesAreSearchedAsByHand(t *testing.T) {
	if testing.Short() {
		t.Skip("asks the oracle, which reads every story for every question")
	}
	r := rand.New(rand.NewSource(3))
	x, want, _, _ := spread(t, r, invented(r, 2000, 60), 3)
	x.split = 300
	o := SearchOptions{N: 60, Copies: inSevens{}}
	want.o = o
	lines := []string{"the", "of the", `"of the"`, `"in the"`, `"the of and"`, "f*", "fe", "t*", "the of and in was said", "-the", "the OR of -ferry",
		`"the f"*`, `"of the o"*`, `"the of and i"*`, `title:"the f"*`, `zebra "the o"*`, `ferry "in t"*`, `-"the f"* harbour`}
	for range 60 {
		lines = append(lines, question(r, 2))
	}
	for _, line := range lines {
		same(t, x, want, line, o)
	}
	few := SearchOptions{N: 2, Copies: inSevens{}} // so few that most stories cannot be among them
	for _, line := range []string{"the", "the*", "o*", "of*", "f*", "ferr*", "in*", "pilot*", "1*", "title:s*", "title:storm*"} {
		same(t, x, want, line, few)
	}
	for _, line := range []string{`"the ferry of`, "pilot radar", "title:harbour", "after:2014-06 tram", "ostrel OR karsk", "the -of", "東京の天"} {
		for end := range line {
			if typed := line[:end]; typed != "" {
				sameTyped(t, x, want, typed, o)
			}
		}
	}
}

func same(t *testing.T, x *Index, want *oracle, line string, o SearchOptions) {
	t.Helper()
	sameQuery(t, x, want, line, parse(t, line), o)
}

func sameQuery(t *testing.T, x *Index, want *oracle, line string, q *query.Query, o SearchOptions) {
	t.Helper()
	got, err := x.Search(context.Background(), q, o)
	if err != nil {
		t.Fatal(err)
	}
	w := want.search(q, o.N)
	if got.Total != w.Total || len(got.Hits) != len(w.Hits) {
		t.Fatalf("%s: %d hits of %d, want %d of %d", line, len(got.Hits), got.Total, len(w.Hits), w.Total)
	}
	for i, h := range got.Hits {
		if h.Key != w.Hits[i].Key || math.Abs(h.Score-w.Hits[i].Score) > 1e-9 {
			t.Fatalf("%s: hit %d is %v, want %v", line, i, h, w.Hits[i])
		}
	}
	every, err := x.Matching(context.Background(), q, o)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(every)
	var wanted []uint32
	for _, h := range want.search(q, len(want.docs)).Hits {
		wanted = append(wanted, h.Key)
	}
	if slices.Sort(wanted); !slices.Equal(every, wanted) {
		t.Fatalf("%s: without ranks it lists %v, want %v", line, every, wanted)
	}
	o.N = 0
	if got, err := x.Search(context.Background(), q, o); err != nil || got.Total != w.Total || len(got.Hits) > 0 {
		t.Fatalf("%s: without hits it counts %+v, %v; want %d", line, got, err, w.Total)
	}
}

func TestSimilarEqualsBruteForce(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for round := range 4 {
		x, want, _, _ := spread(t, r, invented(r, 60, 80), 1+round)
		for at, d := range want.docs {
			if want.gone[at] || at%7 != 0 {
				continue
			}
			got, err := x.Similar(context.Background(), d.Key, 10)
			if err != nil {
				t.Fatal(err)
			}
			w := want.similar(at, 10)
			if len(got) != len(w) {
				t.Fatalf("%d neighbours, want %d", len(got), len(w))
			}
			for i, n := range got {
				if n.Key != w[i].Key && math.Abs(w[i].Score-n.Score) > 1e-5 || math.Abs(n.Score-w[i].Score) > 2e-3 {
					t.Fatalf("round %d, story %d: neighbour %d is %d at %f, want %d at %f", round, d.Key, i, n.Key, n.Score, w[i].Key, w[i].Score)
				}
			}
		}
	}
}

func TestAnswersDoNotDependOnHowStoriesCameIn(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	docs := invented(r, 300, 200)
	var first string
	for round := range 4 {
		shuffled := slices.Clone(docs)
		if round > 0 {
			r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		}
		id := map[uint32]string{}
		for i := range shuffled {
			shuffled[i].Key = uint32(i + 1)
			id[shuffled[i].Key] = shuffled[i].ID
		}
		var paths []string
		for from := 0; from < len(shuffled); from += 300/(round+1) + 1 {
			path := filepath.Join(t.TempDir(), "a.seg")
			if _, err := write(path, shuffled[from:min(len(shuffled), from+300/(round+1)+1)]); err != nil {
				t.Fatal(err)
			}
			paths = append(paths, path)
		}
		x, err := Open(paths, nil)
		if err != nil {
			t.Fatal(err)
		}
		var told strings.Builder
		for _, d := range docs[:40] {
			key := shuffled[slices.IndexFunc(shuffled, func(s Doc) bool { return s.ID == d.ID })].Key
			near, err := x.Similar(context.Background(), key, 8)
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range near {
				fmt.Fprintln(&told, d.ID, id[n.Key], n.Score, n.Terms)
			}
		}
		for _, line := range []string{"ferry", "fer* OR tram", "is:undated", `"the ferry"`} {
			h, err := x.Search(context.Background(), parse(t, line), SearchOptions{N: 50})
			if err != nil {
				t.Fatal(err)
			}
			for _, hit := range h.Hits {
				fmt.Fprintln(&told, line, id[hit.Key], hit.Score)
			}
		}
		if round == 0 {
			first = told.String()
		} else if told.String() != first {
			t.Fatalf("round %d answers differently", round)
		}
		x.Close()
	}
}
