package support

import (
	"encoding/binary"
	"math"
	"math/big"
	"net/netip"
	"reflect"
	"strings"
	"testing"
	"time"
)

// sample has a value of each kind that the support code reads and writes, and
// itself inside, as a generated record would.
type sample struct {
	Flag     bool
	Letter   rune
	Size     uint
	Offset   int
	Half     float32
	Whole    float64
	Text     string
	Path     string
	Wide     *big.Int
	Signed   *big.Int
	Took     time.Duration
	At       time.Time
	Addr4    netip.Addr
	Addr6    netip.Addr
	Addr     netip.Addr
	Port4    netip.AddrPort
	Port6    netip.AddrPort
	Port     netip.AddrPort
	Order    int
	Flags    []bool
	Letters  []rune
	Sizes    []uint
	Offsets  []int
	Shorts   []int16
	Doubles  []float64
	Array    [3]uint32
	Children []sample
}

func writeSample(b []byte, w *fbWriter, v sample) []byte {
	if !w.descend() {
		return b
	}
	b = fbAppendBool(b, v.Flag)
	b = binary.LittleEndian.AppendUint32(b, uint32(v.Letter))
	b = binary.LittleEndian.AppendUint64(b, uint64(v.Size))
	b = binary.LittleEndian.AppendUint64(b, uint64(v.Offset))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v.Half))
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Whole))
	b = fbAppendText(b, w, v.Text)
	b = fbAppendText(b, w, v.Path)
	b = fbAppendUint128(b, w, v.Wide)
	b = fbAppendInt128(b, w, v.Signed)
	b = fbAppendDuration(b, w, v.Took)
	b = fbAppendTime(b, v.At)
	b = fbAppendAddr4(b, w, v.Addr4)
	b = fbAppendAddr6(b, w, v.Addr6)
	b = fbAppendAddr(b, w, v.Addr)
	b = fbAppendAddrPort4(b, w, v.Port4)
	b = fbAppendAddrPort6(b, w, v.Port6)
	b = fbAppendAddrPort(b, w, v.Port)
	b = fbAppendOrdering(b, v.Order)
	b = fbAppendList(b, w, v.Flags)
	b = fbAppendList(b, w, v.Letters)
	b = fbAppendWords(b, w, v.Sizes)
	b = fbAppendWords(b, w, v.Offsets)
	b = fbAppendList(b, w, v.Shorts)
	b = fbAppendList(b, w, v.Doubles)
	b = fbAppendAll(b, v.Array[:])
	b = binary.LittleEndian.AppendUint32(b, w.count(len(v.Children)))
	for _, child := range v.Children {
		b = writeSample(b, w, child)
	}
	w.ascend()
	return b
}

func readSample(r *fbReader) sample {
	r.enter()
	var v sample
	v.Flag = r.bool()
	v.Letter = r.char()
	v.Size = r.usize()
	v.Offset = r.isize()
	v.Half = r.f32()
	v.Whole = r.f64()
	v.Text = r.text()
	v.Path = r.osText()
	v.Wide = r.uint128()
	v.Signed = r.int128()
	v.Took = r.duration()
	v.At = r.systemTime()
	v.Addr4 = r.addr4()
	v.Addr6 = r.addr6()
	v.Addr = r.addr()
	v.Port4 = r.addrPort4()
	v.Port6 = r.addrPort6()
	v.Port = r.addrPort()
	v.Order = r.ordering()
	v.Flags = fbTakeBools(r)
	v.Letters = fbTakeRunes(r)
	v.Sizes = fbTakeUints(r)
	v.Offsets = fbTakeInts(r)
	v.Shorts = fbTakeList[int16](r)
	v.Doubles = fbTakeList[float64](r)
	fbTakeInto(r, v.Array[:])
	if count := r.count(200); count > 0 {
		v.Children = make([]sample, count)
		for i := range v.Children {
			v.Children[i] = readSample(r)
		}
	}
	r.leave()
	return v
}

