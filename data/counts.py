#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes into README.md what the built-in catalogue holds, between its two marks.

counts.py           rewrite README.md
counts.py --check   only say whether it is right
"""
import json
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parent.parent
kinds = [('report', 'reports'), ('network', 'networks'), ('city', 'cities and regions'), ('cooperation', 'cooperations'),
         ('project', 'projects'), ('programme', 'programmes'), ('organisation', 'organisations'),
         ('document', 'documents'), ('term', 'terms of a glossary'), ('source', 'sources')]


def count():
    found = {}
    for path in (top / 'data/catalog').glob('*.json'):
        pack = json.loads(path.read_text(encoding='utf-8'))
        entries = next((value for value in pack.values() if isinstance(value, list)), [])
        found[pack.get('kind')] = found.get(pack.get('kind'), 0) + len(entries)
    return found


def sentence(found):
    parts = [f'{found[kind]:,} {name}' for kind, name in kinds if found.get(kind)]
    return ', '.join(parts[:-1]) + ' and ' + parts[-1] + '.'


readme = top / 'README.md'
old = readme.read_text(encoding='utf-8')
new = re.sub(r'(<!-- counts -->\n).*?(\n<!-- /counts -->)', lambda m: m[1] + sentence(count()) + m[2], old, flags=re.S)
if sys.argv[1:] == ['--check']:
    sys.exit(0 if old == new else 'README.md states other counts than the catalogue has: run data/counts.py')
readme.write_text(new, encoding='utf-8')
