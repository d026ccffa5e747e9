#!/usr/bin/env bash
# Chromium and a Chinese font for the tests of the page, where they are missing.
set -u

missing=()
command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
fc-list 2>/dev/null | grep -q 'Noto Sans CJK' || missing+=(fonts-noto-cjk fontconfig)
[ ${#missing[@]} -eq 0 ] && exit 0

exec "$(dirname "$0")/packages.sh" "The tests of the page" "${missing[@]}"
