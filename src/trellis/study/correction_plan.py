"""A correction worked out before anything is written: what was read, what moves where, who speaks. Shared steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from trellis.analysis.correction import Kept, compare, kept
from trellis.core.document import Document, Part, PartKind
from trellis.core.errors import AlreadyThere, Invalid
from trellis.core.part_carrying import carried_pages, carried_parts
from trellis.core.source import Source, Speaker, SpeakerRole, StoredPart, Version
from trellis.core.textmap import TextMap
from trellis.reading import ReadOptions, bytes_of, fold_label, read_bytes, role_of
from trellis.store.reader import Reader
from trellis.study.correction_steps import Moving, movings, standing_on
from trellis.study.resolve import current_text, source_named

MUST_KEEP = 0.5
"""The share of the old text's words that a corrected one must keep, unless it is said to replace it."""


@dataclass(frozen=True, slots=True)
class Given:
    """A corrected text as it was read. content: the file's bytes, None for a text that was typed."""

    document: Document
    content: bytes | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A correction worked out and not written."""

    source: Source
    old: Version
    old_text: str
    given: Given
    through: TextMap
    words: Kept
    moving: tuple[Moving, ...]
    speakers: tuple[Speaker, ...]

    @property
    def new_text(self) -> str:
        """The corrected text."""
        return self.given.document.text


def read(name: str, text: Path | str, how: ReadOptions) -> Given:
    """A corrected text out of a file, or as it was typed for the source of that name. Raises Unreadable."""
    if isinstance(text, str):
        return Given(read_bytes(f"{name}.txt", text.encode("utf-8", "surrogatepass"), how))
    content = bytes_of(text)
    return Given(read_bytes(text.name, content, how), content, text.name)


def planned(reader: Reader, name: str, given: Given, *, replacing: bool) -> Plan:
    """What a text does to the source. Raises NotFound, Ambiguous, AlreadyThere, or Invalid if it keeps too little."""
    source = source_named(reader, name)
    old, text = current_text(reader, source)
    if given.document.text == text:
        message = f"this is the text that “{source.name}” has already; nothing was changed"
        raise AlreadyThere(message)
    new = given.document.text
    through = compare(text, new)
    words = kept(through, text, new)
    if words.share < MUST_KEEP and not replacing:
        message = (
            f"this text keeps {words.share:.0%} of the words of “{source.name}”, as a correction keeps most of them; "
            "check that it is the right file, or say --replace"
        )
        raise Invalid(message)
    parts = _parts(reader, old, given.document, through, (text, new))
    document = replace(given.document, parts=parts[0], pages=parts[1])
    moving = movings(through, standing_on(reader, old.k), text, new)
    speakers = _new_speakers(reader, old, document.parts, through)
    return Plan(source, old, text, replace(given, document=document), through, words, tuple(moving), speakers)


def _parts(
    reader: Reader, old: Version, document: Document, through: TextMap, texts: tuple[str, str]
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts and pages of the new version. Plain text keeps what another kind of file had said of its parts."""
    if _kind_of_reader(document.reader) != "txt":
        return document.parts, document.pages
    known = [_part(stored) for stored in reader.all(StoredPart, version=old.k)]
    pages = carried_pages(through, [part for part in known if part.kind is PartKind.PAGE])
    if _kind_of_reader(old.reader) == "txt" and not pages:
        return document.parts, ()
    parts = carried_parts(through, [part for part in known if part.kind is not PartKind.PAGE], document.parts, texts)
    return tuple(parts), tuple(pages)


def _kind_of_reader(reader: str) -> str:
    return reader.split(" ", maxsplit=1)[0]


def _part(stored: StoredPart) -> Part:
    return Part(
        stored.kind,
        stored.start,
        stored.end,
        stored.words,
        stored.label,
        stored.level,
        stored.number,
        stored.from_ms,
        stored.to_ms,
    )


def _new_speakers(reader: Reader, old: Version, parts: Iterable[Part], through: TextMap) -> tuple[Speaker, ...]:
    """Who stands behind labels that are new to the source: whoever said the words before, else as it is spelt."""
    known = {speaker.label: speaker for speaker in reader.all(Speaker, source=old.source)}
    alike = {fold_label(label): speaker for label, speaker in known.items()}
    remembered = {fold_label(speaker.label): speaker.role for speaker in reader.all(Speaker)}
    spoken = list(parts)
    still = {part.label for part in spoken}
    said_by = _said_by(reader, old, spoken, through)
    found: list[Speaker] = []
    for label in dict.fromkeys(part.label for part in spoken if part.label is not None):
        if label in known:
            continue
        folded = fold_label(label)
        before = said_by.get(label)
        same = alike.get(folded) or (known.get(before) if before is not None and before not in still else None)
        role = same.role if same is not None else remembered.get(folded) or SpeakerRole(role_of(label).value)
        found.append(Speaker(old.source, label, 0, role, None if same is None else same.case))
    return tuple(found)


def _said_by(reader: Reader, old: Version, parts: Iterable[Part], through: TextMap) -> dict[str, str]:
    """For each label of the new text, the label under which most of its turns stood in the old one."""
    back = through.inverse()
    stood = sorted(
        (stored for stored in reader.all(StoredPart, version=old.k) if stored.kind is not PartKind.PAGE),
        key=lambda stored: stored.start,
    )
    counted: dict[str, Counter[str]] = {}
    for part in parts:
        if part.label is None:
            continue
        at = next((place for n in range(part.words, part.end) if (place := back.position(n)) is not None), None)
        label = None if at is None else next((one.label for one in stood if one.words <= at < one.end), None)
        if label is not None:
            counted.setdefault(part.label, Counter())[label] += 1
    return {label: found.most_common(1)[0][0] for label, found in counted.items()}
