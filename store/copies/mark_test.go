package copies

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestTheMarkOfPartsIsThatOfTheirLines(t *testing.T) {
	title := "Ferry runs aground off Karsk, 12 hurt"
	text := "The pilot of the ferry told the inquiry in Ostrel on Friday that 12 of the 300 on board were hurt when it ran aground."
	var m Marker
	if got, want := m.Mark(title, text), marked(title+"\n"+text); len(got) == 0 || !slices.Equal(got, want) {
		t.Errorf("%x in parts, %x in one", got, want)
	}
	if a, b := Prepare(title, text), Prepare(title+"\n"+text); !slices.Equal(a.shingles, b.shingles) || !slices.Equal(a.lead, b.lead) {
		t.Error("what is compared depends on the parts")
	}
}

func TestWordsAreCutAsLetterByLetter(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 9))
	parts := []string{"Ostrel", "the", "a", "longshoremen", "counterproductively", "1,200", "3.5", "7th", "don't", "Karsk’s", "Łódź",
		"東京", "B52", " ", " ", " ", "\n\n", ". ", ", ", "-", "—", "'", "“", ".5", "\xff", "co\u00adop"}
	for range 3000 {
		var b strings.Builder
		for range 1 + r.IntN(30) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		slow, fast := cutter{}, cutter{known: new(known)}
		for i := 0; i < b.Len(); {
			i = slow.word(b.String(), i)
		}
		if fast.cut(b.String()); !slices.Equal(fast.words, slow.words) {
			t.Fatalf("%q: %v, want %v", b.String(), fast.words, slow.words)
		}
	}
}

func TestAMarkKeepsTheSmallestValues(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 6))
	for range 200 {
		var k Marker
		text := join(invent(r, 1+r.IntN(9)))
		if r.IntN(2) == 0 { // much of it is there more than once
			text = strings.Repeat(text[:len(text)/3]+" ", 2+r.IntN(9)) + text
		}
		k.cut(text)
		var all []uint32
		for i := 0; i+shingleWords <= len(k.words); i++ {
			all = append(all, uint32(shingle(k.words, i)>>40))
		}
		slices.Sort(all)
		all = slices.Compact(all)
		if got := k.smallest(); !slices.Equal(got, all[:min(kept, len(all))]) {
			t.Fatalf("%x, want %x", got, all[:min(kept, len(all))])
		}
	}
}

func TestMarksComeBackFromTheirFile(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 12))
	var marks []Mark
	var file []byte
	for i := range 400 {
		var text string
		switch i % 8 {
		case 0: // too short for a mark
			text = "Weather: rain."
		case 1: // the same over and over, so that values are few
			text = strings.Repeat("the harbour of Karsk and 12 ferries ", 3+r.IntN(300))
		default:
			text = join(invent(r, 1+r.IntN(60)))
		}
		m := marked(text)
		if i%8 == 2 { // as far apart as they can be
			copy(m[valueAt+(m.kept()-1)*valueSize:], "\xff\xff\xff")
		}
		marks = append(marks, m)
		file = AppendMark(file, m)
	}
	for i, want := range marks {
		got, rest, err := CutMark(file)
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("mark %d: %x, %v, want %x", i, got, err, want)
		}
		file = rest
	}
	if len(file) > 0 {
		t.Errorf("%d bytes are left", len(file))
	}
	// A text of some hundred words has its values far enough apart for a byte less.
	if m := marked(join(invent(r, 12))); len(AppendMark(nil, m)) > len(m)-m.kept() {
		t.Errorf("%d bytes in the file for a mark of %d", len(AppendMark(nil, m)), len(m))
	}
}
