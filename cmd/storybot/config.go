package main

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"
	"github.com/joho/godotenv"
)

// config is every setting that the environment or .env can make. Flags come before both.
type config struct {
	Token    string        `env:"DISCORD_TOKEN"`
	Guild    string        `env:"DISCORD_GUILD"`
	Shards   shardCount    `env:"DISCORD_SHARDS" envDefault:"auto"`
	Key      string        `env:"DISCORD_PUBLIC_KEY"`
	Listen   string        `env:"STORYBOT_LISTEN"`
	Admin    string        `env:"STORYBOT_ADMIN" envDefault:"127.0.0.1:8717"`
	Corpus   []string      `env:"STORYBOT_CORPUS" envSeparator:","`
	Index    string        `env:"STORYBOT_INDEX"`
	Refresh  time.Duration `env:"STORYBOT_REFRESH" envDefault:"15m"`
	MaxBytes int64         `env:"STORYBOT_MAX_BYTES" envDefault:"10485760"`
	Log      slog.Level    `env:"STORYBOT_LOG" envDefault:"info"`
	LogAs    logFormat     `env:"STORYBOT_LOG_FORMAT" envDefault:"text"`
	History  string        `env:"STORYBOT_HISTORY"`
	Private  bool          `env:"STORYBOT_PRIVATE_ADDRESSES"`
}

// readConfig reads the settings of environ ("NAME=value"), and those of the file .env in
// the working directory that environ does not make.
func readConfig(environ []string) (config, error) {
	values, err := godotenv.Read(".env")
	if errors.Is(err, fs.ErrNotExist) {
		values, err = map[string]string{}, nil
	}
	var file *fs.PathError
	if errors.As(err, &file) {
		return config{}, fmt.Errorf(".env cannot be read: %w", file.Err)
	}
	if err != nil {
		// The library's message may hold a line of the file, and so the token.
		return config{}, errors.New(".env cannot be read: each line should be NAME=value")
	}
	for _, e := range environ {
		if name, value, ok := strings.Cut(e, "="); ok {
			values[name] = value
		}
	}
	for name, value := range values {
		if values[name] = strings.TrimSpace(value); values[name] == "" {
			delete(values, name)
		}
	}
	var c config
	if err := env.ParseWithOptions(&c, env.Options{Environment: values}); err != nil {
		return config{}, settingError(err)
	}
	for i, location := range c.Corpus {
		c.Corpus[i] = strings.TrimSpace(location)
	}
	if c.MaxBytes <= 0 || c.Refresh < 0 {
		return config{}, errors.New("settings: STORYBOT_MAX_BYTES must be more than 0, and STORYBOT_REFRESH not less")
	}
	if strings.Trim(c.Guild, "0123456789") != "" {
		return config{}, errors.New("settings: DISCORD_GUILD should be the number that Discord copies as the server's ID")
	}
	if (c.Listen == "") != (c.Key == "") {
		return config{}, errors.New("settings: STORYBOT_LISTEN and DISCORD_PUBLIC_KEY go together")
	}
	return c, nil
}

// settingError names the setting that cannot be read, on one line and without its value.
func settingError(err error) error {
	names := map[string]string{"Refresh": "STORYBOT_REFRESH (a duration such as 15m)", "MaxBytes": "STORYBOT_MAX_BYTES (a whole number)",
		"Log": "STORYBOT_LOG (debug, info, warn or error)", "LogAs": "STORYBOT_LOG_FORMAT (text or json)",
		"Shards": "DISCORD_SHARDS (auto, or a whole number)", "Private": "STORYBOT_PRIVATE_ADDRESSES (true or false)"}
	var parse env.ParseError
	if errors.As(err, &parse) && names[parse.Name] != "" {
		return fmt.Errorf("settings: %s cannot be read", names[parse.Name])
	}
	return fmt.Errorf("settings: %w", err)
}

// shardCount is a number of shards; 0 stands for "auto", as many as Discord recommends.
type shardCount int

// UnmarshalText reads "auto" or a number from 1 on.
func (n *shardCount) UnmarshalText(text []byte) error {
	if string(text) == "auto" {
		*n = 0
		return nil
	}
	v, err := strconv.Atoi(string(text))
	if err != nil || v < 1 {
		return errors.New("neither auto nor a number")
	}
	*n = shardCount(v)
	return nil
}

// logFormat is how lines of the log are written: "text" or "json".
type logFormat string

// UnmarshalText reads one of the two.
func (f *logFormat) UnmarshalText(text []byte) error {
	if *f = logFormat(text); *f != "text" && *f != "json" {
		return errors.New("neither text nor json")
	}
	return nil
}
