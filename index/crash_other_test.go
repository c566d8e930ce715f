//go:build !linux

package index

import "testing"

// limitFiles keeps this process from writing files longer than so many bytes.
func limitFiles(t *testing.T, most string) {
	if most != "" {
		t.Fatal("files are limited on Linux alone")
	}
}
