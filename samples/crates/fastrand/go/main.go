// Command fastrand deals cards and throws dice from a seed: the same seed, the same game.
package main

import (
	"fmt"

	"rust/fastrand"
)

func main() {
	random := fastrand.RngWithSeed(7)
	defer random.Close()

	fmt.Print("dice:")
	for range 8 {
		fmt.Print(" ", random.U8(fastrand.Range[uint8]{Start: 1, End: 7}))
	}
	fmt.Println()

	fmt.Printf("password: ")
	for range 12 {
		fmt.Printf("%c", random.Alphanumeric())
	}
	fmt.Println()

	deck := make([]int, 10)
	for i := range deck {
		deck[i] = i + 1
	}
	for i := len(deck) - 1; i > 0; i-- {
		j := random.Usize(fastrand.Range[uint]{Start: 0, End: uint(i) + 1})
		deck[i], deck[j] = deck[j], deck[i]
	}
	fmt.Println("deck:", deck)

	key := make([]byte, 8)
	random.Fill(key)
	fmt.Printf("key: %x\n", key)
	fmt.Printf("a real number: %.6f\n", random.F64())
	fmt.Printf("a letter: %c\n", random.Char(fastrand.Range[rune]{Start: 'α', End: 'ω'}))

	twin := random.Clone()
	defer twin.Close()
	fmt.Println("a copy goes on alike:", random.Equal(twin), random.U64(full) == twin.U64(full))
	fmt.Println("and another seed does not:", fastrand.RngWithSeed(8).U64(full) != fastrand.RngWithSeed(7).U64(full))

	fastrand.Seed(42)
	first := fastrand.I32(fastrand.Range[int32]{Start: -100, End: 100})
	fastrand.Seed(42)
	fmt.Println("the generator of the thread:", first, fastrand.I32(fastrand.Range[int32]{Start: -100, End: 100}) == first)

	defer func() {
		if panicked, ok := recover().(*fastrand.RustPanic); ok {
			fmt.Println("an empty range:", panicked.Message)
		}
	}()
	random.U8(fastrand.Range[uint8]{Start: 7, End: 1})
}

var full = fastrand.Range[uint64]{Start: 0, End: 1 << 63}
