package bot

import (
	"slices"
	"strings"

	"storybot/index"
)

// shortened are words run together in speech, and what they stand for. "musk's" stays: only
// of these words is the "s" a verb.
var shortened = map[string]string{
	"whos": "who is", "whats": "what is", "wheres": "where is", "whens": "when is", "whys": "why is", "hows": "how is", "whichs": "which is",
	"whod": "who did", "whatd": "what did", "whered": "where did", "whend": "when did", "whyd": "why did", "howd": "how did",
	"didnt": "did not", "doesnt": "does not", "dont": "do not", "isnt": "is not", "arent": "are not", "wasnt": "was not", "werent": "were not",
	"hasnt": "has not", "havent": "have not", "hadnt": "had not", "wont": "will not", "wouldnt": "would not", "cant": "can not", "cannot": "can not",
	"couldnt": "could not", "shouldnt": "should not",
}

// inFull writes out the words of a question that are run together: "who's" is "who is".
func inFull(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		core := strings.TrimRight(w, "?!.,;:")
		key := strings.NewReplacer("'", "", "’", "").Replace(strings.ToLower(core))
		if full, ok := shortened[key]; ok {
			words[i] = full + w[len(core):]
		}
	}
	return strings.Join(words, " ")
}

// misspeltAsking are the common misspellings of the words that ask.
var misspeltAsking = map[string]string{
	"wher": "where", "wehre": "where", "whre": "where", "wen": "when", "whn": "when", "hwen": "when",
	"wat": "what", "wht": "what", "waht": "what", "whta": "what", "hwat": "what", "hwo": "who", "woh": "who",
	"whay": "why", "whi": "why", "hwy": "why", "wich": "which", "whch": "which", "whitch": "which", "hw": "how",
}

// spellAsking puts right the first word of a question where it is a misspelt asking word.
func spellAsking(tokens []index.Token) {
	if len(tokens) > 1 {
		if word, ok := misspeltAsking[tokens[0].Word]; ok {
			tokens[0].Word, tokens[0].Stem = word, ""
		}
	}
}

// readOwn makes "own" a word of the question where it is a verb, behind a name or a noun that
// a helping verb has before it: "what does Microsoft own". The index takes it for the "own"
// of "his own", a function word.
func readOwn(tokens []index.Token) {
	helped := false
	for i := range tokens {
		t := &tokens[i]
		if t.Word == "own" && helped && (tokens[i-1].Stem != "" || tokens[i-1].Word == "to") {
			t.Stem = t.Word
		}
		helped = helped || slices.Contains(helpers, t.Word)
	}
}

// lastAsking are the words that ask at the end of a question in the style of a telegram.
var lastAsking = []string{"why", "when", "where", "who", "how"}

// askingFirst puts the word that asks before the others where it is the last one: "altman
// fired why".
func askingFirst(tokens []index.Token) []index.Token {
	last := len(tokens) - 1
	if last < 1 || !slices.Contains(lastAsking, tokens[last].Word) || slices.ContainsFunc(tokens[:last], func(t index.Token) bool { return asks(t.Word) }) {
		return tokens
	}
	return slices.Concat(tokens[last:], tokens[:last])
}

// asks says whether a word asks for something that it stands for.
func asks(word string) bool {
	return slices.Contains(lastAsking, word) || slices.Contains([]string{"what", "which", "whom", "whose"}, word)
}

// Words that may stand before a question, and those of them that show that they do.
var (
	courtesy      = strings.Fields("please kindly can could would will you tell me us do know i we want to explain hello hi hey so")
	courtesyShown = []string{"please", "tell", "know", "explain"}
)

// withoutCourtesy returns the tokens behind "please tell me", "can you tell me" and their
// like.
func withoutCourtesy(tokens []index.Token) []index.Token {
	n, shown := 0, false
	for n < len(tokens) && slices.Contains(courtesy, tokens[n].Word) {
		shown = shown || slices.Contains(courtesyShown, tokens[n].Word)
		n++
	}
	if !shown || n == len(tokens) {
		return tokens
	}
	return tokens[n:]
}

// lightWords say no more than the word that asks, where nothing is asked of them.
var lightWords = []string{"stand", "mean", "happen", "happened", "react", "reacted", "respond", "responded", "occur", "occurred"}

// wishes before "to" say no more than that somebody would: "who wants to buy".
var wishes = strings.Fields("want wants wanted wanting try tries tried trying going like likes used")

// light says whether token i only says that something happened: "take place", "react"
// before "to", or that somebody wishes it.
func light(tokens []index.Token, i int) bool {
	if i+1 < len(tokens) && tokens[i+1].Word == "to" && slices.Contains(wishes, tokens[i].Word) {
		return true
	}
	if i > 1 && tokens[0].Word == "when" && tokens[i].Word == "first" && i+1 < len(tokens) && tokens[i-1].Stem != "" {
		return true
	}
	take := func(k int) bool {
		return k >= 0 && k+1 < len(tokens) && tokens[k].Stem == "take" && tokens[k+1].Word == "place"
	}
	return take(i) || take(i-1) || slices.Contains(lightWords, tokens[i].Word) && (i+1 == len(tokens) || tokens[i+1].Stem == "")
}

// generic are nouns that say of a name what it is anyway: "the Aurora project".
var generic = strings.Fields("project program programme initiative venture scheme company firm startup app chatbot organisation organization group")

// fillers at the end of "who is" and "what is" ask for no more: "what is Aurora all about".
var fillers = strings.Fields("now then anyway about all exactly really actually again today even")

// withoutFillers returns the tokens of such a question without the fillers at its end.
func withoutFillers(tokens []index.Token) []index.Token {
	if len(tokens) < 3 || tokens[0].Word != "who" && tokens[0].Word != "what" || !isBe(tokens[1].Word) {
		return tokens
	}
	for len(tokens) > 3 && slices.Contains(fillers, tokens[len(tokens)-1].Word) {
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}

// withoutClass returns the question without a noun beside a name that says of it what it is
// anyway, where nothing else is asked: "what is the Aurora project", "what is project Aurora".
func withoutClass(tokens []index.Token) []index.Token {
	last := len(tokens) - 1
	if last < 3 || tokens[0].Word != "what" || !isBe(tokens[1].Word) || !allNames(tokens[2:]) {
		return tokens
	}
	if slices.Contains(generic, tokens[last].Word) && tokens[last-1].Stem != "" {
		return tokens[:last]
	}
	if slices.Contains(generic, tokens[2].Word) && tokens[3].Stem != "" {
		return slices.Concat(tokens[:2], tokens[3:])
	}
	return tokens
}

// latestWords ask for what is newest, where they come first: "latest on stargate".
var latestWords = strings.Fields("latest newest recent news update updates new")

// asksLatest says whether a question asks for the newest on something, and how many of its
// tokens say no more than that.
func asksLatest(tokens []index.Token) (n int, latest bool) {
	skip := []string{"what", "is", "are", "the", "any", "most", "whats", "there", "s"}
	for n < len(tokens) && n < 6 {
		w := tokens[n].Word
		switch {
		case slices.Contains(latestWords, w):
			latest = true
		case latest && slices.Contains([]string{"on", "about", "with", "from", "regarding"}, w):
			return n + 1, true
		case !slices.Contains(skip, w):
			return 0, false
		}
		n++
	}
	return 0, false
}

// readerWords are the words for who asks, or for anybody.
var readerWords = []string{"i", "my", "me", "myself", "mine", "you", "your"}
