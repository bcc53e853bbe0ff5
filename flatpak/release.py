#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the manifest of the release, org.machi.Machi.json, with the checksum of the release archive, and with the address
where it is published; without one the archive is looked for beside the manifest.

release.py ARCHIVE [ADDRESS]
"""
import hashlib
import json
import pathlib
import sys

archive = pathlib.Path(sys.argv[1])
address = sys.argv[2] if len(sys.argv) > 2 else ''
manifest = json.loads(pathlib.Path(__file__).with_name('org.machi.Machi.json').read_text())
source = manifest['modules'][-1]['sources'][0]
named = pathlib.Path(source['path']).name
if named != archive.name or address and not address.endswith('/' + named):
    sys.exit(f'release.py: the manifest builds {named}: neither another archive nor another address')

manifest['modules'][-1]['sources'] = [{
    'type': 'archive',
    **({'url': address} if address else {'path': named}),
    'sha256': hashlib.sha256(archive.read_bytes()).hexdigest(),
}]
print(json.dumps(manifest, indent=2))
