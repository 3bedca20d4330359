#!/usr/bin/env bash
# Binds the crates that people use, and writes docs/coverage.md: how much of each crosses, in what time and size. Each is also built:
# its Go module is vetted, its C# project compiled. It takes an hour on two cores; `eng/coverage.sh NAME…` does some alone, and writes no page.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/env.sh
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# The crates that the samples use; then others, which have to build, whatever their coverage. Generic containers need to be told of what.
used=(semver regex url unicode-segmentation similar roxmltree rust_decimal fastrand 'indexmap=IndexMap<String, i64>' walkdir tempfile)
others=(crc32fast memchr itoa ryu unicode-normalization 'smallvec=SmallVec<[u8; 8]>' 'arrayvec=ArrayVec<u32, 16>' 'either=Either<String, i64>'
    bytes bstr http httparse httpdate mime_guess globset wildmatch roaring fixedbitset 'lru=LruCache<String, String>' 'dashmap=DashMap<String, u64>'
    toml toml_edit quick-xml html-escape handlebars tera png gif flate2 lz4_flex snap sha2 petgraph nalgebra statrs rustfft tokio
    'async-channel=Sender<String>,Receiver<String>' kurbo euclid)

work=artifacts/coverage
mkdir -p $work/logs
rows=$work/rows.md
: >$rows
failed=0

# One crate: a line of the table, or what went wrong.
bind() {
    local name=${1%%=*} types=${1#"${1%%=*}"} log=$work/logs/${1%%=*}.log options=()
    if [ -n "$types" ]; then
        while IFS= read -r type; do options+=(--instantiate "$type"); done < <(sed 's/>,/>\n/g' <<<"${types#=}")
    fi
    eng/crates.sh "$name" >"$log" 2>&1 || true
    (
        cd $work
        rm -rf "out/$name"
        start=$(date +%s)
        ferrobind bind "$name" "${options[@]}" --go "out/$name/go" --csharp "out/$name/csharp" >>"../../$log" 2>&1 || exit 1
        took=$(($(date +%s) - start))
        ferrobind inspect "$name" "${options[@]}" >"logs/$name.items" 2>>"../../$log"
        (cd "out/$name/go" && go vet ./... >>"../../../../../$log" 2>&1) || exit 2
        dotnet build "out/$name/csharp" -v quiet --nologo -warnaserror >>"../../$log" 2>&1 || exit 3
        library=$(find "out/$name/go" -name '*.so')
        version=$(sed -n '1s/^[^ ]* \([^ ]*\).*/\1/p' "logs/$name.items")
        items=$(sed -n 's/^\([0-9]*\) of \([0-9]*\) public item.*/\1 \2/p' "logs/$name.items")
        read -r crossing all <<<"$items"
        printf '| `%s` %s%s | %d | %d | %d %% | %d s | %d KiB |\n' "$name" "$version" "${types:+, \`${types#=}\`}" "$crossing" "$all" \
            $((all == 0 ? 0 : 100 * crossing / all)) "$took" $(($(stat -c %s "$library") / 1024)) >>"../../$rows"
    ) || {
        failed=$((failed + 1))
        echo "$name: $(case $? in 1) echo 'not bound' ;; 2) echo 'the Go module is not well' ;; *) echo 'the C# project does not compile' ;; esac): $log" >&2
    }
}

table() {
    echo "| crate | cross | of | share | bind | library |"
    echo "|---|---|---|---|---|---|"
    cat $rows
    : >$rows
}

if [ $# -gt 0 ]; then
    for crate in "$@"; do bind "$crate"; done
    table
    exit $((failed > 0))
fi

page=$work/coverage.md
{
    cat <<'TEXT'
# Coverage

What of popular crates crosses, unmodified, with nothing written for any of them. `make crates` makes this page.

An item is whatever a user of the crate can name and use: each public function, method, constant, static and type, and each trait of the standard
library that is an idiom of the other languages, on each type that implements it; methods of a generic type count for each of its instantiations.
What [`ferrobind inspect`](cli.md) lists below "nothing to call" (modules, traits, aliases) does not count. What is hard is not left out: async and
unsafe functions, macros, and what takes or returns anything exotic count as items that do not cross.

Time is that of a cold `bind` on two shared cores, dependencies included; the library is the shared one.

## Crates of the samples

TEXT
    for crate in "${used[@]}"; do bind "$crate"; done
    table
    printf '\n## Others\n\n'
    for crate in "${others[@]}"; do bind "$crate"; done
    table
} >$page
if [ $failed -gt 0 ]; then
    echo "$failed crates failed; the page is $page" >&2
    exit 1
fi
mv $page docs/coverage.md
