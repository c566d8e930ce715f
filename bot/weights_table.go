package bot

// weights are what the features of a sentence count.
type weights struct {
	Soft, Near, Definition, Holder, Missing, WrongRole, Unreal, Torn, Length, Overlong, Inside, Leaning, Article, Title, Beside float64
}

func tunedWeights() weights {
	return weights{
		Soft:       0.8,
		Near:       1.6,
		Definition: 0.7,
		Holder:     4,
		Missing:    0.6,
		WrongRole:  0.5,
		Unreal:     0.15,
		Torn:       0.3,
		Length:     0.2,
		Overlong:   0,
		Inside:     0.2,
		Leaning:    0.2,
		Article:    1.5,
		Title:      0.8,
		Beside:     0.2,
	}
}
