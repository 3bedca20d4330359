package support

import "iter"

// fbPairs is a sequence whose items are two values in Go.
func fbPairs[K, V any](token uint64, function string, isOwner bool, read func(*fbReader) (K, V)) iter.Seq2[K, V] {
	s := &fbSequence{function: function, isOwner: isOwner}
	s.handle.own(token)
	return func(yield func(K, V) bool) {
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
