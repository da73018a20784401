package marks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Keep remembers a value of the reader's that is no mark of a story, by scope
// (a library, or "" for all) and name. An empty value forgets it.
func (s *Store) Keep(ctx context.Context, scope, name, value string) error {
	_, err := s.db.ExecContext(ctx, `INSERT INTO kept VALUES(?, ?, ?)
		ON CONFLICT(scope, name) DO UPDATE SET value = excluded.value`, scope, name, value)
	if value == "" {
		_, err = s.db.ExecContext(ctx, `DELETE FROM kept WHERE scope = ? AND name = ?`, scope, name)
	}
	if err != nil {
		return fmt.Errorf("keeping the %s: %w", name, err)
	}
	return nil
}

// Kept returns what Keep remembered, or "".
func (s *Store) Kept(ctx context.Context, scope, name string) (string, error) {
	var value string
	err := s.db.QueryRowContext(ctx, `SELECT value FROM kept WHERE scope = ? AND name = ?`, scope, name).Scan(&value)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("reading the %s: %w", name, err)
	}
	return value, nil
}

// Noted lists the stories of all libraries that carry a note or a marked
// paragraph, the ones changed last first.
func (s *Store) Noted(ctx context.Context) ([]Marked, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+columns+` FROM marks
		WHERE note <> '' OR passages <> '' ORDER BY changed DESC, id DESC`)
	if err != nil {
		return nil, fmt.Errorf("listing the notes: %w", err)
	}
	defer rows.Close()
	var all []Marked
	for rows.Next() {
		r, err := scan(rows)
		if err != nil {
			return nil, fmt.Errorf("listing the notes: %w", err)
		}
		all = append(all, Marked{r.Story, r.Marks})
	}
	return all, rows.Err()
}
