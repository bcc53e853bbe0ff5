# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# tree-triggers.sh LOCALES: run inside a freshly unpacked tree, as its root; does what of the packages' maintainer
# scripts matters to building and running a GTK program.
set -u
locales=$1
lib=$(echo /usr/lib/*-linux-gnu)
try() { if [ -x "$1" ]; then "$@" >/dev/null 2>&1 || echo "tree-triggers: $1 failed" >&2; fi; }
alternative() { if [ ! -e "/usr/bin/$1" ] && [ -e "/usr/bin/$2" ]; then ln -s "$2" "/usr/bin/$1"; fi; }

accounts() {
  cp /usr/share/base-passwd/passwd.master /etc/passwd
  cp /usr/share/base-passwd/group.master /etc/group
  ln -sf ../proc/self/mounts /etc/mtab
  echo 'hosts: files dns' >/etc/nsswitch.conf
  echo '127.0.0.1 localhost' >/etc/hosts
  echo 0123456789abcdef0123456789abcdef >/etc/machine-id
  : >/etc/localtime # both are mounted over
  : >/etc/resolv.conf
}

# What fontconfig-config's script links; its choice of hinting and antialiasing.
fonts() {
  mkdir -p /etc/fonts/conf.d
  for f in /usr/share/fontconfig/conf.avail/*.conf; do
    case ${f##*/} in
      *bitmap*|65-khmer.conf) ;;
      10-hinting-slight.conf|10-scale*|10-yes-antialias.conf|11-lcdfilter-default.conf|[2-9]?-*)
        ln -sf "$f" /etc/fonts/conf.d/ ;;
    esac
  done
  try /usr/bin/fc-cache -s
}

# Of the 236 MB of locales keep those we test in. A locale's files are links into others: copy what they point to.
keep_locales() {
  cd /usr/lib/locale || return
  mkdir keep
  for l in $locales C; do
    for d in "$l.utf8" "$l"; do if [ -d "$d" ]; then cp -rL "$d" keep/; break; fi; done
  done
  find . -mindepth 1 -maxdepth 1 ! -name keep -exec rm -rf {} +
  mv keep/* . && rmdir keep
}

# The catalogue that lets xmllint and others find DocBook's schemas without a network.
xml_catalog() {
  mkdir -p /etc/xml
  {
    echo '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
    find /usr/share/xml -name "catalog*.xml" -printf '<nextCatalog catalog="file://%p"/>\n'
    echo '</catalog>'
  } >/etc/xml/catalog
}

ldconfig
try "$lib/glib-2.0/glib-compile-schemas" /usr/share/glib-2.0/schemas
try "$lib/glib-2.0/gio-querymodules" "$lib/gio/modules" "$lib/gtk-4.0/4.0.0/printbackends"
try "$lib/gdk-pixbuf-2.0/gdk-pixbuf-query-loaders" --update-cache
try /usr/bin/update-mime-database /usr/share/mime
try /usr/bin/update-desktop-database
for d in /usr/share/icons/*/; do [ -f "$d/index.theme" ] && try /usr/bin/gtk4-update-icon-cache -q -f "$d"; done
accounts
fonts
keep_locales
xml_catalog
# What update-alternatives would have made.
alternative awk mawk; alternative nawk mawk; alternative cc gcc
alternative c99 c99-gcc; alternative which which.debianutils
for p in /usr/bin/python3.[0-9]*; do case $p in *config) ;; *) alternative python3 "${p##*/}" ;; esac; done
exit 0
