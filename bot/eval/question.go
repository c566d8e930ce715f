package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"storybot/bot"
)

// Question is one command with what a good answer to it has.
type Question struct {
	Place   string     // "questions.jsonl:12", for messages
	Command string     // a whole line, as a reader types it
	Expect  []Expected // the places that answer, in no order
	Dates   []string   // the dates that a timeline should have, as TIMEX3 values: "2018-02-21", "2024-SP"
	Silence bool       // the corpus does not answer: nothing is expected but that the bot says so
	Note    string     // for those who read the file
}

// Expected is one place that answers. At least one of its fields is set.
type Expected struct {
	Article string `json:"article,omitempty"` // its id, or the end of its path, from a slash on
	Quote   string `json:"quote,omitempty"`   // words that the quote shown has in a row
}

// wireQuestion is a line of the file; its keys are a contract with those who write it.
type wireQuestion struct {
	Command string     `json:"command"`
	Expect  []Expected `json:"expect,omitempty"`
	Dates   []string   `json:"dates,omitempty"`
	Silence bool       `json:"silence,omitempty"`
	Note    string     `json:"note,omitempty"`
}

// maxLine is the longest line that is read, in bytes.
const maxLine = 1 << 20

// Read reads questions, one JSON object a line; README.md of the package tells the keys.
// Empty lines, and lines with nothing but a note, are skipped. The error names the file,
// by the name given, and the line.
func Read(in io.Reader, name string) ([]Question, error) {
	var all []Question
	asked := map[string]string{} // place by command
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 {
			continue
		}
		place := fmt.Sprintf("%s:%d", name, n)
		q, err := readQuestion(line)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", place, err)
		}
		if q.Command == "" {
			continue
		}
		if first, twice := asked[q.Command]; twice {
			return nil, fmt.Errorf("%s: the command was asked before, at %s", place, first)
		}
		asked[q.Command], q.Place = place, place
		all = append(all, q)
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("%s:%d: the line is longer than %d bytes", name, n+1, maxLine)
	case err != nil:
		return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
	case len(all) == 0:
		return nil, fmt.Errorf("%s: there is no question in it", name)
	}
	return all, nil
}

// Write writes questions as Read reads them.
func Write(out io.Writer, questions []Question) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for _, q := range questions {
		if err := e.Encode(wireQuestion{q.Command, q.Expect, q.Dates, q.Silence, q.Note}); err != nil {
			return err
		}
	}
	return nil
}

// readQuestion reads one line. A line of a note alone gives no command.
func readQuestion(line []byte) (Question, error) {
	var w wireQuestion
	if err := decode(line, &w); err != nil {
		return Question{}, err
	}
	q := Question{Command: strings.TrimSpace(w.Command), Expect: w.Expect, Dates: w.Dates, Silence: w.Silence, Note: w.Note}
	return q, q.check()
}

// decode reads one JSON object that has no other keys than v.
func decode(line []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	err := d.Decode(v)
	if err == nil {
		if _, more := d.Token(); !errors.Is(more, io.EOF) {
			return errors.New("something follows the JSON object")
		}
		return nil
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Errorf("%s cannot be a JSON %s", orLine(kind.Field), kind.Value)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the JSON object does not end")
	}
	return errors.New(strings.TrimPrefix(err.Error(), "json: "))
}

// orLine names a field, or the line where none is known.
func orLine(field string) string {
	if field == "" {
		return "the line"
	}
	return field
}

// timexValue is how the values of dates begin: a year, or its first digits.
var timexValue = regexp.MustCompile(`^[0-9]{2}[0-9X]{0,2}($|-)`)

// check says what is wrong with a question.
func (q Question) check() error {
	labelled := len(q.Expect) > 0 || len(q.Dates) > 0
	if q.Command == "" {
		if labelled || q.Silence || q.Note == "" {
			return errors.New("command is missing")
		}
		return nil
	}
	r, err := bot.Parse(q.Command)
	if err != nil {
		return err
	}
	switch c, _ := bot.Find(r.Command); {
	case c.Operator:
		return fmt.Errorf("/%s is no question", c.Name)
	case q.Silence && labelled:
		return errors.New("silence excludes expect and dates")
	case !q.Silence && !labelled:
		return errors.New("one of expect, dates and silence is missing")
	case len(q.Dates) > 0 && c.Name != "timeline":
		return errors.New("dates are for /timeline alone")
	}
	for i, e := range q.Expect {
		if fold(e.Article) == "" && fold(e.Quote) == "" {
			return fmt.Errorf("expect %d has neither article nor quote", i+1)
		}
	}
	for _, d := range q.Dates {
		if !timexValue.MatchString(d) {
			return fmt.Errorf("dates: %q is none: write 2018-02-21, 2018-02, 2018 or 2024-SP", d)
		}
	}
	return nil
}

// plainQuotes writes the quotation marks of print as those of a keyboard.
var plainQuotes = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`)

// fold makes words comparable: lower case, plain quotation marks, single spaces.
func fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(plainQuotes.Replace(s)), " "))
}
