// Command indexmap counts the words of a text, in a map that keeps them in the order in which they came.
package main

import (
	"fmt"
	"strings"

	"rust/indexmap"
)

const text = "the quick fox and the lazy dog and the other dog"

func main() {
	counts := indexmap.NewIndexMapStringI64()
	defer counts.Close()
	for _, word := range strings.Fields(text) {
		count, _ := counts.Get(word)
		counts.Insert(word, count+1)
	}

	fmt.Printf("%d words, as they came:\n", counts.Len())
	for word, count := range counts.All() {
		fmt.Printf("  %s: %d\n", word, count)
	}
	place, _ := counts.GetIndexOf("lazy")
	first, _, _ := counts.First()
	fmt.Printf("lazy is number %d, and the first is %s\n", place, first)

	// The last one takes the place of what is removed by a swap; a shift keeps the order.
	counts.SwapRemove("quick")
	counts.ShiftRemove("and")
	fmt.Println("without two of them:", strings.Join(keys(counts), " "))
	counts.SortKeys()
	fmt.Println("sorted:", strings.Join(keys(counts), " "))
	counts.Reverse()
	fmt.Println("and back:", strings.Join(keys(counts), " "))

	rest := counts.SplitOff(2)
	defer rest.Close()
	fmt.Printf("split: %s | %s\n", strings.Join(keys(counts), " "), strings.Join(keys(rest), " "))

	seen := indexmap.NewIndexSetString()
	defer seen.Close()
	for _, word := range strings.Fields(text) {
		if !seen.Insert(word) {
			fmt.Println("again:", word)
		}
	}
	other := indexmap.NewIndexSetString()
	defer other.Close()
	for _, word := range []string{"cat", "dog", "fox"} {
		other.Insert(word)
	}
	fmt.Println("both have dog and cat:", seen.Contains("dog") && other.Contains("dog"), seen.Contains("cat") && other.Contains("cat"))
}

func keys(m *indexmap.IndexMapStringI64) []string {
	var all []string
	for key := range m.Keys() {
		all = append(all, key)
	}
	return all
}
