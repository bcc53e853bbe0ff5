#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the one table of accelerators: none is in it twice, each can be parsed, and nothing else gives accelerators.

    check-keys.py TABLE.c [FILE|FOLDER...]
"""
import re
import sys
from pathlib import Path

ROW = re.compile(r'\{\s*"((?:win|app|page|window)\.[\w-]+)",\s*N_ \("([^"]*)"\),\s*\{([^}]*)\}')
KEY = re.compile(r'^((?:<\w+>)*)(\w+)$')
ELSEWHERE = re.compile(r'set_accels_for_action|name="accel"|<property name="trigger">\s*&lt;')


def normal(accelerator):
    """Modifiers in one order and under one name: <Primary>k, <ctrl>k and <Control>k are the same."""
    found = KEY.match(accelerator)
    if not found:
        return None
    modifiers = {m.lower() for m in re.findall(r'<(\w+)>', found[1])}
    names = {'primary': 'control', 'ctrl': 'control', 'ctl': 'control', 'shft': 'shift', 'mod1': 'alt'}
    key = found[2].lower() if len(found[2]) == 1 else found[2]
    return frozenset(names.get(m, m) for m in modifiers), key


def check(table, others):
    taken, actions = {}, {}
    for action, title, keys in ROW.findall(table.read_text(encoding='utf-8')):
        if action in actions:
            yield f'{action} is in the table twice'
        actions[action] = title
        for accelerator in re.findall(r'"([^"]*)"', keys):
            key = normal(accelerator)
            if key is None:
                yield f'{action}: {accelerator} is no accelerator'
            elif key in taken:
                yield f'{action} and {taken[key]} share {accelerator}'
            taken[key] = action
    if not actions:
        yield f'{table.name}: no table found'
    for path in others:
        for number, line in enumerate(path.read_text(encoding='utf-8').split('\n'), 1):
            if not path.samefile(table) and ELSEWHERE.search(line):
                yield f'{path.name}:{number}: an accelerator outside the table'


def main():
    table, *others = map(Path, sys.argv[1:])
    files = [f for other in others for f in (sorted(other.rglob('*')) if other.is_dir() else [other]) if f.suffix in ('.c', '.ui')]
    faults = list(check(table, files))
    print('\n'.join(faults) or 'No accelerator collides.')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
