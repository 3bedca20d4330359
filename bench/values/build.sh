#!/bin/sh
# Builds the opponents of the rows of data: ../out/values/dynamic/libfbbench_values.so and ../out/values/static/libfbbench_values.a.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
out=$root/bench/out

# serde, from wherever there is one.
"$root/eng/crates.sh" serde+derive serde_json
[ ! -e "$root/artifacts/.cargo/config.toml" ] || export CARGO_HOME="$root/artifacts/.cargo"
CARGO_TARGET_DIR=$out/values-target cargo build --quiet --release --manifest-path "$here/rust/Cargo.toml"
built=$out/values-target/release
mkdir -p "$out/values/dynamic"
cp "$built/libfbbench_values.so" "$out/values/dynamic/"
# What the header declares.
# shellcheck disable=SC2046 # a list of words
"$root/bench/closed.sh" "$built/libfbbench_values.a" "$out/values/static/libfbbench_values.a" \
	$(sed -n 's/^[a-z_]* \(values_[a-z_]*\)(.*/\1/p' "$here/rust/fbbench_values.h")
