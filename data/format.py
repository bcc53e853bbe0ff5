#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out the JSON files of a catalogue as data/README.md says.

  format.py FILE...          writes each file anew where its layout differs
  format.py --check FILE...  names the files that differ and exits 1, and changes nothing

Two spaces, UTF-8; a list or an object stands on one line if it fits in 120 characters, else it has one member a line.
Members keep their order and numbers their spelling.
"""
import json
import sys

WIDTH = 120


class Number(str):
    """A number as it is spelt in the file."""


def unique(pairs):
    members = dict(pairs)
    if len(members) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError('the key "%s" stands twice in one object' % next(k for k in keys if keys.count(k) > 1))
    return members


def scalar(value):
    return str(value) if isinstance(value, Number) else json.dumps(value, ensure_ascii=False)


def inline(value):
    if isinstance(value, dict):
        body = ', '.join('%s: %s' % (scalar(key), inline(member)) for key, member in value.items())
        return '{ %s }' % body if body else '{}'
    if isinstance(value, list):
        return '[%s]' % ', '.join(inline(member) for member in value)
    return scalar(value)


def block(value, indent, used):
    """VALUE as text; USED is how much of its first line is taken, with the comma that may follow it."""
    text = inline(value)
    if used + len(text) <= WIDTH or not isinstance(value, (dict, list)) or not value:
        return text
    inner = ' ' * (indent + 2)
    lines = []
    if isinstance(value, dict):
        for key, member in value.items():
            head = inner + scalar(key) + ': '
            lines.append(head + block(member, indent + 2, len(head) + 1))
    else:
        lines = [inner + block(member, indent + 2, len(inner) + 1) for member in value]
    opening, closing = ('{', '}') if isinstance(value, dict) else ('[', ']')
    return '%s\n%s\n%s%s' % (opening, ',\n'.join(lines), ' ' * indent, closing)


def layout(text):
    value = json.loads(text, object_pairs_hook=unique, parse_int=Number, parse_float=Number)
    return block(value, 0, 0) + '\n'


def main(arguments):
    check = '--check' in arguments
    paths = [argument for argument in arguments if argument != '--check']
    if not paths:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    failed = False
    for path in paths:
        with open(path, encoding='utf-8', newline='') as stream:
            text = stream.read()
        try:
            wanted = layout(text)
        except ValueError as error:
            print('%s: %s' % (path, error), file=sys.stderr)
            failed = True
            continue
        if text == wanted:
            continue
        if check:
            print('%s: not laid out as data/README.md says; run data/format.py %s' % (path, path), file=sys.stderr)
            failed = True
        else:
            with open(path, 'w', encoding='utf-8', newline='') as stream:
                stream.write(wanted)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
