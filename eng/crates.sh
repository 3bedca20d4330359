#!/bin/sh
# Makes real crates available to the tests where crates.io is out of reach:
#
#   eng/crates.sh regex 'syn@1' uuid+v4+serde     NAME[@REQUIREMENT][+FEATURE…]
#
# If cargo gets at crates.io, it says so and does nothing. Otherwise it makes a cargo directory
# registry, artifacts/registry, of Debian trixie's librust-*-dev packages (which hold the crates'
# sources; nothing is installed): the crates named and what they need, so that cargo can resolve
# them offline. Prints each crate named and its version on stdout, the rest on stderr.
#
# Cargo finds the registry through artifacts/.cargo/config.toml:
#   * wherever it runs with a working directory below artifacts/, by itself (it goes by the working
#     directory, not by --manifest-path);
#   * anywhere else with CARGO_HOME=<repository>/artifacts/.cargo in the environment, for
#     $CARGO_HOME/config.toml is read always. (rustup does not mind: its home is RUSTUP_HOME.)
# Ferrobind knows nothing of it: it runs cargo, and cargo obeys its configuration. The paths in the
# file are relative, so artifacts/registry and artifacts/.cargo can be copied to another machine.
#
# Debian's crates differ from crates.io's a little: some manifests are patched (dependencies for
# Windows are disabled, requirements widened, a feature dropped here and there), and many have the
# checksum "Could not get crate checksum". A Cargo.lock made with crates.io does not fit them, so keep
# none under version control for what is tested with them.
#
# FERROBIND_CRATES=debian or =crates.io decides instead of the check. What was decided holds until
# artifacts/.cargo is removed.
set -eu

self=${0##*/}
root=$(cd "$(dirname "$0")/.." && pwd)
suite=trixie # a stable one: its versions stay put
registry=$root/artifacts/registry
config=$root/artifacts/.cargo/config.toml
cache=$root/artifacts/cache/crates
say() { echo "$self: $*" >&2; }
fail() {
	say "$*"
	exit 1
}

[ $# -gt 0 ] || fail "usage: $self NAME[@REQUIREMENT][+FEATURE…]…"
for spec; do
	case $spec in *[!-A-Za-z0-9_.@+=\<\>~^,*]* | [!A-Za-z]*) fail "not a crate: $spec" ;; esac
done

# The same set as in an earlier run?
done=$registry/.done/$(printf '%s\n' "$@" | LC_ALL=C sort -u | sha256sum | cut -c1-16)
if [ -e "$config" ] && [ -e "$done" ]; then
	cat "$done"
	exit
fi

command -v cargo >/dev/null || fail "no cargo on PATH; https://rustup.rs has it, as have most distributions"
mkdir -p "$cache"

# Is there a crates.io (or whatever the user's configuration has in its place)? Asked outside the
# repository, which may have a configuration of its own by now. Without a Cargo.lock, even a crate
# that cargo has already needs the index. No retries: here, a network that has to be asked four
# times is none.
reaches_crates_io() {
	case ${FERROBIND_CRATES:-} in
	debian) return 1 ;;
	crates.io) return 0 ;;
	esac
	[ ! -e "$config" ] || return 1
	[ -z "$(find "$cache/crates.io" -mtime -1 2>/dev/null)" ] || return 0
	probe=$(mktemp -d)
	mkdir "$probe/src"
	: >"$probe/src/lib.rs"
	printf '[package]\nname = "probe"\nversion = "0.0.0"\nedition = "2021"\n\n[dependencies]\ncfg-if = "1"\n' \
		>"$probe/Cargo.toml"
	code=0
	(cd "$probe" && CARGO_NET_RETRY=0 CARGO_HTTP_TIMEOUT=10 timeout 20 cargo fetch -q) 2>"$cache/probe.log" ||
		code=1
	rm -rf "$probe"
	[ $code = 1 ] || : >"$cache/crates.io"
	return $code
}
if reaches_crates_io; then
	say "cargo gets at crates.io: nothing to do"
	exit
fi

# shellcheck source=eng/apt-private.sh
. "$root/eng/apt-private.sh"
apt_private_init "$suite" || fail "cargo does not get at crates.io (see $cache/probe.log), nor apt at Debian.
  Any one of these will do:
  * run it where cargo gets at crates.io, or at a mirror of it that cargo's configuration names;
  * run it on Debian or a relative of it, with a network;
  * copy artifacts/registry and artifacts/.cargo from a machine where it has been run."

