package articles

import (
	"fmt"
	"strings"
	"time"
)

// Precision says how much of a date was known.
type Precision uint8

// The precisions, from none to most.
const (
	Unknown Precision = iota
	Year
	Month
	Day
	Minute
	Second
)

// Date is a moment as a story states it: with the precision and the zone the
// text gives, inventing neither. The zero Date is unknown. Dates are
// comparable with ==.
type Date struct {
	unix      int64 // of the wall clock as if it were UTC
	offset    int32 // seconds east of UTC, where zoned
	precision Precision
	zoned     bool
}

// NewDate keeps of t what the precision admits. The zone of t is kept only if
// zoned is true and the precision is Minute or Second.
func NewDate(t time.Time, p Precision, zoned bool) Date {
	if p == Unknown {
		return Date{}
	}
	y, mo, d := t.Date()
	h, mi, s := t.Clock()
	switch p {
	case Year:
		mo, d, h, mi, s = 1, 1, 0, 0, 0
	case Month:
		d, h, mi, s = 1, 0, 0, 0
	case Day:
		h, mi, s = 0, 0, 0
	case Minute:
		s = 0
	}
	date := Date{unix: time.Date(y, mo, d, h, mi, s, 0, time.UTC).Unix(), precision: p}
	if zoned && p >= Minute {
		_, off := t.Zone()
		date.offset, date.zoned = int32(off), true
	}
	return date
}

// dateLayouts are what ParseDate reads; each stands for a precision.
var dateLayouts = []struct {
	layout    string
	precision Precision
	zoned     bool
}{
	{"2006", Year, false},
	{"2006-01", Month, false},
	{"2006-01-02", Day, false},
	{"2006-01-02T15:04", Minute, false},
	{"2006-01-02T15:04Z07:00", Minute, true},
	{"2006-01-02T15:04:05", Second, false},
	{"2006-01-02T15:04:05Z07:00", Second, true},
}

// ParseDate reads RFC 3339 cut to any precision, as Date.String writes it.
// Dates as articles write them are read by articles/dates.
func ParseDate(s string) (Date, error) {
	for _, l := range dateLayouts {
		if t, err := time.Parse(l.layout, s); err == nil {
			return NewDate(t, l.precision, l.zoned), nil
		}
	}
	return Date{}, fmt.Errorf("date %q: not RFC 3339", s)
}

// String writes RFC 3339 cut to the precision known, with an offset only if
// one was given: 2014-06-06, 2014-06-06T11:44:06. An unknown date is "".
func (d Date) String() string {
	for _, l := range dateLayouts {
		if l.precision == d.precision && l.zoned == d.zoned {
			return d.wall().Format(l.layout)
		}
	}
	return ""
}

// MarshalText implements encoding.TextMarshaler by String.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler by ParseDate; an empty
// text is the unknown date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	got, err := ParseDate(string(b))
	if err == nil {
		*d = got
	}
	return err
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.precision == Unknown }

// Precision tells how much of the date is known.
func (d Date) Precision() Precision { return d.precision }

// Zoned reports whether the text gave a zone.
func (d Date) Zoned() bool { return d.zoned }

// Time is the moment the date names. What is not known is the first of its
// kind, and a date without a zone is taken as UTC.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return d.wall()
}

func (d Date) wall() time.Time {
	t := time.Unix(d.unix, 0).UTC()
	if d.zoned {
		loc := time.UTC
		if d.offset != 0 {
			loc = time.FixedZone("", int(d.offset))
		}
		y, mo, day := t.Date()
		h, mi, s := t.Clock()
		t = time.Date(y, mo, day, h, mi, s, 0, loc)
	}
	return t
}

// Wall is the date by the clock and calendar it was dated with, as if those
// were of UTC: the order in which a day stands together, whatever the zones of
// its stories. Two dates of different zones are told apart by Time.
func (d Date) Wall() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Unix(d.unix, 0).UTC()
}

// Day is the date cut to the day, as 2014-06-06, or "" where the day is not
// known. It is the day on the calendar of the place the story was dated in.
func (d Date) Day() string {
	if d.precision < Day {
		return ""
	}
	day, _, _ := strings.Cut(d.String(), "T")
	return day
}

// Before reports whether d names an earlier moment than o; an unknown date is
// before every other.
func (d Date) Before(o Date) bool {
	if d.IsZero() || o.IsZero() {
		return d.IsZero() && !o.IsZero()
	}
	return d.Time().Before(o.Time())
}
