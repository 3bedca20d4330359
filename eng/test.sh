#!/usr/bin/env bash
# Runs every test, and ends with one line: N passed, N failed. Exits 1 if one failed or a suite did not run.
set -uo pipefail
cd "$(dirname "$0")/.."
. eng/env.sh

logs=artifacts/tmp/test-logs
mkdir -p "$logs"
passed=0
failed=0

# count NAME PASSED FAILED EXIT: adds a suite's counts. One that counts nothing, or fails without a failed test, has
# not run, and that is a failure.
count() {
    local name=$1 ok=${2:-0} bad=${3:-0} exit=$4
    if [ "$exit" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    if [ "$ok" -eq 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    if [ "$bad" -ne 0 ]; then cat "$logs/$name.log"; fi
    passed=$((passed + ok))
    failed=$((failed + bad))
    echo "== $name: $ok passed, $bad failed"
}

cargo_suite() {
    local name=$1 manifest=$2
    cargo test --manifest-path "$manifest" >"$logs/$name.log" 2>&1
    local exit=$?
    count "$name" \
        "$(awk '/^test result/ { n += $4 } END { print n + 0 }' "$logs/$name.log")" \
        "$(awk '/^test result/ { n += $6 } END { print n + 0 }' "$logs/$name.log")" "$exit"
}

# Under AddressSanitizer, or not at all where there is none.
asan_suite() {
    eng/asan.sh >"$logs/asan.log" 2>&1
    local exit=$?
    if [ "$exit" -eq 0 ] && grep '^AddressSanitizer: skipped' "$logs/asan.log"; then return; fi
    count asan \
        "$(awk '/^test result/ { n += $4 } END { print n + 0 }' "$logs/asan.log")" \
        "$(awk '/^test result/ { n += $6 } END { print n + 0 }' "$logs/asan.log")" "$exit"
}

go_suite() {
    local name=$1 directory=$2
    (cd "$directory" && go vet ./... && go test -count=1 -v ./...) >"$logs/$name.log" 2>&1
    local exit=$?
    count "$name" "$(grep -cE '^--- PASS' "$logs/$name.log")" "$(grep -cE '^--- FAIL' "$logs/$name.log")" "$exit"
}

# summary WORD LOG: a number of the runner's closing lines, whatever the tests themselves printed.
summary() { sed -nE "s/^  $1: ([0-9]+)\$/\1/p" "$2" | tail -n 1; }

dotnet_suite() {
    local name=$1
    dotnet test --project "tests/$name" >"$logs/$name.log" 2>&1
    local exit=$?
    count "$name" \
        "$(summary succeeded "$logs/$name.log")" "$(summary failed "$logs/$name.log")" "$exit"
}

cargo_suite samples-hello samples/hello/Cargo.toml
cargo_suite samples-hello-c samples/hello-c/Cargo.toml
cargo_suite samples-checksum samples/checksum/Cargo.toml
cargo_suite runtime-rust tests/runtime-rust/Cargo.toml
asan_suite
go_suite runtime-go tests/runtime-go
for project in tests/Ferrobind.*.Tests; do
    dotnet_suite "$(basename "$project")"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
