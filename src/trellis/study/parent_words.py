"""The words of a parent study around a segment of a study that was made from it. Steps that take its reader."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.around import words_after, words_before
from trellis.core.consent import ConsentScope
from trellis.core.derivation import Derivation
from trellis.core.errors import Invalid, NotAllowed, NotFound
from trellis.core.source import Source, Version
from trellis.core.study import StudyRecord
from trellis.store.reader import Reader
from trellis.study.new_use import closed_sources
from trellis.study.speaking import withheld_sources


@dataclass(frozen=True, slots=True)
class Context:
    """Words of the parent study around a segment. before, words, after: what stands there, one after the other.

    goes_on: whether the source has more words before and after these.
    """

    study: str
    source: str
    before: str
    words: str
    after: str
    goes_on: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Around:
    """A segment of a source here, and how many code points of the parent's text are wanted on either side of it."""

    source: Source
    start: int
    end: int
    around: int


def words_there(there: Reader, origin: Derivation, wanted: Around, now: int) -> Context:
    """What the parent study says around a segment, at a time (ms since 1970).

    Raises Invalid for another study than the parent, NotFound where the source is not there as it came along,
    NotAllowed where somebody speaks in it who has not agreed to secondary use, or no longer does.
    """
    study, source = there.all(StudyRecord)[0], wanted.source
    if study.guid != origin.parent:
        message = f"this is “{study.title}”, and this study was made from “{origin.title}”; open that one"
        raise Invalid(message)
    text = there.text(_version(there, source).sha)
    if source.k in withheld_sources(there, ConsentScope.SECONDARY_USE) or source.k in closed_sources(there, now):
        message = (
            f"somebody who speaks in “{source.name}” has not agreed to secondary use, or no longer does, so its words "
            "in the parent study stay closed"
        )
        raise NotAllowed(message)
    start, end = wanted.start, wanted.end
    if not 0 <= start < end <= len(text):
        message = f"{start}–{end} does not fit a text of {len(text)} characters"
        raise Invalid(message)
    before, after = words_before(text, start, wanted.around), words_after(text, end, wanted.around)
    goes_on = (len(before) < start, end + len(after) < len(text))
    return Context(study.title, source.name, before, text[start:end], after, goes_on)


def _version(there: Reader, source: Source) -> Version:
    """The text in the parent study that the source here has. Raises NotFound, saying why it is not there."""
    if there.find(Source, source.k) is None:
        message = f"“{source.name}” is not in the parent study for you: it was withdrawn, or you may not see its text"
        raise NotFound(message)
    version = there.find(Version, source.current)
    if version is None:
        message = (
            f"“{source.name}” has another text here than in the parent study: it was corrected in this one, or names "
            "were put away in that one; what stands around these words can no longer be told"
        )
        raise NotFound(message)
    return version
