#!/usr/bin/env bash
# Installs Chromium and a Chinese font where they are missing and apt-get may be used.
# Never fails: without them the tests of the page are skipped and say what they lack.
set -u

missing=()
command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
fc-list 2>/dev/null | grep -q 'Noto Sans CJK' || missing+=(fonts-noto-cjk fontconfig)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests of the page need ${missing[*]}; they are skipped where these are missing."
    exit 0
fi

echo "Installing ${missing[*]} for the tests of the page …"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
if ! { timeout 120 apt-get -q update && timeout 300 apt-get -q install -y --no-install-recommends "${missing[@]}"; } \
    >"$log" 2>&1 </dev/null; then
    echo "apt-get could not install them; the tests of the page will be skipped. Its last words:"
    tail -n 3 "$log"
fi
rm -f "$log"
exit 0
