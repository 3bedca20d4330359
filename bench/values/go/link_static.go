//go:build fbbench_hand_static

package values

// #cgo LDFLAGS: ${SRCDIR}/../../out/values/static/libfbbench_values.a -lm -lpthread -ldl -lgcc_s
import "C"
