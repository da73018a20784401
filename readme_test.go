package main

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"broadsheet/ui"
)

// TestTheReadmeNamesEveryKey holds the table of the README against the key map:
// what it promises works, and what works it promises.
func TestTheReadmeNamesEveryKey(t *testing.T) {
	table := readmeSection(t, "## Keys")
	var told []string
	for _, code := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(table, -1) {
		told = append(told, strings.ReplaceAll(code[1], `\|`, "|"))
	}
	// Said in words or by the range they stand in, or second keys of the same.
	silent := []string{"up", "down", "left", "right", "pgup", "pgdown", "home", "end", "ctrl+z", "ctrl+l", "tab"}
	for digit := '1'; digit <= '9'; digit++ {
		silent = append(silent, string(digit))
	}
	var known []string
	for _, binding := range ui.DefaultKeys().Bindings() {
		some := false
		for _, key := range binding.Keys {
			name := strings.ReplaceAll(key, "ctrl+", "ctrl-")
			known = append(known, name)
			some = some || slices.Contains(told, name) || slices.Contains(silent, key)
		}
		if !some {
			t.Errorf("the README does not name %v: %s", binding.Keys, binding.Help)
		}
	}
	known = append(known, "backspace", "space", "1-9", "1", "9")
	for _, name := range told {
		if !slices.Contains(known, name) && len(name) < 12 && !slices.Contains([]string{"newsboat", "less", "emacs"}, name) {
			t.Errorf("the README names the key %q, and no action has it", name)
		}
	}
}

// TestTheReadmeNamesEveryCommand holds its list of commands against the help.
func TestTheReadmeNamesEveryCommand(t *testing.T) {
	list := readmeSection(t, "## Commands")
	program := exec.Command(os.Args[0], "help")
	program.Env = append(os.Environ(), "BROADSHEET_TEST_PROGRAM=1", "NO_COLOR=1")
	out, err := program.Output()
	if err != nil {
		t.Fatal(err)
	}
	_, commands, ok := strings.Cut(string(out), "COMMANDS")
	if !ok {
		t.Fatalf("the help has no list of commands:\n%s", out)
	}
	commands, _, _ = strings.Cut(commands, "FLAGS")
	names := regexp.MustCompile(`(?m)^ +([a-z]+)`).FindAllStringSubmatch(commands, -1)
	if len(names) < 10 {
		t.Fatalf("found %d commands in the help:\n%s", len(names), commands)
	}
	for _, name := range names {
		if !regexp.MustCompile(`\b` + name[1] + `\b`).MatchString(list) {
			t.Errorf("the README does not list the command %q", name[1])
		}
	}
}

// readmeSection is the text of the README under a heading.
func readmeSection(t *testing.T, heading string) string {
	t.Helper()
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(readme), heading+"\n")
	if !ok {
		t.Fatalf("the README has no section %q", heading)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	return section
}
