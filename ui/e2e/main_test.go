//go:build unix

package e2e

import (
	"context"
	"os"
	"testing"

	"broadsheet/ui/cli"
)

// TestMain lets the test binary stand in for the program.
func TestMain(m *testing.M) {
	if os.Getenv("BROADSHEET_TEST_PROGRAM") != "" {
		os.Exit(cli.Main(context.Background(), os.Args[1:], cli.Streams{
			In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		}))
	}
	os.Exit(m.Run())
}
