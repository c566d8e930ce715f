// Package index keeps a corpus of articles searchable: their full text, passages, names
// and dates, and what was read when. It is the only package that knows Bleve. It does
// not know how an answer is worded or drawn.
package index
