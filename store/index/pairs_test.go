package index

import (
	"math/rand/v2"
	"testing"
)

func TestPairsWeighWhatWasAddedToThem(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var p pairs
	for range 3 { // it is used again and again
		want := map[uint32]float32{}
		var order []uint32
		for range 5000 {
			key, weight := pairKey(uint16(1+r.IntN(90)), uint16(1+r.IntN(90))), r.Float32()
			if _, met := want[key]; !met {
				order = append(order, key)
			}
			want[key] += weight
			p.add(key, weight)
		}
		for key, weight := range want {
			if got := p.weight(key); got != weight {
				t.Fatalf("pair %d weighs %f, want %f", key, got, weight)
			}
		}
		for i, one := range p.list {
			if one.key != order[i] {
				t.Fatalf("pair %d stands in place %d, where %d came", one.key, i, order[i])
			}
		}
		if got := p.weight(pairKey(200, 200)); got != 0 {
			t.Errorf("a pair that nobody added weighs %f", got)
		}
		p.clear()
		if got := p.weight(order[0]); got != 0 {
			t.Errorf("a cleared pair weighs %f", got)
		}
	}
}
