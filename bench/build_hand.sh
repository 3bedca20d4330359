#!/bin/sh
# Builds the hand-written opponents of the rows of calls and of objects: out/hand and out/objects, dynamic/lib*.so and static/lib*.a.
set -eu
cd "$(dirname "$0")"
out=$PWD/out
built=$out/target/release
export CARGO_TARGET_DIR="$out/target"

cargo build --quiet --release --manifest-path handwritten/rust/Cargo.toml
mkdir -p "$out/hand/dynamic"
cp "$built/libfbbench_hand.so" "$out/hand/dynamic/"
./closed.sh "$built/libfbbench_hand.a" "$out/hand/static/libfbbench_hand.a" \
	hand_add hand_text_len hand_bytes_in hand_text_out hand_bytes_out hand_parse hand_free

cargo build --quiet --release --manifest-path objects/rust/Cargo.toml
mkdir -p "$out/objects/dynamic"
cp "$built/libfbbench_objects.so" "$out/objects/dynamic/"
# What the header declares.
# shellcheck disable=SC2046 # a list of words
./closed.sh "$built/libfbbench_objects.a" "$out/objects/static/libfbbench_objects.a" \
	$(sed -n 's/^[a-z].*\b\(objects_[a-z_]*\)(.*/\1/p' objects/rust/fbbench_objects.h)
