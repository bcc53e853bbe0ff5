#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# stand-in.sh WORK VERSION PLATFORM-TREE SDK-TREE: make org.gnome.Platform and org.gnome.Sdk of that version from two Debian
# trees, and install them in WORK/user. Run where flatpak and ostree are.
set -euo pipefail
work=$1 version=$2 platform=$3 sdk=$4
arch=$(uname -m)
multiarch=$arch-linux-gnu
export FLATPAK_USER_DIR=$work/user # an installation of its own: a stand-in must never reach a person's

metadata() {
  cat <<M
[Runtime]
name=$1
runtime=org.gnome.Platform/$arch/$version
sdk=org.gnome.Sdk/$arch/$version

[Extension org.freedesktop.Platform.GL]
directory=lib/$multiarch/GL
no-autodownload=true
subdirectories=true
version=1.4

[Extension $1.Locale]
directory=share/runtime/locale
autodelete=true
locale-subset=true
no-autodownload=true
M
}

# The fonts of the machine, as the real runtime sees them.
fonts() {
  cat <<F
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/run/host/fonts</dir><dir>/run/host/local-fonts</dir><dir>/run/host/user-fonts</dir><dir>/app/share/fonts</dir>
  <include ignore_missing="yes">/run/host/font-dirs.xml</include>
</fontconfig>
F
}

# commit ID TREE: the tree's /usr and /etc, as flatpak wants a runtime.
commit() {
  local id=$1 tree=$2 new=$work/new-$1
  rm -rf "$new"
  mkdir -p "$new/files" "$new/var" # wanted, though nothing is in them
  cp -al "$tree/usr" "$new/usr"
  cp -a "$tree/etc" "$new/usr/etc"
  (cd "$new/usr/etc" && rm -rf machine-id hosts resolv.conf localtime passwd group mtab ld.so.cache ../share/doc)
  ln -s /proc/self/mounts "$new/usr/etc/mtab"
  # The libraries of the app and its extensions come first.
  printf '%s\n' 'include /run/flatpak/ld.so.conf.d/app-*.conf' 'include /app/etc/ld.so.conf' /app/lib "/app/lib/$multiarch" \
    'include /run/flatpak/ld.so.conf.d/runtime-*.conf' "/usr/lib/$multiarch" /usr/lib >"$new/usr/etc/ld.so.conf"
  mkdir -p "$new/usr/etc/fonts" "$new/usr/lib/$multiarch/GL" "$new/usr/share/runtime/locale"
  fonts >"$new/usr/etc/fonts/local.conf"
  metadata "$id" >"$new/metadata"
  flatpak build-export --runtime --no-update-summary "$work/runtimes" "$new" "$version" >>"$work/stand-in.log" 2>&1
  echo "  $id: $(du -sm "$new" | cut -f1) MB"
  rm -rf "$new"
}

# The same kind of repository as a user's installation: what is installed is linked, not copied.
ostree init --repo="$work/runtimes" --mode=bare-user-only
commit org.gnome.Platform "$platform"
commit org.gnome.Sdk "$sdk"
flatpak build-update-repo --no-update-appstream "$work/runtimes" >>"$work/stand-in.log"
flatpak --user remote-add --if-not-exists --no-gpg-verify stand-in "file://$work/runtimes"
flatpak --user install -y --noninteractive stand-in "org.gnome.Platform//$version" "org.gnome.Sdk//$version" >>"$work/stand-in.log"
