package dates

import (
	"testing"
	"unicode/utf8"

	"broadsheet/articles"
)

func TestParseReadsDatesAsNewsWritesThem(t *testing.T) {
	for _, c := range []struct{ in, lang, want string }{
		// English
		{"Fri Jun 6, 2014 11:44:06", "en", "2014-06-06T11:44:06"},
		{"Friday, June 6, 2014", "en", "2014-06-06"},
		{"Friday June 6th, 2014 at 11:44 a.m.", "en", "2014-06-06T11:44"},
		{"June 6, 2014, 7:09 PM EST", "en", "2014-06-06T19:09-05:00"},
		{"6 June 2014", "en", "2014-06-06"},
		{"06-Jun-2014", "en", "2014-06-06"},
		{"06-Jun-14", "en", "2014-06-06"},
		{"Fri, 06 Jun 2014 11:44:06 +0330", "en", "2014-06-06T11:44:06+03:30"},
		{"Fri Jun  6 11:44:06 EDT 2014", "en", "2014-06-06T11:44:06-04:00"},
		{"11:44 GMT, Friday 6 June 2014", "en", "2014-06-06T11:44Z"},
		{"9.15 pm, 6 June 2014", "en", "2014-06-06T21:15"},
		{"Tuesday | April 26, 2022 | 9:52 PM", "en", "2022-04-26T21:52"},
		{"Thursday, November 9, 2023 4:41AM", "en", "2023-11-09T04:41"},
		{"June 2014", "en", "2014-06"},
		{"Sept. 3, 2010", "en", "2010-09-03"},
		{"6 June 2014, noon", "en", ""},
		// figures
		{"2014-06-06", "", "2014-06-06"},
		{"2014-06-06T11:44:06Z", "", "2014-06-06T11:44:06Z"},
		{"2014-06-06T11:44:06.123+02:00", "", "2014-06-06T11:44:06+02:00"},
		{"2014-06-06 11:44:06 UTC", "", "2014-06-06T11:44:06Z"},
		{"2014/06/06 11:44", "", "2014-06-06T11:44"},
		{"20140606", "", "2014-06-06"},
		{"20140606T114406Z", "", "2014-06-06T11:44:06Z"},
		{"13/06/2014", "", "2014-06-13"},
		{"06/13/2014", "", "2014-06-13"},
		{"6/6/2014", "", "2014-06-06"},
		{"05/06/2014", "", ""},
		{"05/06/2014", "en", ""},
		{"05/06/2014", "en-US", "2014-05-06"},
		{"05/06/2014", "en-GB", "2014-06-05"},
		{"05/06/2014", "es", "2014-06-05"},
		{"05.06.2014, 11:44 Uhr", "", "2014-06-05T11:44"},
		{"31/12/14", "", "2014-12-31"},
		{"30.02.2014", "", ""},
		{"11.30.45", "", ""},
		{"01.21.2020", "", "2020-01-21"},
		{"13.21.2020", "", ""},
		{"03.Mär.19", "de", "2019-03-03"},
		{"31 Donnerstag Okt 2019", "de", "2019-10-31"},
		{"29 / Dezember / 2022", "de", "2022-12-29"},
		{"12 monkeys Oct 2019", "en", ""},
		// Europe
		{"6 juin 2014 à 11h44", "fr", "2014-06-06T11:44"},
		{"1er août 2014", "fr", "2014-08-01"},
		{"Freitag, 6. Juni 2014, 11.44 Uhr", "de", "2014-06-06T11:44"},
		{"6. März 2014", "de", "2014-03-06"},
		{"Miércoles, 4 de Mayo de 2022 a las 07:46hrs.", "es", "2022-05-04T07:46"},
		{"4 de maio de 2022, 05:34 h", "pt", "2022-05-04T05:34"},
		{"mercoledì 19 febbraio 2020 ore 09:30", "it", "2020-02-19T09:30"},
		{"vrijdag 6 juni 2014 om 11:44", "nl", "2014-06-06T11:44"},
		{"fredagen den 6 juni 2014", "sv", "2014-06-06"},
		{"fredag 6. juni 2014 kl. 11.44", "da", "2014-06-06T11:44"},
		{"6. kesäkuuta 2014 klo 11.44", "fi", "2014-06-06T11:44"},
		{"29 kwietnia 2021, 17:13", "pl", "2021-04-29T17:13"},
		{"6. června 2014", "cs", "2014-06-06"},
		{"15 августа 2016, 13:43", "ru", "2016-08-15T13:43"},
		{"6 червня 2014 р.", "uk", "2014-06-06"},
		{"6 Haziran 2014 11:44", "tr", "2014-06-06T11:44"},
		{"6 Ιουνίου 2014", "el", "2014-06-06"},
		{"2014. június 6. 11:44", "hu", "2014-06-06T11:44"},
		{"6 iunie 2014", "ro", "2014-06-06"},
		{"6. listopada 2014", "hr", "2014-10-06"},
		{"6 listopada 2014", "pl", "2014-11-06"},
		{"2014 m. birželio 6", "lt", "2014-06-06"},
		// Asia and Africa
		{"الجمعة 8 فيفري 2019", "ar", "2019-02-08"},
		{"٦ يونيو ٢٠١٤", "ar", "2014-06-06"},
		{"6 كانون الثاني 2014", "ar", "2014-01-06"},
		{"۱۶ خرداد ۱۳۹۳", "fa", "2014-06-06"},
		{"1 فروردین 1400", "fa", "2021-03-21"},
		{"6 ביוני 2014", "he", "2014-06-06"},
		{"6 जून 2014", "hi", "2014-06-06"},
		{"2014年6月6日 11:44", "ja", "2014-06-06T11:44"},
		{"2014年6月6日(金) 午後3時30分", "ja", "2014-06-06T15:30"},
		{"平成26年6月6日", "ja", "2014-06-06"},
		{"令和元年5月1日", "ja", "2019-05-01"},
		{"二〇一四年六月十六日", "zh", "2014-06-16"},
		{"民國103年6月6日", "zh", "2014-06-06"},
		{"2014년 6월 6일 오후 3:30", "ko", "2014-06-06T15:30"},
		{"21 ม.ค. 2561", "th", "2018-01-21"},
		{"21 มกราคม 2561", "th", "2018-01-21"},
		{"Jumat, 6 Juni 2014", "id", "2014-06-06"},
		{"ngày 6 tháng 6 năm 2014", "vi", "2014-06-06"},
		// not dates
		{"", "", ""},
		{"yesterday", "en", ""},
		{"5 days ago", "en", ""},
		{"June 6", "en", ""},
		{"6 million", "en", ""},
		{"31 June 2014", "en", ""},
	} {
		d, ok := Parse(c.in, Hint{Language: c.lang})
		if got := d.String(); got != c.want || ok != (c.want != "") {
			t.Errorf("Parse(%q, %s) = %q, want %q", c.in, c.lang, got, c.want)
		}
	}
}

