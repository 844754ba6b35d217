"""Replacing a name in a text, with the places that move."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trellis.core.textmap import Block, TextMap


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name where it stands in a text (code points), as it is spelt there, and what is put in its place."""

    start: int
    end: int
    spelt: str
    replacement: str


def name_hits(text: str, name: str, replacement: str) -> list[NameHit]:
    """Where the name stands as a whole word with a capital, possessives included: their ending stays.

    A name in capitals is replaced in capitals.
    """
    words = r"\s+".join(re.escape(word) for word in name.split())
    found = re.finditer(rf"(?<![^\W_]){words}(?![^\W_])", text, re.IGNORECASE)
    return [
        NameHit(one.start(), one.end(), one.group(), replacement.upper() if one.group().isupper() else replacement)
        for one in found
        if one.group()[0].isupper() or not one.group()[0].isalpha()
    ]


def without_name(text: str, hits: list[NameHit]) -> tuple[str, TextMap, list[tuple[int, int]]]:
    """The text with every hit replaced, the map from the old one, and where the replacements stand in the new one."""
    pieces: list[str] = []
    blocks: list[Block] = []
    places: list[tuple[int, int]] = []
    reached = length = 0
    for hit in [*hits, NameHit(len(text), len(text), "", "")]:
        kept = text[reached : hit.start]
        if kept:
            blocks.append((reached, hit.start, length, length + len(kept)))
        start = length + len(kept)
        length = start + len(hit.replacement)
        pieces += [kept, hit.replacement]
        places.append((start, length))
        reached = hit.end
    return "".join(pieces), TextMap(tuple(blocks), len(text), length), places[:-1]


def moved_place(at: int, hits: list[NameHit], *, to_end: bool = False) -> int:
    """Where a position stands once the hits are replaced; inside a name, the replacement's beginning or end."""
    shift = 0
    for hit in hits:
        if hit.start >= at:
            break
        longer = len(hit.replacement) - (hit.end - hit.start)
        if at < hit.end:
            return hit.start + shift + (len(hit.replacement) if to_end else 0)
        shift += longer
    return at + shift
