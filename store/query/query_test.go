package query

import (
	"fmt"
	"strings"
	"testing"
)

// show writes a tree as one line.
func show(n *Node) string {
	if n == nil {
		return "everything"
	}
	var kids []string
	for _, k := range n.Kids {
		kids = append(kids, show(k))
	}
	field := [...]string{"", "title:", "source:", "author:", "tag:", "lang:", "section:"}[n.Field]
	star := ""
	if n.Prefix {
		star = "*"
	}
	switch n.Op {
	case And:
		return "(" + strings.Join(kids, " & ") + ")"
	case Or:
		return "(" + strings.Join(kids, " | ") + ")"
	case Not:
		return "!" + kids[0]
	case Word:
		return field + n.Text + star
	case Phrase:
		return field + `"` + n.Text + `"` + star
	case Is:
		return "is:" + n.Text
	}
	from, to := fmt.Sprint(n.From), fmt.Sprint(n.To)
	if n.From == firstDay {
		from = ""
	}
	if n.To == lastDay {
		to = ""
	}
	return from + ".." + to
}

func TestALineBecomesATree(t *testing.T) {
	for line, want := range map[string]string{
		"":                            "everything",
		"  ferry ":                    "ferry",
		"ferry pilot":                 "(ferry & pilot)",
		"ferry AND pilot":             "(ferry & pilot)",
		"ferry OR tram pilot":         "(ferry | (tram & pilot))",
		"(ferry OR tram) pilot":       "((ferry | tram) & pilot)",
		`"ran aground" -tram`:         `("ran aground" & !tram)`,
		"NOT tram ferry":              "(!tram & ferry)",
		"-(tram OR bus)":              "!(tram | bus)",
		"ferr*":                       "ferr*",
		`"ran agr"* x`:                `("ran agr"* & x)`,
		"ferry AND AND pilot":         "(ferry & pilot)",
		"(ferry -)":                   "ferry",
		`title:ferry source:"Ostrel"`: `(title:ferry & source:"Ostrel")`,
		"author:x tag:y lang:fr":      "(author:x & tag:y & lang:fr)",
		"is:unread IS:starred":        "(is:unread & is:starred)",
		"on:2014-06-06":               "16227..16228",
		"on:2014-06":                  "16222..16252",
		"on:2014":                     "16071..16436",
		"after:2014-06 before:2014-7": "(16222.. & ..16252)",
		"on:1969-12-31":               "-1..0",
		"Harbour - the inquiry":       "(Harbour & the & inquiry)",
		"http://ostrel.example/a":     "http://ostrel.example/a",
		"at 12:30":                    "(at & 12:30)",
		"Inquiry: what now":           "(Inquiry: & what & now)",
		"or and not":                  "(or & and & not)",
		"ORCHARD":                     "ORCHARD",
		`""`:                          "everything",
		"...":                         "everything",
		"well-known":                  "well-known",
	} {
		q, err := Parse(line, false)
		if err != nil {
			t.Errorf("Parse(%q): %v", line, err)
		} else if got := show(q.Root); got != want {
			t.Errorf("Parse(%q) = %s, want %s", line, got, want)
		}
	}
}

func TestALiveLineForgivesWhatIsUnfinished(t *testing.T) {
	for line, want := range map[string]string{
		"fer":           "fer*",
		"ferry pil":     "(ferry & pil*)",
		"ferry ":        "ferry",
		"ferry OR":      "(ferry & OR*)",
		"ferry OR ":     "ferry",
		"ferry OR t":    "(ferry | t*)",
		"ferry -":       "ferry",
		"ferry NOT ":    "ferry",
		`"ran agr`:      `"ran agr"*`,
		`"ran `:         `"ran "`,
		`"ran aground"`: `"ran aground"`,
		`"`:             "everything",
		"title:":        "everything",
		"title:fer":     "title:fer*",
		"(ferry OR t":   "(ferry | t*)",
		"(":             "everything",
		"is:":           "everything",
		"is:un":         "everything",
		"is:unread":     "is:unread",
		"after:":        "everything",
		"after:2014-0":  "everything",
		"after:2014-06": "16222..",
		"tit":           "tit*",
		"*":             "everything",
	} {
		q, err := Parse(line, true)
		if err != nil {
			t.Errorf("Parse(%q): %v", line, err)
		} else if got := show(q.Root); got != want {
			t.Errorf("Parse(%q) = %s, want %s", line, got, want)
		}
	}
}