func aSample() sample {
	return sample{
		true, '𝄞', math.MaxUint, math.MinInt, 0.5, math.Inf(-1), "héllo", "a\xffb",
		minus(power(128), 1), negative(power(127)), math.MaxInt64, time.Date(1, 1, 1, 0, 0, 0, 1, time.UTC),
		netip.MustParseAddr("1.2.3.4"), netip.MustParseAddr("::ffff:1.2.3.4"), netip.MustParseAddr("fe80::1"),
		netip.MustParseAddrPort("1.2.3.4:80"), netip.MustParseAddrPort("[fe80::1%4294967295]:65535"), netip.MustParseAddrPort("9.9.9.9:0"),
		-1, []bool{true, false}, []rune("añ"), []uint{0, math.MaxUint}, []int{math.MinInt}, []int16{-1, 2}, []float64{1, math.SmallestNonzeroFloat64},
		[3]uint32{1, 2, 3}, nil,
	}
}

func written(t testing.TB, v sample) []byte {
	t.Helper()
	var w fbWriter
	b := writeSample(nil, &w, v)
	if err := w.done("F", "p"); err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	v := aSample()
	v.Children = []sample{aSample(), aSample()}
	v.Children[1].Text = strings.Repeat("long", 5000)
	r := fbReader{data: written(t, v)}
	if back := readSample(&r); !reflect.DeepEqual(v, back) {
		t.Errorf("got  %+v\nwant %+v", back, v)
	}
	r.end()
	if err := r.misfit("F"); err != nil {
		t.Error(err)
	}
}

func TestBytesAreThoseOfTheDocument(t *testing.T) {
	var w fbWriter
	for _, c := range []struct {
		got  []byte
		want string
	}{
		{fbAppendText(nil, &w, "é"), "\x02\x00\x00\x00\xc3\xa9"},
		{fbAppendList(nil, &w, []int16{1, -2}), "\x02\x00\x00\x00\x01\x00\xfe\xff"},
		{fbAppendList(nil, &w, []bool{true, false}), "\x02\x00\x00\x00\x01\x00"},
		{fbAppendWords(nil, &w, []int{-1}), "\x01\x00\x00\x00" + strings.Repeat("\xff", 8)},
		{fbAppendDuration(nil, &w, 1500*time.Millisecond), "\x01\x00\x00\x00\x00\x00\x00\x00\x00\x65\xcd\x1d"},
		{fbAppendTime(nil, time.Unix(-2, 5e8)), "\xfe\xff\xff\xff\xff\xff\xff\xff\x00\x65\xcd\x1d"},
		{fbAppendAddr(nil, &w, netip.MustParseAddr("1.2.3.4")), "\x04\x01\x02\x03\x04"},
		{fbAppendAddrPort(nil, &w, netip.MustParseAddrPort("[::1%7]:258")), "\x06" + strings.Repeat("\x00", 15) + "\x01\x02\x01\x00\x00\x00\x00\x07\x00\x00\x00"},
		{fbAppendOrdering(nil, -7), "\xff"},
		{fbAppendInt128(nil, &w, big.NewInt(-2)), "\xfe" + strings.Repeat("\xff", 15)},
	} {
		if string(c.got) != c.want {
			t.Errorf("got % x, want % x", c.got, c.want)
		}
	}
	if w.problem != "" {
		t.Error(w.problem)
	}
}

