// Package discord is the Discord front end of a bot. It is the only package that knows
// Discord and its library; it does not know how an answer is found.
//
// Three seams hold it together. The view makes a message of an answer, purely (view.go,
// pages.go, extras.go, context.go, escape.go, message.go; plain.go for where its form is not
// taken). The router takes one interaction and answers it (router.go, reply.go, mistake.go,
// press.go, paging.go, complete.go, about.go), with files where there are some (picture.go, export.go,
// files.go; attach.go for those that readers send), over a small interface to Discord's HTTP
// API (rest.go). Interactions come from the gateway, which keeps a connection a shard alive
// (shards.go, gateway.go, connection.go, packets.go, budget.go), or as HTTP requests
// (endpoint.go); neither knows the other two.
// Beside them stand the menu of commands (register.go, menu.go, commands.go, words.go), what
// is sent without being asked (news.go), readers' votes (vote.go), and what an operator sees:
// figures (meter.go) and a log without secrets (redact.go).
package discord
