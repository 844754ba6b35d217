"""Replacing a name in a text, with the places that move."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from trellis.core.textmap import Block, TextMap


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name where it stands in a text (code points), as it is spelt there, and what is put in its place.

    form: the whole word it is part of, with its ending ("Janet's", "Janet-Marie").
    """

    start: int
    end: int
    spelt: str
    replacement: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that is to go, and what should stand in its place.

    also: forms in small letters that are meant as well. leave: forms that are not meant.
    """

    name: str
    replacement: str
    also: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()

    def takes(self, hit: NameHit) -> bool:
        """Whether a hit is replaced: a form with a capital (or no letter at all), or one that was said to be meant."""
        if hit.form in self.leave:
            return False
        return hit.spelt[0].isupper() or not hit.spelt[0].isalpha() or hit.form in self.also

    def hits(self, text: str) -> list[NameHit]:
        """What is replaced in a text, in order."""
        return [hit for hit in all_hits(text, self.name, self.replacement) if self.takes(hit)]

    def within(self, text: str) -> str:
        """The text with the name replaced."""
        return without_name(text, self.hits(text))[0]

    def anywhere(self, text: str) -> str:
        """The text with the name replaced in small letters as well: for names of files and people."""
        hits = [hit for hit in all_hits(text, self.name, self.replacement) if hit.form not in self.leave]
        return without_name(text, hits)[0]


_ENDING = r"(?:['’]s|s['’]?)?"
_REST_OF_WORD = re.compile(r"[\w'’-]*")
_TRAILING = re.compile(r"['’-]+$")


def all_hits(text: str, name: str, replacement: str) -> list[NameHit]:
    """Wherever the name stands as a whole word, in any case, with a possessive or plural ending or without.

    The ending stays behind the replacement; a name in capitals is replaced in capitals, one in small letters in small.
    """
    words = r"\s+".join(re.escape(word) for word in name.split())
    found = re.finditer(rf"(?<![^\W_])({words}){_ENDING}(?![^\W_])", text, re.IGNORECASE)
    return [
        NameHit(*one.span(1), one.group(1), _as_spelt(one.group(1), replacement), _form(text, one.start(), one.end()))
        for one in found
    ]


def _as_spelt(spelt: str, replacement: str) -> str:
    if spelt.isupper() and len(spelt) > 1:
        return replacement.upper()
    return replacement.lower() if spelt.islower() else replacement


def _form(text: str, start: int, end: int) -> str:
    """The whole word around a name, hyphens and endings with it."""
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        start -= 2
        while start > 0 and text[start - 1].isalnum():
            start -= 1
    rest = _REST_OF_WORD.match(text, end)
    tail = "" if rest is None else rest.group()
    return text[start:end] + _TRAILING.sub("", tail)


def name_hits(text: str, name: str, replacement: str) -> list[NameHit]:
    """Where the name stands as a whole word with a capital: what is replaced unless more or less is asked for."""
    return Name(name, replacement).hits(text)


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which a name is spelt in the study: how often, what it becomes, whether it is replaced."""

    form: str
    times: int
    becomes: str
    replaced: bool


def forms_in(texts: Iterable[str], name: Name) -> list[Form]:
    """Every form of the name in the texts, the most frequent first."""
    counted: dict[str, list[NameHit]] = {}
    for text in texts:
        for hit in all_hits(text, name.name, name.replacement):
            counted.setdefault(hit.form, []).append(hit)
    found = [
        Form(form, len(hits), form.replace(hits[0].spelt, hits[0].replacement, 1), name.takes(hits[0]))
        for form, hits in counted.items()
    ]
    return sorted(found, key=lambda form: (-form.times, form.form))


_NAMING = re.compile(r"(?<![^\W_])(?:first|fore|sur|last|nick|real)?names?(?![^\W_])|(?<![^\W_])known as(?![^\W_])")


def is_naming(attribute: str) -> bool:
    """Whether an attribute says who somebody is: "name", "First name", "surname", "known as"."""
    return _NAMING.search(attribute.casefold().replace("_", " ")) is not None


def candidate_names(values: Collection[str]) -> list[str]:
    """The names that such values are made of: each whole, and each of its words of two letters or more.

    What holds a digit is a code ("STR-03"), not a name.
    """
    found: dict[str, None] = {}
    for value in values:
        words = [word.strip(".,;()") for word in value.split()]
        for name in (" ".join(words), *words):
            if len(name) > 1 and name[0].isalpha() and not any(letter.isdigit() for letter in name):
                found.setdefault(name)
    return list(found)


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
