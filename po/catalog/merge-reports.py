#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Merges a translation into the reports: one DocBook file a report, valid against the packs' schema.

    merge-reports.py --po ja.po --out FOLDER [--stamp FILE] REPORT…

FOLDER/LANGUAGE/ID.xml has the translated paragraphs; those that are not translated stay English and say so
(xml:lang="en"). LANGUAGE is the BCP 47 tag of the file's name. A translation that breaks the XML or the schema is an error.
"""
import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

here = Path(__file__).resolve().parent
schema = here.parent.parent / 'data/schema/report.rng'


def tag_of(locale):
    """What machi-locale.c makes of a locale: names of packs bear zh and zh-Hant."""
    if locale in ('zh_TW', 'zh_HK'):
        return 'zh-Hant'
    return 'zh' if locale.startswith('zh') else locale.replace('_', '-')


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding='utf-8', check=False)
    if done.returncode:
        sys.exit(f'{command[0]}: {(done.stderr or done.stdout).strip()}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--po', type=Path, required=True)
    parser.add_argument('--out', type=Path, required=True)
    parser.add_argument('--stamp', type=Path)
    parser.add_argument('reports', nargs='+', type=Path)
    arguments = parser.parse_args()
    tag = tag_of(arguments.po.stem)
    folder = arguments.out / tag
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as temporary:
        catalogue = Path(temporary) / 'reports.mo'
        run('msgfmt', '--check', '-o', catalogue, arguments.po)
        run('itstool', '--strict', '-i', here / 'report.its', '-l', tag, '-m', catalogue, '-o', folder, *arguments.reports)
    run('xmllint', '--nonet', '--noout', '--relaxng', schema, *(folder / path.name for path in arguments.reports))
    if arguments.stamp:
        arguments.stamp.touch()


if __name__ == '__main__':
    main()
