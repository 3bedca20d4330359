package support

import "iter"

// fbNumbers is a sequence of numbers that are the same in Go as on the wire: of
// a batch, they are read at once.
func fbNumbers[T fbFixed](token uint64, function string) iter.Seq[T] {
	s := &fbSequence{function: function}
	s.handle.own(token)
	return func(yield func(T) bool) {
		b := s.begin()
		defer b.finish(nil)
		var space [fbFirstItems]T
		numbers := space[:]
		for b.more() {
			count := b.left
			if count > fbMostItems {
				b.reader.invalid("more elements than were asked for")
			}
			if count > cap(numbers) {
				numbers = make([]T, fbMostItems)
			}
			numbers = numbers[:count]
			fbTakeInto(&b.reader, numbers)
			b.left = 0
			for _, number := range numbers {
				if !yield(number) {
					return
				}
			}
		}
	}
}
