#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# screenshot.sh OUT.png WxH|- PROGRAM [ARGS]: on the present display (see in-display.sh), open PROGRAM, wait until its
# window is painted, take its picture and close it. With WxH, which must be the size of the screen, the window fills it.
set -euo pipefail
out=$1 size=$2; shift 2
deadline=$((SECONDS + ${MACHI_SCREENSHOT_TIMEOUT:-30}))

die() { echo "screenshot: $*" >&2; kill "$program" 2>/dev/null || true; exit 1; }
alive() { kill -0 "$program" 2>/dev/null || die "the program ended before its window was painted"; }
in_time() { [ "$SECONDS" -lt "$deadline" ] || die "no painted window in time"; }

# Colours in the window: not yet painted it has one or two.
colours() { xwd -silent -id "$window" | tail -c +4096 | od -An -v -tx4 -w4 | uniq | sort -u | wc -l; }

# Painted: colourful, and the same three times; what never comes to rest is taken as it is after a while.
wait_painted() {
  local last='' now same=0 rest=$((SECONDS + 10))
  while :; do
    alive; in_time
    sleep 0.25
    now=$(xwd -silent -id "$window" | sha256sum)
    if [ "$now" = "$last" ]; then same=$((same + 1)); else same=0; fi
    last=$now
    if [ "$same" -ge 2 ] || [ "$SECONDS" -gt "$rest" ]; then [ "$(colours)" -lt 9 ] || break; fi
  done
}

# In a corner, where it brings up no tooltip.
xdotool mousemove 9999 9999

"$@" &
program=$!
until window=$(xdotool search --onlyvisible --pid "$program" 2>/dev/null | head -1) && [ -n "$window" ]; do
  alive; in_time; sleep 0.1
done
# No window manager runs here that would do it.
[ "$size" = - ] || xdotool windowmove "$window" 0 0 windowsize "$window" "${size%x*}" "${size#*x}"
xdotool windowfocus "$window"
wait_painted
if [ "$size" = - ]; then maim -u -i "$window" "$out"; else maim -u "$out"; fi
kill "$program"
wait "$program" 2>/dev/null || true
