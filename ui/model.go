package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
	"broadsheet/ui/theme"
)

// Model is the one Bubble Tea model of the program. Its parts are plain
// values that it moves and draws; none of them is a model.
type Model struct {
	ctx   context.Context
	opt   Options
	shelf Shelf
	th    *theme.Theme
	look  theme.Options
	keys  KeyMap
	deeds map[Action]deed

	width, height int
	lay           layout
	focus         Place
	zoom          bool
	mouse         bool
	suspended     bool // by its own key

	list    list
	story   story
	leads   leads
	trail   trail
	sheet   *sheet
	prompt  *prompt
	marks   marker
	scan    scan
	before  []view // the views to go back to, the latest last
	drawn   bool   // the first headlines are, or will be in a moment
	opening bool   // the story under the cursor is to be opened once held

	sent    sent
	strip   int // related headlines the layout makes room for
	notice  notice
	count   int         // typed before a key in a list
	last    Action      // of the key before, "" after anything else
	preview int         // number of the latest wait for a preview
	idle    articles.ID // what the cursor rests on
	listed  articles.ID // what was last opened from the list
	saving  int         // number of the latest wait before the place is saved
}

// view is a list as it was left: what it showed and where.
type view struct {
	view   View
	cursor int
	top    int
	focus  Place
}

// fact is a message of our own: what happened, arriving later.
type fact interface {
	// arrive changes the model and may ask for more.
	arrive(m *Model) tea.Cmd
}

// newModel is the program before it has seen a terminal.
func newModel(ctx context.Context, o Options) *Model {
	m := &Model{
		ctx: ctx, opt: o, shelf: &weaver{Shelf: o.Shelf}, look: o.Theme, keys: o.Keys,
		focus: InList, trail: newTrail(), mouse: o.Mouse,
	}
	if m.opt.Attended == nil {
		m.opt.Attended = func() {}
	}
	if len(m.keys.bindings) == 0 {
		m.keys = DefaultKeys()
	}
	if m.look.Colors == 0 {
		m.look.Colors = theme.TrueColor // or finding it out would style anew
	}
	m.th = theme.New(m.look)
	m.deeds = deeds()
	m.list.view = View{Query: o.Query}
	m.scan.progress = newLatest()
	return m
}

// Init asks for the first headlines before anything else.
func (m *Model) Init() tea.Cmd {
	const first = 80 // a screen and what is near it; its height is not known yet
	cmds := []tea.Cmd{m.list.ask(m.ctx, m.shelf, 0, first)}
	if m.opt.Open != "" {
		cmds = append(cmds, m.open(m.opt.Open, "", fromList))
	}
	if !m.opt.FixedTheme {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	cmds = append(cmds, m.after(trailAfter, trailDueMsg{}), m.waitForChange())
	if !m.opt.NoScan {
		cmds = append(cmds, m.startScan())
	}
	return tea.Batch(cmds...)
}

// Update routes what arrives, then lets the parts catch up with what changed.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		cmd = m.background(msg.IsDark())
	case tea.ColorProfileMsg:
		m.restyle(func(o *theme.Options) { o.Colors, o.NoColor = m.depth(msg.Profile) })
	case tea.KeyPressMsg:
		m.opt.Attended()
		cmd = m.press(msg)
	case tea.PasteMsg:
		cmd = m.pasted(msg.Content)
	case tea.MouseClickMsg:
		m.opt.Attended()
		cmd = m.clicked(msg.Mouse())
	case tea.MouseWheelMsg:
		m.opt.Attended()
		cmd = m.wheeled(msg.Mouse())
	case fact:
		cmd = msg.arrive(m)
	}
	if more := m.catchUp(); more != nil {
		cmd = tea.Batch(cmd, more)
	}
	return m, cmd
}

// restyle takes up what became known of the terminal. A theme that stays the
// same keeps everything that was drawn with it.
func (m *Model) restyle(change func(*theme.Options)) {
	was := m.look
	change(&m.look)
	if m.look != was {
		m.th = theme.New(m.look)
	}
}

// background takes up what the terminal says of its background.
func (m *Model) background(dark bool) tea.Cmd {
	keep, was := m.opt.Background, m.look.Dark
	m.restyle(func(o *theme.Options) { o.Dark = dark })
	if keep == nil || dark == was {
		return nil
	}
	return func() tea.Msg {
		_ = keep(dark) // the next start asks again
		return nil
	}
}

// catchUp brings the parts in step with the size of the screen and with each
// other, and asks for what is missing on it. It runs after every message, so
// it only compares.
func (m *Model) catchUp() tea.Cmd {
	if m.width <= 0 || m.height <= 0 {
		return nil
	}
	if m.story.led { // until then the strip stays as it was
		m.strip = len(m.story.leads)
	}
	m.lay = lay(m.width, m.height, wants{
		zoom: m.zoom, focus: m.focus, leads: m.strip, whys: m.leads.whys,
		told: m.list.win.All > 0 || m.focus != InList,
	})
	if m.sheet != nil {
		m.sheet.resize(m.body(), m.th)
	}
	var cmds [5]tea.Cmd
	m.list.turns = m.lay.list.w < m.width
	if h := m.lay.list.h; !m.lay.list.empty() {
		m.list.resize(m.lay.list.w, h)
		m.list.settle(h)
		m.list.fill(h)
		if from, n, want := m.list.wanting(h); want {
			if m.list.view.Unread && m.list.loaded { // what was read is gone from it
				id, at := m.list.anchor()
				cmds[0] = m.list.askAround(m.ctx, m.shelf, id, at, h)
			} else {
				cmds[0] = m.list.ask(m.ctx, m.shelf, from, n)
			}
		}
		cmds[0] = batch(cmds[0], m.list.askSnippets(m.ctx, m.shelf))
	}
	cmds[1] = m.catchUpStory()
	cmds[2] = m.catchUpPreview()
	cmds[3] = batch(m.catchUpPeek(), m.catchUpPicture())
	cmds[4] = batch(m.catchUpThreads(), m.catchUpDrawn())
	m.leads.settle(len(m.shownLeads()), m.leadsLook())
	return batch(cmds[:]...)
}

// catchUpStory asks for the page anew when its setting changed.
func (m *Model) catchUpStory() tea.Cmd {
	s := &m.story
	if s.loading || s.err != nil || s.id == "" || m.lay.story.empty() {
		return nil
	}
	to := setting{
		load: s.load, width: m.lay.story.w, th: m.th, cuts: s.cuts, noted: s.noted,
		inner: m.lay.leads.empty(),
	}
	if to == s.asked {
		return nil
	}
	return s.layOut(to, m.pageInput(to), m.story.top+2*m.lay.story.h)
}

// after sends a message later.
func (m *Model) after(d time.Duration, msg tea.Msg) tea.Cmd {
	if m.opt.after != nil {
		return m.opt.after(d, msg)
	}
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

func (m *Model) now() time.Time { return m.opt.Now() }

func (m *Model) hasStories() bool { return m.list.total() > 0 }

// batch is tea.Batch for the case that is usual here: one command, or none.
func batch(cmds ...tea.Cmd) tea.Cmd {
	var some []tea.Cmd
	for _, c := range cmds {
		if c != nil {
			some = append(some, c)
		}
	}
	switch len(some) {
	case 0:
		return nil
	case 1:
		return some[0]
	}
	return tea.Batch(some...)
}
