package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
)

// special recognises what no phrase can: by form alone.
func (d *draft) special(i int) (articles.Class, bool) {
	u := &d.units[i]
	s := u.Text
	switch {
	case complaint(s), printedNothing(s, i >= d.tail):
		return articles.ClassDebugDump, true
	case u.letters == 0 && (u.digits == 0 || u.digits >= 5 && !strings.ContainsAny(s, ":.,-") || d.page && u.shape.words <= 2):
		return articles.ClassLabel, true
	case stampLine(u):
		return articles.ClassDate, true
	case strings.HasSuffix(s, "-icon") && u.shape.words <= 4:
		return articles.ClassNav, true
	case strings.HasPrefix(s, "× ") || strings.HasPrefix(s, "✕ "):
		return articles.ClassPromo, true
	case onlyURL(s), strings.HasPrefix(s, "[youtube ") || strings.HasPrefix(s, "[embed]"):
		return articles.ClassURL, true
	case strings.HasPrefix(s, "<iframe") || strings.HasPrefix(s, "<script") || strings.HasPrefix(s, "<a href") || strings.HasPrefix(s, "<div"):
		return articles.ClassPromo, strings.HasSuffix(s, ">")
	case i > d.first && signOff(s, i >= d.tail && !d.units[i-1].label() && (i+1 == len(d.units) || !d.units[i+1].label())):
		return articles.ClassSignOff, true
	case u.Kind == Heading && i > d.last && d.headsNothing(i):
		return articles.ClassLabel, true
	case i >= d.tail && !u.prose() && d.tailByline(u):
		return articles.ClassByline, true
	case strings.Contains(s, "Image copyright") || strings.Contains(s, "Image caption") || strings.Contains(s, "Media caption"):
		return articles.ClassPhotoCredit, u.shape.words < 40
	case slashCredit(s) && u.shape.words < 70:
		if u.shape.words > 9 {
			return articles.ClassCaption, true
		}
		return articles.ClassPhotoCredit, true
	case u.indent == 1 && d.spaced && d.indents <= 3 && !u.terminal && u.entry() && u.shape.words >= 6 && !u.shouted() && !listItem(u.Text) && i > d.first && i < d.last:
		return articles.ClassCaption, true
	case d.titleWithin(i):
		return articles.ClassCaption, true
	case d.inTitle(i):
		return articles.ClassPullQuote, true
	case d.said[u.words] >= 3 && u.words != "" && d.amongProse(i) && !d.speaks(i):
		return articles.ClassRepeated, true
	case d.captionLike(i):
		return articles.ClassCaption, true
	case i >= d.tail-1 && i > d.first && d.authorBio(u):
		return articles.ClassAuthorBio, true
	case d.nameBelow(i):
		return articles.ClassByline, true
	case creditEnd(u):
		if u.shape.words > 6 {
			return articles.ClassCaption, true
		}
		return articles.ClassPhotoCredit, true
	}
	return d.passing(i)
}

// passing tells stamps, teasers and stray lines, which are looked for only
// where the form of a line says nothing stronger.
func (d *draft) passing(i int) (articles.Class, bool) {
	u := &d.units[i]
	switch {
	case u.dated && (i >= d.tail || d.page) && u.shape.words <= 12 && !u.terminal && !strings.Contains(u.Text, "(@"):
		d.publish(u.date, u.words)
		return articles.ClassDate, true
	case u.dated && u.shape.words <= 6 && i+1 < len(d.units) && d.units[i+1].cue.class == articles.ClassShare && d.units[i+1].cue.whole:
		return articles.ClassDate, true // the foot of a tweet
	case readMoreOf(d, i):
		return articles.ClassRelated, true
	case d.page && d.stray(i):
		return articles.ClassNav, true
	}
	return "", false
}

func onlyURL(s string) bool {
	if strings.ContainsRune(s, ' ') || len(s) < 8 {
		return false
	}
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") && strings.Count(s, ".") > 1
}

