#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps through the values of a plot by keyboard and hears them; picks a city from the list beside the map and reaches
its page; searches and hears the first result.

a11y-views.py PROGRAM
"""
import re
import subprocess
import sys

from screenreader import Atspi, fail, find, press, read, run_events, start, stop, wait_for

MANY = 60
heard = []
focused = []


def hear(event):
    if event.type.startswith('object:announcement'):
        heard.append(str(event.any_data))
    elif event.detail1:
        focused.append(event.source)


def name_of(node):
    try:
        return node.get_name() or ''
    except Exception:  # gone while it was looked at
        return ''


def tab_to(what, key='Tab'):
    """Presses Tab until what has the focus is called so."""
    seen = []
    for _ in range(MANY):
        del focused[:]
        press(key)
        run_events(0.25)
        name = name_of(focused[-1]) if focused else ''
        seen.append(name)
        if what in name:
            return focused[-1]
    fail(f'cannot reach {what} by keyboard, only {seen}')


listener = Atspi.EventListener.new(hear)
listener.register('object:announcement')
listener.register('object:state-changed:focused')
program, machi = start(sys.argv[1])
try:
    wait_for('the plot', lambda: find(machi, 'image', 'Networks founded by year'))
    plot = tab_to('Networks founded by year')
    del heard[:]
    press('Home')
    wait_for('the first value', lambda: heard)
    first = heard[-1]
    values = []
    for _ in range(3):
        del heard[:]
        press('Right')
        wait_for('the next value', lambda: heard)
        values.append(heard[-1])
    years = [int(re.search(r'\b(19|20)\d\d\b', text).group()) for text in [first, *values]]
    if years != list(range(years[0], years[0] + 4)):
        fail(f'not one year after the other: {first}, {values}')
    press('End')
    wait_for('the last value', lambda: '45' in heard[-1])
    print(f'# heard: {first} | {" | ".join(values)} | {heard[-1]}')
    print('ok 1 - the values of a plot were stepped through and heard')

    tab_to('Map:', 'shift+Tab')
    press('Return')
    wait_for('the list of cities', lambda: find(machi, 'list item', 'Ahmedabad'))
    tab_to('Find a city by name')
    subprocess.run(['xdotool', 'type', '--delay', '60', 'surabaya'], check=True)
    wait_for('the city in the list', lambda: find(machi, 'list item', 'Surabaya') and not find(machi, 'list item', 'Ahmedabad'))
    tab_to('Surabaya')
    press('Return')
    wait_for('the card of the city', lambda: find(machi, 'button', 'Open Page'))
    tab_to('Open Page')
    press('Return')
    wait_for('the page of the city', lambda: 'The landfill at Keputih is closed' in read(machi))
    print('ok 2 - a city was picked from the list of the map, and its page reached')

    press('ctrl+k')
    run_events(0.5)
    subprocess.run(['xdotool', 'type', '--delay', '60', 'waste'], check=True)
    wait_for('the results', lambda: find(machi, 'list item', 'Waste, Topic'))
    tab_to('Waste, Topic', 'Down')
    print('ok 3 - a result of a search says what it is')
    print('1..3')
finally:
    stop(program)
