package cli

import (
	"strings"
	"testing"

	"broadsheet/articles"
	"broadsheet/ui"
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
		if commented && (strings.Contains(rest, " = ") || rest == "[keys.bind]") && !strings.Contains(rest, ". ") {
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
	} {
		cfg, _, err := parseConfig("config.toml", []byte(c.src))
		if err == nil {
			_, err = cfg.Keys.keyMap()
		}
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
