package timex_test

import (
	"fmt"
	"time"

	"storybot/corpus/timex"
)

func ExampleTag() {
	text := "She left the board in 2018. They spoke in spring 2024, and in January she came back."
	for _, t := range timex.Tag(text, time.Time{}) {
		fmt.Printf("%s: %s, %s, %s\n", text[t.Start:t.End], t.Value, t.Precision, t.How)
	}
	// Output:
	// 2018: 2018, year, explicit
	// spring 2024: 2024-SP, season, explicit
	// January: 2025-01, month, inferred
}

func ExampleTag_published() {
	text := "The mayor resigned Friday. The council will meet on Monday."
	for _, t := range timex.Tag(text, time.Date(2024, 5, 15, 0, 0, 0, 0, time.UTC)) {
		fmt.Printf("%s: %s, %s\n", text[t.Start:t.End], t.Value, t.How)
	}
	// Output:
	// Friday: 2024-05-10, published
	// Monday: 2024-05-20, published
}

func ExampleParse() {
	t, ok := timex.Parse("spring 2024", time.Time{})
	fmt.Println(ok, t.Begin.Format(time.DateOnly), t.Until.Format(time.DateOnly))
	_, ok = timex.Parse("last week", time.Time{})
	fmt.Println(ok)
	// Output:
	// true 2024-03-01 2024-06-01
	// false
}
