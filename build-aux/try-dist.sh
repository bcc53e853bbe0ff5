#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# try-dist.sh ARCHIVE [MESON TEST ARGS]: build a release archive in a folder of its own, test it, install it into a prefix,
# use it from there, install it under a DESTDIR, and uninstall it. Leaves nothing.
set -euo pipefail
archive=$1; shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix

die() { echo "try-dist: $*" >&2; exit 1; }
step() { printf '[%3d s] %s\n' "$SECONDS" "$*"; }
# What a program started from the prefix is told by a desktop.
installed() { XDG_DATA_DIRS=$prefix/share:/usr/local/share:/usr/share "$here/in-display.sh" "$@"; }
files() { (cd "$1" && find . ! -type d | sort); }
# Made by the installation for all that is installed: no part of Machi.
caches='gschemas.compiled|icon-theme.cache|mimeinfo.cache'

step "Building ${archive##*/}"
python3 -m tarfile --filter data -e "$archive" "$work" # needs no xz
cd "$work"/machi-*/
meson setup build --prefix="$prefix" --werror >setup.log || { cat setup.log; exit 1; }
ninja -C build --quiet
step "Its tests"
meson test -C build --no-rebuild --print-errorlogs "$@" >test.log || { cat test.log; exit 1; }
grep -E '^(Ok|Fail|Skipped|Timeout): ' test.log | sed 's/  */ /; s/^/  /'

step "Installing"
# In this order: uninstalling removes what was installed last.
DESTDIR=$work/dest meson install -C build --no-rebuild --quiet
meson install -C build --no-rebuild --quiet
files "$prefix" | sed 's/^/  /'
[ -z "$(find "$work/dest" ! -type d ! -path "$work/dest$prefix/*")" ] || die "DESTDIR is not honoured"
diff <(files "$prefix" | grep -vE "$caches") <(files "$work/dest$prefix" | grep -vE "$caches") || die "DESTDIR gets other files"

step "Running from the prefix"
"$prefix/bin/machi" --version
installed "$here/screenshot.sh" "$work/shot.png" - "$prefix/bin/machi" machi:city/osaka
[ -s "$work/shot.png" ] || die "no window came"
# The bus finds the service in the prefix and starts the provider.
installed gdbus call --session --dest org.machi.Machi.SearchProvider --object-path /org/machi/Machi/SearchProvider \
  --method org.gnome.Shell.SearchProvider2.GetInitialResultSet "['osaka']" | grep -o "'machi:city/osaka'"

step "Uninstalling"
ninja -C build uninstall >/dev/null
left=$(files "$prefix" | grep -vE "$caches" || true)
[ -z "$left" ] || die "this was left: $left"
step "Nothing is left of it"
