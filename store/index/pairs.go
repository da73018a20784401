package index

// pairs holds what pairs of words weigh in what is asked, in the order in
// which they came, so that sums are the same whenever they are made.
type pairs struct {
	list  []weighed
	table []uint32 // open addressing: place in list plus one
}

type weighed struct {
	key    uint32
	weight float32
}

func pairKey(a, b uint16) uint32 { return uint32(a)<<16 | uint32(b) }

// find is the place of a key in the table, or the empty one where it belongs.
func (p *pairs) find(key uint32) uint32 {
	mask := uint32(len(p.table) - 1)
	for i := key * 0x9e3779b1 >> 8 & mask; ; i = (i + 1) & mask {
		if n := p.table[i]; n == 0 || p.list[n-1].key == key {
			return i
		}
	}
}

// add makes a pair weigh more.
func (p *pairs) add(key uint32, weight float32) {
	if 2*len(p.list) >= len(p.table) {
		p.grow()
	}
	i := p.find(key)
	if p.table[i] == 0 {
		p.list = append(p.list, weighed{key: key})
		p.table[i] = uint32(len(p.list))
	}
	p.list[p.table[i]-1].weight += weight
}

func (p *pairs) grow() {
	p.table = make([]uint32, max(256, 2*len(p.table)))
	for n, one := range p.list {
		p.table[p.find(one.key)] = uint32(n) + 1
	}
}

// weight is what a pair weighs, 0 where nobody asks for it.
func (p *pairs) weight(key uint32) float32 {
	if len(p.list) == 0 {
		return 0
	}
	if n := p.table[p.find(key)]; n > 0 {
		return p.list[n-1].weight
	}
	return 0
}

func (p *pairs) clear() {
	clear(p.table)
	p.list = p.list[:0]
}
