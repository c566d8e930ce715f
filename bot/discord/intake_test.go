package discord

import (
	"fmt"
	"net/http"
	"testing"
	"time"
)

func TestSeenRemembersTheLastOnes(t *testing.T) {
	t.Parallel()
	s := newSeen(3)
	for _, row := range []struct {
		id    string
		first bool
	}{{"a", true}, {"a", false}, {"b", true}, {"c", true}, {"a", false}, {"d", true}, {"a", true}, {"c", false}} {
		if s.first(row.id) != row.first {
			t.Errorf("first(%s) is not %v", row.id, row.first)
		}
	}
	if len(s.ids) != 3 {
		t.Errorf("%d ids are remembered", len(s.ids))
	}
}

// dated is a Discord whose clock differs from ours.
type dated time.Duration

func (d dated) RoundTrip(*http.Request) (*http.Response, error) {
	date := time.Now().Add(time.Duration(d)).UTC().Format(http.TimeFormat)
	return &http.Response{StatusCode: 200, Header: http.Header{"Date": {date}}, Body: http.NoBody}, nil
}

func TestLatenessGoesByDiscordsClock(t *testing.T) {
	t.Parallel()
	for _, ahead := range []time.Duration{0, time.Hour, -time.Hour} {
		c := &clock{base: dated(ahead)}
		sent := func(age time.Duration) interaction {
			at := time.Now().Add(ahead - age)
			return interaction{ID: fmt.Sprint((at.UnixMilli() - 1420070400000) << 22), received: time.Now()}
		}
		if c.late(sent(time.Minute)) {
			t.Error("late before Discord's time is known")
		}
		q, _ := http.NewRequest(http.MethodGet, "https://discord.com/", nil)
		if _, err := c.RoundTrip(q); err != nil {
			t.Fatal(err)
		}
		for age, late := range map[time.Duration]bool{
			0: false, 2 * time.Second: false, 10 * time.Second: true, 10 * time.Minute: true, 24 * time.Hour: false,
		} {
			if c.late(sent(age)) != late {
				t.Errorf("ahead %v: an interaction %v old: late is not %v", ahead, age, late)
			}
		}
		for _, id := range []string{"", "x", "-5", "1"} {
			if c.late(interaction{ID: id, received: time.Now()}) {
				t.Errorf("id %q is late", id)
			}
		}
	}
}
