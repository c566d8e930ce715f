package corpus

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// splitForTest splits text into sentences at line ends and at full stops, question and
// exclamation marks before a space and a capital letter. It does for these texts.
func splitForTest(text string) []Span {
	var spans []Span
	start := 0
	add := func(end int) {
		s := strings.TrimLeft(text[start:end], " \n")
		if strings.TrimSpace(s) != "" {
			spans = append(spans, Span{end - len(s), start + len(strings.TrimRight(text[start:end], " \n"))})
		}
		start = end
	}
	for i := range len(text) {
		switch {
		case text[i] == '\n':
			add(i)
		case i > 3 && text[i] == ' ' && strings.ContainsRune(".?!", rune(text[i-1])) && 'a' <= text[i-2] && text[i-2] <= 'z' &&
			i+1 < len(text) && 'A' <= text[i+1] && text[i+1] <= 'Z' && !namesDotted[finalWord(text[:i-1])]:
			add(i)
		}
	}
	add(len(text))
	return spans
}

// finalWord returns what follows the last space of s.
func finalWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// markNames writes text with its mentions in braces, and the name behind a bar where it
// is another: "{Altman|Sam Altman}".
func markNames(text string, mentions []Mention) string {
	var b strings.Builder
	at := 0
	for _, m := range mentions {
		b.WriteString(text[at:m.Start])
		b.WriteByte('{')
		b.WriteString(m.Of(text))
		if m.Name != m.Of(text) {
			b.WriteString("|" + m.Name)
		}
		b.WriteByte('}')
		at = m.End
	}
	return b.String() + text[at:]
}

// unmarkNames takes the marks of markNames away.
func unmarkNames(marked string) string {
	var b strings.Builder
	for marked != "" {
		before, rest, found := strings.Cut(marked, "{")
		b.WriteString(before)
		if !found {
			break
		}
		inner, after, _ := strings.Cut(rest, "}")
		surface, _, _ := strings.Cut(inner, "|")
		b.WriteString(surface)
		marked = after
	}
	return b.String()
}

