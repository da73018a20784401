package index

import (
	"bytes"
	"os"
	"strconv"
)

// mappedNow tells how many bytes of files the program has in memory, or -1
// where the system does not say.
func mappedNow() int64 {
	line, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return -1
	}
	const shared = 2 // which number it is
	fields := bytes.Fields(line)
	if len(fields) <= shared {
		return -1
	}
	pages, err := strconv.ParseInt(string(fields[shared]), 10, 64)
	if err != nil {
		return -1
	}
	return pages * int64(os.Getpagesize())
}
