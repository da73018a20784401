package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// ground remembers what the terminal last said of its background, so that the
// next start draws in the right colours before the terminal has answered. It
// is a file of one word beside the marks.
type ground struct{ path string }

func (a *app) ground() ground { return ground{filepath.Join(a.statePlace(), "background")} }

// dark is the last answer. Without one it is dark, as most terminals are.
func (g ground) dark() bool {
	src, err := os.ReadFile(g.path)
	return err != nil || strings.TrimSpace(string(src)) != string(backgroundLight)
}

// keep remembers an answer.
func (g ground) keep(dark bool) error {
	word := backgroundLight
	if dark {
		word = backgroundDark
	}
	if err := os.WriteFile(g.path, []byte(word+"\n"), 0o600); err != nil {
		return fmt.Errorf("remembering the background: %w", err)
	}
	return nil
}

// background is what the reader begins with, and whether that is settled:
// flags come before the configuration, and both before the terminal.
func (c config) background(f readerFlags, last ground) (dark, settled bool) {
	switch {
	case f.light:
		return false, true
	case f.dark, c.Background == backgroundDark:
		return true, true
	case c.Background == backgroundLight:
		return false, true
	}
	return last.dark(), false
}
