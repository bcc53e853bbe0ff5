#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the manifest WORK/local.json that is built without a network: each archive of the web is replaced by the one in
WORK/archives, the released archive that Debian's source package of the same name holds, which may be of a neighbouring version;
the checkout by its copy WORK/checkout and the archive of Machi by a copy, as a sandboxed build reads nothing from outside the
manifest's folder.

local.py MANIFEST WORK
"""
import hashlib
import json
import pathlib
import shutil
import sys

manifest_file, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
manifest = json.loads(manifest_file.read_text())


def replace(name, source):
    found = sorted((work / 'archives').glob(name + '_*'))
    if not found:
        sys.exit(f'{name}: there is no archive of it in {work}/archives')
    archive, wanted = found[-1], source.pop('url').rsplit('/', 1)[1]
    checksum = hashlib.sha256(archive.read_bytes()).hexdigest()
    if checksum == source['sha256']:
        print(f'{name}: {wanted}, checksum as in the manifest')
    else:
        print(f'{name}: {archive.name} in place of {wanted}')
    source.update(path=f'archives/{archive.name}', sha256=checksum)


for module in manifest['modules']:
    for source in module['sources']:
        if source['type'] == 'dir':
            source['path'] = 'checkout'
        elif 'url' in source:
            replace(module['name'], source)
        else:
            archive = manifest_file.parent / source['path']
            if not archive.exists():
                sys.exit(f'{archive.name} is not there: ./dev dist makes it')
            source['path'] = pathlib.Path(shutil.copy(archive, work / 'archives')).relative_to(work).as_posix()

(work / 'local.json').write_text(json.dumps(manifest, indent=2))
