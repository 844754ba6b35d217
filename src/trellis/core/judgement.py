"""What judges say of units under a lens, and the lenses that a study has declared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.keys import NO_KEY, Key
from trellis.core.lens import OPEN_VALUES, Unit, Word


class Confidence(StrEnum):
    """How sure a judge is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, order=True)
class UnitPlace:
    """What is judged. case: NO_KEY for what is no case. wave: NO_KEY for none. name: of what is no case, folded."""

    unit: Unit
    case: Key
    wave: Key
    name: str


@dataclass(frozen=True, slots=True)
class DeclaredLens:
    """A version of a lens as a study declared it. ident: the lens's own id. number: from 1, over its versions.

    text: the file. names: for cells that no source names, "id: name" each, as somebody here named them.
    """

    k: Key
    rev: Key
    ident: str
    number: int
    title: str
    text: str
    names: tuple[str, ...]
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one judge says of one unit on one dimension. lens: the version under which it was made.

    case: None for what is no case. name: of what is no case. values: admissible ones, several only where the
    dimension takes several. word_of: whose word it rests on. by: who wrote it down.
    """

    k: Key
    rev: Key
    lens: Key
    unit: Unit
    case: Key | None
    wave: Key
    name: str
    dimension: str
    values: tuple[str, ...]
    confidence: Confidence
    judge: Key
    word_of: tuple[str, ...]
    rationale: str
    framework_version: Key | None
    by: Key
    at: int

    @property
    def place(self) -> UnitPlace:
        """What it judges."""
        return UnitPlace(self.unit, self.case or NO_KEY, self.wave, self.name)

    @property
    def is_open(self) -> bool:
        """Whether it says only that the matter is unknown or not evidenced."""
        return all(value in OPEN_VALUES for value in self.values)

    @property
    def whose(self) -> tuple[Word, ...]:
        """Whose word it rests on."""
        return tuple(Word(word) for word in self.word_of)


@dataclass(frozen=True, slots=True)
class Override:
    """An outcome that somebody put in the place of the derived one, and why."""

    k: Key
    rev: Key
    lens: Key
    unit: Unit
    case: Key | None
    wave: Key
    name: str
    outcome: str
    reason: str
    by: Key
    at: int

    @property
    def place(self) -> UnitPlace:
        """What it is about."""
        return UnitPlace(self.unit, self.case or NO_KEY, self.wave, self.name)
