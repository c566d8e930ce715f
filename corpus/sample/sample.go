// Package sample holds the sample corpus that the bot serves when no other is given:
// short articles on OpenAI and the people around it, 2015 to 2025, in the formats that
// the corpus package reads. All were written for Storybot and are not journalism: their
// outlets (Storybot Sample Wire, Weekly and Ledger) and their addresses under
// example.org do not exist, and what has no outlet says so in its last line. The facts
// are a matter of public record. The package does not know how articles are read.
package sample

import (
	"embed"
	"io/fs"
)

// articles is read-only, as every embed.FS is.
//
//go:embed *.html *.json *.jsonl *.md *.txt
var articles embed.FS

// FS returns the files of the sample corpus, about 22 kB. They stand at its top, with
// no folders and nothing but articles. It is safe for concurrent use.
func FS() fs.FS { return articles }
