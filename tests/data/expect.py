#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds a check to what it is for: on files with planted faults it must fail and say just the expected lines.

    expect.py EXPECTED CHECK ARGUMENTS...
"""
import subprocess
import sys
from pathlib import Path

expected = Path(sys.argv[1]).read_text(encoding='utf-8').splitlines()
run = subprocess.run([sys.executable, *sys.argv[2:]], capture_output=True, text=True, check=False)
said = run.stdout.splitlines()
for line in [line for line in expected if line not in said]:
    print(f'not said: {line}')
for line in [line for line in said if line not in expected]:
    print(f'not expected: {line}')
print(run.stderr, end='')
sys.exit(0 if said == expected and run.returncode == 1 else 1)
