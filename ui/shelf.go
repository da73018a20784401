package ui

import (
	"context"

	"broadsheet/articles"
)

// Shelf is what the reader asks of storage. Every method may block, so every
// one is called from a command, never from Update or View; several may run at
// once. Results are values that the shelf never edits afterwards.
type Shelf interface {
	Lister
	Searches
	Teller
	Marker
	Keeper
	Memory
}

// Lister serves the list, by windows and never whole.
type Lister interface {
	// Headlines returns the n headlines of the view from the given index.
	// A window beyond the end is empty, with its totals right. A query that
	// cannot be understood is a Window with a Problem, not an error.
	Headlines(ctx context.Context, v View, from, n int) (Window, error)
	// IndexOf tells where in the view a story stands, or -1.
	IndexOf(ctx context.Context, v View, id articles.ID) (int, error)
	// Snippets returns what the view's query finds in the texts of some
	// stories, in their order; an empty one where it finds nothing to show.
	Snippets(ctx context.Context, v View, ids []articles.ID) ([]Snippet, error)
	// NextUnread is the index of the nearest unread story after from, or
	// before it where step is negative; -1 where there is none.
	NextUnread(ctx context.Context, v View, from, step int) (int, error)
	// Sources lists the outlets of the library, the largest first.
	Sources(ctx context.Context) ([]Source, error)
	// Facets counts how the stories of a view divide, each part as if the
	// view did not narrow by that part itself. A query that cannot be
	// understood finds nothing.
	Facets(ctx context.Context, v View) (Facets, error)
}

// Searches keeps searches by name. In a query, "@harbour" stands for the
// search of that name.
type Searches interface {
	// Searches lists them by name.
	Searches(ctx context.Context) ([]SavedSearch, error)
	// SaveSearch keeps a search under a name, in place of one of that name;
	// one without a query is forgotten. A name is letters, digits, - and _.
	SaveSearch(ctx context.Context, s SavedSearch) error
}

// Teller serves one story and what it leads to.
type Teller interface {
	Story(ctx context.Context, id articles.ID) (articles.Article, articles.Marks, error)
	// Pictures reads the pictures that were saved with a story, and names
	// those that were not.
	Pictures(ctx context.Context, id articles.ID) ([]Picture, error)
	// Related returns the leads in their order on screen.
	Related(ctx context.Context, id articles.ID) ([]articles.Lead, error)
	// Copies returns the stories with the text of one, itself among them: the
	// one that the others are folded under first. A story without copies
	// stands alone.
	Copies(ctx context.Context, id articles.ID) ([]articles.Headline, error)
	// Threads tells which of some stories, in their order, are of one event:
	// groups of at least two, each in that order, one story in one group at
	// most. It is for a screenful or some hundreds, not for a library.
	Threads(ctx context.Context, ids []articles.ID) ([][]articles.ID, error)
	// Thread returns the stories of the event that a story belongs to, by
	// time and itself among them; nothing where it stands alone.
	Thread(ctx context.Context, id articles.ID) ([]articles.Headline, error)
}

// Marker keeps what the reader did.
type Marker interface {
	// Mark changes the marks of a story and returns them as they are now.
	Mark(ctx context.Context, id articles.ID, c Change) (articles.Marks, error)
	// Undo takes the last Mark of this session back that was not only a
	// change of Position, and says in words what it undid: "star on Ferry
	// runs aground". The id is that of the story. It returns "" where there
	// is nothing to undo.
	Undo(ctx context.Context) (what string, id articles.ID, m articles.Marks, err error)
	// Notes lists the stories with a note or a marked paragraph, the one
	// changed last first.
	Notes(ctx context.Context) ([]articles.Headline, error)
}

// Memory keeps what is the reader's and no mark of a story, by name, from one
// start to the next.
type Memory interface {
	Kept(ctx context.Context, name string) (string, error) // "" where nothing is
	Keep(ctx context.Context, name, value string) error
}

// Keeper keeps the library in step with the folders.
type Keeper interface {
	// Scan brings the library up to date and reports as it goes. Progress
	// may come from any goroutine, one call at a time, as often as is handy.
	Scan(ctx context.Context, report func(Progress)) error
	// Problems lists the files that could not be read, or not whole.
	Problems(ctx context.Context) ([]Problem, error)
	// Changes receives a value when headlines may have changed since they
	// were asked for. It may be nil; it holds at most one value.
	Changes() <-chan struct{}
}

// View says which stories the list shows and in what order. It is comparable.
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
	SortThread Sort = "thread" // worked out here: a shelf is never asked for it
	SortBest   Sort = "best match"
)

// Window is a stretch of a view.
type Window struct {
	Items  []Item
	From   int // index of the first item
	Total  int // stories in the view, copies folded
	Unread int // unread ones among them, or -1 while that is not known
	All    int // stories in the library, whatever the view; copies folded
	Folded int // copies that are folded under them, 0 where the view shows all
	// AllUnread counts the unread ones in the library, or is -1 as well.
	AllUnread int
	Problem   *QueryProblem // where the query could not be understood
}

// Item is a headline in the list.
type Item struct {
	articles.Headline

	// What the query found in the text; nil until that was asked for, which
	// is once it is shown.
	Snippet *Snippet

	// In the order by thread: the title of the first story of the event, ""
	// for one that stands alone, and the number of stories.
	Thread   string
	Threaded int
}

// Snippet is what a query found in the text of a story.
type Snippet struct {
	Text string   // one line
	Hits [][2]int // byte ranges of Text that matched
}

// QueryProblem is a mistake in a query. Pos and Len count runes.
type QueryProblem struct {
	Pos, Len int
	Message  string // lower case, no full stop
}

// Source is an outlet with its numbers of stories.
type Source struct {
	Name          string
	Total, Unread int
}

// Facets says how the stories of a view divide.
type Facets struct {
	Total   int // stories in the view
	Unread  int
	Starred int

	Sources   []Facet // the largest first
	Months    []Facet // the latest first, as View.Month names them
	Tags      []Facet // the reader's own, by name
	Languages []Facet // the largest first
}

// Facet is one choice in a part of Facets.
type Facet struct {
	Name          string
	Total, Unread int
}

// SavedSearch is a query with a name.
type SavedSearch struct {
	Name, Query string
}

// Picture is a picture of a story: its bytes, or where it would have to be
// fetched from.
type Picture struct {
	Alt     string // what the page says instead of it
	Caption string
	Data    []byte
	URL     string
}

// Change is what a mark should become; what is nil stays as it is.
type Change struct {
	Read     *bool
	Starred  *bool
	Position *float64
	Tags     *[]string
	Note     *string
	Passages *[]articles.Passage
}

// Progress is how far a scan has come.
type Progress struct {
	Doing   string // "looking", "reading", "indexing": lower case, one word
	Done    int    // of Total
	Total   int    // 0 while unknown
	Stories int    // found so far
	Failed  int    // files that could not be read
}

// Problem is a file that could not be read, or not whole.
type Problem struct {
	Path   string
	Reason string
}

// Fact is one thing to know of the library: "cache", where it is and how
// large.
type Fact struct {
	Name, Text string
}