func TestMentionsFindsNamesAndTheirFullestForm(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"surname takes the full name":   "{Nora Feld} opened the plant. Critics said {Feld|Nora Feld} had waited too long.",
		"surname before the full name":  "Nobody expected {Feld|Nora Feld} to speak, but {Nora Feld} did.",
		"title is left out":             "They met President {Donald Trump} and Chancellor {Olaf Scholz} in {Berlin}.",
		"title between two names":       "The room fell silent when {OpenAI} CEO {Sam Altman} rose.",
		"title of several words":        "A letter reached Secretary of State {Marco Rubio} and {White House} Press Secretary {Karoline Leavitt}.",
		"bare titles name nobody":       "On Monday the Prime Minister and the President agreed.",
		"straight possessive":           "The pact binds {Japan}'s {SoftBank} for years.",
		"curly possessive":              "Despite {Feld}’s pleas, nothing changed.",
		"department and bureau are two": "Lawyers for the {Department of Justice} and {FBI} declined.",
		"ampersand joins":               "Shares of {Johnson & Johnson} and {AT&T} fell.",
		"of joins":                      "Economists at {Bank of America} briefed the {House of Representatives} and the {Department of Defense}.",
		"for and and join inside":       "Staff at the {Centers for Disease Control and Prevention} met the {Securities and Exchange Commission}.",
		"initials":                      "Vice President {J.D. Vance} called. Later {Vance|J.D. Vance} left.",
		"a name written twice":          "At the gate {Helen Marsh} {Helen Marsh} waits for her bus.",
		"person before a house":         "By {Helen Marsh} {BBC News}, they said.",
		"house before a surname":        "{Feld} left. In an interview with {CNN} {Feld} said so. {Feld} came back.",
		"chanted words":                 "Crowds chanted “Down with {Weil}” all day.",
		"everyone is nobody":            "Thanks @everyone and {@quanta}.",
		"marks of a transcript":         "Stay with us. COMMERCIAL BREAK. FEMALE: We met {Weil}.",
		"participle where it starts":    "Remembering {Weil}, they wept. Few forget {Weil}.",
		"against somebody":              "An Anti-Weil crowd met the Non-OPEC states.",
		"place before a surname":        "{Helen Marsh} left. In {Oslo} {Marsh|Helen Marsh} rose. {Marsh|Helen Marsh} came back.",
		"short given name":              "{Ben Quill|Benjamin Quill} sang. {Benjamin Quill} is old.",
		"other initial":                 "{Ann B. Quill} met {Ann C. Quill}.",
		"generation told later":         "{Peter Quill} sang. Many love {Peter Quill}. None knew {Peter Quill}. His heir, {Peter Joseph Quill Jr.}, wept.",
		"letters of another":            "{GM} fell. In the {Gulf of Mexico} it rained.",
		"letters before the words":      "{HFO} paid. {HFO} bought. {HFO} sold. Then {Hill Fire Office} slept.",
		"particles":                     "Aides to {Ursula von der Leyen} flew home. On Friday {von der Leyen|Ursula von der Leyen} followed.",
		"particle with capital":         "The painter {Diego de la Vega} and {Charles de Gaulle} never met.",
		"letters beyond ASCII":          "In {Málaga}, {Søren Ångström} spoke; {Ångström|Søren Ångström} then thanked {Łukasz Żak}.",
		"odd spellings":                 "Models from {OpenAI}, {xAI} and {Meta} beat {GPT-4} on the {iPhone}.",
		"acronym in brackets":           "The {World Health Organization} ({WHO|World Health Organization}) met. Officials said the {WHO|World Health Organization} would wait.",
		"acronym without brackets":      "The {European Space Agency} built it, and the {ESA|European Space Agency} flew it.",
		"days and months":               "It opened on Friday, closed in March and came back on Sunday.",
		"day inside a name":             "The {Sunday Times} wrote that shops feared {Black Friday}.",
		"demonyms":                      "The American and Japanese teams beat two Democrats and a German.",
		"demonym inside a name":         "The {Democratic Party} sued {American Airlines}.",
		"first word is a name":          "{Oracle} rose. Analysts had expected {Oracle} to fall.",
		"first word is no name":         "Shares rose. Meanwhile {Oracle} fell. Protesters gathered. Talks went on.",
		"first word before a name":      "Both {Feld} and {Marsh} agreed. Former Mayor {Ada Quill} did not.",
		"heading before a colon":        "What Happened: The firm hired {Lena Ortiz}. Why It Matters: Rivals fear {Ortiz|Lena Ortiz}.",
		"hyphen with lower case":        "A {Microsoft}-backed lab and pro-{Trump} voters cheered.",
		"generation":                    "They honoured {Robert F. Kennedy Jr.} while {Kennedy|Robert F. Kennedy Jr.} watched.",
		"middle initial":                "Here {George Hale|George W. Hale} sat; {George W. Hale} wrote it down.",
		"company suffix":                "Records show {Quanta Inc.} paid. Last week {Quanta|Quanta Inc.} denied it.",
		"sentence of lower case":        "nothing here is a name at all.",
		"award and team":                "The {49ers} voted him {Player of the Year}.",
		"curly plural possessive":       "Few doubted {Hamas}’ reach or the {Democratic Party}’s purse.",
		"wide name of a department":     "The {Bureau of Alcohol, Tobacco, Firearms and Explosives} sued.",
		"general as a name":             "{General Motors} hired General {Ada Quill}.",
		"hyphens inside":                "In {Port-au-Prince}, {Jean-Luc Moreau} met {Coca-Cola}.",
		"shouted word":                  "We want peace, and we want PEACE now.",
		"title phrase in a sentence":    "Analysts say that Attorney General {Ada Quill} and Chief of Staff {Tom Bell} left.",
		"pronoun contraction":           "Prices rose. They’d fallen before. He's gone.",
		"given name of one bearer":      "{Helen Marsh} wrote it. Friends of {Helen|Helen Marsh} read it.",
		"country is not a surname":      "Shops sell {Air Jordan} shoes in {Jordan}.",
		"title after a country":         "The {US} Secretary of State {Helen Marsh} and {New York} Attorney General {Tom Bell} met.",
		"role before a full name":       "In court Lawyer {Ed Stone} spoke.",
		"two names that met once":       "{Carl Jackson} fell ill. They gave {Jackson Valium}, and {Valium} helped {Jackson|Carl Jackson}.",
		"company of a person":           "{Anna Weil} runs the {Weil Organization}. Later {Weil|Anna Weil} sold it.",
		"digits behind a hyphen":        "They compared {GPT-4o} with {F-16s} and {COVID-19}.",
		"world war":                     "After {World War I} came {World War II}.",
		"king":                          "{King Charles III} met {Pope Francis}.",
		"credits":                       "Reporting by {Helen Marsh} in {San Diego}; Editing by {Kenneth Stone}",
		"loud words before a name":      "At the {GRAND HARBOUR THEATRE} {Helen Marsh}, pianist, will play.",
		"words of a heading run on":     "A {Harbour Game} {Helen Marsh}, the guard, won.",
		"particle where it starts":      "{Ivo van der Poel} left.",
		"also known as":                 "{Marion Abel}, also known as {Mirabel|Marion Abel}, sang. Crowds love {Mirabel|Marion Abel}.",
		"formerly":                      "Shares of {Quanta}, formerly known as {Kite|Quanta}, fell. Few recall {Kite|Quanta}.",
		"formerly of another":           "{Anna Weil}, formerly {Quanta} chief, left; {Quanta} said so.",
		"part of a place":               "A suburb of {Oslo}, known as {Grefsen}, burned.",
		"known the other way":           "The {Big Owl|Peter Stone}, as {Peter Stone} is known, slept.",
		"nickname inside":               "{Marion \"The Owl\" Abel|Marion Abel} sang. The {Owl|Marion Abel} left, and {Abel|Marion Abel} wept.",
		"curly nickname":                "{Peter “Kid” Stone|Peter Stone} won.",
		"title of a work":               "The film \"{Harbour Lights}\" {Quanta} made won.",
		"handle":                        "{Anna Weil} ({@weil|Anna Weil}) wrote to {@quanta}, and {@weil|Anna Weil} left.",
		"no handle in an address":       "Write to desk@example.org today.",
		"acronym behind or":             "The {International Salt Fund}, or {ISF|International Salt Fund}, met.",
		"acronym of some letters":       "The {Department of Health and Human Relief} ({HHR|Department of Health and Human Relief}) paid.",
		"brackets of another":           "At {Northgate Mill} ({Oslo}) they slept.",
		"plan with and":                 "The {Homeowner Affordability and Stability Plan} and the {American Recovery and Relief Act} passed.",
		"firm and fund are two":         "They met {Oracle} and {Northgate Fund} again.",
		"firm with and company":         "A suit names {Abel and Sons} of {Leeds}.",
		"number of a product":           "The studio released {Quill 4} in June. Players liked {Quill 4} at once.",
		"version of a product":          "A model called {Quill 3.5} beat {GPT-4} on the {iPhone 15}.",
		"numbers of other things":       "Shares of {Quanta} rose, {Quanta} 5 points up and {Weil} 3 percent.",
		"full name where it starts":     "{Agnes Abbott} of {Northgate} bought it.",
		"adverb where it starts":        "Surely {Helen Marsh} knew. Many ask {Helen|Helen Marsh} why.",
		"company where it starts":       "{First Harbour Management Corp} fell. First {Quanta} fell.",
		"surname like a role":           "{Hoffman}'s plan fell. Many doubted {Hoffman}.",
		"contraction where it starts":   "Didn't {Weil} win?",
		"will as a verb":                "Will {Weil} win?",
		"bare president":                "President was a word. Mr. President, go. A President spoke.",
		"origin before a full name":     "They met Spaniard {Diego Ruiz} and Briton {Helen Marsh}.",
		"quoted title of a work":        "She wrote “{This Is Not Oslo},” and “{Ask the River}” ran after \"{60 Bridges}\".",
		"quoted words":                  "He said “The President” and “Never again” and “Yes.” to “{Ada Quill}”.",
		"two lines of one name":         "They praised {Maria\nStone|Maria Stone} twice.",
	}
	for name, marked := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := unmarkNames(marked)
			spans := splitForTest(text)
			if strings.Contains(text, "\n") {
				spans = []Span{{0, len(text)}}
			}
			if got := markNames(text, Mentions(text, spans)); got != marked {
				t.Errorf("got  %s\nwant %s", got, marked)
			}
		})
	}
}

