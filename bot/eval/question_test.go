package eval_test

import (
	"bytes"
	"strings"
	"testing"

	"storybot/bot/eval"
)

func TestMistakesInAFileOfQuestionsAreNamedWithTheirLine(t *testing.T) {
	t.Parallel()
	const good = `{"command": "/ask why", "silence": true}` + "\n"
	for line, want := range map[string]string{
		`{"command": "/ask why", "silence": true, "quotes": []}`:               `unknown field "quotes"`,
		`{"command": "/ask where", "expect": [{"article": "a", "text": "b"}]}`: `unknown field "text"`,
		`{"command": "/ask where", "silence": true`:                            "does not end",
		`{"command": "/ask where", "silence": true} {}`:                        "something follows",
		`{"command": 3}`:                        "command cannot be a JSON number",
		`["/ask where"]`:                        "the line cannot be a JSON array",
		`where`:                                 "invalid character",
		`{}`:                                    "command is missing",
		`{"silence": true, "note": "of what?"}`: "command is missing",
		`{"command": "/ask where"}`:             "one of expect, dates and silence is missing",
		`{"command": "/ask where", "silence": true, "expect": [{"quote": "x"}]}`:  "silence excludes",
		`{"command": "/ask where", "expect": [{"quote": "x"}, {"quote": "  "}]}`:  "expect 2 has neither",
		`{"command": "/ask where", "dates": ["2024"]}`:                            "for /timeline alone",
		`{"command": "/timeline", "dates": ["last May"]}`:                         `"last May" is none`,
		`{"command": "/ask why", "expect": [{"quote": "x"}]}`:                     "asked before, at q.jsonl:1",
		`{"command": "ask where", "silence": true}`:                               "starts with a slash",
		`{"command": "/timelin where", "silence": true}`:                          "did you mean /timeline",
		`{"command": "/refresh", "silence": true}`:                                "/refresh is no question",
		`{"command": "/ask where", "note": "` + strings.Repeat("x", 1<<20) + `"}`: "longer than",
	} {
		_, err := eval.Read(strings.NewReader(good+"\n"+line+"\n"), "q.jsonl")
		if err == nil || !strings.HasPrefix(err.Error(), "q.jsonl:3: ") || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%.80s: got %v, want q.jsonl:3 and %s", line, err, want)
		}
	}
	for _, nothing := range []string{"", "\n\n", `{"note": "to come"}`} {
		if _, err := eval.Read(strings.NewReader(nothing), "q.jsonl"); err == nil || err.Error() != "q.jsonl: there is no question in it" {
			t.Errorf("%q: %v", nothing, err)
		}
	}
}

func TestAFileOfQuestionsIsReadInOrder(t *testing.T) {
	t.Parallel()
	questions, err := eval.Read(strings.NewReader(`{"note": "of the ferry"}
{"command": " /ask where is it ", "expect": [{"article": "a"}, {"quote": "b"}], "note": "hard"}`+"\r\n\r\n"+`
{"command": "/timeline ferry", "dates": ["2024-SP", "20XX", "2024-03-15"]}
{"command": "/who nobody", "silence": true}`), "q.jsonl")
	if err != nil || len(questions) != 3 {
		t.Fatalf("%v: %+v", err, questions)
	}
	if q := questions[0]; q.Command != "/ask where is it" || q.Place != "q.jsonl:2" || len(q.Expect) != 2 || q.Note != "hard" {
		t.Errorf("the first is %+v", q)
	}
	if q := questions[1]; q.Place != "q.jsonl:5" || len(q.Dates) != 3 {
		t.Errorf("the second is %+v", q)
	}
	if q := questions[2]; !q.Silence {
		t.Errorf("the third is %+v", q)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"command": "/ask why", "silence": true}`))
	f.Add([]byte("\xff{\"command\"\n{}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		questions, err := eval.Read(bytes.NewReader(data), "q")
		if (err == nil) != (len(questions) > 0) {
			t.Errorf("%d questions and %v", len(questions), err)
		}
		if _, err := eval.ReadReport(bytes.NewReader(data), "r"); err == nil && !bytes.Contains(data, []byte("answered")) {
			t.Errorf("%q is read as a run", data)
		}
	})
}
