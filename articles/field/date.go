package field

import (
	"strconv"
	"strings"
	"time"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// Date reads a value as a date: a string in any way dates are written, or a
// number of seconds, milliseconds or more since 1970.
func Date(v any, lang string) (articles.Date, bool) {
	switch v := v.(type) {
	case Object:
		return Date(firstAny(v, "$date", "iso", "datetime", "date", "value", "numberlong", "published", "rendered"), lang)
	case []any:
		if len(v) > 0 {
			return Date(v[0], lang)
		}
	case Number:
		return number(string(v))
	case string:
		s := strings.TrimSpace(v)
		if d, ok := number(s); ok {
			return d, true
		}
		if d, ok := ISO(s); ok {
			return midnight(d), true
		}
		h := dates.Hint{Language: lang}
		if d, ok := dates.Parse(s, h); ok {
			return d, true
		}
		if len(s) < 120 {
			d, _, _, ok := dates.Find(s, h)
			return d, ok
		}
	}
	return articles.Date{}, false
}

// midnight is the day of a moment that a program made of one: midnight to the
// second, in no zone or in that of programs.
func midnight(d articles.Date) articles.Date {
	t := d.Wall()
	if d.Precision() < articles.Second || t.Hour()+t.Minute()+t.Second() != 0 {
		return d
	}
	if _, off := d.Time().Zone(); d.Zoned() && off != 0 {
		return d
	}
	return articles.NewDate(t, articles.Day, false)
}

func firstAny(o Object, names ...string) any {
	for _, n := range names {
		if v := o.Get(n); v != nil {
			return v
		}
	}
	return nil
}

// number reads 20140606, 20140606114406 and moments since 1970. It inspects
// the size alone, so a year is not taken for a moment.
func number(s string) (articles.Date, bool) {
	whole, _, _ := strings.Cut(s, ".")
	for i := 0; i < len(whole); i++ {
		if whole[i] < '0' || whole[i] > '9' {
			return articles.Date{}, false
		}
	}
	compact := func(layout string, p articles.Precision) (articles.Date, bool) {
		t, err := time.Parse(layout, whole)
		if err != nil || t.Year() < 1800 || t.Year() > 2100 {
			return articles.Date{}, false
		}
		return articles.NewDate(t, p, false), true
	}
	switch len(whole) {
	case 4:
		if y, _ := strconv.Atoi(whole); y >= 1800 && y <= 2100 {
			return compact("2006", articles.Year)
		}
	case 8:
		return compact("20060102", articles.Day)
	case 14:
		return compact("20060102150405", articles.Second)
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return articles.Date{}, false
	}
	for _, unit := range []int64{1, 1e3, 1e6, 1e9} {
		if sec := n / unit; sec >= 1e8 && sec < 4e9 {
			if sec%86_400 == 0 {
				// A program made a moment of a day.
				return articles.NewDate(time.Unix(sec, 0).UTC(), articles.Day, false), true
			}
			return articles.NewDate(time.Unix(sec, 0).UTC(), articles.Second, true), true
		}
	}
	return articles.Date{}, false
}

// ISO reads the forms of ISO 8601 that programs write: a blank for the T, a
// fraction of a second, an offset without colon, "UTC".
func ISO(s string) (articles.Date, bool) {
	if len(s) < 10 || s[4] != '-' {
		d, err := articles.ParseDate(s)
		return d, err == nil && len(s) == 7
	}
	if d, err := articles.ParseDate(s); err == nil {
		return d, true
	}
	if len(s) < 16 || s[10] != 'T' && s[10] != ' ' {
		return articles.Date{}, false
	}
	day, clock := s[:10], strings.TrimSpace(s[11:])
	zone := ""
	if i := strings.IndexAny(clock, "Zz+-U "); i >= 0 {
		zone = strings.TrimSpace(clock[i:])
		clock = strings.TrimSpace(clock[:i])
	}
	if i := strings.IndexAny(clock, ".,"); i >= 0 {
		clock = clock[:i]
	}
	switch strings.ToUpper(zone) {
	case "Z", "UTC", "GMT":
		zone = "Z"
	default:
		if len(zone) == 5 && zone[3] != ':' {
			zone = zone[:3] + ":" + zone[3:]
		} else if len(zone) == 3 {
			zone += ":00"
		}
	}
	d, err := articles.ParseDate(day + "T" + clock + zone)
	return d, err == nil
}
