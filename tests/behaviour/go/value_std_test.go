package behaviour

import (
	"math"
	"math/big"
	"net/netip"
	"testing"
	"time"

	"rust/values"
)

// Types of the standard library.
var valueStdCases = []testCase{
	{"values/std-durations", func(t *testing.T) {
		for _, duration := range []time.Duration{0, 100, time.Second, time.Second - 100, 90 * time.Minute, math.MaxInt64} {
			alike(t, values.StdTypesEchoDuration(duration), duration)
		}
		durations := []time.Duration{0, 1500 * time.Millisecond, 1000 * time.Hour}
		alike(t, values.StdTypesEchoDurations(durations), durations)
	}},
	{"values/duration-that-does-not-fit", func(t *testing.T) {
		failure, ok := caught(func() { values.StdTypesLongest() }).(*values.ResultError)
		if !ok {
			t.Fatal("no *values.ResultError")
		}
		alike(t, failure.Func, "StdTypesLongest")
		alike(t, values.StdTypesEchoDuration(1e9), time.Second)
	}},
	{"values/duration-that-is-negative", func(t *testing.T) {
		valueRefused(t, "StdTypesEchoDuration", "value", "negative", func() { values.StdTypesEchoDuration(-1) })
		valueRefused(t, "StdTypesEchoDurations", "value", "negative", func() { values.StdTypesEchoDurations([]time.Duration{1, -1}) })
	}},
	{"values/std-times", func(t *testing.T) {
		for _, when := range []time.Time{
			time.Unix(0, 0), time.Unix(-1, 999_999_900), time.Date(2026, 2, 3, 4, 5, 6, 700, time.UTC), time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC),
			time.Date(9999, 12, 31, 23, 59, 59, 999_999_900, time.UTC), time.Date(2026, 7, 1, 12, 0, 0, 0, time.FixedZone("east", 7200)),
		} {
			alike(t, values.StdTypesEchoTime(when).Equal(when), true)
			got, ok := values.StdTypesEchoOptionalTime(&when)
			alike(t, []any{got.Equal(when), ok}, []any{true, true})
		}
		_, ok := values.StdTypesEchoOptionalTime(nil)
		alike(t, ok, false)
		alike(t, values.StdTypesBeforeEpoch().Equal(time.UnixMilli(-1500)), true)
	}},
	{"values/std-instants", func(t *testing.T) {
		later := time.Now().Add(24 * time.Hour)
		got, ok := values.StdTypesEchoDeadline(&later)
		alike(t, ok, true)
		alike(t, got.Sub(later).Abs() < time.Hour, true)
		_, ok = values.StdTypesEchoDeadline(nil)
		alike(t, ok, false)
		alike(t, []bool{values.StdTypesIsOver(time.Now()), values.StdTypesIsOver(later)}, []bool{true, false})
		at, ok := values.StdTypesLatest([]time.Time{time.Now(), later, later.Add(-time.Hour)})
		alike(t, []any{at, ok}, []any{uint(1), true})
		alike(t, values.StdTypesIsOver(time.Time{}), true)
	}},
	{"values/std-paths", func(t *testing.T) {
		for _, text := range []string{"", "/tmp/ünï/a b", "a\x00b"} {
			alike(t, values.StdTypesEchoPath(text), text)
			alike(t, values.StdTypesEchoOsString(text), text)
		}
		extension, ok := values.StdTypesExtension("/a/b.tar.gz")
		alike(t, []any{extension, ok}, []any{"gz", true})
		extension, ok = values.StdTypesExtension("/a/b")
		alike(t, []any{extension, ok}, []any{"", false})
	}},
	{"values/std-ips", func(t *testing.T) {
		v4, v6 := netip.MustParseAddr("192.0.2.255"), netip.MustParseAddr("2001:db8::1")
		alike(t, values.StdTypesEchoIpv4(v4), v4)
		alike(t, values.StdTypesEchoIpv6(v6), v6)
		alike(t, values.StdTypesEchoIP(v4), v4)
		alike(t, values.StdTypesEchoIP(v6), v6)
		mapped := netip.MustParseAddr("::ffff:192.0.2.1")
		alike(t, values.StdTypesEchoIP(mapped), mapped)
		alike(t, values.StdTypesEchoIpv6(mapped), mapped)
	}},
	{"values/std-sockets", func(t *testing.T) {
		v4, v6 := netip.MustParseAddrPort("192.0.2.1:65535"), netip.MustParseAddrPort("[2001:db8::1]:0")
		alike(t, values.StdTypesEchoSocketV4(v4), v4)
		alike(t, values.StdTypesEchoSocketV6(v6), v6)
		alike(t, values.StdTypesEchoSocket(v4), v4)
		alike(t, values.StdTypesEchoSocket(v6), v6)
		scoped := netip.MustParseAddrPort("[fe80::1%3]:80")
		alike(t, values.StdTypesEchoSocketV6(scoped), scoped)
	}},
	{"values/addresses-of-the-other-family", func(t *testing.T) {
		v4, v6 := netip.MustParseAddr("192.0.2.1"), netip.MustParseAddr("::1")
		valueRefused(t, "StdTypesEchoIpv4", "value", "IPv4", func() { values.StdTypesEchoIpv4(v6) })
		valueRefused(t, "StdTypesEchoIpv6", "value", "IPv6", func() { values.StdTypesEchoIpv6(v4) })
		valueRefused(t, "StdTypesEchoIpv6", "value", "zone", func() { values.StdTypesEchoIpv6(netip.MustParseAddr("fe80::1%3")) })
		valueRefused(t, "StdTypesEchoSocketV4", "value", "IPv4", func() { values.StdTypesEchoSocketV4(netip.AddrPortFrom(v6, 1)) })
		valueRefused(t, "StdTypesEchoSocketV6", "value", "IPv6", func() { values.StdTypesEchoSocketV6(netip.AddrPortFrom(v4, 1)) })
		valueRefused(t, "StdTypesEchoIP", "value", "", func() { values.StdTypesEchoIP(netip.Addr{}) })
	}},
	{"values/ranges", func(t *testing.T) {
		alike(t, values.StdTypesEchoRange(values.Range[uint32]{Start: 1, End: math.MaxUint32}), values.Range[uint32]{Start: 1, End: math.MaxUint32})
		inclusive := values.RangeInclusive[int64]{Start: math.MinInt64, End: math.MaxInt64}
		alike(t, values.StdTypesEchoRangeInclusive(inclusive), inclusive)
		alike(t, values.StdTypesEchoRangeFrom(values.RangeFrom[uint]{Start: math.MaxUint}), values.RangeFrom[uint]{Start: math.MaxUint})
		alike(t, values.StdTypesEchoRangeTo(values.RangeTo[uint8]{End: 255}), values.RangeTo[uint8]{End: 255})
		alike(t, values.StdTypesEchoRangeToInclusive(values.RangeToInclusive[rune]{End: '😀'}), values.RangeToInclusive[rune]{End: '😀'})
		valueRefused(t, "StdTypesEchoRangeToInclusive", "value", "", func() {
			values.StdTypesEchoRangeToInclusive(values.RangeToInclusive[rune]{End: 0xD800})
		})
	}},
	{"values/bounds", func(t *testing.T) {
		for _, bound := range []values.Bound[int32]{
			{}, {Kind: values.BoundIncluded, Value: -1}, {Kind: values.BoundExcluded, Value: math.MaxInt32},
		} {
			alike(t, values.StdTypesEchoBound(bound), bound)
		}
		valueRefused(t, "StdTypesEchoBound", "value", "kind", func() { values.StdTypesEchoBound(values.Bound[int32]{Kind: 3}) })
	}},
	{"values/ordering", func(t *testing.T) {
		alike(t, []int{values.StdTypesCompare(1, 2), values.StdTypesCompare(2, 2), values.StdTypesCompare(3, 2)}, []int{-1, 0, 1})
		alike(t, []int{values.StdTypesEchoOrdering(-1), values.StdTypesEchoOrdering(0), values.StdTypesEchoOrdering(1)}, []int{-1, 0, 1})
		// As of what cmp.Compare and CompareTo return, the sign counts.
		alike(t, []int{values.StdTypesEchoOrdering(-1000), values.StdTypesEchoOrdering(1000)}, []int{-1, 1})
	}},
	{"values/tuples", func(t *testing.T) {
		number, text := values.StdTypesEchoTuple(values.Tuple2[uint8, string]{Item1: 255, Item2: "ü"})
		alike(t, []any{number, text}, []any{uint8(255), "ü"})
		truth, letter, float := values.StdTypesEchoTriple(values.Tuple3[bool, rune, float64]{Item1: true, Item2: '😀', Item3: -0.5})
		alike(t, []any{truth, letter, float}, []any{true, '😀', -0.5})
		alike(t, values.StdTypesEchoSingle(7), uint32(7))
		first, second := values.StdTypesEchoNestedTuple(values.Tuple2[values.Tuple2[uint8, uint8], values.Tuple2[string, []byte]]{
			Item1: values.Tuple2[uint8, uint8]{Item1: 1, Item2: 2},
			Item2: values.Tuple2[string, []byte]{Item1: "x", Item2: []byte{0, 255}},
		})
		alike(t, []any{first, second}, []any{
			values.Tuple2[uint8, uint8]{Item1: 1, Item2: 2}, values.Tuple2[string, []byte]{Item1: "x", Item2: []byte{0, 255}},
		})
	}},
	{"values/tuples-of-twelve", func(t *testing.T) {
		a, b, c, d, e, f, g, h, i, j, k, l := values.StdTypesEchoTwelve(values.Tuple12[uint8, uint16, uint32, uint64, int8, int16, int32, int64, float32, float64, bool, rune]{
			Item1: 255, Item2: 65535, Item3: math.MaxUint32, Item4: math.MaxUint64, Item5: -128, Item6: math.MinInt16,
			Item7: math.MinInt32, Item8: math.MinInt64, Item9: 0.1, Item10: 0.1, Item11: true, Item12: 'ü',
		})
		alike(t, []any{a, b, c, d, e, f, g, h, i, j, k, l}, []any{
			uint8(255), uint16(65535), uint32(math.MaxUint32), uint64(math.MaxUint64), int8(-128), int16(math.MinInt16),
			int32(math.MinInt32), int64(math.MinInt64), float32(0.1), 0.1, true, 'ü',
		})
	}},
	{"values/wide", func(t *testing.T) {
		most := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 128), big.NewInt(1))
		least := new(big.Int).Neg(new(big.Int).Lsh(big.NewInt(1), 127))
		unsigned, signed := values.StdTypesEchoWide(values.Tuple2[*big.Int, *big.Int]{Item1: most, Item2: least})
		alike(t, []string{unsigned.String(), signed.String()}, []string{most.String(), least.String()})
		alike(t, values.CollectionsEchoWide([]*big.Int{most, big.NewInt(1)})[0].Cmp(most), 0)
		alike(t, values.CollectionsEchoNarrow([]*big.Int{big.NewInt(-1), least})[1].Cmp(least), 0)
		valueRefused(t, "CollectionsEchoWide", "value", "", func() { values.CollectionsEchoWide([]*big.Int{big.NewInt(-1)}) })
		valueRefused(t, "CollectionsEchoNarrow", "value", "", func() { values.CollectionsEchoNarrow([]*big.Int{most}) })
		valueRefused(t, "CollectionsEchoNarrow", "value", "", func() { values.CollectionsEchoNarrow([]*big.Int{nil}) })
	}},
	{"values/non-zero", func(t *testing.T) {
		alike(t, values.StdTypesEchoNonZero(math.MaxUint32), uint32(math.MaxUint32))
		alike(t, values.StdTypesEchoNonZeroSmall(1), uint8(1))
		alike(t, values.StdTypesEchoNonZeroLarge(math.MinInt64), int64(math.MinInt64))
		some, ok := values.StdTypesEchoOptionalNonZero(pointer(uint32(1)))
		alike(t, []any{some, ok}, []any{uint32(1), true})
		_, ok = values.StdTypesEchoOptionalNonZero(nil)
		alike(t, ok, false)
	}},
	{"values/non-zero-refused", func(t *testing.T) {
		valueRefused(t, "StdTypesEchoNonZero", "value", "", func() { values.StdTypesEchoNonZero(0) })
		valueRefused(t, "StdTypesEchoNonZeroSmall", "value", "", func() { values.StdTypesEchoNonZeroSmall(0) })
		valueRefused(t, "StdTypesEchoNonZeroLarge", "value", "", func() { values.StdTypesEchoNonZeroLarge(0) })
		valueRefused(t, "StdTypesEchoOptionalNonZero", "value", "", func() { values.StdTypesEchoOptionalNonZero(new(uint32)) })
	}},
	{"values/wrapping", func(t *testing.T) { alike(t, values.StdTypesEchoWrapping(65535), uint16(65535)) }},
	{"values/phantoms", func(t *testing.T) {
		alike(t, values.StdTypesEchoTagged(values.StdTypesTagged{Value: 9}), values.StdTypesTagged{Value: 9})
	}},
}
