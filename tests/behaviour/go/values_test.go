package behaviour

import (
	"math"
	"strings"
	"testing"

	"rust/values"
)

// valueRefused runs f, which must panic because of the argument param of function.
func valueRefused(t *testing.T, function, param, message string, f func()) {
	t.Helper()
	value := caught(f)
	argument, ok := value.(*values.ArgumentError)
	if !ok {
		t.Errorf("panicked with %v (%T), want a *values.ArgumentError", value, value)
		return
	}
	alike(t, []string{argument.Func, argument.Param}, []string{function, param})
	if !strings.Contains(argument.Message, message) {
		t.Errorf("says only %q, and not %q", argument.Message, message)
	}
}

func ada() values.RecordsPerson {
	return values.RecordsPerson{Name: "Ada ü", Age: pointer(uint32(36)), Nicknames: []string{"", "Countess"}, Type: "person"}
}

// Records and enums, and what can be called on them.
var valueCases = []testCase{
	{"values/plain-records", func(t *testing.T) {
		point := values.RecordsPoint{X: -0.5, Y: math.Inf(1)}
		alike(t, values.RecordsEchoPoint(point), point)
		segment := values.RecordsSegment{From: point, To: values.RecordsPoint{X: 1, Y: math.SmallestNonzeroFloat64}}
		alike(t, values.RecordsEchoSegment(segment), segment)
		alike(t, values.RecordsLength(values.RecordsPoint{X: 3, Y: -4}), 5.0)
		nan := values.RecordsEchoPoint(values.RecordsPoint{X: math.Float64frombits(0x7FF8000000001234)})
		alike(t, math.Float64bits(nan.X), uint64(0x7FF8000000001234))
	}},
	{"values/plain-records-in-c-layout", func(t *testing.T) {
		quad := values.RecordsQuad{A: 1, B: -2, C: 3.5, D: math.MaxFloat64}
		alike(t, values.RecordsEchoQuad(quad), quad)
		for _, mixed := range []values.RecordsMixed{
			{},
			{Small: 255, Large: math.MinInt64, Truth: true, Letter: '\U0010FFFF', Middle: math.MinInt16},
			{Small: 1, Large: math.MaxInt64, Letter: '\uD7FF', Middle: math.MaxInt16},
		} {
			alike(t, values.RecordsEchoMixed(mixed), mixed)
		}
		valueRefused(t, "RecordsEchoMixed", "value", "", func() { values.RecordsEchoMixed(values.RecordsMixed{Letter: 0xD800}) })
		valueRefused(t, "RecordsEchoMixed", "value", "", func() { values.RecordsEchoMixed(values.RecordsMixed{Letter: -1}) })
	}},
	{"values/tuple-structs", func(t *testing.T) {
		alike(t, values.RecordsEchoMeters(values.RecordsMeters{Value: 1.5}), values.RecordsMeters{Value: 1.5})
		pixel := values.RecordsPixel{Item1: 65535, Item2: 1}
		alike(t, values.RecordsEchoPixel(pixel), pixel)
		alike(t, values.RecordsEchoMarker(values.RecordsMarker{}), values.RecordsMarker{})
	}},
	{"values/records", func(t *testing.T) {
		alike(t, values.RecordsEchoPerson(ada()), ada())
		address := values.RecordsAddress{Street: "Straße", Number: "1\x00", Code: "", City: "東京", Country: "😀"}
		alike(t, values.RecordsEchoAddress(address), address)
		alike(t, values.RecordsGreeting(ada()), "Hello Ada ü!")
		nobody := values.RecordsEchoPerson(values.RecordsPerson{})
		alike(t, []any{nobody.Name, nobody.Age, len(nobody.Nicknames), nobody.Type}, []any{"", (*uint32)(nil), 0, ""})
		long := values.RecordsPerson{Name: strings.Repeat("n", 100_000), Nicknames: []string{strings.Repeat("ü", 50_000)}}
		alike(t, values.RecordsEchoPerson(long), long)
	}},
	{"values/records-of-records", func(t *testing.T) {
		team := values.RecordsTeam{
			Lead:    ada(),
			Members: []values.RecordsPerson{{Name: "Bob", Nicknames: []string{}}, ada()},
			Desks:   map[string]values.RecordsPoint{"Ada": {X: 1, Y: 2}, "": {X: -1}},
		}
		alike(t, values.RecordsEchoTeam(team), team)
		alike(t, values.RecordsEchoPeople(team.Members), team.Members)
		points := []values.RecordsPoint{{X: 1}, {Y: 2}, {X: 3, Y: 4}}
		alike(t, values.RecordsEchoPoints(points), points)
		alike(t, values.RecordsSumPoints(points), values.RecordsPoint{X: 4, Y: 6})
		alike(t, values.RecordsSumPoints(nil), values.RecordsPoint{})
	}},
	{"values/boxed", func(t *testing.T) { alike(t, values.RecordsEchoBoxed(ada()), ada()) }},
	{"values/enums", func(t *testing.T) {
		for _, color := range []values.EnumsColor{values.EnumsColorRed, values.EnumsColorGreen, values.EnumsColorBlue} {
			alike(t, values.EnumsEchoColor(color), color)
		}
		alike(t, values.EnumsEchoOnly(values.EnumsOnlyOne), values.EnumsOnlyOne)
		colors := []values.EnumsColor{values.EnumsColorBlue, values.EnumsColorRed, values.EnumsColorBlue}
		alike(t, values.EnumsEchoColors(colors), colors)
		alike(t, values.EnumsColorGreen.String(), "Green")
	}},
	{"values/enums-with-discriminants", func(t *testing.T) {
		alike(t, []values.EnumsLevel{values.EnumsLevelLow, values.EnumsLevelMiddle, values.EnumsLevelAboveMiddle, values.EnumsLevelHigh},
			[]values.EnumsLevel{-10, 0, 1, 1000})
		for _, level := range []values.EnumsLevel{values.EnumsLevelLow, values.EnumsLevelMiddle, values.EnumsLevelAboveMiddle, values.EnumsLevelHigh} {
			alike(t, values.EnumsEchoLevel(level), level)
		}
	}},
	{"values/enums-every-repr", func(t *testing.T) {
		alike(t, []any{values.EnumsInI8Least, values.EnumsInI8Greatest}, []any{values.EnumsInI8(math.MinInt8), values.EnumsInI8(math.MaxInt8)})
		alike(t, []any{values.EnumsInU64Least, values.EnumsInU64Greatest}, []any{values.EnumsInU64(0), values.EnumsInU64(math.MaxUint64)})
		alike(t, values.EnumsEchoInI8(values.EnumsInI8Least), values.EnumsInI8Least)
		alike(t, values.EnumsEchoInI8(values.EnumsInI8Greatest), values.EnumsInI8Greatest)
		alike(t, values.EnumsEchoInU8(values.EnumsInU8Least), values.EnumsInU8Least)
		alike(t, values.EnumsEchoInU8(values.EnumsInU8Greatest), values.EnumsInU8Greatest)
		alike(t, values.EnumsEchoInI16(values.EnumsInI16Least), values.EnumsInI16Least)
		alike(t, values.EnumsEchoInI16(values.EnumsInI16Greatest), values.EnumsInI16Greatest)
		alike(t, values.EnumsEchoInU16(values.EnumsInU16Least), values.EnumsInU16Least)
		alike(t, values.EnumsEchoInU16(values.EnumsInU16Greatest), values.EnumsInU16Greatest)
		alike(t, values.EnumsEchoInI32(values.EnumsInI32Least), values.EnumsInI32Least)
		alike(t, values.EnumsEchoInI32(values.EnumsInI32Greatest), values.EnumsInI32Greatest)
		alike(t, values.EnumsEchoInU32(values.EnumsInU32Least), values.EnumsInU32Least)
		alike(t, values.EnumsEchoInU32(values.EnumsInU32Greatest), values.EnumsInU32Greatest)
		alike(t, values.EnumsEchoInI64(values.EnumsInI64Least), values.EnumsInI64Least)
		alike(t, values.EnumsEchoInI64(values.EnumsInI64Greatest), values.EnumsInI64Greatest)
		alike(t, values.EnumsEchoInU64(values.EnumsInU64Least), values.EnumsInU64Least)
		alike(t, values.EnumsEchoInU64(values.EnumsInU64Greatest), values.EnumsInU64Greatest)
	}},
	{"values/enums-with-data", func(t *testing.T) {
		shapes := []values.EnumsShape{
			values.EnumsShapeEmpty{},
			values.EnumsShapeCircle{Value: 2},
			values.EnumsShapeRectangle{Width: 3, Height: -4},
			values.EnumsShapePolygon{Value: []values.Tuple2[float64, float64]{{Item1: 1, Item2: 2}, {Item1: 3, Item2: 4}}},
			values.EnumsShapePolygon{Value: []values.Tuple2[float64, float64]{}},
			values.EnumsShapeLabel{Item1: "ü", Item2: values.RecordsPoint{X: 1}},
		}
		for _, shape := range shapes {
			alike(t, values.EnumsEchoShape(shape), shape)
			got, ok := values.EnumsEchoOptionalShape(&shape)
			alike(t, []any{got, ok}, []any{shape, true})
		}
		got, ok := values.EnumsEchoOptionalShape(nil)
		alike(t, []any{got, ok}, []any{nil, false})
		alike(t, values.EnumsEchoShapes(shapes), shapes)
	}},
	{"values/enums-by-pattern", func(t *testing.T) {
		switch shape := values.EnumsEchoShape(values.EnumsShapeRectangle{Width: 3, Height: 4}).(type) {
		case values.EnumsShapeRectangle:
			alike(t, shape.Width*shape.Height, 12.0)
		default:
			t.Errorf("is a %T", shape)
		}
	}},
	{"values/enums-with-hard-names", func(t *testing.T) {
		for _, awkward := range []values.EnumsAwkward{
			values.EnumsAwkwardAwkward{}, values.EnumsAwkwardEquals{Value: 1}, values.EnumsAwkwardString{Value: "x"}, values.EnumsAwkwardValue{Value: 2},
		} {
			alike(t, values.EnumsEchoAwkward(awkward), awkward)
		}
	}},
	{"values/enums-invalid", func(t *testing.T) {
		valueRefused(t, "EnumsEchoColor", "value", "", func() { values.EnumsEchoColor(3) })
		valueRefused(t, "EnumsEchoLevel", "value", "", func() { values.EnumsEchoLevel(-9) })
		valueRefused(t, "EnumsEchoInU64", "value", "", func() { values.EnumsEchoInU64(1) })
		valueRefused(t, "EnumsEchoColors", "value", "", func() { values.EnumsEchoColors([]values.EnumsColor{0, 3}) })
		valueRefused(t, "EnumsEchoShape", "value", "nil", func() { values.EnumsEchoShape(nil) })
		valueRefused(t, "EnumsEchoShapes", "value", "nil", func() { values.EnumsEchoShapes([]values.EnumsShape{nil}) })
		valueRefused(t, "EnumsEchoShape", "value", "pointer", func() { values.EnumsEchoShape(&values.EnumsShapeEmpty{}) })
	}},
	{"values/open-enums", func(t *testing.T) {
		alike(t, values.EnumsEchoGrowing(values.EnumsGrowingYes), values.EnumsGrowingYes)
		alike(t, values.EnumsEchoGrowing(values.EnumsGrowingNo), values.EnumsGrowingNo)
		valueRefused(t, "EnumsEchoGrowing", "value", "", func() { values.EnumsEchoGrowing(2) })
		valueRefused(t, "EnumsEchoGrowing", "value", "", func() { values.EnumsEchoGrowing(math.MaxInt32) })
		for _, event := range []values.EnumsEvent{values.EnumsEventStart{}, values.EnumsEventKey{Value: "Enter"}} {
			alike(t, values.EnumsEchoEvent(event), event)
		}
		for _, guess := range []values.EnumsGuess{values.EnumsGuessKnown{Value: 1}, values.EnumsGuessUnknown{Value: 2}} {
			alike(t, values.EnumsEchoGuess(guess), guess)
		}
		valueRefused(t, "EnumsEchoGuess", "value", "unknown", func() { values.EnumsEchoGuess(values.EnumsGuessUnrecognized{}) })
		valueRefused(t, "EnumsEchoEvent", "value", "unknown", func() { values.EnumsEchoEvent(values.EnumsEventUnknown{}) })
	}},
	{"values/recursive", func(t *testing.T) {
		tree := values.RecordsTree{Value: 1, Children: []values.RecordsTree{
			{Value: 2, Children: []values.RecordsTree{}}, {Value: 3, Children: []values.RecordsTree{{Value: -4, Children: []values.RecordsTree{}}}},
		}}
		alike(t, values.RecordsEchoTree(tree), tree)
		chain := values.RecordsChain{Value: 1, Next: &values.RecordsChain{Value: 2, Next: &values.RecordsChain{Value: 255}}}
		alike(t, values.RecordsEchoChain(chain), chain)
		expression := values.EnumsExpressionCall{Function: "f", Arguments: []values.EnumsExpression{
			values.EnumsExpressionNegative{Value: values.EnumsExpressionName{Value: "x"}},
			values.EnumsExpressionSum{Value: []values.EnumsExpression{values.EnumsExpressionNumber{Value: math.MinInt64}}},
		}}
		alike(t, values.EnumsEchoExpression(expression), values.EnumsExpression(expression))
	}},
	{"values/recursive-arguments", func(t *testing.T) {
		number := func(n int64) values.EnumsExpression { return values.EnumsExpressionNumber{Value: n} }
		sum := values.EnumsExpressionSum{Value: []values.EnumsExpression{number(1), values.EnumsExpressionNegative{Value: number(5)}, number(10)}}
		value, ok := values.EnumsEvaluate(sum)
		alike(t, []any{value, ok}, []any{int64(6), true})
		_, ok = values.EnumsEvaluate(values.EnumsExpressionName{Value: "x"})
		alike(t, ok, false)
		_, ok = values.EnumsEvaluate(values.EnumsExpressionNegative{Value: number(math.MinInt64)})
		alike(t, ok, false)
		alike(t, values.EnumsNest(2), values.EnumsExpression(values.EnumsExpressionNegative{Value: values.EnumsExpressionNegative{Value: number(1)}}))
	}},
	{"values/deep-nesting-is-an-error", func(t *testing.T) {
		alike(t, values.EnumsEchoExpression(values.EnumsNest(100)), values.EnumsNest(100))
		expression := values.EnumsNest(100)
		for range 100 {
			expression = values.EnumsExpressionNegative{Value: expression}
		}
		valueRefused(t, "EnumsEchoExpression", "value", "128", func() { values.EnumsEchoExpression(expression) })
		if caught(func() { values.EnumsNest(10_000) }) == nil {
			t.Error("no error of a result that nests too deep")
		}
		loop := []values.RecordsTree{{}}
		loop[0].Children = loop
		valueRefused(t, "RecordsEchoTree", "value", "128", func() { values.RecordsEchoTree(loop[0]) })
		ring := &values.RecordsChain{}
		ring.Next = ring
		valueRefused(t, "RecordsEchoChain", "value", "128", func() { values.RecordsEchoChain(*ring) })
		alike(t, values.RecordsEchoPoint(values.RecordsPoint{X: 1}), values.RecordsPoint{X: 1})
	}},
	{"values/in-place", func(t *testing.T) {
		person := values.RecordsPerson{Name: "Ada"}
		alike(t, values.RecordsBirthday(&person), uint32(1))
		alike(t, values.RecordsBirthday(&person), uint32(2))
		alike(t, []any{person.Name, *person.Age}, []any{"Ada", uint32(2)})
		other := values.RecordsPerson{Name: "Bob", Type: "b"}
		values.RecordsSwapNames(&person, &other)
		alike(t, []any{person.Name, *person.Age, other.Name, other.Type}, []any{"Bob", uint32(2), "Ada", "b"})
		text := "a"
		values.RecordsAppend(&text, "ü")
		values.RecordsAppend(&text, "")
		alike(t, text, "aü")
		list := []uint32{1}
		alike(t, values.RecordsPush(&list, 7), uint(2))
		alike(t, list, []uint32{1, 7})
		var none []uint32
		alike(t, values.RecordsPush(&none, 1), uint(1))
		alike(t, none, []uint32{1})
		valueRefused(t, "RecordsBirthday", "person", "nil", func() { values.RecordsBirthday(nil) })
	}},
	{"values/zero-copy-slices", func(t *testing.T) {
		quads := []values.RecordsQuad{{A: 1, B: 2, C: 3, D: 4}, {A: 10, B: 20, C: 30, D: 40}}
		alike(t, values.RecordsSumQuads(quads), values.RecordsQuad{A: 11, B: 22, C: 33, D: 44})
		alike(t, values.RecordsSumQuads(nil), values.RecordsQuad{})
		values.RecordsScaleQuads(quads[1:], 0.5)
		alike(t, quads, []values.RecordsQuad{{A: 1, B: 2, C: 3, D: 4}, {A: 5, B: 10, C: 15, D: 20}})
		values.RecordsScaleQuads(nil, 2)
		alike(t, values.RecordsEchoQuads(quads), quads)
	}},
	{"values/slices-of-checked-records", func(t *testing.T) {
		alike(t, values.RecordsLetters([]values.RecordsMixed{{Letter: 'ü'}, {Letter: '😀'}}), "ü😀")
		alike(t, values.RecordsLetters(nil), "")
		valueRefused(t, "RecordsLetters", "mixed", "", func() { values.RecordsLetters([]values.RecordsMixed{{}, {Letter: 0xDFFF}}) })
	}},
	{"values/methods", func(t *testing.T) {
		vector := values.NewMethodsVector(3, 4)
		alike(t, vector, values.MethodsVector{X: 3, Y: 4})
		alike(t, vector.Length(), 5.0)
		alike(t, vector.Scaled(2), values.MethodsVector{X: 6, Y: 8})
		fifth := 1 / vector.Length()
		unit, ok := vector.Unit()
		alike(t, []any{unit, ok}, []any{values.MethodsVector{X: 3 * fifth, Y: 4 * fifth}, true})
		_, ok = values.MethodsVector{}.Unit()
		alike(t, ok, false)
		alike(t, values.MethodsVectorFromPolar(0, 2), values.MethodsVector{X: 2})
		counter := values.NewMethodsCounter("steps")
		alike(t, []string{counter.Describe(), counter.IntoName()}, []string{"steps: 0", "steps"})
	}},
	{"values/methods-in-place", func(t *testing.T) {
		vector := values.MethodsVector{X: 1, Y: -2}
		vector.Scale(3)
		alike(t, vector, values.MethodsVector{X: 3, Y: -6})
		counter := values.NewMethodsCounter("steps")
		alike(t, counter.Increment(2), uint64(2))
		alike(t, counter.Increment(3), uint64(5))
		alike(t, counter, values.MethodsCounter{Name: "steps", Count: 5})
	}},
	{"values/methods-that-fail", func(t *testing.T) {
		counter := values.MethodsCounter{Name: "steps", Count: 5}
		left, err := counter.Decrement(2)
		alike(t, []any{left, err, counter.Count}, []any{uint64(3), nil, uint64(3)})
		_, err = counter.Decrement(4)
		alike(t, []any{err != nil && err.Error() == "3 is less than 4", counter.Count}, []any{true, uint64(3)})
	}},
	{"values/methods-of-enums", func(t *testing.T) {
		on := values.MethodsSwitchOff
		on.Toggle()
		alike(t, []any{on, on.IsOn(), values.MethodsSwitchOff.IsOn()}, []any{values.MethodsSwitchOn, true, false})
		var motion values.MethodsMotion = values.MethodsMotionMoving{Value: values.MethodsVector{X: 3, Y: 4}}
		alike(t, motion.Speed(), 5.0)
		values.MethodsMotionStop(&motion)
		alike(t, motion, values.MethodsMotion(values.MethodsMotionRest{}))
		alike(t, motion.Speed(), 0.0)
	}},
	{"values/operators", func(t *testing.T) {
		a, b := values.MethodsVector{X: 1, Y: 2}, values.MethodsVector{X: 10, Y: 20}
		alike(t, a.Add(b), values.MethodsVector{X: 11, Y: 22})
		alike(t, b.Sub(a), values.MethodsVector{X: 9, Y: 18})
		alike(t, a.Mul(4), values.MethodsVector{X: 4, Y: 8})
		alike(t, a.Neg(), values.MethodsVector{X: -1, Y: -2})
		alike(t, values.MethodsSwitchOn.Not(), values.MethodsSwitchOff)
		alike(t, []uint8{values.MethodsSwitchOn.IntoU8(), values.MethodsSwitchOff.IntoU8()}, []uint8{1, 0})
	}},
	{"values/display", func(t *testing.T) {
		alike(t, values.MethodsVector{X: 1.5, Y: -2}.String(), "(1.5, -2)")
		alike(t, []string{values.MethodsSwitchOn.String(), values.MethodsSwitchOff.String()}, []string{"on", "off"})
		alike(t, values.FailuresDeniedBusy.String(), "busy")
		alike(t, values.FailuresReadErrorKindTooLong{Length: 3}.String(), "3 is too long")
		alike(t, values.FailuresReadErrorKindInvalid{Value: "ü"}.String(), "ü is invalid")
		alike(t, values.FailuresLoadFailure{Line: 9, Reason: values.FailuresReadErrorKindMissing{}}.String(), "line 9 cannot be loaded")
	}},
	{"values/default", func(t *testing.T) {
		alike(t, values.DefaultRecordsPoint(), values.RecordsPoint{})
		alike(t, values.DefaultRecordsQuad(), values.RecordsQuad{})
		alike(t, values.DefaultRecordsMixed(), values.RecordsMixed{})
		alike(t, values.DefaultRecordsMeters(), values.RecordsMeters{})
		alike(t, values.DefaultRecordsPixel(), values.RecordsPixel{})
		alike(t, values.DefaultRecordsMarker(), values.RecordsMarker{})
		alike(t, values.DefaultRecordsSegment(), values.RecordsSegment{})
		alike(t, values.DefaultRecordsPerson().Name, "")
		alike(t, values.DefaultRecordsAddress(), values.RecordsAddress{})
		alike(t, len(values.DefaultRecordsTeam().Members), 0)
		alike(t, values.DefaultRecordsTree().Value, int32(0))
		alike(t, values.DefaultRecordsChain(), values.RecordsChain{})
		alike(t, values.DefaultRecordsPairU32String(), values.RecordsPairU32String{})
		alike(t, values.DefaultRecordsPairU8U8(), values.RecordsPairU8U8{})
		alike(t, values.DefaultRecordsPairPairU8U8F32(), values.RecordsPairPairU8U8F32{})
		alike(t, values.DefaultStdTypesTagged(), values.StdTypesTagged{})
		alike(t, values.DefaultMethodsVector(), values.MethodsVector{})
		alike(t, values.DefaultMethodsCounter(), values.MethodsCounter{})
		alike(t, values.DefaultMethodsBoxedU32(), values.MethodsBoxedU32{})
		alike(t, values.DefaultMethodsBoxedString(), values.MethodsBoxedString{})
	}},
	{"values/default-of-enums", func(t *testing.T) {
		alike(t, values.DefaultEnumsColor(), values.EnumsColorRed)
		alike(t, values.DefaultEnumsLevel(), values.EnumsLevelMiddle)
		alike(t, values.DefaultEnumsInI8(), values.EnumsInI8Least)
		alike(t, values.DefaultEnumsInU8(), values.EnumsInU8Least)
		alike(t, values.DefaultEnumsInI16(), values.EnumsInI16Least)
		alike(t, values.DefaultEnumsInU16(), values.EnumsInU16Least)
		alike(t, values.DefaultEnumsInI32(), values.EnumsInI32Least)
		alike(t, values.DefaultEnumsInU32(), values.EnumsInU32Least)
		alike(t, values.DefaultEnumsInI64(), values.EnumsInI64Least)
		alike(t, values.DefaultEnumsInU64(), values.EnumsInU64Least)
		alike(t, values.DefaultEnumsOnly(), values.EnumsOnlyOne)
		alike(t, values.DefaultEnumsGrowing(), values.EnumsGrowingYes)
		alike(t, values.DefaultEnumsShape(), values.EnumsShape(values.EnumsShapeEmpty{}))
		alike(t, values.DefaultEnumsEvent(), values.EnumsEvent(values.EnumsEventStart{}))
		alike(t, values.DefaultEnumsAwkward(), values.EnumsAwkward(values.EnumsAwkwardAwkward{}))
		alike(t, values.DefaultMethodsSwitch(), values.MethodsSwitchOff)
		alike(t, values.DefaultMethodsMotion(), values.MethodsMotion(values.MethodsMotionRest{}))
	}},
	{"values/constants", func(t *testing.T) {
		alike(t, values.MethodsVectorDimensions, uint32(2))
		alike(t, values.MethodsVectorZero(), values.MethodsVector{})
	}},
	{"values/generic-instances", func(t *testing.T) {
		alike(t, values.MethodsBoxNumber(7), values.MethodsBoxedU32{Content: 7})
		alike(t, values.MethodsBoxNumber(7).Get(), uint32(7))
		alike(t, values.MethodsBoxText("ü").Get(), "ü")
		pair := values.RecordsPairU32String{First: 1, Second: "two"}
		alike(t, values.RecordsEchoPair(pair), pair)
		pairs := values.RecordsPairPairU8U8F32{First: values.RecordsPairU8U8{First: 1, Second: 255}, Second: 0.1}
		alike(t, values.RecordsEchoPairOfPairs(pairs), pairs)
	}},
}
