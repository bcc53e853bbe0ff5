#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a translation that nobody reads but that shows what does not fit: to be looked at in pictures of the window.

    pseudo.py long|rtl FILE.pot    prints a .po file

long: accents on the letters, 40 % more of them, and brackets around each message: what lacks an accent is not translated, what
      lacks a bracket is cut off or glued from pieces.
rtl:  Arabic letters in place of Latin ones, so that a window in Arabic is read from the right.
"""
import re
import sys
from pathlib import Path

from po_file import read_po

# What stays as it is: arguments, patterns of dates, elements, addresses, and a mnemonic with its letter.
KEPT = re.compile(r"%(?:\d+\$)?[-+ #0'IO]*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?[a-zA-Z%]|<[^>]+>|&\w+;|\{\w*\}|machi:\S*|_\w|\n")
ACCENTS = str.maketrans('aceghijklnorstuwyzACDEGHIJKLNORSTUWYZ', 'åçéĝĥîĵķļñöŕšţûŵýžÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ')
ARABIC = str.maketrans('abcdefghijklmnopqrstuvwxyz', 'ابصدهفغحيجكلمنوپقرستعڤشخطز')
VOWELS = re.compile(r'[aeiou]')


def lengthen(text):
    # Vowels are doubled first; what is still missing follows as words.
    wanted = len(text) * 7 // 5
    longer = VOWELS.sub(lambda vowel: vowel[0] * 2, text)
    return (longer + ' moore' * wanted)[:wanted].rstrip() if len(longer) < wanted else longer


def convert(text, change):
    parts, start = [], 0
    for kept in KEPT.finditer(text):
        parts += [change(text[start:kept.start()]), kept[0]]
        start = kept.end()
    return ''.join([*parts, change(text[start:])])


def to_long(text):
    whole = convert(text, lambda part: (lengthen(part) if len(part.strip()) > 1 else part).translate(ACCENTS))
    return whole if re.fullmatch(r'[\W\d_]*|(%-?O?[a-zA-Z]\W*)+', text) else f'[{whole}]'


def to_arabic(text):
    return convert(text, lambda part: part.lower().translate(ARABIC))


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


def main():
    kind, template = sys.argv[1:]
    change = {'long': to_long, 'rtl': to_arabic}[kind]
    print('msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
          '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"')
    for message in read_po(Path(template).resolve()):
        print()
        if message.context:
            print('msgctxt', quote(message.context))
        print('msgid', quote(message.text))
        if message.plural:
            print('msgid_plural', quote(message.plural))
            print('msgstr[0]', quote(change(message.text)))
            print('msgstr[1]', quote(change(message.plural)))
        else:
            print('msgstr', quote(change(message.text)))


if __name__ == '__main__':
    main()
