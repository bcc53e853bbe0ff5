#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# in-tools.sh WORK devel|stable: the part of try.sh that runs where flatpak is: build, install, use, look from inside, bundle,
# extend, uninstall. WORK/checkout is what devel builds, stable the release archive; WORK/user is the installation, which has the
# runtimes.
set -euo pipefail
work=$1 branch=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
app=org.machi.Machi
ref=$app//$branch manifest=$app.json
[ "$branch" = stable ] || manifest=$app.Devel.json
before=${MACHI_SECONDS:-0}
cd "$work"
export FLATPAK_USER_DIR=$work/user

die() { echo "flatpak/in-tools: $*" >&2; exit 1; }
step() { printf '[%3d s] %s\n' $((before + SECONDS)) "$*"; }
# log FILE CMD...: what CMD says matters only if it fails.
log() { local file=$1; shift; "$@" >"$file" 2>&1 || { tail -40 "$file" >&2; die "failed: $*"; }; }
installed() { flatpak --user list --columns=application | grep -c "^$app" || true; }
within() { flatpak run --command=bash "$ref" -c "$1"; }

build() {
  step "Building $manifest"
  python3 "$here/local.py" "$here/$manifest" "$work" | sed 's/^/  /'
  rm -rf apps
  log build.log flatpak-builder --user --disable-rofiles-fuse --sandbox --disable-download --force-clean --ccache \
    --default-branch="$branch" --repo=apps --state-dir=state built local.json
  grep -E '^(Ok|Fail|Skipped): ' build.log | sed 's/^/  tests: /' || [ "$branch" = stable ] || die "no test ran"
  find built/export -type f | sed 's/^built/  /'
}

bundle() {
  step "Bundle"
  flatpak build-bundle apps "$app.flatpak" "$app" "$branch"
  echo "  $(du -k "$app.flatpak" | cut -f1) KB"
  # Gone again: what is used is what the bundle has.
  flatpak --user install -y --noninteractive --bundle "$app.flatpak" >install.log
  flatpak --user info "$ref" | grep -E 'Ref|Runtime|Installed' | sed 's/^ */  /'
}

# Beside the sandbox, in the same network and home, these can be reached; from within they must not.
isolation() {
  local port secret=$HOME/secret
  step "What the sandbox lets through"
  flatpak info --user --show-permissions "$ref" | sed -n 's/^\(shared\|sockets\|devices\|filesystems\)=/  &/p'
  echo secret >"$secret"
  mkfifo "$XDG_RUNTIME_DIR/port"
  python3 -u -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])
while True: s.accept()[0].close()' >"$XDG_RUNTIME_DIR/port" &
  server=$!
  read -r port <"$XDG_RUNTIME_DIR/port"
  (exec 3<>"/dev/tcp/127.0.0.1/$port") || die "the server for the proof does not answer"
  within "(exec 3<>/dev/tcp/127.0.0.1/$port) 2>/dev/null" && die "the network can be reached from inside"
  [ "$(within 'grep -c : /proc/net/dev')" = 1 ] || die "there are network interfaces inside"
  within "cat '$secret' 2>/dev/null || ls '$work/checkout' 2>/dev/null || ls /run/host/root 2>/dev/null" &&
    die "home or the machine's files can be read from inside"
  within "mkdir -p ~ 2>/dev/null; echo x >~/left 2>/dev/null; true"
  [ ! -e "$HOME/left" ] || die "home can be written from inside"
  kill "$server"
  echo "  from inside neither network nor home can be reached; interfaces: $(within 'sed -n "s/^ *\(.*\):.*/\1/p" /proc/net/dev')"
}

extend() {
  step "A pack as an extension"
  rm -rf pack
  mkdir -p pack/files pack/var
  cp "$here"/demo-pack/*.json pack/files/
  printf '[Runtime]\nname=%s.Pack.demo\n\n[ExtensionOf]\nref=app/%s/%s/%s\n' "$app" "$app" "$(uname -m)" "$branch" \
    >pack/metadata
  log export.log flatpak build-export --runtime --files=files apps pack 1
  flatpak build-bundle --runtime apps demo-pack.flatpak "$app.Pack.demo" 1
  flatpak --user install -y --noninteractive --bundle demo-pack.flatpak >>install.log
  echo "  $(du -k demo-pack.flatpak | cut -f1) KB, seen inside as $(within 'echo /app/share/machi/packs/*/manifest.json')"
}

use() {
  step "Using it: $1"
  rm -f "$2.pdf"
  python3 "$here/portal.py" "$2.pdf" &
  local portal=$!
  flatpak run --env=GSK_RENDERER=cairo --unset-env=GDK_DEBUG "$ref" "${@:3}" 2>"$2.log" &
  local running=$!
  python3 "$here/drive.py" "$1" "$work/$2.png" | sed 's/^/  /'
  flatpak kill "$app" || true
  wait "$running" || true
  kill "$portal"
  ! grep -E 'CRITICAL|ERROR|Traceback' "$2.log" || die "the program complained"
}

search_provider() {
  step "The search provider, within the sandbox"
  flatpak run --command=/app/libexec/machi-search-provider "$ref" 2>provider.log &
  local i
  for i in $(seq 50); do
    gdbus wait --session --timeout 1 "$app.SearchProvider" 2>/dev/null && break
  done
  gdbus call --session --dest "$app.SearchProvider" --object-path /org/machi/Machi/SearchProvider \
    --method org.gnome.Shell.SearchProvider2.GetInitialResultSet "['osaka']" | grep -o "'machi:city/osaka'" | sed 's/^/  /'
  flatpak kill "$app" || true
}

remove() {
  step "Uninstalling"
  flatpak --user uninstall -y --noninteractive "$app" >>install.log 2>&1
  [ "$(installed)" = 0 ] || die "something of it stayed: $(flatpak --user list)"
  [ -z "$(find "$FLATPAK_USER_DIR/exports" -name "$app*" 2>/dev/null)" ] || die "exported files stayed"
  echo "  nothing is left"
}

all() {
  # A plain user's installation asks the system bus about parental controls: there is none.
  export DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS
  [ "$(installed)" = 0 ] || flatpak --user uninstall -y --noninteractive "$app" >/dev/null 2>&1
  build
  bundle
  isolation
  use report report machi:overview
  search_provider
  extend
  use pack pack
  remove
}

if [ "${3-}" = all ]; then
  all
else
  # in-display.sh gives a home of its own: flatpak's data of the app go there too.
  MACHI_SCREEN=1100x760 GTK_A11Y=atspi exec "$here/../build-aux/in-display.sh" "$here/in-tools.sh" "$work" "$branch" all
fi
