"""What random deeds pick from: a theme, a case, a source, a record of a kind."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from trellis.study.study import Study

Deed = Callable[[Study, Random], object]


def records(study: Study, kind):
    with study._work.read() as reader:  # picks by key what people pick by sight
        return reader.all(kind)


def a_theme(study: Study, chance: Random) -> str:
    return str(chance.choice(study.framework.tree().records())["number"])


def a_case(study: Study, chance: Random) -> str:
    return str(chance.choice(study.cases.listing().records())["case"])


def a_source(study: Study, chance: Random) -> str:
    return str(chance.choice(study.sources.listing().records())["source"])


def one(study: Study, chance: Random, kind) -> int:
    return int(chance.choice(records(study, kind)).k)
