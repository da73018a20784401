package cli

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"broadsheet/articles/safe"
)

// openAddress opens an address with the system's own program, by argument
// vector and never by a shell. Only addresses of the schemes that
// articles/safe admits are opened.
func openAddress(address string) error {
	address, ok := safe.URL(address)
	if !ok {
		return fmt.Errorf("opening %s: not an address of the web or of mail", safe.Line(address))
	}
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		cmd = exec.Command("open", address)
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	default:
		cmd = exec.Command("xdg-open", address)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("opening %s: %w", address, err)
	}
	go cmd.Wait() // it is not ours, but leaves a zombie if nobody asks for it
	return nil
}

// editor makes the command that opens a file in the reader's editor.
func editor(path string) (*exec.Cmd, error) {
	name := os.Getenv("VISUAL")
	if name == "" {
		name = os.Getenv("EDITOR")
	}
	words := strings.Fields(name)
	if len(words) == 0 {
		return nil, fmt.Errorf("editing %s: neither VISUAL nor EDITOR is set", path)
	}
	return exec.Command(words[0], append(words[1:], path)...), nil
}

// pipe makes the command that the reader typed. It is the reader's own words
// and goes to the reader's own shell; the story is only its input.
func pipe(command string) (*exec.Cmd, error) {
	if strings.TrimSpace(command) == "" {
		return nil, fmt.Errorf("piping: no command was given")
	}
	if runtime.GOOS == "windows" {
		return exec.Command("cmd", "/c", command), nil
	}
	shell := os.Getenv("SHELL")
	if shell == "" {
		shell = "/bin/sh"
	}
	return exec.Command(shell, "-c", command), nil
}
