package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"slices"
	"strings"
	"time"

	"storybot/bot/eval"
	"storybot/index"
)

// running is a bot in another process that holds the index.
type running struct{ socket string }

// beside returns the bot that holds the index; false where none answers.
func (s *session) beside(ctx context.Context) (running, bool) {
	if !controllable || s.Index == "" {
		return running{}, false
	}
	socket, err := socketOf(s.Index)
	if err != nil {
		s.log.DebugContext(ctx, "no running bot can be asked", "error", err)
		return running{}, false
	}
	r := running{socket}
	if _, err := r.ask(ctx, wireAsked{Ping: true}, nil); err != nil {
		s.log.DebugContext(ctx, "no running bot answers", "error", err)
		return running{}, false
	}
	return r, true
}

// ask says what is wanted and returns the last line of what comes back; each is given the
// lines before it, and may be nil. What failed there is an error here.
func (r running) ask(ctx context.Context, asked wireAsked, each func(wireSaid)) (wireSaid, error) {
	dialer := net.Dialer{Timeout: askWithin}
	conn, err := dialer.DialContext(ctx, "unix", r.socket)
	if err != nil {
		return wireSaid{}, fmt.Errorf("the running bot: %w", err)
	}
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	asked.Version = wireVersion
	_ = conn.SetWriteDeadline(time.Now().Add(askWithin))
	if err := json.NewEncoder(conn).Encode(asked); err != nil {
		return wireSaid{}, r.broken(ctx, err)
	}
	in := bufio.NewReader(conn)
	for {
		_ = conn.SetReadDeadline(time.Now().Add(aliveWithin))
		var said wireSaid
		if err := readWire(in, longestSaid, &said); err != nil {
			return wireSaid{}, r.broken(ctx, err)
		}
		if said.End {
			return said, said.err()
		}
		if each != nil {
			each(said)
		}
	}
}

// broken words the end of a talk that came too early.
func (r running) broken(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, io.EOF):
		return errors.New("the running bot has ended")
	}
	return fmt.Errorf("the running bot: %w", err)
}

// refreshThere has the running bot refresh, and shows how far it is.
func (s *session) refreshThere(ctx context.Context, r running, o index.RefreshOptions) (index.Report, error) {
	show, done := s.progress()
	said, err := r.ask(ctx, wireAsked{Refresh: &wireRefresh{Force: o.Force, RemoveMost: o.RemoveMost, Rebuild: o.Rebuild, DryRun: o.DryRun}}, func(w wireSaid) {
		if w.Progress != nil {
			show(w.Progress.report())
		}
	})
	done()
	if len(said.Corpus) > 0 && !slices.Equal(said.Corpus, s.Corpus) {
		fmt.Fprintln(s.err, "storybot: the running bot refreshes from its own corpus: "+oneLine(strings.Join(said.Corpus, ", ")))
	}
	return said.Report.report(), err
}

// answer has the running bot answer a line.
func (r running) answer(ctx context.Context, q asking) (*rendered, error) {
	var err error
	if q.Folder, err = os.Getwd(); err != nil {
		return nil, err
	}
	said, err := r.ask(ctx, wireAsked{Answer: &q}, nil)
	if err == nil && said.Answer == nil {
		err = errors.New("the running bot gave no answer")
	}
	return said.Answer, err
}

// eval has the running bot answer the questions of a file.
func (r running) eval(ctx context.Context, name string, file []byte) (eval.Report, []string, error) {
	said, err := r.ask(ctx, wireAsked{Eval: &wireQuestions{Name: name, File: file}}, nil)
	if err != nil {
		return eval.Report{}, nil, err
	}
	report, err := eval.ReadReport(bytes.NewReader(said.Eval), name)
	return report, said.Misfits, err
}
