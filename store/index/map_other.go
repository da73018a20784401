//go:build !unix

package index

// mapFile reads the file: where there is no mmap the index is held in memory.
func mapFile(path string) (mapping, error) { return readWhole(path) }
