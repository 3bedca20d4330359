#!/usr/bin/env bash
# Binds the crates that people use, and writes docs/coverage.md: how much of each crosses, in what time and size. Each is also built:
# its Go module is vetted, its C# project compiled. It takes most of an hour on two cores; `eng/coverage.sh NAME…` does some alone, and
# `eng/coverage.sh --page` writes the page from what has been done.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/env.sh

# The crates that the samples use; then others, which have to build, whatever their coverage. Generic containers have to be told of what.
used=(semver regex url unicode-segmentation similar roxmltree rust_decimal fastrand 'indexmap=IndexMap<String, i64>|IndexSet<String>' walkdir tempfile)
others=(crc32fast memchr itoa ryu unicode-normalization 'smallvec=SmallVec<[u8; 8]>' 'arrayvec=ArrayVec<u32, 16>' 'either=Either<String, i64>'
    bytes bstr http httparse httpdate mime_guess globset wildmatch roaring fixedbitset 'lru=LruCache<String, String>' 'dashmap=DashMap<String, u64>'
    toml toml_edit quick-xml html-escape handlebars tera png gif flate2 lz4_flex snap sha2 petgraph nalgebra statrs rustfft 'tokio:sync,time,rt'
    'async-channel=Sender<String>|Receiver<String>' kurbo euclid)

export work=$PWD/artifacts/coverage
mkdir -p "$work/rows" "$work/logs"

# One crate, NAME, NAME:FEATURE,FEATURE or NAME=TYPE|TYPE: its line of the table in rows/NAME, or what went wrong.
bind() {
    local name=${1%%[:=]*} types=${1#"${1%%=*}"} features=${1%%=*} options=() log start took library items
    types=${types#=}
    features=${features#"$name"}
    [ -z "$features" ] || options=(--features "${features#:}")
    log=$work/logs/$name.log
    if [ -n "$types" ]; then
        while IFS= read -r type; do options+=(--instantiate "$type"); done < <(tr '|' '\n' <<<"$types")
    fi
    rm -rf "$work/rows/$name" "$work/out/$name"
    mkdir -p "$work/out/$name"
    cd "$work/out/$name"
    start=$(date +%s)
    if ! ferrobind bind "$name" "${options[@]}" --go go --csharp csharp >"$log" 2>&1; then
        echo "$name: not bound: $log" >&2
        return 1
    fi
    took=$(($(date +%s) - start))
    ferrobind inspect "$name" "${options[@]}" >"$work/logs/$name.items" 2>>"$log"
    (cd go && go vet ./... >>"$log" 2>&1) || {
        echo "$name: the Go module is not well: $log" >&2
        return 1
    }
    dotnet build csharp -v quiet --nologo -warnaserror >>"$log" 2>&1 || {
        echo "$name: the C# project does not compile: $log" >&2
        return 1
    }
    library=$(find go -name '*.so')
    items=$(sed -n 's/^\([0-9]*\) of \([0-9]*\) public item.*/\1 \2/p' "$work/logs/$name.items")
    awk -v crate="\`$name\` $(sed -n '1s/^[^ ]* \([^ ]*\).*/\1/p' "$work/logs/$name.items")" -v types="$types" -v items="$items" -v took="$took" \
        -v features="${features#:}" -v size="$(stat -c %s "$library")" 'BEGIN {
            split(items, n, " "); gsub("[|]", "`, `", types)
            printf "| %s%s | %d | %d | %d %% | %d s | %d KiB |\n", crate, (features == "" ? "" : " with " features) (types == "" ? "" : ": `" types "`"), n[1], n[2],
                n[2] ? 100 * n[1] / n[2] : 0, took, size / 1024
        }' >"$work/rows/$name"
    rm -rf "$work/out/$name"
}
export -f bind

# Two at a time: cargo is alone for a good part of each.
all() {
    eng/crates.sh "${@%%[:=]*}" >"$work/logs/crates.log" 2>&1 || { cat "$work/logs/crates.log" >&2; return 1; }
    printf '%s\0' "$@" | xargs -0 -n 1 -P 2 bash -c 'bind "$1"' bind
}

table() {
    printf '| crate | cross | of | share | bind | library |\n|---|---|---|---|---|---|\n'
    local crate
    for crate in "$@"; do
        crate=${crate%%[:=]*}
        cat "$work/rows/$crate" 2>/dev/null || echo "| \`$crate\` | not tried | | | | |"
    done
}

page() {
    cat <<'TEXT'
# Coverage

What of popular crates crosses, unmodified, with nothing written for any of them. `make crates` makes this page.

An item is whatever a user of the crate can name and use: each public function, method, constant, static and type, and each trait of the standard
library that is an idiom of the other languages, on each type that implements it; methods of a generic type count for each of its instantiations.
What [`ferrobind inspect`](cli.md) lists below "nothing to call" (modules, traits, aliases) does not count. What is hard is not left out: async and
unsafe functions, macros, and what takes or returns anything exotic count as items that do not cross.

Time is that of a cold `bind`, dependencies included, while another one runs on the other of two cores; the library is the shared one.

## Crates of the samples

TEXT
    table "${used[@]}"
    printf '\n## Others\n\nEach is bound, its Go module vetted, and its C# project compiled without a warning.\n\n'
    table "${others[@]}"
}

if [ "${1:-}" = --page ]; then
    page >docs/coverage.md
    exit
fi
if [ $# -gt 0 ]; then
    all "$@"
    table "$@"
    exit
fi

all "${used[@]}" "${others[@]}"
page >docs/coverage.md
