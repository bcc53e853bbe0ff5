#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds a translation of the interface.

    check.py [FILE.po...] [--template FILE.pot] [--views FOLDER] [--only KIND,...]

What is held, by KIND:
missing    every message of the program is there, translated and without doubt. Without a template it is made anew from
           po/POTFILES.in.
format     msgfmt --check is content, and every translation takes the arguments of its text, in the same order or numbered; a
           form for one may leave them out.
mnemonic   where the text has a mnemonic so has the translation, one; in a script without capitals, where a Latin letter
           stands in brackets behind it, the same letter; and in one menu or dialog (--views: ui/, and C) no two share one.
term       the terms of po/glossary/LANGUAGE.tsv are rendered as it says, but in messages for those who keep a pack.

Without a file the mnemonics of the English text itself are looked at.
"""
import argparse
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from po_file import arguments, check_terms, po_dir, read_glossary, read_po, run_msgfmt, top

MNEMONIC = re.compile(r'_(\w)')
IN_BRACKETS = re.compile(r'\(_(\w)\)')
# As meson's preset "glib" calls xgettext.
XGETTEXT = ['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
            '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
            '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
            '--flag=g_strdup_printf:1:c-format', f'--files-from={po_dir / "POTFILES.in"}', f'--directory={top}']
# Menus that are put together from several files.
PARTS = {'machi-pack-menu.c': 'machi-sidebar.ui primary_menu'}


def make_template(folder):
    path = Path(folder) / 'machi.pot'
    subprocess.run([*XGETTEXT, '-o', path], check=True, capture_output=True)
    return path


def key(message):
    return message.context, message.text


def check_missing(messages, template):
    known = {key(message): message for message in messages}
    for wanted in read_po(template):
        message = known.get(key(wanted))
        name = f'{wanted.context}: {wanted.text}'.removeprefix(': ')
        if message is None or message.plural != wanted.plural:
            yield f'missing: {name:.70}'
        elif 'fuzzy' in message.flags:
            yield f'{message.place}: fuzzy: {name:.70}'
        elif not all(message.forms):
            yield f'{message.place}: not translated: {name:.70}'


def check_format(messages, path):
    yield from run_msgfmt(path, '--check')
    for message in messages:
        texts = [arguments(text) for text in (message.text, message.plural or message.text)]
        for number, form in enumerate(message.forms):
            # Of two and more forms the first may be for one alone: “a city”. So may the text itself.
            allowed = texts + [([], texts[1][1])] * (bool(message.plural) and number == 0)
            if form and arguments(form) not in allowed and not (message.flags & {'no-c-format'}):
                yield f'{message.place}: other arguments: {message.text:.40} → {form:.40}'


def check_mnemonics(messages, views):
    groups = {}
    for folder in views:
        for path in sorted(folder.rglob('*')):
            for name, texts in find_groups(path):
                groups.setdefault(name, set()).update(texts)
    known = {message.text: message for message in messages}
    for message in messages:
        yield from check_mnemonic(message)
    for name, texts in sorted(groups.items()):
        taken = {}
        for text in sorted(text for text in texts if not messages or text in known and all(known[text].forms)):
            letter = find_mnemonic(known[text].forms[0] if messages else text)
            if letter in taken:
                yield f'{name}: “{text}” and “{taken[letter]}” share the mnemonic “{letter}”'
            taken[letter] = text
            taken.pop(None, None)


def find_mnemonic(text):
    found = MNEMONIC.search(text)
    return found[1].casefold() if found else None


def check_mnemonic(message):
    # An underscore within a word is that of a name: target_year.
    if not re.search(r'(?:^|\W)_\w|\w_\w+\b(?=[^_]*…$)', message.text) or '%' in message.text:
        return
    for form in filter(None, message.forms):
        if len(MNEMONIC.findall(form)) != 1:
            yield f'{message.place}: not one mnemonic: {message.text} → {form}'
        found = IN_BRACKETS.search(form)
        if found and found[1].casefold() != find_mnemonic(message.text):
            yield f'{message.place}: the mnemonic of {message.text} is not that of {form}'


def find_groups(path):
    """Menus and dialogs of a file, each with the texts in it that have mnemonics and are seen at once."""
    if path.suffix == '.ui':
        root = ET.parse(path).getroot()
        for menu in [*root.iter('menu'), *root.iter('submenu')]:
            yield f'{path.name} {menu.get("id") or "submenu"}', set(texts_of_menu(menu))
        for template in root.iter('template'):
            nodes = [node for node in template.iter('property') if node.get('name') in ('label', 'title', 'button-label')]
            yield f'{path.name} {template.get("class")}', {n.text for n in nodes if n.text and MNEMONIC.search(n.text)}
    elif path.suffix == '.c':
        for function in re.split(r'^}$', path.read_text(encoding='utf-8'), flags=re.MULTILINE):
            calls = re.findall(r'(?:g_menu_append\w*|add_response) \([^;]*?_ \("((?:\\.|[^"\\])*_\w(?:\\.|[^"\\])*)"\)',
                               function)
            name = re.search(r'^(\w+) \(', function, re.MULTILINE)
            if calls and name:
                yield PARTS.get(path.name, f'{path.name} {name[1]}()'), set(calls)


def texts_of_menu(menu):
    for node in menu:
        if node.tag == 'section':
            yield from texts_of_menu(node)
        elif node.tag in ('item', 'submenu'):
            yield from (a.text for a in node.findall('attribute') if a.get('name') == 'label' and MNEMONIC.search(a.text or ''))


def check_glossary(messages, language):
    glossary = read_glossary(language)
    for message in messages:
        # Those who keep a pack are told of files: the member of an object is not that of a network.
        for_keepers = message.sources and all(s.startswith(('src/core/catalog/', 'src/tools/')) for s in message.sources)
        for form in message.forms if 'fuzzy' not in message.flags and not for_keepers else []:
            if form:
                text = MNEMONIC.sub(r'\1', message.plural or message.text)
                yield from (f'{message.place}: {fault}' for fault in
                            check_terms(text, MNEMONIC.sub(r'\1', form), glossary))


def check(path, kinds, template, views):
    messages = list(read_po(path.resolve()))
    if not messages:
        yield f'{path}: no messages'
    if 'missing' in kinds:
        yield from (f'{path.name}: {fault}' for fault in check_missing(messages, template))
    if 'format' in kinds:
        yield from check_format(messages, path)
    if 'mnemonic' in kinds:
        yield from (f'{path.name}: {fault}' for fault in check_mnemonics(messages, views))
    if 'term' in kinds:
        yield from check_glossary(messages, path.stem)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('po', type=Path, nargs='*')
    parser.add_argument('--template', type=Path)
    parser.add_argument('--views', type=Path, action='append')
    parser.add_argument('--only', default='missing,format,mnemonic,term')
    options = parser.parse_args()
    kinds, views = options.only.split(','), options.views or [top / 'ui', top / 'src']
    with tempfile.TemporaryDirectory() as folder:
        template = options.template or (make_template(folder) if 'missing' in kinds and options.po else None)
        faults = [fault for path in options.po for fault in check(path, kinds, template, views)]
    if not options.po:
        faults = list(check_mnemonics([], views))
    print('\n'.join(faults) or f'{len(options.po)} translations without fault.')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