func TestFindTellsWhereTheDateStands(t *testing.T) {
	for _, c := range []struct{ in, place, want string }{
		{"By Runa Tell2010-01-01 09:32:17 UTC", "2010-01-01 09:32:17 UTC", "2010-01-01T09:32:17Z"},
		{"Published: Fri Jun 6, 2014 11:44:06", "Fri Jun 6, 2014 11:44:06", "2014-06-06T11:44:06"},
		{"Courier  1. November 20231. November 2023 Ostrel", "1. November 2023", "2023-11-01"},
		{"Posted by Oule | Sep 22, 2017 | Harbour", "Sep 22, 2017", "2017-09-22"},
		{"The bill of 1999 passed on 6 June 2014 in Karsk", "6 June 2014", "2014-06-06"},
		{"Updated April 22, 20224:39 p.m.", "April 22, 20224:39 p.m.", "2022-04-22T16:39"},
		{"In May the trams came back; 40 ran", "", ""},
	} {
		d, start, end, ok := Find(c.in, Hint{Language: "en"})
		if !ok {
			if c.want != "" {
				t.Errorf("Find(%q) found nothing", c.in)
			}
			continue
		}
		if got := c.in[start:end]; got != c.place || d.String() != c.want {
			t.Errorf("Find(%q) = %v at %q, want %s at %q", c.in, d, got, c.want, c.place)
		}
	}
}

func TestAnotherDateOfTheStoryDecidesTheOrder(t *testing.T) {
	near, _ := articles.ParseDate("2014-06-07")
	if d, _ := Parse("05/06/2014", Hint{Language: "en", Near: near}); d.String() != "2014-06-05" {
		t.Errorf("near 7 June, 05/06/2014 is 5 June; got %q", d)
	}
	near, _ = articles.ParseDate("2014-05-03")
	if d, _ := Parse("05/06/2014", Hint{Near: near}); d.String() != "2014-05-06" {
		t.Errorf("near 3 May, 05/06/2014 is 6 May; got %q", d)
	}
}

func TestFromURL(t *testing.T) {
	for in, want := range map[string]string{
		"https://courier.example/2014/06/06/ferry":        "2014-06-06",
		"/2014/03/23/x_635312057967354048_25f_4x3.jpg":    "2014-03-23",
		"https://wire.example/news/2014-06-06-ferry.html": "2014-06-06",
		"https://wire.example/20140606/ferry":             "2014-06-06",
		"https://wire.example/2014/06/ferry":              "2014-06",
		"https://wire.example/2014/jun/06/ferry":          "2014-06-06",
		"https://wire.example/story/12345678":             "",
		"https://wire.example/2014/13/45/":                "",
		"https://wire.example/article-2014":               "",
		"https://wire.example/635312057967354048/salt":    "",
		"": "",
	} {
		d, ok := FromURL(in)
		if d.String() != want || ok != (want != "") {
			t.Errorf("FromURL(%q) = %q, want %q", in, d, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Fri Jun 6, 2014 11:44:06", "平成26年6月6日", "6 كانون الثاني 2014", "6 6 6 2014", "20140606T1", "\xff1 mai"} {
		f.Add(s, "en")
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		d, start, end, ok := Find(s, Hint{Language: lang})
		if !ok {
			return
		}
		if d.IsZero() || start < 0 || end <= start || end > len(s) {
			t.Fatalf("Find(%q) = %v at %d:%d", s, d, start, end)
		}
		if utf8.ValidString(s) && !utf8.ValidString(s[start:end]) {
			t.Fatalf("Find(%q) cuts a letter at %d:%d", s, start, end)
		}
		Parse(s, Hint{Language: lang})
		FromURL(s)
	})
}

func BenchmarkFindInProse(b *testing.B) {
	s := "The inquiry heard on Friday that 14 of the 23 pumps had been out of order since the spring, and that a part ordered in April for 1,200 crowns never came."
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Find(s, Hint{Language: "en"})
	}
}
