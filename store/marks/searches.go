package marks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
)

// Search is a query that the reader gave a name.
type Search struct {
	Name, Query string
}

// ErrName says that a search cannot be called so.
var ErrName = errors.New("a name is made of letters, digits, - and _")

// Searches lists the searches by name.
func (s *Store) Searches(ctx context.Context) ([]Search, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT name, query FROM searches ORDER BY name`)
	if err != nil {
		return nil, fmt.Errorf("reading the saved searches: %w", err)
	}
	defer rows.Close()
	var all []Search
	for rows.Next() {
		var one Search
		if err := rows.Scan(&one.Name, &one.Query); err != nil {
			return nil, fmt.Errorf("reading the saved searches: %w", err)
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// SaveSearch keeps a search in place of one of its name, on disk when it
// returns. One without a query is forgotten.
func (s *Store) SaveSearch(ctx context.Context, one Search) error {
	if !Named(one.Name) {
		return fmt.Errorf("saving the search %q: %w", one.Name, ErrName)
	}
	change, err := s.write(ctx, func(tx *sql.Tx) error {
		return keepSearch(ctx, tx, one, time.Now().UnixNano())
	})
	if err != nil {
		return fmt.Errorf("saving the search %q: %w", one.Name, err)
	}
	s.remember(change, func(*book) {})
	return nil
}

func keepSearch(ctx context.Context, tx *sql.Tx, one Search, changed int64) error {
	if strings.TrimSpace(one.Query) == "" {
		_, err := tx.ExecContext(ctx, `DELETE FROM searches WHERE name = ?`, one.Name)
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO searches VALUES(?, ?, ?)
		ON CONFLICT(name) DO UPDATE SET query = excluded.query, changed = excluded.changed`,
		one.Name, one.Query, changed)
	return err
}

// Named reports whether a search can be called so: it must be one word in a
// query, and in a shell.
func Named(name string) bool {
	return name != "" && len(name) <= 64 && strings.IndexFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '-' && r != '_'
	}) < 0
}
