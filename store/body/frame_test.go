package body

import (
	"bytes"
	"errors"
	"math/rand"
	"strings"
	"sync"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// prose is invented words, some of them again and again.
func prose(r *rand.Rand, n int) []byte {
	words := strings.Fields("ferry pilot radar inquiry Karsk Ostrel Tarrovia Vasska harbour tram depot fire mayor vote bill the of and in was said")
	var b []byte
	for len(b) < n {
		b = append(append(b, words[r.Intn(len(words))]...), ' ')
		if r.Intn(5) == 0 {
			b = append(b, byte(r.Intn(256)))
		}
	}
	return b[:n]
}

// blob is a dictionary of a text and some words.
func blob(text []byte) []byte {
	return append(newVocabulary([]string{" ferry", " Ostrel"}).append(nil), text...)
}

// pack packs bytes as a Writer packs its stories.
func pack(t testing.TB, dictionary, raw []byte) []byte {
	t.Helper()
	w, err := NewWriter(blob(dictionary))
	if err != nil {
		t.Fatal(err)
	}
	w.raw = append(w.raw, raw...)
	return w.Finish()
}

// TestTheShortWayAndTheLongWayUnpackTheSame compares with the decoder's own
// use of a dictionary, for blocks of no bytes up to those of many parts.
func TestTheShortWayAndTheLongWayUnpackTheSame(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for _, length := range []int{1, 100, dictionaryMost / 2, dictionaryMost} {
		dictionary := prose(r, length)
		reader, err := NewReader(blob(dictionary))
		if err != nil {
			t.Fatal(err)
		}
		long, err := zstd.NewReader(nil, zstd.WithDecoderDictRaw(dictionaryID, dictionary))
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range []int{1, 2, 31, 100, 999, taughtBlock, fullBlock, 5 * fullBlock, window} {
			raw := prose(r, size)
			copy(raw, dictionary[len(dictionary)/2:]) // to be referred to
			packed := pack(t, dictionary, raw)
			want, err := long.DecodeAll(packed, nil)
			if err != nil || !bytes.Equal(want, raw) {
				t.Fatalf("dictionary of %d, block of %d: the long way fails: %v", length, size, err)
			}
			got, err := reader.Unpack(packed)
			if err != nil || !bytes.Equal(got.raw, raw) {
				t.Errorf("dictionary of %d, block of %d: %d bytes, %v", length, size, len(got.raw), err)
			}
			// Of a very small block the frame does not say how large it is.
			var h zstd.Header
			if err := h.Decode(packed); err != nil {
				t.Fatal(err)
			}
			if ok := reader.short(packed, h); ok != (size >= 999 && size < window) {
				t.Errorf("a block of %d goes the short way: %v", size, ok)
			}
		}
		long.Close()
		reader.Close()
	}
}

func TestADamagedBlockWithADictionaryIsAnError(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	dictionary := prose(r, dictionaryMost/2)
	reader, err := NewReader(blob(dictionary))
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	raw := prose(r, 900)
	packed := pack(t, dictionary, raw)
	for i := range packed {
		bad := bytes.Clone(packed)
		bad[i] ^= 0x55
		if got, err := reader.Unpack(bad); err == nil && !bytes.Equal(got.raw, raw) {
			t.Fatalf("byte %d turned and nobody saw", i)
		} else if err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrDictionary) {
			t.Fatalf("byte %d turned: %v", i, err)
		}
		if cut, err := reader.Unpack(packed[:i]); err == nil && (i > 0 || len(cut.raw) > 0) {
			t.Fatalf("cut at %d and nobody saw", i)
		}
	}
	// What damage leaves behind does not show in the next block.
	if got, err := reader.Unpack(packed); err != nil || !bytes.Equal(got.raw, raw) {
		t.Error(err)
	}
}

// TestManyUnpackAtOnceAndKeepWhatTheyGot holds that no block is written over
// by the next.
func TestManyUnpackAtOnceAndKeepWhatTheyGot(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	dictionary := prose(r, dictionaryMost/2)
	reader, err := NewReader(blob(dictionary))
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	var raws, packs [][]byte
	for range 8 {
		raws = append(raws, prose(r, 1000+r.Intn(taughtBlock)))
		packs = append(packs, pack(t, dictionary, raws[len(raws)-1]))
	}
	var group sync.WaitGroup
	for k := range 4 {
		group.Go(func() {
			held := make([]Block, len(packs))
			for round := range 40 {
				i := (round*7 + k) % len(packs)
				var err error
				if held[i], err = reader.Unpack(packs[i]); err != nil {
					t.Error(err)
				}
				for j, b := range held {
					if b.raw != nil && !bytes.Equal(b.raw, raws[j]) {
						t.Errorf("block %d is another", j)
						return
					}
				}
			}
		})
	}
	group.Wait()
}

func FuzzUnpackOfAnythingIsAnErrorOrABlock(f *testing.F) {
	r := rand.New(rand.NewSource(5))
	dictionary := prose(r, 4096)
	reader, err := NewReader(blob(dictionary))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(pack(f, dictionary, prose(r, 600)))
	f.Add(pack(f, nil, prose(r, 60)))
	f.Fuzz(func(t *testing.T, packed []byte) {
		if b, err := reader.Unpack(packed); err == nil {
			_, _ = b.Story(0)
		}
	})
}

func BenchmarkUnpack(b *testing.B) {
	r := rand.New(rand.NewSource(6))
	dictionary := prose(r, dictionaryMost)
	reader, err := NewReader(blob(dictionary))
	if err != nil {
		b.Fatal(err)
	}
	packed := pack(b, dictionary, prose(r, taughtBlock))
	b.SetBytes(taughtBlock)
	for b.Loop() {
		if _, err := reader.Unpack(packed); err != nil {
			b.Fatal(err)
		}
	}
}
