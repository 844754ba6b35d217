"""Looking across a study: saturation, voices, the range of a theme, groups and waves beside each other."""

from __future__ import annotations

from trellis.study.comparing_groups import ComparingGroups
from trellis.study.powering import Powering
from trellis.study.saturating import Saturating
from trellis.study.voicing import Voicing
from trellis.study.work import Work


class ExploreOfStudy(Saturating, Voicing, ComparingGroups, Powering):
    """What shows when the study is looked at across cases."""

    def __init__(self, work: Work) -> None:
        self._work = work
