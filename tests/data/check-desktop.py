#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads of Machi fits together: names of files, entries, services, actions and icons.

check-desktop.py SOURCE-FOLDER BUILD-FOLDER METAINFO (as it is once Machi is published)
"""
import configparser
import json
import pathlib
import sys
import xml.etree.ElementTree as ET

APP = 'org.machi.Machi'
source, build, published = (pathlib.Path(path) for path in sys.argv[1:4])
faults = []


def expect(fine, fault):
    if not fine:
        faults.append(fault)


def keys(path):
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read_string(path.read_text())
    return parser


def size(path):
    root = ET.parse(path).getroot()
    expect(root.tag == '{http://www.w3.org/2000/svg}svg', f'{path.name} is no SVG')
    return root.get('width'), root.get('height'), root.get('viewBox')


entry = keys(build / f'data/{APP}.desktop')
main = entry['Desktop Entry']
expect(main['Icon'] == APP, 'the desktop entry names another icon')
expect(main['DBusActivatable'] == 'true', 'the bus may not start the program')
code = (source / 'src/app/machi-application.c').read_text()
for action in main['Actions'].strip(';').split(';'):
    expect(f'Desktop Action {action}' in entry, f'the action {action} is not described')
    expect(f'.name = "{action}"' in code, f'the program has no action {action}')

for name in (APP, APP + '.SearchProvider'):
    service = keys(build / f'data/{name}.service')['D-BUS Service']
    expect(service['Name'] == name, f'the service {name} has another name')
    expect(service['Exec'].startswith('/'), f'{name} is not started by its whole path')
provider = keys(source / f'data/{APP}.search-provider.ini')['Shell Search Provider']
expect(provider['DesktopId'] == APP + '.desktop', 'the search provider belongs to another program')
expect(provider['BusName'] == APP + '.SearchProvider' and provider['Version'] == '2', 'the search provider is another')
expect(f'"{provider["ObjectPath"]}"' in (source / 'src/search-provider/machi-search-provider.c').read_text(),
       'the search provider has another path')

icons = source / 'data/icons'
expect(size(icons / f'hicolor/scalable/apps/{APP}.svg') == ('128', '128', '0 0 128 128'), 'the icon has another size')
symbolic = sorted(icons.glob('scalable/actions/*.svg')) + [icons / f'hicolor/symbolic/apps/{APP}-symbolic.svg']
listed = (source / 'src/machi.gresource.xml').read_text()
for icon in symbolic:
    expect(size(icon) == ('16', '16', '0 0 16 16'), f'{icon.name} has another size')
    expect(icon.parent.parent.name == 'symbolic' or icon.name in listed, f'{icon.name} is not in the resources')

component = ET.parse(published).getroot()
images = list(component.iter('image'))
expect(len(images) >= 3, 'the metainfo shows too few pictures')
for image in images:
    picture = source / 'data/screenshots' / image.text.rsplit('/', 1)[1]
    if not picture.exists():
        expect(False, f'{picture.name} is not there')
        continue
    header = picture.read_bytes()[16:24]
    there = (int.from_bytes(header[:4], 'big'), int.from_bytes(header[4:], 'big'))
    expect((int(image.get('width')), int(image.get('height'))) == there, f'{picture.name} is of size {there}')
release = component.find('releases/release')
expect(f"version: '{release.get('version')}'" in (source / 'meson.build').read_text(), 'the newest release is another version')

def manifest(name):
    read = json.loads((source / 'flatpak' / name).read_text())
    machi = read['modules'].pop()
    return {key: value for key, value in read.items() if key not in ('//', 'branch')}, machi['sources'][0]


released, archive = manifest(APP + '.json')
expect(released == manifest(APP + '.Devel.json')[0], 'the two manifests differ in more than what they build')
expect(archive['path'].endswith(f'/machi-{release.get("version")}.tar.xz'), 'the manifest builds another release')

for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
