package behaviour

import (
	"bytes"
	"cmp"
	"math/big"
	"math/rand"
	"net/netip"
	"reflect"
	"slices"
	"testing"
	"time"

	"rust/values"
)

// A source makes random values of any type, the same ones in each run.
type source struct {
	*rand.Rand
	smallest bool // zeros, nothing and empty containers only
	letters  bool // an int32 is a rune, which reflection cannot tell
	depth    int
}

// The variants and values that reflection cannot see.
var valueVariants = map[reflect.Type][]any{
	reflect.TypeFor[values.EnumsColor]():   {values.EnumsColorRed, values.EnumsColorGreen, values.EnumsColorBlue},
	reflect.TypeFor[values.EnumsLevel]():   {values.EnumsLevelMiddle, values.EnumsLevelLow, values.EnumsLevelAboveMiddle, values.EnumsLevelHigh},
	reflect.TypeFor[values.EnumsInI8]():    {values.EnumsInI8Least, values.EnumsInI8Greatest},
	reflect.TypeFor[values.EnumsInU8]():    {values.EnumsInU8Least, values.EnumsInU8Greatest},
	reflect.TypeFor[values.EnumsInI16]():   {values.EnumsInI16Least, values.EnumsInI16Greatest},
	reflect.TypeFor[values.EnumsInU16]():   {values.EnumsInU16Least, values.EnumsInU16Greatest},
	reflect.TypeFor[values.EnumsInI32]():   {values.EnumsInI32Least, values.EnumsInI32Greatest},
	reflect.TypeFor[values.EnumsInU32]():   {values.EnumsInU32Least, values.EnumsInU32Greatest},
	reflect.TypeFor[values.EnumsInI64]():   {values.EnumsInI64Least, values.EnumsInI64Greatest},
	reflect.TypeFor[values.EnumsInU64]():   {values.EnumsInU64Least, values.EnumsInU64Greatest},
	reflect.TypeFor[values.EnumsOnly]():    {values.EnumsOnlyOne},
	reflect.TypeFor[values.EnumsGrowing](): {values.EnumsGrowingYes, values.EnumsGrowingNo},
	reflect.TypeFor[values.BoundKind]():    {values.BoundUnbounded, values.BoundIncluded, values.BoundExcluded},
	reflect.TypeFor[values.EnumsEvent]():   {values.EnumsEventStart{}, values.EnumsEventKey{}},
	reflect.TypeFor[values.EnumsAwkward](): {values.EnumsAwkwardAwkward{}, values.EnumsAwkwardEquals{}, values.EnumsAwkwardString{}, values.EnumsAwkwardValue{}},
	reflect.TypeFor[values.EnumsShape]():   {values.EnumsShapeEmpty{}, values.EnumsShapeCircle{}, values.EnumsShapeRectangle{}, values.EnumsShapePolygon{}, values.EnumsShapeLabel{}},
	reflect.TypeFor[values.EnumsExpression](): {
		values.EnumsExpressionNumber{}, values.EnumsExpressionName{}, values.EnumsExpressionNegative{}, values.EnumsExpressionSum{}, values.EnumsExpressionCall{},
	},
}

var valueLetters = []rune("\x00aZ09 ~ßüé東京\u200d\ufeff\uffff😀\U0010FFFF")

func (s *source) length() int {
	if s.smallest || s.depth > 5 || s.Intn(8) == 0 {
		return 0
	}
	return s.Intn(12) >> (s.depth / 2)
}

func (s *source) text() string {
	text := make([]rune, s.length())
	for i := range text {
		text[i] = valueLetters[s.Intn(len(valueLetters))]
	}
	return string(text)
}

// bits is a number that is often at an edge of its type.
func (s *source) bits() uint64 {
	switch {
	case s.smallest || s.Intn(8) == 0:
		return 0
	case s.Intn(8) == 0:
		return 1<<64 - 1
	case s.Intn(8) == 0:
		return 1 << s.Intn(64)
	}
	return s.Uint64() >> s.Intn(64)
}

