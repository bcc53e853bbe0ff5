#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the translations of the catalogue: well-formed, without doubt, true to names, marks and glossary.

    check.py LANGUAGE

Both .po files pass msgfmt --check, have no fuzzy message, keep each mark of a citation, link and other element of their
English text, agree on titles and summaries of reports, and render the terms of po/glossary/LANGUAGE.tsv as it says.
Messages that are not translated are no fault: they are shown in English. A report's title has the name of its record.
"""
import json
import sys
from collections import Counter
from pathlib import Path

here = Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent))
from po_file import MARK, check_terms, read_glossary, read_po, run_msgfmt, top  # noqa: E402


def check_message(place, text, translation, glossary):
    if Counter(MARK.findall(text)) != Counter(MARK.findall(translation)):
        yield f'{place}: the elements differ: {text:.60}'
    plain, rendered = MARK.sub('', text), MARK.sub('', translation)
    yield from (f'{place}: {fault}' for fault in check_terms(plain, rendered, glossary))


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
        yield from run_msgfmt(path, '--check')
        translated[name] = {}
        for message in read_po(path):
            context, text, translation = message.context, message.text, message.forms[0]
            place = f'{message.place}: {context}'.rstrip(': ')
            if 'fuzzy' in message.flags:
                yield f'{place}: fuzzy: {text:.60}'
            elif translation:
                translated[name][(context, text) if name == 'records' else text] = translation
                yield from check_message(place, text, translation, glossary)
    yield from check_reports(language, translated['records'], translated['reports'])


faults = list(check(sys.argv[1]))
print('\n'.join(faults) or 'No fault.')
sys.exit(1 if faults else 0)
