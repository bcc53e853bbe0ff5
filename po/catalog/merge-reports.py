#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Merges a translation into the reports: one DocBook file a report, valid against the packs' schema.

    merge-reports.py --tag ja --out FOLDER [--stamp FILE] ja.po REPORT…

FOLDER/TAG/ID.xml has the translated paragraphs; those that are not translated stay English and say so (xml:lang="en").
A translation that breaks the XML or the schema is an error.
"""
import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

here = Path(__file__).resolve().parent
schema = here.parent.parent / 'data/schema/report.rng'


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding='utf-8', check=False)
    if done.returncode:
        sys.exit(f'{command[0]}: {(done.stderr or done.stdout).strip()}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--tag', required=True, help='the BCP 47 tag of the language')
    parser.add_argument('--out', type=Path, required=True)
    parser.add_argument('--stamp', type=Path)
    parser.add_argument('po', type=Path)
    parser.add_argument('reports', nargs='+', type=Path)
    arguments = parser.parse_args()
    folder = arguments.out / arguments.tag
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as temporary:
        catalogue = Path(temporary) / 'reports.mo'
        run('msgfmt', '--check', '-o', catalogue, arguments.po)
        run('itstool', '--strict', '-i', here / 'report.its', '-l', arguments.tag, '-m', catalogue, '-o', folder,
            *arguments.reports)
    run('xmllint', '--nonet', '--noout', '--relaxng', schema, *(folder / path.name for path in arguments.reports))
    if arguments.stamp:
        arguments.stamp.touch()


if __name__ == '__main__':
    main()