func (s *source) fill(v reflect.Value) {
	s.depth++
	defer func() { s.depth-- }()
	if variants, ok := valueVariants[v.Type()]; ok {
		choice := variants[0]
		if !s.smallest && s.depth < 8 {
			choice = variants[s.Intn(len(variants))]
		}
		if v.Kind() == reflect.Interface {
			variant := reflect.New(reflect.TypeOf(choice)).Elem()
			s.fill(variant)
			v.Set(variant)
		} else {
			v.Set(reflect.ValueOf(choice))
		}
		return
	}
	switch v.Interface().(type) {
	case time.Duration:
		v.SetInt(int64(s.bits() >> 1))
		return
	case time.Time:
		v.Set(reflect.ValueOf(time.Unix(int64(s.bits()>>30)-1<<33, int64(s.bits()%1e9)).UTC()))
		return
	case *big.Int:
		v.Set(reflect.ValueOf(new(big.Int).Or(new(big.Int).Lsh(new(big.Int).SetUint64(s.bits()>>1), 64), new(big.Int).SetUint64(s.bits()))))
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(s.bits()&1 != 0)
	case reflect.Int32:
		if s.letters {
			v.SetInt(int64(valueLetters[s.Intn(len(valueLetters))]))
			return
		}
		v.SetInt(int64(int32(s.bits())))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int64:
		v.SetInt(int64(s.bits()) << (64 - v.Type().Bits()) >> (64 - v.Type().Bits()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(s.bits() << (64 - v.Type().Bits()) >> (64 - v.Type().Bits()))
	case reflect.Float32, reflect.Float64:
		if !s.smallest {
			v.SetFloat(s.NormFloat64())
		}
	case reflect.String:
		v.SetString(s.text())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), s.length(), 100))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			s.fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range s.length() {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			s.fill(key)
			s.fill(value)
			v.SetMapIndex(key, value)
		}
	case reflect.Pointer:
		if s.smallest || s.depth > 8 || s.Intn(3) == 0 {
			v.SetZero()
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		s.fill(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			s.fill(v.Field(i))
		}
		// A Result has a value or an error.
		if err := v.FieldByName("Err"); err.IsValid() && !err.IsNil() {
			v.FieldByName("Value").SetZero()
		}
		if v.Type() == reflect.TypeFor[values.Bound[int32]]() && v.Field(0).Uint() == 0 {
			v.Field(1).SetZero()
		}
	default:
		panic("no random " + v.Type().String())
	}
}

