package copies

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// invent writes a story of n paragraphs from a small invented vocabulary.
func invent(r *rand.Rand, paragraphs int) []string {
	names := strings.Fields("Ostrel Karsk Tarrovia Vasska Brel Odessi Marun Kolde Sanna Iver Helm Tove Rask Oblin Dara")
	nouns := strings.Fields("harbour ferry pilot radar council tram library bill inquiry depot budget bridge winter market school hospital")
	verbs := strings.Fields("said asked refused promised closed opened found lost repaired counted bought sold saw heard crossed")
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var out []string
	for range paragraphs {
		var b strings.Builder
		for range 3 + r.IntN(3) {
			fmt.Fprintf(&b, "%s %s the %s %s of %s and %s %d %ss near %s %s after the %s %s. ",
				pick(names), pick(verbs), pick(nouns), pick(nouns), pick(names), pick(verbs),
				2+r.IntN(900), pick(nouns), pick(names), pick(nouns), pick(nouns), pick(verbs))
		}
		out = append(out, strings.TrimSpace(b.String()))
	}
	return out
}

func join(paragraphs []string) string { return strings.Join(paragraphs, "\n\n") }

// marked is the mark of one text.
func marked(text string) Mark { return new(Marker).Mark(text) }

// found folds the two, the longer one first.
func found(a, b string) bool {
	x, y := marked(a), marked(b)
	if x.Shingles() < y.Shingles() {
		x, y = y, x
	}
	f := Folding{Marks: []Mark{x, y}, Leader: make([]int32, 2)}
	f.Same = func(int, int) (bool, error) { return Same(Prepare(a), Prepare(b)), nil }
	return f.Whole() == nil && f.Leader[1] == 0
}

func TestCopiesAreFoundAndNewNumbersAreNews(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	edits := map[string]func([]string) []string{
		"truncated":         func(p []string) []string { return p[:len(p)*6/10] },
		"re-headed":         func(p []string) []string { return append(invent(r, 1), p...) },
		"trailer":           func(p []string) []string { return append(p[:len(p):len(p)], "Reporting by our own staff in Karsk.") },
		"paragraphs left":   func(p []string) []string { return append(append([]string{}, p[:3]...), p[5:]...) },
		"sentences swapped": func(p []string) []string { p[2], p[4] = p[4], p[2]; return p },
		"typography":        func(p []string) []string { return []string{strings.ToUpper(join(p))} },
	}
	const rounds = 100
	for name, edit := range edits {
		missed := 0
		for range rounds {
			p := invent(r, 8)
			if !found(join(p), join(edit(append([]string{}, p...)))) {
				missed++
			}
		}
		if missed > rounds/100 {
			t.Errorf("%s: %d of %d copies were missed", name, missed, rounds)
		}
	}
	for range rounds {
		p := invent(r, 8)
		renumbered := append([]string{}, p...)
		words := strings.Fields(renumbered[3])
		for i, w := range words {
			if w[0] >= '0' && w[0] <= '9' {
				words[i] = "1" + w
				break
			}
		}
		renumbered[3] = strings.Join(words, " ")
		if found(join(p), join(renumbered)) {
			t.Fatal("a story whose number changed was folded into the old one")
		}
	}
}

func TestDifferentStoriesAreNotCopies(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for range 300 {
		a, b := invent(r, 6), invent(r, 6)
		if found(join(a), join(b)) {
			t.Fatalf("taken for copies:\n%s\n\n%s", join(a), join(b))
		}
		// One quoted paragraph in common makes no copy of two full stories.
		b[2] = a[3]
		if found(join(a), join(b)) {
			t.Fatal("one common paragraph was taken for a copy")
		}
	}
}

// TestAFollowUpIsNoCopy writes new stories around old ones.
func TestAFollowUpIsNoCopy(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 2))
	folded := map[string]int{}
	const rounds = 100
	for range rounds {
		old, fresh := invent(r, 9), invent(r, 9)
		title := invent(r, 1)[0][:60]
		for name, story := range map[string][]string{
			"new lead, old background":     append([]string{fresh[0], fresh[1][:200]}, old[2:]...),
			"a round-up":                   {fresh[0], fresh[1], old[0], fresh[2], old[1], old[2], fresh[3], old[4], fresh[4], old[5], fresh[5], old[6], fresh[6], fresh[7]},
			"a caption before the old one": append([]string{fresh[0][:250]}, old...),
		} {
			if found(join(append([]string{old[3][:50]}, old...)), join(append([]string{title}, story...))) {
				folded[name]++
			}
		}
	}
	for name, n := range folded {
		if (name == "a caption before the old one") != (n == rounds) {
			t.Errorf("%s: %d of %d were folded", name, n, rounds)
		}
	}
	if len(folded) != 1 {
		t.Errorf("folded: %v; want what has a caption, and nothing else", folded)
	}
}

func TestFewWordsAreNoCopyOfAnything(t *testing.T) {
	for _, s := range []string{"", "Weather: rain.", "Ferry times for Karsk", "0 0 0 0 0 0 0 0 0 0 0 0", strings.Repeat("and so on ", 40)} {
		if marked(s).Shingles() > 0 {
			t.Errorf("marked(%q) should say that there is too little", s)
		}
		if found(s, s) {
			t.Errorf("%q is too short to be a copy", s)
		}
	}
}

func TestScriptsWithoutSpaces(t *testing.T) {
	a := "東の港で霧のために連絡船が浅瀬に乗り上げた。乗客は全員無事で、水先人は調査に応じると話した。"
	if !found(a, a+"次の便は明日の朝になる。") {
		t.Error("a copy in Japanese was missed")
	}
}

func FuzzSame(f *testing.F) {
	f.Add("The ferry ran aground off Karsk with 40 people aboard on Friday night, the pilot said.", "東京 1,200 の")
	f.Fuzz(func(t *testing.T, a, b string) {
		found(a, b)
		if m := marked(a); m.Shingles() > 0 && !found(a, a) {
			t.Errorf("%q is not a copy of itself", a)
		}
	})
}

func FuzzCutMark(f *testing.F) {
	f.Add([]byte(AppendMark(nil, marked("The ferry ran aground off Karsk with 40 people aboard on Friday night, the pilot said."))))
	f.Add([]byte{200, 3, 24, 1, 7, 7})
	f.Fuzz(func(t *testing.T, src []byte) {
		for {
			m, rest, err := CutMark(src)
			if err != nil {
				return
			}
			if len(m) > 0 {
				copied(m, m, 0)
			}
			src = rest
		}
	})
}

func BenchmarkNew(b *testing.B) {
	text := join(invent(rand.New(rand.NewPCG(1, 1)), 12))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		marked(text)
	}
}
