#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Machi with a language in its settings, whatever the locale: its own words, the catalogue's names and those of GTK
are in that language; an unknown language is ignored and said; a change is applied by a restart in the same process.

language.py PROGRAM LOCALEDIR
"""
import gettext
import os
import pathlib
import subprocess
import sys

import gi

from tap import PATIENCE, check, finish, wait_for

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

APP = 'org.machi.Machi'
program, localedir = sys.argv[1:]


def ask(*words):
    return subprocess.run(['xdotool', *words], capture_output=True, encoding='utf-8', check=False).stdout.strip()


def title(pid):
    """The title of the window of a process, as the X server has it."""
    windows = ask('search', '--onlyvisible', '--pid', str(pid)).split()
    return ask('getwindowname', windows[0]) if windows else ''


def word(language, text):
    return gettext.translation('machi', localedir, [language]).gettext(text)


def choose(language):
    folder = pathlib.Path(os.environ['XDG_CONFIG_HOME']) / 'glib-2.0/settings'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'keyfile').write_text(f"[org/machi/Machi]\nlanguage='{language}'\n", encoding='utf-8')


def start(address, locale):
    environment = {**os.environ, 'GSETTINGS_BACKEND': 'keyfile', 'LC_ALL': locale, 'G_DEBUG': ''}
    environment.pop('LANGUAGE', None)
    return subprocess.Popen([program, address], env=environment, stderr=subprocess.PIPE, text=True, encoding='utf-8')


def stop(running):
    running.terminate()
    return running.communicate(timeout=PATIENCE)[1]


def shows(language, locale, address, wanted):
    choose(language)
    running = start(address, locale)
    try:
        fine = wait_for(lambda: wanted in title(running.pid))
        check(fine, f'{language or "none"} chosen in {locale}: {address} is “{title(running.pid)}”')
    finally:
        errors = stop(running)
    return errors


for language in ('ja', 'vi'):
    for locale in ('en_US.UTF-8', 'C.UTF-8'):
        shows(language, locale, 'machi:overview', word(language, 'Overview'))
shows('ja', 'en_US.UTF-8', 'machi:city/kitakyushu', '北九州市')
shows('zh_TW', 'ja_JP.UTF-8', 'machi:overview', word('zh_TW', 'Overview'))
shows('en', 'ja_JP.UTF-8', 'machi:overview', 'Overview')
shows('', 'ja_JP.UTF-8', 'machi:overview', word('ja', 'Overview'))
said = shows('tlh', 'ja_JP.UTF-8', 'machi:overview', word('ja', 'Overview'))
check('tlh' in said, f'a language that Machi does not speak is ignored, with a warning: {said.strip()}')

# Applied by a restart: the process is the same, its words are others.
choose('ja')
running = start('machi:overview', 'en_US.UTF-8')
try:
    wait_for(lambda: word('ja', 'Overview') in title(running.pid))
    choose('vi')
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for action in ('preferences', 'restart'):
        bus.call_sync(APP, '/org/machi/Machi', 'org.freedesktop.Application', 'ActivateAction',
                      GLib.Variant('(sava{sv})', (action, [], {})), None, Gio.DBusCallFlags.NONE, 20000, None)
    check(wait_for(lambda: word('vi', 'Overview') in title(running.pid)) and running.poll() is None,
          f'restarted in Vietnamese: {title(running.pid)}')
finally:
    stop(running)
# Where nothing is installed, as in a prefix that the environment does not name, there is no setting to read.
bare = {**os.environ, 'XDG_DATA_DIRS': '/nonexistent'}
bare.pop('GSETTINGS_SCHEMA_DIR', None)
done = subprocess.run([program, '--version'], env=bare, capture_output=True, encoding='utf-8', check=False)
check(done.returncode == 0 and done.stdout.startswith('Machi '), f'without a schema of settings it says its version: {done.stderr}')

finish()
