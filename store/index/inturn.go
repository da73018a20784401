package index

import "runtime"

// inTurn makes n things on all cores and takes them one after the other, on
// the goroutine of the caller. Few are made ahead of what is taken. It ends
// with the first error of take.
func inTurn[T interface{}](n int, work func(i int) T, take func(i int, one T) error) error {
	if n == 1 {
		return take(0, work(0))
	}
	made := make(chan chan T, runtime.GOMAXPROCS(0))
	enough := make(chan struct{})
	defer close(enough)
	go func() {
		defer close(made)
		for i := range n {
			one := make(chan T, 1)
			select {
			case made <- one:
				go func() { one <- work(i) }()
			case <-enough:
				return
			}
		}
	}()
	i := 0
	for one := range made {
		if err := take(i, <-one); err != nil {
			return err
		}
		i++
	}
	return nil
}
