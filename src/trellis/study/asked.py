"""Whether a case was asked about a theme, by the topic guide: what a blank cell may mean. Never set, only told."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.case import Extent, Link
from trellis.core.chart import CellPlace
from trellis.core.framework import Theme
from trellis.core.keys import NO_KEY, Key
from trellis.core.sample import Covered, Topic, TopicCovered, TopicTheme, asked_about
from trellis.core.source import Source, Speaker
from trellis.store.reader import Reader


@dataclass(frozen=True, slots=True)
class AskedOf:
    """What the guide says of a case and a theme. topics, sources: those that say so, by name."""

    asked: bool
    topics: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def told(self) -> str:
        """The same in a sentence."""
        topics, sources = " and ".join(self.topics), ", ".join(self.sources)
        verb = "was" if len(self.topics) == 1 else "were"
        if self.asked:
            return f"asked: {topics} {verb} covered in {sources}"
        return f"not asked: {topics} {verb} not covered in {sources}"


class AskedByGuide:
    """The guide, its coverage and who speaks where, of one state of the study."""

    def __init__(self, reader: Reader) -> None:
        self._topics = {topic.k: f"{topic.number} {topic.name}" for topic in reader.all(Topic)}
        self._feeding: dict[Key, list[Key]] = {}
        for one in reader.all(TopicTheme):
            self._feeding.setdefault(one.theme, []).append(one.topic)
        if not self._feeding:
            return
        self._parents = {theme.k: theme.parent for theme in reader.all(Theme)}
        self._covered = {(one.source, one.topic): one.covered for one in reader.all(TopicCovered)}
        self._sources = {source.k: source for source in reader.all(Source)}
        self._spoken: dict[Key, set[Key]] = {}
        pairs = [(one.case, one.source) for one in reader.all(Extent) if one.how is Link.SPEAKS]
        pairs += [(one.case, one.source) for one in reader.all(Speaker) if one.case is not None]
        for case, source in pairs:
            self._spoken.setdefault(case, set()).add(source)

    def of(self, case: Key, wave: Key, theme: Key) -> AskedOf | None:
        """Whether a case was asked about a theme in a wave (0: in any); None where that is not known.

        A topic feeds the themes that it names and all below them.
        """
        topics = sorted(self._over(theme), key=lambda k: self._topics[k]) if self._feeding else []
        if not topics:
            return None
        spoken = (self._sources[k] for k in sorted(self._spoken.get(case, ())) if k in self._sources)
        sources = [source for source in spoken if wave in {NO_KEY, source.wave}]
        marks = {(s.name, k): self._covered.get((s.k, k)) for s in sources for k in topics}
        asked = asked_about(marks.values())
        if asked is None:
            return None
        wanted = {Covered.YES, Covered.PARTLY} if asked else {Covered.NO}
        held = [place for place, mark in marks.items() if mark in wanted]
        names = tuple(dict.fromkeys(self._topics[k] for _, k in held))
        return AskedOf(asked, names, tuple(dict.fromkeys(source for source, _ in held)))

    def _over(self, theme: Key) -> set[Key]:
        """The topics that feed a theme or one above it."""
        found: set[Key] = set()
        at: Key | None = theme
        while at is not None:
            found.update(self._feeding.get(at, ()))
            at = self._parents.get(at)
        return found


def told_by_guide(reader: Reader, place: CellPlace) -> str:
    """Whether the case of a cell was asked about its theme, in a sentence; "" where that is not known."""
    found = AskedByGuide(reader).of(place.row, place.wave, place.theme)
    return "" if found is None else found.told
