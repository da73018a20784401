package dates

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"broadsheet/articles"
)

func TestTheTimeOfDay(t *testing.T) {
	const day = "2014-06-06"
	for in, want := range map[string]string{
		// as clocks have it
		"11:44": "T11:44", "9:05": "T09:05", "11:44:06": "T11:44:06", "00:00": "T00:00", "24:00": "T00:00",
		"11:44:06.123": "T11:44:06", "11:44:06,123456": "T11:44:06", "11.44": "T11:44", "11.44.06": "T11:44:06",
		"11h44": "T11:44", "11h": "T11:00", "11時44分": "T11:44", "11時": "T11:00", "11时44分6秒": "T11:44:06", "오후 3시 30분 5초": "T15:30:05",
		"11:44 Uhr": "T11:44", "11:44 hrs": "T11:44", "um 11.44 Uhr": "T11:44", "à 11h44": "T11:44", "a las 11:44": "T11:44",
		// by halves of the day
		"9 am": "T09:00", "9 pm": "T21:00", "9:15 p.m.": "T21:15", "9:15 a. m.": "T09:15", "12 am": "T00:00", "12:30 am": "T00:30",
		"12 pm": "T12:00", "12:30 PM": "T12:30", "9:15PM": "T21:15", "13:15 pm": "T13:15", "午前9時": "T09:00", "下午3:30": "T15:30",
		"오전 12:30": "T00:30", "9:15 μ.μ.": "T21:15", "9:15 πμ": "T09:15", "9:15 م": "T21:15", "9:15 صباحا": "T09:15",
		// in a zone
		"11:44Z": "T11:44Z", "11:44 GMT": "T11:44Z", "11:44 UTC": "T11:44Z", "11:44 (GMT)": "T11:44Z", "11:44 GMT+1": "T11:44+01:00",
		"11:44 EST": "T11:44-05:00", "11:44 EDT": "T11:44-04:00", "11:44 CST": "T11:44-06:00", "11:44 CDT": "T11:44-05:00",
		"11:44 MST": "T11:44-07:00", "11:44 MDT": "T11:44-06:00", "11:44 PST": "T11:44-08:00", "11:44 PDT": "T11:44-07:00",
		"11:44 BST": "T11:44+01:00", "11:44 CET": "T11:44+01:00", "11:44 MEZ": "T11:44+01:00", "11:44 CEST": "T11:44+02:00",
		"11:44 MESZ": "T11:44+02:00", "11:44 EET": "T11:44+02:00", "11:44 SAST": "T11:44+02:00", "11:44 EEST": "T11:44+03:00",
		"11:44 МСК": "T11:44+03:00", "11:44 EAT": "T11:44+03:00", "11:44 SGT": "T11:44+08:00", "11:44 JST": "T11:44+09:00",
		"11:44 KST": "T11:44+09:00", "11:44 AEST": "T11:44+10:00", "11:44 AEDT": "T11:44+11:00", "11:44 NZST": "T11:44+12:00", "11:44 NZDT": "T11:44+13:00",
		"11:44 +0330": "T11:44+03:30", "11:44+03:30": "T11:44+03:30", "11:44 -0800": "T11:44-08:00", "11:44−05:00": "T11:44-05:00", "11:44+02": "T11:44+02:00",
		// a zone that is not one is not invented
		"11:44 IST": "T11:44", "11:44 ET": "T11:44", "11:44 Ostrel time": "T11:44", "11:44 +1500": "T11:44", "11:44 +0199": "T11:44",
		// no time at all: the day stands
		"25:00": "", "11:60": "", "11:4": "", "11": "", "13 am": "", "11:44:61": "", "11:444": "",
	} {
		in := day + " " + in
		d, _, _, ok := Find(in, Hint{Language: "en"})
		if !ok || d.String() != day+want {
			t.Errorf("%q is %q, want %q", in, d, day+want)
		}
	}
}

