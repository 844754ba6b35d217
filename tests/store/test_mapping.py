from __future__ import annotations

import dataclasses
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.store.mapping import CODECS
from trellis.store.specs import SPECS


def values_of(hint: Any) -> Any:
    kinds = [kind for kind in get_args(hint) if kind is not type(None)] if type(None) in get_args(hint) else [hint]
    kind = kinds[0]
    found: Any
    if kind is bool:
        found = st.booleans()
    elif kind is int:
        found = st.integers(0, 2**53)
    elif get_origin(kind) is tuple:
        found = tuples_of(kind)
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        found = st.sampled_from(list(kind))
    else:
        found = st.text(max_size=8)
    return found | st.none() if type(None) in get_args(hint) else found


def tuples_of(kind):
    inner = get_args(kind)
    if inner[-1] is Ellipsis:
        return st.lists(values_of(inner[0]), max_size=3).map(tuple)
    return st.tuples(*(values_of(each) for each in inner))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
@given(st.data())
def test_a_record_survives_being_a_row(spec, data):
    hints = get_type_hints(spec.record)
    record = spec.record(*(data.draw(values_of(hints[field.name])) for field in dataclasses.fields(spec.record)))
    codec = CODECS[spec.name]

    assert codec.record(codec.row(record, record.rev)) == record


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_a_row_holds_only_what_sqlite_keeps(spec):
    assert set(spec.columns) >= {"rev", *spec.key}
    assert {name for name, _ in spec.refs} | set(spec.soft) <= set(spec.columns)
