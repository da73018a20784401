package index

// vocabulary numbers terms as they come, and knows of each where the story
// being added has it. Nearly all terms are short: one is found by a single
// number in a single row, which is near as long as the term is common.
type vocabulary struct {
	short, long table
	terms       []newTerm
	bytes       []byte
}

// newTerm is a term by its number.
type newTerm struct{ start, end uint32 } // in bytes

// entry is the row of a term.
type entry struct {
	word uint64 // the term, or a hash of it where it is long
	n    uint32 // its number plus one, or 0 where there is none
	at   uint32 // which of the terms of the story it is, if it is one of them
}

// table is open addressing over entries; their number is a power of two.
type table struct {
	rows  []entry
	used  int
	shift uint
}

// firstRows is how large a table begins.
const firstRows = 1 << 10

func newTable(size int) table {
	t := table{rows: make([]entry, size), shift: 64}
	for n := size; n > 1; n /= 2 {
		t.shift--
	}
	return t
}

func newVocabulary() vocabulary {
	return vocabulary{short: newTable(firstRows), long: newTable(firstRows)}
}

// reset forgets all terms and keeps the room.
func (v *vocabulary) reset() {
	clear(v.short.rows)
	clear(v.long.rows)
	v.short.used, v.long.used = 0, 0
	v.terms, v.bytes = v.terms[:0], v.bytes[:0]
}

// name is the term of that number.
func (v *vocabulary) name(n uint32) []byte {
	t := v.terms[n]
	return v.bytes[t.start:t.end]
}

func (t *table) slot(word uint64) int { return int(word * 0x9e3779b97f4a7c15 >> t.shift) }

// ofShort finds the row of a term that is a number, making it where it is new;
// it is good until the next is asked for.
func (v *vocabulary) ofShort(word uint64) *entry {
	t := &v.short
	for i := t.slot(word); ; i = (i + 1) & (len(t.rows) - 1) {
		e := &t.rows[i]
		if e.word == word && e.n != 0 {
			return e
		}
		if e.n == 0 {
			var name [8]byte
			le.PutUint64(name[:], word)
			n := 0
			for n < len(name) && name[n] != 0 {
				n++
			}
			return v.insert(t, word, name[:n])
		}
	}
}

// ofLong finds the row of a longer term in the same way.
func (v *vocabulary) ofLong(name []byte) *entry {
	t, word := &v.long, uint64(hashTerm(name))
	for i := t.slot(word); ; i = (i + 1) & (len(t.rows) - 1) {
		e := &t.rows[i]
		if e.n == 0 {
			return v.insert(t, word, name)
		}
		if e.word == word && string(v.name(e.n-1)) == string(name) {
			return e
		}
	}
}

func (v *vocabulary) insert(t *table, word uint64, name []byte) *entry {
	if t.used++; t.used*5 > len(t.rows)*4 {
		t.grow()
	}
	start := uint32(len(v.bytes))
	v.bytes = append(v.bytes, name...)
	v.terms = append(v.terms, newTerm{start, uint32(len(v.bytes))})
	e := t.free(word)
	*e = entry{word: word, n: uint32(len(v.terms))}
	return e
}

// free is the row that a new term goes to.
func (t *table) free(word uint64) *entry {
	i := t.slot(word)
	for t.rows[i].n != 0 {
		i = (i + 1) & (len(t.rows) - 1)
	}
	return &t.rows[i]
}

func (t *table) grow() {
	old, used := t.rows, t.used
	*t = newTable(2 * len(old))
	t.used = used
	for _, e := range old {
		if e.n != 0 {
			*t.free(e.word) = e
		}
	}
}
