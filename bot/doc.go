// Package bot answers. It turns a line that a reader typed into a request, finds the
// passages that answer it and composes an Answer of verbatim quotes, which it can write to a
// file. It also says what is new on topics that are followed. It does not know Discord, the
// terminal, the search engine behind the index, or where articles come from.
package bot
