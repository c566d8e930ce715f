// Package index keeps a corpus of articles searchable: their full text, passages, names
// and dates, what was read when, the earlier wordings of what was corrected or withdrawn, and
// which articles tell the same. It is the only package that knows Bleve. It does not know
// where articles come from, nor how an answer is worded or drawn.
package index
