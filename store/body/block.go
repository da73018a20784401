package body

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"broadsheet/articles"
)

const (
	perBlock  = 32        // stories in a block, at most
	fullBlock = 128 << 10 // bytes at which a block is closed
	// With a dictionary a block needs no length to learn from, and who reads
	// one story unpacks the fewer others.
	taughtBlock = 64 << 10
	maxBlock    = 1 << 30 // a block of one story may be as large as a story
)

// A dictionary is some of a library's own text, which blocks may refer to as
// if it stood before them. It is worth a tenth of the room, and time besides.
const (
	dictionaryID    = 1
	dictionaryLeast = 64 << 10
	dictionaryMost  = 128 << 10
)

// Writer packs stories into blocks. It is not safe for concurrent use.
type Writer struct {
	enc    *zstd.Encoder
	raw    []byte
	one    []byte
	n      int
	taught bool
}

// NewWriter makes a Writer. The dictionary is one that Sample gave, or nil.
func NewWriter(dictionary []byte) (*Writer, error) {
	options := []zstd.EOption{
		zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedDefault),
		zstd.WithWindowSize(512 << 10), zstd.WithEncoderCRC(true),
	}
	if dictionary != nil {
		options = append(options, zstd.WithEncoderDictRaw(dictionaryID, dictionary))
	}
	enc, err := zstd.NewWriter(nil, options...)
	if err != nil {
		return nil, fmt.Errorf("packing stories: %w", err)
	}
	return &Writer{enc: enc, taught: dictionary != nil}, nil
}

// Taught reports whether the Writer has a dictionary.
func (w *Writer) Taught() bool { return w.taught }

// Sample returns a dictionary made of the block as it is, or nil where that is
// too small to be of use.
func (w *Writer) Sample() []byte {
	if len(w.raw) < dictionaryLeast {
		return nil
	}
	return bytes.Clone(w.raw[:min(len(w.raw), dictionaryMost)])
}

// Add puts a story in the block and returns its place there, and whether the
// block is full.
func (w *Writer) Add(a *articles.Article) (slot int, full bool) {
	w.one = Append(w.one[:0], a)
	w.raw = binary.AppendUvarint(w.raw, uint64(len(w.one)))
	w.raw = append(w.raw, w.one...)
	w.n++
	full = len(w.raw) >= fullBlock || w.taught && len(w.raw) >= taughtBlock
	return w.n - 1, full || w.n == perBlock
}

// Len is the number of stories in the block.
func (w *Writer) Len() int { return w.n }

// Finish returns the compressed block and begins the next.
func (w *Writer) Finish() []byte {
	packed := w.enc.EncodeAll(w.raw, make([]byte, 0, len(w.raw)/2))
	w.raw, w.n = w.raw[:0], 0
	if cap(w.raw) > 4*fullBlock {
		w.raw, w.one = nil, nil // a rare giant is not worth keeping room for
	}
	return packed
}

// ErrDictionary says that a block was written with a dictionary that the
// Reader does not have.
var ErrDictionary = errors.New("unpacking stories: the dictionary is missing")

// Reader unpacks blocks. It is safe for concurrent use.
type Reader struct {
	dec        *zstd.Decoder
	dictionary []byte
	rooms      sync.Pool // of *rooms
}

// NewReader makes a Reader of blocks written with the dictionary, or with
// none.
func NewReader(dictionary []byte) (*Reader, error) {
	options := []zstd.DOption{
		zstd.WithDecoderConcurrency(2), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(maxBlock),
	}
	if dictionary != nil {
		options = append(options, zstd.WithDecoderDictRaw(dictionaryID, dictionary))
	}
	dec, err := zstd.NewReader(nil, options...)
	if err != nil {
		return nil, fmt.Errorf("unpacking stories: %w", err)
	}
	return &Reader{dec: dec, dictionary: dictionary}, nil
}

// Block is an unpacked block. It is never edited.
type Block struct{ raw []byte }

// Unpack unpacks a block.
func (r *Reader) Unpack(packed []byte) (Block, error) {
	if h, ok := r.taught(packed); ok {
		raw, err := r.after(packed, h)
		return Block{raw}, err
	}
	raw, err := r.dec.DecodeAll(packed, nil)
	if errors.Is(err, zstd.ErrUnknownDictionary) {
		return Block{}, ErrDictionary
	}
	if err != nil {
		return Block{}, fmt.Errorf("unpacking stories: %w: %w", ErrDamaged, err)
	}
	return Block{raw}, nil
}

// Size is how many bytes the block takes.
func (b Block) Size() int { return len(b.raw) }

// Story reads one story out of the block.
func (b Block) Story(slot int) (articles.Article, error) {
	raw := b.raw
	for i := 0; len(raw) > 0; i++ {
		n, size := binary.Uvarint(raw)
		if size <= 0 || n > uint64(len(raw)-size) {
			return articles.Article{}, fmt.Errorf("unpacking a story: %w: cut short", ErrDamaged)
		}
		if i == slot {
			return Decode(raw[size : size+int(n)])
		}
		raw = raw[size+int(n):]
	}
	return articles.Article{}, fmt.Errorf("unpacking a story: %w: no slot %d", ErrDamaged, slot)
}

// Close lets go of what the Reader holds.
func (r *Reader) Close() { r.dec.Close() }
