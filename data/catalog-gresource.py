#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the GResource manifest of a catalogue folder: all its JSON records and reports, and these in other languages.

catalog-gresource.py FOLDER --output FILE [LANGUAGE…]   write the manifest
catalog-gresource.py --list FOLDER                      print the files, one a line, for the build's dependencies

A LANGUAGE is a BCP 47 tag; its reports are LANGUAGE/ID.xml in a folder of their own, made by po/catalog/merge-reports.py.
"""
import pathlib
import sys
from xml.sax.saxutils import escape

here = pathlib.Path(__file__).parent
COMPRESSED = ' compressed="true"'


def names(folder):
    found = [*folder.glob('*.json'), *folder.glob('reports/*.xml')]
    return sorted(str(path.relative_to(folder)) for path in found)


def translated(folder, tag):
    reports = sorted(path.name for path in folder.glob('reports/*.xml'))
    return [f'    <file{COMPRESSED} alias="reports/{tag}/{name}">{tag}/{name}</file>' for name in reports]


def element(name):
    """The records are all read at every start, of the reports only what a reader opens: these are compressed."""
    return f'    <file{COMPRESSED if name.startswith("reports/") else ""}>{escape(name)}</file>'


def manifest(folder, tags):
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<gresources>',
             '  <gresource prefix="/org/machi/Machi/catalog">']
    lines += [element(name) for name in names(folder)]
    lines += [line for tag in tags for line in translated(folder, tag)]
    return '\n'.join([*lines, '  </gresource>', '</gresources>', ''])


if sys.argv[1] == '--list':
    print('\n'.join(f'{sys.argv[2]}/{name}' for name in names(here / sys.argv[2])))
else:
    pathlib.Path(sys.argv[3]).write_text(manifest(pathlib.Path(sys.argv[1]), sys.argv[4:]), encoding='utf-8')
