// Package chart draws an answer as a picture: a line of time with a mark for each date
// and the quotes beside it, and says the same picture in plain words for those who do
// not see it. It does not know where the picture goes, nor where the answer came from,
// and it writes no sentence of its own about the news.
//
// A picture comes about in three steps: texts become characters that the fonts can show
// (clean), characters become lines that fit (wrap), and lines and marks get their places
// (compose). Only then is anything drawn (paint), and nothing is decided there.
package chart
