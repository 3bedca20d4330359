#!/bin/sh
# A real crate over a large text: `regex`, bound from the registry as it is, counts all matches of some patterns in 10 MiB, from Go
# and from C#, next to a plain Rust program, Go's regexp and .NET's Regex. Also how long it takes to bind it.
#
#   bench/regex/run.sh [--quick]
#
# The table is also in ../out/regex.txt.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
out=$root/bench/out/regex
bindings=$root/bench/bindings/regex
# shellcheck source=bench/env.sh
. "$root/bench/env.sh"

turns=5 rounds=20
[ "${1:-}" != --quick ] || { turns=2 rounds=5; }

say "binding regex"
"$root/eng/crates.sh" regex@1 >/dev/null
[ ! -e "$root/artifacts/.cargo/config.toml" ] || export CARGO_HOME="$root/artifacts/.cargo"
rm -rf "$out/ferrobind" "$bindings"
bind() { "$ferrobind" bind regex@1 --target-dir "$out/ferrobind" --go "$bindings/go" --csharp "$bindings/csharp" "$@"; }
cd "$out" # where there is no crate
logged cold bind --timings
logged warm bind --timings

say "building the programs"
export CARGO_TARGET_DIR="$out/target"
logged build-rust cargo build --release --manifest-path "$here/rust/Cargo.toml"
logged build-go-dynamic go build -C "$here/go" -o "$out/go-dynamic" .
logged build-go-static go build -C "$here/go" -tags ferrobind_static -o "$out/go-static" .
logged build-csharp dotnet build "$here/csharp" -c Release -o "$out/csharp"

"$out/target/release/regex-bench" text text.txt
: >counts.txt
say "counting"
turn=0
while [ $turn -lt $turns ]; do
	turn=$((turn + 1))
	{
		"$out/target/release/regex-bench" count text.txt $rounds
		"$out/go-dynamic" text.txt $rounds | sed 's/ bound / go-dynamic /; s/ each / go-each /'
		"$out/go-static" text.txt $rounds | sed -n 's/ bound / go-static /p'
		dotnet "$out/csharp/Regexes.dll" text.txt $rounds | sed 's/ bound / csharp /; s/ each / each-csharp /'
	} | sed "s/^/$turn /" >>counts.txt
done

{
	awk -f "$here/table.awk" counts.txt
	echo
	own() { sed -n "s/^$2  *\(.*\)/\1/p" "$1.log"; }
	echo "To bind it: $(own cold Total | tr -s ' ') from nothing, of which Ferrobind's own: $(own cold "Ferrobind's own" | tr -s ' ')"
	echo "With nothing to do: $(own warm Total | tr -s ' ')"
} | tee "$root/bench/out/regex.txt"
