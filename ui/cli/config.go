package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/adrg/xdg"
	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"

	"broadsheet/articles"
	"broadsheet/ui"
)

// config is the configuration file. Every field has a default that is its
// zero value, so that an empty file and no file mean the same.
type config struct {
	Library []string         `toml:"library"` // opened when no path is given
	Keep    []articles.Class `toml:"keep"`    // cut classes that stay in the story
	Theme   string           `toml:"theme"`
	Mouse   bool             `toml:"mouse"`
	Keys    keysConfig       `toml:"keys"`
}

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

const configSample = `# Broadsheet's configuration. Lines that begin with "#" are comments; every
# setting below shows its default.

# What "broadsheet" opens when no path is given. "~" is your home folder.
# library = ["~/archive"]

# Cut classes that shall stay in the story. "broadsheet show --cuts FILE" prints
# what was cut from a story and as which class. All classes:
%s
# keep = []

# The palette: "paper", "ink", "salmon" or "contrast".
# theme = "paper"

# Wheel and clicks. While this is on, selecting text with the mouse needs the
# shift key in most terminals. The key M switches it in the reader.
# mouse = false

[keys]
# A set of keys to start from: "default", "newsboat", "less" or "emacs".
# preset = "default"

# Keys of your own, by the names of the actions; two actions that would share
# a key in the same place are refused at the start with both their names.
# [keys.bind]
%s
`

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
	for _, class := range c.Keep {
		if !slices.Contains(articles.Classes(), class) {
			return config{}, warnings, usagef("%s: keep: there is no cut class %q; there are %s", path, class, classNames(", "))
		}
	}
	for i, p := range c.Library {
		c.Library[i] = expandHome(p)
	}
	return c, warnings, nil
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

func expandHome(path string) string {
	if path == "~" || strings.HasPrefix(path, "~/") {
		return filepath.Join(xdg.Home, strings.TrimPrefix(path, "~"))
	}
	return path
}

func classNames(separator string) string {
	var names []string
	for _, c := range articles.Classes() {
		names = append(names, string(c))
	}
	return strings.Join(names, separator)
}

func (a *app) configCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "config",
		Short: "Write a commented configuration file, or say where it is",
		Long: `Writes a configuration file with every setting commented out, if there is none,
and prints its path. An existing file is never touched.`,
		Args: cobra.NoArgs,
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
		if _, _, err := a.loadConfig(); err != nil {
			return err
		}
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

func sampleConfig() string {
	var lines []string
	line := "#  "
	for _, c := range articles.Classes() {
		if len(line)+len(c) > 76 {
			lines = append(lines, line)
			line = "#  "
		}
		line += " " + string(c)
	}
	var binds []string
	for _, b := range ui.DefaultKeys().Bindings() {
		binds = append(binds, fmt.Sprintf("# %-16s = [%s]  # %s", b.Action, quoted(b.Keys), b.Help))
	}
	return fmt.Sprintf(configSample, strings.Join(append(lines, line), "\n"), strings.Join(binds, "\n"))
}

func quoted(keys []string) string {
	var out []string
	for _, k := range keys {
		out = append(out, strconv.Quote(k))
	}
	return strings.Join(out, ", ")
}