mkdir -p "$registry/.done" "$root/artifacts/.cargo" "$cache/scratch/src"
exec 9>"$cache/lock"
flock 9
work=$(mktemp -d "$registry/.tmp.XXXXXX") # cargo passes over what begins with a dot
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# What crates Debian has: lines of NAME VERSION PACKAGE, from the virtual packages by which each
# package says what it is (librust-syn-1-dev provides librust-syn-1.0.109-dev); one without them
# is what its name says. Names are in Debian's spelling: lower case, - for _.
index=$cache/index
if [ ! -e "$index" ] || [ -n "$(find "$apt_private_dir/updated" -newer "$index")" ]; then
	apt_private cache dumpavail | awk '
		function flush() { if (pkg && !n) print substr(pkg, 9, length(pkg) - 12), version, pkg }
		$1 == "Package:" { flush(); pkg = $2 ~ /^librust-[^+]*-dev$/ ? $2 : ""; n = 0 }
		$1 == "Version:" { version = $2; sub(/^[0-9]+:/, "", version); sub(/[-+~].*/, "", version) }
		$1 == "Provides:" && pkg {
			count = split($0, words, /[ ,]+/)
			for (i = 2; i <= count; i++) {
				w = words[i]
				if (w ~ /^librust-[^+]*$/ && match(w, /-[0-9]+\.[0-9]+\.[0-9]+[^+]*-dev$/)) {
					print substr(w, 9, RSTART - 9), substr(w, RSTART + 1, RLENGTH - 5), pkg
					n++
				}
			}
		}
		END { flush() }' | LC_ALL=C sort -u >"$index.new"
	mv "$index.new" "$index"
fi

# Reads lines of NAME REQUIREMENT; prints for each the package with the newest version that meets the
# requirement, unless the registry has that or this run has fetched it (whatever was in it). What
# Debian lacks goes to the file $work/lacking.
: >"$work/fetched"
choose() {
	ls "$registry" >"$work/have"
	awk -v have="$work/have" -v fetched="$work/fetched" -v lacking="$work/lacking" '
		function key(a, b, c) { return sprintf("%09d%09d%09d", a, b, c) }
		function bump(i) { return key(p[1] + (i == 1), i > 1 ? p[2] + (i == 2) : 0, i > 2 ? p[3] + 1 : 0) }
		# As in the Cargo book, "Specifying dependencies"; pre-releases are not looked at.
		function meets(version, requirement,    all, count, i, op, n, j, v, low) {
			split(version, p, /[.+-]/)
			v = key(p[1], p[2], p[3])
			count = split(requirement, all, ",")
			for (i = 1; i <= count; i++) {
				gsub(/ /, "", all[i])
				op = all[i]
				sub(/[0-9*].*/, "", op)
				sub(/^[^0-9*]*/, "", all[i])
				sub(/[+-].*/, "", all[i])
				if (all[i] ~ /^\*?$/) continue
				if (sub(/(\.\*)+$/, "", all[i])) op = "="
				split("", p)
				n = split(all[i], p, ".")
				low = key(p[1], p[2], p[3])
				if (op == ">=") { if (v < low) return 0 }
				else if (op == ">") { if (v < bump(n)) return 0 }
				else if (op == "<") { if (v >= low) return 0 }
				else if (op == "<=") { if (v >= bump(n)) return 0 }
				else {
					if (op == "=") j = n
					else if (op == "~") j = n > 1 ? 2 : 1
					else for (j = 1; j < n && p[j] + 0 == 0; j++);
					if (v < low || v >= bump(j)) return 0
				}
			}
			return 1
		}
		function spelling(name) { gsub(/_/, "-", name); return tolower(name) }
		BEGIN {
			while ((getline line < have) > 0) {
				sub(/\+[^-]*$/, "", line) # zstd-sys-2.0.13+zstd.1.5.6 is version 2.0.13 to Debian
				there[spelling(line)] = 1
			}
			while ((getline line < fetched) > 0) there[line] = 1
			printf "" >lacking
		}
		NR == FNR { versions[$1] = versions[$1] " " $2; package[$1, $2] = $3; next }
		{
			name = spelling($1)
			requirement = $0
			sub(/^[^ ]+ */, "", requirement)
			best = ""
			count = split(versions[name], each, " ")
			for (k = 1; k <= count; k++)
				if (meets(each[k], requirement)) {
					split(each[k], p, /[.+-]/)
					if (best == "" || key(p[1], p[2], p[3]) > best) {
						best = key(p[1], p[2], p[3])
						version = each[k]
					}
				}
			if (best == "") print $1 " " requirement " (has:" (count ? versions[name] : " none") ")" >lacking
			else if (!((name "-" version) in there) && !(package[name, version] in there))
				print package[name, version]
		}' "$index" - | sort -u
}

