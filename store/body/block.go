package body

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"broadsheet/articles"
)

const (
	perBlock  = 64        // stories in a block, at most
	fullBlock = 128 << 10 // bytes at which a block is closed
	// With a dictionary a block needs no length to learn from, and who reads
	// one story unpacks the fewer others.
	taughtBlock = 64 << 10
	maxBlock    = 1 << 30 // a block of one story may be as large as a story
)

// A dictionary is made of some of a library's own text: its vocabulary, and
// behind that text in codes, which blocks may refer to as if it stood before
// them. It is worth a fifth of the room, and half of the time.
const (
	dictionaryID   = 1
	dictionaryFrom = 384 << 10 // bytes of text that it is made of
	dictionaryMost = 64 << 10
)

// Writer packs stories into blocks. It is not safe for concurrent use.
type Writer struct {
	enc    *zstd.Encoder
	words  *vocabulary // nil without a dictionary
	raw    []byte
	one    []byte
	codes  []byte
	n      int
	sample []byte // of what went by, until there is a dictionary
}

// NewWriter makes a Writer. The dictionary is one that Sample gave, or nil.
func NewWriter(dictionary []byte) (*Writer, error) {
	w := &Writer{}
	// What a fast level misses in texts it finds in codes.
	level := zstd.SpeedDefault
	options := []zstd.EOption{
		zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(512 << 10), zstd.WithEncoderCRC(true),
	}
	if dictionary != nil {
		words, text, err := cutVocabulary(dictionary)
		if err != nil {
			return nil, err
		}
		words.index()
		w.words, level = words, zstd.SpeedFastest
		options = append(options, zstd.WithEncoderDictRaw(dictionaryID, text))
	}
	enc, err := zstd.NewWriter(nil, append(options, zstd.WithEncoderLevel(level))...)
	if err != nil {
		return nil, fmt.Errorf("packing stories: %w", err)
	}
	w.enc = enc
	return w, nil
}

// Taught reports whether the Writer has a dictionary.
func (w *Writer) Taught() bool { return w.words != nil }

// Sample returns a dictionary made of the stories that were added, or nil
// where they are too few to be of use.
func (w *Writer) Sample() []byte {
	if len(w.sample) < dictionaryFrom {
		return nil
	}
	v := learn(w.sample)
	v.index()
	text := v.encode(nil, w.sample)
	return append(v.append(nil), text[:min(len(text), dictionaryMost)]...)
}

// Add puts a story in the block and returns its place there, and whether the
// block is full.
func (w *Writer) Add(a *articles.Article) (slot int, full bool) {
	w.one = Append(w.one[:0], a)
	one := w.one
	if w.words != nil {
		w.codes = w.words.encode(w.codes[:0], w.one)
		one = w.codes
	} else if len(w.sample) < dictionaryFrom {
		w.sample = append(w.sample, one...)
	}
	w.raw = binary.AppendUvarint(w.raw, uint64(len(one)))
	w.raw = append(w.raw, one...)
	w.n++
	full = len(w.raw) >= fullBlock || w.words != nil && len(w.raw) >= taughtBlock
	return w.n - 1, full || w.n == perBlock
}

// Len is the number of stories in the block.
func (w *Writer) Len() int { return w.n }

// Finish returns the compressed block and begins the next.
func (w *Writer) Finish() []byte {
	packed := w.enc.EncodeAll(w.raw, make([]byte, 0, len(w.raw)/2))
	w.raw, w.n = w.raw[:0], 0
	if cap(w.raw) > 4*fullBlock {
		w.raw, w.one, w.codes = nil, nil, nil // a rare giant is not worth keeping room for
	}
	return packed
}

// ErrDictionary says that a block was written with a dictionary that the
// Reader does not have.
var ErrDictionary = errors.New("unpacking stories: the dictionary is missing")

// Reader unpacks blocks. It is safe for concurrent use.
type Reader struct {
	dec        *zstd.Decoder
	words      *vocabulary // nil without a dictionary
	dictionary []byte      // the text of it
	rooms      sync.Pool   // of *rooms
}

// NewReader makes a Reader of blocks written with the dictionary, or with
// none.
func NewReader(dictionary []byte) (*Reader, error) {
	options := []zstd.DOption{
		zstd.WithDecoderConcurrency(2), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(maxBlock),
	}
	r := &Reader{}
	if dictionary != nil {
		var err error
		if r.words, r.dictionary, err = cutVocabulary(dictionary); err != nil {
			return nil, err
		}
		options = append(options, zstd.WithDecoderDictRaw(dictionaryID, r.dictionary))
	}
	dec, err := zstd.NewReader(nil, options...)
	if err != nil {
		return nil, fmt.Errorf("unpacking stories: %w", err)
	}
	r.dec = dec
	return r, nil
}

// Block is an unpacked block. It is never edited.
type Block struct {
	raw   []byte
	words *vocabulary // that its stories are written with, or nil
}

// Unpack unpacks a block.
func (r *Reader) Unpack(packed []byte) (Block, error) {
	var h zstd.Header
	if err := h.Decode(packed); err != nil {
		return Block{}, fmt.Errorf("unpacking stories: %w: %w", ErrDamaged, err)
	}
	if h.DictionaryID != dictionaryID {
		raw, err := r.whole(packed)
		return Block{raw: raw}, err
	}
	if r.words == nil {
		return Block{}, ErrDictionary
	}
	unpack := r.whole
	if r.short(packed, h) {
		unpack = func(packed []byte) ([]byte, error) { return r.after(packed, h) }
	}
	raw, err := unpack(packed)
	return Block{raw, r.words}, err
}

// whole unpacks a block as the decoder would.
func (r *Reader) whole(packed []byte) ([]byte, error) {
	raw, err := r.dec.DecodeAll(packed, nil)
	if errors.Is(err, zstd.ErrUnknownDictionary) {
		return nil, ErrDictionary
	}
	if err != nil {
		return nil, fmt.Errorf("unpacking stories: %w: %w", ErrDamaged, err)
	}
	return raw, nil
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
			return b.decode(raw[size : size+int(n)])
		}
		raw = raw[size+int(n):]
	}
	return articles.Article{}, fmt.Errorf("unpacking a story: %w: no slot %d", ErrDamaged, slot)
}

func (b Block) decode(one []byte) (articles.Article, error) {
	if b.words == nil {
		return Decode(one)
	}
	story, err := b.words.decode(make([]byte, 0, 5*len(one)/2), one)
	if err != nil {
		return articles.Article{}, err
	}
	return Decode(story)
}

// Close lets go of what the Reader holds.
func (r *Reader) Close() { r.dec.Close() }
