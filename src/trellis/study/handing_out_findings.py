"""What of the findings goes into a package: the claims, and of what they are tied to, what the package holds."""

from __future__ import annotations

from typing import Any

from trellis.core.case import Case
from trellis.core.derivation import Derivation
from trellis.core.finding import CounterSearch, Finding, FindingCase, FindingLink, LinkKind
from trellis.core.information_power import PowerStatement
from trellis.core.intent import Experience, Provision
from trellis.core.study_review import Waiver
from trellis.core.wave_change import WaveChange
from trellis.store.reader import Reader


def handed_findings(reader: Reader, found: dict[type, list[Any]]) -> None:
    """Adds the findings, provisions and statements of a study to a package that has its cases already."""
    cases = {case.k for case in found[Case]}
    for kind in (Finding, CounterSearch, Waiver, Provision, Experience, PowerStatement, Derivation):
        found[kind] = reader.all(kind)
    found[FindingLink] = [one for one in reader.all(FindingLink) if one.what is not LinkKind.CASE or one.about in cases]
    found[FindingCase] = [one for one in reader.all(FindingCase) if one.case in cases]
    found[WaveChange] = [one for one in reader.all(WaveChange) if one.row in cases]
