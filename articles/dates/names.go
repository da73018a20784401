package dates

import "strings"

// month is the number of a folded month name or abbreviation, or 0. The
// language matters for names that mean something else in another.
func month(w, language string) int {
	if len(w) < 2 || len(w) > 40 {
		return 0
	}
	switch language, _, _ := strings.Cut(language, "-"); {
	case language == "hr" && (w == "listopad" || w == "listopada"):
		return 10
	case language == "ms" && w == "mac":
		return 3
	}
	if m := western(w); m > 0 {
		return m
	}
	if m := eastern(w); m > 0 {
		return m
	}
	return semitic(w)
}

// western reads month names in Latin script.
func western(w string) int {
	switch w {
	case "january", "jan", "januar", "janner", "jaenner", "januari", "janvier", "janv", "enero", "ene", "gennaio", "gen", "gener", "janeiro", "styczen", "stycznia", "sty", "leden", "ledna", "januara", "ianuarie", "ian", "ocak", "oca", "tammikuu", "tammikuuta", "tammikuun", "januaris", "jaanuar", "janvaris", "janvari", "sausio", "sausis", "sijecanj", "sijecnja", "xaneiro", "urtarrilak", "januarja":
		return 1
	case "february", "feb", "februar", "februari", "feber", "fevrier", "fevr", "fev", "febrero", "febbraio", "febrer", "fevereiro", "luty", "lutego", "lut", "unor", "unora", "februara", "februarie", "febr", "subat", "sub", "helmikuu", "helmikuuta", "helmikuun", "veebruar", "februaris", "vasario", "vasaris", "veljaca", "veljace", "febreiro", "februarja":
		return 2
	case "march", "mar", "marz", "maerz", "maart", "mrt", "mars", "marzo", "marc", "marco", "marzec", "marca", "brezen", "brezna", "martie", "mart", "maaliskuu", "maaliskuuta", "maaliskuun", "marcius", "marts", "marta", "kovo", "kovas", "ozujak", "ozujka", "maret":
		return 3
	case "april", "apr", "avril", "avr", "abril", "abr", "aprile", "kwiecien", "kwietnia", "kwi", "duben", "dubna", "aprila", "aprilie", "nisan", "nis", "huhtikuu", "huhtikuuta", "huhtikuun", "aprilis", "aprill", "balandzio", "balandis", "travanj", "travnja":
		return 4
	case "may", "mai", "mayo", "maggio", "mag", "maig", "maio", "maj", "maja", "kveten", "kvetna", "kve", "mei", "mayis", "toukokuu", "toukokuuta", "toukokuun", "majus", "maijs", "maija", "geguzes", "geguze", "svibanj", "svibnja":
		return 5
	case "june", "jun", "juni", "juin", "junio", "giugno", "giu", "juny", "junho", "czerwiec", "czerwca", "cze", "cerven", "cervna", "juna", "iunie", "iun", "haziran", "haz", "kesakuu", "kesakuuta", "kesakuun", "junius", "juuni", "junijs", "junija", "birzelio", "birzelis", "lipanj", "lipnja", "xuno", "junij":
		return 6
	case "july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "juliol", "julho", "lipiec", "lipca", "lip", "cervenec", "cervence", "jula", "iulie", "iul", "temmuz", "tem", "heinakuu", "heinakuuta", "heinakuun", "julius", "juuli", "julijs", "julija", "liepos", "liepa", "srpanj", "srpnja", "xullo", "julij", "julai":
		return 7
	case "august", "aug", "augustus", "aout", "agosto", "ago", "agost", "sierpien", "sierpnia", "sie", "srpen", "srpna", "augusta", "agustos", "agu", "elokuu", "elokuuta", "elokuun", "augusztus", "augusti", "augusts", "rugpjucio", "rugpjutis", "kolovoz", "kolovoza", "agustus", "agust", "avgust", "avgusta", "ogos":
		return 8
	case "september", "sep", "sept", "septembre", "septiembre", "setiembre", "settembre", "set", "sett", "setembre", "setembro", "wrzesien", "wrzesnia", "wrz", "zari", "septembra", "septembrie", "eylul", "eyl", "syyskuu", "syyskuuta", "syyskuun", "szeptember", "szept", "septembris", "rugsejo", "rugsejis", "rujan", "rujna", "septembar":
		return 9
	case "october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out", "pazdziernik", "pazdziernika", "paz", "rijen", "rijna", "oktobra", "octombrie", "ekim", "eki", "lokakuu", "lokakuuta", "lokakuun", "oktoober", "oktobris", "spalio", "spalis", "oktobar":
		return 10
	case "november", "nov", "novembre", "noviembre", "novembro", "listopad", "listopada", "listopadu", "lis", "novembra", "noiembrie", "noi", "kasim", "kas", "marraskuu", "marraskuuta", "marraskuun", "novembris", "lapkricio", "lapkritis", "studeni", "studenoga", "studenog", "nopember", "novembar":
		return 11
	case "december", "dec", "dezember", "dez", "decembre", "diciembre", "dic", "dicembre", "desembre", "dezembro", "grudzien", "grudnia", "gru", "prosinec", "prosince", "decembra", "decembrie", "aralik", "ara", "joulukuu", "joulukuuta", "joulukuun", "desember", "des", "detsember", "decembris", "gruodzio", "gruodis", "prosinac", "prosinca", "decembar", "disember":
		return 12
	}
	return 0
}