func TestMentionsKeepsBearersOfOneSurnameApart(t *testing.T) {
	t.Parallel()
	marked := "{Anna Weil} founded the firm and {Weil|Anna Weil} ran it. In 2019 {Peter Weil} took over, and {Weil|Peter Weil} sold it."
	text := unmarkNames(marked)
	if got := markNames(text, Mentions(text, splitForTest(text))); got != marked {
		t.Errorf("got  %s\nwant %s", got, marked)
	}
}

func TestMentionsLeavesAnAmbiguousSurnameBareBeforeItsBearers(t *testing.T) {
	t.Parallel()
	marked := "Nobody blamed {Weil}. Neither {Anna Weil} nor {Peter Weil} was there."
	text := unmarkNames(marked)
	if got := markNames(text, Mentions(text, splitForTest(text))); got != marked {
		t.Errorf("got  %s\nwant %s", got, marked)
	}
}

func TestMentionsTellsBearersApartByTheirTitle(t *testing.T) {
	t.Parallel()
	marked := "President {Anna Weil} met her brother. Today {Peter Weil} spoke, and President {Weil|Anna Weil} listened."
	text := unmarkNames(marked)
	if got := markNames(text, Mentions(text, splitForTest(text))); got != marked {
		t.Errorf("got  %s\nwant %s", got, marked)
	}
}

