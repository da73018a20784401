// Package query is the language people search in: words, "phrases", -not, OR,
// prefix*, and fields such as title: or after:. It turns a line of text into a
// tree, or says what is wrong with it and where. It knows nothing of the index
// that answers and nothing of the marks that is: asks for.
package query

import "fmt"

// Query is a line that was understood.
type Query struct {
	Text string // as it was typed
	Root *Node  // nil where the line asks for everything
}

// Op says what a node of the tree is.
type Op uint8

// The kinds of node.
const (
	And    Op = iota // every one of Kids
	Or               // at least one of Kids
	Not              // Kids[0] does not hold
	Word             // Text, in Field; a prefix where Prefix
	Phrase           // Text, its words side by side, in Field
	Is               // the mark Text: unread, starred, dated ...
	Dates            // published on a day from From up to but not including To
)

// Field says where a word is looked for.
type Field uint8

// The fields. Any is the title and the text.
const (
	Any Field = iota
	Title
	Source
	Author
	Tag
	Lang
	Section
)

// Node is one condition.
type Node struct {
	Op     Op
	Kids   []*Node
	Field  Field
	Text   string
	Prefix bool  // the last word of Text may go on
	From   int32 // days since 1970-01-01
	To     int32
	Pos    int // where it stands in the line, in bytes
	Len    int
}

// Error is a mistake in a query and its place, in bytes.
type Error struct {
	Pos, Len int
	Message  string
}

// Error implements error.
func (e *Error) Error() string {
	return fmt.Sprintf("query, at %d: %s", e.Pos+1, e.Message)
}

// Fields names the fields, in the order help shows them.
func Fields() []string {
	return []string{"title", "source", "author", "tag", "lang", "section", "is", "after", "before", "on"}
}

// Marks names what is: may ask for.
func Marks() []string {
	return []string{"unread", "read", "starred", "dated", "undated", "tagged", "noted"}
}

// fieldOf knows the fields that hold words.
func fieldOf(name string) (Field, bool) {
	switch name {
	case "title":
		return Title, true
	case "source":
		return Source, true
	case "author":
		return Author, true
	case "tag":
		return Tag, true
	case "lang":
		return Lang, true
	case "section":
		return Section, true
	}
	return Any, false
}

// Wanted calls yield with every word or phrase that a match is asked to hold,
// so leaving out what stands under a not. It is what a reader has lit.
func (q *Query) Wanted(yield func(*Node) bool) {
	if q != nil && q.Root != nil {
		wanted(q.Root, yield)
	}
}

func wanted(n *Node, yield func(*Node) bool) bool {
	switch n.Op {
	case And, Or:
		for _, k := range n.Kids {
			if !wanted(k, yield) {
				return false
			}
		}
	case Word, Phrase:
		return yield(n)
	}
	return true
}

// Asks reports whether the query holds an is: condition of that name, wherever
// it stands.
func (q *Query) Asks(mark string) bool {
	var find func(*Node) bool
	find = func(n *Node) bool {
		if n == nil {
			return false
		}
		if n.Op == Is && n.Text == mark {
			return true
		}
		for _, k := range n.Kids {
			if find(k) {
				return true
			}
		}
		return false
	}
	return q != nil && find(q.Root)
}
