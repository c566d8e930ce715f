package eval_test

import (
	"context"
	"fmt"
	"strings"

	"storybot/bot"
	"storybot/bot/eval"
)

func ExampleRun() {
	questions, err := eval.Read(strings.NewReader(`{"command": "/who keller", "expect": [{"article": "keller.txt", "quote": "harbour master"}]}`), "questions.jsonl")
	if err != nil {
		fmt.Println(err)
		return
	}
	b := canned{"/who keller": {Answered: true, Quotes: []bot.Quote{
		said("tide", "Keller measured the tide."),
		said("keller", "Maria Keller is the harbour master."),
	}}}
	report, err := eval.Run(context.Background(), b, questions)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range report.Results {
		fmt.Println(r.Command, "→", r)
	}
	for _, m := range report.Measures()[:3] {
		fmt.Printf("%s %.2f of %d\n", m.Name, m.Value, m.Of)
	}
	// Output:
	// /who keller → rank 2, nDCG 0.63
	// hit@1 0.00 of 1
	// hit@3 1.00 of 1
	// hit@k 1.00 of 1
}
