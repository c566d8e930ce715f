// Command storybot answers questions about a news story by quoting its articles, in
// Discord and in the terminal. This package reads flags and the environment and starts
// the rest; it knows every other package and none knows it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
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
	signal.Ignore(syscall.SIGPIPE) // a pipe that nobody reads is an error of a write
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
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
	Corpus  []string         `short:"c" placeholder:"PATH" sep:"none" group:"all" help:"A file, a folder or a web address (page, feed or sitemap) of articles, or a file of sources (.yaml); may be given more than once. Also STORYBOT_CORPUS, separated by commas."`
	Index   *string          `short:"i" placeholder:"DIR" group:"all" help:"The directory of the index; without one, the corpus is indexed in memory. Also STORYBOT_INDEX."`
	Help    helpFlag         `short:"h" group:"all" help:"Print this help and exit."`
	Version kong.VersionFlag `group:"all" help:"Print the version and exit."`

	Serve    serveCmd    `cmd:"" default:"1" hidden:"" help:"The Discord bot, or, without DISCORD_TOKEN, a chat in the terminal."`
	Chat     chatCmd     `cmd:"" help:"Talk in the terminal."`
	Answer   answerCmd   `cmd:"" help:"Answer one line, or each line of standard input."`
	Refresh  refreshCmd  `cmd:"" help:"Bring the index up to date with the corpus."`
	Inspect  inspectCmd  `cmd:"" help:"Show how articles are read."`
	Eval     evalCmd     `cmd:"" help:"Score the bot on labelled questions."`
	Votes    votesCmd    `cmd:"" help:"Print what readers voted for, as labelled questions."`
	Commands commandsCmd `cmd:"" help:"Make Discord's menu of commands what it should be."`
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
	if err == nil || errors.Is(err, errDone) || unread(err) {
		return 0
	}
	var usage usageError
	var parse *kong.ParseError
	var reader *bot.ReaderError
	status := failed
	switch {
	case errors.As(err, &parse):
		err, status = errors.New(misread(parse)), misuse
	case errors.As(err, &usage) || errors.As(err, &reader):
		status = misuse
	case errors.Is(err, context.Canceled):
		err = errors.New("interrupted")
	}
	fmt.Fprintln(p.err, "storybot: "+oneLine(err.Error()))
	return status
}

// unread says whether an error is that of a pipe that nobody reads any more, as after
// "storybot answer | head -1". It is none of a network's.
func unread(err error) bool {
	var file *fs.PathError
	return errors.As(err, &file) && errors.Is(file.Err, syscall.EPIPE)
}

// misread words what was wrong with the command line.
func misread(err *kong.ParseError) string {
	message := err.Error()
	flag, rest, _ := strings.Cut(message, ": ")
	if strings.HasPrefix(rest, "expected string value") || strings.HasPrefix(rest, "missing value") {
		message = flag + " needs a value"
	} else if missing, ok := strings.CutPrefix(message, "expected \"<"); ok {
		message = "missing: " + strings.ToUpper(strings.Trim(missing, ".> \""))
	}
	return message + ": see storybot --help"
}

// errDone ends a run early and well, as after --help.
var errDone = errors.New("done")

func start(ctx context.Context, args []string, p process) (err error) {
	var c cli
	exited := false
	parser, err := kong.New(&c, append(helpOptions(), kong.Name("storybot"), kong.Vars{"version": version()},
		kong.Writers(p.out, p.err), kong.Exit(func(int) { exited = true; panic(errDone) }))...)
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
	if len(args) == 1 && args[0] == "help" { // as many type it
		args = []string{"--help"}
	}
	k, err := parser.Parse(args)
	if err != nil {
		return err
	}
	s := &session{process: p}
	if s.config, err = readConfig(p.environ); err != nil {
		return usageError{err}
	}
	if err := s.override(&c); err != nil {
		return usageError{err}
	}
	k.BindTo(ctx, (*context.Context)(nil))
	return k.Run(s)
}

// override sets what the flags say.
func (s *session) override(c *cli) error {
	if c.Corpus != nil {
		s.config.Corpus = c.Corpus
	}
	if c.Index == nil {
		return nil
	}
	if *c.Index == "" {
		return errors.New("--index is empty: it needs the name of a directory")
	}
	s.config.Index = *c.Index
	return nil
}

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return "storybot " + info.Main.Version
	}
	return "storybot (devel)"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
