package index

import (
	"slices"
	"strings"
	"sync"
)

// englishWords are the function words of English, the language of most
// archives. They take up a quarter of a story and say nothing of it.
func englishWords() []string {
	return strings.Fields(`
		a about after all also an and any are as at be because been before but by can could did do for from had has have
		he her him his how i if in into is it its just more most no not of on one only or other our out over said she so
		some such than that the their them then there these they this those to up was we were what when which while who
		will with would you`)
}

// otherWords are those of German, French, Spanish, Italian, Portuguese, Dutch,
// Polish and the Scandinavian languages, folded, but for those that are words
// of another language or names there ("die", "fur", "los"). In a library in one
// language they stand in so many stories that they weigh nothing; where a few
// stories are in another language than the rest, they would be all that these
// have in common.
func otherWords() []string {
	return strings.Fields(`
		aan abbiamo aber achter ademas afin agli agora ahora aient ainda ainsi albo alcune alcuni aldrig alem algo alguien
		algum alguma algumas algun alguna algunas alguno algunos alguns alle alleen allem aller alles allo allora allt
		alltid alors als altra altre altri altro alweer anche ancora ander andere anderem anderen anderer anderes andet
		annan annat antes anzi ao aos apenas apos apres aquel aquela aquele aquella aquello aqui asi assez assim att au
		auch aucun aucune auf aujourd aun aunque auquel aus aussi autre autres aux auxquels av avaient avait avec avoir
		avons bara bardzo beaucoup bedzie bei beim bereits bez bien bij bijna binnen bist blev bli blir blive bliver blivit
		byc byl byla bylo byly bym cada casi ce ceci cela celle celles celui cependant certains ces cet cette ceux chaque
		chce che chez choc ci cioe coisa comme como contre contro coraz cos cosi cual cuales cualquier cuando cuanto cui
		cuya cuyo czyli czym daar daarbij daarna daarom dabei dadurch dafur dagegen dagli daher dahin dai dal dall dalla
		dalle dallo damals damit danach daneben dann dans danske daran darauf daraus darf darum darunter das dass dat davon
		davor dazu de debe deben decir deg degli dei dein deine deja del deles della delle dello den denen denn denna denne
		dennoch dentro depois depuis der deras deren deres derriere des desde deshalb desormais despues dessa desse dessen
		dessous dessus desta deste det detta dette devant deve devem devrait deze di dich diese dieselbe diesem diesen
		dieser dieses dijo dir disse disso dit ditt diz dla dlaczego dlatego doch doit doivent donc donde dont dopiero dopo
		dort du durante durch durfen dus ebenfalls ebenso ecco echter een eerder eerste efter eg eigen ein eine einem einen
		einer eines einige einigem einigen einiger einiges einmal el ela elas ele eles elke ellas elle eller ellers elles
		ello ellos embora encore enfin enkele enn enquanto entanto entao entonces entre envers eram eran erano erst erste
		ersten esa esas ese eso esos essa essas esse essere esses est esta estaba estaban estado estan estao estar estas
		estava estavam este estes esto estos estoy etaient etait etant ete etes etre ett etter etwa etwas euch euer eure
		eux fait faut faz fazer fick fik finns fino fler flere foi fois foram forsta frem fu fue fueron gaan gaat ganze
		ganzen gdy gdyz gdzie geen gegen gegenuber gehen geht gemacht genau genom gerade gerne geweest gia gibt gjennom
		gleich gli gora habe haben haber habia habian habra hace hacer hacia hadden hade han hanno hasta hatte hatten havde
		haver heb hebben heeft henne hennes het hij hinzu hizo hoe hva hvad hvem hver hvis hvor hvordan hvornar ich icke
		iedereen iets ihm ihn ihnen ihr ihre ihrem ihren ihrer ikke ikkje il ile ils immer incluso indem infatti inne
		innych inom inte invece isso ist isto jag jak jaki jakie jede jedem jeden jeder jedes jednak jednym jedoch jeg jego
		jej jemu jene jesli jest jestem jeszcze jetzt jij jou jouw jullie jusqu jusque juste juz kann kannst kazdy kein
		keine keinem keinen keiner kiedy komen kommen kommer kommt komt kon konnen konnte konnten kto ktora ktore ktorego
		ktorej ktory ktorych ktorym ktorzy kun kunde kunna kunne kunnen la laatste laquelle lassen le lequel les lesquelles
		lesquels leur leurs lhe loro lors lorsque lub luego machen macht mai maja maken malgre mamy manche mange meer meest
		meget mehr mein meine meinem meinen meiner meist melhor mellan mellem mellom meno menos mens mentre mer mesma mesmo
		mest meu mial mientras mij mijn mimo minha mir misma mismas mismo mismos mit mittlerweile mnie mochte mod moest
		moet moeten moga moi moins molte molti molto mot moze mozna mucha muchas mucho muchos muita muitas muito muitos
		musi muss mussen musste muy mycket mye naar naast nach nachdem nachsten nad nada nadat nagon nagot nao nar nasz
		naturlich nawet neben negli nei nein nej nel nell nella nelle nello nem nessa nesse nessuno nesta neste ni nic nich
		nicht nichts nie niego niej niektore niet niets nigdy nim ningun ninguna niz noch noe noen nogen noget nogle nok
		nooit nosotros nossa nosso nostra nostro nous nuestra nuestras nuestro nuestros num numa nun nunca nur nye ob
		obecnie oc och ocksa oder og ogni ogsa ohne oltre omdat onde onder ont onze ook oraz oss ossa oto otra otras otro
		otros outra outras outro outros para parce parfois parmi pela pelas pelo pelos pendant perche pero peu peut peuvent
		piu plusieurs plutot podczas pode podem poder poi pois por porque pouco pourquoi pourrait pourtant poza proprio
		przed przede przez przy puede pueden puedo pues puis puisque puo qu quais qual qualche quale quali qualquer quand
		quando quanto quase que quel quella quelle quelles quelli quello quelque quelques quels quem questa queste questi
		questo qui quien quienes quindi quoi razem roku sager samme sammen samt sans sao schon sedan segun segundo sehr
		seien sein seine seinem seinen seiner seit seitdem seja selbst selon selv selvom sem sempre sendo senza seria seu
		seus siamo sich siden sido sie siempre siendo sier sig siger sina sind sine sinon sitt skal skall skulle sobie
		sobre sogar soit solche soll sollen sollte sollten sondern sono sonst sont sopra sotto souvent soweit sowie sowohl
		stata stati statt steeds stora su sua suas sugli suis sul sulla sulle suo suoi surtout sus swoich swoje tak takich
		takie takze tambem tambien tampoco tandis tegen tego tej telle tellement tem tenia terwijl tez tiene tienen tijdens
		tinha toch toda todas todavia todo todos toen toi tot toujours toute toutefois toutes tra tres trop trotz tudo tus
		tussen tutta tutte tutti tutto twoj tych tylko tym uberhaupt ubrigens uit um uma umas una unas und une unser unsere
		unserem unseren unserer unter upp vaak vad vaere vai vanaf vanuit vara vare varias varios vart ved veel vers verso
		viel viele vielen vielleicht vil vill ville voce voici volgens vom von vont vooral voordat vor vore votre vous waar
		waarbij waarin waarom wahrend wann wanneer warum weer wegen weil weiter weitere weiteren weiterhin wel welche
		welchem welchen welcher welches wenig weniger wenn wer werd werde werden wiec wieder wiele wielu willen wird
		wirklich wlasnie wo wobei wodurch wollen wollte worden wordt wszystkich wszystkie wszystko wurde wurden zal zawsze
		ze zeer zelf zich zien zijn zoals zonder zou zouden zu zudem zum zunachst zur zuruck zusammen zwar zwischen`)
}

// functionWords lists all of them, sorted.
var functionWords = sync.OnceValue(func() []string {
	words := append(englishWords(), otherWords()...)
	slices.Sort(words)
	return slices.Compact(words)
})

// leaver knows the terms that forward lists leave out. It is asked of terms in
// their order.
type leaver struct{ rest []string }

func newLeaver() leaver { return leaver{functionWords()} }

// out reports whether a term is no feature of a story: a word of a field, or a
// function word.
func (l *leaver) out(name []byte) bool {
	for len(l.rest) > 0 && l.rest[0] < string(name) {
		l.rest = l.rest[1:]
	}
	return len(name) == 0 || name[0] < ' ' || len(l.rest) > 0 && l.rest[0] == string(name)
}
