"""What a report prints of those whom it quotes."""

from __future__ import annotations

from trellis.core.attributed import Attributing, attributing, fields_of
from trellis.core.keys import NO_KEY
from trellis.core.pseudonym import is_naming
from trellis.store.reader import Reader
from trellis.study.chart_rows import header_names
from trellis.study.sample_units import people, trait


def attributions(reader: Reader, pattern: str, k: int) -> Attributing:
    """What is printed of each person of the sample. pattern: "" takes the attributes beside cases in the chart.

    Attributes that say who somebody is are never printed. Raises NotFound, Invalid.
    """
    wanted = fields_of(pattern) if pattern else tuple(header_names(reader))
    names = [name for name in wanted if not is_naming(name)]
    traits = [trait(reader, name) for name in names]
    values = {case.k: [each.of(case.k, NO_KEY) or "" for each in traits] for case in people(reader)}
    return attributing(names, values, k)
