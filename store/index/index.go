// Package index is the core of the library at scale: it holds the terms of
// every story in immutable, checksummed segment files, and answers two
// questions from them, which stories match a query and which stories are like
// this one. It knows no SQL, no terminal and no file format but its own; what a
// story is called and what the reader did to it are the business of others.
package index

import (
	"errors"
	"math"

	"broadsheet/store/query"
)

// NoDay is the Day of a story without a known day.
const NoDay int32 = math.MinInt32

// ErrDamaged says that a segment file is not what was written.
var ErrDamaged = errors.New("damaged segment")

// ErrUnknown says that the index holds no story of that key.
var ErrUnknown = errors.New("no such story in the index")

// Doc is one story as the index is told of it.
type Doc struct {
	Key      uint32 // the caller's number for the story
	ID       string // breaks ties, so that the order of arrival never shows
	Title    string
	Text     string // plain paragraphs, without the title
	Source   string
	Section  string
	Language string
	Format   string
	Authors  []string
	Tags     []string
	Day      int32 // days since 1970-01-01, or NoDay
}

// Info describes a segment file.
type Info struct {
	Path  string
	Docs  int
	Bytes int64
	Dead  int // of Docs, those that left since; the caller knows
}

// Dead lists the keys that left the library, in any order. A story that was
// indexed again under its old key need not be listed: the later segment holds.
type Dead []uint32

// SearchOptions narrow a search by what the index does not know. Its functions
// may be called from several goroutines at once.
type SearchOptions struct {
	N int // how many hits to rank; 0 is none, only the total

	// Filter, where set, must hold of every match.
	Filter func(key uint32) bool

	// Marked answers is: conditions (field "is", value "starred") and, beside
	// the story's own tags, tag: conditions. Where it is nil nothing is marked,
	// so everything is unread.
	Marked func(key uint32, field, value string) bool

	// Copies, where set, makes one hit of stories with the same text.
	Copies Copies
}

// Copies tells of stories with the same text.
type Copies interface {
	// Bits has a bit set for the key of every story that has copies.
	Bits() []uint64
	// Stand leaves, of stories that have copies, those that stand for the
	// others. The keys come ascending.
	Stand(keys []uint32) []uint32
}

// Hit is one story found.
type Hit struct {
	Key   uint32
	Score float64
}

// Hits are the best matches, best first, and how many matched in all.
type Hits struct {
	Total int
	Hits  []Hit
}

// Neighbour is a story like another.
type Neighbour struct {
	Key   uint32
	Score float64 // 0 to 1
	Alone float64 // the same by the story alone, without what its nearest have in common
	Terms []Term  // what they share, that which made most of it first; see Reasons

	// Alike tells how like this one is to each of those before it, from 0 to 1;
	// only of the first few it is told.
	Alike []float32
}

// Term is a word that two stories share, as the index writes it: folded.
type Term struct {
	Text  string
	Name  bool    // mostly written as one
	Worth float32 // what it added
}

// marked applies the rules that hold without marks.
func (o SearchOptions) marked(key uint32, value string) bool {
	if o.Marked == nil {
		return value == "unread"
	}
	return o.Marked(key, "is", value)
}

func fieldPrefix(f query.Field) byte {
	switch f {
	case query.Source:
		return 1
	case query.Author:
		return 2
	case query.Tag:
		return 3
	case query.Lang:
		return 4
	case query.Section:
		return 5
	}
	return 0
}
