package theme

import (
	"errors"
	"image/color"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// texts are the styles that carry text on the terminal's own background.
func texts(t *Theme) map[string]lipgloss.Style {
	return map[string]lipgloss.Style{
		"title": t.Title, "dek": t.Dek, "meta": t.Meta, "body": t.Body, "heading": t.Heading,
		"quote": t.Quote, "quote bar": t.QuoteBar, "bullet": t.Bullet,
		"link": t.Link, "link number": t.LinkNumber, "address": t.Address, "kicker": t.Kicker,
		"emphasis": t.Emphasis, "strong": t.Strong, "struck": t.Struck, "table head": t.TableHead,
		"note": t.Note, "cut": t.Cut, "cut label": t.CutLabel, "headline": t.Headline,
		"headline read": t.HeadlineRead, "section": t.Section, "unread": t.Unread, "read": t.Read,
		"star": t.Star, "source": t.Source, "age": t.Age, "kind": t.Kind, "why": t.Why,
		"number": t.Number, "absent": t.Absent, "copies": t.Copies, "tag": t.Tag,
		"snippet": t.Snippet, "snippet term": t.SnippetTerm, "masthead": t.Masthead, "key": t.Key,
		"key desc": t.KeyDesc, "trail": t.Trail, "trail here": t.TrailHere, "notice": t.Notice,
		"warn": t.Warn, "error": t.Error, "progress": t.Progress, "scroll": t.Scroll,
		"prompt": t.Prompt, "placeholder": t.Placeholder,
	}
}

// tinted are the styles that bring their own background.
func tinted(t *Theme) map[string]lipgloss.Style {
	return map[string]lipgloss.Style{
		"code": t.Code, "cursor": t.Cursor, "match": t.Match, "current match": t.MatchCurrent,
	}
}

// grounds are the backgrounds a palette must be read on: its own, and the
// extreme ones that terminals come with.
func grounds(t *testing.T, inks Inks, dark bool) []color.Color {
	t.Helper()
	extreme := color.Color(color.White)
	if dark {
		extreme = color.Black
	}
	return []color.Color{mustParse(t, inks.Paper), extreme}
}

func mustParse(t *testing.T, hex string) color.Color {
	t.Helper()
	c, err := parse(hex)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func foreground(t *testing.T, s lipgloss.Style, otherwise string) color.Color {
	t.Helper()
	if c := s.GetForeground(); c != nil && c != (lipgloss.NoColor{}) {
		return c
	}
	return mustParse(t, otherwise)
}

func TestTextIsReadableInEveryPalette(t *testing.T) {
	for _, p := range Palettes() {
		least := 4.5
		if p.Name == "contrast" {
			least = 7
		}
		for _, dark := range []bool{false, true} {
			inks := p.Light
			if dark {
				inks = p.Dark
			}
			for _, colors := range []int{TrueColor, Indexed, Basic} {
				th := New(Options{Palette: p.Name, Dark: dark, Colors: colors})
				if colors == Basic {
					least = min(least, 4.5)
				}
				for name, s := range texts(th) {
					if _, none := s.GetBackground().(lipgloss.NoColor); !none && !s.GetReverse() {
						t.Errorf("%s, dark %v: %s paints a background", p.Name, dark, name)
					}
					for _, ground := range grounds(t, inks, dark) {
						c := foreground(t, s, inks.Text)
						if got := Contrast(c, ground); got < least {
							t.Errorf("%s, dark %v, %d colours: %s has a contrast of %.2f on %v, less than %v",
								p.Name, dark, colors, name, got, ground, least)
						}
					}
				}
			}
		}
	}
}

func TestTextIsReadableOnTints(t *testing.T) {
	for _, p := range Palettes() {
		for _, dark := range []bool{false, true} {
			for _, colors := range []int{TrueColor, Indexed} {
				th := New(Options{Palette: p.Name, Dark: dark, Colors: colors})
				for name, s := range tinted(th) {
					if got := Contrast(s.GetForeground(), s.GetBackground()); got < 4.5 {
						t.Errorf("%s, dark %v, %d colours: %s has a contrast of %.2f", p.Name, dark, colors, name, got)
					}
				}
				// What a list shows on the row under the cursor.
				for name, s := range map[string]lipgloss.Style{
					"source": th.Source, "why": th.Why, "number": th.Number, "unread": th.Unread,
					"star": th.Star, "absent": th.Absent, "tag": th.Tag,
				} {
					if got := Contrast(s.GetForeground(), th.Cursor.GetBackground()); got < 4.5 {
						t.Errorf("%s, dark %v, %d colours: %s under the cursor has a contrast of %.2f",
							p.Name, dark, colors, name, got)
					}
				}
			}
		}
	}
}

func TestWithoutColourThereIsNone(t *testing.T) {
	th := New(Options{NoColor: true, Dark: true})
	all := texts(th)
	for name, s := range tinted(th) {
		all[name] = s
		if name != "code" && !s.GetReverse() {
			t.Errorf("%s cannot be seen without colour", name)
		}
	}
	for name, s := range all {
		for _, c := range []color.Color{s.GetForeground(), s.GetBackground()} {
			if c != (lipgloss.NoColor{}) {
				t.Errorf("%s is painted %v without colour", name, c)
			}
		}
	}
}

func TestOfSixteenColoursOnlyTheAccentIsUsed(t *testing.T) {
	th := New(Options{Colors: Basic, Dark: true})
	if got := th.Section.GetForeground(); got != ansi.BasicColor(11) {
		t.Errorf("the accent is %v", got)
	}
	if got := th.Meta.GetForeground(); got != (lipgloss.NoColor{}) {
		t.Errorf("quiet text is %v", got)
	}
}

func TestGreysStayGreyInAPaletteOf256(t *testing.T) {
	for _, p := range Palettes() {
		for _, dark := range []bool{false, true} {
			th := New(Options{Palette: p.Name, Dark: dark, Colors: Indexed})
			for name, c := range map[string]color.Color{
				"quiet": th.Meta.GetForeground(), "line": th.Rule.GetForeground(),
			} {
				r, g, b, _ := c.RGBA()
				if r>>8 != g>>8 || g>>8 != b>>8 {
					t.Errorf("%s, dark %v: %s is %v", p.Name, dark, name, c)
				}
			}
			if r, g, b, _ := th.Section.GetForeground().RGBA(); r == g && g == b {
				t.Errorf("%s, dark %v: the accent became grey", p.Name, dark)
			}
		}
	}
}

func TestDepthIsWhatTheTerminalCan(t *testing.T) {
	for p, want := range map[colorprofile.Profile]struct {
		colors int
		none   bool
	}{
		colorprofile.TrueColor: {TrueColor, false}, colorprofile.ANSI256: {Indexed, false},
		colorprofile.ANSI: {Basic, false}, colorprofile.ASCII: {0, true}, colorprofile.NoTTY: {0, true},
	} {
		if colors, none := Depth(p); colors != want.colors || none != want.none {
			t.Errorf("Depth(%v) = %d, %v", p, colors, none)
		}
	}
}

func TestEveryMarkIsOneCell(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		m := marks(ascii)
		for _, s := range []string{
			m.Unread, m.Read, m.Star, m.Copies, m.Thread, m.Rule, m.Heavy, m.Dots, m.Bar, m.Quote, m.Cut, m.Code,
			m.Bullet, m.SubBullet, m.Ticked, m.Unticked, m.Dot, m.Trail, m.Scroll, m.Ellipsis, m.Blank, m.Warning,
		} {
			if ansi.StringWidth(s) != 1 {
				t.Errorf("%q is %d cells wide", s, ansi.StringWidth(s))
			}
			if ascii && (len(s) != 1 || s[0] > '~') {
				t.Errorf("%q is not ASCII", s)
			}
		}
	}
}

func TestAPaletteOfOnesOwnIsChecked(t *testing.T) {
	own := paper()
	own.Name, own.Dark.Accent = "mine", "#ffffff"
	if err := own.Check(); err != nil {
		t.Fatal(err)
	}
	if th := New(Options{Custom: &own, Dark: true}); th.Name != "mine" {
		t.Errorf("the theme is %q", th.Name)
	}
	for what, change := range map[string]func(*Palette){
		"accent": func(p *Palette) { p.Light.Accent = "#eeeeee" },
		"warn":   func(p *Palette) { p.Dark.Warn = "yellow" },
		"paper":  func(p *Palette) { p.Light.Paper = "" },
	} {
		bad := paper()
		change(&bad)
		if err := bad.Check(); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: the fault is %v", what, err)
		}
		if th := New(Options{Custom: &bad, Palette: "ink"}); th.Name != "ink" {
			t.Errorf("%s: a palette at fault is used", what)
		}
	}
	if _, err := Lookup("plaid"); err == nil {
		t.Error("a palette that does not exist is found")
	}
}

