package store

import (
	"broadsheet/articles"
	"broadsheet/store/catalog"
	"broadsheet/store/marks"
)

// ErrUnknown says that the library holds no such story.
var ErrUnknown = catalog.ErrUnknown

// View says which stories a list shows and in what order. It is comparable.
type View struct {
	Query   string // in the query language; "" is every story
	Live    bool   // the query is being typed: its last word is a prefix
	Sort    Sort
	Unread  bool   // only unread ones
	Starred bool   // only starred ones
	Source  string // only of this outlet, where not ""
	Copies  bool   // every copy of a story in a line of its own, none folded

	// Only of this month ("2014-06", or "2014" for those of which only the
	// year is known), in this language, with this tag of the reader's.
	Month, Language, Tag string
}

// Filtered reports whether the view leaves stories out.
func (v View) Filtered() bool {
	return v.Query != "" || v.Unread || v.Starred || v.Source != "" ||
		v.Month != "" || v.Language != "" || v.Tag != ""
}

// Sort is the order of a list.
type Sort string

// The orders. SortAuto is the best match first while there is a query, and
// the newest first otherwise.
const (
	SortAuto   Sort = ""
	SortNewest Sort = "newest"
	SortOldest Sort = "oldest"
	SortSource Sort = "source"
	SortTitle  Sort = "title"
	SortUnread Sort = "unread" // unread first, each newest first
	SortBest   Sort = "best match"
)

// Unknown is a number that is not known yet, in the moment after a start.
const Unknown = -1

// Window is a stretch of a view.
type Window struct {
	Items     []articles.Headline
	From      int // index of the first item
	Total     int // stories in the view, copies folded unless it shows them
	Unread    int // unread ones among them, or Unknown
	All       int // stories in the library, whatever the view; copies folded likewise
	Folded    int // copies that are folded under them, 0 where the view shows all
	AllUnread int // unread ones in the library, or Unknown
	Problem   *QueryProblem
}

// QueryProblem is a mistake in a query. Pos and Len count runes.
type QueryProblem struct {
	Pos, Len int
	Message  string
}

// Source is an outlet with its numbers of stories.
type Source struct {
	Name          string
	Total, Unread int
}

// Change is what marks should become; what is nil stays as it is.
type Change = marks.Change

// Progress is how far a scan has come.
type Progress struct {
	Doing   string // "looking", "reading" or "indexing"
	Done    int    // files read, of Total
	Total   int    // files to read, as far as is known; 0 while none is
	Files   int    // files looked at
	Bytes   int64  // read
	Stories int    // in the library now
	Failed  int    // files that could not be read, or not whole
}

// Problem is a file that could not be read, or not whole.
type Problem struct {
	Path   string
	Reason string
}

// Hit is a story that a search found.
type Hit struct {
	articles.Headline
	Score   float64
	Snippet Snippet
}
