package support

import (
	"iter"
	"sync/atomic"
	"unsafe"
)

// How many items are fetched at first and at most. The first of them fit into the
// scratch block where they are numbers or handles.
const (
	fbFirstItems = 31
	fbMostItems  = 512
)

// fbSequence is an iterator in Rust, which can be gone through once.
type fbSequence struct {
	handle   fbHandle
	function string // the one that returned it
	isOwner  bool   // there are handles in its items
	isBegun  atomic.Bool
}

// fbBatch is how far a loop over a sequence is.
type fbBatch struct {
	sequence *fbSequence
	reader   fbReader
	left     int            // items that were fetched and not read
	most     uint32         // items to fetch next
	data     unsafe.Pointer // what the reader reads
	capacity uintptr        // bytes of it to release; 0: it is the scratch block
	scratch  [32]uint64
}

// fbItems is a sequence as Go has it.
func fbItems[T any](token uint64, function string, isOwner bool, read func(*fbReader) T) iter.Seq[T] {
	s := &fbSequence{function: function, isOwner: isOwner}
	s.handle.own(token)
	return func(yield func(T) bool) {
		b := s.begin()
		defer b.finish(func() { read(&b.reader) })
		for b.more() {
			for left := b.left - 1; left >= 0; left-- {
				b.left = left
				if !yield(read(&b.reader)) {
					return
				}
			}
		}
	}
}

// begin is for the loop that comes first, and panics for others.
func (s *fbSequence) begin() *fbBatch {
	if s.isBegun.Swap(true) {
		panic(&HandleError{Func: s.function, Param: "sequence", Message: "is one that was closed: it can be ranged over once", kind: ErrClosed})
	}
	return &fbBatch{sequence: s, most: fbFirstItems}
}

// more is whether there are items to read.
func (b *fbBatch) more() bool {
	if b.left == 0 {
		b.fetch()
	}
	return b.left > 0
}

// fetch makes some items ready to be read, or none if there are no more.
func (b *fbBatch) fetch() {
	b.reader.end()
	b.giveBack()
	data, length, capacity, failure := fbNext(b.sequence.handle.token, b.most, &b.scratch)
	if failure != nil {
		fbRaise(b.sequence.function, failure)
	}
	b.data, b.capacity = data, capacity
	// A new one: what the reader of the last batch has copied is of that batch.
	b.reader = fbReader{data: unsafe.Slice((*byte)(data), length)}
	b.left = b.reader.count(0)
	b.most = min(4*b.most, fbMostItems)
}

// giveBack releases what was read.
func (b *fbBatch) giveBack() {
	if b.capacity != 0 {
		fbRelease(b.data, b.capacity, 1)
	}
	b.capacity, b.reader.data = 0, nil
}

// finish is where the loop ends, in whatever way. Items that it was not given are
// skipped: what is in them of Rust's is closed.
func (b *fbBatch) finish(skip func()) {
	defer b.sequence.handle.disown()
	defer b.giveBack()
	b.reader.discards = b.sequence.isOwner
	for ; b.reader.discards && b.reader.data != nil && b.left > 0; b.left-- {
		skip()
	}
}
