package roster

import (
	"math/bits"
	"sync"
)

// chains find the stories that answer to a key in one step. They are made when
// they are first asked for: most rosters of a scan are never asked.
type chains struct{ folded, urls, ids chain }

// chain is a table over a column of keys: the stories whose keys fall into one
// place of it hang on one another.
type chain struct {
	once  sync.Once
	heads []uint32 // story plus one, or 0
	next  []uint32 // the same, by story
}

func (c *chain) make(column []uint64) {
	size := 1 << bits.Len(uint(len(column)))
	c.heads, c.next = make([]uint32, size), make([]uint32, len(column))
	for i, key := range column {
		if key != 0 {
			at := c.place(key)
			c.next[i], c.heads[at] = c.heads[at], uint32(i)+1
		}
	}
}

// place takes the upper bits of a key, since its lower ones are not all random.
func (c *chain) place(key uint64) uint64 {
	return key * 0x9e3779b97f4a7c15 >> (64 - bits.Len(uint(len(c.heads)-1)))
}

// find calls found with every story of the column that has one of the keys.
func (c *chain) find(column []uint64, want map[uint64]bool, found func(i uint32)) {
	c.once.Do(func() { c.make(column) })
	for key := range want {
		if key == 0 {
			continue
		}
		for i := c.heads[c.place(key)]; i != 0; i = c.next[i-1] {
			if column[i-1] == key {
				found(i - 1)
			}
		}
	}
}
