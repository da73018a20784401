package ui

import (
	"slices"
	"testing"

	"broadsheet/ui/theme"
)

func TestFactsAreSetIntoLines(t *testing.T) {
	th := theme.New(theme.Options{NoColor: true})
	for _, c := range []struct {
		name  string
		facts []string
		width int
		want  []string
	}{
		{"on one line where they fit", []string{"radar, Karsk", "the same day"}, 40, []string{"radar, Karsk · the same day"}},
		{"a line breaks between facts", []string{"radar, Karsk", "the same day"}, 20, []string{"radar, Karsk", "the same day"}},
		{
			"a long fact wraps, and the next follows with its dot", []string{"Judge Osterholt, Edda Quill, motor", "6 days"}, 24,
			[]string{"Judge Osterholt, Edda", "Quill, motor · 6 days"},
		},
		{"what is left over is cut", []string{"one two three four", "five six"}, 10, []string{"one two", "three fou…"}},
		{"nothing", nil, 10, nil},
	} {
		if got := packFacts(c.facts, c.width, 2, th); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
