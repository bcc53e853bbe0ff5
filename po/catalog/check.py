#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the translations of the catalogue: well-formed, without doubt, true to names, marks and glossary.

    check.py LANGUAGE

Both .po files pass msgfmt --check, have no fuzzy message, keep each mark of a citation, link and other element of their
English text, agree on titles and summaries of reports, and render the terms of po/glossary/LANGUAGE.tsv as it says.
Messages that are not translated are no fault: they are shown in English. A report's title has the name of its record.
"""
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

here = Path(__file__).resolve().parent
top = here.parent.parent
MARK = re.compile(r'<[^>]+>')
STRING = re.compile(r'"(.*)"$')


def unquote(text):
    return re.sub(r'\\(.)', lambda found: {'n': '\n', 't': '\t'}.get(found[1], found[1]), text)


def read_po(path):
    """The messages of a .po file: (context, text, translation, whether fuzzy)."""
    for block in path.read_text(encoding='utf-8').split('\n\n')[1:]:
        fields, name, fuzzy = {'msgctxt': '', 'msgid': '', 'msgstr': ''}, None, False
        for line in block.split('\n'):
            if line.startswith('#'):
                fuzzy = fuzzy or line.startswith('#, ') and 'fuzzy' in line
                continue
            word = line.split(' ', 1)[0]
            name = word if word in fields else name
            if name and STRING.search(line):
                fields[name] += unquote(STRING.search(line)[1])
        if fields['msgid']:
            yield fields['msgctxt'], fields['msgid'], fields['msgstr'], fuzzy


def read_glossary(language):
    path = here.parent / 'glossary' / f'{language}.tsv'
    lines = path.read_text(encoding='utf-8').splitlines() if path.exists() else []
    terms = [line.split('\t') for line in lines if line and not line.startswith('#')]
    return [(find_word(term), term, wanted.split('|')) for term, wanted in terms]


def find_word(term):
    return re.compile(rf'(?<![\w-]){re.escape(term)}(?![\w-])', re.IGNORECASE)


def check_message(place, text, translation, glossary):
    if Counter(MARK.findall(text)) != Counter(MARK.findall(translation)):
        yield f'{place}: the elements differ: {text:.60}'
    plain, rendered = MARK.sub('', text), MARK.sub('', translation)
    for pattern, term, wanted in glossary:
        if pattern.search(plain) and not any(word in rendered for word in wanted):
            yield f'{place}: “{term}” is not {" or ".join(wanted)}: {rendered:.60}'


def check_reports(language, records, reports):
    """The record and the text of a report say the same in both languages."""
    tag = {'zh_CN': 'zh', 'zh_TW': 'zh-Hant'}.get(language, language)
    for entry in json.loads((top / 'data/catalog/reports.json').read_text(encoding='utf-8'))['reports']:
        summary = records.get((f'report/{entry["id"]}', entry['summary']), '')
        if summary != reports.get(entry['summary'], ''):
            yield f'report/{entry["id"]}: the summary and the abstract are translated in two ways'
        name, title = entry['name'].get(tag), reports.get(entry['name']['en'])
        if name and title and name != title:
            yield f'report/{entry["id"]}: the name and the title are translated in two ways'


def check(language):
    glossary = read_glossary(language)
    translated = {}
    for name in ('records', 'reports'):
        path = here / name / f'{language}.po'
        run = subprocess.run(['msgfmt', '--check', '-o', '/dev/null', path], capture_output=True, text=True, check=False)
        yield from run.stderr.splitlines()
        translated[name] = {}
        for context, text, translation, fuzzy in read_po(path):
            place = f'{path.relative_to(top)}: {context}'.rstrip(': ')
            if fuzzy:
                yield f'{place}: fuzzy: {text:.60}'
            elif translation:
                translated[name][(context, text) if name == 'records' else text] = translation
                yield from check_message(place, text, translation, glossary)
    yield from check_reports(language, translated['records'], translated['reports'])


faults = list(check(sys.argv[1]))
print('\n'.join(faults) or 'No fault.')
sys.exit(1 if faults else 0)
