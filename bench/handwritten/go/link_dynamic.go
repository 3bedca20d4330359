//go:build !fbbench_hand_static

package hand

// #cgo LDFLAGS: -L${SRCDIR}/../../out/hand/dynamic -lfbbench_hand -Wl,-rpath,${SRCDIR}/../../out/hand/dynamic
import "C"