func TestShortColoursAreRead(t *testing.T) {
	if c := mustParse(t, "#fa0"); c != (color.RGBA{R: 0xff, G: 0xaa, B: 0, A: 0xff}) {
		t.Errorf("#fa0 is %v", c)
	}
	for _, s := range []string{"", "#", "#12345", "123456", "#gggggg", "#1234567"} {
		if c, err := parse(s); err == nil {
			t.Errorf("%q is %v", s, c)
		}
	}
}

func TestGlamourIsInHarmony(t *testing.T) {
	for _, o := range []Options{{}, {Dark: true}, {Colors: Indexed}, {Colors: Basic}} {
		th := New(o)
		g := th.Glamour()
		if c := g.LinkText.Color; c == nil || !same(lipgloss.Color(*c), th.Link.GetForeground()) {
			t.Errorf("links are %v in glamour and %v in lipgloss", c, th.Link.GetForeground())
		}
		if g.Strong.Bold == nil || !*g.Strong.Bold || g.Emph.Italic == nil || g.Strong.Color != nil {
			t.Errorf("weights differ: %+v", g.Strong)
		}
	}
	g := New(Options{NoColor: true}).Glamour()
	if g.LinkText.Color != nil || g.Code.Color != nil {
		t.Error("glamour paints without colour")
	}
}

