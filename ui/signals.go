package ui

import (
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// watchSignals takes up the signals that Bubble Tea leaves alone: those that
// would end the program with the terminal still raw end it as a key would,
// and a program that was stopped from outside takes the terminal up again.
func watchSignals(p *tea.Program) (stop func()) {
	sig := make(chan os.Signal, 1)
	done := make(chan struct{})
	signal.Notify(sig, append(continued(), syscall.SIGHUP, syscall.SIGQUIT)...)
	go func() {
		for {
			select {
			case <-done:
				return
			case s := <-sig:
				if slices.Contains(continued(), s) {
					p.Send(continuedMsg{})
					continue
				}
				p.Quit()
				return
			}
		}
	}()
	return func() {
		signal.Stop(sig)
		close(done)
	}
}

// continuedMsg says that the program was stopped and runs on.
type continuedMsg struct{}

func (continuedMsg) arrive(m *Model) tea.Cmd {
	if m.suspended { // by its own key: Bubble Tea has seen to the terminal
		m.suspended = false
		return nil
	}
	return tea.Exec(nothing{}, nil)
}

// nothing is a command that does nothing. The terminal is given away for it
// and taken up again, which sets it right.
type nothing struct{}

func (nothing) Run() error          { return nil }
func (nothing) SetStdin(io.Reader)  {}
func (nothing) SetStdout(io.Writer) {}
func (nothing) SetStderr(io.Writer) {}

// suspend goes back to the shell for a while.
func (m *Model) suspend(press) tea.Cmd {
	m.suspended = true
	return tea.Suspend
}
