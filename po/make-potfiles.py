#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints, or with --check compares, POTFILES.in: every file that has a text for translation."""
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parent.parent
marked = {'.c': re.compile(r'\b(?:N?C?_|ngettext|g_dngettext)\s*\('), '.ui': re.compile(r'translatable="yes"')}


def has_text(path):
    if path.suffix in marked:
        return marked[path.suffix].search(path.read_text(encoding='utf-8')) is not None
    return path.name.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml'))


def wanted():
    paths = [p for folder in ('data', 'src', 'ui') for p in (top / folder).rglob('*') if p.is_file()]
    paths = [p for p in paths if not p.is_relative_to(top / 'data/catalog')]
    return sorted(str(p.relative_to(top)) for p in paths if has_text(p))


text = '# Made by po/make-potfiles.py; a test holds it.\n' + '\n'.join(wanted()) + '\n'
if sys.argv[1:] == ['--check']:
    if (top / 'po/POTFILES.in').read_text(encoding='utf-8') != text:
        sys.exit('po/POTFILES.in is out of date: run po/make-potfiles.py > po/POTFILES.in')
else:
    sys.stdout.write(text)