func TestMentionsTakesNoNameFromAStretchOfTitleCase(t *testing.T) {
	t.Parallel()
	marked := "Steep Losses And Falling Prices Hit Big Banks Again shares of {Quanta} fell on Monday. " +
		"The losses were steep, prices kept falling, and big banks were hit again."
	text := unmarkNames(marked)
	if got := markNames(text, Mentions(text, splitForTest(text))); got != marked {
		t.Errorf("got  %s\nwant %s", got, marked)
	}
}

func TestMentionsReadsHeadlinesByTheTextBelow(t *testing.T) {
	t.Parallel()
	marked := "{Ortiz|Lena Ortiz} Leaves {Quanta} After Feud With {Tom Bell} Over New Plant\n" +
		"FIRM STUNNED AS {ORTIZ|Lena Ortiz} QUITS\n" +
		"The engineer {Lena Ortiz} left {Quanta} on Monday, {Tom Bell} said."
	text := unmarkNames(marked)
	if got := markNames(text, Mentions(text, splitForTest(text))); got != marked {
		t.Errorf("got  %s\nwant %s", got, marked)
	}
}

func TestMentionsPassesOverSpansThatDoNotFit(t *testing.T) {
	t.Parallel()
	text := "They saw Lena Ortiz."
	got := Mentions(text, []Span{{-3, 4}, {4, 2}, {0, len(text)}, {5, len(text)}, {0, 99}})
	if len(got) != 1 || got[0].Name != "Lena Ortiz" {
		t.Errorf("got %v, want Lena Ortiz alone", got)
	}
	if got := Mentions("", nil); len(got) != 0 {
		t.Errorf("no text: got %v", got)
	}
}

// checkMentions reports what breaks the promises of Mentions.
func checkMentions(t *testing.T, text string, sentences []Span, mentions []Mention) {
	t.Helper()
	end := 0
	kinds := make(map[string]Kind)
	for _, m := range mentions {
		if m.Start < end || m.End > len(text) || m.Start >= m.End {
			t.Fatalf("span %v out of order or bounds in %q", m.Span, text)
		}
		end = m.End
		if m.Name == "" || !utf8.RuneStart(text[m.Start]) || m.End < len(text) && !utf8.RuneStart(text[m.End]) {
			t.Fatalf("span %v of %q: name %q or cut rune", m.Span, text, m.Name)
		}
		if m.Title != (Span{}) && (m.Title.Of(text) == "" || m.Title.End > m.Start || strings.TrimSpace(text[m.Title.End:m.Start]) != "") {
			t.Fatalf("title %v of %v in %q", m.Title, m.Span, text)
		}
		if k, known := kinds[m.Name]; known && k != m.Kind || m.Kind > Other {
			t.Fatalf("%s is %s and %s in %q", m.Name, k, m.Kind, text)
		}
		kinds[m.Name] = m.Kind
		inside := false
		for _, s := range sentences {
			inside = inside || s.Start <= m.Start && m.End <= s.End && (m.Title == Span{} || s.Start <= m.Title.Start)
		}
		if !inside {
			t.Fatalf("span %v crosses sentences in %q", m.Span, text)
		}
	}
}

