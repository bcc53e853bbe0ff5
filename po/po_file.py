# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of translations share: .po files, the glossaries, and what a translation must keep of its text."""
import re
import subprocess
from collections import Counter, namedtuple
from pathlib import Path

po_dir = Path(__file__).resolve().parent
top = po_dir.parent
STRING = re.compile(r'"(.*)"$')
MARK = re.compile(r'<[^>]+>')
DIRECTIVE = re.compile(r"%(?:(\d+)\$)?[-+ #0'I]*(?:\*|\d+)?(?:\.(?:\*|\d+))?((?:hh|h|ll|l|z|j|t)?[diouxXeEfFgGaAcsp])|%%|\{\w*\}")

# forms: the translations, one but of what has a plural; sources: the files that it is used in; place: file and line.
Message = namedtuple('Message', 'context text plural forms flags sources place')
# Not words but code: an address or ID (city/kyoto), what stands in quotation marks, a field (kind:waste).
CODE = re.compile(r'“[^”]*”|"[^"]*"|[\w=]*"\w+"|\S*\w[:/=]\w\S*|KIND/ID')


def unquote(text):
    return re.sub(r'\\(.)', lambda found: {'n': '\n', 't': '\t'}.get(found[1], found[1]), text)


def read_po(path):
    """The messages of a .po file or template, without its header and what is no longer used."""
    for first, block in blocks(path):
        fields, name, flags, sources, line = {}, None, set(), set(), first
        for number, text in enumerate(block, first):
            if text.startswith('#'):
                flags |= {flag.strip() for flag in text[2:].split(',')} if text.startswith('#,') else set()
                sources |= {source.rsplit(':', 1)[0] for source in text[2:].split()} if text.startswith('#:') else set()
                continue
            word = text.split(' ', 1)[0]
            if not word.startswith('"'):
                name = word
                line = number if word == 'msgid' else line
            fields[name] = fields.get(name, '') + unquote(STRING.search(text)[1])
        if fields.get('msgid'):
            forms = [fields[name] for name in sorted(fields) if name.startswith('msgstr')]
            yield Message(fields.get('msgctxt', ''), fields['msgid'], fields.get('msgid_plural', ''), forms, flags, sources,
                          f'{path.relative_to(top) if path.is_relative_to(top) else path.name}:{line}')


def blocks(path):
    lines, start = [], 1
    for number, line in enumerate(path.read_text(encoding='utf-8').split('\n') + [''], 1):
        if line and not line.startswith('#~'):
            start = start if lines else number
            lines.append(line)
        elif lines and not line:
            yield start, lines
            lines = []


def read_glossary(language):
    """The terms of a glossary, the longest first: (a pattern that finds it, the term, what it is called)."""
    path = po_dir / 'glossary' / f'{language}.tsv'
    lines = path.read_text(encoding='utf-8').splitlines() if path.exists() else []
    terms = [line.split('\t') for line in lines if line and not line.startswith('#')]
    terms.sort(key=lambda term: -len(term[0]))
    return [(find_word(term), term, wanted.split('|')) for term, wanted in terms]


def find_word(term):
    return re.compile(rf'(?<![\w-]){re.escape(term)}(?![\w-])', re.IGNORECASE)


def check_terms(text, translation, glossary):
    """Each term of a text is rendered as the glossary says; case does not count, nor does a term within a longer one."""
    rendered = translation.casefold()
    text = CODE.sub(' ', text)
    for pattern, term, wanted in glossary:
        text, found = pattern.subn('\0', text)
        if found and not any(word.casefold() in rendered for word in wanted):
            yield f'“{term}” is not {" or ".join(wanted)}: {translation:.60}'


def run_msgfmt(path, *options):
    run = subprocess.run(['msgfmt', *options, '-o', '/dev/null', path], capture_output=True, text=True, check=False)
    # The last line only counts the others.
    return [line.replace(str(path), path.name) for line in run.stderr.splitlines() if not re.match(r'.*msgfmt: found \d+', line)]


def arguments(text):
    """The arguments that a format takes, in their order, and the places {} it has."""
    found = [match for match in DIRECTIVE.finditer(text) if match[0] != '%%']
    printed = [(match[1], match[2]) for match in found if match[2]]
    order = [kind for _, kind in sorted(printed, key=lambda item: int(item[0]))] if all(n for n, _ in printed) else \
        [kind for _, kind in printed]
    return order, Counter(match[0] for match in found if not match[2])
