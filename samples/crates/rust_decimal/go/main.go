// Command rust_decimal makes out an invoice. Money is exact: no cent is lost, and rounding is chosen, not suffered.
package main

import (
	"errors"
	"fmt"
	"log"

	"rust/rustdecimal"
)

func main() {
	lines := []struct {
		what, price string
		number      uint32
	}{
		{"paper, A4", "4.35", 12},
		{"pens", "0.995", 7},
		{"a lamp", "1e2", 1},
		{"discount", "-12.50", 1},
	}

	total := rustdecimal.DecimalZero()
	for _, line := range lines {
		price, err := rustdecimal.ParseDecimal(line.price)
		if err != nil {
			price, err = rustdecimal.DecimalFromScientific(line.price)
		}
		if err != nil {
			log.Fatal(err)
		}
		sum := price.Mul(rustdecimal.DecimalFromU32(line.number))
		fmt.Printf("%2d %-10s %8v %9v\n", line.number, line.what, price, sum)
		total = total.Add(sum)
	}
	fmt.Println("net:", total)

	rate, err := rustdecimal.ParseDecimal("0.19")
	if err != nil {
		log.Fatal(err)
	}
	tax := total.Mul(rate)
	fmt.Println("tax, exactly:", tax)
	fmt.Println("to pay:", total.Add(tax).RoundDp(2))

	fmt.Println("\nhalf a cent:")
	for _, strategy := range []rustdecimal.RoundingStrategy{
		rustdecimal.RoundingStrategyMidpointNearestEven,
		rustdecimal.RoundingStrategyMidpointAwayFromZero,
		rustdecimal.RoundingStrategyToZero,
		rustdecimal.RoundingStrategyToPositiveInfinity,
	} {
		half := rustdecimal.NewDecimal(-1_0625, 4) // -1.0625
		fmt.Printf("  %v: %v\n", strategy, half.RoundDpWithStrategy(3, strategy))
	}

	a, b := rustdecimal.NewDecimal(10, 2), rustdecimal.NewDecimal(1, 1)
	fmt.Println("\n0.10 and 0.1 are", a, "and", b, a.Equal(b), a.Compare(b), a.Normalize())
	third := rustdecimal.DecimalOne().Div(rustdecimal.NewDecimal(3, 0))
	fmt.Println("a third:", third)
	if cents, ok := tax.RoundDp(2).ToI64(); ok {
		fmt.Println("whole units of tax:", cents)
	}

	fmt.Println("\nwhat cannot be:")
	_, err = rustdecimal.ParseDecimal("12,50")
	fmt.Println(" ", err)
	_, err = rustdecimal.DecimalTryNew(1, 40)
	fmt.Println(" ", err)
	var failure *rustdecimal.RustDecimalError
	if errors.As(err, &failure) {
		if scale, ok := failure.Value.(rustdecimal.ErrorKindScaleExceedsMaximumPrecision); ok {
			fmt.Println("  scale:", scale.Value)
		}
	}
	if _, ok := rustdecimal.DecimalMax().CheckedAdd(rustdecimal.DecimalOne()); !ok {
		fmt.Println("  more than", rustdecimal.DecimalMax())
	}
	if _, ok := a.CheckedDiv(rustdecimal.DecimalZero()); !ok {
		fmt.Println("  a division by zero")
	}
}
