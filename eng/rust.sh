#!/bin/sh
# Makes the oldest Rust that Ferrobind supports available, and prints the directory of its `rustc` and `rustdoc` on stdout
# (all else on stderr):
#
#   "$(eng/rust.sh)/rustdoc" --version
#
# It is Debian trixie's, 1.85, unpacked (not installed) below artifacts/toolchains/rust-1.85. What is printed are two
# scripts: they run the programs with Debian's own loader and libraries, so the machine may be older than trixie. There is no
# linker and no cargo with it: it is there to read what that rustdoc writes.
set -eu

self=${0##*/}
root=$(cd "$(dirname "$0")/.." && pwd)
say() { echo "$self: $*" >&2; }

suite=trixie version=1.85
tree=$root/artifacts/toolchains/rust-$version
bin=$tree/bin
if [ -e "$tree/checked" ]; then
	echo "$bin"
	exit
fi
fail() {
	say "cannot get Rust $version here: $1. On Debian or a relative of it, with a network, run this again."
	exit 1
}
for tool in apt-get dpkg flock; do
	command -v "$tool" >/dev/null || fail "there is no $tool"
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
rm -rf "$tmp" "$tree" # of a run that was killed
mkdir "$tmp"
apt_private_init "$suite" || fail "apt does not get at Debian's package list"
say "unpacking Rust $version from Debian's packages"
# What rustc needs but no compiler of C: that is for linking.
packages=$(apt_private get install --print-uris -qq --no-install-recommends rustc 2>/dev/null |
	sed -n "s/^'[^']*' \([^_]*\)_.*/\1/p" |
	grep -E '^(rustc|libstd-rust-.*|libllvm.*|libz3-.*|libxml2.*|libicu.*|liblzma5|libffi.*|libedit2|libtinfo6|libbsd0|libmd0|zlib1g|libzstd1|libstdc\+\+6|libgcc-s1|libc6)$') ||
	fail "Debian has no rustc"
# shellcheck disable=SC2086 # words
apt_private_unpack "$tmp" $packages || fail "the download failed"
mkdir "$tmp/bin"
for program in rustc rustdoc; do
	# The loader hides where the program is, and with it where its library is.
	cat >"$tmp/bin/$program" <<-SCRIPT
		#!/bin/sh
		tree=\$(cd "\$(dirname "\$0")/.." && pwd)
		libraries=\$(echo "\$tree"/usr/lib/*-linux-gnu)
		exec "\$libraries"/ld-linux-*.so.* --library-path "\$libraries" "\$tree/usr/bin/$program" --sysroot "\$tree/usr" "\$@"
	SCRIPT
	chmod +x "$tmp/bin/$program"
done
mv "$tmp" "$tree"
"$bin/rustc" --version >&2 || fail "it does not run"
"$bin/rustdoc" --version >&2 || fail "its rustdoc does not run"
touch "$tree/checked"
echo "$bin"
