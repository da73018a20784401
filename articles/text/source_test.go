package text

import (
	"strings"
	"testing"
)

func TestTheHolderOfTheRightsIsNamed(t *testing.T) {
	for in, want := range map[string]string{
		"© 2014 Vasska Post. All rights reserved.":                                     "Vasska Post",
		"Copyright © 2010-2014 by The Ostrel Courier":                                  "The Ostrel Courier",
		"(c) Tarrovia Wire Ltd, 2014":                                                  "Tarrovia Wire",
		"Copyright 2014 · courier.example":                                             "courier.example",
		"© 5min.example":                                                               "5min.example",
		"Vasska Post 2014 © | Impressum":                                               "",
		"© 2014 All rights reserved":                                                   "",
		"© 2014 - Alle Rechte vorbehalten":                                             "",
		"© the heirs of the pilot who ran the ferry aground and of all his passengers": "",
		"No rights are held here":                                                      "",
	} {
		if got := holder(in); got != want {
			t.Errorf("%q is held by %q, want %q", in, got, want)
		}
	}
}

func TestAPageNamesItsOutlet(t *testing.T) {
	page := samples()["page"]
	if a := Clean(page, Options{}); a.Source != "Vasska Post" {
		t.Errorf("source %q", a.Source)
	}
	if a := Clean(page, Options{Source: "The Lantern"}); a.Source != "The Lantern" {
		t.Errorf("what was known before gave way to %q", a.Source)
	}
	title := "Depot fire in Tarrovia: nobody was hurt"
	a := Clean(title+" | The Lantern\n"+page, Options{})
	if a.Source != "The Lantern" || a.Title != title {
		t.Errorf("source %q, title %q", a.Source, a.Title)
	}
	// A name that nothing else on the page bears may be anybody's.
	a = Clean(strings.Replace(page, "© 2014 Vasska Post", "© 2014 Millow Holdings", 1), Options{})
	if a.Source != "" {
		t.Errorf("source %q", a.Source)
	}
	// The rights in a picture within the story are not those in the page.
	a = Clean(withLine(middle, "© Vasska Post"), Options{})
	if a.Source != "" {
		t.Errorf("source %q", a.Source)
	}
}
