package cli

import (
	"path/filepath"
	"strings"
	"testing"

	"broadsheet/articles"
	"broadsheet/ui"
	"broadsheet/ui/theme"
)

func TestTheSampleConfigurationIsValidAndComplete(t *testing.T) {
	sample := sampleConfig()
	c, warnings, err := parseConfig("config.toml", []byte(sample))
	if err != nil || len(warnings) > 0 {
		t.Fatalf("the sample as it stands: %v %v", err, warnings)
	}
	if len(c.Library) > 0 || len(c.Keep) > 0 || c.Mouse || c.Theme != "" {
		t.Errorf("the sample as it stands should set nothing: %+v", c)
	}
	// With every setting taken out of its comment it must hold as well.
	var on []string
	for _, line := range strings.Split(sample, "\n") {
		rest, commented := strings.CutPrefix(line, "# ")
		if commented && (strings.Contains(rest, " = ") || strings.HasPrefix(rest, "[")) && !strings.Contains(rest, ". ") {
			line = rest
		}
		on = append(on, line)
	}
	c, warnings, err = parseConfig("config.toml", []byte(strings.Join(on, "\n")))
	if err != nil || len(warnings) > 0 {
		t.Fatalf("the sample with everything switched on: %v %v\n%s", err, warnings, strings.Join(on, "\n"))
	}
	if len(c.Keys.Bind) != len(ui.DefaultKeys().Bindings()) {
		t.Errorf("the sample binds %d of %d actions", len(c.Keys.Bind), len(ui.DefaultKeys().Bindings()))
	}
	if _, err := c.Keys.keyMap(); err != nil {
		t.Errorf("the keys of the sample clash: %v", err)
	}
	if _, err := c.look("harbour"); err != nil {
		t.Errorf("the palette of the sample is refused: %v", err)
	}
	for _, class := range articles.Classes() {
		if !strings.Contains(sample, string(class)) {
			t.Errorf("the sample does not name the cut class %s", class)
		}
	}
}

func TestMistakesInTheConfigurationNameTheirPlace(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"a wrong type":      {"\nmouse = \"often\"\n", "config.toml:2"},
		"broken TOML":       {"library = [\n", "config.toml:"},
		"no such class":     {"keep = [\"adverts\"]", "there is no cut class \"adverts\""},
		"clashing keys":     {"[keys.bind]\nstar = [\"j\"]", "star"},
		"no such action":    {"[keys.bind]\njubilate = [\"j\"]", "jubilate"},
		"no such preset":    {"[keys]\npreset = \"vi\"", "vi"},
		"clash, other name": {"[keys.bind]\nstar = [\"j\"]", "down"},
		"clash, its line":   {"[keys]\n\n[keys.bind]\nread = [\"M\"]\nmouse = [\"m\"]\nstar = [\"j\"]", "config.toml:6: keys.bind.star"},
		"a dotted key":      {"# keys\nkeys.bind.star = [\"j\"]", "config.toml:2: keys.bind.star"},
		"no such key":       {"[keys.bind]\nstar = [\"ctl+s\"]", "config.toml:2: keys.bind.star"},
		"preset, its line":  {"mouse = true\n[keys]\npreset = \"vi\"", "config.toml:3: keys.preset"},
		"no such palette":   {"\ntheme = \"plaid\"", "config.toml:2: theme"},
		"no such ground":    {"background = \"grey\"", "config.toml:1: background"},
		"a faint ink":       {"[palettes.mine]\n[palettes.mine.dark]\ntext = \"#fff\"\nquiet = \"#333333\"", "config.toml:4: palettes.mine.dark.quiet"},
		"a base unknown":    {"[palettes.mine]\nbased-on = \"plaid\"", "config.toml:2: palettes.mine.based-on"},
		"what is left out":  {"[palettes.mine]\n[palettes.mine.light]\npaper = \"#000\"", "config.toml:2: palettes.mine.light"},
	} {
		_, _, err := parseConfig("config.toml", []byte(c.src))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want it to say %q", name, err, c.want)
		}
	}
}

func TestUnknownKeysAreWarnings(t *testing.T) {
	c, warnings, err := parseConfig("config.toml", []byte("mouse = true\ncolour = \"blue\"\n"))
	if err != nil || !c.Mouse {
		t.Fatalf("%+v, %v", c, err)
	}
	if len(warnings) != 1 || !strings.Contains(warnings[0], `config.toml:2: unknown key "colour"`) {
		t.Errorf("got %q", warnings)
	}
}

func TestAPaletteOfOnesOwnIsUsed(t *testing.T) {
	c, _, err := parseConfig("config.toml", []byte(`
theme = "mine"
ascii = true
[palettes.mine]
based-on = "ink"
[palettes.mine.dark]
accent = "#7fd0c0"
`))
	if err != nil {
		t.Fatal(err)
	}
	look, err := c.look(c.Theme)
	if err != nil || look.Custom == nil || !look.ASCII {
		t.Fatalf("got %+v, %v", look, err)
	}
	look.Dark = true
	th, ink := theme.New(look), theme.New(theme.Options{Palette: "ink", Dark: true})
	if th.Name != "mine" || th.Section.GetForeground() == ink.Section.GetForeground() || th.Meta.GetForeground() != ink.Meta.GetForeground() {
		t.Errorf("the palette drawn with is %q", th.Name)
	}
	if look, err := c.look("salmon"); err != nil || look.Custom != nil || look.Palette != "salmon" {
		t.Errorf("a palette that ships is hidden by one's own: %+v %v", look, err)
	}
}

func TestTheBackgroundIsSettledByFlagThenConfigurationThenTerminal(t *testing.T) {
	last := ground{filepath.Join(t.TempDir(), "background")}
	for _, c := range []struct {
		flags         readerFlags
		set           background
		dark, settled bool
	}{
		{readerFlags{}, "", true, false},
		{readerFlags{}, "ask", true, false},
		{readerFlags{}, "light", false, true},
		{readerFlags{}, "dark", true, true},
		{readerFlags{light: true}, "dark", false, true},
		{readerFlags{dark: true}, "light", true, true},
	} {
		dark, settled := config{Background: c.set}.background(c.flags, last)
		if dark != c.dark || settled != c.settled {
			t.Errorf("%+v %q: dark %v, settled %v", c.flags, c.set, dark, settled)
		}
	}
	for _, answer := range []bool{false, true, false} {
		if err := last.keep(answer); err != nil {
			t.Fatal(err)
		}
		if dark, settled := (config{}).background(readerFlags{}, last); dark != answer || settled {
			t.Errorf("after the answer %v: dark %v, settled %v", answer, dark, settled)
		}
	}
}
