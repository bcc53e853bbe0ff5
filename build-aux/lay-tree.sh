#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lay-tree.sh [SUITE [GROUP...]]: lay a private Debian tree in the user's cache folder unless it is there, and print its
# path. SUITE is trixie (Debian 13) unless given; the GROUPs are those of the file packages, without any the ones to
# build, run and test Machi.
# lay-tree.sh --archives SUITE FOLDER SOURCE...: put the original archives of source packages into FOLDER instead.
#
# Uses the host's apt (with an own state: the host's packages and lists stay untouched), dpkg-deb and tar; needs no
# root. The tree is named after a hash of its package list and of these scripts: a change lays a new one beside it, so
# that whoever works in the old one is not disturbed. Lay it anew: remove the folder.
# For the cache folder see cache-folder.sh. MACHI_MIRROR: a Debian mirror, where apt's own configuration names none.
set -euo pipefail
archives=
if [ "${1-}" = --archives ]; then archives=$3 suite=$2; shift 3; else suite=${1:-trixie}; shift $(($# > 0)); fi
if [ $# = 0 ]; then groups=(build run 'test' tree); else groups=("$@"); fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=$("$here/cache-folder.sh")
apt=$cache/apt-$suite

say() { echo "$*" >&2; }
die() { say "lay-tree: $*"; exit 1; }

# Words of the lines "GROUP: ..." of the package list, for each GROUP.
words() { local g; for g; do sed -n "s/^$g: *//p" "$here/packages"; done | tr -s ' ' '\n'; }

# The mirror the host itself uses. apt tells only after a first "apt-get update"; before that, ask its source files.
mirror() {
  local m=${MACHI_MIRROR:-}
  # shellcheck disable=SC2016
  [ -n "$m" ] || m=$(apt-get indextargets --format '$(REPO_URI) $(SUITE) $(ORIGIN)' 'Created-By: Packages' 2>/dev/null |
    awk '$2 !~ /security|updates|backports/ && $3 == "Debian" { sub("/$", "", $1); print $1; exit }') || true
  [ -n "$m" ] || m=$(sed -nE 's/^(deb[[:space:]]+(\[[^]]*\][[:space:]]+)?|URIs:[[:space:]]*)([^[:space:]]+).*/\3/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    sed 's#/$##' | grep -m1 '/debian$') || true
  [ -n "$m" ] || die "apt's configuration names no Debian mirror: set MACHI_MIRROR"
  echo "$m"
}

# An apt of our own: nothing of the host's state is read or written, only its way to the network is taken over.
configure_apt() {
  local keys=/usr/share/keyrings/debian-archive-keyring.gpg m
  [ -r "$keys" ] || keys=${keys%.gpg}.pgp
  [ -r "$keys" ] || die "Debian's archive keys are missing: install debian-archive-keyring"
  m=$(mirror)
  mkdir -p "$apt"/etc/{apt.conf.d,preferences.d,trusted.gpg.d,sources.list.d}
  mkdir -p "$apt"/{lists,archives,none}/partial "$apt/log"
  : >"$apt/status"
  echo "deb${archives:+-src} [signed-by=$keys] $m $suite main" >"$apt/etc/sources.list"
  cat >"$apt/apt.conf" <<C
Dir::Etc "$apt/etc"; Dir::Etc::main "/dev/null"; Dir::Etc::parts "$apt/etc/apt.conf.d";
Dir::State "$apt"; Dir::State::status "$apt/status"; Dir::State::lists "$apt/lists";
Dir::Cache "$apt"; Dir::Cache::archives "$apt/archives"; Dir::Cache::srcpkgcache ""; Dir::Log "$apt/log";
APT::Install-Recommends "false"; APT::Sandbox::User "root"; Acquire::Languages "none"; Debug::NoLocking "true";
C
  apt-config dump 2>/dev/null | grep -E '^Acquire::(http|https|Check-)' >>"$apt/apt.conf" || true
}

# Fetch what the list needs, signatures verified; leaves the file names of all .debs in $apt/debs.
download() {
  local want
  export APT_CONFIG=$apt/apt.conf
  apt-get -qq -o APT::Update::Error-Mode=any update || die "the Debian mirror cannot be read (no network?)"
  mapfile -t want < <(apt-cache dumpavail | awk '/^Package: /{p=$2} /^Essential: yes/{print p}' | sort -u
    words "${groups[@]}")
  apt-get -qq -y -o Dir::Cache::archives="$apt/none" --print-uris install "${want[@]}" |
    awk '{print $2}' | sort >"$apt/debs"
  [ -s "$apt/debs" ] || die "apt found nothing to lay"
  apt-get -qq -y --download-only install "${want[@]}" >/dev/null
  find "$apt/archives" -name '*.deb' -ctime +14 -delete
}

# The archive of a source package as its authors released it, without Debian's changes.
fetch_archives() {
  local file uri
  configure_apt
  export APT_CONFIG=$apt/apt.conf
  apt-get -qq -o APT::Update::Error-Mode=any update || die "the Debian mirror cannot be read (no network?)"
  mkdir -p "$archives"
  apt-get -qq --print-uris source "$@" | tr -d "'" | while read -r uri file _; do
    case $file in *.orig.tar.*) /usr/lib/apt/apt-helper download-file "$uri" "$archives/$file" >/dev/null ;; esac
  done
}

# unpack TREE DEB: documentation and translations stay out, but those of GTK and libadwaita are wanted in tests.
unpack() {
  local x=() d
  for d in doc man info gtk-doc lintian help bug; do x+=(--exclude "./usr/share/$d/*"); done
  case $2 in
    libgtk-4-*|libadwaita-*) x+=(--exclude '*-properties.mo') ;;
    *) x+=(--exclude './usr/share/locale/*/*') ;;
  esac
  dpkg-deb --fsys-tarfile "$apt/archives/$2" |
    tar -x --keep-directory-symlink --no-same-owner -C "$1" "${x[@]}"
}

lay() {
  local new=$1 d u=() bwrap
  mkdir -p "$new"/usr/{bin,sbin,lib,lib64} "$new"/{etc,var/lib/dbus,usr/local/share/fonts,proc,dev,tmp,run}
  for d in bin sbin lib lib64; do ln -s "usr/$d" "$new/$d"; done
  export apt; export -f unpack
  xargs -P "$(nproc)" -I{} bash -c 'set -eo pipefail; unpack "$@"' - "$new" {} <"$apt/debs"
  cp "$apt/debs" "$new/.packages"
  mapfile -t bwrap < <("$here/bwrap-of.sh" "$new")
  [ "$(id -u)" = 0 ] || u=(--unshare-user --uid 0 --gid 0)
  "${bwrap[@]}" "${u[@]}" --bind "$new" / --proc /proc --dev /dev --tmpfs /tmp --ro-bind "$here" /tmp/aux \
    --clearenv --setenv PATH /usr/sbin:/usr/bin --unshare-net \
    sh /tmp/aux/tree-triggers.sh "$(words locale | tr '\n' ' ')"
}

if [ -n "$archives" ]; then
  apt=$apt-source
  fetch_archives "$@"
  exit
fi

stamp=$( (cd "$here" && words "${groups[@]}" locale && cat lay-tree.sh tree-triggers.sh) | sha256sum | cut -c1-12)
name=$suite
[ $# = 0 ] || name=$suite-$(IFS=+; echo "$*")
tree=$cache/$name-$stamp
if [ ! -e "$tree" ]; then
  for c in apt-get dpkg-deb tar awk flock; do command -v "$c" >/dev/null || die "$c is missing on this machine"; done
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock 9 # two first runs at once: the second waits and finds it laid
  if [ ! -e "$tree" ]; then
    say "Laying a private Debian tree ($suite) in $tree (once; less than a minute on a good line, up to 1.4 GB) ..."
    rm -rf "$cache"/*.new # left by one that was killed
    new=$tree.new
    trap 'rm -rf "$new"' EXIT
    configure_apt
    download
    lay "$new"
    rm -rf "$apt"/*.bin "$apt/lists"
    mv "$new" "$tree"
    # Trees nobody has entered for a week go.
    find "$cache" -mindepth 1 -maxdepth 1 -type d ! -name 'apt-*' ! -path "$tree" -mtime +7 -exec rm -rf {} +
  fi
fi
touch "$tree" # in use
echo "$tree"