# Reads a manifest; prints NAME REQUIREMENT of each dependency that is not optional.
dependencies() {
	awk '
		function flush() { if (name != "" && !optional) print package == "" ? name : package, version; name = "" }
		function string(s) { return match(s, /"[^"]*"/) ? substr(s, RSTART + 1, RLENGTH - 2) : "" }
		/^\[/ {
			flush()
			table = $0 ~ /^\[(target\..*\.)?(build-)?dependencies\]/ # [dependencies], one a line
			if (match($0, /^\[(target\..*\.)?(build-)?dependencies\./)) {
				name = substr($0, RLENGTH + 1)
				gsub(/["\] ]/, "", name)
				version = "*"; package = ""; optional = 0
			}
			next
		}
		table && /^[A-Za-z"]/ {
			name = $1
			gsub(/["=].*/, "", name)
			version = "*"; package = ""; optional = /optional *= *true/
			if (/= *"/) version = string($0)
			if (match($0, /package *= *"[^"]*"/)) package = string(substr($0, RSTART))
			if (/=.*[{]/) version = match($0, /version *= *"[^"]*"/) ? string(substr($0, RSTART)) : "*"
			flush()
		}
		name != "" && /^version *=/ { version = string($0) }
		name != "" && /^package *=/ { package = string($0) }
		name != "" && /^optional *= *true/ { optional = 1 }
		END { flush() }' "$@"
}

# Downloads packages, and then what their crates name as dependencies, until there is nothing new.
fetch() {
	while [ $# -gt 0 ]; do
		say "from Debian:" "$@"
		apt_private_unpack "$work/unpacked" "$@"
		: >"$work/wanted"
		printf '%s\n' "$@" >>"$work/fetched"
		for crate in "$work"/unpacked/usr/share/cargo/registry/*; do
			[ -f "$crate/Cargo.toml" ] || continue
			dependencies "$crate/Cargo.toml" >>"$work/wanted"
			[ -d "$registry/${crate##*/}" ] || mv "$crate" "$registry/"
		done
		rm -rf "$work/unpacked"
		# What Debian lacks may not be needed: cargo will say.
		# shellcheck disable=SC2046 # package names are words
		set -- $(choose <"$work/wanted")
	done
}

# A scratch crate which depends on all that is asked for, under names of its own.
number=0
{
	printf '[package]\nname = "scratch"\nversion = "0.0.0"\nedition = "2021"\n\n[workspace]\n\n[dependencies]\n'
	for spec; do
		name=${spec%%[@+]*}
		features=
		case $spec in *+*) features=$(echo "${spec#*+}" | sed 's/+/", "/g; s/.*/, features = ["&"]/') ;; esac
		spec=${spec%%+*}
		requirement='*'
		case $spec in *@*) requirement=${spec#*@} ;; esac
		number=$((number + 1))
		echo "d$number = { package = \"$name\", version = \"$requirement\"$features }"
		echo "$name $requirement" >>"$work/asked"
	done
} >"$work/Cargo.toml"
mv "$work/Cargo.toml" "$cache/scratch/Cargo.toml"
: >"$cache/scratch/src/lib.rs"

packages=$(choose <"$work/asked")
[ ! -s "$work/lacking" ] || fail "Debian $suite does not have:
$(cat "$work/lacking")"

cat >"$work/config.toml" <<'CONFIG'
# Written by eng/crates.sh, for want of crates.io. Relative to the directory above this one's.
[source.crates-io]
replace-with = "debian"

[source.debian]
directory = "registry"
CONFIG
cmp -s "$work/config.toml" "$config" || mv "$work/config.toml" "$config"

# shellcheck disable=SC2086 # package names are words
fetch $packages
# The manifests do not tell what features switch on. Cargo does: it names the first crate that is
# missing, and goes on to the next once that is there.
while ! (cd "$cache/scratch" && rm -f Cargo.lock && cargo generate-lockfile --offline -q) 2>"$work/log"; do
	# error: no matching package named `NAME` found
	# error: no matching package found; searched package name: `NAME`
	# error: failed to select a version for the requirement `NAME = "REQUIREMENT"`
	# shellcheck disable=SC2016 # sed's, not the shell's
	missing=$(sed -n -e 's/^.*no matching package named `\([^`]*\)` found.*/\1 */p' \
		-e 's/^searched package name: `\([^`]*\)`.*/\1 */p' \
		-e 's/^.*for the requirement `\([^ ]*\) = "\([^"]*\)".*/\1 \2/p' "$work/log" | head -n 1)
	packages=
	[ -z "$missing" ] || packages=$(echo "$missing" | choose)
	[ -n "$packages" ] || fail "cargo cannot resolve this with Debian's crates:
$(cat "$work/log" "$work/lacking")"
	# shellcheck disable=SC2086
	fetch $packages
done

(cd "$cache/scratch" && cargo tree --offline -q --depth 1 --prefix none -e normal --target all) |
	sed -n 's/^\([^ ]*\) v\([^ ]*\).*/\1 \2/; 2,$p' | LC_ALL=C sort -u >"$work/versions"
mv "$work/versions" "$done"
cat "$done"
