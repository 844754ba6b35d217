"""The index of a study: codings, rounds, rules, retrieval, counts. `study.index` in a notebook."""

from __future__ import annotations

from trellis.core.filters import EVERYTHING, Filters
from trellis.study.bulk_coding import BadLine, Bulk, BulkCoding
from trellis.study.coding import Coded, Codings
from trellis.study.locating import Where
from trellis.study.retrieval import Retrieval
from trellis.study.work import Work

__all__ = ["EVERYTHING", "BadLine", "Bulk", "Coded", "Filters", "IndexOfStudy", "Where"]


class IndexOfStudy(Codings, BulkCoding, Retrieval):
    """Everything that is done with the framework on the sources; one call that writes is one change."""

    def __init__(self, work: Work) -> None:
        self._work = work
