package discord_test

import (
	"fmt"
	"log/slog"
	"os"

	"storybot/bot/discord"
)

func ExampleInviteURL() {
	fmt.Println(discord.InviteURL("1098765432109876543"))
	// Output:
	// https://discord.com/oauth2/authorize?client_id=1098765432109876543&permissions=0&scope=bot+applications.commands
}

func ExampleRedact() {
	plain := slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})
	slog.New(discord.Redact(plain, "s3cret")).Info("sent", "header", "Authorization: Bot abc", "password", "s3cret")
	// Output:
	// level=INFO msg=sent header="Authorization: Bot [redacted]" password=[redacted]
}