func TestWhatCannotBeSentIsRefused(t *testing.T) {
	zoned := netip.MustParseAddr("fe80::1%eth0")
	for name, write := range map[string]func(w *fbWriter){
		"negative duration": func(w *fbWriter) { fbAppendDuration(nil, w, -1) },
		"IPv6 as IPv4":      func(w *fbWriter) { fbAppendAddr4(nil, w, zoned) },
		"IPv4 as IPv6":      func(w *fbWriter) { fbAppendAddr6(nil, w, netip.AddrFrom4([4]byte{})) },
		"zone":              func(w *fbWriter) { fbAppendAddr(nil, w, zoned) },
		"no address":        func(w *fbWriter) { fbAppendAddr(nil, w, netip.Addr{}) },
		"no socket":         func(w *fbWriter) { fbAppendAddrPort(nil, w, netip.AddrPort{}) },
		"named zone":        func(w *fbWriter) { fbAppendAddrPort6(nil, w, netip.AddrPortFrom(zoned, 1)) },
		"nil integer":       func(w *fbWriter) { fbAppendUint128(nil, w, nil) },
		"large integer":     func(w *fbWriter) { fbAppendInt128(nil, w, power(127)) },
		"never":             func(w *fbWriter) { fbAppendNever(nil, w) },
		"many elements":     func(w *fbWriter) { w.count(math.MaxInt) },
		"cycle": func(w *fbWriter) {
			v := aSample()
			v.Children = make([]sample, 1)
			v.Children[0] = v
			writeSample(nil, w, v)
		},
	} {
		var w fbWriter
		write(&w)
		err, ok := w.done("F", "p").(*ArgumentError)
		if !ok || err.Func != "F" || err.Param != "p" || err.Message == "" {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestWhatDoesNotFitGoIsAnError(t *testing.T) {
	for name, read := range map[string]func(r *fbReader){
		"duration": func(r *fbReader) { r.duration() },
		"time":     func(r *fbReader) { r.systemTime() },
	} {
		r := fbReader{data: append(binary.LittleEndian.AppendUint64(nil, math.MaxInt64), 0, 0, 0, 0)}
		read(&r)
		r.end()
		if err, ok := r.misfit("F").(*ResultError); !ok || err.Func != "F" || !strings.HasPrefix(err.Error(), "demo.F: result: a ") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestDepthIsBounded(t *testing.T) {
	chain := func(depth int) sample {
		v := aSample()
		for range depth - 1 {
			outer := aSample()
			outer.Children = []sample{v}
			v = outer
		}
		return v
	}
	data := written(t, chain(fbMaxDepth))
	r := fbReader{data: data}
	readSample(&r)
	r.end()
	var w fbWriter
	writeSample(nil, &w, chain(fbMaxDepth+1))
	if w.problem == "" {
		t.Error("one level more was written")
	}
	// One level more than the writer would write.
	one := written(t, aSample())
	deep := append(one[:len(one)-4:len(one)-4], 1, 0, 0, 0)
	if panicOf(func() { readSample(&fbReader{data: append(deep, data...)}) }) == nil {
		t.Error("one level more was read")
	}
}

func TestShortTextsShareMemory(t *testing.T) {
	var w fbWriter
	var b []byte
	for range 100 {
		b = fbAppendText(b, &w, "some text")
	}
	if n := testing.AllocsPerRun(100, func() {
		r := fbReader{data: b}
		for range 100 {
			if r.text() != "some text" {
				t.Fatal("wrong text")
			}
		}
	}); n != 1 {
		t.Errorf("%v allocations", n)
	}
}

func TestWritingDoesNotAllocate(t *testing.T) {
	v := aSample()
	if n := testing.AllocsPerRun(100, func() {
		var space, more [fbSpace]byte
		var w fbWriter
		b := fbAppendText(space[:0], &w, v.Text)
		b = fbAppendList(b, &w, v.Doubles)
		_ = fbAppendAddr(b, &w, v.Addr)
		_ = fbAppendTime(fbStack(&more), v.At)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestSources(t *testing.T) {
	var w fbWriter
	err := fbSources(fbAppendText(fbAppendText([]byte{2, 0, 0, 0}, &w, "first"), &w, "second")).error()
	chain := []string{}
	for ; err != nil; err = err.(*fbSource).Unwrap() {
		chain = append(chain, err.Error())
	}
	if !reflect.DeepEqual(chain, []string{"first", "second"}) || fbSources(nil) != nil || fbSources(make([]byte, 4)) != nil {
		t.Error(chain)
	}
}
