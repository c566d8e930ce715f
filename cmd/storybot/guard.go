package main

import (
	"context"
	"log/slog"
	"runtime/debug"
)

// guarded does work that a panic ends, and nothing else: it is logged with what the work
// was.
func guarded(ctx context.Context, log *slog.Logger, what string, work func()) {
	defer func() {
		if p := recover(); p != nil {
			log.ErrorContext(ctx, what+" panicked", "panic", p, "stack", string(debug.Stack()))
		}
	}()
	work()
}
