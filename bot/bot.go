package bot

import "context"

// Answer parses a line and does what it asks.
func (b *Bot) Answer(ctx context.Context, line string) (Answer, error) {
	r, err := Parse(line)
	if err != nil {
		return Answer{}, err
	}
	return b.Do(ctx, r)
}

// Bot answers requests. It is safe for concurrent use.
type Bot struct{}

// Do answers one request. A *ReaderError is a mistake of the reader, safe to show; any
// other error is for the log.
func (b *Bot) Do(ctx context.Context, r Request) (Answer, error) {
	return Answer{Request: r}, nil
}

// Complete returns at most 25 values that complete what a reader has typed of an
// option's value, best first; none for options that are not completed.
func (b *Bot) Complete(ctx context.Context, command, option, typed string) ([]string, error) {
	return nil, nil
}
