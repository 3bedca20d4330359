#!/bin/sh
# Builds the hand-written opponent: out/hand/dynamic/libfbbench_hand.so and out/hand/static/libfbbench_hand.a.
set -eu
cd "$(dirname "$0")"
out=$PWD/out
CARGO_TARGET_DIR=$out/target cargo build --quiet --release --manifest-path handwritten/rust/Cargo.toml
built=$out/target/release
mkdir -p "$out/hand/dynamic" "$out/hand/static"
cp "$built/libfbbench_hand.so" "$out/hand/dynamic/"

# One closed object, for the same reasons as Ferrobind's own archives: Go 1.27 refuses .llvmbc sections, and two
# copies of Rust's runtime would collide in one program.
symbols='hand_add hand_text_len hand_bytes_in hand_text_out hand_bytes_out hand_parse hand_free'
undefined='' kept=''
for symbol in $symbols; do
	undefined="$undefined -u $symbol" kept="$kept --keep-global-symbol=$symbol"
done
cd "$out/hand/static"
# shellcheck disable=SC2086 # lists of words
{
	ld -r --gc-sections --force-group-allocation -e hand_add $undefined -o one.o "$built/libfbbench_hand.a"
	objcopy $kept --remove-section=.llvmbc --remove-section=.llvmcmd one.o
}
rm -f libfbbench_hand.a
ar rcs libfbbench_hand.a one.o
rm one.o
