//go:build mixed

// This file does not compile: a handle of one crate is none of another.

package main

import (
	"rust/deps/regex"
	"rust/deps/semver"
)

func mixed(version *semver.Version, pattern *regex.Regex) bool {
	return version.Equal(pattern)
}
