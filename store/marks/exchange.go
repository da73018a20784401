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

// Export writes all marks, one JSON object a line, and returns how many.
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
				Changed: time.Unix(0, r.changed).UTC().Format(time.RFC3339Nano),
			})
		}
		if err != nil {
			return n, fmt.Errorf("exporting marks: %w", err)
		}
	}
	return n, rows.Err()
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
