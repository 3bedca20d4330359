package support

import (
	"sync"
	"unsafe"
)

// What a generated package has of its library.
const fbPackage = "demo"

type released struct {
	data            unsafe.Pointer
	capacity, align uintptr
}

var releases []released

func fbRelease(data unsafe.Pointer, capacity, align uintptr) {
	releases = append(releases, released{data, capacity, align})
}

// releasedBy is what f releases.
func releasedBy(f func()) []released {
	releases = nil
	f()
	return releases
}

// panicOf is what f panics with.
func panicOf(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}

// closed and forgotten are the numbers of handles that were, in order.
var closed, forgotten tokens

type tokens struct {
	lock   sync.Mutex
	tokens []uint64
}

func (t *tokens) add(token uint64) {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.tokens = append(t.tokens, token)
}

// taken is what was added since it was asked for.
func (t *tokens) taken() []uint64 {
	t.lock.Lock()
	defer t.lock.Unlock()
	defer func() { t.tokens = nil }()
	return t.tokens
}

func fbClose(token uint64) { closed.add(token) }

func fbForget(token uint64) { forgotten.add(token) }

// sequences is what Rust has of them: each gives its batches and then the end.
var sequences = map[uint64]*source{}

type source struct {
	items   func(most uint32) []byte
	inBlock bool // batches go into the scratch block
	asked   []uint32
	failure unsafe.Pointer
}

func fbNext(token uint64, most uint32, scratch *[32]uint64) (data unsafe.Pointer, length, capacity uintptr, failure unsafe.Pointer) {
	s := sequences[token]
	s.asked = append(s.asked, most)
	batch := s.items(most)
	if batch == nil {
		return nil, 0, 0, s.failure
	}
	if s.inBlock {
		block := unsafe.Slice((*byte)(unsafe.Pointer(scratch)), 256)
		return unsafe.Pointer(scratch), uintptr(copy(block, batch)), 0, nil
	}
	return unsafe.Pointer(unsafe.SliceData(batch)), uintptr(len(batch)), uintptr(cap(batch)), nil
}
