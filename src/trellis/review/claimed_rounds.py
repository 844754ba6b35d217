"""Whether what is told of a later time rests on words of that time: `wave-artefact`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.review.material import Material
from trellis.review.prose import SectionKind
from trellis.review.rounds import Round, mentioned, rounds_of, rows_of

_TIME = r"(?:\w+ (?:months|weeks|years)|a year|half a year|referral|baseline|discharge|intake)"
_BEFORE = re.compile(rf"(?P<time>{_TIME})(?: later| after\w*| on)?,? \($", re.IGNORECASE)
_BEHIND = re.compile(rf"^\)?,? (?:at |about |some |after |held )*(?P<time>{_TIME})\b", re.IGNORECASE)
_OPENS = re.compile(rf"\s*(?:After|At|By|Since) (?:about |some )?(?P<time>{_TIME})\b", re.IGNORECASE)


def told_of_another_round(material: Material) -> Iterator[Remark]:
    """Claims that begin with the time of one round and lead to words of another one only."""
    rounds = rounds_of(material.sample)
    times = _times(material, rounds) if len(rounds) > 1 else {}
    for sentence in material.sentences(SectionKind.FINDINGS, SectionKind.DISCUSSION) if times else ():
        opens = _OPENS.match(material.authors_words(sentence))
        told = times.get(_plain(opens["time"])) if opens else None
        quoted = [q for q in material.quotations if q.claim == sentence and q.start >= sentence.start]
        if opens is None or told is None or not quoted:
            continue
        rows = [rows_of(material, quotation) for quotation in quoted]
        own = {row.of(told.attribute) for each in rows for row in each}
        if not all(rows) or "" in own or told.value in own:
            continue
        theirs = ", ".join(sorted(own))
        said = f"The sentence tells of “{opens['time']}”; the words for it are of {told.attribute} {theirs}."
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("wave-artefact", Level.SAY_WHY, said, (spot, material.spot(quoted[0])), rank=6)


def _times(material: Material, rounds: tuple[Round, ...]) -> dict[str, Round]:
    """The times by which the manuscript itself calls the rounds ("nine months later (wave 2)")."""
    found: dict[str, Round] = {}
    text = material.prose.manuscript.text
    for passage in material.prose.manuscript.passages:
        words = text[passage.start : passage.end]
        for each, start, end in mentioned(rounds, words):
            told = _BEFORE.search(words[:start]) or _BEHIND.match(words[end:])
            if told is not None:
                found.setdefault(_plain(told["time"]), each)
    return found


def _plain(time: str) -> str:
    return " ".join(time.split()).casefold()
