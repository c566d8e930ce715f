package bot

// weights are what the features of a sentence count.
type weights struct {
	Soft, Near, Definition, Holder, Missing, Nearby, Pair, WrongRole, Unreal, Torn, Length, Overlong, Inside, Leaning, Article, Title, Beside float64
}

func tunedWeights() weights {
	return weights{
		Soft:       1.6,
		Near:       1.6,
		Definition: 1.4,
		Holder:     4,
		Missing:    0.9,
		WrongRole:  0.255,
		Nearby:     0.5,
		Pair:       0.56,
		Unreal:     0.15,
		Torn:       0.3,
		Length:     0.2,
		Overlong:   0,
		Inside:     0.4,
		Leaning:    0.14,
		Article:    1.5,
		Title:      0.8,
		Beside:     0.2,
	}
}
