package charset

// A few invented sentences in each language, and the encodings it was kept in
// before UTF-8.
var languages = []struct {
	name      string
	encodings []string
	text      []string
}{
	{"English", []string{"windows-1252", "macintosh"}, []string{
		"“We asked for the part in April,” the pilot’s lawyer said – and nobody answered.",
		"Repairs to the café on the quay cost £1,200; the ferry’s insurers won’t pay.",
		"It was a fiasco… the harbour master’s word, not ours.",
	}},
	{"French", []string{"windows-1252", "iso-8859-15", "macintosh"}, []string{
		"Le pilote du traversier a déclaré vendredi que le second radar était en panne depuis le printemps.",
		"« Nous avons demandé la pièce en avril », a-t-il ajouté ; la réponse n’est jamais arrivée à Karsk.",
		"Où sont passés les gâteaux de l’hôtel ? Ça, même le maître d’équipage l’ignore.",
	}},
	{"German", []string{"windows-1252", "macintosh", "ibm850"}, []string{
		"Der Lotse der Fähre, die vor Karsk auf Grund lief, sagte, das zweite Radar sei seit dem Frühjahr außer Betrieb.",
		"„Wir haben im April danach gefragt“, erklärte er über seine Anwältin. Für Schäden hafte die Reederei.",
	}},
	{"Spanish", []string{"windows-1252", "macintosh"}, []string{
		"El práctico del transbordador declaró el viernes que el segundo radar llevaba meses averiado.",
		"«¿Quién pagará los daños?», preguntó la señora Ibáñez. Nadie contestó; según el capitán, así será mañana también.",
	}},
	{"Portuguese", []string{"windows-1252", "macintosh"}, []string{
		"O piloto da balsa disse na sexta-feira que o segundo radar não funcionava desde a primavera.",
		"A comissão ouvirá três testemunhas amanhã; a decisão sairá até julho, informou o órgão.",
	}},
	{"Italian", []string{"windows-1252"}, []string{
		"Il pilota ha detto venerdì che il secondo radar non funzionava più dalla primavera: così è andata.",
		"La città aspetta una risposta; però nessuno sa perché il pezzo non è mai arrivato.",
	}},
	{"Swedish", []string{"windows-1252"}, []string{
		"Lotsen på färjan sade på fredagen att den andra radarn hade varit ur funktion sedan våren.",
		"Hamnen öppnar åter på måndag, säger chefen för sjöräddningen.",
	}},
	{"Danish", []string{"windows-1252"}, []string{
		"Lodsen på færgen sagde fredag, at den anden radar havde været ude af drift siden foråret.",
		"Havnen åbner først på mandag, oplyser myndighederne på øen.",
	}},
	{"Icelandic", []string{"windows-1252"}, []string{
		"Hafnsögumaðurinn sagði á föstudag að önnur ratsjáin hefði verið biluð frá því í vor.",
		"Það var þoka og ferjan tók niðri við Karsk, en enginn slasaðist.",
	}},
	{"Polish", []string{"windows-1250", "iso-8859-2"}, []string{
		"Pilot promu, który osiadł na mieliźnie koło Karska, powiedział w piątek, że drugi radar nie działał od wiosny.",
		"„Prosiliśmy o tę część w kwietniu” – dodał. Nikt nie odpowiedział na żaden z listów.",
	}},
	{"Czech", []string{"windows-1250", "iso-8859-2"}, []string{
		"Lodivod trajektu, který najel na mělčinu u Karsku, v pátek řekl, že druhý radar nefungoval už od jara.",
		"Přístav se znovu otevře příští týden, uvedl ředitel. Škoda ještě není známa.",
	}},
	{"Hungarian", []string{"windows-1250", "iso-8859-2"}, []string{
		"A komp révkalauza pénteken azt mondta, hogy a második radar tavasz óta nem működött.",
		"A kikötő hétfőn újra megnyílik, közölte az igazgató; a kár összege még ismeretlen, de óriási lehet, őszerinte is.",
	}},
	{"Croatian", []string{"windows-1250"}, []string{
		"Pilot trajekta rekao je u petak da drugi radar nije radio od proljeća, a vlasti još šute.",
		"Luka će se otvoriti idući tjedan, kaže načelnik; šteta je veća nego što se činilo, možda i dvaput.",
	}},
	{"Romanian", []string{"windows-1250"}, []string{
		"Pilotul feribotului a spus vineri că al doilea radar nu mai funcţiona din primăvară.",
		"Portul se va redeschide săptămâna viitoare, a anunţat şeful; cauza rămâne încă necunoscută în oraş.",
	}},
	{"Turkish", []string{"windows-1254"}, []string{
		"Karsk açıklarında karaya oturan feribotun kılavuzu, ikinci radarın ilkbahardan beri bozuk olduğunu söyledi.",
		"Liman pazartesi günü yeniden açılacak; müdür, hasarın büyüklüğünün henüz bilinmediğini bildirdi.",
	}},
	{"Latvian", []string{"windows-1257"}, []string{
		"Prāmja locis piektdien sacīja, ka otrais radars nedarbojās jau kopš pavasara.",
		"Osta atkal tiks atvērta nākamnedēļ, paziņoja priekšnieks; zaudējumi vēl nav zināmi, bet būs lieli.",
	}},
	{"Lithuanian", []string{"windows-1257"}, []string{
		"Kelto locmanas penktadienį sakė, kad antrasis radaras neveikė jau nuo pavasario.",
		"Uostas vėl bus atidarytas kitą savaitę, pranešė viršininkas; žala dar nežinoma, bet būsianti didelė šįmet.",
	}},
	{"Russian", []string{"windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic"}, []string{
		"Лоцман парома, севшего на мель у Карска, заявил в пятницу, что второй радар не работал с весны.",
		"Порт откроется в понедельник, сообщил начальник; ущерб ещё не подсчитан.",
	}},
	{"Ukrainian", []string{"windows-1251", "koi8-u"}, []string{
		"Лоцман порома, що сів на мілину біля Карська, заявив у п'ятницю, що другий радар не працював із весни.",
		"Порт відкриється в понеділок, повідомив начальник; збитки ще не підраховано, її й досі шукають.",
	}},
	{"Bulgarian", []string{"windows-1251"}, []string{
		"Лоцманът на ферибота заяви в петък, че вторият радар не е работил от пролетта.",
		"Пристанището ще отвори отново в понеделник, съобщи началникът.",
	}},
	{"Greek", []string{"windows-1253", "iso-8859-7"}, []string{
		"Ο πλοηγός του πορθμείου δήλωσε την Παρασκευή ότι το δεύτερο ραντάρ ήταν χαλασμένο από την άνοιξη.",
		"Το λιμάνι θα ανοίξει ξανά τη Δευτέρα, ανακοίνωσε ο διευθυντής.",
	}},
	{"Hebrew", []string{"windows-1255"}, []string{
		"הנתב של המעבורת אמר ביום שישי כי המכ\"ם השני לא פעל מאז האביב.",
		"הנמל ייפתח מחדש ביום שני, הודיע המנהל.",
	}},
	{"Arabic", []string{"windows-1256", "iso-8859-6"}, []string{
		"قال مرشد العبارة يوم الجمعة إن الرادار الثاني كان معطلا منذ الربيع.",
		"سيفتح الميناء أبوابه من جديد يوم الاثنين، بحسب المدير.",
	}},
	{"Thai", []string{"windows-874"}, []string{
		"นำร่องของเรือข้ามฟากกล่าวเมื่อวันศุกร์ว่าเรดาร์เครื่องที่สองเสียมาตั้งแต่ฤดูใบไม้ผลิ",
		"ท่าเรือจะเปิดอีกครั้งในวันจันทร์ ผู้อำนวยการกล่าว",
	}},
	{"Vietnamese", []string{"windows-1258"}, []string{
		"Hoa tiêu của chiếc phà nói hôm thứ sáu rằng ra đa thứ hai đã hỏng từ mùa xuân.",
		"Cảng sẽ mở cửa lại vào thứ hai, giám đốc cho biết.",
	}},
	{"Chinese", []string{"gb18030"}, []string{
		"渡轮的领航员星期五说，第二部雷达从春天起就坏了，没有人来修。",
		"港口将在下周一重新开放，主任在新闻发布会上表示，损失还不清楚。",
	}},
	{"Taiwanese", []string{"big5"}, []string{
		"渡輪的領航員星期五說，第二部雷達從春天起就壞了，沒有人來修。",
		"港口將在下週一重新開放，主任在記者會上表示，損失還不清楚。",
	}},
	{"Japanese", []string{"shift_jis", "euc-jp"}, []string{
		"フェリーの水先案内人は金曜日、二台目のレーダーは春から故障していたと述べた。",
		"港は来週の月曜日に再び開く予定だと、所長が会見で明らかにした。",
	}},
	{"Korean", []string{"euc-kr"}, []string{
		"여객선의 도선사는 금요일에 두 번째 레이더가 봄부터 고장 나 있었다고 말했다.",
		"항구는 다음 주 월요일에 다시 문을 열 것이라고 소장이 밝혔다.",
	}},
}
