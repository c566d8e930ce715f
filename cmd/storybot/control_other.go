//go:build !unix

package main

import "io/fs"

// controllable says whether a running bot can be asked by other processes here: not where
// no socket can be kept to its owner.
const controllable = false

func ownedHere(fs.FileInfo) bool { return false }
