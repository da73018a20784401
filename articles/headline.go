package articles

// Headline is what a list shows of a story.
type Headline struct {
	ID        ID
	Title     string
	Source    string
	Section   string
	Language  string
	Published Date
	Words     int
	Format    Format
	Marks     Marks
	Copies    int // further stories with the same text, folded into this one
}

// Marks are what the reader did to a story: the user's own data.
type Marks struct {
	Read     bool
	Starred  bool
	Position float64 // how far the reader got, 0 to 1
	Tags     []string
	Note     string
	Passages []Passage // in the order they were marked
}

// Passage is a paragraph that the reader marked, told by what it says, so that
// it is found again in a file that was saved anew.
type Passage struct {
	Quote string `json:"quote"`         // the paragraph as it stood, at most MaxQuote bytes
	Nth   int    `json:"nth,omitempty"` // paragraphs before it that say the same
	Note  string `json:"note,omitempty"`
}

// MaxQuote bounds what is kept of a paragraph.
const MaxQuote = 4000

// Kind says what a related headline is to the story it stands under.
type Kind string

// The kinds, in their order on screen.
const (
	Publisher  Kind = "publisher"   // named by the story
	LinkedFrom Kind = "linked-from" // a local story that names this one
	Copy       Kind = "copy"        // the same text
	Similar    Kind = "similar"     // computed
)

// Lead is a related headline: another story, or a headline without one, that
// a story leads to, with its kind and the reason.
type Lead struct {
	Kind     Kind
	Headline Headline // ID is empty where the library holds no such story
	Named    Link     // of the kind publisher: the headline as it was named
	URL      string   // as the publisher named it
	Why      []string // "named by the publisher", or the shared terms
	Joint    string   // of the kind similar: "both link to …", where they do
	Days     int      // days from the story to this one, where Dated
	Dated    bool     // both carry a day
	Score    float64  // 0 to 1; comparable within one kind
	Copies   []ID     // further copies of the same text, folded
}

// Reasons says in words why the lead is one, what both stories point to first.
func (l Lead) Reasons() []string {
	if l.Joint == "" {
		return l.Why
	}
	return append([]string{l.Joint}, l.Why...)
}

// Absent reports whether the publisher named a headline that the library does
// not hold.
func (l Lead) Absent() bool { return l.Headline.ID == "" }
