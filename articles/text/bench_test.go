package text

import (
	"strings"
	"testing"
)

func BenchmarkCleanPlainText(b *testing.B) {
	src := longStory(400)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Clean(src, Options{})
	}
}

func BenchmarkCleanScrape(b *testing.B) {
	src := seedStory
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Clean(src, Options{})
	}
}

func BenchmarkCleanOneLine(b *testing.B) {
	src := "Trams return to Karsk\n\n" + strings.Repeat("The line to Lower Vasska was closed in April, and nobody said why. ", 60_000)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Clean(src, Options{})
	}
}

func BenchmarkCleanPage(b *testing.B) {
	src := samples()["page"]
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Clean(src, Options{})
	}
}