// eastern reads month names in Cyrillic, Greek and Devanagari.
func eastern(w string) int {
	switch w {
	case "январь", "января", "янв", "січень", "січня", "січ", "януари", "яну", "јануар", "ιανουαριου", "ιανουαριοσ", "ιαν", "जनवरी":
		return 1
	case "февраль", "февраля", "фев", "февр", "лютий", "лютого", "лют", "февруари", "фебруар", "φεβρουαριου", "φεβρουαριοσ", "φεβ", "फरवरी":
		return 2
	case "март", "марта", "мар", "березень", "березня", "бер", "μαρτιου", "μαρτιοσ", "μαρ", "मार्च":
		return 3
	case "апрель", "апреля", "апр", "квітень", "квітня", "квіт", "април", "απριλιου", "απριλιοσ", "απρ", "अप्रैल":
		return 4
	case "май", "мая", "травень", "травня", "трав", "мај", "μαιου", "μαιοσ", "μαι", "मई":
		return 5
	case "июнь", "июня", "июн", "червень", "червня", "черв", "юни", "јун", "јуни", "ιουνιου", "ιουνιοσ", "ιουν", "जून":
		return 6
	case "июль", "июля", "июл", "липень", "липня", "лип", "юли", "јул", "јули", "ιουλιου", "ιουλιοσ", "ιουλ", "जुलाई":
		return 7
	case "август", "августа", "авг", "серпень", "серпня", "серп", "αυγουστου", "αυγουστοσ", "αυγ", "अगस्त":
		return 8
	case "сентябрь", "сентября", "сен", "сент", "вересень", "вересня", "вер", "септември", "септембар", "σεπτεμβριου", "σεπτεμβριοσ", "σεπ", "σεπτ", "सितंबर", "सितम्बर":
		return 9
	case "октябрь", "октября", "окт", "жовтень", "жовтня", "жовт", "октомври", "октобар", "οκτωβριου", "οκτωβριοσ", "οκτ", "अक्टूबर", "अक्तूबर":
		return 10
	case "ноябрь", "ноября", "ноя", "нояб", "листопад", "листопада", "лист", "ноември", "новембар", "νοεμβριου", "νοεμβριοσ", "νοε", "नवंबर", "नवम्बर":
		return 11
	case "декабрь", "декабря", "дек", "грудень", "грудня", "груд", "декември", "децембар", "δεκεμβριου", "δεκεμβριοσ", "δεκ", "दिसंबर", "दिसम्बर":
		return 12
	}
	return 0
}

