package cli

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"broadsheet/ui"
)

func TestTheManualSaysWhatHelpSays(t *testing.T) {
	p := newPlace(t, nil)
	code, page, said := p.run("man")
	if code != exitDone || said != "" {
		t.Fatalf("exit code %d, %q", code, said)
	}
	readable := strings.NewReplacer(`\-`, "-", `\(aq`, "'", `\(ga`, "`", `\e`, `\`, `\&.`, ".").Replace(page)
	root := (&app{}).root()
	for _, cmd := range append(root.Commands(), root) {
		for _, text := range []string{cmd.Long, cmd.Example} {
			for line := range strings.Lines(text) {
				if !strings.Contains(readable, strings.TrimSpace(line)) {
					t.Errorf("%s: the manual lacks %q", cmd.Name(), line)
				}
			}
		}
		if cmd != root && !strings.Contains(readable, "\n.SS "+cmd.Use+"\n") {
			t.Errorf("the manual lacks %s", cmd.Use)
		}
		for _, flag := range flagNames(cmd) {
			if !strings.Contains(readable, flag) {
				t.Errorf("%s: the manual lacks %s", cmd.Name(), flag)
			}
		}
	}
	for _, b := range ui.DefaultKeys().Bindings() {
		if len(b.Keys) > 0 && !strings.Contains(readable, b.Help) {
			t.Errorf("the manual lacks the key for: %s", b.Help)
		}
	}
}

// flagNames are the flags of a command as its help writes them.
func flagNames(cmd *cobra.Command) []string {
	var out []string
	for f := range strings.FieldsSeq(cmd.LocalFlags().FlagUsages()) {
		if strings.HasPrefix(f, "--") {
			out = append(out, f)
		}
	}
	return out
}

// TestTheManualAsksForNothingElse holds that no word of the help is a request
// to man, and that what opens is closed.
func TestTheManualAsksForNothingElse(t *testing.T) {
	open := false
	for line := range strings.Lines(manualPage((&app{}).root())) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "'") || strings.TrimSpace(line) == "" && !open {
			t.Errorf("%q is no line of a paragraph", line)
		}
		request, _, _ := strings.Cut(line, " ")
		if strings.HasPrefix(line, ".") && !slices.Contains([]string{".TH", ".SH", ".SS", ".PP", ".nf", ".fi"}, request) {
			t.Errorf("%q asks for what was not meant", line)
		}
		switch line {
		case ".nf", ".fi":
			if open == (line == ".nf") {
				t.Errorf("%s while it is %v", line, open)
			}
			open = !open
		}
	}
	if open {
		t.Error("what stands as it is never ends")
	}
	var m manual
	m.text("One.\n.SH \\fBtwo\\fP\n'three'\n\n  .four")
	if got, want := m.out.String(), ".PP\nOne.\n\\&.SH \\efBtwo\\efP\n\\(aqthree\\(aq\n.PP\n.nf\n  .four\n.fi\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
