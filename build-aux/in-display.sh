#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# in-display.sh CMD...: run CMD on an X server, a session bus and in a home folder of its own, all gone afterwards;
# the exit status is CMD's. For tests, called by meson and by hand, inside the private tree and outside.
# MACHI_SCREEN: size of the screen (1280x1024). GTK_A11Y: "test" unless given ("atspi" for the real thing).
set -u
if ! command -v Xvfb dbus-run-session >/dev/null; then
  echo "in-display: needs Xvfb and dbus-run-session" >&2
  exit 77 # what meson takes for "skipped"
fi

own=$(mktemp -d)
server=
# shellcheck disable=SC2317
cleanup() { [ -z "$server" ] || kill "$server" 2>/dev/null; wait; rm -rf "$own"; }
trap cleanup EXIT
trap 'exit 143' TERM INT HUP

mkdir -m 700 "$own"/{home,config,data,cache,state,run}
export HOME=$own/home XDG_CONFIG_HOME=$own/config XDG_DATA_HOME=$own/data XDG_CACHE_HOME=$own/cache
export XDG_STATE_HOME=$own/state XDG_RUNTIME_DIR=$own/run
export GSK_RENDERER=cairo GDK_BACKEND=x11 GDK_DEBUG=no-portals GSETTINGS_BACKEND=memory GTK_A11Y=${GTK_A11Y:-test}
unset WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS

# GNOME's font, and no window border: without a window manager GTK draws one inside the window, and a window asked to be
# 360 wide would have 350 for its content.
mkdir "$own/config/gtk-4.0"
printf '[Settings]\ngtk-font-name=Cantarell 11\n' >"$own/config/gtk-4.0/settings.ini"
echo 'window.solid-csd { padding: 0; box-shadow: none; }' >"$own/config/gtk-4.0/gtk.css"

# The server picks a free number and says which: no guessing, no polling.
mkfifo "$own/number"
Xvfb -displayfd 6 -screen 0 "${MACHI_SCREEN:-1280x1024}x24" -noreset -nolisten tcp 6>"$own/number" 2>"$own/xvfb.log" &
server=$!
read -r number <"$own/number" || { cat "$own/xvfb.log" >&2; exit 1; }
export DISPLAY=:$number

# What the bus has to say is no part of CMD's output, unless it cannot start.
exec 9>&2
dbus-run-session -- bash -c 'exec "$@" 2>&9 9>&-' - "$@" 2>"$own/bus.log"
status=$?
[ "$status" != 127 ] || cat "$own/bus.log" >&2
exit "$status"
