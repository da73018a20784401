package safe

import (
	"strings"
	"testing"
	"time"
)

func TestHowDeepAPrefixMayNest(t *testing.T) {
	for line, want := range map[string]prefix{
		"words":          {0, 0, 0},
		"  words":        {2, 0, 0},
		"> words":        {2, 1, 1},
		">words":         {1, 1, 1},
		"> > words":      {4, 2, 2},
		">>> words":      {4, 3, 3},
		"- 1. words":     {5, 2, 2},
		"-  words":       {3, 1, 1}, // one blank of two belongs to the marker
		"    - words":    {6, 1, 3}, // four columns are two levels
		">     - words":  {8, 2, 4},
		"  >  > words":   {7, 2, 3},
		"-x":             {0, 0, 0},
		"12) : words":    {6, 2, 2},
		"1234567890. no": {0, 0, 0},
		"* * *":          {0, 0, 0},
		"- - -":          {0, 0, 0},
		"":               {0, 0, 0},
	} {
		if got := prefixOf(line); got != want {
			t.Errorf("prefixOf(%q) = %+v, want %+v", line, got, want)
		}
	}
}

// TestALineOfMarkersCostsWhatItIsLong took 22 s where each marker had the whole
// line before it counted anew.
func TestALineOfMarkersCostsWhatItIsLong(t *testing.T) {
	for _, unit := range []string{"> ", "- ", ">", ">  "} {
		start := time.Now()
		Markdown(strings.Repeat(unit, 4<<20) + "x")
		if d := time.Since(start); d > 8*time.Second {
			t.Errorf("%q took %v", unit, d)
		}
	}
}
