package bench
import "testing"
func BenchmarkZ(b *testing.B) {
	for _, r := range objectRows { b.Run(r.row, func(b *testing.B) { r.generated(0, b.N) }) }
}
