from __future__ import annotations

import json

from scripts.make_openapi import TARGET, described


def test_the_description_for_the_browser_is_up_to_date():
    assert TARGET.read_text("utf-8") == described(), "run: python scripts/make_openapi.py"


def test_every_operation_has_a_name_of_its_own():
    paths = json.loads(described())["paths"]
    names = [operation["operationId"] for path in paths.values() for operation in path.values()]

    assert len(names) == len(set(names))
    assert all(name.isidentifier() and "_" not in name for name in names)


def test_every_write_takes_a_mark():
    paths = json.loads(described())["paths"]
    operations = [(path, verb, op) for path, verbs in paths.items() for verb, op in verbs.items()]
    writes = [one for one in operations if one[1] != "get" and not one[0].endswith("/preview")]

    without = [
        (verb, path)
        for path, verb, op in writes
        if "Idempotency-Key" not in {one["name"] for one in op.get("parameters", ())}
    ]

    assert without == []
