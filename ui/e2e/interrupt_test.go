//go:build unix

package e2e

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// TestAnInterruptedIndexLosesNothingItRead interrupts the command while it
// reads, as ctrl-c does, and lets it go on.
func TestAnInterruptedIndexLosesNothingItRead(t *testing.T) {
	if testing.Short() {
		t.Skip("writes some thousand files")
	}
	const all = 4000
	dir, home := filepath.Join(t.TempDir(), "archive"), t.TempDir()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewSource(1))
	for i := range all {
		text := fmt.Sprintf("Ferry %d of Ostrel is late\n\n", i)
		for range 150 { // words of its own, or all would be copies of one
			text += fmt.Sprintf("pier%x ", r.Intn(1<<16))
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	bar := regexp.MustCompile(`reading, (\d+) of \d+ files`)
	first := open(t, home, 100, 10, "index", dir)
	told := 0
	first.until("some hundred files read", func(string) bool {
		for _, m := range bar.FindAllStringSubmatch(first.written(), -1) {
			told, _ = strconv.Atoi(m[1])
		}
		return told > 600
	})
	if err := first.cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if code := first.exit(); code != 1 || !strings.Contains(first.written(), "broadsheet: stopped") {
		t.Fatalf("it ended with %d:\n%s", code, first.screen())
	}

	second := open(t, home, 100, 10, "index", dir)
	if code := second.exit(); code != 0 {
		t.Fatalf("it went on and ended with %d:\n%s", code, second.screen())
	}
	m := regexp.MustCompile(`4000 stories, 4000 files, (\d+) read`).FindStringSubmatch(second.written())
	if m == nil {
		t.Fatalf("not all is there:\n%s", second.screen())
	}
	const inHand = 64 // files being read in the moment of the signal
	if again, _ := strconv.Atoi(m[1]); again == 0 || again > all-told+inHand {
		t.Errorf("%d files were read again after %d of %d", again, told, all)
	}
}