func same(a, b color.Color) bool {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	return ar>>8 == br>>8 && ag>>8 == bg>>8 && ab>>8 == bb>>8
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New(Options{Dark: true})
	}
}

func TestAPaletteTakesOverWhatItDoesNotChange(t *testing.T) {
	base := ink().Dark
	own := Inks{Accent: "#7fd0c0", Basic: 6}.Over(base)
	if own.Accent != "#7fd0c0" || own.Basic != 6 {
		t.Errorf("its own inks are lost: %+v", own)
	}
	own.Accent, own.Basic = base.Accent, base.Basic
	if own != base {
		t.Errorf("got %+v, want the base %+v", own, base)
	}
	if got := (Inks{}).Over(base); got != base {
		t.Errorf("an empty palette is %+v", got)
	}
}

func TestAnInkAtFaultIsNamed(t *testing.T) {
	for want, change := range map[string]func(*Palette){
		"dark tint":  func(p *Palette) { p.Dark.Tint = "#b0b0b0" },
		"light mark": func(p *Palette) { p.Light.Mark = "#333333" },
		"dark basic": func(p *Palette) { p.Dark.Basic = 16 },
		"light line": func(p *Palette) { p.Light.Line = "grey" },
	} {
		bad := paper()
		change(&bad)
		var ink *InkError
		if err := bad.Check(); !errors.As(err, &ink) || ink.Side+" "+ink.Ink != want {
			t.Errorf("%s: the fault is %v", want, err)
		}
	}
}
