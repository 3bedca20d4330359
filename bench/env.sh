# shellcheck shell=sh disable=SC2154 # root, out: see below
# What the benchmarks share; sourced, with $root and $out set: $out is made. It sees to Go, and takes the ferrobind of $FERROBIND, else
# ./ferrobind of the repository, which `make` builds.
say() { echo "bench: $*" >&2; }

ferrobind=${FERROBIND:-$root/ferrobind}
[ -x "$ferrobind" ] || {
	say "there is no $ferrobind: run make first, or set FERROBIND"
	exit 1
}
unset GOROOT
export GOTOOLCHAIN=local GOPROXY=off GOWORK=off GOFLAGS= DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
PATH=$("$root/eng/go.sh" 1.27):$PATH
export PATH
mkdir -p "$out"

# logged NAME COMMAND…: quiet if it works; if not, all that it said.
logged() {
	log=$out/$1.log
	shift
	"$@" >"$log" 2>&1 || {
		cat "$log" >&2
		say "failed: $*"
		exit 1
	}
}
