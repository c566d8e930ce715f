package corpus

import "strings"

// longestNotice is how many bytes what a page says of itself can have.
const longestNotice = 400

// withoutNotices leaves out the sentences that belong to the page and not to the article: when
// it was updated, what comments must be like, how to share it. What is left is as it was.
func withoutNotices(text string, sentences []Span) []Span {
	kept := sentences[:0:0]
	for i, s := range sentences {
		if isNotice(s.Of(text)) {
			if kept == nil {
				kept = append(make([]Span, 0, len(sentences)), sentences[:i]...)
			}
			continue
		}
		if kept != nil {
			kept = append(kept, s)
		}
	}
	if kept == nil {
		return sentences
	}
	return kept
}

// isNotice says whether a sentence belongs to the page around an article.
func isNotice(sentence string) bool {
	if len(sentence) > longestNotice {
		return false
	}
	hinted := stampHints.in(sentence)
	for _, m := range stamps {
		if !hinted || !m.own || !m.hinted(sentence) {
			continue
		}
		if at := m.find.FindStringSubmatchIndex(sentence); at != nil && at[2] == 0 && strings.TrimSpace(sentence[at[3]:]) == "" {
			return true
		}
	}
	if !noticeStarts[sentence[0]] && !strings.Contains(sentence, "ou") && !strings.Contains(sentence, "omments") {
		return false
	}
	low := strings.ToLower(sentence)
	for _, start := range noticeOpenings {
		if strings.HasPrefix(low, start) {
			return true
		}
	}
	return noticeWords.in(low)
}

// passagesBetween groups sentences into passages that do not reach over what was left out.
func passagesBetween(text string, all, kept []Span) []Passage {
	if len(all) == len(kept) {
		return Passages(text, all)
	}
	var out []Passage
	from := 0
	for i, n := 0, 0; n <= len(all); n++ {
		if n < len(all) && i < len(kept) && all[n] == kept[i] {
			i++
			continue
		}
		if from < i {
			out = append(out, Passages(text, kept[from:i])...)
		}
		from = i
	}
	return out
}

// The tables below are read only; all in lower case but the first.
var (
	// noticeStarts are the first letters of noticeOpenings.
	noticeStarts = lettersOf("RrEeFfSsPpLlCcTtNnAaGgJjVvDd(")

	// noticeOpenings begin what a page says of itself.
	noticeOpenings = strings.Split(`read more:|read more at|read more about|related:|follow us on|follow @|share this |share on facebook|e-mail this to a friend|`+
		`printable version|page last updated|sign up for our|sign up to our|sign up here|subscribe to our|subscribe now|click here to|click here for|click on the icon|`+
		`post a comment|leave a comment|add your comment|comments are closed|comments are not pre-screened|notify me of follow-up|`+
		`all times are et.|please turn on javascript|to play this content javascript|to view this video|sorry, this media is not available|can not play media|cannot play media|`+
		`get the latest news delivered|join the conversation on|view all comments|download our app|(required, but will not be displayed|`+
		`a selection of your comments may be published|please create a screen name`, "|")

	// noticeWords stand in nothing else: a news story tells of a company's terms, never of "our" terms.
	noticeWords = newNeedles(strings.Split(`your comments may be published|may edit your comments|in accordance with our privacy policy|set forth in our terms of service|`+
		`you agree with cnn's terms|subject to our privacy policy|views expressed in the comments do not|we welcome comments that advance|comments are not pre-screened|`+
		`using the form below|filling in the form below|filling out the form below|is not responsible for any content posted by|javascript must be turned on|latest flash player installed|`+
		`your default edition|this screen name will|delivered to your inbox|all market data provided by|stock quote data provided by|`+
		`by registering for this service, you|see instructions for fixing the problem|was not involved in the moderation|moderators retain editorial control|`+
		`these are some of the popular topics this blog covers|opinions expressed in this commentary are solely|opinions expressed in this article are solely`, "|"))
)

// lettersOf makes a set of bytes.
func lettersOf(s string) (set [256]bool) {
	for i := range len(s) {
		set[s[i]] = true
	}
	return set
}
