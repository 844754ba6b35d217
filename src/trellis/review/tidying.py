"""What a paper says it left out of its quotations without a mark: fillers, false starts, words said twice."""

from __future__ import annotations

import re

from trellis.core.wording import words_in
from trellis.review.prose import Prose, SectionKind
from trellis.review.word_kinds import CHATTER, FILLERS

_LEFT_OUT = re.compile(
    r"\b(?:left out|leave out|omit\w*|remov\w+|delet\w+|dropp?\w*|taken out|tidied|edited out|cut)\b", re.IGNORECASE
)
_OF_TALK = re.compile(
    r"\b(?:fillers?|filler words|hesitations?|verbal tics?|false starts|discourse markers?|um|erm|you know)\b",
    re.IGNORECASE,
)
_WITH_MARK = re.compile(
    r"\b(?:never|not|nothing|none)\b[^.;]{0,40}\b(?:left out|omit\w*|remov\w+|delet\w+|tidied|cut)\b", re.IGNORECASE
)
_LISTED = re.compile(r"[“‘\"']([a-z][a-z’' ]{0,24})[,.]?[”’\"']", re.IGNORECASE)


def left_unmarked(prose: Prose) -> frozenset[str]:
    """The words of talk that the methods, or a note, say are left out: those they list, else the usual ones."""
    found = set[str]()
    for section in prose.sections:
        if section.kind is not SectionKind.METHODS:
            continue
        for sentence in prose.sentences(section.start, section.end):
            words = prose.words(sentence)
            if _LEFT_OUT.search(words) and _OF_TALK.search(words) and not _WITH_MARK.search(words):
                listed = {word.form for each in _LISTED.findall(words) for word in words_in(each)}
                found |= listed or CHATTER
    return frozenset(found | FILLERS) if found else frozenset()
