#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the sources to the house's rules that no compiler knows: check-style.py TOP

Prints one line an offence, `file:line: what`, and exits with 1 if there was one. The rules are those of CONTRIBUTING.md: a
licence in every file, short functions and files, no unfinished marks, signals that do not outlive their receiver, rooms
that use only the rooms below them, and interfaces that can be translated and read aloud.
"""
import ast
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

MAX_FUNCTION = 60
MAX_FILE = 600
SKIPPED = {'_build', '.git', 'subprojects', '__pycache__', 'catalog', 'broken', 'faulty', 'source'}
LICENSED = {'.c', '.h', '.py', '.sh', '.ui', '.css', '.its', '.rng', '.build', '.yml', '.yaml'}
SHORT = {'.c', '.h', '.py', '.sh', '.ui', '.css'}
# Written in two parts, so that this file does not offend.
MARKS = re.compile(r'\b(TO' + r'DO|FIX' + r'ME)\b')
CONNECT = re.compile(r'\bg_signal_connect(_swapped|_after|_data)?\s*\(')
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
TOOLKIT = re.compile(r'^(gtk|gdk|adwaita|adw|shumate)\b')
HEAD = re.compile(r'(?![#}*/]| \*)\s*\S.*(?<!;)$')
BUTTONS = {'GtkButton', 'GtkMenuButton', 'GtkToggleButton'}
# From the ground up: each may use what stands before it.
ROOMS = ['src/core/model', 'src/core/catalog', 'src/core/map', 'src/core/search', 'src/core/library', 'src/core/export',
         'src/widgets', 'src/pages', 'src/app']
CORE_ONLY = ['src/search-provider', 'src/tools']


class Style:
    def __init__(self, top):
        self.top = top
        self.offences = []
        # A build folder may have any name and be anywhere.
        self.builds = [path.parent for path in top.rglob('meson-private')]
        self.files = sorted(path for path in top.rglob('*') if path.is_file() and not self.is_skipped(path))
        headers = [path for path in self.files if path.suffix == '.h' and self.room_of(path)]
        self.rooms = {path.name: self.room_of(path) for path in headers}

    def is_skipped(self, path):
        # data/catalog and po/catalog hold texts; src/core/catalog holds code.
        parts = path.relative_to(self.top).parts
        return any(part in SKIPPED for part in parts[:-1]) and parts[0] != 'src' or \
            any(part in ('_build', '.git', '__pycache__') or part.startswith('.flatpak') for part in parts) or \
            any(build in path.parents for build in self.builds)

    def room_of(self, path):
        folder = path.parent.relative_to(self.top).as_posix()
        return folder if folder in ROOMS + CORE_ONLY else None

    def tell(self, path, line, message):
        self.offences.append((str(path.relative_to(self.top)), line, message))

    def check(self):
        for path in self.files:
            is_script = path.suffix == '' and path.stat().st_mode & 0o111
            if path.suffix not in LICENSED and not is_script:
                continue
            text = path.read_text(encoding='utf-8')
            lines = text.splitlines()
            self.check_any(path, lines)
            if path.suffix in ('.c', '.h'):
                self.check_c(path, lines)
            elif path.suffix == '.py':
                self.check_python(path, text)
            elif path.suffix == '.ui':
                self.check_ui(path, text)
        return sorted(self.offences)

    def check_any(self, path, lines):
        if not any('SPDX-License-Identifier:' in line for line in lines[:5]):
            self.tell(path, 1, 'no SPDX line')
        if path.suffix in SHORT and len(lines) > MAX_FILE:
            self.tell(path, len(lines), f'the file has {len(lines)} lines, more than {MAX_FILE}')
        for number, line in enumerate(lines, 1):
            if MARKS.search(line):
                self.tell(path, number, 'an unfinished mark: finish it, or write down elsewhere what is left')

    def check_c(self, path, lines):
        self.check_functions(path, lines)
        self.check_includes(path, lines)
        if path.is_relative_to(self.top / 'src'):
            self.check_signals(path, lines)

    def check_functions(self, path, lines):
        """A function's head and body stand at the left edge, as the GNU style has it."""
        opened = None
        for number, line in enumerate(lines, 1):
            if line == '{':
                opened = number
                while opened > 1 and HEAD.match(lines[opened - 2]):
                    opened -= 1
            elif line == '}' and opened:
                if number - opened + 1 > MAX_FUNCTION:
                    self.tell(path, opened, f'a function of {number - opened + 1} lines, more than {MAX_FUNCTION}')
                opened = None

    def check_includes(self, path, lines):
        room = self.room_of(path)
        if room is None:
            return
        for number, line in enumerate(lines, 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            if room.startswith('src/core/') and found[1] == '<' and TOOLKIT.match(found[2]):
                self.tell(path, number, f'core includes <{found[2]}>')
            other = self.rooms.get(found[2].rsplit('/', 1)[-1]) if found[1] == '"' else None
            if other and not self.may_use(room, other):
                self.tell(path, number, f'{room} uses “{found[2]}” of {other}, a room above it')

    @staticmethod
    def may_use(room, other):
        if room in CORE_ONLY:
            return other == room or other.startswith('src/core/')
        return other not in CORE_ONLY and ROOMS.index(other) <= ROOMS.index(room)

    def check_signals(self, path, lines):
        """A bare connection is allowed where a comment before it says that the object is owned."""
        excused = False
        for number, line in enumerate(lines, 1):
            if re.search(r'/\*.*\bowned\b', line):
                excused = True
            elif CONNECT.search(line):
                if not excused:
                    self.tell(path, number, 'a bare g_signal_connect: use g_signal_connect_object, connect it in the '
                                            '.ui, or say in a comment before it why the object is owned')
            elif not line.strip() or line in '{}':
                excused = False

    def check_python(self, path, text):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                length = node.end_lineno - node.lineno + 1
                if length > MAX_FUNCTION:
                    self.tell(path, node.lineno, f'{node.name}() has {length} lines, more than {MAX_FUNCTION}')

    def check_ui(self, path, text):
        builder = ET.TreeBuilder()
        parser = ET.XMLParser(target=builder)
        root = ET.fromstring(text, parser)
        if root.get('domain') != 'machi':
            self.tell(path, 1, 'no domain="machi": its texts would not be translated')
        for button in root.iter():
            kind = button.get('class') if button.tag == 'object' else button.get('parent')
            if button.tag in ('object', 'template') and kind in BUTTONS and is_mute(button):
                self.tell(path, find_line(text, button),
                          f'a {kind} with an icon and no label needs an accessibility label')


def properties(node):
    return {child.get('name') for child in node.findall('property')}


def is_mute(button):
    names = properties(button)
    if 'icon-name' not in names or 'label' in names:
        return False
    accessibility = button.find('accessibility')
    if accessibility is None:
        return True
    return not any(child.get('name') in ('label', 'labelled-by') for child in accessibility)


def find_line(text, node):
    """The line of a button: by its id, or by its icon."""
    icon = next(child.text or '' for child in node.findall('property') if child.get('name') == 'icon-name')
    wanted = f'id="{node.get("id")}"' if node.get('id') else icon
    return text[:max(text.find(wanted), 0)].count('\n') + 1


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    offences = Style(Path(sys.argv[1]).resolve()).check()
    for path, line, message in offences:
        print(f'{path}:{line}: {message}')
    return 1 if offences else 0


if __name__ == '__main__':
    sys.exit(main())
