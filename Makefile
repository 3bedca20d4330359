# Everything that the project does, from a fresh clone. What a machine lacks is fetched, or said how to get.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := all

HELLO := samples/hello
TOOL_SOURCES := $(shell find src -type f -not -path '*/obj/*' -not -path '*/bin/*') \
    Directory.Build.props Directory.Packages.props global.json

.PHONY: all build-all run-all run-dynamic run-static test test-rust-lib bench crates lint fuzz stress clean

all: ferrobind

## The tool: a Native AOT executable.
ferrobind: $(TOOL_SOURCES)
	dotnet publish src/Ferrobind.Cli -c Release -v quiet -o artifacts/publish
	cp artifacts/publish/ferrobind ferrobind.new && mv ferrobind.new ferrobind

## The main line: Rust called from Go and from C#, dynamically and statically.
run-all: build-all
	@./main_dynamic
	@./main_static
	@./main_dynamic_csharp
	@./main_static_csharp

run-dynamic: main_dynamic main_dynamic_csharp
	@./main_dynamic
	@./main_dynamic_csharp

run-static: main_static main_static_csharp
	@./main_static
	@./main_static_csharp

build-all: main_dynamic main_static main_dynamic_csharp main_static_csharp

# Go, dotnet and ferrobind know best what is up to date, so each is asked each time.
.PHONY: bindings main_dynamic main_static main_dynamic_csharp main_static_csharp

bindings: ferrobind
	@. eng/env.sh; ferrobind bind $(HELLO)
	@cp $(HELLO)/bindings/go/lib/linux_*/libhello_fb.so .

main_dynamic: bindings
	@. eng/env.sh; cd $(HELLO)/go && go build -o ../../../$@ .

main_static: bindings
	@. eng/env.sh; cd $(HELLO)/go && go build -tags ferrobind_static -o ../../../$@ .

main_dynamic_csharp main_static_csharp: main_%_csharp: bindings
	@dotnet publish $(HELLO)/csharp -v quiet -p:PublishAot=true -p:FerrobindLink=$* -o artifacts/hello/$*
	@cp artifacts/hello/$*/HelloFromCSharp $@

# Both publish the same project: one after the other.
main_static_csharp: main_dynamic_csharp

## Checks.
test: ferrobind
	@eng/test.sh

test-rust-lib:
	cargo test --quiet --manifest-path $(HELLO)/Cargo.toml
	cargo test --quiet --manifest-path samples/hello-c/Cargo.toml

lint: ferrobind
	@eng/lint.sh

## docs/coverage.md: popular crates, bound and built.
crates: ferrobind
	@eng/coverage.sh

bench: ferrobind
	@. eng/env.sh; bench/run.sh

## The readers of the wire against hostile bytes, millions of them, in the three languages.
fuzz:
	@. eng/env.sh; export FERROBIND_FUZZ_CASES=$${FERROBIND_FUZZ_CASES:-2000000}; \
	    cargo test --release --quiet --manifest-path tests/runtime-rust/Cargo.toml --test hostile; \
	    (cd tests/runtime-go && go test -count=1 ./...); \
	    dotnet test --project tests/Ferrobind.Runtime.CSharp.Tests -c Release

## Attacks on handles, as long as FERROBIND_STRESS says (1 is what make test does), and the Rust side under AddressSanitizer.
stress:
	@. eng/env.sh; export FERROBIND_STRESS=$${FERROBIND_STRESS:-50}; \
	    dotnet test --project tests/Ferrobind.Behaviour.Tests -- --filter-class '*HostileSpecs' --filter-class '*DirectSpecs'; \
	    cargo test --release --quiet --manifest-path tests/runtime-rust/Cargo.toml; \
	    eng/asan.sh

clean:
	rm -rf artifacts/asan artifacts/dotnet artifacts/publish artifacts/hello artifacts/behaviour artifacts/tmp
	rm -rf samples/*/bindings samples/crates/*/bindings samples/*/target bench/bindings tests/*/*/target
	rm -f ferrobind libhello_fb.so main_dynamic main_static main_dynamic_csharp main_static_csharp
