package discord

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"storybot/bot"
)

// Bounds of a file that a reader attaches to a command.
const (
	maxAttached    = 10 << 20 // bytes: Discord's limit for those who do not pay for more
	attachedWithin = 30 * time.Second
)

// attachmentHosts are where Discord keeps what is attached. Nothing else is fetched, so
// that no command leads the bot anywhere.
var attachmentHosts = []string{"cdn.discordapp.com", "media.discordapp.net"}

// attachmentClient returns the client that fetches them, which follows no redirect.
func attachmentClient(given *http.Client) *http.Client {
	client := http.Client{}
	if given != nil {
		client = *given
	}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &client
}

// attached is a file that a reader sends with a command.
type attached struct {
	FileName string `json:"filename"`
	Size     int    `json:"size"` // bytes
	URL      string `json:"url"`
}

// file returns the file that an option of a command names, and puts its name in the place
// of its id; false where none is attached.
func (d interactionData) file(values map[string]string) (attached, bool) {
	c, _ := bot.Find(d.Name)
	for _, o := range c.Options {
		if o.Kind != bot.File || values[o.Name] == "" {
			continue
		}
		a, ok := d.Resolved.Attachments[values[o.Name]]
		if !ok {
			delete(values, o.Name)
			return attached{}, false
		}
		values[o.Name] = a.FileName
		return a, true
	}
	return attached{}, false
}

// withFile puts a request to the bot with the file that came with it.
func (r *router) withFile(request bot.Request, a attached) func(context.Context) (bot.Answer, error) {
	return func(ctx context.Context) (bot.Answer, error) {
		var err error
		if request.File, err = r.download(ctx, a); err != nil {
			return bot.Answer{}, err
		}
		return r.bot.Do(ctx, request)
	}
}

// download gets what is attached.
func (r *router) download(ctx context.Context, a attached) ([]byte, error) {
	at, err := url.Parse(a.URL)
	if err != nil || at.Scheme != "https" || at.User != nil || !slices.Contains(attachmentHosts, strings.ToLower(at.Host)) {
		return nil, fmt.Errorf("a file is attached that is not Discord's: host %q", hostOf(at))
	}
	if a.Size > maxAttached {
		return nil, tooLarge()
	}
	ctx, cancel := context.WithTimeout(ctx, attachedWithin)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, a.URL, nil)
	if err != nil {
		return nil, fmt.Errorf("fetch what is attached: %w", err)
	}
	reply, err := r.client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("fetch what is attached: %w", plainError(err))
	}
	defer reply.Body.Close()
	if reply.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("fetch what is attached: status %d", reply.StatusCode)
	}
	data, err := io.ReadAll(io.LimitReader(reply.Body, maxAttached+1))
	if err != nil {
		return nil, fmt.Errorf("fetch what is attached: %w", plainError(err))
	}
	if len(data) > maxAttached {
		return nil, tooLarge()
	}
	return data, nil
}

func hostOf(at *url.URL) string {
	if at == nil {
		return ""
	}
	return at.Host
}

func tooLarge() error {
	return &bot.ReaderError{Message: fmt.Sprintf("That file is too large: %d MiB are read.", maxAttached>>20)}
}
