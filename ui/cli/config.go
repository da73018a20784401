package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"

	"broadsheet/articles"
	"broadsheet/ui"
	"broadsheet/ui/theme"
)

// config is the configuration file. Every field has a default that is its
// zero value, so that an empty file and no file mean the same.
type config struct {
	Library    []string                 `toml:"library"` // opened when no path is given
	Keep       []articles.Class         `toml:"keep"`    // cut classes that stay in the story
	Theme      string                   `toml:"theme"`   // a palette that ships, or one of Palettes
	Background background               `toml:"background"`
	ASCII      bool                     `toml:"ascii"`
	Mouse      bool                     `toml:"mouse"`
	Pictures   string                   `toml:"pictures"`
	Keys       keysConfig               `toml:"keys"`
	Palettes   map[string]paletteConfig `toml:"palettes"`
}

// background says how the terminal's background is found out.
type background string

const (
	backgroundAsked background = "ask" // and "": the terminal is asked
	backgroundLight background = "light"
	backgroundDark  background = "dark"
)

// keysConfig is the [keys] table: a preset, and keys of one's own on top.
type keysConfig struct {
	Preset string                 `toml:"preset"`
	Bind   map[ui.Action][]string `toml:"bind"`
}

func (k keysConfig) keyMap() (ui.KeyMap, error) {
	keys, err := ui.Preset(k.Preset)
	if err != nil || len(k.Bind) == 0 {
		return keys, err
	}
	return keys.With(k.Bind)
}

// paletteConfig is a palette of the reader's own: what it changes of another.
type paletteConfig struct {
	BasedOn string     `toml:"based-on"`
	Light   theme.Inks `toml:"light"`
	Dark    theme.Inks `toml:"dark"`
}

// palette makes the palette, and refuses one that cannot be read.
func (p paletteConfig) palette(name string) (theme.Palette, error) {
	base, err := theme.Lookup(p.BasedOn)
	if err != nil {
		return theme.Palette{}, err
	}
	own := theme.Palette{Name: name, Light: p.Light.Over(base.Light), Dark: p.Dark.Over(base.Dark)}
	return own, own.Check()
}

// look is the palette of the name, in the words of the theme.
func (c config) look(name string) (theme.Options, error) {
	if own, ok := c.Palettes[name]; ok {
		p, err := own.palette(name)
		return theme.Options{Custom: &p, ASCII: c.ASCII}, err
	}
	_, err := theme.Lookup(name)
	return theme.Options{Palette: name, ASCII: c.ASCII}, err
}

func (c config) keep() map[articles.Class]bool {
	if len(c.Keep) == 0 {
		return nil
	}
	keep := make(map[articles.Class]bool, len(c.Keep))
	for _, class := range c.Keep {
		keep[class] = true
	}
	return keep
}

func (a *app) configPath() string {
	if a.configFile != "" {
		return a.configFile
	}
	return filepath.Join(xdg.ConfigHome, "broadsheet", "config.toml")
}

// loadConfig reads the configuration. A file that is not there is the default;
// a mistake in one is an error that names line and key. Unknown keys are
// returned as warnings.
func (a *app) loadConfig() (c config, warnings []string, err error) {
	path := a.configPath()
	src, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && a.configFile == "" {
		return config{}, nil, nil
	}
	if err != nil {
		return config{}, nil, fmt.Errorf("reading the configuration: %w", err)
	}
	return parseConfig(path, src)
}

func parseConfig(path string, src []byte) (c config, warnings []string, err error) {
	decoder := toml.NewDecoder(strings.NewReader(string(src))).DisallowUnknownFields()
	err = decoder.Decode(&c)
	var unknown *toml.StrictMissingError
	if errors.As(err, &unknown) {
		for _, e := range unknown.Errors {
			line, _ := e.Position()
			warnings = append(warnings, fmt.Sprintf("%s:%d: unknown key %q", path, line, strings.Join(e.Key(), ".")))
		}
		c = config{} // what was read before the unknown key would be read twice
		err = toml.Unmarshal(src, &c)
	}
	var wrong *toml.DecodeError
	if errors.As(err, &wrong) {
		line, column := wrong.Position()
		key := ""
		if len(wrong.Key()) > 0 {
			key = fmt.Sprintf(" in %q", strings.Join(wrong.Key(), "."))
		}
		return config{}, warnings, usagef("%s:%d:%d: %s%s", path, line, column, wrong.Error(), key)
	}
	if err != nil {
		return config{}, warnings, usagef("%s: %v", path, err)
	}
	if fault := c.check(); fault != nil {
		return config{}, warnings, usagef("%s:%d: %s: %w", path, lineOf(src, fault.key), strings.Join(fault.key, "."), fault.err)
	}
	for i, p := range c.Library {
		c.Library[i] = expandHome(p)
	}
	return c, warnings, nil
}

func expandHome(path string) string {
	if path == "~" || strings.HasPrefix(path, "~/") {
		return filepath.Join(xdg.Home, strings.TrimPrefix(path, "~"))
	}
	return path
}

func (a *app) configCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "config",
		Short: "Write a commented configuration file, or say where it is",
		Long: `Writes a configuration file with every setting commented out, if there is none,
and prints its path. An existing file is never touched; what is wrong with it is
said.`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return a.writeConfig() },
	}
}

func (a *app) writeConfig() error {
	path := a.configPath()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("writing the configuration: %w", err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		_, warnings, err := a.loadConfig()
		if err != nil {
			return err
		}
		a.warn(warnings)
	case err != nil:
		return fmt.Errorf("writing the configuration: %w", err)
	default:
		_, err = f.WriteString(sampleConfig())
		if err := errors.Join(err, f.Close()); err != nil {
			return fmt.Errorf("writing the configuration: %w", err)
		}
	}
	_, err = fmt.Fprintln(a.Out, path)
	return err
}
