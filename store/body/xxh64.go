package body

import (
	"encoding/binary"
	"math/bits"
)

// The primes of XXH64, the checksum of a Zstandard frame.
const (
	prime1 uint64 = 11400714785074694791
	prime2 uint64 = 14029467366897019727
	prime3 uint64 = 1609587929392839161
	prime4 uint64 = 9650029242287828579
	prime5 uint64 = 2870177450012600261
)

// xxh64 is the checksum of bytes, with the seed 0.
func xxh64(b []byte) uint64 {
	h, n := prime5, uint64(len(b))
	if len(b) >= 32 {
		// Of the four sums the first and the last begin so, as sums run over.
		lanes := [4]uint64{prime1, prime2, 0, 0}
		lanes[0] += prime2
		lanes[3] -= prime1
		for ; len(b) >= 32; b = b[32:] {
			lanes[0] = stir(lanes[0], binary.LittleEndian.Uint64(b))
			lanes[1] = stir(lanes[1], binary.LittleEndian.Uint64(b[8:]))
			lanes[2] = stir(lanes[2], binary.LittleEndian.Uint64(b[16:]))
			lanes[3] = stir(lanes[3], binary.LittleEndian.Uint64(b[24:]))
		}
		h = 0
		for i, turn := range [4]int{1, 7, 12, 18} {
			h += bits.RotateLeft64(lanes[i], turn)
		}
		for _, lane := range lanes {
			h = (h^stir(0, lane))*prime1 + prime4
		}
	}
	h += n
	for ; len(b) >= 8; b = b[8:] {
		h = bits.RotateLeft64(h^stir(0, binary.LittleEndian.Uint64(b)), 27)*prime1 + prime4
	}
	if len(b) >= 4 {
		h = bits.RotateLeft64(h^uint64(binary.LittleEndian.Uint32(b))*prime1, 23)*prime2 + prime3
		b = b[4:]
	}
	for _, c := range b {
		h = bits.RotateLeft64(h^uint64(c)*prime5, 11) * prime1
	}
	h = (h ^ h>>33) * prime2
	h = (h ^ h>>29) * prime3
	return h ^ h>>32
}

func stir(sum, v uint64) uint64 { return bits.RotateLeft64(sum+v*prime2, 31) * prime1 }
