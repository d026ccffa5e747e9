#!/usr/bin/env bash
# Virtuoso for the tests of what other tools read, where it is missing. They start a server of their own, on loopback.
set -u

command -v virtuoso-t >/dev/null && command -v isql-vt >/dev/null && exit 0

# Only the programs: the package with the service would start a server too.
exec "$(dirname "$0")/packages.sh" "The tests that ask Virtuoso" virtuoso-opensource-7-bin
