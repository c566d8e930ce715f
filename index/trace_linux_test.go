package index

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"testing"
	"unsafe"
)

// call is a system call of a traced process: about to be made, or made.
type call struct {
	process int // the thread's id
	made    bool
	number  uint64
	args    [6]uint64
	failed  bool
}

// Of ptrace(2), what package syscall lacks.
const (
	getSyscallInfo = 0x420e
	infoEntry      = 1
	infoExit       = 2
	exitKill       = 0x100000
	waitAll        = 0x40000000 // __WALL: threads too
	syscallStop    = syscall.SIGTRAP | 0x80
)

// syscallInfo is struct ptrace_syscall_info: of an entry the number and the arguments, of an
// exit the value and whether it is an error.
type syscallInfo struct {
	op, _, _, _ uint8
	_           uint32
	_, _        uint64
	values      [7]uint64
}

// traced runs a process to its end and shows the calls that it makes to see, one after
// the other: while see has one, no other thread of the process begins or ends any. It
// returns an error where the system does not let it.
func traced(t *testing.T, cmd *exec.Cmd, see func(call)) error {
	t.Helper()
	done := make(chan error, 1)
	go func() {
		runtime.LockOSThread() // the tracer is a thread; it ends with this goroutine
		done <- trace(cmd, see)
	}()
	return <-done
}

func trace(cmd *exec.Cmd, see func(call)) error {
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true, Setpgid: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	pid := cmd.Process.Pid
	defer cmd.Process.Release()
	var ws syscall.WaitStatus
	if _, err := syscall.Wait4(pid, &ws, waitAll, nil); err != nil || !ws.Stopped() {
		return errors.Join(err, errors.New("the process did not stop at its beginning"))
	}
	if err := syscall.PtraceSetOptions(pid, syscall.PTRACE_O_TRACECLONE|syscall.PTRACE_O_TRACESYSGOOD|exitKill); err != nil {
		return err
	}
	entries := map[int]call{} // by thread
	for thread, deliver := pid, 0; ; {
		if err := syscall.PtraceSyscall(thread, deliver); err != nil && !errors.Is(err, syscall.ESRCH) {
			return err
		}
		var err error
		if thread, err = syscall.Wait4(-pid, &ws, waitAll, nil); errors.Is(err, syscall.EINTR) {
			continue
		} else if err != nil {
			return err
		}
		deliver = 0
		switch {
		case thread == pid && (ws.Exited() || ws.Signaled()):
			if ws.ExitStatus() != 0 {
				return fmt.Errorf("the process ended with %d", ws.ExitStatus())
			}
			return nil
		case ws.Exited() || ws.Signaled():
			delete(entries, thread)
		case ws.StopSignal() == syscallStop:
			if err := stopped(thread, entries, see); err != nil {
				return err
			}
		case ws.StopSignal() != syscall.SIGTRAP && ws.StopSignal() != syscall.SIGSTOP:
			deliver = int(ws.StopSignal())
		}
	}
}

// stopped shows the call that a thread has stopped at.
func stopped(thread int, entries map[int]call, see func(call)) error {
	var info syscallInfo
	_, _, errno := syscall.RawSyscall6(syscall.SYS_PTRACE, getSyscallInfo, uintptr(thread), unsafe.Sizeof(info), uintptr(unsafe.Pointer(&info)), 0, 0)
	if errno == syscall.ESRCH {
		return nil
	}
	if errno != 0 {
		return errno
	}
	c := entries[thread]
	switch info.op {
	case infoEntry:
		c = call{process: thread, number: info.values[0], args: [6]uint64(info.values[1:])}
		entries[thread] = c
	case infoExit:
		c.made, c.failed = true, byte(info.values[1]) != 0
	default:
		return nil
	}
	see(c)
	return nil
}

// path returns the path of the file that the call names by its number.
func (c call) path() string {
	path, _ := os.Readlink(fmt.Sprintf("/proc/%d/fd/%d", c.process, int32(c.args[0])))
	return path
}

// wrote returns what a call of write is about.
func (c call) wrote() string {
	text := make([]byte, min(c.args[2], 100))
	n, _ := syscall.PtracePeekData(c.process, uintptr(c.args[1]), text)
	return string(text[:n])
}
