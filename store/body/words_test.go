package body

import (
	"bytes"
	"errors"
	"math/rand"
	"slices"
	"strings"
	"testing"
)

const invented = `The ferry ran aground off Karsk, and the ferry's pilot told the inquiry in Ostrel
that the harbour of Ostrel had been dark; the inquiry heard the pilot. Паром сел на мель, паром снят.
Größere Fähre, größere Fähre. ` + "\x01\x1f\x00\x1e\x1f\x1f"

// taughtBy is a vocabulary made of a text, after the way over the disk.
func taughtBy(t testing.TB, text string) *vocabulary {
	t.Helper()
	v, rest, err := cutVocabulary(append(learn([]byte(text)).append(nil), "behind"...))
	if err != nil || string(rest) != "behind" {
		t.Fatalf("%q, %v", rest, err)
	}
	v.index()
	return v
}

func TestTheWordsOfAVocabularyAreThoseThatSaveMost(t *testing.T) {
	v := taughtBy(t, invented)
	for _, word := range []string{" inquiry", " pilot", " ferry", " the", " Ostrel"} {
		if !slices.Contains(v.words, word) {
			t.Errorf("%q is not among %q", word, v.words)
		}
	}
	if v.words[0] != " inquiry" {
		t.Errorf("the first is %q", v.words[0])
	}
	for _, word := range v.words {
		if strings.Count(invented, word) < 2 || len(word) < 3 || len(word) > mostWord {
			t.Errorf("%q is not worth a code", word)
		}
	}
}

func TestATextInCodesIsShorterAndComesBack(t *testing.T) {
	v := taughtBy(t, invented)
	for _, text := range []string{
		invented, "", " ", "  ", " ferry", "ferry", "ferryferry ferry", " ferry ferry\x1f", "\x1f", "\x01\x02\x03",
		strings.Repeat(" inquiry", 50), strings.Repeat("unheard", 9), " thé", "the\x00ferry", " the", "a the",
	} {
		codes := v.encode(nil, []byte(text))
		back, err := v.decode([]byte("kept "), codes)
		if err != nil || string(back) != "kept "+text {
			t.Errorf("%q came back as %q, %v", text, back, err)
		}
	}
	if codes := v.encode(nil, []byte(strings.Repeat(" inquiry", 50))); len(codes) != 100 {
		t.Errorf("fifty words take %d bytes", len(codes))
	}
}

func TestEveryWordOfAFullVocabularyIsFound(t *testing.T) {
	rng := rand.New(rand.NewSource(4))
	var words []string
	for len(words) < mostCode {
		word := make([]byte, 3+rng.Intn(mostWord-2))
		for i := range word {
			word[i] = "abcdefghijklmnopqrstuvwxyzABC\xc3\xa9"[rng.Intn(31)]
		}
		if rng.Intn(2) == 0 {
			word[0] = ' '
		}
		words = append(words, string(word))
	}
	slices.Sort(words)
	words = slices.Compact(words)
	v, _, err := cutVocabulary(newVocabulary(words).append(nil))
	if err != nil || !slices.Equal(v.words, words) {
		t.Fatal(err)
	}
	v.index()
	for code, word := range words {
		got := v.encode(nil, []byte(word))
		if want := []byte{openers[code>>8], byte(code)}; !bytes.Equal(got, want) {
			t.Fatalf("%q is %x, want %x", word, got, want)
		}
	}
}

func TestADamagedVocabularyOrCodeIsAnError(t *testing.T) {
	v := taughtBy(t, invented)
	kept := v.append(nil)
	for i := range kept {
		if _, _, err := cutVocabulary(kept[:i]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut at %d: %v", i, err)
		}
	}
	for _, codes := range []string{"\x1f", "ferry\x01", "\x1e\xff"} {
		if _, err := v.decode(nil, []byte(codes)); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v", codes, err)
		}
	}
	for _, dictionary := range [][]byte{{}, {5}, {0xff, 0xff, 0xff, 0xff, 0xff}} {
		if _, err := NewReader(dictionary); !errors.Is(err, ErrDamaged) {
			t.Errorf("a reader with %x: %v", dictionary, err)
		}
		if _, err := NewWriter(dictionary); !errors.Is(err, ErrDamaged) {
			t.Errorf("a writer with %x: %v", dictionary, err)
		}
	}
}

func FuzzAnyTextComesBackFromItsCodes(f *testing.F) {
	f.Add(invented, invented)
	f.Add("", "\x1f\x01 a")
	f.Fuzz(func(t *testing.T, sample, text string) {
		v := taughtBy(t, sample)
		back, err := v.decode(nil, v.encode(nil, []byte(text)))
		if err != nil || string(back) != text {
			t.Fatalf("%q came back as %q, %v", text, back, err)
		}
		_, _ = v.decode(nil, []byte(text)) // whatever it is, it does not panic
		_, _, _ = cutVocabulary([]byte(text))
	})
}
