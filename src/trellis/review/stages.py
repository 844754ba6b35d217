"""Whether the five stages of the Framework method are named where its stages are listed: `numbering-gap`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.review.material import Material
from trellis.review.prose import SectionKind

_FRAMEWORK = re.compile(r"\bframework\b", re.IGNORECASE)
_STAGES = (
    ("familiarisation", re.compile(r"\bfamiliari\w+", re.IGNORECASE)),
    (
        "a thematic framework",
        re.compile(r"\b(?:thematic|analytical|working|a|the|identifying) framework\b", re.IGNORECASE),
    ),
    ("indexing", re.compile(r"\bindex\w*", re.IGNORECASE)),
    ("charting", re.compile(r"\bchart\w*", re.IGNORECASE)),
    ("mapping and interpretation", re.compile(r"\b(?:mapping|interpret\w+)", re.IGNORECASE)),
)
"""The stages as Ritchie and Spencer (1994) name them, with the words by which a list has them."""
_LIST = re.compile(r":\s*(?P<list>[^:;.]+,[^:;.]+\band [^:;.]+)[.;]?\s*$")
_FEWEST = 2
_MOST = 6


def stages_named(material: Material) -> Iterator[Remark]:
    """Lists of the method's stages, behind a colon, that have the first or last of them and lack others."""
    sentences = list(material.sentences(SectionKind.METHODS))
    for n, sentence in enumerate(sentences):
        words = material.authors_words(sentence)
        found = _LIST.search(words)
        told = " ".join(material.authors_words(each) for each in sentences[max(n - 1, 0) : n + 1])
        if found is None or not _FRAMEWORK.search(told) or found["list"].count(",") > _MOST:
            continue
        lacking = [name for name, pattern in _STAGES if not pattern.search(found["list"])]
        if "familiarisation" in lacking or not lacking or len(_STAGES) - len(lacking) < _FEWEST:
            continue
        said = f"The stages of the Framework method are listed without {' and without '.join(lacking)}."
        spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
        yield Remark("numbering-gap", Level.SAY_WHY, said, (spot,), rank=3)
