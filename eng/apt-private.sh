# shellcheck shell=sh disable=SC2154 # root: see below
# Sourced by eng/go.sh, eng/rust.sh and eng/crates.sh: packages of any Debian suite, without installing them.
#
#   apt_private_init SUITE       set up a private apt for that suite, its list at most a day old
#   apt_private get|cache ARG…   apt-get / apt-cache with that private configuration
#   apt_private_unpack DIR PKG…  download those packages and unpack them below DIR
#
# Why private: what is wanted here is newer than the machine's own suite. With a state, cache and
# source list of its own below artifacts/cache/apt/SUITE, apt needs no root, and the machine's
# package lists, pins and installed packages stay as they are.
#
# Mirror and keyring are those which the machine itself uses for Debian. Where it has none (Ubuntu,
# say), set FERROBIND_DEBIAN_MIRROR to the URI of a Debian mirror and install debian-archive-keyring
# (or name the keyring's file in FERROBIND_DEBIAN_KEYRING).
#
# The sourcing script sets `root` to the repository's directory.

apt_private_say() { echo "${0##*/}: $*" >&2; }

# Prints the URI of the Debian mirror that the machine itself uses.
apt_private_mirror() (
	if [ -n "${FERROBIND_DEBIAN_MIRROR:-}" ]; then
		echo "$FERROBIND_DEBIAN_MIRROR"
		return
	fi
	# From the release files of the last `apt-get update`: the label is "Debian" for the main
	# archive only (security updates come from another one).
	# shellcheck disable=SC2016 # apt expands $(REPO_URI)
	mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
		'Origin: Debian' 'Label: Debian' 2>/dev/null | head -n 1)
	# Never updated (a fresh container): go by the name that Debian's mirrors give the archive.
	# shellcheck disable=SC2016
	[ -n "$mirror" ] || mirror=$(apt-get indextargets --no-release-info --format '$(REPO_URI)' \
		'Created-By: Packages' 2>/dev/null | grep -E '/debian/?$' | head -n 1)
	[ -n "$mirror" ] && echo "$mirror"
)

apt_private_init() {
	for apt_private_tool in apt-get apt-cache dpkg flock; do
		command -v "$apt_private_tool" >/dev/null && continue
		apt_private_say "no $apt_private_tool here: this needs Debian or a relative of it"
		return 1
	done
	apt_private_suite=$1
	apt_private_dir=$root/artifacts/cache/apt/$1
	mkdir -p "$apt_private_dir/lists/partial" "$apt_private_dir/cache/archives/partial" \
		"$apt_private_dir/none"
	apt_private_update --if-old
}

# Reads the suite's package list again; with --if-old, only if that was not done within a day.
apt_private_update() (
	# Two updates at once: the second waits, and then finds the list new. (A file of its own:
	# apt_private takes the other lock.)
	exec 8>"$apt_private_dir/update.lock"
	flock 8
	if [ -n "$(find "$apt_private_dir/updated" -mtime -1 2>/dev/null)" ] && [ "${1:-}" = --if-old ] &&
		grep -qsF "Dir::State \"$apt_private_dir/\"" "$apt_private_dir/apt.conf"; then
		return # and the repository has not been moved since
	fi
	mirror=$(apt_private_mirror) || {
		apt_private_say "apt knows no Debian mirror here; set FERROBIND_DEBIAN_MIRROR to the URI of one" \
			"and install debian-archive-keyring"
		return 1
	}
	keyring=${FERROBIND_DEBIAN_KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}
	{
		echo "Types: deb"
		echo "URIs: $mirror"
		echo "Suites: $apt_private_suite"
		echo "Components: main"
		echo "Architectures: $(dpkg --print-architecture)"
		echo "Targets: Packages"
		# Without it, apt goes by the keys which it trusts for everything.
		[ ! -r "$keyring" ] || echo "Signed-By: $keyring"
	} >"$apt_private_dir/debian.sources"

	# Comes on top of the machine's own configuration, whose proxies and the like still count. Its
	# hooks must not run, though (in the Debian container image, some delete caches). And apt's own
	# user could not write below the repository, so root remains root.
	cat >"$apt_private_dir/apt.conf" <<-CONF
		Dir::State "$apt_private_dir/";
		Dir::State::lists "lists/";
		Dir::State::status "/dev/null";
		Dir::Cache "$apt_private_dir/cache/";
		Dir::Cache::pkgcache "pkgcache.bin";
		Dir::Cache::srcpkgcache "srcpkgcache.bin";
		Dir::Etc::sourcelist "$apt_private_dir/debian.sources";
		Dir::Etc::sourceparts "$apt_private_dir/none";
		Dir::Etc::preferences "/dev/null";
		Dir::Etc::preferencesparts "$apt_private_dir/none";
		Acquire::Languages "none";
		Acquire::Retries "3";
		APT::Sandbox::User "root";
		#clear APT::Update::Pre-Invoke;
		#clear APT::Update::Post-Invoke;
		#clear APT::Update::Post-Invoke-Success;
		#clear DPkg::Post-Invoke;
	CONF

	apt_private_say "reading Debian's package list ($apt_private_suite)"
	if apt_private get update -qq --error-on=any >&2; then
		touch "$apt_private_dir/updated"
	elif [ -e "$apt_private_dir/updated" ]; then
		apt_private_say "offline? Going on with the package list of last time"
	else
		apt_private_say "cannot read Debian's package list: no network, or $mirror has no suite" \
			"$apt_private_suite"
		return 1
	fi
)

# One at a time: apt's own lock would make the second fail rather than wait.
apt_private() (
	tool=apt-$1
	shift
	flock "$apt_private_dir/lock" "$tool" -c "$apt_private_dir/apt.conf" "$@"
)

apt_private_unpack() (
	to=$1
	shift
	debs=$(mktemp -d "$apt_private_dir/debs.XXXXXX")
	trap 'rm -rf "$debs"' EXIT
	# `apt-get download` writes into the working directory. It fails where the list names a file
	# that the mirror has replaced since: then once more with a new list.
	download() { (cd "$debs" && apt_private get download -qq "$@" >&2); }
	if ! download "$@" && { ! apt_private_update || ! download "$@"; }; then
		apt_private_say "cannot download from Debian $apt_private_suite: $*"
		return 1
	fi
	for deb in "$debs"/*.deb; do
		dpkg -x "$deb" "$to" || return 1
	done
)
