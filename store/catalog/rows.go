package catalog

import (
	"hash/fnv"

	"broadsheet/articles"
)

// File is a file that was looked at.
type File struct {
	ID    int64
	Root  int
	Rel   string
	Size  int64 // -1 until everything in it is committed
	Mtime int64
}

// Keys are what a story is recognised by, each a number made by Hash; 0 is
// none.
type Keys struct {
	Print     uint64 // of title and text: the same in a copy or a moved file
	Place     uint64 // of where it lies: the same in a file saved again
	Folded    uint64 // of the folded title
	URL       uint64 // of the canonical address
	Publisher uint64 // of the publisher's id
}

// Story is a row of the catalogue.
type Story struct {
	Row       uint32
	File      int64
	Entry     int // from 1 inside a container, else 0
	Published int64
	Source    string
	Keys      Keys
}

// NewStory is a story to be added.
type NewStory struct {
	Story
	Headline articles.Headline // ID and marks are not kept
	Block    int               // index in the batch
	Slot     int
	Links    []articles.Link
	Pages    []string // that its prose leads to
}

// Problem is a file that could not be read, or not whole.
type Problem struct {
	File   int64 // 0 for a folder
	Root   int
	Rel    string
	Reason string
}

// Segment is an index file that counts. All its rows lie from First to Last.
type Segment struct {
	Name        string
	Docs        int
	Bytes       int64
	First, Last uint32
}

// Hash makes a key of a string; the empty string has the key 0.
func Hash(s string) uint64 {
	if s == "" {
		return 0
	}
	h := fnv.New64a()
	h.Write([]byte(s))
	return max(h.Sum64(), 1)
}

// pageOf is the number of a page in the table of addresses: of as many bits as
// SQLite keeps in six bytes, which are enough for a million pages.
func pageOf(page string) int64 { return int64(Hash(page) >> 17) }

// When is the Published of a date: by the clock it was dated with, so that the
// stories of one printed day are neighbours in a list by date.
func When(d articles.Date) int64 {
	if d.IsZero() {
		return Undated
	}
	return d.Wall().Unix()
}
