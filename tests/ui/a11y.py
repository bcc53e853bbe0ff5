#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a report from the sidebar by keyboard, reads its text, goes back, opens the main menu.

a11y.py PROGRAM
"""
import subprocess
import sys

from screenreader import find, press, read, start, stop, wait_for

# By its number: of the name "F10" xdotool makes Alt+F10 where the keyboard data (xkeyboard-config) is newer than Debian 13's.
F10 = '76'

program, machi = start(sys.argv[1])
try:
    press('ctrl+l')
    subprocess.run(['xdotool', 'type', '--delay', '60', 'groundwater conservation'], check=True)
    wait_for('the row of the report', lambda: find(machi, 'list item', 'Groundwater Conservation'))
    press('Down', 'Return')
    wait_for('the heading of the report', lambda: find(machi, 'heading', 'Kumamoto City'))
    text = wait_for('the text of the report',
                    lambda: (lambda said: said if 'only Japanese city of more than 700,000 people' in said else None)(read(machi)))
    print(f'# {len(text)} characters read')

    press('alt+Left')
    wait_for('the overview again', lambda: 'Reports worth reading' in read(machi))

    press(F10)
    wait_for('the main menu', lambda: find(machi, 'menu item', ''))
    print('ok 1 - a report was opened from the sidebar by keyboard and read, and the main menu opened')
    print('1..1')
finally:
    stop(program)
