package corpus

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// newsletter is a mail to a list with a plain and an HTML part.
const newsletter = "From: =?utf-8?q?The_Harbour_Let=C3=B6tter?= <news@harbour.example>\r\nSubject: =?iso-8859-1?q?Ferry_caf=E9_opens?=\r\n" +
	"Date: Fri, 3 May 2024 22:10:00 -0400\r\nMessage-ID: <42@harbour.example>\r\nList-Unsubscribe: <https://harbour.example/u>\r\n" +
	"Archived-At: <https://harbour.example/42>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=cut\r\n\r\n" +
	"--cut\r\nContent-Type: text/plain\r\n\r\nPlain words.\r\n" +
	"--cut\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
	"<html><style>p{}</style><p>The caf=E9 on the ferry opened on Friday.</p><p>It sells t=\r\nea.</p></html>\r\n" +
	"--cut\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\nAttached.\r\n--cut--\r\n"

func TestMailIsAnArticleOfItsSender(t *testing.T) {
	t.Parallel()
	a := readOne(t, "a.eml", newsletter)
	want := Source{Title: "Ferry café opens", Outlet: "The Harbour Letötter", URL: "https://harbour.example/42",
		Published: time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC)}
	if a.Source != want || a.Text != "The café on the ferry opened on Friday.\n\nIt sells tea." {
		t.Errorf("got %+v, text %q", a.Source, a.Text)
	}
	personal := "From: Ann Lee <ann@x.example>\nSubject: Hello\n\nThe bridge is open.\n"
	if b := readOne(t, "b.eml", personal); b.Author != "Ann Lee" || b.Outlet != "" || !b.Published.IsZero() || b.Text != "The bridge is open.\n" {
		t.Errorf("got %+v", b)
	}
}

func TestMailKeepsItsIDInAnyFile(t *testing.T) {
	t.Parallel()
	id := readOne(t, "a.eml", newsletter).ID
	got := read(t, Options{}, files{"all.mbox": "From x\n" + newsletter}.write(t)).only(t)
	if got.ID != id || below(got.Path) != "all.mbox#1" {
		t.Errorf("id %s and %s, path %s", id, got.ID, got.Path)
	}
}

func TestMboxPartsItsMails(t *testing.T) {
	t.Parallel()
	box := "From a Fri\nSubject: One\n\nFirst.\n>From here on.\nFrom there, no new mail.\n\nFrom b Sat\nSubject: Two\n\n" +
		strings.Repeat("long ", 400) + "\n\nFrom c Sun\nno header\n\nFrom d Mon\nSubject: Four\n\nLast.\n"
	got := read(t, Options{MaxBytes: 1000}, files{"a.mbox": box}.write(t))
	if len(got.articles) != 2 || got.articles[0].Text != "First.\nFrom here on.\nFrom there, no new mail.\n\n" || got.articles[1].Title != "Four" {
		t.Errorf("articles %+v", got.articles)
	}
	if len(got.problems) != 2 || got.problems[0].Line != 8 || !strings.Contains(got.problems[0].Reason, "over the limit") ||
		!strings.Contains(got.problems[1].String(), "a.mbox:13: is no mail") {
		t.Errorf("problems %v", got.problems)
	}
}

func TestMboxThatBreaksOffGivesItsWholeMails(t *testing.T) {
	t.Parallel()
	var box strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&box, "From x\nSubject: Mail %d\n\nIt says %x.\n\n", i, i*7919)
	}
	whole := zipped(box.String())
	got := read(t, Options{}, files{"a.mbox.gz": whole[:len(whole)/2]}.write(t))
	for i, a := range got.articles {
		if want := fmt.Sprintf("It says %x.\n\n", i*7919); a.Text != want {
			t.Fatalf("mail %d is %q", i, a.Text)
		}
	}
	if len(got.articles) < 100 || len(got.problems) != 1 || !got.problems[0].Unread {
		t.Errorf("%d articles, problems %v", len(got.articles), got.problems)
	}
}

func TestMailIsBounded(t *testing.T) {
	t.Parallel()
	deep, end := "Subject: x\n", ""
	for i := range 50 {
		b := strings.Repeat("b", i+1)
		deep += "Content-Type: multipart/mixed; boundary=" + b + "\n\n--" + b + "\n"
		end = "--" + b + "--\n" + end
	}
	got := read(t, Options{}, files{"a.eml": deep + "Content-Type: text/plain\n\nx\n" + end}.write(t))
	if len(got.articles) != 0 || len(got.problems) != 2 || !strings.Contains(got.problems[0].Reason, "in each other") {
		t.Errorf("%d articles, problems %v", len(got.articles), got.problems)
	}
}

func FuzzReadMail(f *testing.F) {
	f.Add(newsletter)
	f.Add("Subject: =?x?b?!!?=\nContent-Type: text/html; charset=utf-7\nContent-Transfer-Encoding: base64\n\n!!!!")
	f.Fuzz(func(t *testing.T, data string) { drafts(t, "a.eml", data) })
}

func FuzzReadMbox(f *testing.F) {
	f.Add("From x\n" + newsletter + "\n\nFrom y\nA: b\n\nc")
	f.Fuzz(func(t *testing.T, data string) { drafts(t, "a.mbox", data) })
}
