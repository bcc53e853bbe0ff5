#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds that whatever a reader sees can be translated, in views and in C.

    check-strings.py FILE|FOLDER...

Views: every property that GTK shows or speaks has translatable="yes", unless its text has no letters or is the name of the
program. C: a literal with letters in it is the argument of _(), C_(), N_(), ngettext() or the like where
- it is an argument of a function that shows, speaks or reports its text (SHOWS);
- it is the value of such a property in a list of properties (g_object_new() and the like);
- or, wherever it stands, it reads as words for people: it begins with a capital and has more than one word, or puts a
  value beside a word.
What only those who keep the code see is let through: warnings, and what a comment in its line says is "not shown".
"""
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

NAMES = {'Machi', 'The Machi developers', 'SQLite format 3'}
SHOWN = {'label', 'title', 'subtitle', 'tooltip-text', 'tooltip-markup', 'placeholder-text', 'description', 'heading', 'body',
         'button-label', 'text', 'markup', 'secondary-text', 'comments', 'accept-label', 'prefix', 'suffix', 'end-title',
         'start-title', 'title-lines-text', 'name-text'}
SPOKEN = {'label', 'description', 'placeholder', 'role-description', 'value-text', 'help-text', 'braille-label'}

TRANSLATES = {'_', 'N_', 'C_', 'NC_', 'Q_', 'gettext', 'ngettext', 'dgettext', 'dngettext', 'g_dgettext', 'g_dngettext',
              'g_dpgettext', 'g_dpgettext2'}
UNSEEN = re.compile(r'^(g_(warning|debug|error|critical|message|info|assert\w*|return\w*|log\w*|test_\w+|regex_\w+|str_equal|'
                    r'strcmp0|intern\w*|param_spec\w*|signal_new\w*)|machi_tell_\w+|G_STRINGIFY|G_DEFINE\w*|strcmp|printf)$')
SHOWS = re.compile(
    r'^((gtk|adw)_\w+_(set_(label|text|title|subtitle|markup|tooltip_text|tooltip_markup|placeholder_text|description|heading'
    r'|body|button_label|accept_label|name_label)|new_with_(label|mnemonic))'
    r'|gtk_label_new|adw_toast_new|adw_alert_dialog_(new|add_response|format_\w+)|gtk_file_filter_set_name'
    r'|gtk_accessible_(announce|update_property)|gtk_tooltip_set_\w+|gtk_widget_set_tooltip_(text|markup)|gtk_window_set_title'
    r'|adw_navigation_page_(new|set_title)|g_menu_(append|prepend|insert|append_submenu|append_section|item_new\w*)'
    r'|g_set_error(_literal)?|g_error_new(_literal)?|g_task_return_new_error|g_application_set_option_context_\w+'
    r'|machi_\w*problem\w*|machi_locale_format_count|machi_locale_format_parts)$')
FORMATS = re.compile(r'^(g_strdup_printf|g_string_(append_)?printf)$')
COUNTED = re.compile(r'%\w+ [^\W\d_]{3,}|[^\W\d_]{3,}:? %')
PROPERTY_LISTS = re.compile(r'^(g_object_(new|set)|adw_show_about_dialog\w*|gtk_show_about_dialog)$')
# These functions take words and IDs. Elsewhere an ID has a mark in it.
TAKES_IDS = re.compile(r'^(adw_alert_dialog_\w+|machi_\w*problem\w*)$')
NAME = re.compile(r'^[a-z][\w.-]*$')
ID = re.compile(r'^[a-z][a-z0-9_]*([.:-][a-z0-9_]+)+$')
SQL = re.compile(r'^(SELECT|INSERT|CREATE|PRAGMA|UPDATE|DELETE|DROP) ')

TOKEN = re.compile(r'''(?P<comment>/\*.*?\*/|//[^\n]*)|(?P<skip>^[ \t]*\#[^\n]*(?:\\\n[^\n]*)*)|(?P<char>'(?:\\.|[^'\\])+')
    |(?P<literal>"(?:\\.|[^"\\\n])*"(?:\s*"(?:\\.|[^"\\\n])*")*)|(?P<name>[A-Za-z_]\w*)|(?P<mark>[(){},;])|(?P<line>\n)''',
                   re.VERBOSE | re.DOTALL | re.MULTILINE)
DIRECTIVE = re.compile(r'%(?:\d+\$)?[-+ #0\'I]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|j|t|G_\w+)?[a-zA-Z]')
MARKUP = re.compile(r'<[^>]*>|&\w+;|\\.')


def letters(text):
    return re.findall(r'[^\W\d_]{2,}', MARKUP.sub(' ', DIRECTIVE.sub(' ', text)))


def is_words(text):
    plain = MARKUP.sub(' ', DIRECTIVE.sub(' ', text)).strip()
    return bool(re.match(r'[A-Z][^\W\d_]*,? (\S+ )*[^\W\d_]{2,}', plain)) and len(letters(text)) > 1


def check_view(path):
    source = path.read_text(encoding='utf-8')
    root = ET.fromstring(source)
    parents = {child: parent for parent in root.iter() for child in parent}
    lines = source.split('\n')
    for node in root.iter():
        text, name = (node.text or '').strip(), node.get('name')
        spoken = parents.get(node) is not None and parents[node].tag == 'accessibility'
        shown = node.tag == 'property' and name in (SPOKEN if spoken else SHOWN)
        shown = shown or node.tag == 'attribute' and name == 'label' or node.tag in ('item', 'response') and not len(node)
        if shown and letters(text) and text not in NAMES and node.get('translatable') != 'yes':
            number = next((i for i, line in enumerate(lines, 1) if text.split('\n')[0] in line and (name or '') in line), 0)
            yield number, f'{node.tag} {name or ""}'.strip() + f' cannot be translated: {" ".join(text.split()):.60}'


class Calls:
    """The calls that a place in C code stands within, and the literals that it meets."""

    def __init__(self, source):
        self.source, self.line, self.stack, self.name = source, 1, [], None

    def literals(self):
        for token in TOKEN.finditer(self.source):
            kind, text, start = token.lastgroup, token[0], self.line
            self.line += text.count('\n')
            if kind == 'mark':
                self.step(text)
            elif kind == 'literal':
                yield start, ''.join(re.findall(r'"((?:\\.|[^"\\])*)"', text)), self.stack
                if self.stack:
                    self.stack[-1][1] = ''.join(re.findall(r'"((?:\\.|[^"\\])*)"', text))
            elif kind == 'name':
                self.name = text
            if kind not in ('name', 'line', 'comment'):
                self.name = None
            elif kind == 'name' and self.stack:
                self.stack[-1][1] = None

    def step(self, mark):
        if mark == '(':
            # What has no name of its own only groups: (x != NULL ? "a" : "b").
            self.stack.append([self.name or (self.stack[-1][0] if self.stack else ''), None])
        elif mark == ')' and self.stack:
            self.stack.pop()
        elif mark in '{};':
            self.stack.clear()
        self.name = None


def judge(text, stack):
    calls = [name for name, _ in stack]
    if any(name in TRANSLATES or UNSEEN.match(name) for name in calls) or not letters(text) or text in NAMES:
        return None
    if ID.match(text) or SQL.match(text) or (calls and TAKES_IDS.match(calls[-1]) and NAME.match(text)):
        return None
    if calls and SHOWS.match(calls[-1]):
        return f'{calls[-1]}() shows it'
    if calls and PROPERTY_LISTS.match(calls[-1]) and stack[-1][1] in SHOWN:
        return f'the property “{stack[-1][1]}” shows it'
    if is_words(text) or calls and FORMATS.match(calls[-1]) and COUNTED.search(MARKUP.sub(' ', text)):
        return 'it reads as words for people'
    return None


def check_code(path):
    source = path.read_text(encoding='utf-8')
    lines = source.split('\n')
    for number, text, stack in Calls(source).literals():
        why = judge(text, stack)
        if why and 'not shown' not in lines[number - 1]:
            yield number, f'cannot be translated, but {why}: {text:.60}'


def files(arguments):
    for argument in map(Path, arguments):
        yield from sorted(p for p in argument.rglob('*') if p.suffix in ('.ui', '.c')) if argument.is_dir() else [argument]


def main():
    faults, seen = [], 0
    for path in files(sys.argv[1:]):
        seen += 1
        faults += [f'{path.name}:{line}: {what}' for line, what in (check_view if path.suffix == '.ui' else check_code)(path)]
    print('\n'.join(faults) or f'{seen} files without fault.')
    return 1 if faults or not seen else 0


if __name__ == '__main__':
    sys.exit(main())
