#!/bin/sh
# Makes a Go toolchain available and prints the directory of its `go` on stdout (all else on stderr):
#
#   PATH=$(eng/go.sh):$PATH         1.27, or whatever newer than 1.24 is on PATH already
#   PATH=$(eng/go.sh 1.27):$PATH    1.27 or newer
#   PATH=$(eng/go.sh 1.24):$PATH    1.24, the oldest that Ferrobind supports
#
# It takes the one on PATH if that will do, else Debian's packages, unpacked (not installed) below
# artifacts/toolchains/go-1.NN: nothing of the machine is changed, and root is not needed.
#
# What the Makefile should export besides PATH:
#   GOTOOLCHAIN=local   else go.mod's `go` or `toolchain` line can make this Go download another one
#   GOPROXY=off         the tests' modules have no dependencies but each other, by `replace`: whoever
#                       wants one from the network is in error, and should fail at once
#   GOWORK=off          a go.work somewhere above the repository is none of its business
# and it should unset GOROOT, which would point this `go` at the library of another one.
# Not GOFLAGS=-mod=mod for everything: Go refuses it in a workspace, and it hides a go.mod that
# wants tidying. Give `-mod=mod` to the very command which may rewrite a go.mod.
set -eu

self=${0##*/}
root=$(cd "$(dirname "$0")/.." && pwd)
say() { echo "$self: $*" >&2; }

want=${1:-}
case $want in
'' | 1.27) suite=trixie-backports version=1.27 ;;
1.24) suite=trixie version=1.24 ;;
*)
	say "usage: $self [1.27|1.24]"
	exit 2
	;;
esac

export GOTOOLCHAIN=local GOPROXY=off GOWORK=off GOFLAGS=
unset GOROOT

# (a) The Go on PATH. `version` asks it from /, where no go.mod can say otherwise.
suits() {
	minor=$(cd / && go version 2>/dev/null | sed -n 's/^go version .*go1\.\([0-9]*\).*/\1/p')
	case $minor in '' | *[!0-9]*) return 1 ;; esac
	case $want in
	'') [ "$minor" -ge 24 ] ;;
	1.27) [ "$minor" -ge 27 ] ;;
	1.24) [ "$minor" -eq 24 ] ;;
	esac
}
if go=$(command -v go) && suits; then
	dirname "$go"
	exit
fi

# (b) Unpacked and checked before.
tree=$root/artifacts/toolchains/go-$version
bin=$tree/usr/lib/go-$version/bin
if [ -e "$tree/checked" ]; then
	echo "$bin"
	exit
fi

# (c) From Debian.
help() {
	say "cannot get Go $version here: $1."
	cat >&2 <<-HELP
		  Any one of these will do:
		  * put a Go ${want:-1.24 or newer} on PATH (https://go.dev/dl has archives to unpack anywhere);
		  * on Debian or a relative of it, with a network: run this again;
		  * on Debian 13: apt-get install golang-$version-go (from $suite), and put
		    /usr/lib/go-$version/bin on PATH;
		  * copy artifacts/toolchains/go-$version from a machine of the same kind that has it.
	HELP
	exit 1
}
for tool in apt-get dpkg flock; do
	command -v "$tool" >/dev/null || help "it is not on PATH, and without $tool it cannot come from Debian"
done
# shellcheck source=eng/apt-private.sh
. "$root/eng/apt-private.sh"

mkdir -p "$root/artifacts/toolchains"
tmp=$tree.tmp
exec 9>"$tree.lock"
flock 9 # whoever comes second waits here, and finds it done
if [ -e "$tree/checked" ]; then
	echo "$bin"
	exit
fi
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM

if [ ! -d "$tree" ]; then
	rm -rf "$tmp" # of a run that was killed
	mkdir "$tmp"
	apt_private_init "$suite" || help "apt does not get at Debian's package list"
	say "unpacking Go $version from Debian's packages"
	apt_private_unpack "$tmp" "golang-$version-go" "golang-$version-src" || help "the download failed"
	# lib/go-1.NN/src and its like are links to share/go-1.NN/src. Debian's are relative today; an
	# absolute one would name the machine's own tree, or nothing.
	find "$tmp" -type l | while read -r link; do
		target=$(readlink "$link")
		case $target in
		/*) ln -sfn "$(realpath -m --relative-to="$(dirname "$link")" "$tmp$target")" "$link" ;;
		esac
		[ -e "$link" ] || say "warning: dangling link $link"
	done
	rm -rf "$tmp/usr/share/doc" "$tmp/usr/share/lintian" "$tmp/usr/share/go-$version/test" \
		"$tmp/usr/lib/go-$version/test"
	mv "$tmp" "$tree"
fi

# Does it work from here? (After the move, so that what Go compiles of its library for this goes
# into its cache under the right path and serves the real builds too.)
bad() {
	say "$bin/go $1; if it stays so, remove $tree and try again"
	exit 1
}
say "checking Go $version: this compiles Go's runtime, once"
goroot=$("$bin/go" env GOROOT) || bad "does not run"
[ "$(realpath "$goroot")" = "$(realpath "$tree/usr/lib/go-$version")" ] || bad "takes its library from $goroot"
"$bin/go" version >&2
mkdir "$tmp"
cd "$tmp"
cat >go.mod <<MOD
module check

go $version
MOD
cat >main.go <<'GO'
package main

// static int twice(int n) { return 2 * n; }
import "C"
import "fmt"

func main() { fmt.Println(C.twice(21)) }
GO
[ -z "$("$bin/gofmt" -l main.go)" ] || bad "has a gofmt that does not work"
if command -v "${CC:-gcc}" >/dev/null; then
	out=$(CGO_ENABLED=1 "$bin/go" build -buildvcs=false -o check . && ./check) || bad "cannot build with cgo"
	[ "$out" = 42 ] || bad "builds programs that do not work"
	"$bin/go" vet . || bad "vet does not work"
else
	say "warning: no C compiler here, and without one Go cannot use Rust libraries; install gcc"
	printf 'package main\n\nfunc main() {}\n' >main.go
	"$bin/go" build -buildvcs=false -o check . || bad "cannot build"
	./check || bad "builds programs that do not work"
fi
touch "$tree/checked"
echo "$bin"
