package corpus

// kindList is a row of names: "Quanta, Kite and Ortelle".
type kindList struct {
	names  []*nameForm
	joined bool // "and" or "or" stands in it
}

// kindLists gathers the rows of names of a text, one mention after the other.
type kindLists struct {
	lists []kindList
	last  foundName
}

// add goes on with the row of the mention before f, or starts one. Whole is the name
// that f has.
func (l *kindLists) add(d *nameText, f foundName, whole *nameForm) {
	sign := false
	joined := len(l.lists) > 0 && l.last.sentence == f.sentence && f.from-l.last.to <= 2 && f.from > l.last.to
	if joined {
		for _, w := range d.sentences[f.sentence].words[l.last.to:f.from] {
			switch w.Of(d.text) {
			case "and", "or":
				sign = true
			case ",":
			default:
				joined = false
			}
		}
	}
	joined = joined && f.title.word == "" && !d.sentences[f.sentence].words[l.last.to-1].possessive()
	if !joined {
		l.lists = append(l.lists, kindList{})
		sign = false
	}
	one := &l.lists[len(l.lists)-1]
	one.names = append(one.names, whole)
	one.joined = one.joined || sign
	l.last = f
}

// share gives names of unknown kind the kind of those that they stand in a row with, if
// these are all of one.
func (l *kindLists) share() {
	for _, list := range l.lists {
		kind, known := list.kind()
		if !list.joined || kind == Unknown {
			continue
		}
		weight := 1
		if len(list.names) > 2 && known > 1 {
			weight = 2
		}
		for _, f := range list.names {
			if f.kind == Unknown {
				f.votes.add(kindCue{kind, weight})
			}
		}
	}
	for _, list := range l.lists {
		for _, f := range list.names {
			if f.kind == Unknown {
				f.kind = f.votes.kind()
			}
		}
	}
}

// kind returns the one kind of the names in the row that have one, and how many they are.
func (l kindList) kind() (Kind, int) {
	kind, known := Unknown, 0
	for _, f := range l.names {
		switch {
		case f.kind == Unknown:
		case kind != Unknown && f.kind != kind:
			return Unknown, 0
		default:
			kind = f.kind
			known++
		}
	}
	return kind, known
}
