package body

import (
	"encoding/binary"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"broadsheet/articles"
)

const (
	perBlock  = 48        // stories in a block, at most
	fullBlock = 192 << 10 // bytes at which a block is closed
	maxBlock  = 1 << 30   // a block of one story may be as large as a story
)

// Writer packs stories into blocks. It is not safe for concurrent use.
type Writer struct {
	enc *zstd.Encoder
	raw []byte
	one []byte
	n   int
}

// NewWriter makes a Writer.
func NewWriter() (*Writer, error) {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1),
		zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithWindowSize(256<<10),
		zstd.WithEncoderCRC(true))
	if err != nil {
		return nil, fmt.Errorf("packing stories: %w", err)
	}
	return &Writer{enc: enc}, nil
}

// Add puts a story in the block and returns its place there, and whether the
// block is full.
func (w *Writer) Add(a *articles.Article) (slot int, full bool) {
	w.one = Append(w.one[:0], a)
	w.raw = binary.AppendUvarint(w.raw, uint64(len(w.one)))
	w.raw = append(w.raw, w.one...)
	w.n++
	return w.n - 1, w.n == perBlock || len(w.raw) >= fullBlock
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

// Reader unpacks blocks. It is safe for concurrent use.
type Reader struct{ dec *zstd.Decoder }

// NewReader makes a Reader.
func NewReader() (*Reader, error) {
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(2),
		zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(maxBlock))
	if err != nil {
		return nil, fmt.Errorf("unpacking stories: %w", err)
	}
	return &Reader{dec}, nil
}

// Story reads one story out of a block.
func (r *Reader) Story(block []byte, slot int) (articles.Article, error) {
	var found articles.Article
	err := r.each(block, func(i int, one []byte) (bool, error) {
		if i != slot {
			return true, nil
		}
		var err error
		found, err = Decode(one)
		slot = -1
		return false, err
	})
	if err == nil && slot >= 0 {
		err = fmt.Errorf("unpacking a story: %w: no slot %d", ErrDamaged, slot)
	}
	return found, err
}

// Stories reads every story of a block, in order.
func (r *Reader) Stories(block []byte) ([]articles.Article, error) {
	var all []articles.Article
	err := r.each(block, func(_ int, one []byte) (bool, error) {
		a, err := Decode(one)
		all = append(all, a)
		return true, err
	})
	return all, err
}

func (r *Reader) each(block []byte, do func(i int, one []byte) (bool, error)) error {
	raw, err := r.dec.DecodeAll(block, nil)
	if err != nil {
		return fmt.Errorf("unpacking stories: %w: %w", ErrDamaged, err)
	}
	for i := 0; len(raw) > 0; i++ {
		n, size := binary.Uvarint(raw)
		if size <= 0 || n > uint64(len(raw)-size) {
			return fmt.Errorf("unpacking stories: %w: cut short", ErrDamaged)
		}
		more, err := do(i, raw[size:size+int(n)])
		if err != nil || !more {
			return err
		}
		raw = raw[size+int(n):]
	}
	return nil
}

// Close lets go of what the Reader holds.
func (r *Reader) Close() { r.dec.Close() }
