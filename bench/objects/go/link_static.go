//go:build fbbench_hand_static

package objects

// #cgo LDFLAGS: ${SRCDIR}/../../out/objects/static/libfbbench_objects.a -lm -lpthread -ldl -lgcc_s
import "C"
