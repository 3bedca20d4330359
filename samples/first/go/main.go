package main

import (
	"fmt"
	"log"
	"slices"

	"rust/semver"
)

func main() {
	wanted, err := semver.ParseVersionReq("^1.4, <1.10")
	if err != nil {
		log.Fatal(err)
	}
	var found []*semver.Version
	for _, text := range []string{"1.9.0", "2.0.0", "1.4.2", "one.two", "1.10.0"} {
		version, err := semver.ParseVersion(text)
		if err != nil {
			fmt.Printf("%s: %v\n", text, err)
		} else if wanted.Matches(version) {
			found = append(found, version)
		}
	}
	slices.SortFunc(found, (*semver.Version).Compare)
	fmt.Println(wanted, "is met by", found)
}
