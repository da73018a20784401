//go:build unix

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestStoriesComeInWithoutMovingTheLineUnderTheEyes saves stories into the
// folder while it is being read, each newer than all that are on the screen.
func TestStoriesComeInWithoutMovingTheLineUnderTheEyes(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "archive")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	save := func(n int, subject string) {
		t.Helper()
		text := fmt.Sprintf("%s %d counts its boats\n\nThu Jun 5, 2014 %02d:%02d:00\n\nPier %d of Ostrel has %d boats and %d bells, the harbour office said, and no two of them are alike.\n",
			subject, n, n/60, n%60, n, n*7, n*3)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s%d.txt", subject, n)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for n := range 60 {
		save(n, "Pier")
	}
	term := open(t, t.TempDir(), 90, 24, dir)
	term.see("60 stories")
	term.see("Pier 59 counts")
	term.press("j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j")
	term.see("Pier 47 counts")
	rows := func(screen string) []string { // without title and status, and what is counted at the right
		lines := strings.Split(screen, "\n")
		lines = lines[2 : len(lines)-2]
		for i, l := range lines {
			lines[i] = strings.TrimSpace(string([]rune(l)[:min(60, len([]rune(l)))]))
		}
		return lines
	}
	was := rows(term.see("13/60"))
	for i := range 3 {
		save(100+i, "Mole")
		now := rows(term.see(fmt.Sprintf("%d stories", 61+i)))
		if !slices.Equal(now, was) {
			t.Fatalf("the list moved: it was\n%s\nand is\n%s", strings.Join(was, "\n"), strings.Join(now, "\n"))
		}
	}
	term.press("g")
	term.see("Mole 102 counts")
	term.press("Q")
	term.exit()
}
