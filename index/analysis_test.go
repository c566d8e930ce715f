package index

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// shown writes tokens as words, with the stem after a slash where it differs; "-" is the
// stem of a stop word.
func shown(tokens []Token) string {
	var all []string
	for _, t := range tokens {
		switch t.Stem {
		case t.Word:
			all = append(all, t.Word)
		case "":
			all = append(all, t.Word+"/-")
		default:
			all = append(all, t.Word+"/"+t.Stem)
		}
	}
	return strings.Join(all, " ")
}

func TestTokens(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" … — “”!", ""},
		{"Ferry", "ferry/ferri"},
		{"U.S. US U.S.A. USA", "usa usa usa usa"},
		{"us", "us/-"},
		{"the U.K.'s offer, the UN's", "the/- uk s offer the/- un"},
		{"IT it", "i.t it/-"},
		{"Penwick's Penwick’s PENWICK'S Abbotts'", "penwick penwick penwick abbotts/abbott"},
		{"don't don’t O'Hara O’Hara", "dont/- dont/- ohara ohara"},
		{"1,000 ferries, 6.6 or 40%", "1000 ferries/ferri 6.6 or/- 40 percent"},
		{"$500bn £3m €1.5tn 20k", "500 billion 3 million 1.5 trillion 20 thousand"},
		{"$500 bn", "500 bn"},
		{"in 2024. Then 1,2,3 and 3,", "in/- 2024 then/- 123 and/- 3"},
		{"GPT-4 and 5G", "gpt 4 and/- 5g"},
		{"well-known state-of-the-art", "well known/know state of/- the/- art"},
		{"café Łódź naïve Ångström", "cafe łodz naive/naiv angstrom"},
		{"日本の船 x", "日 本 の 船 x"},
		{"e.g. an end.Next one", "eg an/- end next one"},
		{"rose rising risen", "rose/rise rising/rise risen/rise"},
		{"left leaving", "left/leav leaving/leav"},
		{"department departed university universal", "department departed/depart university universal"},
		{"AT&T @lowestead #ferry", "at/- t lowestead ferry/ferri"},
		{"❤️ ́ x", "x"},
		{"5ḿ 5\u212a", "5m 5k"},
		{"https://example.org/a_b", "https example/exampl org a/- b"},
	} {
		a := &analyzer{}
		if got := shown(a.Tokens(c.text)); got != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestTokensKnowWhereTheyStand(t *testing.T) {
	t.Parallel()
	const text = "Łódź’s ferry cost $1,500m; the U.S. said “no”."
	want := []string{"Łódź", "ferry", "cost", "1,500", "m", "the", "U.S", "said", "no"}
	capital := []bool{true, false, false, false, false, false, true, false, false}
	tokens := (&analyzer{}).Tokens(text)
	if len(tokens) != len(want) {
		t.Fatalf("%d tokens, want %d: %v", len(tokens), len(want), tokens)
	}
	for i, token := range tokens {
		if got := text[token.Start:token.End]; got != want[i] || token.Capital != capital[i] {
			t.Errorf("token %d is %q (capital: %v), want %q (%v)", i, got, token.Capital, want[i], capital[i])
		}
	}
}

func TestFormsOfAWordShareAStem(t *testing.T) {
	t.Parallel()
	for _, group := range []string{"go goes going went gone", "buy buys bought", "woman women", "crisis crises", "fall fell falling fallen",
		"sell sold selling", "company companies", "executive executives", "die died dying", "sit sits sat", "oversee oversaw overseen", "policy policies", "ferry ferries"} {
		forms := strings.Fields(group)
		for _, f := range forms[1:] {
			if stemOf(f) != stemOf(forms[0]) || stemOf(f) == "" {
				t.Errorf("%s has the stem %q, %s %q", f, stemOf(f), forms[0], stemOf(forms[0]))
			}
		}
	}
	for _, pair := range []string{"department depart", "university universe", "general generation", "news new", "police policy",
		"organization organ", "past paste", "security secure", "business busy", "missile mission"} {
		x, y, _ := strings.Cut(pair, " ")
		if stemOf(x) == stemOf(y) {
			t.Errorf("%s and %s share the stem %q", x, y, stemOf(x))
		}
	}
}

func TestWordsAreRememberedWithinBounds(t *testing.T) {
	t.Parallel()
	a := &analyzer{}
	for i := range maxWords + 10 {
		a.memo.learn(strconv.Itoa(i), wordForm{})
	}
	if got := a.memo.get("Ferries"); got != (wordForm{"ferries", "ferri"}) {
		t.Errorf("the word is %q once the memo is full", got)
	}
	if n := len(*a.memo.known.Load()) + len(a.memo.fresh); n != maxWords {
		t.Errorf("the memo has %d words, want %d", n, maxWords)
	}
}

func TestWordsStayTheSameOnceRemembered(t *testing.T) {
	t.Parallel()
	a := &analyzer{}
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for i := range 3000 {
				word := "Ferries" + strings.Repeat("x", i%7) + strconv.Itoa(i) + "ing"
				folded := strings.ToLower(word)
				if got := a.memo.get(word); got != (wordForm{folded, stemOf(folded)}) {
					t.Errorf("%s is %q, want %q and the stem %q", word, got, folded, stemOf(folded))
				}
			}
		})
	}
	readers.Wait()
	if a.memo.known.Load() == nil {
		t.Error("nothing is read without a lock after 3,000 words")
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"The U.S.'s $1,000bn café’s 40% 日本 GPT-4 5ḿ", "5K", "\u0301", "❤️", "a\xffb", "1.a.2", "'s ’s x's", "İ ǅ ß ﬁ", "9" + strings.Repeat("́", 9) + "m"} {
		f.Add(s)
	}
	a := &analyzer{}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		valid := utf8.ValidString(text)
		for _, token := range a.Tokens(text) {
			if token.Start < last || token.End <= token.Start || token.End > len(text) {
				t.Fatalf("%+v after byte %d of %d", token, last, len(text))
			}
			last = token.End
			if token.Word == "" {
				t.Fatalf("no word: %+v", token)
			}
			if valid && !utf8.ValidString(text[token.Start:token.End]) {
				t.Fatalf("%+v cuts a letter", token)
			}
		}
	})
}

func ExampleIndex_Tokens() {
	ix, err := InMemory()
	if err != nil {
		panic(err)
	}
	defer ix.Close()
	for _, t := range ix.Tokens("The U.S. ferries’ $5bn") {
		fmt.Printf("%d-%d %s %q\n", t.Start, t.End, t.Word, t.Stem)
	}
	// Output:
	// 0-3 the ""
	// 4-7 usa "usa"
	// 9-16 ferries "ferri"
	// 21-22 5 "5"
	// 22-24 billion "billion"
}
