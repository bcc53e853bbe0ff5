#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for the desktop's print portal: agrees to everything and keeps what is printed, as the desktop's own would after
its dialog. The program in its sandbox hands over an open file, no path.

portal.py OUT.pdf
"""
import os
import sys

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

PATH = '/org/freedesktop/portal/desktop'
XML = '''<node><interface name="org.freedesktop.portal.Print">
  <method name="PreparePrint">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
  </method>
  <method name="Print">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="h" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
  </method>
  <property name="version" type="u" access="read"/>
</interface></node>'''


def respond(bus, sender, request, results):
    bus.emit_signal(sender, request, 'org.freedesktop.portal.Request', 'Response', GLib.Variant('(ua{sv})', (0, results)))
    return GLib.SOURCE_REMOVE


def on_call(bus, sender, _path, _interface, method, parameters, invocation):
    values = parameters.unpack()
    token = values[-1].get('handle_token', 't')
    request = f'{PATH}/request/{sender[1:].replace(".", "_")}/{token}'
    results = {}
    if method == 'PreparePrint':
        results = {'settings': parameters.get_child_value(2), 'page-setup': parameters.get_child_value(3),
                   'token': GLib.Variant('u', 1)}
    else:
        handed_over = os.fdopen(invocation.get_message().get_unix_fd_list().get(values[2]), 'rb')
        with open(sys.argv[1], 'wb') as out:
            out.write(handed_over.read())
    invocation.return_value(GLib.Variant('(o)', (request,)))
    GLib.timeout_add(50, respond, bus, sender, request, results)


session = Gio.bus_get_sync(Gio.BusType.SESSION)
session.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], on_call,
                        lambda *_: GLib.Variant('u', 3), None)
Gio.bus_own_name_on_connection(session, 'org.freedesktop.portal.Desktop', Gio.BusNameOwnerFlags.NONE, None, None)
GLib.MainLoop().run()
