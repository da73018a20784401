package ui

import (
	"fmt"
	"slices"
	"strings"

	"broadsheet/articles/safe"
)

// emptyText is what stands where the list has no rows: what is so, and what
// to do.
func (m *Model) emptyText() []string {
	v := m.list.view
	switch {
	case !m.list.loaded:
		return nil // for a moment; words would only flash
	case v.Query != "" && m.list.win.All > 0:
		return []string{
			fmt.Sprintf("No story matches “%s”.", v.Query), "",
			"Fewer or shorter words find more. harb* finds every word that begins so, and OR widens a search.",
			fmt.Sprintf("%s shows all stories again.", m.keyFor(Level)),
		}
	case v.Filtered() && m.list.win.All > 0:
		return []string{"No story is " + m.viewName() + ".", "",
			fmt.Sprintf("%s shows all stories again.", m.keyFor(Level))}
	case m.scan.running:
		return []string{"Reading the folder …", "", scanText(m.scan.state),
			"The first stories come up as soon as they are read."}
	}
	out := []string{"There are no stories here."}
	if len(m.opt.Roots) > 0 {
		out = append(out, "", "Looked in "+safe.Line(strings.Join(m.opt.Roots, ", "))+".")
	}
	if n := m.scan.state.Failed; n > 0 {
		out = append(out, fmt.Sprintf("%s could not be read: %s says why.", countOf(n, "file", "files"), m.keyFor(Doctor)))
	}
	return append(out, "",
		"Broadsheet reads saved news: text scrapes, web pages and web archives, Markdown, JSON, feeds, mail and books, also packed.", "",
		fmt.Sprintf("Put some into the folder and press %s to look again.", m.keyFor(Rescan)), "",
		"Started without a folder, it opens its sample edition: invented stories, the first of which teaches the keys.")
}

// emptyWidth is how wide these words are set.
const emptyWidth = 64

// drawEmpty sets the words of an empty list in the middle third of its pane.
func (m *Model) drawEmpty(size rect) []string {
	var lines []string
	for i, l := range m.emptyText() {
		style := m.th.Meta
		if i == 0 {
			style = m.th.Title
		}
		if l == "" {
			lines = append(lines, "")
			continue
		}
		left := blank(max((size.w-emptyWidth)/2, 2))
		for _, w := range wrapAtMost(l, min(size.w-4, emptyWidth), 6) {
			lines = append(lines, left+style.Render(w))
		}
	}
	if len(lines) > size.h { // no air where there is no room
		lines = slices.DeleteFunc(lines, func(l string) bool { return l == "" })
	}
	out := make([]string, 0, size.h)
	for range min(max((size.h-len(lines))/3, 0), 6) {
		out = append(out, blank(size.w))
	}
	for _, l := range lines {
		out = append(out, pad(l, size.w))
	}
	for len(out) < size.h {
		out = append(out, blank(size.w))
	}
	return out[:max(size.h, 0)]
}
