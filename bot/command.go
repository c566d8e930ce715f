package bot

import "slices"

// Kind says what an option's value is, so that a front end can offer the right widget.
type Kind int

// The kinds of option values.
const (
	Text    Kind = iota // free text
	Name                // a name of the story: front ends complete it
	Outlet              // an outlet of the corpus: front ends complete it
	Day                 // a date of any precision: 2024, 2024-03, 2024-03-15 or words
	Integer             // a whole number from 1 to the option's Most
	Boolean             // true or false
	Verb                // the name of a command
	Article             // an article of the corpus, by its title: front ends complete it
	File                // a file: where a front end sends its content, the value is its name
)

// MaxLimit is the most quotes that a reader can ask for in one answer.
const MaxLimit = 1000

// Option is one option of a command.
type Option struct {
	Name        string
	Description string // at most 100 characters, for Discord's menu
	Kind        Kind
	Required    bool
	Most        int      // of an Integer; 0: MaxLimit
	Values      []string // all that a Text can be; nil: anything
}

// Command is one row of the table that every front end builds its menu from. The first
// option is the one whose name may be left out.
type Command struct {
	Name        string // without the slash
	Description string // at most 100 characters
	Options     []Option
	Example     string // a whole line
	Operator    bool   // only for those who run the bot: the front end decides who that is
}

// Option returns the option of that name.
func (c Command) Option(name string) (Option, bool) {
	i := slices.IndexFunc(c.Options, func(o Option) bool { return o.Name == name })
	if i < 0 {
		return Option{}, false
	}
	return c.Options[i], true
}

// Commands returns the table of commands, in the order of the help text.
func Commands() []Command {
	limit := Option{Name: "limit", Description: "How many quotes at most (1 to 1,000)", Kind: Integer}
	asOf := Option{Name: "as-of", Description: "Only what was published until then: 2024, 2024-03, 2024-03-15", Kind: Day}
	return []Command{
		{
			Name: "who", Description: "Who or what a name is, in the words of the articles",
			Options: []Option{
				{Name: "name", Description: "A person, organisation, place or project", Kind: Name, Required: true},
				asOf, limit,
			},
			Example: "/who stargate",
		},
		{
			Name: "timeline", Description: "What happened when, one quote a date",
			Options: []Option{
				{Name: "topic", Description: "A name or a few words; empty for the whole story", Kind: Name},
				{Name: "from", Description: "Not before: 2024, 2024-03, 2024-03-15 or words", Kind: Day},
				{Name: "to", Description: "Not after: 2024, 2024-03, 2024-03-15 or words", Kind: Day},
				limit,
				{Name: "detail", Description: "Sentences a date (1 to 10)", Kind: Integer, Most: maxDetail},
				{Name: "order", Description: "oldest (first) or newest (first)", Kind: Text, Values: []string{oldestFirst, newestFirst}},
				asOf,
			},
			Example: "/timeline topic:sam altman from:2024 to:2025",
		},
		{
			Name: "ask", Description: "The sentences that answer a question, word for word",
			Options: []Option{
				{Name: "question", Description: "A question in your own words", Kind: Text, Required: true},
				{Name: "outlet", Description: "Only from this outlet", Kind: Outlet},
				{Name: "from", Description: "Published not before: 2024, 2024-03, 2024-03-15", Kind: Day},
				{Name: "to", Description: "Published not after: 2024, 2024-03, 2024-03-15", Kind: Day},
				asOf, limit,
				{Name: "why", Description: "Say which words matched and how the quotes were ranked", Kind: Boolean},
			},
			Example: "/ask why did musk leave openai",
		},
		{
			Name: "between", Description: "What ties two names together, in the words of the articles",
			Options: []Option{
				{Name: "a", Description: "A person, organisation, place or project", Kind: Name, Required: true},
				{Name: "b", Description: "Another one", Kind: Name, Required: true},
				asOf, limit,
			},
			Example: "/between altman b:musk",
		},
		{
			Name: "said", Description: "What somebody is reported to have said, word for word",
			Options: []Option{
				{Name: "name", Description: "Who said it: a person or an organisation", Kind: Name, Required: true},
				{Name: "topic", Description: "Only on this: a name or a few words", Kind: Name},
				asOf, limit,
			},
			Example: "/said altman topic:stargate",
		},
		{
			Name: "sources", Description: "The articles that the answers are quoted from, newest first",
			Options: []Option{
				{Name: "filter", Description: "Words of a title, an outlet, an author, a year or a file", Kind: Text},
				limit,
			},
			Example: "/sources reuters",
		},
		{
			Name: "coverage", Description: "What the answers are quoted from: outlets, copies, dates, gaps, and how fresh it is",
			Example: "/coverage",
		},
		{
			Name: "latest", Description: "What was read last, on a topic or at all",
			Options: []Option{{Name: "topic", Description: "Only on this: a name or a few words", Kind: Name}, limit},
			Example: "/latest stargate",
		},
		{
			Name: "follow", Description: "Send here what new articles say of a topic",
			Options:  []Option{{Name: "topic", Description: "A name or a few words", Kind: Name, Required: true}},
			Example:  "/follow stargate",
			Operator: true,
		},
		{
			Name: "unfollow", Description: "Send nothing more of a topic here",
			Options:  []Option{{Name: "topic", Description: "A topic that is followed here", Kind: Name, Required: true}},
			Example:  "/unfollow stargate",
			Operator: true,
		},
		{
			Name: "following", Description: "What is followed here",
			Example: "/following",
		},
		{
			Name: "changes", Description: "What was corrected, withdrawn and added, old and new wording side by side",
			Options: []Option{
				{Name: "since", Description: "Since this day; empty for the last refresh that changed anything", Kind: Day},
				limit,
			},
			Example: "/changes since:2025-03-01",
		},
		{
			Name: "help", Description: "What this bot can do",
			Options: []Option{{Name: "command", Description: "One command, in detail", Kind: Verb}},
			Example: "/help timeline",
		},
		{
			Name: "refresh", Description: "Read new and changed articles into the index",
			Options:  []Option{{Name: "force", Description: "Analyse every article anew, and remove what is gone even where that is most of them", Kind: Boolean}},
			Example:  "/refresh",
			Operator: true,
		},
		{
			Name: "add", Description: "Add an article to the corpus: first it is shown, then it is confirmed",
			Options: []Option{
				{Name: "url", Description: "The address of a page", Kind: Text},
				{Name: "file", Description: "A file of one article", Kind: File},
				{Name: "confirm", Description: "The token that came with what is to be added", Kind: Text},
			},
			Example:  "/add url:https://example.org/news/1",
			Operator: true,
		},
		{
			Name: "remove", Description: "Take an article out of the corpus; no refresh brings it back",
			Options: []Option{
				{Name: "article", Description: "Its title, or words of it", Kind: Article, Required: true},
				{Name: "undo", Description: "Bring it back", Kind: Boolean},
			},
			Example:  "/remove harbour bridge",
			Operator: true,
		},
	}
}

// Find returns the command of that name, without its slash.
func Find(name string) (Command, bool) {
	cs := Commands()
	i := slices.IndexFunc(cs, func(c Command) bool { return c.Name == name })
	if i < 0 {
		return Command{}, false
	}
	return cs[i], true
}
