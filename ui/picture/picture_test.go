package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// flag is a picture whose upper half is red and whose lower half is blue.
func flag(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{200, 0, 0, 255}
			if y >= h/2 {
				c = color.RGBA{0, 0, 200, 255}
			}
			img.Set(x, y, c)
		}
	}
	return img
}

func encoded(t testing.TB, format string, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch format {
	case "png":
		err = png.Encode(&b, img)
	case "jpeg":
		err = jpeg.Encode(&b, img, nil)
	case "gif":
		err = gif.Encode(&b, img, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// gigapixel is a PNG whose head promises more than any memory holds.
func gigapixel(w, h uint32) []byte {
	head := append([]byte("IHDR"), make([]byte, 13)...)
	binary.BigEndian.PutUint32(head[4:], w)
	binary.BigEndian.PutUint32(head[8:], h)
	head[12], head[13] = 8, 6
	out := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), head...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(head))
}

func TestFormatsAreDecoded(t *testing.T) {
	for _, format := range []string{"png", "jpeg", "gif"} {
		img, err := Decode(encoded(t, format, flag(40, 20)))
		if err != nil || img.Bounds().Dx() != 40 {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func TestHostilePicturesAreRefusedForAReason(t *testing.T) {
	whole := encoded(t, "png", flag(100, 100))
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"a gigapixel":      {gigapixel(32000, 32000), ErrTooLarge},
		"a very long line": {gigapixel(1<<30, 1), ErrTooLarge},
		"a bomb of sides":  {gigapixel(29000, 29000), ErrTooLarge},
		"too many bytes":   {make([]byte, maxBytes+1), ErrTooLarge},
		"no picture":       {[]byte("<html>no picture"), ErrFormat},
		"nothing":          {nil, ErrFormat},
		"cut short":        {whole[:len(whole)/2], nil},
	} {
		img, err := Decode(c.data)
		if img != nil || err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAPictureFitsInProportionAndIsNotBlownUp(t *testing.T) {
	for _, c := range []struct {
		w, h int
		most Size
		want Size
	}{
		{800, 400, Size{80, 40}, Size{80, 20}},
		{400, 800, Size{80, 20}, Size{20, 20}},
		{40, 40, Size{80, 20}, Size{4, 2}},
		{1, 1, Size{80, 20}, Size{1, 1}},
		{10000, 10, Size{80, 20}, Size{80, 1}},
		{100, 100, Size{0, 5}, Size{}},
		{100, 100, Size{1, 1}, Size{1, 1}},
	} {
		if got := Fit(image.NewGray(image.Rect(0, 0, c.w, c.h)), c.most, Kitty); got != c.want {
			t.Errorf("%dx%d in %v: %v, want %v", c.w, c.h, c.most, got, c.want)
		}
	}
}

func TestBlocksTakeTheRoomThereIs(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 640, 420))
	if fine, coarse := Fit(img, Size{100, 40}, Sixel), Fit(img, Size{100, 40}, Blocks); fine != (Size{64, 21}) || coarse != (Size{100, 33}) {
		t.Errorf("%v and %v", fine, coarse)
	}
}

func TestEveryWayFillsItsCells(t *testing.T) {
	for _, mode := range Modes() {
		for _, size := range []Size{{1, 1}, {7, 3}, {80, 40}, {200, 60}} {
			s, err := Show(flag(64, 48), Look{Mode: mode, Size: size, Paper: color.Black, ID: 3})
			if err != nil {
				t.Fatal(err)
			}
			if len(s.Lines) != size.Rows {
				t.Fatalf("%s: %d lines, want %d", mode, len(s.Lines), size.Rows)
			}
			for _, l := range s.Lines {
				if w := ansi.StringWidth(l); w != size.Cols {
					t.Fatalf("%s: a line is %d wide, want %d", mode, w, size.Cols)
				}
			}
		}
	}
}

func TestEveryWaySendsWhatItsTerminalsKnow(t *testing.T) {
	show := func(m Mode) Shown {
		s, err := Show(flag(64, 48), Look{Mode: m, Size: Size{8, 3}, Paper: color.White, ID: 7})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	k := show(Kitty)
	for _, want := range []string{"\x1b_G", "a=T", "U=1", "c=8", "r=3", "q=2", fmt.Sprintf("i=%d", 0x425307)} {
		if !strings.Contains(k.Before, want) {
			t.Errorf("kitty is not sent %q", want)
		}
	}
	if !strings.Contains(k.After, "a=d") || !strings.Contains(k.Lines[0], "38;2;66;83;7") {
		t.Errorf("kitty is left with %q and shown %q", k.After, k.Lines[0])
	}
	if s := show(ITerm); !strings.HasPrefix(s.At, "\x1b]1337;File=") || !strings.Contains(s.At, "width=8;height=3") {
		t.Errorf("iTerm2 is sent %.80q", s.At)
	}
	if s := show(Sixel); !strings.HasPrefix(s.At, "\x1bP0;1q") || !strings.HasSuffix(s.At, "\x1b\\") {
		t.Errorf("a sixel terminal is sent %.80q", s.At)
	}
	if s := show(Blocks); s.Before+s.At+s.After != "" {
		t.Errorf("blocks need more than cells: %q", s)
	}
}

func TestBlocksAreOfThePicturesColours(t *testing.T) {
	s, _ := Show(flag(4, 2), Look{Mode: Blocks, Size: Size{2, 1}, Paper: color.Black})
	if want := "\x1b[38;2;200;0;0;48;2;0;0;200m▀▀\x1b[m"; s.Lines[0] != want {
		t.Errorf("%q, want %q", s.Lines[0], want)
	}
	s, _ = Show(flag(4, 2), Look{Mode: Blocks, Size: Size{2, 1}, Paper: color.Black, Indexed: true})
	if want := "\x1b[38;5;160;48;5;20m▀▀\x1b[m"; s.Lines[0] != want {
		t.Errorf("%q, want %q", s.Lines[0], want)
	}
	clear := image.NewRGBA(image.Rect(0, 0, 4, 4))
	s, _ = Show(clear, Look{Mode: Blocks, Size: Size{2, 1}, Paper: color.White})
	if !strings.Contains(s.Lines[0], "38;2;255;255;255") {
		t.Errorf("what is transparent is %q", s.Lines[0])
	}
}

func TestTheNearestOf256Colours(t *testing.T) {
	for _, c := range []struct {
		r, g, b uint8
		want    int
	}{
		{0, 0, 0, 16}, {255, 255, 255, 231}, {255, 0, 0, 196}, {128, 128, 128, 244}, {8, 8, 8, 232}, {95, 135, 175, 67},
	} {
		if got := index(color.RGBA{c.r, c.g, c.b, 255}); got != c.want {
			t.Errorf("%v is %d", c, got)
		}
	}
}

func TestTerminalsAreKnownByWhatTheySay(t *testing.T) {
	for name, c := range map[string]struct {
		environ []string
		want    Mode
	}{
		"kitty":                {[]string{"TERM=xterm-kitty"}, Kitty},
		"ghostty":              {[]string{"TERM=xterm-256color", "TERM_PROGRAM=ghostty"}, Kitty},
		"iTerm2":               {[]string{"TERM_PROGRAM=iTerm.app"}, ITerm},
		"WezTerm":              {[]string{"TERM_PROGRAM=WezTerm"}, ITerm},
		"foot":                 {[]string{"TERM=foot-extra"}, Sixel},
		"any other":            {[]string{"TERM=xterm-256color"}, Blocks},
		"tmux within kitty":    {[]string{"TERM=tmux-256color", "KITTY_WINDOW_ID=1"}, Blocks},
		"an empty environment": {nil, Blocks},
	} {
		if got, err := Named("auto", c.environ); got != c.want || err != nil {
			t.Errorf("%s: %s, %v", name, got, err)
		}
	}
	if got, err := Named("sixel", []string{"TERM=xterm-kitty"}); got != Sixel || err != nil {
		t.Errorf("what the reader says does not hold: %s, %v", got, err)
	}
	if _, err := Named("hologram", nil); err == nil || !strings.Contains(err.Error(), "blocks") {
		t.Errorf("a way there is not: %v", err)
	}
}

// FuzzDecode decodes anything: it ends, and what comes can be shown.
func FuzzDecode(f *testing.F) {
	for _, format := range []string{"png", "jpeg", "gif"} {
		data := encoded(f, format, flag(20, 10))
		f.Add(data)
		f.Add(data[:len(data)/2])
	}
	f.Add(gigapixel(1<<31-1, 1<<31-1))
	f.Add([]byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\xff\xff\xff\xff\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width*c.Height > 1<<22 {
			return // allowed, but slow to look at so often
		}
		img, err := Decode(data)
		if err != nil {
			return
		}
		size := Fit(img, Size{12, 5}, Blocks)
		s, err := Show(img, Look{Mode: Blocks, Size: size, Paper: color.Black})
		if err != nil || len(s.Lines) != size.Rows {
			t.Fatalf("%v: %v", size, err)
		}
	})
}
