package copies

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// folding folds texts that are told apart by their words, the longest first.
func folding(texts []string) *Folding {
	f := &Folding{Marks: make([]Mark, len(texts)), Leader: make([]int32, len(texts))}
	for i, s := range texts {
		f.Marks[i], f.Leader[i] = marked(s), Nobody
	}
	f.Same = func(i, j int) (bool, error) { return Same(Prepare(texts[i]), Prepare(texts[j])), nil }
	return f
}

func TestFoldingPutsCopiesUnderTheFirstThatLeads(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 9))
	a, b, c := invent(r, 12), invent(r, 9), invent(r, 6)
	for name, want := range map[string]struct {
		texts []string
		under []int32
	}{
		"nothing":              {nil, nil},
		"strangers":            {[]string{join(a), join(b), join(c)}, []int32{0, 1, 2}},
		"three copies":         {[]string{join(a), join(a[:9]), join(a[2:9])}, []int32{0, 0, 0}},
		"two halves of one":    {[]string{join(a), join(a[:6]), join(a[6:])}, []int32{0, 0, 0}},
		"too short to be one":  {[]string{"Fog on the Teal Bank.", "Fog on the Teal Bank."}, []int32{0, 1}},
		"a copy of a copy":     {[]string{join(a[3:]), join(a), join(a[:3])}, []int32{0, 0, 2}},
		"the first of leaders": {[]string{join(a), join(b), join(b[:5])}, []int32{0, 1, 1}},
	} {
		f := folding(want.texts)
		if f.Whole(); !slices.Equal(f.Leader, want.under) {
			t.Errorf("%s: %v; want %v", name, f.Leader, want.under)
		}
	}
}

// TestChangedComesToTheSameAsWhole adds stories in many steps, and compares
// with all folded anew.
func TestChangedComesToTheSameAsWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	folded := 0
	for range 8 {
		var pool []string
		for range 12 {
			p := invent(r, 10)
			for range 8 {
				from := r.IntN(5)
				pool = append(pool, join(p[from:from+3+r.IntN(len(p)-from-3)]))
			}
		}
		slices.SortStableFunc(pool, func(a, b string) int { return len(b) - len(a) })
		leader := map[int]int{} // by number in the pool, of those that are in
		for waiting := r.Perm(len(pool)); len(waiting) > 0; {
			n := min(1+r.IntN(4), len(waiting))
			come := waiting[:n]
			waiting = waiting[n:]
			for _, n := range come {
				leader[n] = -1
			}
			all := slices.Sorted(maps.Keys(leader))
			var texts []string
			var changed []int
			for i, n := range all {
				texts = append(texts, pool[n])
				if leader[n] < 0 {
					changed = append(changed, i)
				}
			}
			f, whole := folding(texts), folding(texts)
			for i, n := range all {
				if leader[n] >= 0 {
					f.Leader[i] = int32(slices.Index(all, leader[n]))
				}
			}
			f.Changed(changed)
			whole.Whole()
			if !slices.Equal(f.Leader, whole.Leader) {
				t.Fatalf("step by step %v,\nat once %v", f.Leader, whole.Leader)
			}
			for i, n := range all {
				if leader[n] = all[f.Leader[i]]; leader[n] != n {
					folded++
				}
			}
		}
	}
	if folded < 500 {
		t.Errorf("only %d foldings to compare", folded)
	}
}

func TestNoticesThatDifferInANumberStayApart(t *testing.T) {
	var texts []string
	for i := range 400 {
		n := string(rune('0'+i/100%10)) + string(rune('0'+i/10%10)) + string(rune('0'+i%10))
		texts = append(texts, "The harbour office of Karsk gave the height of the water at the mole as "+n+
			" hundredths on the morning of the count, and asked masters to keep well clear of the Teal Bank until noon.")
	}
	f := folding(texts)
	f.Whole()
	for i, l := range f.Leader {
		if l != int32(i) {
			t.Fatalf("notice %d was folded under %d, which gives another height", i, l)
		}
	}
	// With a leader away, what can be said of the rest does not change with
	// the way in which it is found.
	g := folding(texts[1:])
	copy(g.Leader, f.Leader[:399])
	g.Leader[200] = Nobody
	if g.Changed([]int{200}); g.Leader[200] != 200 {
		t.Errorf("folded alone, a notice went under %d", g.Leader[200])
	}
}

func BenchmarkWhole(b *testing.B) {
	r := rand.New(rand.NewPCG(8, 1))
	f := &Folding{Marks: make([]Mark, 100_000), Leader: make([]int32, 100_000)}
	for i := range f.Marks {
		m := Mark{0, 2, 0, 0, kept}
		for range kept {
			m = append(m, 0, 0, 0)
		}
		for k := range kept { // in order, as they must be
			v := uint32(k)<<16 | uint32(r.IntN(1<<16))
			copy(m[valueAt+k*valueSize:], []byte{byte(v), byte(v >> 8), byte(v >> 16)})
		}
		f.Marks[i] = m
	}
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			f.Whole()
		}
	})
	b.Run("one more", func(b *testing.B) {
		for b.Loop() {
			f.Leader[99_000] = Nobody
			f.Changed([]int{99_000})
		}
	})
}
