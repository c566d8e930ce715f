package bot

import "math"

// features are what ranking knows of a sentence: shares of the question's idf (0 to 1),
// unless said otherwise.
type features struct {
	bm25       float64 // terms, as BM25 weighs them
	soft       float64 // terms met by a synonym only
	near       float64 // terms around the words that answer, each less the farther away
	definition float64 // told who or what the question asks about
	holder     float64 // told who holds the post that is asked about
	missing    float64 // names of the question that are missing
	nearby     float64 // those of them that the article's title has, or a sentence before
	pair       float64 // what near gains by the sentence behind
	wrongRole  float64 // 1: what the question's subject is to have done is done to it
	unreal     float64 // 1: the sentence says only that it may, would or did not happen
	torn       float64 // terms of a name of the question that stand apart
	when       float64 // 1: tells of a day that the question names; ½: was published then
	outlet     float64 // 1: of an outlet that the question names
	words      int     // that are no function words
	terms      int     // of the question
	inside     bool    // opens in the middle of a quotation
	leaning    bool    // opens with a word that leans on the sentence before
	doc        float64 // BM25 of the article
	title      float64 // missing terms that the article's title has
	beside     float64 // missing terms that the sentences before and after have
}

// score rates a sentence. What describes the sentence multiplies, and only what describes
// its surroundings adds: sums of everything did well on sets of sentences and badly on
// whole articles.
func (w *weights) score(f *features) float64 {
	s := f.bm25 + w.Soft*f.soft + w.Near*f.near + w.Definition*f.definition + w.Holder*f.holder + w.Pair*f.pair
	s *= 1 - w.Missing*min(1, 4/float64(f.terms))*(f.missing-w.Nearby*f.nearby)
	s *= 1 - w.WrongRole*f.wrongRole
	s *= 1 - w.Unreal*f.unreal
	s *= 1 - w.Torn*f.torn
	s *= 1 + w.When*f.when + w.Outlet*f.outlet
	s *= 1 + w.Length*math.Log1p(float64(f.words))
	if f.words > overlong {
		s *= 1 - w.Overlong
	}
	if f.inside {
		s *= 1 - w.Inside
	}
	if f.leaning {
		s *= 1 - w.Leaning
	}
	return s + w.Article*f.doc*min(1, float64(f.terms)/8) + w.Title*f.title + w.Beside*f.beside
}

// overlong sentences, in words that are no function words, are mostly headlines, captions
// and datelines run together.
const overlong = 40
