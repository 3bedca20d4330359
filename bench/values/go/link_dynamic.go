//go:build !fbbench_hand_static

package values

// #cgo LDFLAGS: -L${SRCDIR}/../../out/values/dynamic -lfbbench_values -Wl,-rpath,${SRCDIR}/../../out/values/dynamic
import "C"
