//go:build fbbench_hand_static

package hand

// #cgo LDFLAGS: ${SRCDIR}/../../out/hand/static/libfbbench_hand.a -lm -lpthread -ldl -lgcc_s
import "C"
