package discord

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"storybot/bot"
)

// bars is a picture as high as the answer has quotes.
func bars(w io.Writer, a bot.Answer) error {
	return png.Encode(w, image.NewGray(image.Rect(0, 0, 2, len(a.Quotes))))
}

// noisy is a picture that weighs so many bytes, or a few more.
func noisy(weight int) func(io.Writer, bot.Answer) error {
	return func(w io.Writer, _ bot.Answer) error {
		picture := image.NewGray(image.Rect(0, 0, 1024, (weight+1023)/1024))
		e := png.Encoder{CompressionLevel: png.NoCompression}
		return e.Encode(w, picture)
	}
}

// endless is a picture that goes on until it is told to stop.
func endless(w io.Writer, _ bot.Answer) error {
	for {
		if _, err := w.Write(make([]byte, 1<<20)); err != nil {
			return err
		}
	}
}

func says(a bot.Answer) string { return "Bars: " + a.Title }

// galleries returns the addresses of a message's pictures with their descriptions.
func galleries(m map[string]any) []string {
	var out []string
	list, _ := m["components"].([]any)
	for _, c := range list {
		c := c.(map[string]any)
		out = append(out, galleries(c)...)
		items, _ := c["items"].([]any)
		for _, i := range items {
			description, _ := i.(map[string]any)["description"].(string)
			out = append(out, i.(map[string]any)["media"].(map[string]any)["url"].(string)+" "+description)
		}
	}
	return out
}

// expectPicture checks that a request shows a picture of so many quotes; 0: none.
func expectPicture(t *testing.T, r request, m map[string]any, quotes int) {
	t.Helper()
	shown := galleries(m)
	if quotes == 0 {
		if len(shown)+len(r.files) > 0 {
			t.Errorf("a picture where there should be none: %v, %d files", shown, len(r.files))
		}
		return
	}
	if len(shown) != 1 || shown[0] != "attachment://timeline.png Bars: Harbour Bridge" || len(r.files) != 1 {
		t.Fatalf("pictures %q, %d files", shown, len(r.files))
	}
	if d := m["attachments"].([]any)[0].(map[string]any)["description"]; d != "Bars: Harbour Bridge" {
		t.Errorf("the attachment's description is %v", d)
	}
	picture, err := png.DecodeConfig(bytes.NewReader(r.files[0].content))
	if err != nil || picture.Height != quotes {
		t.Errorf("a picture of %d quotes (%v), want %d", picture.Height, err, quotes)
	}
}

func TestTheFirstPageOfATimelineHasItsPicture(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	start(t, f, newAnswerer(t), quick(), Options{Picture: bars, AltText: says})
	s := f.connected()
	r := f.next(f.ask(s, "timeline", map[string]any{"topic": "bridge"}, nil))
	expect(t, r, respondMessage, false, "On day 0")
	expectPicture(t, r, r.data(), 30)

	second := f.next(f.press(s, r.data(), button(r.data(), "▶"), nil))
	expect(t, second, respondEdit, false)
	expectPicture(t, second, second.data(), 0) // the fake checks that the list of attachments is there, empty

	back := f.next(f.press(s, second.data(), button(second.data(), "◀"), nil))
	expect(t, back, respondEdit, false, "On day 0")
	expectPicture(t, back, back.data(), 30)

	t.Run("privately too", func(t *testing.T) {
		r := f.next(f.ask(s, "timeline", map[string]any{"topic": "bridge", "private": true}, nil))
		expect(t, r, respondMessage, true, "On day 0")
		expectPicture(t, r, r.data(), 30)
	})
	for command, options := range map[string]map[string]any{
		"who": {"name": "bridge"}, "ask": {"question": "who paid"}, "timeline": {"topic": "few"},
	} {
		t.Run("no other answer has one: "+command, func(t *testing.T) {
			r := f.next(f.ask(s, command, options, nil))
			expectPicture(t, r, r.data(), 0)
		})
	}
	t.Run("nor a timeline without dates", func(t *testing.T) {
		r := f.next(f.ask(s, "timeline", map[string]any{"topic": "undated"}, nil))
		expectPicture(t, r, r.data(), 0)
	})
}

func TestAPictureThatTakesLongIsEditedIn(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	ts := quick()
	ts.acknowledge = 20 * time.Millisecond
	drawn := make(chan struct{})
	slowly := func(w io.Writer, a bot.Answer) error {
		<-drawn
		return bars(w, a)
	}
	start(t, f, newAnswerer(t), ts, Options{Picture: slowly, AltText: says})
	s := f.connected()
	public := f.ask(s, "timeline", map[string]any{"topic": "bridge"}, nil)
	private := f.ask(s, "timeline", map[string]any{"topic": "bridge", "private": true}, nil)
	expect(t, f.next(public), respondDeferred, false)
	expect(t, f.next(private), respondDeferred, true)
	close(drawn)
	for _, token := range []string{public, private} {
		r := f.next(token)
		if r.method != http.MethodPatch {
			t.Errorf("%s: want an edit", r.method)
		}
		expectPicture(t, r, r.body, 30)
	}
}

func TestPicturesHoldUpNoOtherQuestion(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	drawn := make(chan struct{})
	slowly := func(w io.Writer, a bot.Answer) error {
		<-drawn
		return bars(w, a)
	}
	start(t, f, newAnswerer(t), quick(), Options{Picture: slowly, AltText: says})
	s := f.connected()
	var timelines []string
	for i := range maxWorking + maxDrawing {
		timelines = append(timelines, f.ask(s, "timeline", map[string]any{"topic": "bridge"}, reader(fmt.Sprint(i))))
	}
	answers(t, f, s)
	close(drawn)
	for _, token := range timelines {
		r, m := f.answer(token)
		expectPicture(t, r, m, 30)
	}
}

