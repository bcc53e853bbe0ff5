#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries machi-check as a person would: check-command.py MACHI-CHECK FOLDER-OF-FAULTY-PACKS BUILT-IN-PACK"""
import os
import re
import subprocess
import sys
from pathlib import Path

program, folder, built_in = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}
faults = []


def run(*arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, encoding='utf-8',
                          env=environment, check=False)
    return done.returncode, done.stdout.splitlines(), done.stderr


def expect(what, condition):
    if not condition:
        faults.append(what)


def lines(case, name):
    return (folder / case / name).read_text(encoding='utf-8').splitlines()


def pattern(case, line):
    return re.compile(re.escape(f'{folder / case}/') + re.escape(line).replace(r'\*', '.*'))


status, out, err = run(folder / 'sound')
expect('a sound pack: status 0 and no word', (status, out, err) == (0, [], ''))

status, out, err = run(folder / 'years')
expect('a faulty pack: status 1', status == 1)
expect('a faulty pack: its lines, with its path', len(out) == len(lines('years', 'expected')) and
       all(pattern('years', wanted).fullmatch(line) for wanted, line in zip(lines('years', 'expected'), out)))
expect('a faulty pack: nothing besides', err == '')

status, out, err = run(folder / 'sound', folder / 'places', folder / 'sound')
expect('several packs: status 1, the faults of all', status == 1 and len(out) == len(lines('places', 'expected')))

status, out, err = run('--verbose', folder / 'sources')
hints = [line for line in out if ': hint: ' in line]
expect('--verbose: hints too', len(hints) == len(lines('sources', 'hints')))
expect('--verbose: faults all the same', len(out) - len(hints) == len(lines('sources', 'expected')))

status, out, err = run('--verbose', built_in)
expect('the built-in pack has nothing that a hint could be given for: ' + '; '.join(out[:3]), (status, out) == (0, []))

status, out, err = run('/nonexistent/pack')
expect('no such folder: status 1 and a line that names it',
       status == 1 and len(out) == 1 and '/nonexistent/pack' in out[0])

for arguments in ([], ['--no-such-option']):
    status, out, err = run(*arguments)
    expect(f'{arguments}: status 2 and a word on what to do', status == 2 and err != '' and out == [])

status, out, err = run('--version')
expect('--version', status == 0 and re.fullmatch(r'machi-check \d+\.\d+\S*', out[0]))

print('\n'.join(faults))
sys.exit(1 if faults else 0)
