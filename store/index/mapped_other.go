//go:build !linux

package index

// faultReads and faults stand in where nothing is known of the system.
const faultReads = 1

func faults() int64 { return -1 }

// mappedNow tells how many bytes of files the program has in memory, or -1
// where the system does not say.
func mappedNow() int64 { return -1 }
