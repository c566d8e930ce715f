package main

import (
	"context"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"storybot/index"
)

// meter counts for Prometheus what the Discord front end does. It is a discord.Meter.
type meter struct {
	registry     *prometheus.Registry
	interactions *prometheus.CounterVec
	acknowledge  *prometheus.HistogramVec
	answer       *prometheus.HistogramVec
	pending      prometheus.Gauge
	identifies   *prometheus.CounterVec
	connected    *prometheus.GaugeVec
	requests     *prometheus.HistogramVec
}

// seconds are the bounds of times: Discord gives an interaction three seconds, and a
// reader should wait for one at most.
var seconds = []float64{.01, .025, .05, .1, .25, .5, .75, 1, 1.5, 2, 3, 5, 15, 60}

// newMeter makes the metrics of one run, over its index. What they read of it is read until ctx is
// done.
func newMeter(ctx context.Context, ix *index.Index) *meter {
	counter := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Name: "storybot_" + name, Help: help}, labels)
	}
	histogram := func(name, help string, labels ...string) *prometheus.HistogramVec {
		return prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "storybot_" + name, Help: help, Buckets: seconds}, labels)
	}
	m := &meter{
		registry:     prometheus.NewRegistry(),
		interactions: counter("interactions_total", "Interactions by command and how they ended.", "command", "outcome"),
		acknowledge:  histogram("acknowledge_seconds", "From receipt of an interaction to the first response that Discord took.", "command"),
		answer:       histogram("answer_seconds", "From receipt of an interaction to its end.", "command"),
		pending:      prometheus.NewGauge(prometheus.GaugeOpts{Name: "storybot_pending_interactions", Help: "Interactions being answered or waiting for it."}),
		identifies:   counter("gateway_identifies_total", "Connections begun to the gateway.", "shard"),
		connected:    prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "storybot_gateway_connected", Help: "1 while a shard is connected."}, []string{"shard"}),
		requests:     histogram("discord_request_seconds", "Requests to Discord's HTTP API; status 0: no reply.", "method", "status"),
	}
	m.registry.MustRegister(m.interactions, m.acknowledge, m.answer, m.pending, m.identifies, m.connected, m.requests,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "storybot_articles", Help: "Articles in the index."}, func() float64 {
			n, _, err := ix.Counts(ctx)
			if err != nil {
				return -1
			}
			return float64(n)
		}),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "storybot_refreshed_timestamp_seconds", Help: "When the last whole refresh ended, in Unix time; 0: never."}, func() float64 {
			if t := ix.Refreshed(); !t.IsZero() {
				return float64(t.Unix())
			}
			return 0
		}))
	return m
}

// Acknowledged counts a first response.
func (m *meter) Acknowledged(command string, after time.Duration) {
	m.acknowledge.WithLabelValues(command).Observe(after.Seconds())
}

// Answered counts how an interaction ended.
func (m *meter) Answered(command, outcome string, took time.Duration) {
	m.interactions.WithLabelValues(command, outcome).Inc()
	m.answer.WithLabelValues(command).Observe(took.Seconds())
}

// Pending shows how many interactions are being answered.
func (m *meter) Pending(n int) { m.pending.Set(float64(n)) }

// Identified counts a connection.
func (m *meter) Identified(shard int) { m.identifies.WithLabelValues(strconv.Itoa(shard)).Inc() }

// Connected shows whether a shard is connected.
func (m *meter) Connected(shard int, up bool) {
	value := 0.0
	if up {
		value = 1
	}
	m.connected.WithLabelValues(strconv.Itoa(shard)).Set(value)
}

// Requested counts a request to Discord.
func (m *meter) Requested(method string, status int, took time.Duration) {
	m.requests.WithLabelValues(method, strconv.Itoa(status)).Observe(took.Seconds())
}
