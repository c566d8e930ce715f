// Command storybot answers questions about a news story by quoting its articles, in
// Discord and in the terminal. This package reads flags and the environment and starts
// the rest; it knows every other package and none knows it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"storybot/bot"
)

// Exit statuses.
const (
	failed = 1
	misuse = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], process{os.Stdin, os.Stdout, os.Stderr, os.Environ()})
	stop()
	os.Exit(status)
}

// process is what a run gets from the operating system.
type process struct {
	in       io.Reader
	out, err io.Writer
	environ  []string
}

// cli is the command line; its tags are the help texts.
type cli struct {
	Corpus  []string         `short:"c" placeholder:"PATH" sep:"none" help:"A file or folder of articles; can be given more than once (STORYBOT_CORPUS, separated by commas)."`
	Index   string           `short:"i" placeholder:"DIR" help:"The directory of the index (STORYBOT_INDEX). Without it, the corpus is indexed in memory."`
	Version kong.VersionFlag `help:"Print the version and exit."`

	Serve   serveCmd   `cmd:"" default:"1" hidden:"" help:"The Discord bot, or, without DISCORD_TOKEN, a chat in the terminal."`
	Chat    chatCmd    `cmd:"" help:"Talk in the terminal."`
	Answer  answerCmd  `cmd:"" help:"Answer one line, or each line of standard input."`
	Refresh refreshCmd `cmd:"" help:"Bring the index up to date with the corpus."`
	Inspect inspectCmd `cmd:"" help:"Show how articles are read."`
}

// session is one run with its settings.
type session struct {
	process
	config
	log *slog.Logger
}

// usageError is a mistake in the command line or in a line to answer.
type usageError struct{ error }

func run(ctx context.Context, args []string, p process) int {
	err := start(ctx, args, p)
	if err == nil || errors.Is(err, errDone) {
		return 0
	}
	fmt.Fprintln(p.err, "storybot: "+oneLine(err.Error()))
	var usage usageError
	var parse *kong.ParseError
	var reader *bot.ReaderError
	if errors.As(err, &usage) || errors.As(err, &parse) || errors.As(err, &reader) {
		return misuse
	}
	return failed
}

// errDone ends a run early and well, as after --help.
var errDone = errors.New("done")

func start(ctx context.Context, args []string, p process) (err error) {
	var c cli
	exited := false
	parser, err := kong.New(&c, kong.Name("storybot"), kong.Description(description), kong.Vars{"version": version()},
		kong.Writers(p.out, p.err), kong.Exit(func(int) { exited = true; panic(errDone) }))
	if err != nil {
		return err
	}
	defer func() { // --help and --version leave through Exit
		if r := recover(); r != nil {
			if !exited {
				panic(r)
			}
			err = errDone
		}
	}()
	k, err := parser.Parse(args)
	if err != nil {
		return err
	}
	s := &session{process: p}
	if s.config, err = readConfig(p.environ); err != nil {
		return usageError{err}
	}
	if c.Corpus != nil {
		s.config.Corpus = c.Corpus
	}
	if c.Index != "" {
		s.config.Index = c.Index
	}
	k.BindTo(ctx, (*context.Context)(nil))
	return k.Run(s)
}

const description = `Quotes the articles of a news story, word for word, each with its source.

Without a command, storybot is the Discord bot; where DISCORD_TOKEN is not set, it talks right here in the terminal. Without --corpus and --index it serves a small sample corpus.`

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return "storybot " + info.Main.Version
	}
	return "storybot (devel)"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
