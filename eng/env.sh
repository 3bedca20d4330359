# The environment of the project's own builds; sourced: . eng/env.sh
#
# Go is fetched if the machine has none (eng/go.sh says how); FERROBIND_GO chooses a version, 1.24 or 1.27.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
go_bin=$("$root/eng/go.sh" ${FERROBIND_GO:-}) || exit 1
export PATH="$root:$go_bin:$PATH"

# No toolchain or module is looked for elsewhere: everything that the samples and tests need is here.
export GOTOOLCHAIN=local GOPROXY=off GOWORK=off
unset GOROOT GOFLAGS
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
