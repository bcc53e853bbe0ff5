#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# try.sh [--release]: the whole way of Machi's Flatpak, without Flathub and without flatpak on this machine: see README.md
# beside it. It builds the checkout; with --release the release archive that ./dev dist made.
# What it makes stays in the cache folder (about 2 GB), so that a second run is quick.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=${here%/*} aux=${here%/*}/build-aux
work=$("$aux/cache-folder.sh")/flatpak
suite=forky version=51 branch=devel
[ "${1-}" != --release ] || branch=stable

die() { echo "flatpak/try: $*" >&2; exit 1; }
step() { printf '[%3d s] %s\n' "$SECONDS" "$*"; }
in_tools() { "$aux/in-tree.sh" "$tools" --private --nest --bind "$work" --bind "$top" -- "$@"; }

# What the stand-ins are made from: another list makes new ones.
stamp() {
  (cd "$aux" && echo "$version" && grep -E '^(platform|sdk|locale):' packages && cat lay-tree.sh tree-triggers.sh "$here/stand-in.sh") |
    sha256sum | cut -c1-12
}

for c in apt-get dpkg-deb tar awk flock; do
  command -v "$c" >/dev/null || {
    echo "flatpak/try: $c is missing: the platform's stand-in is laid from Debian packages by apt.
With flatpak-builder and Flathub's GNOME runtime the real thing is: flatpak-builder --user --install --force-clean \\
  --install-deps-from=flathub _build/flatpak flatpak/org.machi.Machi.Devel.json" >&2
    exit 77
  }
done
mkdir -p "$work"
cd "$work"
exec 7>lock
flock -n 7 || die "another run is under way"

step "Tools: flatpak, flatpak-builder, an X server, in a Debian tree of their own"
tools=$("$aux/lay-tree.sh" "$suite" flatpak 'test')
in_tools bash -c 'bwrap --unshare-all --ro-bind / / --proc /proc --dev /dev true' 2>/dev/null ||
  die "this machine lets no sandbox run in a sandbox (user namespaces are switched off): flatpak cannot be tried here"

if [ "$(cat stand-in 2>/dev/null)" != "$(stamp)" ]; then
  rm -rf stand-in runtimes user sources.done
  step "Stand-ins for GNOME's platform and SDK $version from Debian packages ($suite)"
  platform=$("$aux/lay-tree.sh" "$suite" platform)
  sdk=$("$aux/lay-tree.sh" "$suite" platform sdk)
  step "Committing and installing them, for this trial only"
  "$aux/in-tree.sh" "$tools" --private --nest --bind "$work" --bind "$top" --bind "${platform%/*}" -- \
    "$here/stand-in.sh" "$work" "$version" "$platform" "$sdk"
  rm -rf "$platform" "$sdk" # the installation has all of it
  stamp >stand-in
fi

if [ ! -e archives ]; then
  step "Archives of the modules, from Debian's source packages"
  "$aux/lay-tree.sh" --archives "$suite" "$work/archives.new" protobuf-c libshumate
  mv archives.new archives
fi

step "A copy of the checkout"
rm -rf checkout
mkdir checkout
tar -C "$top" -c --exclude=./_build --exclude=./.git --exclude=./.flatpak-builder . | tar -x -C checkout

in_tools env MACHI_SECONDS="$SECONDS" "$here/in-tools.sh" "$work" "$branch"
step "Disk: $(du -sm "$work" | cut -f1) MB in all, $(du -sm "$work/user/runtime" | cut -f1) MB of it the two runtimes"
step "Done. Pictures: $work/report.png, $work/pack.png; bundle: $work/org.machi.Machi.flatpak"
