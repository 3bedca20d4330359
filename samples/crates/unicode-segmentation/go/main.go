// Command unicode-segmentation takes a text apart into what a reader sees: characters, words and sentences.
package main

import (
	"fmt"

	"rust/unicodesegmentation"
)

const text = "Ça va? The family 👨‍👩‍👧 has 3.14 cakes 🇫🇷. नमस्ते, Zoë can't wait!"

func main() {
	major, _, _ := unicodesegmentation.UnicodeVersion()
	fmt.Println("Unicode 15 or newer:", major >= 15)

	characters := unicodesegmentation.NewGraphemes(text, true)
	defer characters.Close()
	count := 0
	for range characters.All() {
		count++
	}
	fmt.Printf("%d bytes, %d code points, %d characters\n", len(text), len([]rune(text)), count)

	fmt.Println("\ncharacters of more than one code point:")
	long := unicodesegmentation.NewGraphemeIndices(text, true)
	defer long.Close()
	for at, character := range long.All() {
		if points := len([]rune(character)); points > 1 {
			fmt.Printf("  at %d: %s, %d code points\n", at, character, points)
		}
	}

	fmt.Println("\nsentences:")
	for sentence := range unicodesegmentation.UnicodeSentences(text) {
		fmt.Printf("  [%s]\n", sentence)
		for word := range unicodesegmentation.UnicodeWords(sentence) {
			fmt.Print("    ", word)
		}
		fmt.Println()
	}

	fmt.Println("\na cursor, backwards from the end:")
	cursor := unicodesegmentation.NewGraphemeCursor(uint(len(text)), uint(len(text)), true)
	defer cursor.Close()
	for range 3 {
		boundary := cursor.PrevBoundary(text, 0)
		if boundary.Err != nil {
			fmt.Printf("  %v\n", *boundary.Err)
			return
		}
		fmt.Println(" ", *boundary.Value)
	}
}
