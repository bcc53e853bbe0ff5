#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens addresses as the desktop does, with Machi's desktop entry and D-Bus service installed for this user only: `gio open`
reaches a running Machi, starts one where none runs, and the actions of the desktop entry open their views.

scheme.py PROGRAM DESKTOP-FILE
"""
import os
import pathlib
import subprocess
import sys
import time

import gi

from tap import PATIENCE, check, finish, wait_for

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

APP = 'org.machi.Machi'
program = sys.argv[1]


def windows(title):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', title], capture_output=True, text=True)
    return found.stdout.split()


def is_running():
    return bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
                         GLib.Variant('(s)', (APP,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]


def ask_program(method, parameters):
    bus.call_sync(APP, '/org/machi/Machi', 'org.freedesktop.Application', method, parameters, None,
                  Gio.DBusCallFlags.NONE, 20000, None)


def quit_program():
    # It may be gone before it answers.
    bus.call(APP, '/org/machi/Machi', 'org.freedesktop.Application', 'ActivateAction',
             GLib.Variant('(sava{sv})', ('quit', [], {})), None, Gio.DBusCallFlags.NONE, -1, None)
    bus.flush_sync()


def install():
    data = pathlib.Path(os.environ['XDG_DATA_HOME'])
    applications, services = data / 'applications', data / 'dbus-1/services'
    applications.mkdir(parents=True, exist_ok=True)
    services.mkdir(parents=True, exist_ok=True)
    entry = pathlib.Path(sys.argv[2]).read_text().replace('Exec=machi', f'Exec="{program}"')
    (applications / (APP + '.desktop')).write_text(entry)
    (services / (APP + '.service')).write_text(f'[D-BUS Service]\nName={APP}\nExec="{program}" --gapplication-service\n')
    subprocess.run(['update-desktop-database', applications], check=True)
    bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'ReloadConfig', None, None,
                  Gio.DBusCallFlags.NONE, -1, None)


def open_address(address):
    start = time.monotonic()
    subprocess.run(['gio', 'open', address], check=True)
    return start


# Without a settings daemon, what the program is started with must reach what the bus starts too.
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'UpdateActivationEnvironment',
              GLib.Variant('(a{ss})', (dict(os.environ),)), None, Gio.DBusCallFlags.NONE, -1, None)
install()

running = subprocess.Popen([program, 'machi:city/kitakyushu'])
try:
    check(wait_for(lambda: windows('Kitakyushu')), 'the program opens the address it is given')
    start = open_address('machi:city/osaka')
    check(wait_for(lambda: windows('^Osaka')), f'gio open reaches the running program: {time.monotonic() - start:.2f} s')
    check(wait_for(lambda: len(windows('.')) == 1) and running.poll() is None,
          f'it does so in its one window: {windows(".")}, {running.poll()}')
    ask_program('ActivateAction', GLib.Variant('(sava{sv})', ('overview', [], {})))
    check(wait_for(lambda: windows('Overview')), 'the action “overview” of the desktop entry')
    quit_program()
    check(running.wait(PATIENCE) == 0, 'the action “quit” ends it')
finally:
    if running.poll() is None:
        running.terminate()

check(wait_for(lambda: not is_running()), 'no Machi runs any more')
start = open_address('machi:network/iclei')
check(wait_for(lambda: windows('ICLEI')), f'gio open has the bus start one: {time.monotonic() - start:.2f} s')
quit_program()
check(wait_for(lambda: not is_running()), 'and it goes when it is closed')
finish()
