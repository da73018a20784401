package store

import (
	"sync"

	"broadsheet/articles"
)

const (
	keptTexts = 128      // about three screens of hits
	longText  = 64 << 10 // bytes; a longer one is not kept
)

// texts keeps the texts that passages were cut from last: from one letter of a
// search to the next, most of what is found is the same.
type texts struct {
	mu    sync.Mutex
	held  map[textKey]string
	order []textKey // the oldest first
}

// textKey names a text: that of a story as the library held it at a commit.
type textKey struct {
	in     *cache
	commit int64
	id     articles.ID
}

// of returns a text, by read if it is not kept.
func (t *texts) of(key textKey, read func() (string, error)) (string, error) {
	t.mu.Lock()
	text, ok := t.held[key]
	t.mu.Unlock()
	if ok {
		return text, nil
	}
	text, err := read()
	if err != nil || len(text) > longText {
		return text, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, ok := t.held[key]; ok {
		return text, nil // another asked at the same time
	}
	if t.held == nil {
		t.held = map[textKey]string{}
	}
	if len(t.order) == keptTexts {
		delete(t.held, t.order[0])
		t.order = append(t.order[:0], t.order[1:]...)
	}
	t.held[key] = text
	t.order = append(t.order, key)
	return text, nil
}
