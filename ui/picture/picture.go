// Package picture makes of the bytes of a picture what a terminal can show: by
// the graphics of kitty, of iTerm2 or of sixel terminals, else in half blocks
// of colour. It draws nothing itself and knows nothing of stories; a picture is
// as hostile as any file, so what it may cost is capped before it is decoded.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"

	// The formats that are known.
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

// The most that is decoded: a page of a newspaper from a good camera.
const (
	maxBytes  = 24 << 20
	maxPixels = 32 << 20
	maxSide   = 30_000
)

// What can be wrong with a picture.
var (
	ErrFormat   = errors.New("its format is not known here")
	ErrTooLarge = errors.New("it is too large")
)

// Decode decodes a PNG, JPEG, GIF (its first frame) or WebP. What it would
// take is looked up in the head of the picture first.
func Decode(data []byte) (image.Image, error) {
	if len(data) > maxBytes {
		return nil, fmt.Errorf("%w: %d MiB", ErrTooLarge, len(data)>>20)
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat):
		return nil, ErrFormat
	case err != nil:
		return nil, fmt.Errorf("it is damaged: %w", err)
	case c.Width <= 0 || c.Height <= 0:
		return nil, errors.New("it is empty")
	case c.Width > maxSide || c.Height > maxSide || c.Width*c.Height > maxPixels:
		return nil, fmt.Errorf("%w: %d × %d", ErrTooLarge, c.Width, c.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("it is damaged: %w", err)
	}
	return img, nil
}

// Size is how many cells a picture takes.
type Size struct{ Cols, Rows int }

// cell is how many dots a cell is taken to have where graphics are sent. Most
// have about as many; what differs is scaled by the terminal.
var cell = image.Pt(10, 20)

// coarse is how many dots of a picture a cell stands for at least where it
// shows but two: the larger such a picture is, the more there is to see.
var coarse = image.Pt(2, 4)

// Fit is the size of a picture in cells, within the given ones, its sides in
// proportion and not blown up.
func Fit(img image.Image, most Size, mode Mode) Size {
	b := img.Bounds()
	if b.Empty() || most.Cols <= 0 || most.Rows <= 0 {
		return Size{}
	}
	dots := cell
	if mode == Blocks {
		dots = coarse
	}
	width, height := float64(b.Dx())/float64(dots.X), float64(b.Dy())/float64(dots.Y)
	by := min(float64(most.Cols)/width, float64(most.Rows)/height, 1)
	return Size{
		Cols: min(max(int(width*by+.5), 1), most.Cols),
		Rows: min(max(int(height*by+.5), 1), most.Rows),
	}
}

// scaled is a picture of so many dots, what is transparent on paper.
func scaled(img image.Image, width, height int, paper color.Color) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(out, out.Bounds(), image.NewUniform(paper), image.Point{}, draw.Src)
	draw.BiLinear.Scale(out, out.Bounds(), img, img.Bounds(), draw.Over, nil)
	return out
}
