package page

import (
	"testing"
	"time"

	"broadsheet/articles"
)

func TestADateSaysWhatIsKnownOfIt(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "2014": "2014", "2014-06": "Jun 2014", "2014-06-06": "Fri 6 Jun 2014",
		"2014-06-06T11:44":          "Fri 6 Jun 2014, 11:44",
		"2014-06-06T11:44:06":       "Fri 6 Jun 2014, 11:44",
		"2014-06-06T11:44:06Z":      "Fri 6 Jun 2014, 11:44 UTC",
		"2014-06-06T11:44:06+03:30": "Fri 6 Jun 2014, 11:44 +03:30",
	} {
		var d articles.Date
		if in != "" {
			d = date(t, in)
		}
		if got := When(d); got != want {
			t.Errorf("When(%q) = %q, want %q", in, got, want)
		}
	}
	if got := Day(date(t, "2014-06-06T11:44")); got != "6 Jun 2014" {
		t.Errorf("the day is %q", got)
	}
	if got := Day(date(t, "2014-06")); got != "Jun 2014" {
		t.Errorf("the day of a month is %q", got)
	}
}

func TestAgeIsToldAsPeopleDo(t *testing.T) {
	for in, want := range map[string]string{
		"2026-11-23":       "today",
		"2026-11-23T23:59": "today",
		"2026-11-22T23:59": "yesterday",
		"2026-11-24":       "tomorrow",
		"2026-11-20":       "3 days ago",
		"2026-11-26":       "in 3 days",
		"2026-11-10":       "13 days ago",
		"2026-11-09":       "2 weeks ago",
		"2026-09-25":       "8 weeks ago",
		"2026-09-23":       "2 months ago",
		"2026-05-24":       "5 months ago",
		"2025-11-24":       "11 months ago",
		"2025-11-23":       "12 months ago",
		"2024-11-24":       "23 months ago",
		"2024-11-23":       "2 years ago",
		"2014-06-06":       "12 years ago",
		"1899-01-01":       "127 years ago",
		"2026":             "this year",
		"2025":             "last year",
		"2027":             "next year",
		"2014":             "12 years ago",
		"2026-11":          "this month",
		"2026-10":          "last month",
		"2026-02":          "9 months ago",
		"2014-06":          "12 years ago",
		// A moment is told by the day it falls on where the reader is.
		"2026-11-23T00:30+09:00": "yesterday",
		"2026-11-22T23:30-08:00": "today",
	} {
		if got := Age(date(t, in), now()); got != want {
			t.Errorf("Age(%s) = %q, want %q", in, got, want)
		}
	}
	if got := Age(articles.Date{}, now()); got != "" {
		t.Errorf("an unknown date is %q old", got)
	}
	east := now().In(time.FixedZone("", 9*3600))
	if got := Age(date(t, "2026-11-22T20:00Z"), east); got != "today" {
		t.Errorf("in the east it is %q", got)
	}
}

func TestHowFarStoriesLieApart(t *testing.T) {
	for days, want := range map[int]string{
		0: "the same day", -1: "1 day before", 1: "1 day after", -3: "3 days before",
		400: "400 days after", -800: "2 years before",
	} {
		if got := Apart(days); got != want {
			t.Errorf("Apart(%d) = %q, want %q", days, got, want)
		}
	}
}

func TestReadingTime(t *testing.T) {
	for words, want := range map[int]string{
		0: "", -1: "", 1: "1 min", 114: "1 min", 345: "2 min", 920: "4 min",
		13800: "1 h", 100_000: "7 h 15 min",
	} {
		if got := Reading(words); got != want {
			t.Errorf("Reading(%d) = %q, want %q", words, got, want)
		}
	}
}

func TestALongStoryIsNotCountedWhole(t *testing.T) {
	p := New(Input{Article: articles.Article{Text: long(100_000)}, Now: now()}, 80, plainLook())
	if got := p.words(); got < 97_000 || got > 104_000 {
		t.Errorf("a story of 100,000 words is estimated at %d", got)
	}
}

func TestFormatsHaveNames(t *testing.T) {
	for f, want := range map[articles.Format]string{
		articles.FormatText: "scrape", articles.FormatHTML: "web page", articles.FormatMarkdown: "clipping",
		articles.FormatJSONL: "record", articles.FormatFeed: "feed", "epub": "epub", "": "",
	} {
		if got := FormatName(f); got != want {
			t.Errorf("FormatName(%q) = %q", f, got)
		}
	}
}
