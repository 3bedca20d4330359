#!/usr/bin/env bash
# Checks the form of all code, hand-written and generated: C#, Go, Rust.
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/env.sh

step() { echo "lint: $*" >&2; }

step "C# format"
dotnet format Ferrobind.slnx --verify-no-changes --verbosity quiet

for crate in samples/hello samples/hello-c samples/checksum; do
    step "bindings of $crate"
    ferrobind bind "$crate" --quiet
done
for fixture in basics names objects values; do
    ferrobind bind "tests/fixtures/$fixture" --quiet --target-dir artifacts/lint/target \
        --go "artifacts/lint/$fixture/go" --csharp "artifacts/lint/$fixture/csharp" --header "artifacts/lint/$fixture/header"
done
ferrobind bind tests/fixtures/pair/shapes tests/fixtures/pair/drawing --name pair --quiet --target-dir artifacts/lint/target \
    --go artifacts/lint/pair/go --csharp artifacts/lint/pair/csharp --header artifacts/lint/pair/header

step "gofmt"
unformatted=$(gofmt -l samples/*/go samples/crates/*/go samples/*/bindings/go tests/runtime-go tests/behaviour tests/hostile tests/bundle bench/go bench/handwritten/go bench/objects/go bench/regex/go bench/values/go artifacts/lint/*/go)
[ -z "$unformatted" ] || { echo "not formatted: $unformatted" >&2; exit 1; }

for module in samples/hello/go samples/hello-c/go samples/hello/bindings/go samples/hello-c/bindings/go samples/checksum/go samples/checksum/bindings/go \
    artifacts/lint/*/go; do
    step "go vet $module"
    (cd "$module" && go vet ./... && go vet -tags ferrobind_static ./...)
done
step "go vet, without cgo"
for module in samples/checksum/go samples/checksum/bindings/go; do
    (cd "$module" && CGO_ENABLED=0 go vet ./...)
done

for crate in samples/hello samples/hello-c samples/checksum tests/fixtures/basics tests/fixtures/generics tests/fixtures/names tests/fixtures/objects tests/fixtures/others tests/fixtures/pair/drawing tests/fixtures/pair/shapes tests/fixtures/second tests/fixtures/values \
    tests/runtime-rust bench/crate bench/handwritten/rust bench/objects/rust; do
    step "rustfmt and clippy $crate"
    cargo fmt --check --manifest-path "$crate/Cargo.toml"
    cargo clippy --quiet --all-targets --manifest-path "$crate/Cargo.toml" -- --deny warnings
done

# The bridges lie below cargo's target directory.
for bridge in samples/*/target/ferrobind/*/Cargo.toml artifacts/lint/target/ferrobind/*/Cargo.toml; do
    [ "$(basename "$(dirname "$bridge")")" != target ] || continue
    step "rustfmt and clippy $bridge"
    cargo fmt --check --manifest-path "$bridge"
    cargo clippy --quiet --manifest-path "$bridge" --target-dir artifacts/lint/clippy -- --deny warnings
done

step "generated header"
gcc -std=c99 -Wall -Wextra -Werror -pedantic -fsyntax-only -x c artifacts/lint/*/header/*.h
g++ -Wall -Wextra -Werror -pedantic -fsyntax-only -x c++ artifacts/lint/*/header/*.h

step "generated C#: warnings are errors"
for fixture in basics names objects pair values; do
    dotnet build "artifacts/lint/$fixture/csharp" -v quiet -nologo -p:TreatWarningsAsErrors=true \
        -p:EnableNETAnalyzers=true -p:AnalysisLevel=latest-recommended
done

echo "lint: all is well" >&2
