package ui

import (
	"encoding/json"
	"time"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
	"broadsheet/articles/safe"
	"broadsheet/ui/page"
)

// trailName is what the trail is kept under from one day to the next.
const trailName = "trail"

// keptStops is how many stops are kept: some weeks of reading.
const keptStops = 500

// keptTrail is a trail as it is kept. The names are short, as it is written
// whenever the reader stands still.
type keptTrail struct {
	At    int        `json:"at"`
	Stops []keptStop `json:"stops"`
}

type keptStop struct {
	ID     articles.ID `json:"id"`
	Title  string      `json:"title"`
	Parent int         `json:"from"`
	Next   int         `json:"to"`
	When   int64       `json:"when,omitempty"`
	Place  *keptPlace  `json:"place,omitempty"`
}

type keptPlace struct {
	Part   page.Part `json:"part,omitempty"`
	Offset int       `json:"letters,omitempty"`
	Ahead  int       `json:"ahead,omitempty"`
	Lead   int       `json:"lead,omitempty"`
}

// encode writes the latest stops of a trail.
func (t *trail) encode() (string, error) {
	c := trail{stops: t.stops, at: t.at}
	if n := len(c.stops) - keptStops; n > 0 {
		c.forget(n)
	}
	kept := keptTrail{At: c.at, Stops: make([]keptStop, len(c.stops))}
	for i, s := range c.stops {
		kept.Stops[i] = keptStop{ID: s.id, Title: s.title, Parent: s.parent, Next: s.next}
		if !s.when.IsZero() {
			kept.Stops[i].When = s.when.Unix()
		}
		if a := s.place.anchor; s.place.set {
			kept.Stops[i].Place = &keptPlace{a.Part, a.Offset, a.Ahead, s.place.lead}
		}
	}
	b, err := json.Marshal(kept)
	return string(b), err
}

// decodeTrail reads what encode wrote. What cannot be a trail is none: it is
// a convenience, and nothing to trouble the reader with.
func decodeTrail(text string) trail {
	var kept keptTrail
	if json.Unmarshal([]byte(text), &kept) != nil {
		return newTrail()
	}
	t := trail{at: kept.At}
	for i, k := range kept.Stops {
		if k.Parent < -1 || k.Parent >= i || k.Next < -1 || k.Next >= len(kept.Stops) {
			return newTrail()
		}
		s := stop{id: k.ID, title: safe.Line(k.Title), parent: k.Parent, next: k.Next}
		if k.When != 0 {
			s.when = time.Unix(k.When, 0)
		}
		if p := k.Place; p != nil && p.Part <= page.Footnotes && p.Offset >= 0 && p.Ahead >= 0 && p.Lead >= 0 {
			s.place = place{set: true, anchor: page.Anchor{Part: p.Part, Offset: p.Offset, Ahead: p.Ahead}, lead: p.Lead}
		}
		t.stops = append(t.stops, s)
	}
	if t.at < -1 || t.at >= len(t.stops) {
		return newTrail()
	}
	return t
}

// after puts the walks of an earlier day before those of this one.
func (t *trail) after(earlier trail) {
	n := len(earlier.stops)
	for _, s := range t.stops {
		if s.parent >= 0 {
			s.parent += n
		}
		if s.next >= 0 {
			s.next += n
		}
		earlier.stops = append(earlier.stops, s)
	}
	if t.at >= 0 {
		earlier.at = t.at + n
	}
	*t = earlier
}

// trailAfter leaves the start to what is on the screen.
const trailAfter = 200 * time.Millisecond

type trailDueMsg struct{}

// trailLoadedMsg brings the trail of an earlier day.
type trailLoadedMsg struct{ text string }

// arrive asks for the trail. That it cannot be had is no news.
func (trailDueMsg) arrive(m *Model) tea.Cmd {
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg {
		text, err := shelf.Kept(ctx, trailName)
		if err != nil || text == "" {
			return nil
		}
		return trailLoadedMsg{text}
	}
}

func (d trailLoadedMsg) arrive(m *Model) tea.Cmd {
	m.trail.after(decodeTrail(d.text))
	m.trail.kept = m.trail.changes
	if m.sheet != nil && m.sheet.title == trailTitle {
		return m.showTrail(press{}) // it was asked for before this came
	}
	return nil
}

// saveTrail keeps the trail, where it changed.
func (m *Model) saveTrail() tea.Cmd {
	if m.trail.changes == m.trail.kept {
		return nil
	}
	text, err := m.trail.encode()
	if err != nil {
		return nil // it holds nothing that JSON cannot
	}
	m.trail.kept = m.trail.changes
	return m.marks.add(m.ctx, m.shelf, &job{trail: text})
}