func ExampleMentions() {
	text := "Helen Marsh founded the port. Marsh’s son sold it to Quanta."
	for _, m := range Mentions(text, []Span{{0, 29}, {30, len(text)}}) {
		fmt.Printf("%s: %s\n", m.Of(text), m.Name)
	}
	// Output:
	// Helen Marsh: Helen Marsh
	// Marsh: Helen Marsh
	// Quanta: Quanta
}

func FuzzMentions(f *testing.F) {
	for _, s := range []string{
		"Sam Altman’s plan, said Altman (SA).", "I.B.M. & AT&T of the de la - Jean-Luc's 's ’s",
		"The\xff\xfe World's \u200b O'Neill -- “A.” NATO", "\n\nA\n\nB C. von der", "İSTANBUL ǅ ß 日本 Şule",
		`Acting Prime Minister Ada "The Owl" Quill (@owl), 52, also known as Quill 4.5, or AQ, fell.`,
		"A, formerly B. B, formerly A. “C” (C) and Co @ @a@b President\n\nPresident X, a firm. U.S., Calif., <X>",
	} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, text string, cut int) {
		sentences := splitForTest(text)
		if cut > 0 && cut < len(text) && utf8.RuneStart(text[cut]) {
			sentences = []Span{{0, cut}, {cut, len(text)}}
		}
		got := Mentions(text, sentences)
		if utf8.ValidString(text) {
			checkMentions(t, text, sentences, got)
		}
		if again := Mentions(text, sentences); !reflect.DeepEqual(got, again) {
			t.Fatalf("two readings of %q differ", text)
		}
	})
}

func BenchmarkMentions(b *testing.B) {
	text := strings.Repeat("The engineer Lena Ortiz, chief of Quanta Inc., met President Tom Bell in Oslo on Monday. "+
		"Ortiz said that the company had spent $3 billion since 2019 to build what analysts call a folly. "+
		"Critics of the World Health Organization (WHO) disagreed with Bell’s account of the talks.\n", 200)
	sentences := splitForTest(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Mentions(text, sentences)
	}
}

// namePieces are what TestMentionsKeepsItsPromisesOnAnyText builds its texts of.
var namePieces = []string{
	"President", "Prime Minister", "Ada Quill", "Quill", "Ada “Owl” Quill", "Quanta Inc.", "Quanta", "WHO", "World Health Organization", "Oslo", "@quill",
	"(", ")", ",", "\"", "“", "”", "'s", "’s", "and", "of", "the", "The", "in", "formerly", "also known as", "or", "as", "is known", "a maker of", "4", "3.5",
	"said.", "who", ".", "\n", "\n\n", "von der", "Leyen", "Act", "Plan", "<", ">", "&", "-", "-based", "U.S.", "Calif.", "ZWÖLF", "日本", "Mr.", "52",
}

func TestMentionsKeepsItsPromisesOnAnyText(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(4, 4))
	for range 3000 {
		var b strings.Builder
		for range 1 + rng.IntN(40) {
			b.WriteString(namePieces[rng.IntN(len(namePieces))])
			if rng.IntN(6) > 0 {
				b.WriteByte(' ')
			}
		}
		text := b.String()
		for _, sentences := range [][]Span{splitForTest(text), Sentences(text)} {
			got := Mentions(text, sentences)
			checkMentions(t, text, sentences, got)
			if !reflect.DeepEqual(got, Mentions(text, sentences)) {
				t.Fatalf("two readings of %q differ", text)
			}
		}
	}
}
