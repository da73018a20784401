//go:build !unix

package index

// mapFile reads the file: where there is no mmap the index is held in memory.
func mapFile(path string) ([]byte, func() error, error) { return readWhole(path) }
