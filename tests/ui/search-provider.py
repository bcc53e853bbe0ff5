#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the search provider over a session bus of its own what the desktop would ask: the bus starts it, it answers in time,
opens what is chosen in the program (a stand-in owns its name here), and leaves when it is not asked.

search-provider.py PROVIDER
"""
import os
import pathlib
import statistics
import sys
import time

import gi

from tap import check, finish

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

APP = 'org.machi.Machi'
NAME = APP + '.SearchProvider'
PATH = '/org/machi/Machi/SearchProvider'
WARM_MS = 50

services = pathlib.Path(os.environ['XDG_DATA_HOME'], 'dbus-1/services')
services.mkdir(parents=True, exist_ok=True)
services.joinpath(NAME + '.service').write_text(f'[D-BUS Service]\nName={NAME}\nExec="{sys.argv[1]}"\n')
bus = Gio.bus_get_sync(Gio.BusType.SESSION)


def call(name, path, interface, method, parameters, reply=None):
    answer = bus.call_sync(name, path, interface, method, parameters, GLib.VariantType(reply) if reply else None,
                           Gio.DBusCallFlags.NONE, 20000, None)
    return answer.unpack()[0] if reply else None


def ask(method, parameters, reply=None):
    return call(NAME, PATH, 'org.gnome.Shell.SearchProvider2', method, parameters, reply)


def search(*terms):
    return ask('GetInitialResultSet', GLib.Variant('(as)', (terms,)), '(as)')


def is_running():
    return call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
                GLib.Variant('(s)', (NAME,)), '(b)')


def iterate(seconds, until=lambda: False):
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        if not GLib.MainContext.default().iteration(False):
            time.sleep(0.005)
    return until()


call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'ReloadConfig', None)
start = time.monotonic()
osaka = search('osaka')
cold = (time.monotonic() - start) * 1000
check(osaka[:1] == ['machi:city/osaka'], f'started by the bus, it finds Osaka first ({cold:.0f} ms from nothing)')

ASKED = {
    ('Kitakyushu',): 'machi:city/kitakyushu',
    ('hai', 'phong'): 'machi:city/hai-phong',
    ('Hải Phòng',): 'machi:city/hai-phong',
    ('北九州',): 'machi:city/kitakyushu',
    ('ハイフォン',): 'machi:city/hai-phong',
    ('กรุงเทพ',): 'machi:city/bangkok',
    ('iclei',): 'machi:network/iclei',
    ('OSA',): 'machi:city/osaka',
    ('phong', 'hai'): 'machi:city/hai-phong',
    ('minh', 'ho'): 'machi:city/ho-chi-minh-city',
    ('ﾊｲﾌｫﾝ',): 'machi:city/hai-phong',
}
for terms, wanted in ASKED.items():
    found = search(*terms)
    if wanted:
        check(wanted in found[:5], f'{" + ".join(terms)}: {wanted} among {len(found)}')

both = search('osaka', 'ho', 'chi', 'minh')
check(both and 'machi:city/osaka' not in both, f'every term must be there: {both[0]}')
check(search('osaka', 'zzzzqqq') == [], 'a term that is nowhere leaves nothing')
check(search() == [] and search('', ' ') == [] and search('…') == [], 'nothing typed, nothing found')

some = search('o')
fewer = ask('GetSubsearchResultSet', GLib.Variant('(asas)', (some, ['os'])), '(as)')
fewest = ask('GetSubsearchResultSet', GLib.Variant('(asas)', (fewer, ['osaka'])), '(as)')
check(set(fewest) <= set(fewer) and fewest == osaka, f'search within results: {len(some)}, {len(fewer)}, {len(fewest)}')

metas = ask('GetResultMetas', GLib.Variant('(as)', (['machi:city/osaka', 'machi:city/nowhere', 'no address',
                                                     'machi:network/iclei'],)), '(aa{sv})')
check([meta['id'] for meta in metas] == ['machi:city/osaka', 'machi:network/iclei'], 'what each result is; not what none is')
check(metas[0]['name'] == 'Osaka' and metas[0]['description'].startswith('City · ') and metas[0]['gicon'] == APP,
      f'name, description, icon: {metas[0]}')

times = []
for index in range(40):
    start = time.monotonic()
    found = search(*(['osaka'], ['ho', 'chi'], ['e'], ['環境'], ['waste', 'manage'])[index % 5])
    ask('GetResultMetas', GLib.Variant('(as)', (found[:5],)), '(aa{sv})')
    times.append((time.monotonic() - start) * 1000)
check(statistics.median(times) < WARM_MS,
      f'warm, results and metas together: median {statistics.median(times):.1f} ms, longest {max(times):.1f} ms')

# The stand-in for the program.
opened = []
node = Gio.DBusNodeInfo.new_for_xml('''<node><interface name="org.freedesktop.Application"><method name="Open">
  <arg type="as" direction="in"/><arg type="a{sv}" direction="in"/></method></interface></node>''')


def on_call(_connection, _sender, _path, _interface, _method, parameters, invocation):
    opened.append(parameters.unpack())
    invocation.return_value(None)


bus.register_object('/org/machi/Machi', node.interfaces[0], on_call, None, None)
Gio.bus_own_name_on_connection(bus, APP, Gio.BusNameOwnerFlags.NONE, None, None)
iterate(0.2)
ask('ActivateResult', GLib.Variant('(sasu)', ('machi:city/osaka', ['osaka'], 12345)))
check(iterate(5, lambda: opened) and opened[0][0] == ['machi:city/osaka'] and '12345' in opened[0][1]['desktop-startup-id'],
      f'a chosen result opens Machi at it: {opened}')
opened.clear()
ask('LaunchSearch', GLib.Variant('(asu)', (['hải phòng', 'waste&co'], 1)))
check(iterate(5, lambda: opened) and opened[0][0] == ['machi:search?q=h%E1%BA%A3i%20ph%C3%B2ng%20waste%26co'],
      f'the search goes on in Machi: {opened}')

start = time.monotonic()
iterate(3)
check(is_running(), 'it stays for the next question')
left = iterate(15, lambda: not is_running())
check(left, f'it leaves when it is not asked: after {time.monotonic() - start:.0f} s')
finish()
