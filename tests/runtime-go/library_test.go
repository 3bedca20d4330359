package support

import "unsafe"

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