// same is DeepEqual, but for what has several forms.
func same(a, b reflect.Value) bool {
	if a.IsValid() != b.IsValid() || a.IsValid() && a.Type() != b.Type() {
		return false
	}
	if !a.IsValid() {
		return true
	}
	switch value := a.Interface().(type) {
	case time.Time:
		return value.Equal(b.Interface().(time.Time))
	case *big.Int:
		return value.Cmp(b.Interface().(*big.Int)) == 0
	case netip.Addr, netip.AddrPort:
		return value == b.Interface()
	}
	switch a.Kind() {
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !same(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Map:
		if a.Len() != b.Len() {
			return false
		}
		for _, key := range a.MapKeys() {
			if !same(a.MapIndex(key), b.MapIndex(key)) {
				return false
			}
		}
		return true
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return same(a.Elem(), b.Elem())
	case reflect.Interface:
		return same(a.Elem(), b.Elem())
	case reflect.Struct:
		for i := range a.NumField() {
			if !same(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	}
	return a.Equal(b)
}

// alike is equal, where an empty list is as good as none.
func alike(t *testing.T, got, want any) {
	t.Helper()
	if !same(reflect.ValueOf(got), reflect.ValueOf(want)) {
		t.Errorf("got %v (%T), want %v (%T)", clip(got), got, clip(want), want)
	}
}

// A trip sends one random value, and says whether it came back.
type trip struct {
	name string
	run  func(t *testing.T, s *source)
}

// returned is of a function that gives its argument back. What change does makes
// a random value one that Rust has, and that comes back in the same order.
func returned[T any](name string, function func(T) T, change ...func(s *source, value *T)) trip {
	return trip{name, func(t *testing.T, s *source) {
		t.Helper()
		var value T
		s.fill(reflect.ValueOf(&value).Elem())
		for _, c := range change {
			c(s, &value)
		}
		got := function(value)
		for _, c := range change {
			c(s, &got)
		}
		if !same(reflect.ValueOf(&got).Elem(), reflect.ValueOf(&value).Elem()) {
			t.Errorf("%s: %+v came back as %+v", name, value, got)
		}
	}}
}

// letters is returned for a type that has runes.
func letters[T any](name string, function func(T) T, change ...func(s *source, value *T)) trip {
	inner := returned(name, function, change...)
	return trip{name, func(t *testing.T, s *source) {
		t.Helper()
		s.letters = true
		defer func() { s.letters = false }()
		inner.run(t, s)
	}}
}

// optional is of a function that returns a value and whether there is one.
func optional[T any](function func(*T) (T, bool)) func(*T) *T {
	return func(value *T) *T {
		if got, ok := function(value); ok {
			return &got
		}
		return nil
	}
}

func couple[A, B any](function func(values.Tuple2[A, B]) (A, B)) func(values.Tuple2[A, B]) values.Tuple2[A, B] {
	return func(value values.Tuple2[A, B]) values.Tuple2[A, B] {
		a, b := function(value)
		return values.Tuple2[A, B]{Item1: a, Item2: b}
	}
}

func sortedMap[K cmp.Ordered, V any](_ *source, entries *[]values.Entry[K, V]) {
	slices.SortFunc(*entries, func(a, b values.Entry[K, V]) int { return cmp.Compare(a.Key, b.Key) })
	*entries = slices.CompactFunc(*entries, func(a, b values.Entry[K, V]) bool { return a.Key == b.Key })
}

func notZero[T uint8 | uint32 | int64](_ *source, value *T) {
	if *value == 0 {
		*value = 1
	}
}

func (s *source) address4() netip.Addr {
	return netip.AddrFrom4([4]byte{byte(s.bits()), byte(s.bits()), byte(s.bits()), byte(s.bits())})
}

func (s *source) address6() netip.Addr {
	var address [16]byte
	for i := range address {
		address[i] = byte(s.bits())
	}
	return netip.AddrFrom16(address)
}

func (s *source) address() netip.Addr {
	if s.bits()&1 == 0 {
		return s.address4()
	}
	return s.address6()
}

// made is returned for a type whose values are made by other means.
func made[T comparable](name string, function func(T) T, random func(s *source) T) trip {
	return trip{name, func(t *testing.T, s *source) {
		t.Helper()
		value := random(s)
		if got := function(value); got != value {
			t.Errorf("%s: %v came back as %v", name, value, got)
		}
	}}
}

func through(address func(s *source) netip.Addr) func(s *source) netip.AddrPort {
	return func(s *source) netip.AddrPort { return netip.AddrPortFrom(address(s), uint16(s.bits())) }
}

type (
	twelve = values.Tuple12[uint8, uint16, uint32, uint64, int8, int16, int32, int64, float32, float64, bool, rune]
	triple = values.Tuple3[bool, rune, float64]
	byPair = values.Tuple2[values.Tuple2[uint8, uint8], string]
)

var recordTrips = []trip{
	returned("RecordsEchoPoint", values.RecordsEchoPoint), returned("RecordsEchoQuad", values.RecordsEchoQuad),
	letters("RecordsEchoMixed", values.RecordsEchoMixed), returned("RecordsEchoMeters", values.RecordsEchoMeters),
	returned("RecordsEchoPixel", values.RecordsEchoPixel), returned("RecordsEchoMarker", values.RecordsEchoMarker),
	returned("RecordsEchoSegment", values.RecordsEchoSegment), returned("RecordsEchoPerson", values.RecordsEchoPerson),
	returned("RecordsEchoAddress", values.RecordsEchoAddress), returned("RecordsEchoTeam", values.RecordsEchoTeam),
	returned("RecordsEchoPair", values.RecordsEchoPair), returned("RecordsEchoPairOfPairs", values.RecordsEchoPairOfPairs),
	returned("RecordsEchoTree", values.RecordsEchoTree), returned("RecordsEchoChain", values.RecordsEchoChain),
	returned("RecordsEchoPoints", values.RecordsEchoPoints), returned("RecordsEchoQuads", values.RecordsEchoQuads),
	returned("RecordsEchoPeople", values.RecordsEchoPeople), returned("RecordsEchoBoxed", values.RecordsEchoBoxed),
}

var enumTrips = []trip{
	returned("EnumsEchoColor", values.EnumsEchoColor), returned("EnumsEchoLevel", values.EnumsEchoLevel),
	returned("EnumsEchoInI8", values.EnumsEchoInI8), returned("EnumsEchoInU8", values.EnumsEchoInU8),
	returned("EnumsEchoInI16", values.EnumsEchoInI16), returned("EnumsEchoInU16", values.EnumsEchoInU16),
	returned("EnumsEchoInI32", values.EnumsEchoInI32), returned("EnumsEchoInU32", values.EnumsEchoInU32),
	returned("EnumsEchoInI64", values.EnumsEchoInI64), returned("EnumsEchoInU64", values.EnumsEchoInU64),
	returned("EnumsEchoOnly", values.EnumsEchoOnly), returned("EnumsEchoGrowing", values.EnumsEchoGrowing),
	returned("EnumsEchoShape", values.EnumsEchoShape), returned("EnumsEchoExpression", values.EnumsEchoExpression),
	returned("EnumsEchoEvent", values.EnumsEchoEvent), returned("EnumsEchoAwkward", values.EnumsEchoAwkward),
	returned("EnumsEchoColors", values.EnumsEchoColors), returned("EnumsEchoShapes", values.EnumsEchoShapes),
	returned("EnumsEchoOptionalShape", optional(values.EnumsEchoOptionalShape)),
}

var stdTrips = []trip{
	returned("StdTypesEchoDuration", values.StdTypesEchoDuration), returned("StdTypesEchoTime", values.StdTypesEchoTime),
	returned("StdTypesEchoPath", values.StdTypesEchoPath), returned("StdTypesEchoOsString", values.StdTypesEchoOsString),
	made("StdTypesEchoIpv4", values.StdTypesEchoIpv4, (*source).address4), made("StdTypesEchoIpv6", values.StdTypesEchoIpv6, (*source).address6),
	made("StdTypesEchoIP", values.StdTypesEchoIP, (*source).address),
	made("StdTypesEchoSocketV4", values.StdTypesEchoSocketV4, through((*source).address4)),
	made("StdTypesEchoSocketV6", values.StdTypesEchoSocketV6, through((*source).address6)),
	made("StdTypesEchoSocket", values.StdTypesEchoSocket, through((*source).address)),
	made("StdTypesEchoOrdering", values.StdTypesEchoOrdering, func(s *source) int { return int(s.bits()%3) - 1 }),
	returned("StdTypesEchoRange", values.StdTypesEchoRange), returned("StdTypesEchoRangeInclusive", values.StdTypesEchoRangeInclusive),
	returned("StdTypesEchoRangeFrom", values.StdTypesEchoRangeFrom), returned("StdTypesEchoRangeTo", values.StdTypesEchoRangeTo),
	letters("StdTypesEchoRangeToInclusive", values.StdTypesEchoRangeToInclusive), returned("StdTypesEchoBound", values.StdTypesEchoBound),
	returned("StdTypesEchoNonZero", values.StdTypesEchoNonZero, notZero), returned("StdTypesEchoNonZeroSmall", values.StdTypesEchoNonZeroSmall, notZero),
	returned("StdTypesEchoNonZeroLarge", values.StdTypesEchoNonZeroLarge, notZero), returned("StdTypesEchoWrapping", values.StdTypesEchoWrapping),
	returned("StdTypesEchoDurations", values.StdTypesEchoDurations), returned("StdTypesEchoOptionalTime", optional(values.StdTypesEchoOptionalTime)),
	returned("StdTypesEchoOptionalNonZero", optional(values.StdTypesEchoOptionalNonZero), func(s *source, value **uint32) {
		if *value != nil {
			notZero(s, *value)
		}
	}),
	returned("StdTypesEchoTuple", couple(values.StdTypesEchoTuple)),
	letters("StdTypesEchoTriple", func(value triple) (got triple) {
		got.Item1, got.Item2, got.Item3 = values.StdTypesEchoTriple(value)
		return got
	}),
	letters("StdTypesEchoTwelve", func(value twelve) (got twelve) {
		got.Item1, got.Item2, got.Item3, got.Item4, got.Item5, got.Item6, got.Item7, got.Item8, got.Item9, got.Item10, got.Item11, got.Item12 = values.StdTypesEchoTwelve(value)
		return got
	}),
	returned("StdTypesEchoNestedTuple", couple(values.StdTypesEchoNestedTuple)), returned("StdTypesEchoSingle", values.StdTypesEchoSingle),
	returned("StdTypesEchoWide", couple(values.StdTypesEchoWide)), returned("StdTypesEchoTagged", values.StdTypesEchoTagged),
}

var collectionTrips = []trip{
	returned("CollectionsEchoTexts", values.CollectionsEchoTexts), returned("CollectionsEchoLists", values.CollectionsEchoLists),
	returned("CollectionsEchoBytes", values.CollectionsEchoBytes), returned("CollectionsEchoFlags", values.CollectionsEchoFlags),
	letters("CollectionsEchoLetters", values.CollectionsEchoLetters), returned("CollectionsEchoWide", values.CollectionsEchoWide),
	returned("CollectionsEchoNarrow", values.CollectionsEchoNarrow), returned("CollectionsEchoDeque", values.CollectionsEchoDeque),
	returned("CollectionsEchoDequeOfTexts", values.CollectionsEchoDequeOfTexts), returned("CollectionsEchoArray", values.CollectionsEchoArray),
	returned("CollectionsEchoArrayOfTexts", values.CollectionsEchoArrayOfTexts), returned("CollectionsEchoArrays", values.CollectionsEchoArrays),
	returned("CollectionsEchoEmptyArray", values.CollectionsEchoEmptyArray), returned("CollectionsEchoMap", values.CollectionsEchoMap),
	returned("CollectionsEchoMapOfLists", values.CollectionsEchoMapOfLists), returned("CollectionsEchoMapOfRecords", values.CollectionsEchoMapOfRecords),
	returned("CollectionsEchoMapByColor", values.CollectionsEchoMapByColor), letters("CollectionsEchoMapByLetter", values.CollectionsEchoMapByLetter),
	returned("CollectionsEchoSortedMap", values.CollectionsEchoSortedMap, sortedMap),
	returned("CollectionsEchoSortedByNumber", values.CollectionsEchoSortedByNumber, sortedMap),
	returned("CollectionsEchoSet", values.CollectionsEchoSet), returned("CollectionsEchoSetOfNumbers", values.CollectionsEchoSetOfNumbers),
	returned("CollectionsEchoSortedSet", values.CollectionsEchoSortedSet, func(_ *source, value *[]uint16) {
		slices.Sort(*value)
		*value = slices.Compact(*value)
	}),
	returned("CollectionsEchoSetOfLists", values.CollectionsEchoSetOfLists, func(_ *source, value *[][]byte) {
		slices.SortFunc(*value, bytes.Compare)
		*value = slices.CompactFunc(*value, bytes.Equal)
	}),
	returned("CollectionsEchoMapByPair", values.CollectionsEchoMapByPair, func(_ *source, value *[]byPair) {
		slices.SortFunc(*value, func(a, b byPair) int {
			return cmp.Or(cmp.Compare(a.Item1.Item1, b.Item1.Item1), cmp.Compare(a.Item1.Item2, b.Item1.Item2))
		})
		*value = slices.CompactFunc(*value, func(a, b byPair) bool { return a.Item1 == b.Item1 })
	}),
	returned("CollectionsEchoShared", values.CollectionsEchoShared), returned("CollectionsEchoAtomic", values.CollectionsEchoAtomic),
	returned("CollectionsEchoBoxedSlice", values.CollectionsEchoBoxedSlice),
	returned("CollectionsEchoMapOfMaps", values.CollectionsEchoMapOfMaps, sortedMap, func(s *source, value *[]values.Entry[string, []values.Entry[string, uint8]]) {
		for i := range *value {
			sortedMap(s, &(*value)[i].Value)
		}
	}),
	returned("CollectionsEchoUnits", values.CollectionsEchoUnits),
}

var nestedTrips = []trip{
	returned("NestedEchoOptionOption", optional(values.NestedEchoOptionOption)), returned("NestedEchoOptionOfRecord", optional(values.NestedEchoOptionOfRecord)),
	returned("NestedEchoOptionOfPlain", optional(values.NestedEchoOptionOfPlain)), returned("NestedEchoOptionOfEnum", optional(values.NestedEchoOptionOfEnum)),
	returned("NestedEchoOptionOfList", optional(values.NestedEchoOptionOfList)), returned("NestedEchoResults", values.NestedEchoResults),
	returned("NestedEchoOptionResult", optional(values.NestedEchoOptionResult)), returned("NestedEchoMapOfOptions", values.NestedEchoMapOfOptions),
	returned("NestedEchoDeep", values.NestedEchoDeep),
	returned("NestedEchoOptionOfUnit", func(value *struct{}) *struct{} {
		if values.NestedEchoOptionOfUnit(value) {
			return &struct{}{}
		}
		return nil
	}),
	returned("NestedEchoOptionOfTuple", func(value *values.Tuple2[string, uint32]) *values.Tuple2[string, uint32] {
		if text, number, ok := values.NestedEchoOptionOfTuple(value); ok {
			return &values.Tuple2[string, uint32]{Item1: text, Item2: number}
		}
		return nil
	}),
}

func roundTrips(trips []trip) func(t *testing.T) {
	return func(t *testing.T) {
		s := &source{Rand: rand.New(rand.NewSource(20260203))}
		for _, trip := range trips {
			for range 300 {
				if trip.run(t, s); t.Failed() {
					break
				}
			}
		}
	}
}

// Random values, out and back.
var valueRoundTripCases = []testCase{
	{"values/every-echo", func(t *testing.T) {
		s := &source{Rand: rand.New(rand.NewSource(1)), smallest: true}
		all := slices.Concat(recordTrips, enumTrips, stdTrips, collectionTrips, nestedTrips)
		alike(t, len(all), 109)
		for _, trip := range all {
			trip.run(t, s)
		}
	}},
	{"values/round-trips-of-records", roundTrips(recordTrips)},
	{"values/round-trips-of-enums", roundTrips(enumTrips)},
	{"values/round-trips-of-std-types", roundTrips(stdTrips)},
	{"values/round-trips-of-collections", roundTrips(collectionTrips)},
	{"values/round-trips-of-nested", roundTrips(nestedTrips)},
}
