package bot

// weights are what the features of a sentence count.
type weights struct {
	Soft, Near, Definition, Holder, Missing, Nearby, Pair, WrongRole, Unreal, NoVerb, Torn, When, Outlet, Length, Overlong, Inside, Leaning, Article, Title, Beside float64
}

func tunedWeights() weights {
	return weights{
		Soft:       0.95,
		Near:       1.54,
		Definition: 1.4,
		Holder:     4,
		Missing:    0.9,
		WrongRole:  0.255,
		Nearby:     0.6,
		Pair:       0.56,
		Unreal:     0.15,
		NoVerb:     0.1,
		Torn:       0.3,
		When:       0.3,
		Outlet:     0.5,
		Length:     0.2,
		Overlong:   0.4,
		Inside:     0.4,
		Leaning:    0.14,
		Article:    1.5,
		Title:      1.2,
		Beside:     0.3,
	}
}

func tunedEvidence() evidence {
	return evidence{
		Always:   -1.91,
		Covered:  0.24,
		Names:    1.28,
		Rest:     0.90,
		Near:     1.54,
		Untyped:  1.06,
		Lacking:  -0.25,
		Unknown:  -0.85,
		NoVerb:   -0.62,
		Contrary: -0.22,
		Rarest:   -1.00,
		Around:   0.25,
	}
}
