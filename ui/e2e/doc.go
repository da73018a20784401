// Package e2e has no code: its tests run the whole program in a
// pseudo-terminal and meet it as a reader does, by keys and by what stands on
// the screen. What a screen is made of they do not know.
package e2e
