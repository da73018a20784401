package charset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misreadAs reads the bytes of s in an encoding that they are not in. The
// bytes without a meaning become controls, as browsers have it.
func misreadAs(c *charmap.Charmap, s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		r := c.DecodeByte(s[i])
		if r == utf8.RuneError {
			r = rune(s[i])
		}
		b.WriteRune(r)
	}
	return b.String()
}

func waysToMisread() map[string]func(string) string {
	as := func(c *charmap.Charmap) func(string) string {
		return func(s string) string { return misreadAs(c, s) }
	}
	return map[string]func(string) string{
		"windows-1252": as(charmap.Windows1252),
		"latin-1":      as(charmap.ISO8859_1),
		"macintosh":    as(charmap.Macintosh),
		"windows-1252 twice": func(s string) string {
			return misreadAs(charmap.Windows1252, misreadAs(charmap.Windows1252, s))
		},
		"latin-1 twice": func(s string) string {
			return misreadAs(charmap.ISO8859_1, misreadAs(charmap.ISO8859_1, s))
		},
		"latin-1, then windows-1252": func(s string) string {
			return misreadAs(charmap.Windows1252, misreadAs(charmap.ISO8859_1, s))
		},
	}
}

func TestRepairUndoesAMisreading(t *testing.T) {
	for as, misread := range waysToMisread() {
		for _, l := range languages {
			t.Run(as+"/"+l.name, func(t *testing.T) {
				if as == "macintosh" && (l.name == "Chinese" || l.name == "Taiwanese" || l.name == "Korean") {
					t.Skip("never met, and near to right text")
				}
				text := strings.Join(l.text, "\n")
				got, changed := Repair(misread(text))
				if got != text || !changed {
					t.Errorf("got %q", got)
				}
			})
		}
	}
	for _, l := range languages[17:20] {
		text := strings.Join(l.text, "\n")
		if got, _ := Repair(misreadAs(charmap.Windows1251, text)); got != text {
			t.Errorf("%s by windows-1251: %q", l.name, got)
		}
	}
}

func TestRepairTouchesNoRightText(t *testing.T) {
	var texts []string
	for _, l := range languages {
		text := strings.Join(l.text, "\n")
		texts = append(texts, text, strings.ToUpper(text), strings.ReplaceAll(text, " ", "\u00a0"),
			"“"+strings.ReplaceAll(text, ".", "…”"), "«"+strings.ReplaceAll(text, ".", "…»"))
	}
	texts = append(texts,
		"Plain ASCII.", "Un pâtre nâtre, câlé.", "MARQUEÂ® DE OSTREL",
		"Un mât, un bât, pas de dégât.", "Le mât penche, l'âge vient, il bâcle.", "Pâles âmes. Bâtons.", "â vendre", "vânât, mânâs şi câini",
		"“AMANHÔ, dizia a manchete; «IRMû; NÃO; MAÇÃ – e só.",
		"Il était passé»…", "il l’a été…»", "“È così…” è»", "está»…", "naïve «Noël»",
		"RÉSUMÉ… DÉJÀ» ÎLE– Ö“ MENÜ“ JÄÄ… ÅÅ – Å™",
		"Ñ «Ñ» ESPAÑA» Ð ÞÚ",
		"„Spaß“ — „Größe“ – „Maß“…",
		"5 × 4 – 3 ÷ 2 ± 1 ≈ √2 ƒ¬ ‚so‘ – „so“ —– …",
		"√x ≈ 1 ¬a ‚Ära’ ‚Ärger‘",
		"В «Вестнике» — «РС» и «СССР»… С. Р. №5",
		"Â voulait dire « Â »", "100 €–200 €, 5 °C·m², £5–£6", "½–¾ §§ 5–6 ©®™",
		"Dvořák, Škoda – „Žižka“", "ĀĒĪŪ „Ž“", "İĞŞ “Ş” ğ…",
		"😀 👩🏽‍🚀 ☂️", "مرفأ «أوستريل»…", "港。「港」…", "\u00a0\u00a0– \u00a0«\u00a0Oui\u00a0»",
	)
	for _, text := range texts {
		if got, changed := Repair(text); got != tidy(text) || changed {
			t.Errorf("changed %q\n     to %q", text, got)
		}
	}
}

