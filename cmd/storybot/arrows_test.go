package main

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows is which packages of the module a package may import. Nothing points back: a
// package stands below all that import it.
var arrows = map[string][]string{
	"cmd/storybot": {"bot/chart", "bot/discord", "bot/eval", "bot/terminal", "bot", "bot/store", "index", "corpus", "corpus/sample", "corpus/timex", "corpus/web"},
	"bot/chart":    {"bot", "corpus", "corpus/timex"},
	"bot/discord":  {"bot", "corpus", "corpus/timex"},
	"bot/eval":     {"bot"},
	"bot/terminal": {"bot", "corpus"},
	"bot":          {"bot/store", "index", "corpus", "corpus/timex"},
	"bot/store":    {"index/intact"},
	"index":        {"index/intact", "corpus", "corpus/timex"},
	"corpus/web":   {"corpus"},
	"corpus":       {"corpus/timex"},
	// These stand alone.
	"corpus/sample": {},
	"corpus/timex":  {},
	"index/intact":  {},
}

// owners is which package alone, tests included, may import modules of a name's beginning.
var owners = map[string]string{
	"github.com/blevesearch/":    "index",
	"github.com/bwmarrin/":       "bot/discord",
	"git.sr.ht/~sbinet/gg":       "bot/chart",
	"golang.org/x/image/":        "bot/chart",
	"charm.land/":                "bot/terminal",
	"github.com/charmbracelet/":  "bot/terminal",
	"github.com/alecthomas/kong": "cmd/storybot",
	"github.com/caarlos0/env":    "cmd/storybot",
	"github.com/joho/godotenv":   "cmd/storybot",
	"github.com/prometheus/":     "cmd/storybot",
	"os/signal":                  "cmd/storybot",
	"github.com/mmcdole/":        "corpus/web",
	"github.com/temoto/":         "corpus/web",
	"golang.org/x/time/":         "corpus/web",
	"github.com/fsnotify/":       "cmd/storybot",
}

// listed is what go list says of a package.
type listed struct {
	ImportPath, Dir                    string
	GoFiles                            []string
	Imports, TestImports, XTestImports []string
}

// name returns the package's path below the module.
func (p listed) name() string { return strings.TrimPrefix(p.ImportPath, "storybot/") }

// packages lists the packages of the module.
func packages(t *testing.T) []listed {
	t.Helper()
	list := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Dir,GoFiles,Imports,TestImports,XTestImports", "./...")
	list.Dir = filepath.Join("..", "..")
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestPackagesImportOnlyWhatStandsBelowThem(t *testing.T) {
	t.Parallel()
	for _, p := range packages(t) {
		below, ok := arrows[p.name()]
		if !ok {
			t.Errorf("%s is not in the table of arrows: say there what it may import", p.name())
		}
		for _, i := range p.Imports {
			if inner, ok := strings.CutPrefix(i, "storybot/"); ok && !slices.Contains(below, inner) {
				t.Errorf("%s imports %s, which it must not know", p.name(), inner)
			}
		}
	}
}

func TestArrowsPointOneWay(t *testing.T) {
	t.Parallel()
	for name, below := range arrows {
		for _, b := range below {
			if slices.Contains(arrows[b], name) {
				t.Errorf("%s and %s may import each other", name, b)
			}
		}
	}
}

func TestLibrariesHaveOnePackageThatKnowsThem(t *testing.T) {
	t.Parallel()
	for _, p := range packages(t) {
		tests := slices.Concat(p.TestImports, p.XTestImports)
		for _, i := range slices.Concat(p.Imports, tests) {
			for beginning, owner := range owners {
				if beginning == "os/signal" && slices.Contains(tests, i) {
					continue // a test may be a process of its own
				}
				if strings.HasPrefix(i, beginning) && p.name() != owner {
					t.Errorf("%s imports %s: only %s may", p.name(), i, owner)
				}
			}
		}
	}
}

// environment is what package os has to read or change the environment with.
var environment = []string{"Getenv", "LookupEnv", "Environ", "ExpandEnv", "Setenv", "Unsetenv", "Clearenv",
	"UserHomeDir", "UserConfigDir", "UserCacheDir", "Args"}

func TestOnlyTheCommandReadsTheEnvironment(t *testing.T) {
	t.Parallel()
	for _, p := range packages(t) {
		if strings.HasPrefix(p.name(), "cmd/") {
			continue
		}
		for _, file := range p.GoFiles {
			path := filepath.Join(p.Dir, file)
			parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, use := range uses(parsed, "os", "syscall") {
				if slices.Contains(environment, use) {
					t.Errorf("%s/%s reads the environment: %s", p.name(), file, use)
				}
			}
		}
	}
}

// uses returns the names that a file takes from packages.
func uses(file *ast.File, packages ...string) []string {
	names := map[string]bool{} // under which the file has the packages
	for _, i := range file.Imports {
		path, _ := strconv.Unquote(i.Path.Value)
		switch {
		case !slices.Contains(packages, path):
		case i.Name != nil:
			names[i.Name.Name] = true
		default:
			names[path] = true
		}
	}
	var used []string
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && names[x.Name] {
				used = append(used, s.Sel.Name)
			}
		}
		return true
	})
	return used
}
