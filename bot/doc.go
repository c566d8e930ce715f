// Package bot answers. It turns a line that a reader typed into a request, finds the
// passages that answer it and composes an Answer of verbatim quotes. It does not know
// Discord, the terminal, or the search engine behind the index.
package bot
