package marks

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"broadsheet/articles"
)

// line is how marks are written for others: one JSON object a line.
type line struct {
	Path     string   `json:"path"`
	Title    string   `json:"title"`
	Place    string   `json:"place"` // of the story, in hexadecimal
	Print    string   `json:"print"`
	Read     bool     `json:"read,omitempty"`
	Starred  bool     `json:"starred,omitempty"`
	Position float64  `json:"position,omitempty"`
	Tags     []string `json:"tags,omitempty"`
	Note     string   `json:"note,omitempty"`

	Passages []articles.Passage `json:"passages,omitempty"`
	Changed  string             `json:"changed"` // RFC 3339
}

// searchLine is how a saved search is written among them.
type searchLine struct {
	Search  string `json:"search"` // its name
	Query   string `json:"query"`
	Changed string `json:"changed"`
}

// Export writes all marks and saved searches, one JSON object a line, and
// returns how many.
func (s *Store) Export(ctx context.Context, w io.Writer) (int, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+columns+` FROM marks ORDER BY path, place`)
	if err != nil {
		return 0, fmt.Errorf("exporting marks: %w", err)
	}
	defer rows.Close()
	out := json.NewEncoder(w)
	n := 0
	for ; rows.Next(); n++ {
		r, err := scan(rows)
		if err == nil {
			err = out.Encode(line{
				Path: r.Path, Title: r.Title, Place: hex(r.Place), Print: hex(r.Print),
				Read: r.Read, Starred: r.Starred, Position: r.Position, Tags: r.Tags, Note: r.Note, Passages: r.Passages,
				Changed: stamp(r.changed),
			})
		}
		if err != nil {
			return n, fmt.Errorf("exporting marks: %w", err)
		}
	}
	if err := rows.Err(); err != nil {
		return n, fmt.Errorf("exporting marks: %w", err)
	}
	more, err := s.exportSearches(ctx, out)
	return n + more, err
}

func (s *Store) exportSearches(ctx context.Context, out *json.Encoder) (n int, err error) {
	rows, err := s.db.QueryContext(ctx, `SELECT name, query, changed FROM searches ORDER BY name`)
	if err != nil {
		return 0, fmt.Errorf("exporting saved searches: %w", err)
	}
	defer rows.Close()
	for ; rows.Next(); n++ {
		var l searchLine
		var changed int64
		if err = rows.Scan(&l.Search, &l.Query, &changed); err == nil {
			l.Changed = stamp(changed)
			err = out.Encode(l)
		}
		if err != nil {
			return n, fmt.Errorf("exporting saved searches: %w", err)
		}
	}
	return n, rows.Err()
}

func stamp(nanoseconds int64) string {
	return time.Unix(0, nanoseconds).UTC().Format(time.RFC3339Nano)
}

func hex(n uint64) string { return strconv.FormatUint(n, 16) }

// Import takes in what Export wrote, all or nothing. Where both have marks of
// a story the later change holds. It returns how many were taken.
func (s *Store) Import(ctx context.Context, r io.Reader) (int, error) {
	n := 0
	_, err := s.write(ctx, func(tx *sql.Tx) error {
		in := bufio.NewScanner(r)
		in.Buffer(nil, 16<<20)
		for number := 1; in.Scan(); number++ {
			if len(in.Bytes()) == 0 {
				continue
			}
			took, err := take(ctx, tx, in.Bytes())
			if err != nil {
				return fmt.Errorf("line %d: %w", number, err)
			}
			if took {
				n++
			}
		}
		return in.Err()
	})
	if err != nil {
		return 0, fmt.Errorf("importing marks: %w", err)
	}
	_, err = s.Load(ctx)
	return n, err
}

func take(ctx context.Context, tx *sql.Tx, text []byte) (bool, error) {
	var kind searchLine
	if err := json.Unmarshal(text, &kind); err != nil {
		return false, err
	}
	if kind.Search != "" {
		return takeSearch(ctx, tx, kind)
	}
	return takeMarks(ctx, tx, text)
}

func takeSearch(ctx context.Context, tx *sql.Tx, l searchLine) (bool, error) {
	at, err := time.Parse(time.RFC3339Nano, l.Changed)
	if err != nil {
		return false, err
	}
	if !Named(l.Search) {
		return false, fmt.Errorf("the search %q: %w", l.Search, ErrName)
	}
	var had int64
	err = tx.QueryRowContext(ctx, `SELECT changed FROM searches WHERE name = ?`, l.Search).Scan(&had)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return false, err
	}
	if err == nil && had >= at.UnixNano() {
		return false, nil
	}
	return true, keepSearch(ctx, tx, Search{Name: l.Search, Query: l.Query}, at.UnixNano())
}

func takeMarks(ctx context.Context, tx *sql.Tx, text []byte) (bool, error) {
	var l line
	if err := json.Unmarshal(text, &l); err != nil {
		return false, err
	}
	place, err1 := strconv.ParseUint(l.Place, 16, 64)
	print, err2 := strconv.ParseUint(l.Print, 16, 64)
	at, err3 := time.Parse(time.RFC3339Nano, l.Changed)
	if err := errors.Join(err1, err2, err3); err != nil {
		return false, err
	}
	var had int64
	err := tx.QueryRowContext(ctx, `SELECT changed FROM marks WHERE place = ?`, int64(place)).Scan(&had)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return false, err
	}
	if err == nil && had >= at.UnixNano() {
		return false, nil
	}
	return true, put(ctx, tx, row{
		Story: Story{Place: place, Print: print, Path: l.Path, Title: l.Title},
		Marks: articles.Marks{
			Read: l.Read, Starred: l.Starred, Position: min(max(l.Position, 0), 1),
			Tags: tidy(l.Tags), Note: l.Note, Passages: l.Passages,
		},
		changed: at.UnixNano(),
	})
}

// Len is the number of stories with marks.
func (s *Store) Len(ctx context.Context) (int, error) {
	var n int
	err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM marks`).Scan(&n)
	return n, err
}
