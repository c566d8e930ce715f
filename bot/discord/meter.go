package discord

import (
	"sync"
	"time"
)

// Meter counts what happens. Its methods are called from many goroutines at once and must
// return at once. Commands are those of the menu, "autocomplete", "press" or "unknown".
type Meter interface {
	// Acknowledged: an interaction was responded to, so long after it came.
	Acknowledged(command string, after time.Duration)
	// Answered: how an interaction ended ("answered", "empty", "mistake", "failed", "busy",
	// "late", "duplicate", "panic"), and how long that took.
	Answered(command, outcome string, took time.Duration)
	// Pending: how many interactions are being answered or wait for it.
	Pending(n int)
	// Identified: a connection of a shard was begun.
	Identified(shard int)
	// Connected: a shard is connected, or no longer.
	Connected(shard int, up bool)
	// Requested: Discord's HTTP API answered with that status; 0: it did not answer.
	Requested(method string, status int, took time.Duration)
}

// noMeter counts nothing.
type noMeter struct{}

func (noMeter) Acknowledged(string, time.Duration)     {}
func (noMeter) Answered(string, string, time.Duration) {}
func (noMeter) Pending(int)                            {}
func (noMeter) Identified(int)                         {}
func (noMeter) Connected(int, bool)                    {}
func (noMeter) Requested(string, int, time.Duration)   {}

// Status tells from outside how a bot that runs is connected. The zero Status is that of
// one that is not.
type Status struct {
	mu    sync.Mutex
	up    map[int]bool      // guarded by mu: by shard, those that were ever connected
	heard map[int]time.Time // guarded by mu: when a shard last heard from Discord
}

// Connected returns how many shards are connected, and when the one that has been silent
// for longest last heard from Discord: zero where none is connected.
func (s *Status) Connected() (shards int, heard time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for shard, up := range s.up {
		if !up {
			continue
		}
		shards++
		if t := s.heard[shard]; heard.IsZero() || t.Before(heard) {
			heard = t
		}
	}
	return shards, heard
}

// Lost returns how many shards were connected once and are not now.
func (s *Status) Lost() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	lost := 0
	for _, up := range s.up {
		if !up {
			lost++
		}
	}
	return lost
}

func (s *Status) set(shard int, up bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.up == nil {
		s.up, s.heard = map[int]bool{}, map[int]time.Time{}
	}
	s.up[shard] = up
	s.heard[shard] = time.Now()
}

// hear notes a packet of Discord.
func (s *Status) hear(shard int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.heard != nil {
		s.heard[shard] = time.Now()
	}
}
