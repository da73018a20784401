package ui

// rect is a part of the screen in cells. An empty one is not shown.
type rect struct{ x, y, w, h int }

func (r rect) empty() bool { return r.w <= 0 || r.h <= 0 }

func (r rect) holds(x, y int) bool {
	return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h
}

// shape is how many panes stand side by side.
type shape uint8

const (
	narrow shape = iota // one pane at a time
	middle              // the list, and a story with its related strip under it
	wide                // the list, a story, its related headlines
)

// The breakpoints of the design, in columns.
const (
	wideFrom   = 140
	middleFrom = 100
)

// The parts of a frame and of a pane, in cells. No other file knows them.
const (
	frameTop     = 2 // the line of the name and the rule under it
	frameBottom  = 2 // the rule and the status line
	separator    = 1 // between panes, and after the list's last cell
	stripRule    = 1 // over the related strip
	listLeast    = 36
	listMost     = 58
	leadsLeast   = 30
	leadsMost    = 46
	stripLeast   = 4
	ruleHeight   = 6  // screens this high have a rule on top
	footHeight   = 9  // and these one at the bottom
	titleHeight  = 3  // and these a line with the name
	statusHeight = 2  // and these a status line
	stripHeight  = 16 // a body this high leaves room for a strip
)

// layout says where everything stands on a screen of one size.
type layout struct {
	shape              shape
	width, height      int
	title, rule        int // their rows, -1 where there is no room
	foot, status       int
	list, story, leads rect
	split              []int // columns of the lines between panes
	strip              int   // row of the line over the related strip, -1 without
}

// wants is what the layout must make room for.
type wants struct {
	zoom  bool  // the story alone
	focus Place // which pane a narrow screen shows
	leads int   // related headlines to list
	whys  bool  // with every reason
	told  bool  // there is a story to show
}

// lay lays out a screen. Every size is legal, 0 by 0 included.
func lay(width, height int, want wants) layout {
	l := layout{width: max(width, 0), height: max(height, 0), strip: -1}
	body := l.frame()
	switch {
	case width >= wideFrom:
		l.shape = wide
	case width >= middleFrom:
		l.shape = middle
	}
	if l.shape == narrow || !want.told || (want.zoom && want.focus != InList) {
		l.single(body, want)
		return l
	}
	l.list = body
	l.list.w = min(max(width*29/100, listLeast), listMost)
	l.split = append(l.split, l.list.w)
	rest := body
	rest.x = l.list.w + separator
	rest.w -= rest.x
	if l.shape == wide {
		l.leads, l.story = rest, rest
		l.leads.w = min(max(width*22/100, leadsLeast), leadsMost)
		l.story.w = rest.w - l.leads.w - separator
		l.leads.x = l.story.x + l.story.w + separator
		l.split = append(l.split, l.leads.x-separator)
		return l
	}
	l.story = rest
	if rest.h >= stripHeight && want.leads > 0 {
		h := min(max(want.leads+1, stripLeast), rest.h/3)
		if want.whys {
			h = rest.h / 2
		}
		l.story.h -= h + stripRule
		l.strip = l.story.y + l.story.h
		l.leads = rect{rest.x, l.strip + stripRule, rest.w, h}
	}
	return l
}

// frame places the lines around the body and returns the body.
func (l *layout) frame() rect {
	l.title, l.rule, l.foot, l.status = -1, -1, -1, -1
	body := rect{0, 0, l.width, l.height}
	if l.height >= titleHeight {
		l.title = 0
		body.y, body.h = body.y+1, body.h-1
	}
	if l.height >= ruleHeight {
		l.rule = frameTop - 1
		body.y, body.h = body.y+1, body.h-1
	}
	if l.height >= statusHeight {
		l.status = l.height - 1
		body.h--
	}
	if l.height >= footHeight {
		l.foot = l.height - frameBottom
		body.h--
	}
	return body
}

// single gives the whole body to the pane with the focus.
func (l *layout) single(body rect, want wants) {
	switch {
	case want.focus == InLeads && !want.zoom:
		l.leads = body
	case want.focus == InList:
		l.list = body
	default:
		l.story = body
	}
}

// bodyHeight is the height of the body, which a sheet takes whole.
func (m *Model) bodyHeight() int { return m.body().h }

func (m *Model) body() rect {
	l := m.lay
	top := 0
	if l.title >= 0 {
		top = l.title + 1
	}
	if l.rule >= 0 {
		top = l.rule + 1
	}
	bottom := l.height
	if l.status >= 0 {
		bottom = l.status
	}
	if l.foot >= 0 {
		bottom = l.foot
	}
	return rect{0, top, l.width, bottom - top}
}
