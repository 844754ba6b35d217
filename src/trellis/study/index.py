"""The index of a study: codings, rules, retrieval, counts. `study.index` in a notebook."""

from __future__ import annotations

from trellis.core.filters import EVERYTHING, NOT_KNOWN, Filters
from trellis.study.bulk_coding import BadLine, Bulk, BulkCoding
from trellis.study.coding import Coded, Codings
from trellis.study.cooccurring import CoOccurring
from trellis.study.counting import Counting, Unit
from trellis.study.coverage import Coverage
from trellis.study.locating import Where
from trellis.study.paper_coding import FromComments, PaperCoding
from trellis.study.retrieval import Extract, Extracts, Retrieval
from trellis.study.rules import Rules, Suggested, Widen
from trellis.study.sorting import Sorted, Sorting
from trellis.study.suggesting import Suggesting
from trellis.study.waiting import WaitingSuggestions
from trellis.study.work import Work

__all__ = [
    "EVERYTHING",
    "NOT_KNOWN",
    "BadLine",
    "Bulk",
    "Coded",
    "Extract",
    "Extracts",
    "Filters",
    "FromComments",
    "IndexOfStudy",
    "Sorted",
    "Suggested",
    "Unit",
    "Where",
    "Widen",
]


class IndexOfStudy(
    Codings,
    BulkCoding,
    PaperCoding,
    Rules,
    Retrieval,
    Counting,
    CoOccurring,
    Coverage,
    Sorting,
    Suggesting,
    WaitingSuggestions,
):
    """Everything that is done with the framework on the sources; one call that writes is one change."""

    def __init__(self, work: Work) -> None:
        self._work = work
