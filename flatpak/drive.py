#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives Machi in its sandbox from outside, as a person would, with the keyboard and through AT-SPI.

drive.py report|pack PICTURE
"""
import pathlib
import subprocess
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

PATIENCE = 30


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def wait_for(what, look):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.1)
    subprocess.run(['maim', '-u', sys.argv[2]], check=False)
    said = '\n'.join(said_by(machi))[:600] if machi else ''
    sys.exit(f'waited in vain for {what}; the window says:\n{said}')


def find_application():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        if application is not None and application.get_name() == 'machi' and application.get_child_count():
            return application
    return None


def showing(role=None):
    machi.clear_cache()
    for node in walk(machi):
        try:
            if node.get_state_set().contains(Atspi.StateType.SHOWING) and role in (None, node.get_role_name()):
                yield node
        except gi.repository.GLib.Error:
            continue  # gone while it was looked at


def find(role, name):
    return next((node for node in showing(role) if name in (node.get_name() or '')), None)


def said_by(root):
    for node in walk(root):
        try:
            text = node.get_text_iface()
            yield Atspi.Text.get_text(text, 0, -1) if text else node.get_name() or ''
        except gi.repository.GLib.Error:
            continue


def says(words):
    machi.clear_cache()
    return any(words in said for said in said_by(machi))


def press(*keys):
    subprocess.run(['xdotool', 'key', '--delay', '80', *keys], check=True)


def write(text):
    subprocess.run(['xdotool', 'type', '--delay', '60', text], check=True)


def focus():
    window = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', '.'], check=True, capture_output=True,
                            text=True).stdout.split()[0]
    subprocess.run(['xdotool', 'windowmove', window, '0', '0', 'windowsize', '--sync', window, '1100', '760',
                    'windowfocus', '--sync', window], check=True)


def read_report():
    press('ctrl+l')
    write('groundwater conservation')
    wait_for('the row of the report', lambda: find('list item', 'Groundwater Conservation'))
    print('the filter of the sidebar finds a report')
    press('Down', 'Return')
    wait_for('the report', lambda: find('heading', 'Kumamoto City'))
    wait_for('its text', lambda: says('only Japanese city of more than 700,000 people'))
    print('the report is open and can be read')
    time.sleep(1)
    subprocess.run(['maim', '-u', sys.argv[2]], check=True)


def search():
    press('ctrl+k')
    wait_for('the page to search', lambda: says('Search'))
    write('hai phong')
    wait_for('what is found', lambda: says('clean water for Cat Ba island'))
    print('the search finds reports')
    press('alt+Left')
    wait_for('the report again', lambda: find('heading', 'Kumamoto City'))


def print_report(out):
    """Through the portal: its stand-in keeps what the program hands over."""
    press('ctrl+p')
    wait_for('the printed report', lambda: out.exists() and out.read_bytes()[-6:].strip() == b'%%EOF')
    print(f'printed through the portal: {out.stat().st_size // 1024} KB of PDF')
    wait_for('the report again', lambda: find('heading', 'Kumamoto City'))


def open_pack():
    wait_for('the overview', lambda: says('Reports worth reading'))
    find('toggle button', 'Main Menu').do_action(0)
    # Of the items of a menu AT-SPI has no names here: by keyboard, as they stand there, and told by what comes of it.
    wait_for('the main menu', lambda: find('menu item', ''))
    time.sleep(0.5)
    press('Return')
    time.sleep(0.5)
    press('Down', 'Down')
    time.sleep(0.5)
    subprocess.run(['maim', '-u', sys.argv[2]], check=True)
    press('Return')
    wait_for('its terms', lambda: says('Demonstration pack') and not says('Kitakyushu'))
    print('the main menu offers the pack, and opens it in place of the built-in one')


machi = None
machi = wait_for('the program', find_application)
focus()
if sys.argv[1] == 'report':
    wait_for('the overview', lambda: says('Reports worth reading'))
    read_report()
    search()
    print_report(pathlib.Path(sys.argv[2]).with_suffix('.pdf'))
else:
    open_pack()
