package store

import "broadsheet/store/body"

const (
	keptBlocks = 8         // each of some dozen stories
	longBlock  = 256 << 10 // bytes; a longer one is not kept
)

// blocks are those of the stories that were unpacked last: who goes through all
// stories takes those of one block one after the other.
type blocks = recent[blockKey, body.Block]

// blockKey names a block. A number means another block in another cache.
type blockKey struct {
	in *cache
	id int64
}

func keepBlocks() *blocks {
	return keeping[blockKey](keptBlocks, func(b body.Block) bool { return b.Size() <= longBlock })
}