// semitic reads month names in Arabic (of Egypt, the Maghreb and the Levant),
// Persian, Hebrew, and Thai.
func semitic(w string) int {
	switch w {
	case "يناير", "جانفي", "ژانويه", "ينوار", "ינואר", "בינואר", "มกราคม", "ม.ค", "มค":
		return 1
	case "فبراير", "فيفري", "شباط", "فوريه", "פברואר", "בפברואר", "กุมภาพันธ์", "กพ":
		return 2
	case "مارس", "اذار", "מרץ", "במרץ", "מרס", "במרס", "มีนาคม", "มีค":
		return 3
	case "ابريل", "افريل", "نيسان", "اوريل", "אפריל", "באפריל", "เมษายน", "เมย":
		return 4
	case "مايو", "ماي", "ايار", "مه", "מאי", "במאי", "พฤษภาคม", "พค":
		return 5
	case "يونيو", "يونيه", "جوان", "حزيران", "ژوين", "ژوئن", "יוני", "ביוני", "มิถุนายน", "มิย":
		return 6
	case "يوليو", "يوليه", "جويليه", "يوليوز", "تموز", "ژوئيه", "ژوييه", "יולי", "ביולי", "กรกฎาคม", "กค":
		return 7
	case "اغسطس", "اوت", "غشت", "اب", "אוגוסט", "באוגוסט", "สิงหาคม", "สค":
		return 8
	case "سبتمبر", "ايلول", "شتنبر", "سپتامبر", "ספטמבר", "בספטמבר", "กันยายน", "กย":
		return 9
	case "اكتوبر", "اكتبر", "אוקטובר", "באוקטובר", "ตุลาคม", "ตค":
		return 10
	case "نوفمبر", "نونبر", "نوامبر", "נובמבר", "בנובמבר", "พฤศจิกายน", "พย":
		return 11
	case "ديسمبر", "دجنبر", "دسامبر", "דצמבר", "בדצמבר", "ธันวาคม", "ธค":
		return 12
	}
	return 0
}

// isWeekday reports whether a folded word names a day of the week.
func isWeekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun",
		"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
		"mo", "di", "mi", "do", "fr", "sa", "so",
		"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mer", "jeu", "ven", "sam", "dim",
		"lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo", "mie", "jue", "vie", "dom",
		"lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica", "gio",
		"segunda", "terca", "quarta", "quinta", "sexta", "feira", "seg", "ter", "qua", "qui", "sex",
		"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
		"fredagen", "mandagen", "tisdagen", "onsdagen", "torsdagen", "lordagen", "sondagen",
		"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lordag", "sondag", "tisdag",
		"poniedzialek", "wtorek", "sroda", "czwartek", "piatek", "sobota", "niedziela",
		"pondeli", "utery", "streda", "ctvrtek", "patek", "nedele",
		"pazartesi", "sali", "carsamba", "persembe", "cuma", "cumartesi", "pazar",
		"maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai",
		"hetfo", "kedd", "szerda", "csutortok", "pentek", "szombat", "vasarnap",
		"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu",
		"понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
		"понеділок", "вівторок", "середа", "четвер", "пятниця", "субота", "неділя",
		"пн", "вт", "ср", "чт", "пт", "сб", "вс",
		"δευτερα", "τριτη", "τεταρτη", "πεμπτη", "παρασκευη", "σαββατο", "κυριακη",
		"الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت",
		"شنبه", "يكشنبه", "دوشنبه", "چهارشنبه", "پنجشنبه", "جمعه",
		"सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार":
		return true
	}
	return false
}

// isJoin reports whether a folded word joins the parts of a date.
func isJoin(w string) bool {
	switch w {
	case "at", "on", "of", "the", "um", "den", "der", "vom", "uhr", "a", "le", "la", "las", "los", "as", "de", "del", "d", "du", "alle", "ore", "il",
		"kl", "klo", "klockan", "om", "op", "o", "godz", "r", "g", "в", "г", "года", "о", "року", "р", "saat", "ora", "hrs", "hs", "h", "pukul", "est", "edt",
		"gmt", "utc", "et", "pt", "ngay", "luc", "stis", "στισ", "ساعت", "الساعه", "בשעה", "เวลา", "น":
		return true
	}
	return false
}
