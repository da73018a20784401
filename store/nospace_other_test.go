//go:build !unix

package store

import "errors"

func errNoSpace() error { return errors.New("there is none of the kind here") }