func TestAMistakeIsExplainedAtItsPlace(t *testing.T) {
	for _, c := range []struct {
		line, about string
		pos, n      int
		live        bool
	}{
		{line: `ferry "ran`, about: "quote", pos: 6, n: 1},
		{line: "(ferry", about: "bracket", pos: 0, n: 1},
		{line: "ferry)", about: "bracket", pos: 5, n: 1},
		{line: "ferry)", about: "bracket", pos: 5, n: 1, live: true},
		{line: "()", about: "bracket", pos: 0, n: 2},
		{line: "ferry OR", about: "OR", pos: 6, n: 2},
		{line: "OR ferry", about: "OR", pos: 0, n: 2},
		{line: "titel:ferry x", about: `"titel"`, pos: 0, n: 5},
		{line: "x titel:ferry", about: `"titel"`, pos: 2, n: 5, live: true},
		{line: "title: x", about: "title:", pos: 0, n: 6},
		{line: "is:red", about: "starred", pos: 0, n: 6},
		{line: "is:red", about: "starred", pos: 0, n: 6, live: true},
		{line: "is:un ferry", about: "starred", pos: 0, n: 5, live: true},
		{line: "on:junk", about: "2014-06-06", pos: 0, n: 7},
		{line: "on:2014-13", about: "2014-06-06", pos: 0, n: 10},
		{line: "on:2014-0 x", about: "2014-06-06", pos: 0, n: 9, live: true},
		{line: "x NOT", about: "NOT", pos: 2, n: 3},
		{line: "x *", about: "*", pos: 2, n: 1},
		{line: strings.Repeat("(", 99), about: "brackets", pos: 33, n: 1},
		{line: strings.Repeat("a ", 257), about: "too much", pos: 512, n: 1},
		{line: strings.Repeat("a ", 257), about: "too much", pos: 512, n: 1, live: true},
		{line: `x "` + strings.Repeat("a ", 256) + `"`, about: "too much", pos: 2, n: 1},
		{line: `x title:"` + strings.Repeat("a ", 256), about: "too much", pos: 2, n: 1, live: true},
		{line: "x " + strings.Repeat("a*", 256), about: "too much", pos: 2, n: 1},
		{line: "x " + strings.Repeat("新", 256), about: "too much", pos: 2, n: 1},
	} {
		_, err := Parse(c.line, c.live)
		if err == nil {
			t.Errorf("Parse(%q, %v) found no mistake", c.line, c.live)
		} else if err.Pos != c.pos || err.Len != c.n || !strings.Contains(err.Message, c.about) {
			t.Errorf("Parse(%q, %v) = %d+%d %q, want %d+%d about %s", c.line, c.live, err.Pos, err.Len, err.Message, c.pos, c.n, c.about)
		}
	}
}

func TestALineMayAskForAsMuchAsAPasteOfAParagraph(t *testing.T) {
	for _, line := range []string{
		strings.Repeat("a ", 256), `"` + strings.Repeat("a ", 256) + `"`, strings.Repeat("a.", 256), strings.Repeat("新", 256),
		strings.Repeat("- ", 1000) + "x", `"` + strings.Repeat("... ", 1000) + `"`, strings.Repeat("a", 100_000),
	} {
		if _, err := Parse(line, false); err != nil {
			t.Errorf("%.20q…: %v", line, err)
		}
	}
}

func TestWantedLeavesOutWhatIsNotAsked(t *testing.T) {
	q, err := Parse(`ferry -tram (bus OR "night train") is:unread title:x`, false)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for n := range q.Wanted {
		got = append(got, n.Text)
	}
	if want := "ferry,bus,night train,x"; strings.Join(got, ",") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if !q.Asks("unread") || q.Asks("starred") {
		t.Error("Asks should know is:unread and nothing else")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", `a "b c" -d OR (e title:f*)`, "is:unread after:2014-06", `"`, "((", "-", "OR", "东京*", "x:\xff"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, live bool) {
		q, err := Parse(s, live)
		if err != nil {
			if err.Pos < 0 || err.Len < 0 || err.Pos > len(s) || err.Message == "" {
				t.Fatalf("Parse(%q): a mistake at %d+%d", s, err.Pos, err.Len)
			}
			return
		}
		var check func(n *Node)
		check = func(n *Node) {
			if n.Pos < 0 || n.Pos+n.Len > len(s) {
				t.Fatalf("Parse(%q): a node at %d+%d", s, n.Pos, n.Len)
			}
			for _, k := range n.Kids {
				check(k)
			}
		}
		if q.Root != nil {
			check(q.Root)
		}
	})
}
