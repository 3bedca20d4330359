#!/usr/bin/env bash
# The tests of handles in Rust, under AddressSanitizer. That needs a nightly toolchain; where there is none, a line says so.
# What they print is cargo's.
set -euo pipefail
cd "$(dirname "$0")/.."

host=$(rustc -vV | sed -n 's/^host: //p')
if ! rustc +nightly -vV >/dev/null 2>&1; then
    echo "AddressSanitizer: skipped, for there is no nightly toolchain (rustup toolchain install nightly)"
    exit 0
fi
RUSTFLAGS=-Zsanitizer=address exec cargo +nightly test --manifest-path tests/runtime-rust/Cargo.toml \
    --target "$host" --target-dir artifacts/asan --test objects --test objects_cells --test objects_threads --test leaks
