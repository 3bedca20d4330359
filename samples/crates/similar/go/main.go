// Command similar shows what changed between two texts: as a unified diff, line by line, and word by word.
package main

import (
	"fmt"

	"rust/similar"
)

const before = `Two cups of flour.
One cup of sugar.
A pinch of salt.
Mix.
Bake for an hour.
`

const after = `Two cups of flour.
Half a cup of sugar.
A pinch of salt.
Mix well.
Add the nuts.
Bake for an hour.
`

func main() {
	names := similar.Tuple2[string, string]{Item1: "before.txt", Item2: "after.txt"}
	fmt.Print(similar.UdiffUnifiedDiff(similar.AlgorithmMyers, before, after, 1, &names))

	diff := similar.TextDiffStrFromLines(before, after)
	defer diff.Close()
	fmt.Printf("\nalike: %.2f\n", diff.Ratio())
	for change := range diff.IterAllChanges() {
		if change.Tag() == similar.ChangeTagEqual {
			continue
		}
		index, old := change.OldIndex()
		if !old {
			index, _ = change.NewIndex()
		}
		fmt.Printf("%v, line %d: %s", change.Tag(), index+1, change.Value())
	}

	fmt.Println("\noperations:")
	for _, op := range diff.Ops() {
		_, old, new := op.AsTagTuple()
		fmt.Printf("  %v %d..%d %d..%d\n", op.Tag(), old.Start, old.End, new.Start, new.End)
	}

	fmt.Println("\nwords:")
	config := similar.DefaultTextDiffConfig().Algorithm(similar.AlgorithmPatience)
	defer config.Close()
	words := config.DiffWords("One cup of sugar.", "Half a cup of sugar.")
	defer words.Close()
	for change := range words.IterAllChanges() {
		switch change.Tag() {
		case similar.ChangeTagDelete:
			fmt.Printf("[-%s-]", change.Value())
		case similar.ChangeTagInsert:
			fmt.Printf("{+%s+}", change.Value())
		default:
			fmt.Print(change.Value())
		}
	}
	fmt.Println()

	fmt.Println("\nmeant:", similar.GetCloseMatches("flwor", []string{"flower", "flour", "floor", "sugar"}, 2, 0.6))
}