// signOff reports the initials that end a story in many desks' style: BA/BA,
// erb/ots, (jk), -30-, ###.
func signOff(s string, tail bool) bool {
	if len(s) > 24 {
		return false
	}
	switch s {
	case "-30-", "- 30 -", "###", "#", "# # #", "--30--", "ENDS", "(END)", "/END/", "[END]", "***", "(ENDS)":
		return true
	}
	if tail && len(s) <= 3 && len(s) >= 2 && s == strings.ToUpper(s) && s[0] >= 'A' && s[0] <= 'Z' && s[len(s)-1] >= 'A' {
		return true
	}
	in := strings.Trim(s, "()[]-–— /*.")
	parts := strings.FieldsFunc(in, func(r rune) bool { return r == '/' })
	if len(parts) < 2 && !(tail && in != s && strings.ContainsAny(s, "([/")) || len(parts) > 4 {
		return false
	}
	for _, p := range parts {
		if len(p) < 2 || len(p) > 5 && !agency(p) {
			return false
		}
		for i := range len(p) {
			if c := p[i] | 0x20; c < 'a' || c > 'z' {
				return false
			}
		}
		if p != strings.ToUpper(p) && p != strings.ToLower(p) {
			return false
		}
	}
	return len(parts) > 0
}

// nameBelow reads a name that stands by itself under the story, and the line
// below it that says what its bearer is.
func (d *draft) nameBelow(i int) bool {
	u := &d.units[i]
	if i+2 < len(d.units) || i <= d.first || d.page || u.terminal {
		return false
	}
	if prev := &d.units[i-1]; i+1 == len(d.units) && prev.cut && prev.class == articles.ClassByline && u.shape.words <= 6 {
		return true
	}
	if !isName(u.Text) || len(d.out.Authors) > 0 || u.cue.strength > 0 || !d.units[i-1].prose() || u.gap == 0 && d.spaced {
		return false
	}
	if i+2 == len(d.units) {
		next := &d.units[i+1]
		if next.terminal || next.shape.words > 6 || !strings.Contains(" "+next.words, " for ") && !roleIn(next.Text) && !strings.Contains(next.words, "report") {
			return false
		}
	}
	name, _ := oneName(u.Text)
	d.addAuthors([]string{name})
	return true
}

// headsNothing reports a heading below which nothing is left.
func (d *draft) headsNothing(i int) bool {
	for j := i + 1; j < len(d.units); j++ {
		if !d.units[j].cut {
			return false
		}
	}
	return true
}

// tailByline reads a byline below the story.
func (d *draft) tailByline(u *unit) bool {
	if u.shape.words > 14 || u.cue.class == articles.ClassPhotoCredit {
		return false
	}
	text := strings.TrimLeft(u.Text, " -–—")
	body, marked := afterBy(text)
	names, rest, _ := byline(text)
	if !marked || len(names) == 0 || body == text || strings.Count(names[0], " ") == 0 {
		if at := strings.IndexByte(u.Text, '@'); at > 0 && !strings.ContainsRune(u.Text, ' ') {
			return true // an address of the writer's
		}
		return false
	}
	if rest != "" && !roleIn(rest) && !u.dated && !strings.HasPrefix(strings.ToLower(rest), "follow") && len(rest) > 40 {
		return false
	}
	if len(d.out.Authors) == 0 {
		d.addAuthors(names)
	}
	return true
}

// creditEnd reports a caption or credit by its end: [Splash], (AP Photo/...),
// "/ Getty Images".
func creditEnd(u *unit) bool {
	if u.shape.words > 70 || u.words == "" {
		return false
	}
	s := strings.TrimRight(u.Text, " .")
	var in string
	switch {
	case strings.HasSuffix(s, "]"):
		in = s[strings.LastIndexByte(s, '[')+1 : len(s)-1]
	case strings.HasSuffix(s, ")"):
		in = s[strings.LastIndexByte(s, '(')+1 : len(s)-1]
	default:
		return u.shape.words < 12 && !u.terminal && strings.Contains(u.words, "getty images ") || u.shape.words <= 50 && u.sentence <= 2 && photoTail(s)
	}
	if len(in) > 70 || len(in) < 2 {
		return false
	}
	if in == s[1:len(s)-1] && u.shape.words > 12 {
		return false
	}
	return creditWords(in) || nameAndAgency(in)
}

