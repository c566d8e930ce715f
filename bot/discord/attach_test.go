package discord

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"storybot/bot"
)

// librarian is a bot that keeps what it was asked to add.
type librarian struct {
	*canned
	mu    sync.Mutex
	asked []bot.Request // of /add and /remove
}

func (l *librarian) Do(ctx context.Context, r bot.Request) (bot.Answer, error) {
	if r.Command != "add" && r.Command != "remove" {
		return l.canned.Do(ctx, r)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.asked = append(l.asked, r)
	a := bot.Answer{Request: r, Answered: true, Title: "Add this article?", Note: "It begins: “The *Aurora* was sold.”",
		Facts: []bot.Fact{{Label: "Title", Value: "Ferry"}}, Steps: []bot.Step{{Label: "Add it", Line: "/add confirm:0123456789abcdef"}}}
	if r.Options["confirm"] != "" {
		a = bot.Answer{Request: r, Answered: true, Title: "Ferry", Note: "Added."}
	}
	return a, nil
}

// last returns the last request of /add and /remove, and how many there were.
func (l *librarian) last() (bot.Request, int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.asked) == 0 {
		return bot.Request{}, 0
	}
	return l.asked[len(l.asked)-1], len(l.asked)
}

// manager makes an interaction that of one who may manage the server.
func manager() map[string]any {
	return map[string]any{"member": map[string]any{"user": map[string]any{"id": fakeAskedBy}, "permissions": "32"}}
}

// attach sends /add with a file; address "" sends none along.
func (f *fake) attach(s *socket, address string, size int, more map[string]any) string {
	data := map[string]any{"id": "1", "name": "add", "type": 1, "options": []any{map[string]any{"name": "file", "type": 11, "value": "88"}}}
	if address != "" {
		data["resolved"] = map[string]any{"attachments": map[string]any{"88": map[string]any{"id": "88", "filename": "notice.txt", "size": size, "url": address}}}
	}
	d, token := f.event(typeCommand, data, more)
	s.dispatch(d)
	return token
}

// keepsFiles has the fake serve attachments.
func (f *fake) keepsFiles() {
	f.fault = func(w http.ResponseWriter, r request) bool {
		name, ok := strings.CutPrefix(r.path, "/attachments/")
		switch {
		case !ok:
			return false
		case name == "led-away":
			w.Header().Set("Location", "https://cdn.discordapp.com/attachments/notice.txt")
			w.WriteHeader(http.StatusFound)
		case name == "endless":
			_, _ = io.CopyN(w, strings.NewReader(strings.Repeat("x", maxAttached+100)), maxAttached+100)
		case name == "gone":
			w.WriteHeader(http.StatusNotFound)
		case name == "empty":
		default:
			_, _ = io.WriteString(w, "The Aurora was sold.")
		}
		return true
	}
}

func TestAnAttachedFileIsShownAndAddedByAButton(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), &librarian{canned: newAnswerer(t)}
	f.keepsFiles()
	start(t, f, b, quick(), Options{})
	s := f.connected()
	reply := f.next(f.attach(s, "https://cdn.discordapp.com/attachments/notice.txt?ex=1", 20, manager()))
	expect(t, reply, respondMessage, false, "Add this article?", `“The \*Aurora\* was sold.”`, "**Title** Ferry")
	r, _ := b.last()
	if string(r.File) != "The Aurora was sold." || r.Options["file"] != "notice.txt" || r.Reader != fakeAskedBy {
		t.Errorf("asked %+v", r)
	}
	id := button(reply.data(), "Add it")
	stranger := f.next(f.press(s, reply.data(), id, reader("9")))
	expect(t, stranger, respondMessage, true, "Only those who manage this server can use /add.")
	expect(t, f.next(f.press(s, reply.data(), id, manager())), respondMessage, true, "Added.")
	if r, n := b.last(); n != 2 || r.Options["confirm"] != "0123456789abcdef" {
		t.Errorf("%d asked, the last %+v", n, r)
	}
}

