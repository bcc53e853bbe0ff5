#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the metainfo with the address where Machi is published; as long as there is none, without what stands there: the
home page, the issues and the screenshots.

metainfo.py TEMPLATE WEBSITE
"""
import pathlib
import re
import sys

text, website = pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'), sys.argv[2].rstrip('/')
if website and not re.fullmatch(r'https://[^\s<>&"]+', website):
    sys.exit(f'metainfo.py: {website}: the address begins with https://')
if not website:
    text = re.sub(r' *<(url|screenshots)\b[^>]*>(?:(?!</\1>).)*@website@.*?</\1>\n', '', text, flags=re.DOTALL)
sys.stdout.buffer.write(text.replace('@website@', website).encode())
