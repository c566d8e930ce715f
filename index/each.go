package index

import (
	"sync"
	"sync/atomic"
)

// each calls visit with the numbers below n, on so many processors.
func each(workers, n int, visit func(int)) {
	if workers < 2 {
		for i := range n {
			visit(i)
		}
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				visit(i)
			}
		})
	}
	all.Wait()
}
