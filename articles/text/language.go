package text

import "strings"

// Language guesses the language of a text: by its script where that decides,
// else by its small words. It returns "" where it does not know.
func Language(s string) string {
	s = s[:min(len(s), 4000)]
	var count [12]int
	for _, r := range s {
		switch {
		case r < 0x80:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				count[0]++
			}
		case r < 0x250:
			count[0]++
		case r >= 0x370 && r < 0x400:
			count[1]++
		case r >= 0x400 && r < 0x530:
			count[2]++
		case r >= 0x590 && r < 0x600:
			count[3]++
		case r >= 0x600 && r < 0x780:
			count[4]++
		case r >= 0x900 && r < 0x980:
			count[5]++
		case r >= 0xe00 && r < 0xe80:
			count[6]++
		case r >= 0x3040 && r < 0x3100:
			count[7]++
		case r >= 0xac00 && r < 0xd7a4:
			count[8]++
		case r >= 0x4e00 && r < 0xa000:
			count[9]++
		case r >= 0x980 && r < 0xa00:
			count[10]++
		case r >= 0x10a0 && r < 0x1100, r >= 0x530 && r < 0x590:
			count[11]++
		}
	}
	best, total := 0, 0
	for i, n := range count {
		total += n
		if n > count[best] {
			best = i
		}
	}
	switch {
	case total < 20:
		return ""
	case count[7]*20 > total: // kana among Han
		return "ja"
	}
	switch best {
	case 0:
		return bySmallWords(s, latinWords)
	case 1:
		return "el"
	case 2:
		return byLetters(s, "ru", "іїєґ", "uk", "ўі", "be", "ђћџјљњ", "sr", "ѓќѕ", "mk", "", "")
	case 3:
		return "he"
	case 4:
		return byLetters(s, "ar", "ٹڈڑںےھ", "ur", "پچژگیک", "fa", "", "", "", "", "", "")
	case 5:
		return "hi"
	case 6:
		return "th"
	case 7:
		return "ja"
	case 8:
		return "ko"
	case 9:
		return "zh"
	case 10:
		return "bn"
	}
	return ""
}

// byLetters picks the language whose own letters stand in the text, the first
// of those that do in number.
func byLetters(s, otherwise string, own ...string) string {
	for i := 0; i+1 < len(own); i += 2 {
		n := 0
		for _, r := range own[i] {
			n += strings.Count(s, string(r))
		}
		if own[i] != "" && n*150 > len(s)/2 && n > 3 {
			return own[i+1]
		}
	}
	if otherwise == "ru" && strings.Count(s, "ъ")*60 > len(s)/2 && !strings.ContainsAny(s, "ыэ") {
		return "bg"
	}
	return otherwise
}

// latinWords are words that are frequent in one language and rare in the
// others.
const latinWords = `en the and of to was for that with his from said have were which
de der die und das ist nicht mit von den dem ein eine auch auf für sich wurde
fr le les des est dans pour une qui sur pas que avec été sont du cette
es el los las que del con por una para como más fue pero sus está
pt que não uma com para dos mais foi pelo são da do em ao segundo também
it il che di della per non una del sono gli nel alla anche dei più
nl de het een van en dat is op voor niet zijn met aan werd ook
sv och att det som på är av för inte med till har ett om den
da og at det er på af til ikke med den har som blev der
no og det er på av til ikke med som har ble fra han på
fi ja on ei että se oli hän myös mutta kun sekä ovat ole joka
pl nie na się że jest do to jak od przez który oraz był są
cs se na že je to byl jako pro ale podle které jsem také při
sk sa na že je to bol ako pre ale podľa ktoré aj pri sú
hu hogy az egy nem és is volt meg már mint csak ez azt
ro și în că nu din pentru care mai este sunt fost cu la
tr bir ve bu için ile olarak da çok olan daha gibi sonra ne
id yang dan di dengan untuk dari ini itu tidak dalam pada akan oleh
vi của và là có được cho không trong người các những đã một
ca els amb que per una del les són més també aquest des
hr je da se na što od za koji su bilo nije kako bio
lt ir kad yra su bet jis iš buvo taip dėl prie
lv un ka ir no par bija uz ar kas viņš tika
et ja on et ei ning oma ta kui oli mis see
tl ang ng mga sa na ay hindi kay ni para niya`

// bySmallWords counts the small words of each language.
func bySmallWords(s, table string) string {
	words := map[string]int{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool {
		return r < 'a' && r != '\'' || r > 'z' && r < 0xc0
	}) {
		words[w]++
	}
	best, second, lang := 0, 0, ""
	for row := range strings.SplitSeq(table, "\n") {
		name, list, _ := strings.Cut(row, " ")
		n := 0
		for w := range strings.SplitSeq(list, " ") {
			n += words[w]
		}
		if n > best {
			best, second, lang = n, best, name
		} else if n > second {
			second = n
		}
	}
	if best < 3 || best == second {
		return ""
	}
	return lang
}

// language guesses the language of the units from their running text.
func (d *draft) language() string {
	var b strings.Builder
	for i := range d.units {
		if d.units[i].prose() {
			s := d.units[i].Text
			b.WriteString(s[:min(len(s), 2000)])
			b.WriteByte(' ')
		}
		if b.Len() > 3000 {
			break
		}
	}
	if b.Len() == 0 {
		for i := range d.units[:min(len(d.units), 40)] {
			b.WriteString(d.units[i].Text[:min(len(d.units[i].Text), 400)])
			b.WriteByte(' ')
		}
	}
	return Language(b.String())
}
