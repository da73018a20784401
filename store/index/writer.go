package index

import (
	"bufio"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"os"
	"path/filepath"
)

// writer lays a segment file down section by section. It is told the stories
// first, then the terms in order, then the forward lists in the order of the
// stories.
type writer struct {
	path, temp string
	file       *os.File
	out        *bufio.Writer
	sum        hash.Hash32
	at         uint64
	err        error

	sections [nSections][2]uint64 // from, to
	docs     []byte
	nDocs    int
	words    uint64
	last     int32

	strings, terms []byte
	hashes         []uint32
	buf            []byte
}

func create(path string) (*writer, error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return nil, fmt.Errorf("writing %s: %w", path, err)
	}
	w := &writer{path: path, temp: f.Name(), file: f, out: bufio.NewWriterSize(f, 1<<18), last: NoDay}
	w.sum = crc32.New(castagnoli())
	w.write([]byte(magic))
	w.sections[secPostings][0] = w.at
	return w, nil
}

// abandon removes what finish has not put in its place.
func (w *writer) abandon() {
	if w.file != nil {
		w.file.Close()
		os.Remove(w.temp)
	}
}

func (w *writer) write(b []byte) {
	if w.err == nil {
		_, w.err = w.out.Write(b)
		w.sum.Write(b)
		w.at += uint64(len(b))
	}
}

// docInfo is a story's row.
type docInfo struct {
	key     uint32
	day     int32
	tie     uint64
	words   uint32
	title   uint32 // words of it that are the title
	forward uint64 // where its list begins in the section
}

func (w *writer) doc(d docInfo) {
	w.docs = le.AppendUint32(w.docs, d.key)
	w.docs = le.AppendUint32(w.docs, uint32(d.day))
	w.docs = le.AppendUint64(w.docs, d.tie)
	w.docs = le.AppendUint32(w.docs, d.words)
	w.docs = le.AppendUint32(w.docs, d.title)
	w.docs = le.AppendUint64(w.docs, 0) // forward fills it in
	w.words += uint64(d.words)
	w.last = max(w.last, d.day)
}

// runSize is how many bytes of lists are held back, about, before they are
// written.
const runSize = 1 << 18

// run writes the next terms.
func (w *writer) run(r *run) error {
	lists, names := w.at-w.sections[secPostings][0], uint32(len(w.strings))
	for at := 0; at < len(r.terms); at += termRow {
		row := r.terms[at:]
		le.PutUint32(row, le.Uint32(row)+names)
		le.PutUint64(row[8:], le.Uint64(row[8:])+lists)
	}
	w.write(r.lists)
	w.strings = append(w.strings, r.strings...)
	w.terms = append(w.terms, r.terms...)
	w.hashes = append(w.hashes, r.hashes...)
	return w.err
}

// addCapital counts one more story that writes a term as a name.
func (w *writer) addCapital(rank uint32) {
	row := w.terms[int(rank)*termRow+16:]
	le.PutUint32(row, le.Uint32(row)+1)
}

func (w *writer) endPostings() {
	w.sections[secPostings][1] = w.at
	w.sections[secForward][0] = w.at
}

// forward writes the list of the next story.
func (w *writer) forward(list []feature, pairs []pair) error {
	w.buf = appendForward(w.buf[:0], list, pairs, len(w.hashes))
	return w.forwards(w.buf, []int{0})
}

// forwards writes the lists of the next stories, and where in b each begins.
func (w *writer) forwards(b []byte, starts []int) error {
	at := w.at - w.sections[secForward][0]
	for _, from := range starts {
		le.PutUint64(w.docs[w.nDocs*docRow+24:], at+uint64(from))
		w.nDocs++
	}
	w.write(b)
	return w.err
}

// finish writes what was gathered, makes it last, and puts it in its place.
func (w *writer) finish() (Info, error) {
	w.sections[secForward][1] = w.at
	nTerms := len(w.hashes)
	w.terms = le.AppendUint32(w.terms, uint32(len(w.strings)))
	w.terms = le.AppendUint32(w.terms, 0)
	w.terms = le.AppendUint64(w.terms, w.sections[secPostings][1]-w.sections[secPostings][0])
	w.terms = le.AppendUint32(w.terms, 0)
	for _, s := range []struct {
		section int
		b       []byte
	}{{secStrings, w.strings}, {secTerms, w.terms}, {secHash, w.hashTable()}, {secDocs, w.docs}, {secStarts, w.starts()}} {
		w.sections[s.section][0] = w.at
		w.write(s.b)
		w.sections[s.section][1] = w.at
	}
	w.footer(nTerms)
	if w.err == nil {
		w.err = w.out.Flush()
	}
	if w.err == nil {
		w.err = w.file.Sync()
	}
	if err := w.file.Close(); w.err == nil {
		w.err = err
	}
	w.file = nil
	if w.err == nil {
		w.err = os.Rename(w.temp, w.path)
	}
	if w.err != nil {
		os.Remove(w.temp)
		return Info{}, fmt.Errorf("writing %s: %w", w.path, w.err)
	}
	return Info{Path: w.path, Docs: w.nDocs, Bytes: int64(w.at)}, nil
}

// starts makes the section of starts from the lists as they are in the file.
func (w *writer) starts() []byte {
	if w.err == nil && w.nDocs >= startDocs {
		w.err = w.out.Flush()
	}
	if w.err != nil || w.nDocs < startDocs {
		return nil
	}
	m, err := mapFile(w.temp)
	if err != nil {
		w.err = err
		return nil
	}
	lists := w.sections[secPostings]
	s := &segment{mapping: m, nDocs: w.nDocs, nTerms: len(w.hashes)}
	s.sec[secPostings], s.sec[secStrings], s.sec[secTerms] = m.data[lists[0]:lists[1]], w.strings, w.terms
	b, err := s.appendStarts(nil, startShare*uint64(w.nDocs))
	w.err = errors.Join(err, s.close())
	return b
}

func (w *writer) footer(nTerms int) {
	var b []byte
	for _, s := range w.sections {
		b = le.AppendUint64(b, s[0])
		b = le.AppendUint64(b, s[1])
	}
	b = le.AppendUint64(b, w.words)
	b = le.AppendUint32(b, uint32(w.nDocs))
	b = le.AppendUint32(b, uint32(nTerms))
	b = le.AppendUint32(b, uint32(w.last))
	b = le.AppendUint32(b, w.sum.Sum32())
	b = le.AppendUint32(b, crc32.Checksum(b, castagnoli()))
	w.write(append(b, magic...))
}

// hashTable places every term by its hash.
func (w *writer) hashTable() []byte {
	size := 4
	for size*3 < len(w.hashes)*4 {
		size *= 2
	}
	table := make([]byte, 4*size)
	mask := uint32(size - 1)
	for n, h := range w.hashes {
		i := h & mask
		for le.Uint32(table[4*i:]) != 0 {
			i = (i + 1) & mask
		}
		le.PutUint32(table[4*i:], uint32(n)+1)
	}
	return table
}
