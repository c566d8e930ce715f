package bot

// The values of this file were found and printed by
//
//	go test ./bot -run 'TestTune$' -v -tune DIR
//	go test ./bot -run TestTuneSilence -v -tune DIR
//
// on 2026-11-23. DIR held halves of public sets (TREC QA, SciFact, MultiHop-RAG) and sets of
// our own, over the sample corpus, over five topics of Timeline17 together with the articles
// of MultiHop-RAG, and over Reuters-21578. Coordinate search changes one weight at a time
// while that helps the mean of the sets; logistic regression fits the evidence.
//
// The weights of ranking were found before the features Absent, NoDeed, Formless, Denied,
// Newest and Covers came, which were set by hand, as were Said, Longer, NoEvent, Unreal, When
// and Outlet. A search with all of them found nothing that held out questions (five folds)
// confirm, so that they stayed; the means of the sets with them, and with weights found
// without the questions that are judged:
//
//	set             measure                          these    held out
//	TREC QA         mean of MAP and MRR              .866     .850
//	SciFact         nDCG@10 of articles              .707     .702
//	MultiHop-RAG    nDCG@10 of articles              .796     .795
//	own, sample     words of claims in the quotes    .840     .851
//	own, Reuters    the same                         .667     .657
//	own, Timeline17 the same                         .449     .449
//
// The evidence was fitted to short questions. How often those that have an answer are
// answered, and the others are not, by weights that were fitted without them:
//
//	set                  answered  silent
//	TREC QA              .385      .769 (the same questions without the sentences that answer)
//	own, sample          .856      .946
//	own, Reuters         .967      .933
//	own, Timeline17      1.000     .800
//
// Of 41 further questions, most of them of general knowledge, that no article answers, and
// that were put to each of the last two only after that fit, 18 were answered over
// Timeline17 and 7 over Reuters.

// weights are what the features of a sentence count.
type weights struct {
	Soft, Near, Definition, Holder, Said, Missing, Nearby, Absent, Pair                              float64
	WrongRole, Unreal, Denied, Torn, Longer, NoEvent, NoDeed, Formless, When, Outlet, Newest, Length float64
	Overlong, Inside, Leaning, Article, Covers, Title, Beside                                        float64
}

// tunedWeights returns the weights that the search found, and those that were set by hand.
func tunedWeights() weights {
	return weights{
		Soft:       0.95,
		Near:       1.85,
		Definition: 2.1,
		Holder:     4,
		Said:       1.5,
		Missing:    0.9,
		WrongRole:  0.255,
		Nearby:     0.9,
		Absent:     0.5,
		Pair:       0.405,
		Unreal:     0.4,
		Denied:     0.15,
		Longer:     0.3,
		NoEvent:    0.2,
		NoDeed:     0.3,
		Formless:   0.1,
		When:       0.3,
		Outlet:     0.5,
		Newest:     1,
		Length:     0.2,
		Overlong:   0.4,
		Inside:     0.4,
		Leaning:    0.14,
		Article:    1.5,
		Covers:     1,
		Title:      0.84,
		Beside:     0.3,
	}
}

// tunedEvidence returns what each evidence weighs, in log odds.
func tunedEvidence() evidence {
	return evidence{
		Always:   -0.84,
		Covered:  0.03,
		Names:    0.34,
		Rest:     0.69,
		Near:     0.13,
		Untyped:  0.14,
		Lacking:  -0.00,
		Unknown:  -1.19,
		NoVerb:   0.11,
		Contrary: 0.37,
		Rarest:   -0.60,
		Around:   0.98,
		Told:     0.08,
		Untold:   0.30,
		Said:     0.30,
		Unsaid:   -0.20,
		Chance:   -0.99,
		Longer:   -0.37,
		Whole:    1.49,
		WeakTie:  0.03,
	}
}
