//go:build !windows

package ui

import (
	"os"
	"syscall"
)

// continued is the signals that say the program runs on after it was stopped
// from outside. What stopped it left the terminal to the shell, as it was.
func continued() []os.Signal { return []os.Signal{syscall.SIGCONT} }
