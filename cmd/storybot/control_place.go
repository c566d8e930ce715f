package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
)

const (
	controlFolder = "control"   // in the index's directory; its owner's alone
	controlSocket = "socket"    // in it, or in a folder of its own where the path is too long
	controlRecord = "elsewhere" // in it: the path of the socket in such a folder
	controlPrefix = "storybot-" // of such a folder's name
)

// longestSocket is the longest path of a socket, in bytes. The least that systems take is
// 104 with a zero at the end (sys/un.h of the BSDs; Linux takes 108).
const longestSocket = 100

// errForeign says that a socket may be somebody else's.
var errForeign = errors.New("the socket of the running bot is not in a folder of this user alone")

// controlOf returns the folder of an index's socket, by the one path that all processes
// find.
func controlOf(dir string) (string, error) {
	full, err := filepath.Abs(dir)
	if err == nil {
		full, err = filepath.EvalSymlinks(full)
	}
	return filepath.Join(full, controlFolder), err
}

// socketOf returns the path of the socket of the bot that holds an index.
func socketOf(dir string) (string, error) {
	folder, err := controlOf(dir)
	if err != nil {
		return "", err
	}
	at := filepath.Join(folder, controlSocket)
	if err := isOurs(folder); err != nil {
		return "", err
	}
	elsewhere, err := os.ReadFile(filepath.Join(folder, controlRecord))
	if errors.Is(err, fs.ErrNotExist) {
		return at, nil
	}
	if err != nil {
		return "", err
	}
	at = string(elsewhere)
	return at, isOurs(filepath.Dir(at))
}

// isOurs returns an error unless a folder is this user's, and closed to all others.
func isOurs(folder string) error {
	info, err := os.Lstat(folder)
	if err != nil {
		return err
	}
	if !info.IsDir() || info.Mode().Perm()&0o077 != 0 || !ownedHere(info) {
		return errForeign
	}
	return nil
}

// listenBeside makes the socket of an index, which this process must hold: one that is
// there was left behind by a process that died. remove takes it away again.
func listenBeside(dir string) (l net.Listener, remove func(), err error) {
	folder, err := controlOf(dir)
	if err != nil {
		return nil, nil, err
	}
	removeControl(folder)
	if err := os.Mkdir(folder, 0o700); err != nil {
		return nil, nil, err
	}
	at, err := newSocketPath(folder)
	if err == nil {
		l, err = net.Listen("unix", at)
	}
	if err == nil {
		err = os.Chmod(at, 0o600)
	}
	if err != nil {
		if l != nil {
			err = errors.Join(err, l.Close())
		}
		removeControl(folder)
		return nil, nil, fmt.Errorf("socket: %w", err)
	}
	return l, func() { removeControl(folder) }, nil
}

// newSocketPath returns where the socket goes: into the folder, or, where its path is too
// long for a socket, into a folder of its own, which the first one names.
func newSocketPath(folder string) (string, error) {
	if at := filepath.Join(folder, controlSocket); len(at) <= longestSocket {
		return at, nil
	}
	other, err := os.MkdirTemp("", controlPrefix)
	if err != nil {
		return "", err
	}
	at := filepath.Join(other, controlSocket)
	return at, os.WriteFile(filepath.Join(folder, controlRecord), []byte(at), 0o600)
}

// removeControl takes a socket away with its folders. What cannot be removed is in the way
// of the next one, which says so.
func removeControl(folder string) {
	if elsewhere, err := os.ReadFile(filepath.Join(folder, controlRecord)); err == nil {
		at := string(elsewhere)
		other := filepath.Dir(at)
		if filepath.Base(at) == controlSocket && strings.HasPrefix(filepath.Base(other), controlPrefix) && isOurs(other) == nil {
			_ = os.Remove(at)
			_ = os.Remove(other)
		}
	}
	_ = os.RemoveAll(folder)
}
