package ui

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"broadsheet/articles"
	"broadsheet/ui/picture"
	"broadsheet/ui/theme"
)

// plain is a picture of one colour.
func plain(t testing.TB, w, h int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	img.Set(0, 0, color.Black)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// illustrated is a shelf whose first story has pictures.
func illustrated(t testing.TB) *fakeShelf {
	shelf := newFakeShelf()
	shelf.pictures = map[articles.ID][]Picture{"inquiry.txt": {
		{Alt: "alt", Caption: "The ferry on the Teal Bank, on Friday", Data: plain(t, 400, 300)},
		{Alt: "a pixel that counts", Data: plain(t, 1, 1)},
		{Alt: "The pilot\x1b[31m", Data: plain(t, 100, 400)},
		{Alt: "The desk", Data: []byte("\x89PNG\r\n\x1a\nbroken")},
		{Alt: "The harbour", URL: "https://courier.example/harbour.jpg"},
	}}
	return shelf
}

func showing(m picture.Mode) func(*Options) {
	return func(o *Options) { o.Pictures = m }
}

func TestPicturesAreShownOneAtATime(t *testing.T) {
	for _, size := range []string{"160x45", "110x32", "80x24", "40x12", "20x7", "5x3"} {
		w, h, _ := strings.Cut(size, "x")
		s := newStage(t, illustrated(t), number(w), number(h), showing(picture.Blocks)).do("enter", "i", "wait", "j", "wait", "k", "wait", "G", "wait", "esc")
		if s.m.sheet != nil {
			t.Errorf("%s: the pictures stay", size)
		}
	}
	s := newStage(t, illustrated(t), 80, 24, showing(picture.Blocks)).do("enter", "i").shows("PICTURES", "1 of 4", "The ferry on the Teal Bank")
	s.hides("▀").do("wait").shows("▀▀▀▀▀▀▀▀▀▀▀▀", "The ferry on the Teal Bank, on Friday")
	s.do("j", "wait").shows("2 of 4", "The pilot", "▀")
	s.do("j", "wait").shows("3 of 4", "cannot be shown: it is damaged", "The desk").hides("▀")
	s.do("j", "wait").shows("4 of 4", "The harbour (not saved with the story: https://courier.example/harbour.jpg)")
	s.do("g", "wait").shows("1 of 4", "▀").do("esc").shows("Harbour inquiry hears").hides("PICTURES")
}

func TestWithoutPicturesItIsSaid(t *testing.T) {
	newStage(t, newFakeShelf(), 80, 24).do("i").shows("works in a story").
		do("enter", "i").shows("no picture was saved with this story")
	shelf := illustrated(t)
	shelf.pictures["inquiry.txt"] = shelf.pictures["inquiry.txt"][4:]
	newStage(t, shelf, 80, 24).do("enter", "i").shows("1 picture was named, none saved")
	shelf.fail["Pictures"] = errors.New("the disk is gone")
	newStage(t, shelf, 80, 24).do("enter", "i").shows("the pictures could not be read: the disk is gone")
}

func TestATerminalWithoutColoursGetsTheWords(t *testing.T) {
	for name, change := range map[string]func(*theme.Options){
		"none": func(o *theme.Options) { o.NoColor = true },
		"16":   func(o *theme.Options) { o.Colors = theme.Basic },
	} {
		s := newStage(t, illustrated(t), 80, 24, showing(picture.Blocks), func(o *Options) { change(&o.Theme) })
		s.do("enter", "i", "wait").shows("The ferry on the Teal Bank").hides("▀")
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

func TestWhatATerminalHoldsOfAPictureIsTakenAway(t *testing.T) {
	for _, mode := range []picture.Mode{picture.Kitty, picture.ITerm, picture.Sixel} {
		s := newStage(t, illustrated(t), 80, 24, showing(mode))
		s.do("enter", "i", "wait")
		if s.raw == "" {
			t.Errorf("%s: nothing was sent", mode)
		}
		first := s.raw
		s.do("j", "wait", "size:100x40", "wait")
		if len(s.raw) <= len(first) {
			t.Errorf("%s: the second picture was not sent", mode)
		}
		before := len(s.raw)
		s.do("esc")
		if s.m.sent != (sent{}) {
			t.Errorf("%s: it holds %+v", mode, s.m.sent)
		}
		if gone := s.raw[before:]; mode == picture.Kitty && !strings.Contains(gone, "a=d") {
			t.Errorf("kitty is left with the picture: %q", gone)
		}
		if mode != picture.Kitty && s.cleared == 0 {
			t.Errorf("%s: the screen was not drawn anew", mode)
		}
	}
}

func TestAHeldKeyDecodesNothing(t *testing.T) {
	s := newStage(t, illustrated(t), 80, 24, showing(picture.Blocks)).do("enter", "i", "j", "k", "j", "k", "j")
	g := s.m.sheet.gallery
	s.do("wait")
	if n := g.n; n != 6 || len(g.shown.Lines) == 0 {
		t.Errorf("request %d, %d lines", n, len(g.shown.Lines))
	}
	decoded := 0
	for _, l := range strings.Split(s.screen(), "\n") {
		if strings.Contains(l, "▀") {
			decoded++
		}
	}
	if decoded == 0 {
		t.Error("the last one is not shown")
	}
}

func BenchmarkPictureOf12Megapixels(b *testing.B) {
	data := plain(b, 4000, 3000)
	for b.Loop() {
		img, err := picture.Decode(data)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := picture.Show(img, picture.Look{Mode: picture.Blocks, Size: picture.Size{Cols: 100, Rows: 40}, Paper: color.Black}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(12*float64(b.N)/b.Elapsed().Seconds(), "Mpx/s")
}
