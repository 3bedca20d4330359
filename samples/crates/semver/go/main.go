// Command semver sorts the versions that were released, and says which of them meet a requirement, as cargo would.
package main

import (
	"fmt"
	"slices"

	"rust/semver"
)

func main() {
	var versions []*semver.Version
	for _, text := range []string{"1.10.0", "0.9.12", "1.4.2", "2.0.0-rc.1", "one.two", "1.4.2+build.7", "2.0.0", "1.01.0"} {
		version, err := semver.ParseVersion(text)
		if err != nil {
			fmt.Printf("%s is no version: %v\n", text, err)
			continue
		}
		versions = append(versions, version)
	}

	slices.SortFunc(versions, (*semver.Version).Compare)
	fmt.Println("\nsorted:")
	for _, v := range versions {
		fmt.Printf("  %v: %d, %d, %d", v, v.Major(), v.Minor(), v.Patch())
		if pre := v.Pre(); !pre.IsEmpty() {
			fmt.Printf(", before the release: %v", pre)
		}
		if build := v.Build(); !build.IsEmpty() {
			fmt.Printf(", build: %v", build)
		}
		fmt.Println()
	}

	for _, text := range []string{"^1.4", "<2", ">=2.0.0-rc, <2.1", "~0.9.1", "*", "=3", "latest"} {
		requirement, err := semver.ParseVersionReq(text)
		if err != nil {
			fmt.Printf("\n%s is no requirement: %v\n", text, err)
			continue
		}
		fmt.Printf("\n%v:", requirement)
		for _, comparator := range requirement.Comparators() {
			fmt.Printf(" %v %d", comparator.Op(), comparator.Major())
			if minor, ok := comparator.Minor(); ok {
				fmt.Printf(" %d", minor)
			}
			fmt.Print(";")
		}
		fmt.Println()

		var newest *semver.Version
		for _, v := range versions {
			if requirement.Matches(v) {
				fmt.Println("  meets it:", v)
				newest = v
			}
		}
		if newest == nil {
			fmt.Println("  nothing meets it")
			continue
		}
		fmt.Println("  the newest:", newest)
	}
}
