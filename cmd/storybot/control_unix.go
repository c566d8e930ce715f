//go:build unix

package main

import (
	"io/fs"
	"os"
	"syscall"
)

// controllable says whether a running bot can be asked by other processes here.
const controllable = true

// ownedHere says whether a file belongs to the user of this process.
func ownedHere(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid()
}
