#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold packs to their schemas: each JSON file by its "kind", each report by report.rng.

    check-schemas.py [--docbook docbook.rng] PACK…

Prints one line a fault, `file: path: message`, and exits with 1 if there was one. Nothing is fetched.
"""
import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema

SCHEMAS = Path(__file__).resolve().parents[2] / "data" / "schema"
XMLLINT_LINE = re.compile(r"^(?P<file>.+?):(?P<line>\d+): (?P<message>.+)$")


class DuplicateKey(ValueError):
    pass


def no_duplicates(pairs):
    """Object hook for json: a key that stands twice is a fault, not a silent loss."""
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise DuplicateKey(f'the key "{key}" stands twice in one object, with {pairs[0][0]}: {pairs[0][1]!r:.60}')
    return dict(pairs)


def load_schemas():
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(SCHEMAS.glob("*.schema.json"))}


def make_validator(schemas, name):
    """A validator for one schema file; `$ref`s to the others are answered from memory."""
    schema, validator = schemas[name], jsonschema.Draft202012Validator
    try:
        from referencing import Registry
        from referencing.jsonschema import DRAFT202012

        resources = [(key, DRAFT202012.create_resource(one)) for key, one in schemas.items()]
        return validator(schema, registry=Registry().with_resources(resources))
    except (ImportError, TypeError):  # jsonschema before 4.18, as in Debian 12
        store = {f"file:///{key}": one for key, one in schemas.items()}
        return validator(schema, resolver=jsonschema.RefResolver(f"file:///{name}", schema, store=store))


def place(error, document):
    """`networks[3] (iclei).facts[0].date`: where the fault is, with the ID of the entry that it is in."""
    words, node = [], document
    for step in error.absolute_path:
        node = node[step]
        if isinstance(step, str):
            words.append("." + step if words else step)
            continue
        name = node.get("id") if isinstance(node, dict) else None
        words.append(f"[{step}] ({name})" if isinstance(name, str) else f"[{step}]")
    return "".join(words) or "the file"


def innermost(error):
    """Of a fault of `oneOf` or `anyOf`: the fault in the branch that was meant, which is the one of the same type."""
    while error.context:
        missing = [sub for sub in error.context if sub.validator == "required" and not sub.relative_path]
        if len(missing) == len(error.context):
            return error
        typed = [sub for sub in error.context if sub.validator not in ("type", "const")] or list(error.context)
        error = min(typed, key=lambda sub: (sub.validator == "required", -len(sub.absolute_path)))
    return error


def message(error):
    if error.validator in ("anyOf", "oneOf") and error.context:
        wanted = [key for sub in error.context if sub.validator == "required" for key in sub.validator_value]
        return "one of these is missing: " + ", ".join(dict.fromkeys(wanted))
    if error.validator == "maxLength":
        return f"{len(error.instance)} characters are more than {error.validator_value}: {error.instance!r:.60}…"
    return error.message if len(error.message) <= 300 else error.message[:297] + "…"


def schema_of(path, document):
    """The schema file for a JSON file of a pack, or the fault as a ValueError."""
    if path.name == "manifest.json":
        return "manifest.schema.json"
    kind = document.get("kind") if isinstance(document, dict) else None
    if not isinstance(kind, str):
        raise ValueError('it has no "kind"')
    if not re.fullmatch("[a-z]+", kind) or kind == "manifest" or not (SCHEMAS / f"{kind}.schema.json").exists():
        raise ValueError(f'"{kind}" is not a kind')
    return f"{kind}.schema.json"


def check_json(path, schemas):
    try:
        document = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=no_duplicates)
        name = schema_of(path, document)
    except json.JSONDecodeError as error:
        return [f"{path}: line {error.lineno}: {error.msg}"]
    except ValueError as error:
        return [f"{path}: the file: {error}"]
    errors = map(innermost, make_validator(schemas, name).iter_errors(document))
    return list(dict.fromkeys(f"{path}: {place(error, document)}: {message(error)}" for error in errors))


def check_xml(paths, schema, label):
    """Faults of all these files by one RELAX NG schema, in one run of xmllint."""
    if not paths:
        return []
    command = ["xmllint", "--nonet", "--noout", "--relaxng", str(schema), *map(str, paths)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    faults = []
    for line in run.stderr.splitlines():
        found = XMLLINT_LINE.match(line)
        if found:
            faults.append(f"{found['file']}: line {found['line']}: {label}: {found['message']}")
    if run.returncode and not faults:
        faults.append(f"{schema}: the file: xmllint says {run.stderr.strip() or run.returncode}")
    return faults


def check_pack(folder, schemas, docbook):
    faults = [] if (folder / "manifest.json").exists() else [f"{folder}/manifest.json: the file: it is missing"]
    for path in sorted(folder.glob("*.json")):
        faults += check_json(path, schemas)
    reports = sorted(folder.glob("reports/*.xml"))
    faults += check_xml(reports, SCHEMAS / "report.rng", "report.rng")
    if docbook:
        faults += check_xml(reports, docbook, "DocBook")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docbook", type=Path, metavar="RNG", help="DocBook 5's own schema, to hold the reports to as well")
    parser.add_argument("packs", nargs="+", type=Path, metavar="PACK", help="a folder with a manifest.json")
    arguments = parser.parse_args()
    schemas = load_schemas()
    faults = [fault for pack in arguments.packs for fault in check_pack(pack, schemas, arguments.docbook)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