func TestRepairPutsRightWhatLostABytes(t *testing.T) {
	for in, want := range map[string]string{
		"He said: â€œNo.â€ And left.":        "He said: “No.” And left.",
		"â€œWe waited,â€ he said":            "“We waited,” he said",
		`the pilot â€" and only he`:          "the pilot — and only he",
		`â€œNever!â€" they said`:             "“Never!” they said",
		"â€oeNeverâ€\u009d":                  "“Never”",
		"Voilà: voilÃ  que Ã§a":              "Voilà: voilà que ça",
		"dÃ©jÃ , lÃ -bas":                    "déjà, là-bas",
		"cittÃ vecchia":                      "città vecchia",
		"100Â 000 and 5Â£. Â And on":         "100 000 and 5£.  And on",
		"donâ€™t":                            "don’t",
		"It\u0092s a \u0093word\u0094\u0085": "It’s a “word”…",
		"don‚Äôt, caf√© ‚Äî na√Øve":          "don’t, café — naïve",
		"ÃƒÂ©tÃƒÂ©":                          "été",
		"smile ðŸ˜€":                         "smile 😀",
		"ï»¿mark":                            "\ufeffmark",
		"cake\u0080 for 5\u0080":             "cake\u0080 for 5€",
		"ï¬rst":                              "ï¬rst",
		"He canât say itâs his; weâll see":   "He can’t say it’s his; we’ll see",
		"Wait forâ¦ nothing":                 "Wait for… nothing",
		"â¢ first\nâ¢ second":                "• first\n• second",
		"Ã§a â et lÃ  â":                     "ça – et là –",
		"Ã§a (âla mer), â12 fois":            "ça (“la mer), “12 fois",
		"CORAZÃ“N DEL MAR":                   "CORAZÓN DEL MAR",
		"Â© 2014 Ostrel Courier":             "© 2014 Ostrel Courier",
		"donвЂ™t":                            "don’t",
		"a lineÂ":                            "a line",
		// Two sure ones make what is doubtful elsewhere sure, one does not, and
		// neither does any where the line has an accent that is right.
		"dÃ©jÃ§a\nÃ la carte":              "déjça\nà la carte",
		"cafÃ©\nÃ la carte":                "café\nÃ la carte",
		"dÃ©jÃ§a\nÃ la carte, née":         "déjça\nÃ la carte, née",
		"dÃ©jÃ§a\nnée Ã la carte":          "déjça\nnée Ã la carte",
		"dÃ©jÃ§a\nâ et puis\nnée â vendre": "déjça\n– et puis\nnée â vendre",
	} {
		if got, _ := Repair(in); got != want {
			t.Errorf("Repair(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestRepairWorksOnTheSpot(t *testing.T) {
	right, wrong := "Der Präsident, «élu» à São Tomé – ÃO.", "dÃ©jÃ\u00a0 vu â€“ Å“uvre"
	got, _ := Repair(right + "\n" + wrong + "\n" + right + " " + wrong)
	want := right + "\ndéjà vu – œuvre\n" + right + " déjà vu – œuvre"
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func FuzzRepair(f *testing.F) {
	for _, l := range languages {
		f.Add(l.text[0])
		f.Add(misreadAs(charmap.Windows1252, l.text[0]))
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\ufffd")
		got, changed := Repair(s)
		if !utf8.ValidString(got) {
			t.Fatalf("Repair(%q) = %q", s, got)
		}
		if !changed && got != tidy(s) {
			t.Fatalf("changed %q to %q in silence", s, got)
		}
		if again, changed := Repair(got); changed {
			t.Fatalf("%q is repaired to %q, that to %q", s, got, again)
		}
	})
}

func BenchmarkRepair(b *testing.B) {
	for name, s := range map[string]string{
		"ascii":   strings.Repeat("The pilot said nothing at all to anyone.\n", 10_000),
		"french":  strings.Repeat(languages[1].text[0]+"\n", 4000),
		"russian": strings.Repeat(languages[17].text[0]+"\n", 4000),
		"bad":     misreadAs(charmap.Windows1252, strings.Repeat(languages[1].text[0]+"\n", 2000)),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Repair(s)
			}
		})
	}
}
