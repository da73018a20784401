package store

import (
	"slices"
	"sync"
)

// recent keeps what was read last, by its key: a reader asks for the same again
// and again. The zero value keeps nothing; see keeping.
type recent[K comparable, V any] struct {
	most  int          // how many are kept
	small func(V) bool // of those that this holds for

	mu   sync.Mutex
	held []kept[K, V] // the one used last comes first
}

type kept[K comparable, V any] struct {
	key   K
	value V
}

func keeping[K comparable, V any](most int, small func(V) bool) *recent[K, V] {
	return &recent[K, V]{most: most, small: small}
}

// of returns what has a key, by read if it is not kept.
func (r *recent[K, V]) of(key K, read func() (V, error)) (V, error) {
	if value, ok := r.find(key); ok {
		return value, nil
	}
	value, err := read()
	if err != nil || !r.small(value) {
		return value, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.first(key) {
		return r.held[0].value, nil // another asked at the same time
	}
	r.held = slices.Insert(r.held[:min(len(r.held), r.most-1)], 0, kept[K, V]{key, value})
	return value, nil
}

func (r *recent[K, V]) find(key K) (value V, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if ok = r.first(key); ok {
		value = r.held[0].value
	}
	return value, ok
}

// first puts what has a key before the others, if it is there.
func (r *recent[K, V]) first(key K) bool {
	for i, one := range r.held {
		if one.key == key {
			copy(r.held[1:i+1], r.held[:i])
			r.held[0] = one
			return true
		}
	}
	return false
}
