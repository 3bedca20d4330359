#!/bin/sh
# What a direct call costs (docs/direct.md), with the verdict that allows it: against the same through cgo, by hand, and against a
# call within the language. Of the functions of tests/fixtures/direct. The tables are also in ../out/direct.txt.
#
#   bench/direct/run.sh [--quick]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
out=$root/bench/out/direct
# shellcheck source=bench/env.sh
. "$root/bench/env.sh"

rounds=200
[ "${1:-}" != --quick ] || rounds=60
say "building the programs of direct calls"
logged build "$ferrobind" bind --quiet "$root/tests/fixtures/direct" --target-dir "$root/bench/out/ferrobind" \
	--go "$root/bench/bindings/direct/go" --csharp "$root/bench/bindings/direct/csharp"
"$ferrobind" inspect --quiet --direct "$root/tests/fixtures/direct" --target-dir "$root/bench/out/ferrobind" >"$out/verdicts.txt"
logged build go -C "$here/go" build -tags ferrobind_direct -o "$out/direct" .
logged build dotnet build "$here/csharp" -c Release -o "$out/csharp"
"$out/direct" "$rounds" >"$out/go.txt"
dotnet "$out/csharp/DirectBench.dll" "$rounds" >"$out/csharp.txt"
awk '
	# The first table: the one behind it says what there is without cgo.
	FILENAME ~ /verdicts/ { sub(/^direct::/, "", $1); if (!($1 in verdict)) verdict[$1] = $2 " B of stack, work " $4 ", " $6 " " $7; next }
	FNR == 1 {
		go = (FILENAME ~ /go.txt$/)
		printf("\n%-22s %10s %18s %20s   %s\n", (go ? "Go, direct" : "C#, no transition"), "ns", (go ? "cgo, by hand" : "P/Invoke, by hand"), "not inlined", "verdict")
	}
	{
		plain = ($4 > 0 ? sprintf("%.1f (%.2f of it)", $4, $2 / $4) : "")
		printf("%-22s %10.1f %18s %20s   %s\n", $1, $2, sprintf("%.1f (%.1fx)", $3, $3 / $2), plain, verdict[$1])
	}' "$out/verdicts.txt" "$out/go.txt" "$out/csharp.txt" | tee "$out/../direct.txt"
