package marks

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"broadsheet/articles"
)

// kept is how many changes can be taken back, over all sessions.
const kept = 1000

// fields of a change, as bits in the journal.
const (
	fieldRead = 1 << iota
	fieldStarred
	fieldPosition
	fieldTags
	fieldNote
	fieldPassages
)

func (c Change) fields() int {
	n := 0
	if c.Read != nil {
		n |= fieldRead
	}
	if c.Starred != nil {
		n |= fieldStarred
	}
	if c.Position != nil {
		n |= fieldPosition
	}
	if c.Tags != nil {
		n |= fieldTags
	}
	if c.Note != nil {
		n |= fieldNote
	}
	if c.Passages != nil {
		n |= fieldPassages
	}
	return n
}

// apply gives m what the change asks for.
func (c Change) apply(m articles.Marks) articles.Marks {
	if c.Read != nil {
		m.Read = *c.Read
	}
	if c.Starred != nil {
		m.Starred = *c.Starred
	}
	if c.Position != nil {
		m.Position = min(max(*c.Position, 0), 1)
	}
	if c.Tags != nil {
		m.Tags = tidy(*c.Tags)
	}
	if c.Note != nil {
		m.Note = *c.Note
	}
	if c.Passages != nil {
		m.Passages = *c.Passages
	}
	return m
}

// tidy sorts tags and drops empty and repeated ones.
func tidy(tags []string) []string {
	var all []string
	for _, t := range tags {
		if t = strings.TrimSpace(t); t != "" {
			all = append(all, t)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Set changes the marks of a story and returns them as they are now. When it
// returns, they are on disk.
func (s *Store) Set(ctx context.Context, story Story, c Change) (articles.Marks, error) {
	var now row
	change, err := s.write(ctx, func(tx *sql.Tx) error {
		old, err := find(ctx, tx, story)
		if err != nil {
			return err
		}
		now = row{Story: story, Marks: c.apply(old.Marks), changed: time.Now().UnixNano()}
		if fields := c.fields() &^ fieldPosition; fields != 0 {
			if err := s.note(ctx, tx, story, fields, old.Marks); err != nil {
				return err
			}
		}
		return put(ctx, tx, now)
	})
	if err != nil {
		return articles.Marks{}, fmt.Errorf("keeping the marks of %q: %w", story.Title, err)
	}
	s.remember(change, func(b *book) { b.put(now) })
	return now.Marks, nil
}

// write runs do in a transaction and counts it as a change.
func (s *Store) write(ctx context.Context, do func(*sql.Tx) error) (int64, error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	if err := do(tx); err != nil {
		return 0, err
	}
	var n int64
	err = tx.QueryRowContext(ctx,
		`UPDATE meta SET value = value + 1 WHERE name = 'change' RETURNING value`).Scan(&n)
	if err != nil {
		return 0, err
	}
	return n, tx.Commit()
}

// remember brings the book up to a change made here. If another program made
// one in between, Load will see that and read all again.
func (s *Store) remember(change int64, do func(*book)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.book == nil {
		return
	}
	do(s.book)
	if s.book.change == change-1 {
		s.book.change = change
	}
}

func put(ctx context.Context, tx *sql.Tx, r row) error {
	tags, err := listed(r.Tags)
	if err != nil {
		return err
	}
	passages, err := listed(r.Passages)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO marks(`+columns+`) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT(place) DO UPDATE SET print = excluded.print, path = excluded.path,
		title = excluded.title, read = excluded.read, starred = excluded.starred,
		position = excluded.position, tags = excluded.tags, note = excluded.note,
		passages = excluded.passages, changed = excluded.changed`,
		int64(r.Place), int64(r.Print), r.Path, r.Title, r.Read, r.Starred, r.Position,
		tags, r.Note, passages, r.changed)
	return err
}

// listed is how a list is kept in a column; an empty one is "".
func listed[T any](all []T) (string, error) {
	if len(all) == 0 {
		return "", nil
	}
	b, err := json.Marshal(all)
	return string(b), err
}

// note writes to the journal what the marks were.
func (s *Store) note(ctx context.Context, tx *sql.Tx, story Story, fields int, before articles.Marks) error {
	b, err := json.Marshal(before)
	if err != nil {
		return err
	}
	r, err := tx.ExecContext(ctx, `INSERT INTO journal(session, at, place, print, path, title, fields, before)
		VALUES(?, ?, ?, ?, ?, ?, ?, ?)`, s.session, time.Now().Unix(), int64(story.Place), int64(story.Print),
		story.Path, story.Title, fields, string(b))
	if err != nil {
		return err
	}
	id, err := r.LastInsertId()
	if err != nil || id%100 != 0 {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM journal WHERE id <= ?`, id-kept)
	return err
}

// Undone is what Undo took back.
type Undone struct {
	Story
	What  string // "star on Ferry runs aground"; "" where there was nothing
	Marks articles.Marks
}

// Undo takes the last change of this session back that was not only one of
// position.
func (s *Store) Undo(ctx context.Context) (Undone, error) {
	var u Undone
	var now row
	change, err := s.write(ctx, func(tx *sql.Tx) error {
		var id, place, print int64
		var fields int
		var text string
		err := tx.QueryRowContext(ctx, `SELECT id, place, print, path, title, fields, before
			FROM journal WHERE session = ? ORDER BY id DESC LIMIT 1`, s.session).
			Scan(&id, &place, &print, &u.Path, &u.Title, &fields, &text)
		if err != nil {
			return err
		}
		u.Place, u.Print = uint64(place), uint64(print)
		var before articles.Marks
		if err := json.Unmarshal([]byte(text), &before); err != nil {
			return err
		}
		line, err := find(ctx, tx, u.Story)
		if err != nil {
			return err
		}
		u.What = describe(fields, line.Marks) + " on " + u.Title
		u.Marks = restore(line.Marks, before, fields)
		now = row{Story: u.Story, Marks: u.Marks, changed: time.Now().UnixNano()}
		if err := put(ctx, tx, now); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM journal WHERE id = ?`, id)
		return err
	})
	if errors.Is(err, sql.ErrNoRows) {
		return Undone{}, nil
	}
	if err != nil {
		return Undone{}, fmt.Errorf("taking the last mark back: %w", err)
	}
	s.remember(change, func(b *book) { b.put(now) })
	return u, nil
}

// restore gives m the fields of before that a change had touched.
func restore(m, before articles.Marks, fields int) articles.Marks {
	if fields&fieldRead != 0 {
		m.Read = before.Read
	}
	if fields&fieldStarred != 0 {
		m.Starred = before.Starred
	}
	if fields&fieldTags != 0 {
		m.Tags = before.Tags
	}
	if fields&fieldNote != 0 {
		m.Note = before.Note
	}
	if fields&fieldPassages != 0 {
		m.Passages = before.Passages
	}
	return m
}

// describe names in words the marks that are being taken back.
func describe(fields int, m articles.Marks) string {
	var what []string
	say := func(field int, yes bool, on, off string) {
		if fields&field == 0 {
			return
		}
		if !yes {
			on = off
		}
		what = append(what, on)
	}
	say(fieldRead, m.Read, "read mark", "unread mark")
	say(fieldStarred, m.Starred, "star", "removed star")
	say(fieldTags, len(m.Tags) > 0, "tags", "removed tags")
	say(fieldNote, m.Note != "", "note", "removed note")
	say(fieldPassages, true, "marked paragraph", "")
	return strings.Join(what, " and ")
}
