// Command bundle uses four Rust crates, which are one library.
package main

import (
	"errors"
	"fmt"

	"rust/deps/regex"
	"rust/deps/second"
	"rust/deps/semver"
	"rust/deps/url"
)

func main() {
	pattern, err := regex.NewRegex(`(?<name>[a-z]+)-(?<version>[0-9.]+)\.crate`)
	check(err)
	defer pattern.Close()
	base, err := url.ParseURL("https://crates.example/")
	check(err)
	defer base.Close()

	for captures := range pattern.CapturesIter("regex-1.11.1.crate url-2.5.4.crate") {
		version, err := semver.ParseVersion(captures.Index("version"))
		check(err)
		link, err := base.Join(captures.Index("name") + "/" + version.String())
		check(err)
		fmt.Println(link, version.Major(), second.Add(1, 2))
		link.Close()
		version.Close()
	}

	// An error of each is of its own package's type.
	_, err = semver.ParseVersion("1.x")
	var unreadable *semver.SemverError
	fmt.Println(err, errors.As(err, &unreadable))
	_, err = regex.NewRegex("a(b")
	var invalid *regex.RegexError
	fmt.Println(errors.As(err, &invalid), errors.As(err, &unreadable))
	_, err = url.ParseURL("d.html")
	var failed *url.ParseError
	fmt.Println(err, errors.As(err, &failed))

	// A panic in one leaves the others as they were.
	func() {
		defer func() {
			fmt.Println(recover().(*second.RustPanic).Message)
		}()
		second.MisusePanicWith("out of order")
	}()
	fmt.Println(pattern.IsMatch("url-2.crate"), base)

	closed, err := semver.ParseVersion("1.2.3")
	check(err)
	closed.Close()
	func() {
		defer func() {
			fmt.Println(errors.Is(recover().(error), semver.ErrClosed))
		}()
		closed.Major()
	}()
	fmt.Println(semver.LinkMode == url.LinkMode)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
