#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# in-tree.sh TREE [--private] [--home] [--nest] [--bind PATH]... -- CMD...: run CMD inside TREE, in the current directory.
#
# The directory (and each PATH) is seen at its own place and can be written; the rest of the host is not seen, but its
# display, session and accessibility bus, fonts and graphics device are, where they exist.
#   --private  none of these and no network either: for tests
#   --home     the user's own home folder, for a program that opens and saves files; else an empty one
#   --nest     CMD makes sandboxes of its own (flatpak)
set -euo pipefail
tree=$1; shift
private='' home='' nest='' binds=("$PWD")
while [ "$1" != -- ]; do
  case $1 in
    --private) private=1 ;;
    --home) home=1 ;;
    --nest) nest=1 ;;
    --bind) binds+=("$2"); shift ;;
    *) echo "in-tree: $1?" >&2; exit 2 ;;
  esac
  shift
done
shift
HOME=${HOME:-/} # a service may have none
uid=$(id -u) user=$(id -un 2>/dev/null || echo machi)
runtime=${XDG_RUNTIME_DIR:-/run/user/$uid} # the same path inside: the address of the accessibility bus names it

mapfile -t b < <("$(dirname "${BASH_SOURCE[0]}")/bwrap-of.sh" "$tree")
b+=(--die-with-parent --unshare-uts --clearenv
  --ro-bind "$tree/usr" /usr
  --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64
  --ro-bind "$tree/etc" /etc --ro-bind "$tree/var" /var --ro-bind-try /etc/localtime /etc/localtime
  --dev /dev --dev-bind-try /dev/dri /dev/dri --ro-bind-try /sys /sys
  --ro-bind-try /usr/share/fonts /usr/local/share/fonts
  --tmpfs /tmp --perms 1777 --dir /tmp/.X11-unix --tmpfs /var/tmp --tmpfs /run --perms 0700 --dir "$runtime")

# Root covers parts of a fresh /proc, and then no sandbox inside may mount its own: give those the host's.
processes() {
  if [ -n "$nest" ] && [ "$uid" = 0 ]; then b+=(--bind /proc /proc); else b+=(--unshare-pid --proc /proc); fi
}

home_folder() {
  if [ -n "$home" ]; then
    # Without a settings service in here, settings are kept in a file.
    b+=(--bind "$HOME" "$HOME" --setenv HOME "$HOME" --setenv GSETTINGS_BACKEND keyfile)
  else
    b+=(--dir /home/machi --setenv HOME /home/machi)
  fi
}

environment() {
  local v
  b+=(--setenv PATH /usr/bin:/usr/sbin --setenv USER "$user" --setenv CC gcc --setenv LANG C.UTF-8
    --setenv XDG_RUNTIME_DIR "$runtime")
  for v in $(compgen -e); do
    case $v in
      LANG|LANGUAGE|LC_*) [ -n "$private" ] || language "$v" ;;
      XDG_DATA_HOME|XDG_CONFIG_HOME|XDG_CACHE_HOME|XDG_STATE_HOME) [ -z "$home" ] || b+=(--setenv "$v" "${!v}") ;;
      TERM|CI|NO_COLOR|CFLAGS|MACHI_*|GTK_*|GSK_*|GDK_*|ADW_*|G_*|GSETTINGS_*|MESON_*|NINJA_*|LIBGL_*|*SAN_OPTIONS)
        b+=(--setenv "$v" "${!v}") ;;
    esac
  done
}

# The person's language, where the tree knows it: an unknown one would only make every program complain.
language() {
  local l=${!1%%.*}
  if [ "$1" = LANGUAGE ] || [ -d "$tree/usr/lib/locale/$l" ] || [ -d "$tree/usr/lib/locale/$l.utf8" ]; then
    b+=(--setenv "$1" "${!1}")
  fi
}

# getpwuid() must find who we are: D-Bus compares the user's number, so that it cannot be another one in here.
account() {
  local line
  line="$user:x:$uid:$(id -g)::$HOME:/bin/sh"
  exec 7< <(grep -v "^[^:]*:[^:]*:$uid:" "$tree/etc/passwd"; echo "$line")
  b+=(--ro-bind-data 7 /etc/passwd)
}

display() {
  local n xauth=${XAUTHORITY:-$HOME/.Xauthority} w=${WAYLAND_DISPLAY-}
  if [ -n "${DISPLAY-}" ]; then
    n=${DISPLAY#*:}; n=/tmp/.X11-unix/X${n%%.*}
    b+=(--setenv DISPLAY "$DISPLAY" --ro-bind-try "$n" "$n")
    [ ! -r "$xauth" ] || b+=(--ro-bind "$xauth" /run/xauth --setenv XAUTHORITY /run/xauth)
  fi
  [ -z "$w" ] || case $w in /*) ;; *) w=$runtime/$w ;; esac
  [ ! -S "$w" ] || b+=(--ro-bind "$w" "$runtime/wayland-0" --setenv WAYLAND_DISPLAY wayland-0)
}

buses() {
  local bus=${DBUS_SESSION_BUS_ADDRESS-} path
  if [ -z "$bus" ] && [ -S "$runtime/bus" ]; then bus=unix:path=$runtime/bus; fi
  case $bus in
    unix:path=*)
      path=${bus#unix:path=}; path=${path%%,*}
      if [ -S "$path" ]; then
        b+=(--ro-bind "$path" "$runtime/bus" --setenv DBUS_SESSION_BUS_ADDRESS "unix:path=$runtime/bus")
      fi ;;
    unix:abstract=*) b+=(--setenv DBUS_SESSION_BUS_ADDRESS "$bus") ;;
  esac
  # The folder, not the socket: the socket comes only when the first program asks for it.
  if [ -n "$bus" ] && [ -d "$runtime" ]; then
    [ -d "$runtime/at-spi" ] || mkdir -m 700 "$runtime/at-spi"
    b+=(--bind "$runtime/at-spi" "$runtime/at-spi")
  fi
}

processes
home_folder
environment
account
if [ -n "$private" ]; then b+=(--unshare-net --unshare-ipc); else display; buses; fi
for d in "${binds[@]}"; do b+=(--bind "$d" "$d"); done
exec "${b[@]}" --chdir "$PWD" -- "$@"
