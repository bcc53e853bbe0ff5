#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person who sees nothing and has a keyboard only: opens a report from the sidebar, reads its text,
goes back, opens the main menu. Through AT-SPI, with real key presses.

a11y.py PROGRAM
"""
import os
import subprocess
import sys
import time

# What is fatal in Machi is not to be so in this program, whose library warns of whatever goes while it is looked at.
fatal = {name: os.environ.pop(name) for name in ('G_DEBUG',) if name in os.environ}

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

PATIENCE = 20
# By its number: of the name "F10" xdotool makes Alt+F10 where the keyboard data (xkeyboard-config) is newer than Debian 13's.
F10 = '76'


def fail(message):
    print(f'not ok 1 - {message}')
    sys.exit(1)


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def wait_for(what, look):
    end = time.time() + PATIENCE
    while time.time() < end:
        found = look()
        if found:
            return found
        time.sleep(0.1)
    fail(f'waited in vain for {what}')


def find_application(name):
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        if application is not None and application.get_name() == name and application.get_child_count():
            return application
    return None


def find(root, role, name):
    root.clear_cache()
    for node in walk(root):
        try:
            if node.get_role_name() == role and name in (node.get_name() or '') \
                    and node.get_state_set().contains(Atspi.StateType.SHOWING):
                return node
        except gi.repository.GLib.Error:
            continue  # gone while it was looked at
    return None


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else node.get_name() or ''


def read(root):
    root.clear_cache()
    said = []
    for node in walk(root):
        try:
            if node.get_role_name() in ('label', 'heading', 'paragraph', 'static', 'text'):
                said.append(text_of(node))
        except gi.repository.GLib.Error:
            continue
    return '\n'.join(said)


def press(*keys):
    subprocess.run(['xdotool', 'key', '--delay', '60', *keys], check=True)


program = subprocess.Popen([sys.argv[1]], env={**os.environ, **fatal, 'GTK_A11Y': 'atspi'})
try:
    machi = wait_for('the program', lambda: find_application('machi'))
    wait_for('the overview', lambda: 'Reports worth reading' in read(machi))
    window = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--class', 'machi'], check=True,
                            capture_output=True, text=True).stdout.split()[0]
    subprocess.run(['xdotool', 'windowfocus', '--sync', window], check=True)

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
    program.terminate()
    program.wait(10)
