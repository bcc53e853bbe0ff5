#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# update.sh: brings the templates and all translations of the catalogue up to date with its texts. Run it when a text of
# data/catalog has changed: ./dev shell po/catalog/update.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
./extract.py
while read -r language; do
  [[ $language =~ ^[a-z] ]] || continue
  for name in records reports; do
    po=$name/$language.po
    [ -f "$po" ] || msginit --no-translator --locale="$language" --input="$name.pot" --output-file="$po"
    msgmerge --quiet --update --previous --backup=none "$po" "$name.pot"
    echo "$po: $(msgfmt --check --statistics -o /dev/null "$po" 2>&1)"
  done
done <LINGUAS
