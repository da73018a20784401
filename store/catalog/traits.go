package catalog

import (
	"context"
	"iter"
	"strconv"
	"strings"
)

// Trait is what only filters ask of a story.
type Trait struct {
	Row      uint32
	Month    string // "2014-06", "2014" where no more is known, or ""
	Language string
}

// traitsAtOnce is how many rows are told of by one string.
const traitsAtOnce = 4096

// Traits yields the traits of every story. SQLite writes those of many into
// one string, as handing over each row by itself takes three times as long.
func (c *Catalog) Traits(ctx context.Context) iter.Seq2[Trait, error] {
	return func(yield func(Trait, error) bool) {
		var last int64
		err := c.db.QueryRowContext(ctx, `SELECT ifnull(max(id), 0) FROM stories`).Scan(&last)
		for from := int64(0); err == nil && from <= last; from += traitsAtOnce {
			var lines string
			err = c.db.QueryRowContext(ctx, `SELECT ifnull(group_concat(
					id || ' ' || substr(date, 1, 7) || ' ' || language, char(10)), '')
				FROM stories WHERE id BETWEEN ? AND ?`, from, from+traitsAtOnce-1).Scan(&lines)
			for line := range strings.Lines(lines) {
				if t, ok := traitOf(strings.TrimSuffix(line, "\n")); ok && !yield(t, nil) {
					return
				}
			}
		}
		if err != nil {
			yield(Trait{}, c.failed("reading the catalogue", err))
		}
	}
}

// traitOf reads a line that SQLite wrote. The words are parts of it.
func traitOf(line string) (Trait, bool) {
	id, rest, _ := strings.Cut(line, " ")
	month, language, ok := strings.Cut(rest, " ")
	row, err := strconv.ParseUint(id, 10, 32)
	return Trait{uint32(row), month, language}, ok && err == nil
}