func TestOnlyWhatDiscordKeepsIsFetchedAndWithinBounds(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), &librarian{canned: newAnswerer(t)}
	f.keepsFiles()
	start(t, f, b, quick(), Options{})
	s := f.connected()
	const wrong = "Something went wrong on my side."
	for _, c := range []struct {
		name, address string
		size          int
		want          string
	}{
		{"another host", "https://example.org/attachments/notice.txt", 20, wrong},
		{"a host that only looks like it", "https://cdn.discordapp.com.example.org/attachments/notice.txt", 20, wrong},
		{"a user name in front", "https://cdn.discordapp.com@example.org/attachments/notice.txt", 20, wrong},
		{"a file of the machine", "file:///attachments/notice.txt", 20, wrong},
		{"plain HTTP", "http://cdn.discordapp.com/attachments/notice.txt", 20, wrong},
		{"no address", "://", 20, wrong},
		{"a redirect", "https://cdn.discordapp.com/attachments/led-away", 20, wrong},
		{"not there", "https://cdn.discordapp.com/attachments/gone", 20, wrong},
		{"too large, as Discord says", "https://cdn.discordapp.com/attachments/notice.txt", maxAttached + 1, "too large"},
		{"too large, and more than it says", "https://cdn.discordapp.com/attachments/endless", 20, "too large"},
	} {
		_, m := f.answer(f.attach(s, c.address, c.size, manager()))
		expectText(t, m, c.want)
		if r, n := b.last(); n != 0 {
			t.Errorf("%s: the bot was asked %+v", c.name, r)
		}
	}
	f.next(f.attach(s, "https://media.discordapp.net/attachments/empty", 0, manager()))
	if r, _ := b.last(); r.File == nil || len(r.File) != 0 {
		t.Errorf("an empty file is %v", r.File)
	}
	f.next(f.attach(s, "", 0, manager()))
	if r, n := b.last(); n != 2 || r.Options["file"] != "" || r.File != nil {
		t.Errorf("without a file: %d asked, %+v", n, r)
	}
	expect(t, f.next(f.attach(s, "https://cdn.discordapp.com/attachments/notice.txt", 20, nil)), respondMessage, true, "Only those who manage this server")
	if _, n := b.last(); n != 2 {
		t.Error("a stranger's file was taken")
	}
}

func TestAMessageWithALinkIsOfferedToTheCorpus(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), &librarian{canned: newAnswerer(t)}
	start(t, f, b, quick(), Options{})
	s := f.connected()
	about := func(target, more map[string]any) request {
		data := map[string]any{"id": "1", "name": addName, "type": 3, "target_id": "77", "resolved": map[string]any{"messages": map[string]any{"77": target}}}
		d, token := f.event(typeCommand, data, more)
		s.dispatch(d)
		return f.next(token)
	}
	for _, c := range []struct{ content, want string }{
		{"look: https://example.org/news/1, it is sold", "https://example.org/news/1"},
		{"<https://example.org/a?b=c#d>", "https://example.org/a?b=c#d"},
		{"[here](https://example.org/x_(y)). And https://example.org/2", "https://example.org/x_(y)"},
		{"(see https://example.org/3)", "https://example.org/3"},
		{"“https://example.org/4”", "https://example.org/4"},
		{"**http://example.org**", "http://example.org"},
	} {
		expect(t, about(map[string]any{"content": c.content}, manager()), respondMessage, true, "Add this article?")
		if r, _ := b.last(); r.Options["url"] != c.want || r.Reader != fakeAskedBy {
			t.Errorf("%s: asked %+v", c.content, r)
		}
	}
	embedded := map[string]any{"content": "", "embeds": []any{map[string]any{"title": "Ferry", "url": "https://example.org/e"}}}
	about(embedded, manager())
	if r, n := b.last(); r.Options["url"] != "https://example.org/e" || n != 7 {
		t.Errorf("asked %+v", r)
	}
	expect(t, about(map[string]any{"content": "no link, javascript:alert(1)"}, manager()), respondMessage, true, "There is no link in that message.")
	expect(t, about(map[string]any{"content": "https://example.org/1"}, nil), respondMessage, true, "Only those who manage this server can use /add.")
	if _, n := b.last(); n != 7 {
		t.Error("a stranger's link was taken")
	}
}

func TestTheMenuOffersToAddAndRemove(t *testing.T) {
	t.Parallel()
	for _, c := range slashCommands(bot.Commands(), true) {
		operators := c.Permissions != nil && *c.Permissions == "32" && slices.Equal(c.Contexts, []int{0})
		if (c.Name == "add" || c.Name == "remove" || c.Name == addName) && !operators {
			t.Errorf("%s is for everyone: %+v", c.Name, c)
		}
		for _, o := range c.Options {
			if c.Name == "add" && o.Name == "file" && (o.Type != optionFile || o.MaxLength != 0 || o.Autocomplete) {
				t.Errorf("file: %+v", o)
			}
			if c.Name == "remove" && o.Name == "article" && (!o.Autocomplete || !o.Required) {
				t.Errorf("article: %+v", o)
			}
		}
	}
}
