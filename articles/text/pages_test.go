package text

import (
	"strings"
	"testing"
)

// foreignPages are invented copies of pages in the languages of the corpora.
// The story is what stands between the markers.
var foreignPages = map[string]struct{ page, title, date, author string }{
	"de": {
		`Zum Inhalt springen
Startseite
Nachrichten
Politik
Sport
Wetter
Suche
Anmelden
Menü
Abo
Impressum
Kontakt

Feuer im Busdepot von Tarrovia: Niemand verletzt

6. Juni 2014, 11:44 Uhr

Von Edda Millow

Teilen

<Ein Brand im Busdepot von Tarrovia hat in der Nacht zum Donnerstag elf Fahrzeuge zerstört, verletzt wurde nach Angaben der Feuerwehr niemand.

Die Flammen waren von den Hügeln von Vasska aus zu sehen, und nach wenigen Minuten stand das Dach in Brand.

Sechs der Busse waren neu

Sie waren im Frühjahr gekauft worden und sollten ab Juli auf der östlichen Linie fahren, sagte der Leiter des Depots.>

Anzeige

Lesen Sie auch

Nachttrams fahren wieder nach Karsk
Salzstraße öffnet nach dem Winter

Meistgelesen

Bibliotheksgesetz mit einer Stimme Mehrheit beschlossen
Fähre läuft vor Karsk auf Grund

Datenschutz
Impressum
© 2014 Vasska Post. Alle Rechte vorbehalten.
`, "Feuer im Busdepot von Tarrovia: Niemand verletzt", "2014-06-06T11:44", "Edda Millow",
	},
	"fr": {
		`Aller au contenu principal
Accueil
Politique
Monde
Culture
Sports
Rechercher
Se connecter
S'abonner
Vidéos
Photos

Incendie au dépôt de bus de Tarrovia : aucun blessé

Par Edda Millow
Publié le 6 juin 2014 à 11h44

Partager

<Un incendie a détruit onze véhicules au dépôt de bus de Tarrovia dans la nuit de mercredi à jeudi, mais personne n'a été blessé, selon les pompiers.

Les flammes étaient visibles depuis les collines de Vasska, à trente kilomètres de là, et le toit a brûlé en quelques minutes.

La police demande à toute personne ayant vu une camionnette blanche près du portail de se présenter.>

À lire aussi

Les trams de nuit reviennent à Karsk
La route du sel rouvre après l'hiver

Les plus lus

La loi sur les bibliothèques adoptée à une voix près
Le ferry échoué au large de Karsk

Mentions légales
Politique de confidentialité
© Vasska Post 2014. Tous droits réservés
`, "Incendie au dépôt de bus de Tarrovia : aucun blessé", "2014-06-06T11:44", "Edda Millow",
	},
	"es": {
		`Saltar al contenido
Portada
País
Mundo
Deportes
Opinión
Buscar
Iniciar sesión
Suscríbete
Fotos
Videos

Incendio en el depósito de autobuses de Tarrovia: nadie resultó herido

6 de junio de 2014

Por Edda Millow

<Un incendio en el depósito de autobuses de Tarrovia destruyó once vehículos en la noche del jueves, pero nadie resultó herido, según los bomberos.

Las llamas se vieron desde las colinas de Vasska, a treinta kilómetros, y llegaron al techo en pocos minutos.

La policía pidió que se presente quien haya visto una furgoneta blanca cerca de la puerta.>

Te puede interesar

Los tranvías nocturnos vuelven a Karsk
La ruta de la sal abre después del invierno

Más leídas

La ley de bibliotecas se aprueba por un voto

Política de privacidad
Todos los derechos reservados © 2014
`, "Incendio en el depósito de autobuses de Tarrovia: nadie resultó herido", "2014-06-06", "Edda Millow",
	},
	"ru": {
		`Войти
Регистрация
Главная
Новости
Политика
Спорт
Видео
Поиск
Контакты
Реклама
О проекте

Пожар в автобусном парке Таррóвии: никто не пострадал

6 июня 2014, 11:44

<Пожар в автобусном парке уничтожил одиннадцать машин в ночь на четверг, однако никто не пострадал, сообщили пожарные.

Пламя было видно с холмов Васски, за тридцать километров, и через несколько минут загорелась крыша парка.

Полиция просит откликнуться всех, кто видел белый фургон у ворот парка в ту ночь.>

Читайте также

Ночные трамваи возвращаются в Карск

Популярное

Закон о библиотеках принят большинством в один голос
Паром сел на мель у берегов Карска

Все права защищены
`, "Пожар в автобусном парке Таррóвии: никто не пострадал", "2014-06-06T11:44", "",
	},
	"ja": {
		`ホーム
ニュース
政治
経済
スポーツ
文化
天気
検索
ログイン
会員登録
お問い合わせ

タロヴィアのバス車庫で火災、けが人なし

2014年6月6日 11時44分

<タロヴィアのバス車庫で木曜日の夜に火災があり、車両十一台が焼けたが、けが人はいなかったと消防が発表した。

炎は三十キロ離れたヴァスカの丘からも見え、数分のうちに車庫の屋根に燃え移ったという。

焼けた車両のうち六台は新しく、七月から東の路線を走る予定だったと車庫の責任者は話した。>

関連記事

夜の路面電車がカルスクに戻る

アクセスランキング

図書館法が一票差で可決された
カルスク沖でフェリーが座礁した

無断転載を禁じます
`, "タロヴィアのバス車庫で火災、けが人なし", "2014-06-06T11:44", "",
	},
	"ar": {
		`الرئيسية
الأخبار
السياسة
الاقتصاد
الرياضة
الثقافة
بحث
تسجيل الدخول
اتصل بنا
من نحن
فيديو

حريق في مستودع الحافلات في تاروفيا ولا إصابات

الجمعة 6 يونيو 2014

<دمر حريق في مستودع الحافلات في تاروفيا إحدى عشرة مركبة ليلة الخميس لكن لم يصب أحد بأذى حسب رجال الإطفاء.

وشوهدت النيران من تلال فاسكا على بعد ثلاثين كيلومترا ووصلت إلى السقف خلال دقائق قليلة بعد منتصف الليل.

وطلبت الشرطة من كل من رأى شاحنة بيضاء قرب البوابة في تلك الليلة أن يتقدم بشهادته إلى المحققين.>

اقرأ أيضا

عودة ترام الليل إلى كارسك بعد عامين

الأكثر قراءة

إقرار قانون المكتبات بفارق صوت واحد
جنوح عبارة قبالة سواحل كارسك

جميع الحقوق محفوظة
`, "حريق في مستودع الحافلات في تاروفيا ولا إصابات", "2014-06-06", "",
	},
}

