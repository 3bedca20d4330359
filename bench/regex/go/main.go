// Command regex counts the matches of some patterns in a text, with the crate
// regex (at once, and one by one) and with package regexp: regex TEXT ROUNDS. It
// prints a line each: the pattern's name, who counted, how many matches, and the nanoseconds of the
// quickest round.
package main

import (
	"fmt"
	"log"
	"math"
	"os"
	"regexp"
	"strconv"
	"time"

	"rust/regex"
)

// As in the programs in Rust and in C#.
var patterns = [][2]string{
	{"name", "Holmes"},
	{"date", "[0-9]{4}-[0-9]{2}-[0-9]{2}"},
	{"address", `[a-z.]+@[a-z]+\.[a-z]+`},
	{"either", "(?i)error|warning|failure"},
}

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: regex TEXT ROUNDS")
	}
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	rounds, err := strconv.Atoi(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	text := string(data)
	kept := regex.NewRustText(text)
	defer kept.Close()
	for _, p := range patterns {
		bound, err := regex.NewRegex(p[1])
		if err != nil {
			log.Fatal(err)
		}
		measure(p[0], "bound", rounds, func() int { return int(bound.FindIterCountText(kept)) })
		measure(p[0], "each", rounds, func() (count int) {
			for range bound.FindIterText(kept) {
				count++
			}
			return
		})
		bound.Close()
		own := regexp.MustCompile(p[1])
		measure(p[0], "regexp", 1+rounds/4, func() int { return len(own.FindAllStringIndex(text, -1)) })
	}
}

func measure(pattern, who string, rounds int, count func() int) {
	matches, least := 0, time.Duration(math.MaxInt64)
	for range rounds {
		start := time.Now()
		matches = count()
		least = min(least, time.Since(start))
	}
	fmt.Println(pattern, who, matches, least.Nanoseconds())
}
