#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the manifest WORK/local.json that is built without a network: each archive is replaced by the one in WORK/archives,
the released archive that Debian's source package of the same name holds, which may be of a neighbouring version; the
checkout by its copy WORK/checkout, as a sandboxed build reads nothing from outside the manifest's folder.

local.py MANIFEST WORK
"""
import hashlib
import json
import pathlib
import sys

manifest = json.loads(pathlib.Path(sys.argv[1]).read_text())
work = pathlib.Path(sys.argv[2])

for module in manifest['modules']:
    for source in module['sources']:
        if source['type'] == 'dir':
            source['path'] = 'checkout'
        if source['type'] != 'archive':
            continue
        found = sorted((work / 'archives').glob(module['name'] + '_*'))
        if not found:
            sys.exit(f'{module["name"]}: there is no archive of it in {work}/archives')
        archive = found[-1]
        wanted = source.pop('url').rsplit('/', 1)[1]
        print(f'{module["name"]}: {archive.name} in place of {wanted}')
        source['path'] = f'archives/{archive.name}'
        source['sha256'] = hashlib.sha256(archive.read_bytes()).hexdigest()

(work / 'local.json').write_text(json.dumps(manifest, indent=2))
