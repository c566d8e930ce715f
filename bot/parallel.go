package bot

import (
	"runtime"
	"sync"
)

// parallel calls do for parts of 0 to n, half open, that together are all of it, on all
// processors.
func parallel(n int, do func(from, to int)) {
	var workers sync.WaitGroup
	parts := min(runtime.GOMAXPROCS(0), n)
	for i := range parts {
		workers.Go(func() { do(i*n/parts, (i+1)*n/parts) })
	}
	workers.Wait()
}
