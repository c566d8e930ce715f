package discord

import (
	"fmt"
	"time"
)

// event makes an interaction; its token tells it apart.
func (f *fake) event(kind int, data map[string]any, more map[string]any) (map[string]any, string) {
	f.mu.Lock()
	f.last++
	id := fmt.Sprint((time.Now().UnixMilli()-1420070400000)<<22 | int64(f.last&0x3FFFFF))
	f.mu.Unlock()
	token := "aW50ZXJhY3Rpb246canary" + id
	d := map[string]any{
		"id": id, "application_id": fakeApp, "type": kind, "token": token, "version": 1, "data": data,
		"guild_id": "5001", "member": map[string]any{"user": map[string]any{"id": fakeAskedBy}, "permissions": "2048"},
	}
	for key, value := range more {
		d[key] = value
	}
	return d, token
}

// reader makes an interaction another reader's.
func reader(id string) map[string]any {
	return map[string]any{"member": map[string]any{"user": map[string]any{"id": id}, "permissions": "2048"}}
}

func (s *socket) dispatch(d map[string]any) {
	s.send(map[string]any{"op": 0, "s": 2, "t": "INTERACTION_CREATE", "d": d})
}

// ask sends a command with string options and returns its token.
func (f *fake) ask(s *socket, command string, options map[string]any, more map[string]any) string {
	d, token := f.event(typeCommand, commandData(command, options, ""), more)
	s.dispatch(d)
	return token
}

func commandData(command string, options map[string]any, focused string) map[string]any {
	var list []any
	for name, value := range options {
		list = append(list, map[string]any{"name": name, "value": value, "type": 3, "focused": name == focused})
	}
	return map[string]any{"id": "1", "name": command, "type": 1, "options": list}
}

// press presses a button of a message that the fake got.
func (f *fake) press(s *socket, shown map[string]any, customID string, more map[string]any) string {
	m := map[string]any{
		"id": "2", "components": shown["components"], "flags": shown["flags"],
		"interaction_metadata": map[string]any{"user": map[string]any{"id": fakeAskedBy}},
	}
	all := map[string]any{"message": m}
	for key, value := range more {
		all[key] = value
	}
	d, token := f.event(typeComponent, map[string]any{"custom_id": customID, "component_type": 2}, all)
	s.dispatch(d)
	return token
}
