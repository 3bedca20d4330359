// Command walkdir lists a tree with the sizes of its files, and says what it could not read.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"rust/walkdir"
)

func main() {
	root, err := os.MkdirTemp("", "walkdir")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(root)
	for name, text := range map[string]string{"a/one.txt": "1", "a/b/two.txt": "22", "c/grün.txt": "333", "top.txt": "4444"} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			log.Fatal(err)
		}
	}
	if err := os.Symlink("..", filepath.Join(root, "c", "loop")); err != nil {
		log.Fatal(err)
	}

	// A builder gives itself away with each call, and the iterator takes the last one.
	list(root, walkdir.NewWalkDir(root).SortByFileName().IntoIter())

	fmt.Println("\nfollowing links, at most two levels deep:")
	list(root, walkdir.NewWalkDir(root).SortByFileName().FollowLinks(true).MaxDepth(2).IntoIter())

	fmt.Println("\nwhat is not there:")
	list(root, walkdir.NewWalkDir(filepath.Join(root, "gone")).IntoIter())
}

func list(root string, walk *walkdir.IntoIter) {
	defer walk.Close()
	var total int64
	for entry, err := range walk.All() {
		if err != nil {
			fmt.Println("error:", strings.ReplaceAll(err.Error(), root, "ROOT"))
			continue
		}
		info, err := os.Stat(entry.Path())
		if err != nil {
			fmt.Println("error:", err)
			continue
		}
		name := entry.FileName()
		if entry.Depth() == 0 {
			name = "ROOT"
		}
		fmt.Print(strings.Repeat("  ", int(entry.Depth())), name)
		switch {
		case entry.PathIsSymlink():
			fmt.Println(", a link")
		case info.IsDir():
			fmt.Println("/")
		default:
			fmt.Printf(", %d bytes\n", info.Size())
			total += info.Size()
		}
	}
	fmt.Println(total, "bytes")
}
