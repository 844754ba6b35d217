"""Keeping a text that was read: source, version, parts, speakers, cases, comments. Steps inside an open change."""

from __future__ import annotations

from collections.abc import Iterable

from trellis.core.case import Case, CaseKind, Extent, Link, Participant, Recruitment, Wave
from trellis.core.document import Comment, Part
from trellis.core.keys import Key
from trellis.core.memo import About, Memo, MemoKind
from trellis.core.order import between
from trellis.core.source import Source, SourceKind, Speaker, StoredPart, Version, VersionKind
from trellis.core.speakers import LabelRule, voices
from trellis.store.changes import Change
from trellis.study.bringing import Candidate, Cases
from trellis.study.resolve import folded


def keep(
    change: Change,
    candidate: Candidate,
    name: str,
    *,
    kind: str,
    wave: Key | None,
    rules: list[LabelRule],
    cases: Cases,
) -> Key:
    """Writes a source with its text, original, parts, speakers, cases and margin memos; its key."""
    document = candidate.document
    source, version = change.new_keys(2)
    sha = None
    if candidate.original is not None and candidate.sha is not None:
        sha = change.keep_original(candidate.sha, candidate.original)
    change.insert(
        Source(source, 0, SourceKind(kind), name, wave, version, sha, candidate.name),
        Version(
            version,
            0,
            source,
            1,
            VersionKind.IMPORTED,
            None,
            change.keep_text(document.text),
            len(document.text),
            document.reader,
        ),
    )
    keep_parts(change, version, (*document.parts, *document.pages))
    _keep_speakers(change, source, name, rules, cases)
    if candidate.case is not None:
        case = case_for(change, candidate.case)
        change.insert(Extent(change.new_key(), 0, case, source, None, None, None, Link.SPEAKS))
    keep_comments(change, source, version, document.comments)
    return source


def keep_parts(change: Change, version: Key, parts: Iterable[Part]) -> None:
    """Writes the parts of a version, numbered in the order given: pages come last."""
    change.insert_all(_stored(version, n, part) for n, part in enumerate(parts, 1))


def _stored(version: Key, n: int, part: Part) -> StoredPart:
    return StoredPart(
        version,
        n,
        0,
        part.kind,
        part.start,
        part.end,
        part.words,
        part.label,
        part.level,
        part.number,
        part.from_ms,
        part.to_ms,
    )


def _keep_speakers(change: Change, source: Key, name: str, rules: list[LabelRule], cases: Cases) -> None:
    linked: set[Key] = set()
    for voice in voices(name, rules):
        case = None
        if voice.case is not None and cases is Cases.AUTO:
            case = case_for(change, voice.case)
        change.insert(Speaker(source, voice.label, 0, voice.role, case))
        if case is not None and case not in linked:
            linked.add(case)
            change.insert(Extent(change.new_key(), 0, case, source, None, None, None, Link.SPEAKS))


def case_for(change: Change, name: str) -> Key:
    """The key of the person of that name, made with their participant record if the study has none."""
    exact = change.all(Case, name=name)
    if exact:
        return exact[0].k
    cases = change.all(Case)
    wanted = folded(name)
    for case in cases:
        if folded(case.name) == wanted:
            return case.k
    participant, k = change.new_keys(2)
    last = max((case.pos for case in cases), default=None)
    change.insert(
        Participant(participant, 0, name, Recruitment.TOOK_PART),
        Case(k, 0, CaseKind.PERSON, name, participant, between(last, None)),
    )
    return k


def wave_for(change: Change, name: str) -> Key:
    """The key of the wave of that name, made as the last one if the study has none."""
    waves = change.all(Wave)
    wanted = folded(name)
    for wave in waves:
        if folded(wave.name) == wanted:
            return wave.k
    k = change.new_key()
    change.insert(Wave(k, 0, name, between(max((wave.pos for wave in waves), default=None), None)))
    return k


def keep_comments(change: Change, source: Key, version: Key, comments: Iterable[Comment]) -> None:
    """Writes margin comments of a file as memos on their stretches."""
    for comment in comments:
        change.insert(
            Memo(
                change.new_key(),
                0,
                MemoKind.MARGIN,
                About.SOURCE,
                source,
                version,
                comment.start,
                comment.end,
                comment.text,
                (),
                None,
                comment.author,
                change.person,
                change.at,
            )
        )
