package text

import (
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
