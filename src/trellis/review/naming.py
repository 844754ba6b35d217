"""The manuscript's own names for what the sheet calls otherwise: "Millbrook (site A)", "site 2, the harbour team"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trellis.core.manuscript import Manuscript
from trellis.review.people import Sample, tokens_of

_SIGN = (
    r"(?P<noun>sites?|trusts?|teams?|areas?|localit(?:y|ies)|services?|wards?|hospitals?|schools?|practices?|cent(?:re|er)s?"
    r"|locations?|places?|towns?|regions?|organi[sz]ations?|projects?|clinics?|homes?|case(?: stud(?:y|ies))?)"
    r"\s+(?P<sign>[A-Z]|[IVX]{1,4}|\d{1,2})(?![\w-])"
)
_FEWEST = 2
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name that the manuscript gives to a value of the sheet. words: as attributions are read."""

    words: tuple[str, ...]
    attribute: str
    value: str


def own_names(manuscript: Manuscript, sample: Sample) -> tuple[OwnName, ...]:
    """The names that a manuscript explains beside the sheet's own words for at least two values of one attribute.

    A name that stands for two values is none. Only nouns with a letter or number are read.
    """
    found: dict[tuple[str, str, str], set[str]] = {}
    for attribute, values in sample.values.items():
        for value in values:
            if len(value) < _SHORTEST or value.isdecimal():
                continue
            for noun, sign in (*_beside(manuscript.text, value), *_alone(manuscript.text, attribute, value)):
                found.setdefault((attribute, noun, sign), set()).add(value)
    certain = {key: next(iter(values)) for key, values in found.items() if len(values) == 1}
    kept = []
    for (attribute, noun, sign), value in certain.items():
        alike = {v for (a, n, _), v in certain.items() if (a, n) == (attribute, noun)}
        if len(alike) >= _FEWEST:
            kept.append(OwnName((*tokens_of(noun), sign.casefold()), attribute, value))
    return tuple(kept)


def _beside(text: str, value: str) -> Iterator[tuple[str, str]]:
    """The nouns with their letter that stand in brackets behind a value, or that a value stands in brackets behind."""
    written = re.escape(value)
    for pattern in (
        rf"\b{written}\s*[(\[]\s*(?:the\s+)?{_SIGN}\s*[)\]]",
        rf"\b{_SIGN}\s*[(\[]\s*(?:the\s+)?{written}\s*[)\]]",
        rf"\b{_SIGN}\s*(?:=|:|–|—|\bis\b|\bwas\b)\s*(?:the\s+)?{written}\b",
    ):
        for found in re.finditer(pattern, text, re.IGNORECASE):
            if found["sign"].isupper() or found["sign"].isdecimal():
                yield _singular(found["noun"].casefold()), found["sign"]


def _alone(text: str, attribute: str, value: str) -> Iterator[tuple[str, str]]:
    """A letter alone that the text says is a value ("A is Millbrook"), with the attribute's own noun."""
    written = re.escape(value)
    for pattern in (
        rf"(?:^|[;:,.(]\s*|\band\s+)(?P<sign>[A-Z])\s*(?:\bis\b|=|:)\s*(?:the\s+)?{written}\b",
        rf"\b{written}\s*[(\[](?P<sign>[A-Z])[)\]]",
    ):
        yield from ((_singular(attribute), found["sign"]) for found in re.finditer(pattern, text, re.MULTILINE))


def _singular(noun: str) -> str:
    return " ".join(tokens_of(noun))
