"""A small study to index: two interviews and a policy guide, four themes, two cases with a site each. Fiction."""

from __future__ import annotations

from trellis.core.attribute import Attribute, AttributeType, AttributeValue, HowKnown, Owner
from trellis.core.case import Case, CaseKind, Extent, Link, Wave
from trellis.core.document import PartKind
from trellis.core.framework import FrameworkVersion, Origin, Theme, ThemeState
from trellis.core.numbering import numbered_themes
from trellis.core.source import Source, SourceKind, Speaker, SpeakerRole, StoredPart, Version, VersionKind
from trellis.study.study import Study

JANET = """INT: How did the first weeks go?
P1: Slowly. I’d walk round the car park — twice — and nobody knew my name.
INT: Nobody at all?
P1: Nobody knew my name, no. The Übung of it wore me out.
P2: She walked a lot.
"""
OMAR = """Place: the team base
I: What about supervision?
Omar: Supervision was in the car park, near the bins. We walked there together 👩‍💻 every week.
"""
GUIDE = """Support workers walk with people.
They do not walk for them.
"""


def a_theme(change, name: str, parent=None, pos: str = "V") -> Theme:
    return Theme(change.new_key(), 0, parent, pos, name, "", "", "", "", Origin.UNSTATED, ThemeState.ACTIVE, change.key)


def add_source(change, name: str, text: str, kind: SourceKind = SourceKind.INTERVIEW, wave=None) -> Source:
    source, version = change.new_keys(2)
    added = Source(source, 0, kind, name, wave, version)
    sha = change.keep_text(text)
    change.insert(added, Version(version, 0, source, 1, VersionKind.IMPORTED, None, sha, len(text), "txt 1"))
    start = 0
    for n, line in enumerate(text.splitlines(), 1):
        label = line.split(": ")[0] if ": " in line and not line.startswith("Place") else None
        words = start + (0 if label is None else len(label) + 2)
        kind_of = PartKind.PARAGRAPH if label is None else PartKind.TURN
        ms = None if label is None else n * 60_000
        change.insert(StoredPart(version, n, 0, kind_of, start, start + len(line), words, label, None, None, ms, None))
        start += len(line) + 1
    return added


def filled(study: Study) -> Study:
    """Sources janet, omar, guide; themes 1 Beginning (1.1 Being known, 1.2 Walking), 2 Support; sites North, South."""
    with study._work.change("test.fill") as change:
        wave = Wave(change.new_key(), 0, "first", "V")
        change.insert(wave)
        beginning, support = a_theme(change, "Beginning", pos="H"), a_theme(change, "Support", pos="V")
        known = a_theme(change, "Being known", beginning.k, "H")
        walking = a_theme(change, "Walking", beginning.k, "V")
        themes = (beginning, support, known, walking)
        change.insert(*themes)
        snapshot = tuple((t.k, t.parent, n, t.name, "", "", "", "", "") for n, t in numbered_themes(themes))
        change.insert(FrameworkVersion(change.new_key(), 0, 1, "v1", "", snapshot, change.person, change.at))
        janet = add_source(change, "janet", JANET, wave=wave.k)
        omar = add_source(change, "omar", OMAR)
        add_source(change, "guide", GUIDE, SourceKind.DOCUMENT)
        cases = {
            name: Case(change.new_key(), 0, CaseKind.PERSON, name, None, name) for name in ("Janet", "Omar", "Lil")
        }
        change.insert(*cases.values())
        change.insert(
            Speaker(janet.k, "INT", 0, SpeakerRole.INTERVIEWER, None),
            Speaker(janet.k, "P1", 0, SpeakerRole.PARTICIPANT, cases["Janet"].k),
            Speaker(janet.k, "P2", 0, SpeakerRole.PARTICIPANT, cases["Lil"].k),
            Speaker(omar.k, "I", 0, SpeakerRole.INTERVIEWER, None),
            Extent(change.new_key(), 0, cases["Omar"].k, omar.k, None, None, None, Link.SPEAKS),
        )
        site = Attribute(
            change.new_key(), 0, "site", Owner.CASE, AttributeType.CATEGORY, ("North", "South"), False, "V"
        )
        change.insert(site)
        for name, value in (("Janet", "North"), ("Omar", "South"), ("Lil", "North")):
            change.insert(AttributeValue(site.k, cases[name].k, 0, 0, value, HowKnown.TOLD, ""))
    return study


def suggested(study: Study) -> Study:
    """The same, with what a rule suggests of it: five places that wait."""
    made = filled(study)
    made.index.rule("walks", "walk*", "1.2")
    made.index.suggest("walks")
    return made
