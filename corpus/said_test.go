package corpus

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// sayingsOf reads text and shows each saying as "speaker: words", with ">" for ":" where
// the words are direct.
func sayingsOf(text string) []string {
	sentences := Sentences(text)
	var out []string
	for _, s := range Sayings(text, sentences, Mentions(text, sentences)) {
		sign := ": "
		if s.Direct {
			sign = "> "
		}
		out = append(out, s.Speaker+sign+s.Words.Of(text))
	}
	return out
}

func TestSayingsFindsWhoSaysWhat(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		want []string
	}{
		{"“The yard is closed,” Lena Ortiz said.", []string{"Lena Ortiz> The yard is closed,"}},
		{"“The yard is closed,” said Lena Ortiz.", []string{"Lena Ortiz> The yard is closed,"}},
		{"\"The yard is closed,\" said Lena Ortiz on Monday.", []string{"Lena Ortiz> The yard is closed,"}},
		{"Lena Ortiz said: “The yard is closed.”", []string{"Lena Ortiz> The yard is closed."}},
		{"Lena Ortiz said, \"The yard is closed.\"", []string{"Lena Ortiz> The yard is closed."}},
		{"Lena Ortiz wrote on Friday: “The yard is closed.”", []string{"Lena Ortiz> The yard is closed."}},
		{"“The yard,” Lena Ortiz said, “is closed for good.”", []string{"Lena Ortiz> The yard,", "Lena Ortiz> is closed for good."}},
		{"“The yard is closed,” Lena Ortiz said. “Nobody will come back.”", []string{"Lena Ortiz> The yard is closed,", "Lena Ortiz> Nobody will come back."}},
		{"“Is the yard closed?” Lena Ortiz asked.", []string{"Lena Ortiz> Is the yard closed?"}},
		{"“It is closed. It was old. Go home,” Lena Ortiz said.", []string{"Lena Ortiz> It is closed. It was old. Go home,"}},
		{"“It is closed.\n\n“Go home,” Lena Ortiz said.", []string{"Lena Ortiz> It is closed.\n\n“Go home,"}},
		{"Lena Ortiz said: “It is closed.\n\n“Go home.”", []string{"Lena Ortiz> It is closed.\n\n“Go home."}},
		{"“The yard is closed,” said Lena Ortiz, the chief executive of Quanta.", []string{"Lena Ortiz> The yard is closed,"}},
		{"“The yard is closed,” Lena Ortiz, the chief executive of Quanta, told reporters.", nil},
		{"“The yard is closed,” Lena Ortiz, the chief executive of Quanta, said.", []string{"Lena Ortiz> The yard is closed,"}},
		{"“The yard is closed,” said Quanta spokesman Tom Bell.", []string{"Tom Bell> The yard is closed,"}},
		{"“The yard is closed,” said the company’s founder, Tom Bell.", []string{"Tom Bell> The yard is closed,"}},
		{"“The yard is closed,” Lena Ortiz told Tom Bell.", []string{"Lena Ortiz> The yard is closed,"}},
		{"Lena Ortiz said that the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz said the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz has said the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz said on Monday that the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz said in a statement on Monday that the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz told Tom Bell that the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz told reporters the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz, the chief executive of Quanta, said the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz, 57, the chief executive of Quanta, said the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz, who runs Quanta, said the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"The company’s founder, Lena Ortiz, said the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"President Lena Ortiz said the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Quanta chief executive Lena Ortiz said the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"In March, Lena Ortiz said the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"OpenAI said the model was ready.", []string{"OpenAI: the model was ready"}},
		{"According to Lena Ortiz, the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"The yard was closed, according to Lena Ortiz.", []string{"Lena Ortiz: The yard was closed"}},
		{"The yard was closed, Lena Ortiz said.", []string{"Lena Ortiz: The yard was closed"}},
		{"The yard was closed, said Lena Ortiz.", []string{"Lena Ortiz: The yard was closed"}},
		{"The yard, Lena Ortiz said, was closed for good.", []string{"Lena Ortiz: The yard, Lena Ortiz said, was closed for good"}},
		{"Lena Ortiz argued that the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz insisted she had paid for the yard.", []string{"Lena Ortiz: she had paid for the yard"}},
		{"Lena Ortiz denied that she had sold the yard.", []string{"Lena Ortiz: denied that she had sold the yard"}},
		{"Lena Ortiz called the yard “a ruin of the worst kind.”", []string{"Lena Ortiz: called the yard “a ruin of the worst kind.”"}},
		{"Lena Ortiz promised to open the yard.", []string{"Lena Ortiz: to open the yard"}},
		{"Lena Ortiz said the yard was closed, while Tom Bell said that it was open.", []string{"Lena Ortiz: the yard was closed", "Tom Bell: it was open"}},
		{"Lena Ortiz said the yard was closed, and Tom Bell replied that it was open.", []string{"Lena Ortiz: the yard was closed", "Tom Bell: it was open"}},
		{"Lena Ortiz came. She said the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"“The yard is closed,” Lena Ortiz said. “It is old,” she added.", []string{"Lena Ortiz> The yard is closed,", "Lena Ortiz> It is old,"}},
		{"OpenAI opened the yard. It said the work was done.", []string{"OpenAI: the work was done"}},
		{"When Lena Ortiz said the yard was closed, the workers left.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz said that “the yard is closed.”", []string{"Lena Ortiz> the yard is closed."}},
		{"Lena Ortiz scoffed on X that the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz answered within hours on X, which she used when it was called Twitter: “The yard is closed.”", []string{"Lena Ortiz> The yard is closed."}},
		{"The next day Lena Ortiz, the chief executive of Quanta, said that the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Two days earlier Lena Ortiz had called the yard “a ruin”; now she claimed that it was open.", []string{"Lena Ortiz: called the yard “a ruin”", "Lena Ortiz: it was open"}},
		{"Lena Ortiz was at ease, and said that the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz welcomed the deal and called it a first step for the yard.", []string{"Lena Ortiz: called it a first step for the yard"}},
		{"“It is old,” Lena Ortiz wrote, and added that the yard was closed.", []string{"Lena Ortiz> It is old,", "Lena Ortiz: the yard was closed"}},
		{"Hours after the talks, Lena Ortiz, who advises Tom Bell, left the yard. “It is old,” she wrote.", []string{"Lena Ortiz> It is old,"}},
		{"Asked about Bell’s doubts, Lena Ortiz spoke only for her own company. “It is old,” she told CNBC.", []string{"Lena Ortiz> It is old,"}},
		{"Lena Ortiz was not there; she said that the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz left because, she says, the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz came on Monday. She left the yard on Friday. She said the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
		{"Lena Ortiz accused Quanta of having closed the yard.", []string{"Lena Ortiz: accused Quanta of having closed the yard"}},
		{"Lena Ortiz said that she had three yards: one in Rome; one in Oslo; and one at home.", []string{"Lena Ortiz: she had three yards: one in Rome; one in Oslo; and one at home"}},
		{"Lena Ortiz told a news conference the yard was closed.", []string{"Lena Ortiz: the yard was closed"}},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			if got := sayingsOf(tt.text); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSayingsLeavesOutWhatIsInDoubt(t *testing.T) {
	t.Parallel()
	tests := []string{
		"Lena Ortiz was told that the yard was closed.",
		"Lena Ortiz, told that the yard was closed, left.",
		"Nobody at Quanta said that the yard was closed.",
		"Lena Ortiz never said that the yard was closed.",
		"Lena Ortiz did not say that the yard was closed.",
		"A spokesman for Lena Ortiz said the yard was closed.",
		"Lena Ortiz’s lawyer said the yard was closed.",
		"The lawyer representing Lena Ortiz said the yard was closed.",
		"A woman who met Lena Ortiz said the yard was closed.",
		"“The yard is closed,” said Lena Ortiz’s lawyer.",
		"“The yard is closed,” said a spokesman for Lena Ortiz.",
		"“The yard is closed,” said Lena Ortiz and Tom Bell.",
		"Lena Ortiz and Tom Bell said the yard was closed.",
		"Lena Ortiz, Ada Quill, and Tom Bell said the yard was closed.",
		"If Lena Ortiz said the yard was closed, it was.",
		"Lena Ortiz met Tom Bell. He said the yard was closed.",
		"The lawyer of Tom Bell came. He said the yard was closed.",
		"Tom Bell’s lawyer came. He said the yard was closed.",
		"Its backers, among them Ada Quill, Lena Ortiz, Bob Hoffman and Tom Bell, said that they had paid.",
		"Its backers, among them Ada Quill, Lena Ortiz, a lawyer, and Tom Bell, said that they had paid.",
		"Tom Bell met a lawyer. He said the yard was closed.",
		"OpenAI bought dollars, dealers said. They said the rate was low.",
		"Lena Ortiz told a Quanta committee the yard was closed.",
		"Tom Bell came. She said the yard was closed.",
		"According to a lawyer for Lena Ortiz, the yard was closed.",
		"According to Lena Ortiz’s lawyer, the yard was closed.",
		"According to Lena Ortiz and Tom Bell, the yard was closed.",
		"Lena Ortiz said nothing about the yard that day.",
		"Lena Ortiz is said to be in the yard now.",
		"“The yard is closed.” Lena Ortiz left on Monday.",
		"“The yard is closed,” the company said. Lena Ortiz left.",
		"Lena Ortiz promised a new yard.",
		"Lena Ortiz called Tom Bell on Monday about the yard.",
		"Quanta added a yard to its works.",
		"Lena Ortiz knows and understands the yard, she said.",
		"Tom Bell came. Lena Ortiz knows the yard, she said.",
		"Lena Ortiz met Ada Quill, and she said that the yard was closed.",
		"Lena Ortiz saw that Tom Bell came and said that the yard was closed.",
		"Lena Ortiz was called and told that the yard was closed.",
		"Tom Bell came with a lawyer and the lawyer left. He said the yard was closed.",
		"Lena Ortiz told a news conference.",
		"Lena Ortiz dismissed the head of the yard.",
		"Workers familiar with Quanta said the yard was closed.",
	}
	for _, text := range tests {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			if got := sayingsOf(text); len(got) > 0 {
				t.Errorf("got %q, want none", got)
			}
		})
	}
}

func FuzzSayings(f *testing.F) {
	for _, s := range []string{
		"“A,” Musk said, “B.” \"", "He said: \"\" \"x", "according to", "said, , , said Musk’s", "\xff“ said \xe2\x80",
		"Tom Bell came. He said “it\n\n“is” so", "called denied told that", ",sAid", ", said", "“,” said", "A told A",
	} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, text string, cut int) {
		sentences := Sentences(text)
		mentions := Mentions(text, sentences)
		for _, s := range Sayings(text, sentences, mentions) {
			for _, span := range []Span{s.Source, s.Verb, s.Words} {
				if span.Of(text) == "" || utf8.ValidString(text) && !utf8.ValidString(span.Of(text)) {
					t.Fatalf("%q: bad span %v", text, span)
				}
			}
			if s.Sentence < 0 || s.Sentence >= len(sentences) || !s.Verb.Overlaps(sentences[s.Sentence]) || s.Speaker == "" {
				t.Fatalf("%q: bad saying %+v", text, s)
			}
		}
		Sayings(text, []Span{{cut, len(text)}, {0, cut}, {-1, 4}}, mentions)
		Sayings(text, sentences, []Mention{{Span: Span{cut, cut + 5}}, {Span: Span{cut - 2, len(text) + 1}}})
	})
}

func BenchmarkSayings(b *testing.B) {
	text := strings.Repeat("“The yard is closed,” Lena Ortiz, the chief of Quanta, said on Monday. “It was old.”\n\n"+
		"She said that the company had spent $3 billion since 2019, according to Tom Bell, to build what analysts call a folly. "+
		"Critics of the plan disagreed with Bell’s account of the talks.\n\n", 200)
	sentences := Sentences(text)
	mentions := Mentions(text, sentences)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Sayings(text, sentences, mentions)
	}
}
