package index

import (
	"slices"
	"strings"
	"sync"

	"broadsheet/store/query"
)

// remembered is how many phrases are kept in mind: some, since letters are
// taken back as well.
const remembered = 4

// typed keeps in mind where phrases were met whose last word was still being
// typed. With a letter more, they can be met nowhere else.
type typed struct {
	mu     sync.Mutex
	recent []*trace // the last one first
}

// trace is where a phrase may be met.
type trace struct {
	typed  *typed
	head   string // the words before the last
	field  query.Field
	prefix string
	sets   [][]uint64 // bits by segment and story
}

// follow takes out of the sets of a phrase what is known not to hold it, and
// begins a trace of it.
func (t *typed) follow(l *leaf) {
	last := len(l.words) - 1
	now := &trace{typed: t, field: l.node.Field, prefix: string(l.words[last])}
	for _, w := range l.words[:last] {
		now.head += string(w) + " "
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	var known *trace
	for _, old := range t.recent {
		if old.head == now.head && old.field == now.field && strings.HasPrefix(now.prefix, old.prefix) &&
			(known == nil || len(old.prefix) > len(known.prefix)) {
			known = old
		}
	}
	for i, set := range l.sets {
		if known != nil {
			for k, word := range known.sets[i] {
				set.all[k] &= word
			}
		}
		now.sets = append(now.sets, slices.Clone(set.all))
	}
	t.recent = slices.Insert(t.recent[:min(len(t.recent), remembered-1)], 0, now)
	l.trace = now
}

// met notes for some stories of a segment, from one on, which hold the phrase.
func (t *trace) met(seg int, from uint32, met []bool) {
	t.typed.mu.Lock()
	defer t.typed.mu.Unlock()
	for i, is := range met {
		if doc := from + uint32(i); !is {
			t.sets[seg][doc>>6] &^= 1 << (doc & 63)
		}
	}
}
