package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"storybot": main})
}

// TestCommandsAsTyped runs the scripts, each in a folder of its own.
func TestCommandsAsTyped(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition:           condition,
		UpdateScripts:       *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("GORACE", "atexit_sleep_ms=0") // under -race each exit takes a second without
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"keys":   keys,
			"status": status,
			"fails":  fails,
			"await":  await,
			"files":  files,
			"write":  write,
			"many":   many,
			"page":   page,
			"site":   site,
		},
	})
}

// condition knows [root], whom no permission stops.
func condition(name string) (bool, error) {
	if name == "root" {
		return os.Geteuid() == 0, nil
	}
	return false, fmt.Errorf("unknown condition %s", name)
}

// keys checks that every object of JSON at a path in each line has these keys, in this
// order: keys stdout quotes.article id title … ("." is the line itself).
func keys(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: keys file path key...")
	}
	n := 0
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		found := []json.RawMessage{json.RawMessage(line)}
		for step := range strings.SplitSeq(strings.Trim(args[1], "."), ".") {
			if step != "" {
				found = below(ts, found, step)
			}
		}
		for _, object := range found {
			n++
			if got := keysOf(ts, object); !slices.Equal(got, args[2:]) {
				ts.Fatalf("keys at %s: got %q, want %q", args[1], got, args[2:])
			}
		}
	}
	if n == 0 {
		ts.Fatalf("no object at %s", args[1])
	}
}

// below returns the objects under a key of other objects: those of an array each, and
// none for null.
func below(ts *testscript.TestScript, objects []json.RawMessage, key string) []json.RawMessage {
	var found []json.RawMessage
	for _, o := range objects {
		var fields map[string]json.RawMessage
		ts.Check(json.Unmarshal(o, &fields))
		switch value := fields[key]; {
		case bytes.HasPrefix(value, []byte("[")):
			var items []json.RawMessage
			ts.Check(json.Unmarshal(value, &items))
			found = append(found, items...)
		case len(value) > 0 && string(value) != "null":
			found = append(found, value)
		}
	}
	return found
}

// keysOf returns the keys of an object as they stand.
func keysOf(ts *testscript.TestScript, object json.RawMessage) []string {
	d := json.NewDecoder(bytes.NewReader(object))
	_, err := d.Token()
	ts.Check(err)
	var keys []string
	for d.More() {
		key, err := d.Token()
		ts.Check(err)
		keys = append(keys, fmt.Sprint(key))
		var value json.RawMessage
		ts.Check(d.Decode(&value))
	}
	return keys
}

// status runs a command line in a shell and checks its exit status, of which
// testscript's own exec knows only zero and not: status 2 storybot --frob.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command args...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit interface{ ExitCode() int }
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// fails runs a command that must end with a status and say why: nothing on standard
// output, and one line on standard error that matches: fails 2 'pattern' storybot --frob.
func fails(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: fails N pattern command args...")
	}
	status(ts, false, slices.Concat(args[:1], args[2:]))
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("standard output: %q", out)
	}
	told := ts.ReadFile("stderr")
	if !strings.HasPrefix(told, "storybot: ") || strings.Count(told, "\n") != 1 || !strings.HasSuffix(told, "\n") {
		ts.Fatalf("standard error is not one line of storybot: %q", told)
	}
	if !regexp.MustCompile(args[1]).MatchString(told) {
		ts.Fatalf("standard error %q does not match %q", told, args[1])
	}
}

// await waits until a file matches a pattern, or until it exists.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 || len(args) > 2 {
		ts.Fatalf("usage: await file [pattern]")
	}
	pattern := regexp.MustCompile(strings.Join(args[1:], ""))
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if len(args) == 1 {
			if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
				return
			}
			continue
		}
		if data, err := os.ReadFile(ts.MkAbs(args[0])); err == nil && pattern.Match(data) {
			return
		}
	}
	ts.Fatalf("nothing came: %q", args)
}

// files lists all files below a folder, with sums of their contents: files index before.
func files(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: files folder list")
	}
	var list strings.Builder
	root := os.DirFS(ts.MkAbs(args[0]))
	ts.Check(fs.WalkDir(root, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, path)
		fmt.Fprintf(&list, "%s %x\n", path, sha256.Sum256(data))
		return err
	}))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(list.String()), 0o644))
}

// write writes bytes to a file, as a Go string without its quotes, again and again
// where a number is given, and compressed where its name ends in .gz: write a.txt 'caf\xe9' 3.
func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: write file bytes [times]")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	times := 1
	if len(args) > 2 {
		times, err = strconv.Atoi(args[2])
		ts.Check(err)
	}
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	var out io.WriteCloser = f
	if strings.HasSuffix(args[0], ".gz") {
		out = gzip.NewWriter(f)
	}
	_, err = io.WriteString(out, strings.Repeat(text, times))
	ts.Check(errors.Join(err, out.Close()))
	if out != f {
		ts.Check(f.Close())
	}
}

// site serves a folder at the address $SITE until the script ends: site web.
func site(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: site folder")
	}
	s := httptest.NewServer(http.FileServer(http.Dir(ts.MkAbs(args[0]))))
	ts.Defer(s.Close)
	ts.Setenv("SITE", s.URL)
}

// many writes a file of many different articles of about 3 kB: many 300 all.jsonl.
func many(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: many N file")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	var lines strings.Builder
	for i := range n {
		text := strings.Repeat(fmt.Sprintf("Maria Keller met Paul Okoro on March %d, 2023. ", i%28+1), 60)
		fmt.Fprintf(&lines, "{\"id\":\"a-%d\",\"text\":%q}\n", i, text)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(lines.String()), 0o644))
}

// page reads one of the operator's pages of a bot into a file; its log, whose lines are
// JSON, says where they are: page log 200 /healthz health.
func page(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: page log status path file")
	}
	address := regexp.MustCompile(`serving /metrics and /healthz","address":"([^"]+)"`).FindStringSubmatch(ts.ReadFile(args[0]))
	if address == nil {
		ts.Fatalf("the log does not say where the pages are")
	}
	reply, err := http.Get("http://" + address[1] + args[2])
	ts.Check(err)
	defer reply.Body.Close()
	body, err := io.ReadAll(reply.Body)
	ts.Check(err)
	if fmt.Sprint(reply.StatusCode) != args[1] {
		ts.Fatalf("%s: status %d, want %s:\n%s", args[2], reply.StatusCode, args[1], body)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[3]), body, 0o644))
}
