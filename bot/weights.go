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
	said       float64 // tells what somebody said, where that is asked: a quarter for whose words they are, the rest for what they are about
	missing    float64 // names of the question that are missing
	nearby     float64 // those of them that the article has named by then, unless they do what is asked about
	absent     float64 // 1: who does what is asked about is missing, and no pronoun stands for them
	pair       float64 // what near gains by the sentence behind
	wrongRole  float64 // 1: what the question's subject is to have done is done to it, or it tells of the second time where the first is asked for
	doer       float64 // 1: the question's subject does in it what is asked about, or it is done to its object; only for whether it answers
	unreal     float64 // 1: the sentence says only that it may or might happen, or is aimed at
	denied     float64 // 1: it says that it did not
	noVerb     float64 // 1: lacks what the question says was done
	longer     float64 // names that stand only within longer names of other things: "Stargate UAE"
	noEvent    float64 // 1: that, where the question asks why
	noDeed     float64 // 1: that, where the question asks when, where, who or how much
	formless   float64 // 1: neither it nor the sentence behind has words of the form that is asked for
	torn       float64 // terms of a name of the question that stand apart
	when       float64 // 1: tells of a day that the question names; ½: was published then
	outlet     float64 // 1: of an outlet that the question names
	newest     float64 // where the newest is asked for, the share of the pool's articles that are older
	words      int     // that are no function words
	terms      int     // of the question
	inside     bool    // opens in the middle of a quotation
	leaning    bool    // opens with a word that leans on the sentence before
	doc        float64 // BM25 of the article
	covers     float64 // of squared idf, what the article has
	title      float64 // missing terms that the article's title has
	beside     float64 // missing terms that the sentences before and after have
}

// part is what one thing that a sentence is or has does to its score.
type part struct {
	label string
	how   operation
	value float64
}

type operation int

const (
	plus   operation = iota // in the sum of what the sentence has
	factor                  // that sum's factor
	also                    // added to the product: what surrounds the sentence
)

// parts returns what a score is made of, all of it.
func (w *weights) parts(f *features) [28]part {
	ofShort := min(1, fewTerms/float64(f.terms))
	return [...]part{
		{"words of the question", plus, f.bm25},
		{"other words for them", plus, w.Soft * f.soft},
		{"them around an answer", plus, w.Near * f.near},
		{"an answer in the next sentence", plus, w.Pair * f.pair},
		{"says who or what it is", plus, w.Definition * f.definition},
		{"says who holds the post", plus, w.Holder * f.holder},
		{"words of who is asked about", plus, w.Said * f.said},
		{"a name is missing", factor, 1 - w.Missing*ofShort*(f.missing-w.Nearby*f.nearby)},
		{"who is asked about is missing", factor, 1 - w.Absent*ofShort*f.absent},
		{"subject and object are swapped, or it is another time", factor, 1 - w.WrongRole*f.wrongRole},
		{"only may or might happen", factor, 1 - w.Unreal*f.unreal},
		{"did not happen", factor, 1 - w.Denied*f.denied},
		{"a name's words stand apart", factor, 1 - w.Torn*f.torn},
		{"a name is part of a longer one", factor, 1 - w.Longer*f.longer},
		{"what was done is missing", factor, 1 - w.NoEvent*f.noEvent},
		{"what happened is missing", factor, 1 - w.NoDeed*f.noDeed},
		{"nothing there could be the answer", factor, 1 - w.Formless*f.formless},
		{"the day asked about", factor, 1 + w.When*f.when},
		{"the outlet asked about", factor, 1 + w.Outlet*f.outlet},
		{"among the newest", factor, 1 + w.Newest*f.newest},
		{"length", factor, 1 + w.Length*math.Log1p(float64(f.words))},
		{"much too long", factor, unless(f.words > overlong, w.Overlong)},
		{"opens inside a quotation", factor, unless(f.inside, w.Inside)},
		{"leans on the sentence before", factor, unless(f.leaning, w.Leaning)},
		{"the article", also, w.Article * f.doc * min(1, float64(f.terms)/8)},
		{"what the article has of the question", also, w.Covers * f.covers * max(0, min(1, float64(f.terms-longQuestion)/longQuestion))},
		{"the title", also, w.Title * f.title},
		{"the sentences beside", also, w.Beside * f.beside},
	}
}

// fewTerms is up to how many terms of a question a name that is missing counts in full; in a
// longer one it is one of many.
const fewTerms = 4.0

// unless returns 1, less a weight where something is so.
func unless(so bool, weight float64) float64 {
	if so {
		return 1 - weight
	}
	return 1
}

// score rates a sentence. What describes the sentence multiplies, and only what describes
// its surroundings adds: sums of everything did well on sets of sentences and badly on
// whole articles.
func (w *weights) score(f *features) float64 {
	sum, product, around := 0.0, 1.0, 0.0
	parts := w.parts(f)
	for i := range parts {
		switch p := &parts[i]; p.how {
		case plus:
			sum += p.value
		case factor:
			product *= p.value
		case also:
			around += p.value
		}
	}
	return sum*product + around
}

// overlong sentences, in words that are no function words, are mostly headlines, captions
// and datelines run together.
const overlong = 40