// nameAndAgency reports who took a picture and for whom, and nothing else:
// "Runa Tell/AP".
func nameAndAgency(in string) bool {
	name, agent, ok := strings.Cut(in, "/")
	return ok && len(in) <= 50 && isName(name) && agent != "" && agent[0] != ' ' && !strings.Contains(agent, ",") && onlyNames(agent)
}

// photoTail reports a line that ends in the label of a credit and a name:
// "The pilot leaves the court. Foto: Runa Tell".
func photoTail(s string) bool {
	if creditTail(s) {
		return true
	}
	from := max(0, len(s)-50)
	at := from + strings.LastIndex(s[from:], ": ")
	if at < max(from, 5) || at+2 >= len(s) {
		return false
	}
	head := s[:at]
	space := strings.LastIndexByte(head, ' ')
	if space < 0 {
		return false
	}
	label := folded(head[space+1:])
	switch strings.Trim(label, "(/|.,") {
	case "photo", "photos", "foto", "fotos", "fot", "bild", "bilder", "kuva", "фото", "picture", "image", "imagen", "imagem", "crédit", "zdjęcie", "fotografie", "foto/dok", "billede":
	default:
		return false
	}
	return onlyNames(s[at+2:])
}

// creditTail reports a line that ends as some papers credit a picture, without
// a colon: "The pilot in court. Credit Runa Tell for the Ostrel Courier".
func creditTail(s string) bool {
	from := max(0, len(s)-60)
	for _, label := range [...]string{" Credit ", " FOTO ", " PHOTO "} {
		if !strings.Contains(s[from:], label) {
			continue // which costs less than to look from behind
		}
		at := from + strings.LastIndex(s[from:], label)
		if at < max(from, 5) || strings.IndexByte(".)”\"", s[at-1]) < 0 {
			continue
		}
		who, _, _ := strings.Cut(s[at+len(label):], " for ")
		return onlyNames(who)
	}
	return false
}

// onlyNames reports words that are all names: of persons, of agencies.
func onlyNames(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(strings.NewReplacer("/", " ", ",", " ", "(", " ", ")", " ").Replace(s)) {
		n++
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !agency(w) && !isParticle(w) && w != "und" && w != "and" && w != "et" {
			return false
		}
	}
	return n > 0
}

// creditWords reports whether the text within brackets names who took a
// picture.
func creditWords(in string) bool {
	f := " " + wordsOf(in)
	for _, w := range [...]string{" getty ", " photo ", " photos ", " ap photo ", " reuters ", " afp ", " splash ", " wenn ", " rex ", " image ", " images ", " shutterstock ", " courtesy ", " wireimage ", " file ", " screenshot ", " screengrab ", " instagram ", " flickr ", " wikimedia ", " foto ", " bild ", " picture ", " pa ", " epa ", " istock ", " the washington post ", " for the washington post ", " filmmagic ", " akm gsi "} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}

// readMoreOf reports a headline above a line that only says "Read more", and
// keeps it as related.
func readMoreOf(d *draft, i int) bool {
	u := &d.units[i]
	if i+1 >= len(d.units) || i <= d.first || !u.entry() || u.shape.words < 4 || u.shape.words > 30 || u.prose() {
		return false
	}
	next := &d.units[i+1]
	if next.cue.class != articles.ClassReadMore || !next.cue.whole || next.gap > 0 {
		return false
	}
	d.addRelated(u.Text, u.URL)
	next.drop(articles.ClassReadMore)
	return true
}

// slashCredit reports a line that opens with who took a picture and for whom:
// "R. Tell/for the Courier The ferry ...".
func slashCredit(s string) bool {
	at := strings.IndexByte(s[:min(len(s), 50)], '/')
	if at < 4 || at+3 > len(s) {
		return false
	}
	name, rest := oneName(s[:at])
	if strings.TrimSpace(rest) != "" || !isName(name) {
		return false
	}
	after := strings.TrimLeft(s[at+1:], " ")
	return strings.HasPrefix(strings.ToLower(after), "for ") || after != "" && after[0] >= 'A' && after[0] <= 'Z'
}

// titleWithin reports a caption that the headline got glued to.
func (d *draft) titleWithin(i int) bool {
	u := &d.units[i]
	title := d.titleWords
	return i <= d.first+1 && len(title) > 30 && len(u.words) > len(title) && strings.HasSuffix(u.words, " "+title)
}
