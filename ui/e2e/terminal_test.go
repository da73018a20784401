//go:build unix

package e2e

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// terminal is the program in a real pseudo-terminal, with a model of the
// screen that a reader would see.
type terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	pty  *os.File
	vt   vt10x.Terminal
	done chan struct{}

	mu  sync.Mutex
	raw strings.Builder // everything the program wrote
}

// open starts the program in a terminal of the given size. Its cache, state
// and configuration are the test's own, and stay over further calls with the
// same home.
func open(t *testing.T, home string, columns, rows int, args ...string) *terminal {
	t.Helper()
	return openAs(t, "xterm-256color", home, columns, rows, args...)
}

// openAs is open in a terminal that calls itself by the given name.
func openAs(t *testing.T, name, home string, columns, rows int, args ...string) *terminal {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(),
		"BROADSHEET_TEST_PROGRAM=1", "TERM="+name, "COLORTERM=truecolor", "LANG=C.UTF-8", "TZ=UTC",
		"HOME="+home,
		"XDG_CACHE_HOME="+filepath.Join(home, "cache"),
		"XDG_STATE_HOME="+filepath.Join(home, "state"),
		"XDG_CONFIG_HOME="+filepath.Join(home, "config"),
	)
	cmd.Dir = t.TempDir()
	p, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(rows), Cols: uint16(columns)})
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{t: t, cmd: cmd, pty: p, done: make(chan struct{}),
		vt: vt10x.New(vt10x.WithSize(columns, rows), vt10x.WithWriter(io.Discard))}
	go term.read()
	t.Cleanup(func() {
		cmd.Process.Kill()
		p.Close()
		<-term.done
	})
	return term
}

// read follows the program. What it writes comes in pieces that may end inside
// a letter, so the model takes it from a buffer that waits for the rest.
func (term *terminal) read() {
	defer close(term.done)
	in := bufio.NewReaderSize(io.TeeReader(term.pty, keep{term}), 1<<16)
	for term.vt.Parse(in) == nil {
	}
}

// keep holds on to what the program wrote.
type keep struct{ term *terminal }

func (k keep) Write(b []byte) (int, error) {
	k.term.mu.Lock()
	defer k.term.mu.Unlock()
	return k.term.raw.Write(b)
}

// written is everything the program wrote.
func (term *terminal) written() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.raw.String()
}

// screen is what the reader sees, line by line, without trailing blanks.
func (term *terminal) screen() string {
	lines := strings.Split(term.vt.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// patience is how long a screen may take on a busy machine.
const patience = 20 * time.Second

// until waits for the screen to satisfy a condition.
func (term *terminal) until(what string, ok func(screen string) bool) string {
	term.t.Helper()
	deadline := time.Now().Add(patience)
	for time.Now().Before(deadline) {
		if screen := term.screen(); ok(screen) {
			return screen
		}
		time.Sleep(10 * time.Millisecond)
	}
	term.t.Fatalf("never saw %s on the screen:\n%s", what, term.screen())
	return ""
}

// see waits for words to stand on the screen.
func (term *terminal) see(words string) string {
	term.t.Helper()
	return term.until(words, func(s string) bool { return strings.Contains(s, words) })
}

// miss waits for words to be gone from the screen.
func (term *terminal) miss(words string) string {
	term.t.Helper()
	return term.until("no "+words, func(s string) bool { return !strings.Contains(s, words) })
}

// wrote waits for bytes that the program sends, whatever they do to the
// screen.
func (term *terminal) wrote(what, bytes string) {
	term.t.Helper()
	term.until(what, func(string) bool { return strings.Contains(term.written(), bytes) })
}

// keys by the names the tests use; every other word is typed as it stands. The
// escape key comes as terminals with a key protocol send it: of a lone escape
// only time tells that no sequence follows, and time is short on a busy machine.
var sequences = map[string]string{
	"enter": "\r", "esc": "\x1b[27u", "backspace": "\x7f", "tab": "\t", "space": " ",
	"down": "\x1b[B", "up": "\x1b[A", "left": "\x1b[D", "right": "\x1b[C",
	"alt+left": "\x1b[1;3D", "alt+right": "\x1b[1;3C",
	"ctrl+c": "\x03", "ctrl+d": "\x04", "ctrl+u": "\x15", "ctrl+z": "\x1a", "ctrl+s": "\x13",
}

// pace is what lies between two keys of a quick reader.
const pace = 60 * time.Millisecond

func (term *terminal) press(keys ...string) {
	term.t.Helper()
	for _, k := range keys {
		if s, ok := sequences[k]; ok {
			k = s
		}
		if _, err := io.WriteString(term.pty, k); err != nil {
			term.t.Fatal(err)
		}
		time.Sleep(pace)
	}
}

func (term *terminal) resize(columns, rows int) {
	term.t.Helper()
	term.vt.Resize(columns, rows)
	if err := pty.Setsize(term.pty, &pty.Winsize{Rows: uint16(rows), Cols: uint16(columns)}); err != nil {
		term.t.Fatal(err)
	}
}

// exit waits for the program to end and returns its exit code.
func (term *terminal) exit() int {
	term.t.Helper()
	ended := make(chan error, 1)
	go func() { ended <- term.cmd.Wait() }()
	select {
	case err := <-ended:
		var failed *exec.ExitError
		if err != nil && !errors.As(err, &failed) {
			term.t.Fatal(err)
		}
	case <-time.After(patience):
		term.t.Fatalf("the program did not end:\n%s", term.screen())
	}
	<-term.done
	return term.cmd.ProcessState.ExitCode()
}

// wantWhole checks that the terminal is as it was before the program: the
// main screen, a cursor, no mouse, no bracketed paste, no key protocol.
func (term *terminal) wantWhole() {
	term.t.Helper()
	raw := term.written()
	for _, mode := range []struct{ what, on, off string }{
		{"the alternate screen", "\x1b[?1049h", "\x1b[?1049l"},
		{"bracketed paste", "\x1b[?2004h", "\x1b[?2004l"},
		{"a hidden cursor", "\x1b[?25l", "\x1b[?25h"},
		{"mouse reports", "\x1b[?1002h", "\x1b[?1002l"},
		{"mouse motion", "\x1b[?1003h", "\x1b[?1003l"},
		{"focus reports", "\x1b[?1004h", "\x1b[?1004l"},
	} {
		if strings.LastIndex(raw, mode.on) > strings.LastIndex(raw, mode.off) {
			term.t.Errorf("the program left %s on", mode.what)
		}
	}
}
