package index

import (
	"bytes"
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// faultReads is how much of a file the system brings into memory at most where
// a byte of it is missing there.
const faultReads = 64 << 10

// faults counts how often a byte was missing. It costs a fraction of what
// mappedNow costs, and tells how much that can have grown at most.
func faults() int64 {
	var used unix.Rusage
	if unix.Getrusage(unix.RUSAGE_SELF, &used) != nil {
		return -1
	}
	return used.Minflt + used.Majflt
}

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
