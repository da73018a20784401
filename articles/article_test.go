package articles

import (
	"slices"
	"testing"
	"time"
)

func TestDateKeepsThePrecisionAndTheZoneGiven(t *testing.T) {
	for _, s := range []string{
		"2014", "2014-06", "2014-06-06", "2014-06-06T11:44",
		"2014-06-06T11:44:06", "2014-06-06T11:44:06Z",
		"2014-06-06T11:44:06+03:30", "2014-06-06T11:44-08:00",
	} {
		d, err := ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.String(); got != s {
			t.Errorf("ParseDate(%q).String() = %q", s, got)
		}
		var back Date
		if err := back.UnmarshalText([]byte(s)); err != nil || back != d {
			t.Errorf("UnmarshalText(%q) = %v, %v; want %v", s, back, err, d)
		}
	}
}

func TestDateInventsNothing(t *testing.T) {
	at := time.Date(2014, 6, 6, 11, 44, 6, 0, time.FixedZone("", 3600))
	for p, want := range map[Precision]string{
		Unknown: "", Year: "2014", Month: "2014-06", Day: "2014-06-06",
		Minute: "2014-06-06T11:44", Second: "2014-06-06T11:44:06",
	} {
		if got := NewDate(at, p, false).String(); got != want {
			t.Errorf("precision %d: got %q, want %q", p, got, want)
		}
	}
	for _, s := range []string{"", "yesterday", "06/06/2014", "2014-13-01"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", s, d)
		}
	}
}

func TestDatesCompareAsMoments(t *testing.T) {
	date := func(s string) Date {
		d, err := ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	earlier, later := date("2014-06-06T11:00:00+03:00"), date("2014-06-06T09:00:00Z")
	if !earlier.Before(later) || later.Before(earlier) {
		t.Errorf("%v should be before %v", earlier, later)
	}
	if !(Date{}).Before(earlier) || earlier.Before(Date{}) || (Date{}).Before(Date{}) {
		t.Error("an unknown date should be before every known one, and not before itself")
	}
	if got := earlier.Day(); got != "2014-06-06" {
		t.Errorf("Day() = %q", got)
	}
	if got := date("2014-06").Day(); got != "" {
		t.Errorf("the day of a month is not known, got %q", got)
	}
}

func TestTheWallClockKeepsAPrintedDayTogether(t *testing.T) {
	var days []string
	for _, s := range []string{"2014-06-06T23:30:00-05:00", "2014-06-06", "2014-06-05T23:59:00-11:00", "2014-06-05T20:00:00+09:00"} {
		d, err := ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		days = append(days, d.Wall().Format(time.DateTime))
	}
	want := []string{"2014-06-06 23:30:00", "2014-06-06 00:00:00", "2014-06-05 23:59:00", "2014-06-05 20:00:00"}
	if !slices.Equal(days, want) {
		t.Errorf("got %v, want %v", days, want)
	}
	if !(Date{}).Wall().IsZero() {
		t.Error("an unknown date has a wall clock")
	}
}

func TestCountWords(t *testing.T) {
	for s, want := range map[string]int{
		"":                          0,
		"One, two — three's a word": 5,
		"well-known":                1,
		"rock-'n'-roll - é-t -9'":   3,
		"1,200 metres":              3,
		"東京の天気":                     3,
		"Müller sagte: «Nein»":      3,
	} {
		if got := CountWords(s); got != want {
			t.Errorf("CountWords(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestTwoWaysOfWritingATextHaveTheSameLetters(t *testing.T) {
	want := Letters("Ferry “runs aground” – at Café 7½")
	for _, s := range []string{"ferry runs aground at café 7½", "FERRY RUNS AGROUND (AT CAFÉ 7½)", "Ferry\n\"runs\"  aground: at Café, 7½."} {
		if got := Letters(s); got != want {
			t.Errorf("%q has %q, want %q", s, got, want)
		}
	}
	if got := Letters("– “…” –"); got != "" {
		t.Errorf("signs alone have %q", got)
	}
}
