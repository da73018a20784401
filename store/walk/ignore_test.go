package walk

import (
	"slices"
	"testing"

	"broadsheet/articles"
)

func toID(s string) articles.ID { return articles.ID(s) }

func TestIgnoreFilesSpeakGitignore(t *testing.T) {
	for rule, want := range map[string]map[string]bool{
		"*.log":        {"a.log": true, "x/y/a.log": true, "a.txt": false},
		"/top.txt":     {"top.txt": true, "x/top.txt": false},
		"drafts/":      {"drafts": false, "drafts/": true, "x/drafts/": true},
		"a/b":          {"a/b": true, "x/a/b": false},
		"a/**/z":       {"a/z": true, "a/b/z": true, "a/b/c/z": true, "z": false},
		"**/old":       {"old": true, "x/y/old": true, "olden": false},
		"raw/**":       {"raw/x": true, "raw/x/y": true, "raw/": false},
		"page?.htm[l]": {"page1.html": true, "page12.html": false},
		"[!a]x":        {"bx": true, "ax": false},
		"# a comment":  {"# a comment": false},
		`\#real`:       {"#real": true},
		"*\n!keep.txt": {"a.txt": true, "keep.txt": false},
		"":             {"a": false},
		"/":            {"a": false, "a/": false},
		"[":            {"[": false},
		"trailing   ":  {"trailing": true},
	} {
		r := parseRules(nil, ".", rule)
		for path, ignored := range want {
			dir := path[len(path)-1] == '/'
			if dir {
				path = path[:len(path)-1]
			}
			if got := r.ignores(path, dir); got != ignored {
				t.Errorf("%q ignores %q: got %v", rule, path, got)
			}
		}
	}
}

func TestTheNearestIgnoreFileDecides(t *testing.T) {
	dir := plant(t, IgnoreFile+"=*.md\nskip/\n", "a.md", "b.txt", "skip/c.txt",
		"in/"+IgnoreFile+"=!wanted.md\nb.txt\n", "in/wanted.md", "in/other.md", "in/b.txt", "in/deep/b.txt")
	expect(t, ids(t, Root{Path: dir}), "b.txt", "in/wanted.md")
}

func FuzzIgnoreRulesNeverHang(f *testing.F) {
	f.Add("**/**/**/a\n*.log", "x/y/z/a")
	f.Add("*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaa")
	f.Fuzz(func(t *testing.T, text, path string) {
		r := parseRules(nil, ".", text)
		if r.ignores(path, false) && len(r.list) == 0 {
			t.Error("ignored without a rule")
		}
		for _, p := range r.list {
			if len(p.parts) == 0 || slices.Contains(p.parts[1:], "\n") {
				t.Errorf("pattern %q", p.parts)
			}
		}
	})
}
