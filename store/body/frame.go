package body

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/cespare/xxhash/v2"
	"github.com/klauspost/compress/zstd"
)

// A block that was packed with a dictionary refers to it as to what stood
// before the block. So the same is unpacked from a frame that begins with the
// dictionary, not packed, and goes on with the block; and it is unpacked five
// times as fast, since the decoder knows such frames by heart: only for those
// without a dictionary is it written in the machine's own language.
const (
	magic      = 0xFD2FB528
	sizeOf4    = 2 << 6  // in the frame's descriptor: the size has four bytes
	windowByte = 11 << 3 // as far back as the block may refer: 2 MiB
	window     = 2 << 20
	opening    = 4 + 1 + 1 + 4 + 3 // bytes before the dictionary
	sumSize    = 4                 // bytes after the block
	slack      = 16                // the decoder writes so far beyond the end
)

// rooms are where a frame is made and unpacked.
type rooms struct{ in, out []byte }

// newRooms begins the frame with the dictionary.
func newRooms(dictionary []byte) *rooms {
	in := make([]byte, 0, opening+len(dictionary)+fullBlock/2)
	in = binary.LittleEndian.AppendUint32(in, magic)
	in = append(in, sizeOf4, windowByte, 0, 0, 0, 0)
	kind := uint32(len(dictionary)) << 3 // of the first of several blocks, not packed
	in = append(in, byte(kind), byte(kind>>8), byte(kind>>16))
	return &rooms{in: append(in, dictionary...)}
}

// short reports whether a block can be unpacked after the dictionary. One that
// is very large, or damaged, goes the long way.
func (r *Reader) short(packed []byte, h zstd.Header) bool {
	return len(r.dictionary) <= dictionaryMost && h.HasFCS && h.HasCheckSum &&
		len(packed) >= h.HeaderSize+sumSize && h.FrameContentSize <= window-dictionaryMost
}

// after unpacks a block behind the dictionary.
func (r *Reader) after(packed []byte, h zstd.Header) ([]byte, error) {
	room, ok := r.rooms.Get().(*rooms)
	if !ok {
		room = newRooms(r.dictionary)
	}
	defer r.rooms.Put(room)
	begun, size := opening+len(r.dictionary), int(h.FrameContentSize)
	sum := packed[len(packed)-sumSize:]
	room.in = append(room.in[:begun], packed[h.HeaderSize:len(packed)-sumSize]...)
	binary.LittleEndian.PutUint32(room.in[6:], uint32(len(r.dictionary)+size))
	if need := len(r.dictionary) + size + slack; cap(room.out) < need {
		room.out = make([]byte, 0, need)
	}
	out, err := r.dec.DecodeAll(room.in, room.out[:0])
	if err != nil {
		return nil, fmt.Errorf("unpacking stories: %w: %w", ErrDamaged, err)
	}
	room.out = out
	raw := out[len(r.dictionary):]
	if len(raw) != size || uint32(xxhash.Sum64(raw)) != binary.LittleEndian.Uint32(sum) {
		return nil, fmt.Errorf("unpacking stories: %w: the checksum does not match", ErrDamaged)
	}
	return bytes.Clone(raw), nil
}
