#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the texts of the built-in pack as gettext templates, or with --check says whether those kept are current.

    extract.py [--check] [records] [reports]

records.pot: the prose of the JSON records. The context is the entry's address (`city/kitakyushu`), or `type`, `unit` or
`region` for words that entries share. reports.pot: the paragraphs of the DocBook reports, by itstool and report.its.
Neither has dates or line numbers: a template changes when a text does.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

here = Path(__file__).resolve().parent
top = here.parent.parent
pack = top / 'data/catalog'

HEADER = """\
# SPDX-License-Identifier: GPL-3.0-or-later
msgid ""
msgstr ""
"Project-Id-Version: machi\\n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"
"Language-Team: LANGUAGE <LL@li.org>\\n"
"Language: \\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""

MAX_PLACES = 3  # of a message that stands in very many files, those that tell what it is
STATEMENTS = {'facts': 'property', 'statements': 'theme', 'milestones': None, 'agreements': 'type'}
# Names are data of the pack. Only what is more a title than a name is also prose, where it is known in English only.
TITLED = ('network', 'organisation', 'programme', 'project')


class Template:
    """Messages by context and text, in the order in which they come; each with where it stands and what it is."""

    def __init__(self):
        self.messages = {}

    def add(self, context, text, place, comment):
        if not isinstance(text, str) or not text.strip():
            return
        places, comments = self.messages.setdefault((context, text), ({}, {}))
        places[place] = comments[comment] = True

    def __str__(self):
        blocks = [HEADER]
        for (context, text), (places, comments) in self.messages.items():
            lines = [f'#. {comment}' for comment in comments]
            lines += [f'#: {place}' for place in list(places)[:MAX_PLACES]]
            lines += [f'msgctxt {quote(context)}', f'msgid {quote(text)}', 'msgstr ""', '']
            blocks.append('\n'.join(lines))
        return '\n'.join(blocks)


def quote(text):
    escaped = text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t')
    return f'"{escaped}"'


def add_value(template, place, item):
    unit = item.get('unit')
    if unit != '%':
        template.add('unit', unit, place, 'The unit of a value, shown behind the number')


def add_entry(template, place, kind, entry):
    context = f'{kind}/{entry["id"]}'
    fields = entry.get('properties', entry)
    if kind in TITLED and list(fields['name']) == ['en']:
        template.add(context, fields['name']['en'], place, 'name')
    template.add(context, fields.get('summary'), place, 'summary')
    if kind != 'report':
        template.add('type', fields.get('type'), place, f'What a {kind} is')
    template.add('region', fields.get('region'), place, 'A province, prefecture or the like')
    for member, topic in STATEMENTS.items():
        for statement in fields.get(member, []):
            comment = f'{member}: {statement[topic]}' if topic in statement else member
            template.add(context, statement.get('text'), place, comment)
            add_value(template, place, statement)
    for series in fields.get('series', []):
        template.add(context, series['name'], place, 'The name of a series of figures')
        template.add(context, series.get('note'), place, 'A note on a series of figures')
        add_value(template, place, series)
    for member, items in fields.items():
        if not isinstance(items, list) or member in STATEMENTS or member == 'series':
            continue
        for item in items:
            if isinstance(item, dict):
                template.add(context, item.get('text'), place, f'{member}: {item.get("id") or item.get("name")}')
                add_value(template, place, item)


def make_records():
    template = Template()
    for path in sorted(pack.glob('*.json')):
        document = json.loads(path.read_text(encoding='utf-8'))
        kind = document.get('kind')
        if kind in (None, 'source'):
            continue
        entries = next(value for value in document.values() if isinstance(value, list))
        for entry in entries:
            add_entry(template, path.relative_to(top), kind, entry)
    return str(template)


def make_reports():
    paths = [str(path.relative_to(top)) for path in sorted(pack.glob('reports/*.xml'))]
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / 'reports.pot'
        subprocess.run(['itstool', '-i', here / 'report.its', '-o', made, *paths], cwd=top, check=True)
        blocks = made.read_text(encoding='utf-8').strip().split('\n\n')
    messages = [block for block in blocks[1:] if 'translator-credits' not in block]
    return '\n'.join([HEADER, *(without_lines(block) + '\n' for block in messages)])


def without_lines(block):
    lines = [re.sub(r'^#\. \(itstool\) path: ', '#. ', line) for line in block.split('\n')]
    lines = [re.sub(r'^(#: .*):\d+$', r'\1', line) for line in lines]
    comments = dict.fromkeys(line for line in lines if line.startswith('#.'))
    places = list(dict.fromkeys(line for line in lines if line.startswith('#:')))
    return '\n'.join([*comments, *places[:MAX_PLACES], *(line for line in lines if not line.startswith('#'))])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--check', action='store_true', help='write nothing, fail where a template is out of date')
    parser.add_argument('names', nargs='*', choices=['records', 'reports'], metavar='records|reports')
    arguments = parser.parse_args()
    makers = {'records': make_records, 'reports': make_reports}
    faults = []
    for name in arguments.names or makers:
        path = here / f'{name}.pot'
        text = makers[name]()
        if not arguments.check:
            path.write_text(text, encoding='utf-8')
        elif not path.exists() or path.read_text(encoding='utf-8') != text:
            faults.append(f'{path.relative_to(top)} is out of date: run po/catalog/update.sh')
    sys.exit('\n'.join(faults) or 0)


if __name__ == '__main__':
    main()
