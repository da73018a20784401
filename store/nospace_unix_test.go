//go:build unix

package store

import "syscall"

func errNoSpace() error { return syscall.ENOSPC }
