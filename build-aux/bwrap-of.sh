#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bwrap-of.sh TREE: print the words that start bubblewrap, one a line: the host's own, or else the one inside TREE,
# started with TREE's loader and libraries.
set -eu
if command -v bwrap; then exit; fi
for loader in "$1"/usr/lib*/ld-linux*.so.* "$1"/usr/lib/*-linux-gnu*/ld-linux*.so.*; do
  [ -x "$loader" ] && break
done
printf '%s\n' "$loader" --library-path "$(echo "$1"/usr/lib/*-linux-gnu*)" "$1/usr/bin/bwrap"
