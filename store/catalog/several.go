package catalog

import "strings"

// several puts rows into a table some at a time: to run a statement costs as
// much as to write a few rows.
type several struct {
	w     *writer
	into  string // the statement up to its values
	row   int    // columns
	args  []any
	whole func(args ...any)
}

// atOnce is how many rows one statement puts.
const atOnce = 16

func (w *writer) several(into string, row int) *several {
	return &several{w: w, into: into, row: row, args: make([]any, 0, row*atOnce)}
}

// put puts a row, now or with those that follow.
func (s *several) put(row ...any) {
	if s.args = append(s.args, row...); len(s.args) < s.row*atOnce {
		return
	}
	if s.whole == nil {
		s.whole = s.w.prepare(s.statement(atOnce))
	}
	s.whole(s.args...)
	s.args = s.args[:0]
}

// rest puts the rows that wait.
func (s *several) rest() {
	if n := len(s.args) / s.row; n > 0 {
		s.w.exec(s.statement(n), s.args...)
	}
}

func (s *several) statement(rows int) string {
	one := "(?" + strings.Repeat(",?", s.row-1) + ")"
	return s.into + " VALUES" + one + strings.Repeat(","+one, rows-1)
}
