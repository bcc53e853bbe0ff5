#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# languages.sh BUILD OUT [LANGUAGE...]: pictures of the overview, a city and a report in each LANGUAGE (all of po/LINGUAS, then
# "long" and "rtl", see po/pseudo.py) in its own locale, in OUT/LANGUAGE-PAGE.png. The two that nobody reads get more pages.
# Called by "./dev screenshots --languages", where Machi is built.
set -euo pipefail
build=$1 out=$2; shift 2
aux=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(dirname "$aux")
if [ $# = 0 ]; then mapfile -t languages < <(grep -v '^#' "$top/po/LINGUAS"; echo long; echo rtl); else languages=("$@"); fi
size=${MACHI_SCREEN:-1000x720}
failed=''

die() { echo "languages: $*" >&2; exit 1; }

# The locale of a language as the list of packages has it: the first that begins with its name.
locale_of() {
  local name
  case $1 in long) name=en_US ;; rtl) name=ar_EG ;; *)
    name=$(sed -n 's/^locale: *//p' "$aux/packages" | tr -s ' ' '\n' | grep -m1 -E "^$1(_|\$)") || die "no locale for $1" ;;
  esac
  [ "$(LC_ALL=$name.UTF-8 locale charmap 2>/dev/null)" = UTF-8 ] || die "the locale $name is not installed"
  echo "$name.UTF-8"
}

# Made of a new template, beside the true ones, which the catalogue's texts come from.
make_pseudo() {
  local kind=$1 name=$2
  mkdir -p "$out/locale/$name/LC_MESSAGES"
  ln -sfn "$top/$build/po/catalog" "$out/locale/catalog"
  python3 -c "import sys; sys.path.insert(0, 'po'); import check; check.make_template('$out')"
  python3 po/pseudo.py "$kind" "$out/machi.pot" >"$out/$kind.po"
  msgfmt --check-format -o "$out/locale/$name/LC_MESSAGES/machi.mo" "$out/$kind.po"
}

shot() {
  local language=$1 locale=$2 page=$3 address=$4 screen=$5
  shift 5
  env "$@" LC_ALL="$locale" LANG="$locale" MACHI_SCREEN="$screen" GSETTINGS_SCHEMA_DIR="$top/$build/data" \
    "$aux/in-display.sh" "$aux/screenshot.sh" "$out/$language-$page.png" "$screen" "$build/src/machi" "$address" ||
    failed+=" $language-$page"
}

cd "$top"
mkdir -p "$out"
out=$(cd "$out" && pwd)
for language in "${languages[@]}"; do
  locale=$(locale_of "$language")
  words=(LANGUAGE="$language" MACHI_LOCALEDIR="$top/$build/po")
  case $language in
    long) make_pseudo long en_XA; words=(LANGUAGE=en_XA MACHI_LOCALEDIR="$out/locale") ;;
    rtl) make_pseudo rtl ar; words=(LANGUAGE=ar MACHI_LOCALEDIR="$out/locale") ;;
  esac
  shot "$language" "$locale" overview machi:overview "$size" "${words[@]}"
  shot "$language" "$locale" city machi:city/kitakyushu "$size" "${words[@]}"
  shot "$language" "$locale" report machi:report/kumamoto-groundwater "$size" "${words[@]}"
  case $language in
    long|rtl)
      for view in projects timeline map compare 'search?q=zzqq' problems; do
        shot "$language" "$locale" "${view%%\?*}" "machi:$view" "$size" "${words[@]}"
      done
      shot "$language" "$locale" narrow machi:city/kitakyushu 360x720 "${words[@]}"
      shot "$language" "$locale" narrow-projects machi:projects 360x720 "${words[@]}" ;;
  esac
  echo "$language: $locale"
done
[ -z "$failed" ] || die "no picture of$failed"
