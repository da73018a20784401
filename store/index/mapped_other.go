//go:build !linux

package index

// mappedNow tells how many bytes of files the program has in memory, or -1
// where the system does not say.
func mappedNow() int64 { return -1 }
