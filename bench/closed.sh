#!/bin/sh
# Makes a static library one closed object that has these symbols and nothing else global:
#
#   bench/closed.sh IN.a OUT.a SYMBOL…
#
# For the same reasons as Ferrobind's own archives: Go 1.27 refuses .llvmbc sections, and two copies of Rust's runtime would collide
# in one program.
set -eu
in=$1 out=$2
shift 2
undefined='' kept=''
for symbol in "$@"; do
	undefined="$undefined -u $symbol" kept="$kept --keep-global-symbol=$symbol"
done
mkdir -p "$(dirname "$out")"
one=${out%.a}.o
# shellcheck disable=SC2086 # lists of words
{
	ld -r --gc-sections --force-group-allocation -e "$1" $undefined -o "$one" "$in"
	objcopy $kept --remove-section=.llvmbc --remove-section=.llvmcmd "$one"
}
rm -f "$out"
ar rcs "$out" "$one"
rm "$one"
