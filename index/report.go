package index

import (
	"time"

	"storybot/corpus"
)

// tell counts an article that is new or changed.
func (j *job) tell(done *Report) {
	switch {
	case j.same(): // but for the time of its file, which is noted
		done.Same++
	case j.known():
		done.Changed++
	default:
		done.Added++
	}
	if j.analysed {
		done.Bytes += len(j.article.Text)
	}
}

func (r *refresh) problem(p corpus.Problem) {
	r.count(func(rep *Report) {
		if p.Reason != "" {
			rep.Problems = append(rep.Problems, p)
		}
		if p.Unread {
			r.unread = append(r.unread, p.Path)
		}
	})
}

// count changes the report and shows it where it is time to.
func (r *refresh) count(change func(*Report)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	change(&r.report)
	if r.options.Progress == nil || time.Since(r.shown) < r.ix.pace.progress {
		return
	}
	r.shown = time.Now()
	r.options.Progress(r.report)
}

func (r *refresh) snapshot() Report {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.report.Took = time.Since(r.start)
	if r.options.Progress != nil {
		r.options.Progress(r.report)
	}
	return r.report
}
