// Package discord is the Discord front end of a bot. It is the only package that knows
// Discord and its library; it does not know how an answer is found.
//
// Three seams hold it together. The view (view.go, pages.go, escape.go, message.go) makes a
// message of an answer, purely. The router (router.go, reply.go, paging.go) takes one
// interaction and answers it, with files where there are some (picture.go, export.go,
// files.go), over a small interface to Discord's HTTP API. The gateway (gateway.go,
// connection.go) keeps a connection alive, and knows neither.
package discord
