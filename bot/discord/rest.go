package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Types of responses to an interaction.
const (
	respondMessage       = 4 // a new message
	respondDeferred      = 5 // a new message to come
	respondDeferredEdit  = 6 // an edit to come
	respondEdit          = 7 // an edit of the message that the button stands on
	respondAutocompletes = 8
)

// response is the body of an interaction's callback.
type response struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

// Codes of errors in Discord's replies.
const (
	codeUnknownInteraction = 10062
	codeTooLarge           = 40005
	codeAcknowledged       = 40060
	codeInvalidForm        = 50035
)

// apiError is Discord's refusal of a request. It names no address, for addresses of
// interactions hold their tokens.
type apiError struct {
	status  int
	code    int
	message string
	after   time.Duration // of a 429: when to come back
}

func (e *apiError) Error() string {
	return fmt.Sprintf("Discord answered %d (code %d): %s", e.status, e.code, e.message)
}

// errorCode returns Discord's code of the error, 0 if it has none.
func errorCode(err error) int {
	var e *apiError
	if errors.As(err, &e) {
		return e.code
	}
	return 0
}

// rest is Discord's HTTP API over a session of the library that is never opened. Each
// request has a rate-limit bucket of its own: the library's shared ones run all edits of
// the process one after another, and interactions are exempt from the global limit.
type rest struct {
	session *discordgo.Session
	pause   time.Duration // before the first repetition; doubles
	within  time.Duration // from receipt of an interaction until the first response
	log     *slog.Logger
	meter   Meter
}

// call sends one request, with the files that the body carries. The error is an *apiError where Discord refused it.
func (r *rest) call(ctx context.Context, method, address string, body any) ([]byte, error) {
	contentType, raw, err := encode(body)
	if err != nil {
		return nil, err
	}
	began := time.Now()
	bucket := discordgo.NewRatelimiter().LockBucket("")
	reply, err := r.session.RequestWithLockedBucket(method, address, contentType, raw, bucket, 0,
		discordgo.WithContext(ctx), discordgo.WithRetryOnRatelimit(false), discordgo.WithRestRetries(0))
	err = plainError(err)
	r.meter.Requested(method, statusOf(err), time.Since(began))
	return reply, err
}

// statusOf returns the status of Discord's reply, 0 where there was none.
func statusOf(err error) int {
	var refused *apiError
	switch {
	case err == nil:
		return http.StatusOK
	case errors.As(err, &refused):
		return refused.status
	}
	return 0
}

// plainError turns the library's errors, which hold requests and tokens, into ours.
func plainError(err error) error {
	var refused *discordgo.RESTError
	var limited *discordgo.RateLimitError
	var transport *url.Error
	var told *apiError
	switch {
	case errors.As(err, &told):
		return told
	case errors.As(err, &limited):
		return &apiError{status: http.StatusTooManyRequests, message: "rate limited", after: limited.RetryAfter}
	case errors.As(err, &refused):
		e := &apiError{status: refused.Response.StatusCode, message: http.StatusText(refused.Response.StatusCode)}
		if m := refused.Message; m != nil {
			const most = 600 // bytes of the reply: it tells which field was wrong
			e.code, e.message = m.Code, string(refused.ResponseBody[:min(len(refused.ResponseBody), most)])
		}
		return e
	case errors.As(err, &transport):
		return fmt.Errorf("reach Discord: %w", transport.Err)
	}
	return err
}

// persist repeats a request that may yet succeed, until the time given.
func (r *rest) persist(ctx context.Context, until time.Time, worth func(error) bool, request func(context.Context) error) error {
	ctx, cancel := context.WithDeadline(ctx, until)
	defer cancel()
	pause := r.pause
	for {
		err := request(ctx)
		if err == nil || !worth(err) {
			return err
		}
		wait := pause
		var e *apiError
		if errors.As(err, &e) && e.after > 0 {
			wait = e.after
		}
		if !sleep(ctx, wait) {
			return err
		}
		pause = min(2*pause, 2*time.Second)
	}
}

// passing says whether an error may pass by itself: a limit, a fault of the server or of
// the way there.
func passing(err error) bool {
	var e *apiError
	if errors.As(err, &e) {
		return e.status == http.StatusTooManyRequests || e.status >= 500
	}
	return !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded)
}

// notYet says the same of an edit, which Discord answers with "not found" for up to ten
// seconds after a deferral.
func notYet(err error) bool {
	var e *apiError
	return passing(err) || errors.As(err, &e) && e.status == http.StatusNotFound && e.code != codeUnknownInteraction
}

// noFiles says whether Discord may take the message without its files: it found them too
// large, or the place or the reader may have none.
func noFiles(err error) bool {
	var e *apiError
	return errors.As(err, &e) && (e.status == http.StatusForbidden || e.status == http.StatusRequestEntityTooLarge ||
		e.code == codeTooLarge)
}

// editPatience is for how long an edit is tried again.
const editPatience = 10 * time.Second

// respond answers the interaction, which must happen within three seconds of it (r.within).
func (r *rest) respond(ctx context.Context, in interaction, body response) error {
	if in.inline != nil {
		return in.inline.send(ctx, body)
	}
	m, ok := body.Data.(message)
	if !ok {
		return r.respondOnce(ctx, in, body)
	}
	return r.understood(m, func(m message) error {
		return r.respondOnce(ctx, in, response{Type: body.Type, Data: m})
	})
}

func (r *rest) respondOnce(ctx context.Context, in interaction, body response) error {
	address := discordgo.EndpointInteractionResponse(in.ID, in.Token)
	tries := 0
	return r.persist(ctx, in.received.Add(r.within), passing, func(ctx context.Context) error {
		tries++
		_, err := r.call(ctx, http.MethodPost, address, body)
		if tries > 1 && errorCode(err) == codeAcknowledged {
			return nil // Discord took the first try, and its reply was lost
		}
		return err
	})
}

// edit replaces the interaction's first response.
func (r *rest) edit(ctx context.Context, in interaction, m message) error {
	return r.later(ctx, http.MethodPatch, discordgo.EndpointInteractionResponseActions(in.ApplicationID, in.Token), m)
}

// followUp sends another message in answer to the interaction.
func (r *rest) followUp(ctx context.Context, in interaction, m message) error {
	return r.later(ctx, http.MethodPost, discordgo.EndpointFollowupMessage(in.ApplicationID, in.Token), m)
}

// later sends what comes after the first response.
func (r *rest) later(ctx context.Context, method, address string, m message) error {
	return r.understood(m, func(m message) error {
		return r.persist(ctx, time.Now().Add(editPatience), notYet, func(ctx context.Context) error {
			_, err := r.call(ctx, method, address, m)
			return err
		})
	})
}

// remove deletes the interaction's first response.
func (r *rest) remove(ctx context.Context, in interaction) error {
	address := discordgo.EndpointInteractionResponseActions(in.ApplicationID, in.Token)
	return r.persist(ctx, time.Now().Add(editPatience), notYet, func(ctx context.Context) error {
		_, err := r.call(ctx, http.MethodDelete, address, nil)
		return err
	})
}

// sleep waits, and says whether it could without ctx ending.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}
