package text

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// TestManyLinesOfOneKindCostWhatTheyAre reads files that are one line over and
// over, of every kind that looks at its neighbours. "Read more" took minutes
// where each line went past all others.
func TestManyLinesOfOneKindCostWhatTheyAre(t *testing.T) {
	lines := 150_000
	if testing.Short() {
		lines = 5_000 // the race detector takes its time
	}
	for _, line := range []string{
		"Read more: a", "Advertisement", "Photo: Ada Orr", "By Ada Orr", "Related", "Share this", "Fri Jun 6, 2014", "a", "- a", "> a",
		"© Ostrel Courier", "Home | News | Sport", "The ferry ran aground.", "What the log says", "https://courier.example/a", "Tags: a, b", "...", "***",
	} {
		start := time.Now()
		Clean("Ferry runs aground\n\n"+strings.Repeat(line+"\n", lines), Options{})
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%d lines of %q took %v", lines, line, d)
		}
	}
}

// TestATextOfMoreLinesThanAStoryStandsAsItIs reads one line more than is
// cleaned: a line under judgement costs a kilobyte, and 64 MiB of "a" were
// thirty million of them.
func TestATextOfMoreLinesThanAStoryStandsAsItIs(t *testing.T) {
	src := "Ferry runs aground\n\n" + strings.Repeat("Share this\n", maxLines)
	a := Clean(src, Options{Source: "Ostrel Courier"})
	if !slices.Contains(a.Warnings, WarnUncleaned) || a.Source != "Ostrel Courier" {
		t.Errorf("warnings %q, source %q", a.Warnings, a.Source)
	}
	if words := len(strings.Fields(a.Text)); words != len(strings.Fields(src)) || len(a.Cuts) > 0 {
		t.Errorf("%d words of %d are left, %d cuts", words, len(strings.Fields(src)), len(a.Cuts))
	}
	if paragraphs := strings.Count(a.Text, "\n\n") + 1; paragraphs != len(a.Lines) || a.Lines[1] != pieceLines+1 {
		t.Errorf("%d paragraphs, %d lines, the second begins on line %d", paragraphs, len(a.Lines), a.Lines[1])
	}
	if a = Clean(src[:len(src)-len("Share this\nShare this\n")], Options{}); len(a.Warnings) > 0 || len(a.Cuts) == 0 {
		t.Errorf("as many lines as are cleaned: warnings %q, %d cuts", a.Warnings, len(a.Cuts))
	}
}

// TestBlocksBeyondNumberStandAsTheyAre is the same for the other readers.
func TestBlocksBeyondNumberStandAsTheyAre(t *testing.T) {
	blocks := slices.Repeat([]Block{{Text: "Share this"}}, maxLines+1)
	if r := CleanBlocks(blocks, Options{Title: "Ferry runs aground"}); len(r.Keep) != len(blocks) || len(r.Cuts) > 0 || r.Title != "Ferry runs aground" {
		t.Errorf("%d of %d blocks are left, %d cuts, title %q", len(r.Keep), len(blocks), len(r.Cuts), r.Title)
	}
}
