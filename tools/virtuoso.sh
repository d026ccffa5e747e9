#!/usr/bin/env bash
# Installs Virtuoso where it is missing and apt-get may be used; the package starts no server where policy forbids it,
# and the tests start their own, on loopback.
# Never fails: without it the tests that ask Virtuoso are skipped and say so.
set -u

command -v virtuoso-t >/dev/null && command -v isql-vt >/dev/null && exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests that ask Virtuoso need virtuoso-opensource-7; they are skipped where it is missing."
    exit 0
fi

echo "Installing virtuoso-opensource-7 for the tests of what other tools read …"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# Only the programs: the package with the service would start a server of its own.
if ! { timeout 120 apt-get -q update && timeout 300 apt-get -q install -y --no-install-recommends virtuoso-opensource-7-bin; } \
    >"$log" 2>&1 </dev/null; then
    echo "apt-get could not install it; the tests that ask Virtuoso will be skipped. Its last words:"
    tail -n 3 "$log"
fi
rm -f "$log"
exit 0
