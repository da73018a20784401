package store

import (
	"slices"
	"sync"

	"broadsheet/store/body"
)

const (
	keptBlocks = 8         // each of some dozen stories
	longBlock  = 256 << 10 // bytes; a longer one is not kept
)

// blocks keeps the blocks of stories that were unpacked last: who reads a
// story asks for it again and again, and who goes through all of them takes
// those of one block one after the other.
type blocks struct {
	mu   sync.Mutex
	held []heldBlock // the one used last comes first
}

type heldBlock struct {
	blockKey
	block body.Block
}

// blockKey names a block. A number means another block in another cache.
type blockKey struct {
	in *cache
	id int64
}

// of returns a block, by read if it is not kept.
func (b *blocks) of(key blockKey, read func() (body.Block, error)) (body.Block, error) {
	if found, ok := b.find(key); ok {
		return found, nil
	}
	block, err := read()
	if err != nil || block.Size() > longBlock {
		return block, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.first(key) {
		return b.held[0].block, nil // another asked at the same time
	}
	if len(b.held) == keptBlocks {
		b.held = b.held[:keptBlocks-1]
	}
	b.held = slices.Insert(b.held, 0, heldBlock{key, block})
	return block, nil
}

func (b *blocks) find(key blockKey) (body.Block, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.first(key) {
		return b.held[0].block, true
	}
	return body.Block{}, false
}

// first puts a block before the others, if it is there.
func (b *blocks) first(key blockKey) bool {
	for i, one := range b.held {
		if one.blockKey == key {
			copy(b.held[1:i+1], b.held[:i])
			b.held[0] = one
			return true
		}
	}
	return false
}
