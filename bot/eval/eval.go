// Package eval scores a bot on labelled questions: it puts each to the bot, compares the
// quotes with what was expected, and compares a run with an earlier one. README.md beside
// it is the manual of the formats. The package does not know how an answer is found, what
// the articles say beyond what the bot shows, or where files lie.
package eval
