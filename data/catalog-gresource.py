#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the GResource manifest of a catalogue folder: all its JSON records and reports.

catalog-gresource.py FOLDER --output FILE   write the manifest
catalog-gresource.py --list FOLDER          print the files, one a line, for the build's dependencies
"""
import pathlib
import sys
from xml.sax.saxutils import escape


def names(folder):
    found = [*folder.glob('*.json'), *folder.glob('reports/*.xml')]
    return sorted(str(path.relative_to(folder)) for path in found)


def manifest(folder):
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<gresources>',
             '  <gresource prefix="/org/machi/Machi/catalog">']
    lines += [f'    <file>{escape(name)}</file>' for name in names(folder)]
    return '\n'.join([*lines, '  </gresource>', '</gresources>', ''])


if sys.argv[1] == '--list':
    here = pathlib.Path(__file__).parent
    print('\n'.join(f'{sys.argv[2]}/{name}' for name in names(here / sys.argv[2])))
else:
    pathlib.Path(sys.argv[3]).write_text(manifest(pathlib.Path(sys.argv[1])), encoding='utf-8')