func TestALargePictureIsNotUploadedInTheFirstThreeSeconds(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	start(t, f, newAnswerer(t), quick(), Options{Picture: noisy(maxAtOnce + 1)})
	token := f.ask(f.connected(), "timeline", map[string]any{"topic": "bridge"}, nil)
	expect(t, f.next(token), respondDeferred, false)
	if r := f.next(token); r.method != http.MethodPatch || len(r.files) != 1 || len(r.files[0].content) <= maxAtOnce {
		t.Errorf("%s with %d files: want an edit with the picture", r.method, len(r.files))
	}
}

// A picture is never a reason to go without the answer.
func TestAnswersGoOutWithoutAPictureThatFails(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		picture func(io.Writer, bot.Answer) error
		more    map[string]any
	}{
		"it fails":          {picture: func(io.Writer, bot.Answer) error { return errors.New("out of paint") }},
		"it panics":         {picture: func(io.Writer, bot.Answer) error { panic("a bug") }},
		"it is empty":       {picture: func(io.Writer, bot.Answer) error { return nil }},
		"it is too large":   {picture: endless},
		"too large for one": {picture: noisy(5000), more: map[string]any{"attachment_size_limit": 5000}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFake(t)
			bot := start(t, f, newAnswerer(t), quick(), Options{Picture: row.picture, AltText: says})
			r := f.next(f.ask(f.connected(), "timeline", map[string]any{"topic": "bridge"}, row.more))
			expect(t, r, respondMessage, false, "On day 0")
			expectPicture(t, r, r.data(), 0)
			if !strings.Contains(bot.log.String(), "picture was left out") {
				t.Error("nothing is logged")
			}
		})
	}
}

func TestAPictureMayBeAsLargeAsDiscordAllows(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	var picture bytes.Buffer
	if err := bars(&picture, bot.Answer{Quotes: story(30)}); err != nil {
		t.Fatal(err)
	}
	start(t, f, newAnswerer(t), quick(), Options{Picture: bars, AltText: says})
	s := f.connected()
	for limit, quotes := range map[int]int{picture.Len(): 30, picture.Len() - 1: 0, 100 << 20: 30} {
		r := f.next(f.ask(s, "timeline", map[string]any{"topic": "bridge"}, map[string]any{"attachment_size_limit": limit}))
		expectPicture(t, r, r.data(), quotes)
	}
}

func TestWhereDiscordTakesNoFilesTheAnswerGoesOutWithout(t *testing.T) {
	t.Parallel()
	for name, ts := range map[string]timing{"at once": quick(), "later": hurried()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFake(t)
			f.refuse = func(r request) (int, string) {
				if len(r.files) > 0 {
					return http.StatusRequestEntityTooLarge, `{"code":40005,"message":"Request entity too large"}`
				}
				return 0, ""
			}
			slowly := func(w io.Writer, a bot.Answer) error {
				time.Sleep(30 * time.Millisecond)
				return bars(w, a)
			}
			start(t, f, newAnswerer(t), ts, Options{Picture: slowly, AltText: says})
			token := f.ask(f.connected(), "timeline", map[string]any{"topic": "bridge"}, nil)
			r := f.next(token)
			m := r.data()
			if name == "later" {
				expect(t, r, respondDeferred, false)
				r = f.next(token)
				m = r.body
			}
			expectText(t, m, "On day 0")
			expectPicture(t, r, m, 0)
		})
	}
}

func TestPagesAreTheSameWithAndWithoutAPicture(t *testing.T) {
	t.Parallel()
	request, a := request1(t, "/timeline bridge"), bot.Answer{Answered: true, Title: "Bridge", Quotes: story(30)}
	f := newFake(t)
	d, _ := f.event(typeCommand, nil, nil)
	in := interaction{ID: d["id"].(string)}
	bare := newRouter(t.Context(), t.Context(), nil, nil, slog.New(slog.DiscardHandler), quick())
	drawing := newRouter(t.Context(), t.Context(), nil, nil, slog.New(slog.DiscardHandler), quick())
	drawing.picture = bars
	drawing.altText = func(bot.Answer) string { return strings.Repeat("漢", 2000) }
	for page := range 2 {
		w := wish{request: request, page: page + 1}
		plain, with := bare.compose(t.Context(), in, w, a), drawing.compose(t.Context(), in, w, a)
		if texts(payload(t, plain.shown)) != texts(payload(t, with.shown)) || plain.pages != with.pages {
			t.Errorf("page %d differs", page+1)
		}
		if s := measure(with.shown.Components...); !s.fits() {
			t.Errorf("page %d: %+v", page+1, s)
		}
		checkMessage(t, payload(t, with.shown), filesOf(with.shown)...)
	}
}

// filesOf returns the files of a message as the fake would get them.
func filesOf(m message) []sentFile {
	contentType, raw, err := encode(m)
	r := request{}
	if err == nil {
		err = r.read(contentType, raw)
	}
	if err != nil {
		return []sentFile{{field: err.Error()}}
	}
	return r.files
}

func TestPicturesWaitForNobodyWhoHasGone(t *testing.T) {
	t.Parallel()
	r := newRouter(t.Context(), t.Context(), nil, nil, slog.New(slog.DiscardHandler), quick())
	r.picture = bars
	for range maxDrawing {
		r.drawing <- struct{}{}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := r.draw(ctx, bot.Answer{Quotes: story(3)}, maxFile); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
