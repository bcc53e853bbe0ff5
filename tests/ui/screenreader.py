#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is needed to drive the real program as a person who sees nothing and has a keyboard only: through AT-SPI, with
real key presses. For the tests in this folder.
"""
import os
import subprocess
import sys
import tempfile
import time

# What is fatal in Machi is not to be so in this program, whose library warns of whatever goes while it is looked at.
fatal = {name: os.environ.pop(name) for name in ('G_DEBUG',) if name in os.environ}
# Warnings of Machi are found when it is stopped, as one is not Machi's: GTK 4.24 tells it of any program's first popover
# on an X server without a compositor. (Tests in C: machi_test_pardon_frames.)
fatal = {name: value.replace('fatal-warnings', 'fatal-criticals') for name, value in fatal.items()}
PARDONED = 'gdk_frame_timings_submitted() called on submitted frame.'

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20


def fail(message):
    print(f'Bail out! {message}')
    sys.exit(1)


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def run_events(seconds):
    """Lets events arrive."""
    end = time.time() + seconds
    while time.time() < end:
        if not GLib.MainContext.default().iteration(False):
            time.sleep(0.01)


def wait_for(what, look):
    end = time.time() + PATIENCE
    while time.time() < end:
        found = look()
        if found:
            return found
        run_events(0.1)
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


said = tempfile.TemporaryFile('w+', encoding='utf-8')


def start(program, *arguments):
    """Starts the program and gives its process, what AT-SPI knows of it and the window, which has the keyboard."""
    process = subprocess.Popen([program, *arguments], env={**os.environ, **fatal, 'GTK_A11Y': 'atspi'}, stderr=said)
    machi = wait_for('the program', lambda: find_application('machi'))
    wait_for('the overview', lambda: 'Reports worth reading' in read(machi))
    window = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--class', 'machi'], check=True,
                            capture_output=True, text=True).stdout.split()[0]
    subprocess.run(['xdotool', 'windowfocus', '--sync', window], check=True)
    return process, machi


def stop(process):
    """Ends the program, passes on what it said, and fails where it warned."""
    process.terminate()
    process.wait(10)
    said.seek(0)
    lines = said.readlines()
    sys.stderr.writelines(lines)
    warnings = [line for line in lines if '-WARNING **' in line and PARDONED not in line]
    if warnings:
        fail(f'the program warned: {warnings[0]}')
