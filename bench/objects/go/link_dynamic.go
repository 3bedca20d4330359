//go:build !fbbench_hand_static

package objects

// #cgo LDFLAGS: -L${SRCDIR}/../../out/objects/dynamic -lfbbench_objects -Wl,-rpath,${SRCDIR}/../../out/objects/dynamic
import "C"