func TestPagesOfManyLanguagesAreTheirStories(t *testing.T) {
	for lang, c := range foreignPages {
		head, rest, _ := strings.Cut(c.page, "<")
		story, tail, _ := strings.Cut(rest, ">")
		src := head + story + tail
		a := Clean(src, Options{})
		if a.Text != strings.TrimSpace(story) {
			t.Errorf("%s: text\n%s", lang, a.Text)
		}
		if a.Title != c.title || a.Published.String() != c.date || strings.Join(a.Authors, " ") != c.author || a.Language != lang {
			t.Errorf("%s: title %q, published %s, authors %q, language %q", lang, a.Title, a.Published, a.Authors, a.Language)
		}
		if len(a.Related) == 0 {
			t.Errorf("%s: nothing related", lang)
		}
		checkNothingLost(t, src, a)
	}
}

func TestACommentThreadIsNotTheStory(t *testing.T) {
	var b strings.Builder
	b.WriteString(samples()["page"][:strings.Index(samples()["page"], "Comments")])
	for range 8 {
		b.WriteString("Oule says:\n\n5 June 2014 at 21:07\n\nI was at the depot that night and I can tell you that the gate was open the whole time, whatever the council may say about it now or later.\n\n")
	}
	b.WriteString("Home\nPrivacy Policy\nTerms of Use\n© 2014 Vasska Post. All rights reserved.\n")
	a := Clean(b.String(), Options{})
	if !strings.Contains(a.Text, "A fire in the bus depot") || strings.Contains(a.Text, "I was at the depot") {
		t.Errorf("text\n%s", a.Text)
	}
}

func TestASecondStoryBelowIsNotTheFirst(t *testing.T) {
	page := samples()["page"]
	below := strings.NewReplacer("Tarrovia", "Karsk", "bus depot", "salt mill", "buses", "carts", "fire", "flood").Replace(page[strings.Index(page, "Depot fire"):])
	a := Clean(page+"\n\n"+below+"\n\n"+below, Options{})
	if a.Title != "Depot fire in Tarrovia: nobody was hurt" || strings.Contains(a.Text, "salt mill") {
		t.Errorf("title %q, text\n%s", a.Title, a.Text)
	}
}

func TestAMenuOfTopicsIsNoListOfTags(t *testing.T) {
	page := strings.Replace(samples()["page"], "Top Menu\n", "Topics\nHarbour\nSalt\nTrams\n", 1)
	if a := Clean(page, Options{}); len(a.Tags) != 0 {
		t.Errorf("tags %q", a.Tags)
	}
	page = strings.Replace(page, "Comments\n", "Tags\nfire, depot\nTarrovia\nfire\n\nComments\n", 1)
	if a := Clean(page, Options{}); strings.Join(a.Tags, "|") != "fire|depot|Tarrovia" {
		t.Errorf("tags %q", a.Tags)
	}
}
