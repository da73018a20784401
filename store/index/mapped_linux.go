package index

import (
	"bytes"
	"os"

	"golang.org/x/sys/unix"
)

// faultReads is how much of a file the system brings into memory most often
// where a byte of it is missing there. Of a file that it keeps in large pieces
// it may be some hundreds of KiB: looking as often as they need kept 4 MB less
// in memory, for a sixth more processor time.
const faultReads = 64 << 10

// faults counts how often a byte was missing. It costs a fraction of what
// mappedNow costs, and tells about how much that can have grown.
func faults() int64 {
	var used unix.Rusage
	if unix.Getrusage(unix.RUSAGE_SELF, &used) != nil {
		return -1
	}
	return used.Minflt + used.Majflt
}

// mappedNow tells how many bytes of files the program has in memory, or -1
// where the system does not say. It is asked while answers are being found, and
// so makes next to no garbage.
func mappedNow() int64 {
	fd, err := unix.Open("/proc/self/statm", unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return -1
	}
	defer unix.Close(fd)
	var room [128]byte
	n, err := unix.Read(fd, room[:])
	if err != nil {
		return -1
	}
	const shared = 2 // which number it is
	line := room[:n]
	for range shared {
		_, line, _ = bytes.Cut(line, []byte(" "))
	}
	pages := int64(0)
	for _, digit := range line {
		if digit < '0' || digit > '9' {
			break
		}
		pages = 10*pages + int64(digit-'0')
	}
	return pages * int64(os.Getpagesize())
}
