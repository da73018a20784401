package query

import (
	"strings"
	"testing"
)

var shelf = map[string]string{
	"harbour": "ferry OR pilot",
	"unread":  "is:unread",
	"both":    "@harbour @unread",
	"round":   "@ground", "ground": "@round",
	"broken": "(ferry",
	"hafen":  "title:Fähre",
	"all":    "...",
	"blanks": " ferry \t ",
	"deep":   strings.Repeat("(", 30) + "ferry" + strings.Repeat(")", 30),
	"page":   strings.Repeat("word ", 200),
	"closed": "ferry)",
}

func named(name string) (string, bool) {
	text, ok := shelf[name]
	return text, ok
}

func TestANameStandsForItsSearchInBrackets(t *testing.T) {
	for line, want := range map[string]string{
		"@harbour":             "ferry OR pilot",
		"@harbour fog":         "(ferry OR pilot) fog",
		"-@harbour":            "-(ferry OR pilot)",
		"fog OR @unread":       "fog OR is:unread",
		"(@both) x":            "((ferry OR pilot) is:unread) x",
		"@nobody":              "@nobody",
		`"@harbour"`:           `"@harbour"`,
		"press@harbour":        "press@harbour",
		"@harbours @hafen":     "@harbours title:Fähre",
		"@all fog":             "fog",
		"@blanks fog":          "ferry fog",
		"(@deep)":              "ferry",
		"-@all fog":            "fog",
		"title:x @unread word": "title:x is:unread word",
	} {
		got, mistake := ParseNamed(line, false, named)
		plain, mistake2 := Parse(want, false)
		if mistake != nil || mistake2 != nil {
			t.Errorf("%s: %v, %v", line, mistake, mistake2)
			continue
		}
		if a, b := show(got.Root), show(plain.Root); a != b {
			t.Errorf("%s: %s, want %s", line, a, b)
		}
	}
}

func TestAMistakeInASavedSearchIsToldAtItsName(t *testing.T) {
	for line, says := range map[string]string{
		"fog @round":  "names itself",
		"fog @broken": "in the saved search @broken: this bracket is never closed",
		"((((@deep":   "in the saved search @deep: too many brackets within brackets",
		"fog @closed": "in the saved search @closed: this bracket closes nothing",
	} {
		_, mistake := ParseNamed(line, false, named)
		if mistake == nil || mistake.Pos != 4 || mistake.Pos+mistake.Len != len(line) || !strings.Contains(mistake.Message, says) {
			t.Errorf("%s: %+v", line, mistake)
		}
	}
}

func TestWhatANameStandsForHasThePlaceOfTheName(t *testing.T) {
	q, mistake := ParseNamed("fog @both", false, named)
	if mistake != nil {
		t.Fatal(mistake)
	}
	n := 0
	var look func(*Node)
	look = func(one *Node) {
		if one.Text != "fog" && one != q.Root {
			n++
			if one.Pos != 4 || one.Len != len("@both") {
				t.Errorf("%q stands at %d, %d long", one.Text, one.Pos, one.Len)
			}
		}
		for _, k := range one.Kids {
			look(k)
		}
	}
	look(q.Root)
	if n != 5 {
		t.Errorf("%d parts", n)
	}
}

func TestNamesAskForNoMoreThanALineMay(t *testing.T) {
	if _, mistake := ParseNamed("@page", false, named); mistake != nil {
		t.Error(mistake)
	}
	if _, mistake := ParseNamed("@page @page", false, named); mistake == nil || !strings.Contains(mistake.Message, "too much") || mistake.Pos != 6 {
		t.Errorf("two of them: %+v", mistake)
	}
}
