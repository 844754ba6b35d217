"""What is done with a filled chart, as nouns of a study: its review queue, worksheets, typologies."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trellis.study.queue import QueueOfStudy
    from trellis.study.typologies import TypologiesOfStudy
    from trellis.study.work import Work
    from trellis.study.worksheets import WorksheetsOfStudy


class Mapping:
    """The nouns of a study that begin with its chart; each is imported when it is first asked for."""

    _work: Work

    @cached_property
    def queue(self) -> QueueOfStudy:
        """What waits for whom: cells returned, to be reviewed, assignments."""
        from trellis.study import queue

        return queue.QueueOfStudy(self._work)

    @cached_property
    def typologies(self) -> TypologiesOfStudy:
        """Types of cases, built from the categories found in chart columns."""
        from trellis.study import typologies

        return typologies.TypologiesOfStudy(self._work)

    @cached_property
    def worksheets(self) -> WorksheetsOfStudy:
        """Data, elements and categories of the chart's columns."""
        from trellis.study import worksheets

        return worksheets.WorksheetsOfStudy(self._work)
