package behaviour

import (
	"math"
	"testing"

	"rust/values"
)

// References to data.
var valueBorrowedCases = []testCase{
	{"values/lent", func(t *testing.T) {
		note := values.BorrowedNote{Text: "zoë", Tags: []string{"", "b"}}
		alike(t, []string{note.Said(), note.Kind()}, []string{"zoë", "note"})
		tag, ok := note.Tag(1)
		alike(t, tag, "b")
		alike(t, ok, true)
		_, ok = note.Tag(2)
		alike(t, ok, false)
		alike(t, note.AllTags(), note.Tags)
	}},
	{"values/slices-in-place", func(t *testing.T) {
		texts := []string{"b", "ä", "a"}
		values.BorrowedSortTexts(&texts)
		alike(t, texts, []string{"a", "b", "ä"})
		points := []values.RecordsPoint{{X: 1, Y: 2}, {X: 3, Y: 4}}
		alike(t, values.BorrowedShift(&points, 0.5), uint(2))
		alike(t, points, []values.RecordsPoint{{X: 1.5, Y: 2}, {X: 3.5, Y: 4}})
	}},
	{"values/options-of-references", func(t *testing.T) {
		person := ada()
		name, ok := values.BorrowedNameOf(&person)
		alike(t, name, person.Name)
		alike(t, ok, true)
		_, ok = values.BorrowedNameOf(nil)
		alike(t, ok, false)
		count, ok := values.BorrowedCountOf(&[]values.RecordsPoint{{}, {}})
		alike(t, count, uint(2))
		alike(t, ok, true)
		_, ok = values.BorrowedCountOf(nil)
		alike(t, ok, false)
	}},
	{"values/variants-that-grow", func(t *testing.T) {
		running := values.BorrowedRunning(40)
		alike(t, running, values.BorrowedStep(values.BorrowedStepRunning{Percent: 40}))
		done := values.BorrowedStep(values.BorrowedStepDone{Value: "x"})
		alike(t, values.BorrowedEchoStep(done), done)
		valueRefused(t, "BorrowedEchoStep", "step", "Step", func() { values.BorrowedEchoStep(running) })
	}},
	{"values/variants-that-are-unknown", func(t *testing.T) {
		alike(t, values.BorrowedLaterSignal(), []values.BorrowedSignal{
			values.BorrowedSignalStart{}, values.BorrowedSignalUnknown{}, values.BorrowedSignalStop{Value: 1},
		})
		phase := values.BorrowedLaterPhase()
		alike(t, phase, values.BorrowedPhase(math.MaxInt32))
		valueRefused(t, "BorrowedEchoPhase", "phase", "Phase", func() { values.BorrowedEchoPhase(phase) })
	}},
	{"values/recursion-through-errors", func(t *testing.T) {
		attempt := values.BorrowedAttempt{Outcome: values.Result[uint32, values.BorrowedAttempt]{
			Err: &values.BorrowedAttempt{Outcome: values.Result[uint32, values.BorrowedAttempt]{Value: 3}},
		}}
		alike(t, values.BorrowedEchoAttempt(attempt), attempt)
		twice := values.BorrowedTwiceOptionString{First: pointer("a")}
		alike(t, values.BorrowedEchoTwice(twice), twice)
	}},
}
