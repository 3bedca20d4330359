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
mkdir -p "$out/values/dynamic" "$out/values/static"
cp "$built/libfbbench_values.so" "$out/values/dynamic/"

# One closed object, as in ../build_hand.sh, of what the header declares.
undefined='' kept=''
for symbol in $(sed -n 's/^[a-z_]* \(values_[a-z_]*\)(.*/\1/p' "$here/rust/fbbench_values.h"); do
	undefined="$undefined -u $symbol" kept="$kept --keep-global-symbol=$symbol"
done
cd "$out/values/static"
# shellcheck disable=SC2086 # lists of words
{
	ld -r --gc-sections --force-group-allocation -e values_free $undefined -o one.o "$built/libfbbench_values.a"
	objcopy $kept --remove-section=.llvmbc --remove-section=.llvmcmd one.o
}
rm -f libfbbench_values.a
ar rcs libfbbench_values.a one.o
rm one.o
