#!/bin/sh
# What a call costs: the bindings that Ferrobind generates for crate/, against those in handwritten/, side by side.
#
#   bench/run.sh            the tables, in some minutes
#   bench/run.sh --quick    the same from fewer measurements, to try something out
#
# The tables are also in out/: table.txt, values.txt, objects.txt, direct.txt and regex.txt.
# docs/bench.md says how it is measured.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
out=$here/out
# shellcheck source=bench/env.sh
. "$root/bench/env.sh"

rounds=500 quick=
case ${1:-} in
'') ;;
--quick) rounds=60 quick=--quick ;;
*)
	say "usage: $0 [--quick]"
	exit 2
	;;
esac

say "building both sides"
"$ferrobind" bind --quiet "$here/crate" --target-dir "$out/ferrobind" --go "$here/bindings/go" --csharp "$here/bindings/csharp"
"$here/build_hand.sh"
logged build-values "$here/values/build.sh"
# Go does not see that a library behind LDFLAGS has changed, but it does see other flags: here, a symbol that is named after
# the hand-written library. (Ferrobind sees to its own.)
both='fbbench_hand_static ferrobind_static'
for mode in dynamic static; do
	tags=
	[ $mode = dynamic ] || tags=$both
	digest=$(cat "$out/hand/dynamic/libfbbench_hand.so" "$out/hand/static/libfbbench_hand.a" "$out/values/dynamic/libfbbench_values.so" \
		"$out/values/static/libfbbench_values.a" "$out/objects/dynamic/libfbbench_objects.so" \
		"$out/objects/static/libfbbench_objects.a" | cksum | tr -d ' ')
	CGO_LDFLAGS="-O2 -g -Wl,--defsym=fbbench_hand_$digest=0" \
		logged build-go-$mode go -C "$here/go" test -c -tags "$tags" -o "$out/go-$mode.test" .
done
logged build-jit dotnet build "$here/csharp/Turns" -c Release -o "$out/csharp-jit"
logged build-aot dotnet publish "$here/csharp/Turns" -c Release -r linux-x64 -p:PublishAot=true -o "$out/csharp-aot"
[ -n "$quick" ] || logged build-benchmarkdotnet dotnet build "$here/csharp/BenchmarkDotNet" -c Release -o "$out/csharp-bdn"

for mode in dynamic static; do
	say "Go, $mode"
	logged go-$mode "$out/go-$mode.test" -test.bench . -test.benchtime "${rounds}x"
	# Of each line, by unit, what the C# programs write, too.
	awk '/^Benchmark(Pairs|Values|Objects)\// {
		sub(/^[^\/]*\//, "", $1); sub(/-[0-9]+$/, "", $1)
		for (i = 3; i < NF; i += 2) of[$(i + 1)] = $i
		print $1, of["ratio"], of["ratio-low"], of["ratio-high"], of["generated-ns"], of["hand-ns"],
			of["generated-B"], of["hand-B"], of["generated-allocs"], of["hand-allocs"]
	}' "$out/go-$mode.log" >"$out/go-$mode.txt"
done
say "C#, JIT dynamic"
logged csharp-jit dotnet "$out/csharp-jit/Turns.dll" "$out/csharp-jit.txt" "$rounds"
say "C#, AOT static"
logged csharp-aot "$out/csharp-aot/Turns" "$out/csharp-aot.txt" "$rounds"
columns="go-dynamic.txt go-static.txt csharp-jit.txt csharp-aot.txt"
if [ -z "$quick" ]; then
	say "C#, JIT dynamic, BenchmarkDotNet"
	logged csharp-bdn dotnet "$out/csharp-bdn/Bench.dll" "$out/csharp-bdn.txt"
	columns="$columns csharp-bdn.txt"
fi

cd "$out"
# shellcheck disable=SC2086 # a list of words
awk -f "$here/table.awk" $columns | tee table.txt
echo
awk -f "$here/values.awk" go-dynamic.txt go-static.txt csharp-jit.txt csharp-aot.txt | tee values.txt
echo
awk -f "$here/objects.awk" go-dynamic.txt go-static.txt csharp-jit.txt csharp-aot.txt | tee objects.txt
echo
"$here/direct/run.sh" ${quick:+"$quick"}
echo
"$here/regex/run.sh" ${quick:+"$quick"}
