#!/usr/bin/env bash
# packages.sh WHAT PACKAGE…: installs Debian packages that some tests need, where apt-get may be used; WHAT are those tests.
# Never fails: without the packages these tests are skipped and say what they lack.
set -u

what=$1
shift

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "$what need $*; they are skipped where these are missing."
    exit 0
fi

echo "Installing $* …"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
if ! { timeout 120 apt-get -q update && timeout 300 apt-get -q install -y --no-install-recommends "$@"; } \
    >"$log" 2>&1 </dev/null; then
    echo "apt-get could not install $*; $what will be skipped. Its last words:"
    tail -n 3 "$log"
fi
rm -f "$log"
exit 0