// TestWhatGoWritesIsReadBack writes moments at random in the layouts that
// programs have, and reads them.
func TestWhatGoWritesIsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	zones := []*time.Location{time.UTC, time.FixedZone("", 3*3600+1800), time.FixedZone("", -5*3600), time.FixedZone("", 12*3600)}
	for _, layout := range []struct {
		is        string
		precision articles.Precision
		zoned     bool
	}{
		{time.RFC3339, articles.Second, true}, {time.RFC3339Nano, articles.Second, true},
		{time.RFC1123Z, articles.Second, true}, {time.RFC822Z, articles.Minute, true}, {time.RubyDate, articles.Second, true},
		{time.ANSIC, articles.Second, false}, {time.DateTime, articles.Second, false}, {time.DateOnly, articles.Day, false},
		{"2006-01-02T15:04-0700", articles.Minute, true}, {"20060102150405", articles.Second, false}, {"200601021504", articles.Minute, false},
		{"20060102T150405-0700", articles.Second, true}, {"20060102", articles.Day, false}, {"2006/01/02 15:04:05", articles.Second, false},
		{"2006.01.02", articles.Day, false}, {"02.01.2006 15:04", articles.Minute, false},
		{"Monday, January 2, 2006 3:04 PM", articles.Minute, false}, {"Mon Jan 2, 2006 15:04:05", articles.Second, false},
		{"January 2, 2006 at 3:04pm", articles.Minute, false}, {"2 January 2006", articles.Day, false},
		{"02-Jan-2006 15:04", articles.Minute, false}, {"02-Jan-06", articles.Day, false},
		{"15:04, 2 January 2006", articles.Minute, false}, {"3:04 PM Monday, 2 January 2006", articles.Minute, false}, {"January 2006", articles.Month, false},
	} {
		for range 200 {
			at := time.Date(1970+r.IntN(99), time.Month(1+r.IntN(12)), 1+r.IntN(28), r.IntN(24), r.IntN(60), r.IntN(60), 0, zones[r.IntN(len(zones))])
			in := at.Format(layout.is)
			want := articles.NewDate(at, layout.precision, layout.zoned)
			if d, ok := Parse(in, Hint{Language: "en"}); !ok || d.String() != want.String() {
				t.Errorf("%q is %q, want %q", in, d, want)
				break
			}
		}
	}
}

// TestNumbersAreNoDates names what has the look of a date and is none.
func TestNumbersAreNoDates(t *testing.T) {
	for _, in := range []string{
		"1.2.14:3", "version 10.11.12.13", "192.168.100.200", "tel. 0800 123 456", "12345678901", "on page 2014", "2014", "3/4 of 2014",
		"the 2014-15 season", "5-3-2 formation of 1998", "12/2014/7", "31/31/2014", "2014-00-10", "2014-10-00", "00/10/2014",
		"1499-06-06", "2200-06-06", "2014-6", "6 of 14", "June 31, 2014", "Feb 29, 2015", "29/02/1900", "0x20140606", "6 Jun 14 ferries",
	} {
		if d, start, end, ok := Find(in, Hint{Language: "en-GB"}); ok {
			t.Errorf("%q holds %s at %q", in, d, in[start:end])
		}
	}
	for _, in := range []string{"Feb 29, 2016", "29/02/2000", "29.02.2016"} {
		if _, ok := Parse(in, Hint{Language: "en-GB"}); !ok {
			t.Errorf("%q is a leap day", in)
		}
	}
}

// TestTheOrderOfDayAndMonth goes through every pair of figures: a reading that
// only one order allows needs no hint, and no hint makes a day that is not.
func TestTheOrderOfDayAndMonth(t *testing.T) {
	for a := 1; a <= 31; a++ {
		for b := 1; b <= 31; b++ {
			in := fmt.Sprintf("%02d/%02d/2014", a, b)
			valid := func(d, m int) bool {
				return m <= 12 && time.Date(2014, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() == d
			}
			dm, md := fmt.Sprintf("2014-%02d-%02d", b, a), fmt.Sprintf("2014-%02d-%02d", a, b)
			for lang, first := range map[string]string{"en-GB": dm, "de": dm, "en-US": md, "": ""} {
				want := ""
				switch {
				case valid(a, b) && (!valid(b, a) || a == b):
					want = dm
				case valid(b, a) && !valid(a, b):
					want = md
				case valid(a, b) && first == dm, valid(b, a) && first == md:
					want = first
				}
				if d, _ := Parse(in, Hint{Language: lang}); d.String() != want {
					t.Fatalf("%s in %q is %q, want %q", in, lang, d, want)
				}
			}
		}
	}
}
