package dates

import (
	"strings"
	"testing"
)

// TestEveryMonthOfEveryLanguage reads the names of the months as dates have
// them: in the genitive where a language has one.
func TestEveryMonthOfEveryLanguage(t *testing.T) {
	for lang, names := range map[string]string{
		"en":          "January February March April May June July August September October November December",
		"en, short":   "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
		"de":          "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
		"de, short":   "Jan. Feb. Mär. Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.",
		"de-AT":       "Jänner Feber März April Mai Juni Juli August September Oktober November Dezember",
		"fr":          "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"fr, short":   "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
		"es":          "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"es, short":   "ene feb mar abr may jun jul ago sep oct nov dic",
		"it":          "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"it, short":   "gen feb mar apr mag giu lug ago set ott nov dic",
		"pt":          "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"pt, short":   "jan fev mar abr mai jun jul ago set out nov dez",
		"nl":          "januari februari maart april mei juni juli augustus september oktober november december",
		"sv":          "januari februari mars april maj juni juli augusti september oktober november december",
		"da":          "januar februar marts april maj juni juli august september oktober november december",
		"nb":          "januar februar mars april mai juni juli august september oktober november desember",
		"is":          "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
		"fi":          "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
		"et":          "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
		"lv":          "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
		"lt":          "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
		"pl":          "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
		"cs":          "ledna února března dubna května června července srpna září října listopadu prosince",
		"sk":          "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
		"sl":          "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
		"hr-HR":       "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
		"sr-Latn":     "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
		"sr":          "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
		"hu":          "január február március április május június július augusztus szeptember október november december",
		"ro":          "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
		"ca":          "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
		"tr":          "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
		"ru":          "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
		"ru, plain":   "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
		"uk":          "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
		"bg":          "януари февруари март април май юни юли август септември октомври ноември декември",
		"el":          "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
		"el, short":   "Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ",
		"he":          "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
		"ar":          "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
		"ar-DZ":       "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
		"ar-MA":       "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
		"fa, of ours": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
		"hi":          "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
		"id":          "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
		"ms":          "Januari Februari Mac April Mei Jun Julai Ogos September Oktober November Disember",
	} {
		months := strings.Fields(names)
		if len(months) != 12 {
			t.Fatalf("%s has %d months", lang, len(months))
		}
		hint, _, _ := strings.Cut(lang, ",")
		for i, name := range months {
			want := "2014-" + twoFigures(i+1) + "-06"
			for _, in := range []string{"6 " + name + " 2014", "6. " + name + " 2014", "6 " + strings.ToUpper(name) + " 2014"} {
				if d, ok := Parse(in, Hint{Language: hint}); !ok || d.String() != want {
					t.Errorf("%s: %q is %q, want %s", lang, in, d, want)
				}
			}
		}
	}
	for i, name := range strings.Fields("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.") {
		want := "2014-" + twoFigures(i%12+1) + "-06"
		if d, ok := Parse("6 "+name+" 2557", Hint{Language: "th"}); !ok || d.String() != want {
			t.Errorf("th: %s is %q, want %s", name, d, want)
		}
	}
	levant := []string{"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"}
	for i, name := range levant {
		want := "2014-" + twoFigures(i+1) + "-06"
		if d, ok := Parse("٦ "+name+" ٢٠١٤", Hint{Language: "ar"}); !ok || d.String() != want {
			t.Errorf("ar: %s is %q, want %s", name, d, want)
		}
	}
}

func twoFigures(n int) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }

// TestPersianYears holds the calendar of Iran to days that are known: the first
// of the year, of its seventh month, and the last, in common and leap years.
func TestPersianYears(t *testing.T) {
	for in, want := range map[string]string{
		"1 فروردین 1357": "1978-03-21", "22 بهمن 1357": "1979-02-11",
		"1 فروردین 1375": "1996-03-20", "30 اسفند 1375": "1997-03-20", "1 فروردین 1376": "1997-03-21",
		"1 مهر 1400": "2021-09-23", "29 اسفند 1400": "2022-03-20", "31 شهریور 1400": "2021-09-22",
		"1 آبان 1393": "2014-10-23", "1 آذر 1393": "2014-11-22", "1 دی 1393": "2014-12-22",
		"10 اردیبهشت 1393": "2014-04-30", "10 تیر 1393": "2014-07-01", "10 مرداد 1393": "2014-08-01",
		"1393/03/16":  "2014-06-06",
		"31 مهر 1393": "", "32 فروردین 1393": "", "1 فروردین 1199": "", "1 فروردین 1501": "",
	} {
		if d, ok := Parse(in, Hint{Language: "fa"}); d.String() != want || ok != (want != "") {
			t.Errorf("%s is %q, want %q", in, d, want)
		}
	}
}

func TestTheErasOfEastAsia(t *testing.T) {
	for in, want := range map[string]string{
		"昭和64年1月7日": "1989-01-07", "平成元年1月8日": "1989-01-08", "令和6年12月31日": "2024-12-31",
		"大正12年9月1日": "1923-09-01", "民国38年10月1日": "1949-10-01", "平成二十六年六月六日": "2014-06-06",
		"二〇一四年十二月三十一日": "2014-12-31", "2014年6月": "2014-06", "2014年12月10號": "2014-12-10",
		"2014年6月6日（金曜日）": "2014-06-06", "2014 年 6 月 6 日": "2014-06-06",
		"平成131年1月1日": "", "2014年13月1日": "", "2014年2月30日": "", "平成26": "", "二〇一四": "",
	} {
		if d, ok := Parse(in, Hint{Language: "ja"}); d.String() != want || ok != (want != "") {
			t.Errorf("%s is %q, want %q", in, d, want)
		}
	}
}
