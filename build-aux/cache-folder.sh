#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# cache-folder.sh: print the folder that keeps what is laid once: MACHI_CACHE, else machi in the user's cache folder, else,
# where that cannot be written (a service without a home), _build/cache of the checkout.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
writable() { mkdir -p "$1" 2>/dev/null && [ -w "$1" ]; }

home=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)} || home=''
caches=${XDG_CACHE_HOME:-${home:+$home/.cache}}
if [ -n "${MACHI_CACHE:-}" ]; then
  writable "$MACHI_CACHE" || { echo "cache-folder: MACHI_CACHE=$MACHI_CACHE cannot be written" >&2; exit 1; }
  realpath "$MACHI_CACHE"
elif [ -n "$caches" ] && writable "$caches/machi"; then
  echo "$caches/machi"
else
  writable "$top/_build/cache" || { echo "cache-folder: no cache folder can be written; set MACHI_CACHE" >&2; exit 1; }
  echo "$top/_build/cache"
fi
