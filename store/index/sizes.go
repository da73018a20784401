package index

import "math"

// docSize is what the places of a story are written by.
type docSize struct{ words, title uint32 }

// shortSize is the same in the room that the cache of a processor has: places
// are read for story after story, in whatever order lists have them, and rows
// are far apart. Numbers too large for it are the largest.
type shortSize struct{ words, title uint16 }

// sizes tells the sizes of stories from a table that is made when places are
// first read.
type sizes struct {
	s     *segment
	short []shortSize
}

func (s *segment) sizes() sizes { return sizes{s, s.short()} }

func (s *segment) shorten() []shortSize {
	all := make([]shortSize, s.nDocs)
	for doc := range all {
		all[doc] = shortSize{
			words: uint16(min(s.length(uint32(doc)), math.MaxUint16)),
			title: uint16(min(s.title(uint32(doc)), math.MaxUint16)),
		}
	}
	return all
}

func (t sizes) of(doc uint32) docSize {
	d := t.short[doc]
	if d.words == math.MaxUint16 || d.title == math.MaxUint16 {
		return docSize{t.s.length(doc), t.s.title(doc)}
	}
	return docSize{uint32(d.words), uint32(d.title)}
}
