"""Regular expressions over texts: without case and diacritics, with a time limit, exact offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from trellis.core.errors import BadQuery
from trellis.core.folding import plain
from trellis.core.segment import Segment, grown

SECONDS_A_PART = 2.0
"""How long one part may take; a pattern that needs longer backtracks without end."""

_BEGINNING = re.compile(r"(?:\\b|\\s\+?| )([A-Za-z0-9]+)")
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_CLASS = re.compile(r"\[[^\]]*\]")
_UNUSUAL_GROUP = re.compile(r"\(\?(?![:=!<])")
SHORT_CHARACTERS = 10_000
_OPEN_ENDED = ("?", "*", "{")


@dataclass(frozen=True, slots=True)
class Sought:
    """A compiled pattern. needed: an expression for the search index that every match's part fits, None for none.

    safe: whether it cannot backtrack for long in a text of ordinary length, see `is_safe`.
    """

    pattern: regex.Pattern[str]
    needed: str | None
    safe: bool = False

    def found(self, text: str) -> Iterator[Segment]:
        """The segments of the text that match, in order, without empty ones; code points.

        Raises BadQuery if the pattern takes too long.
        """
        folded = plain(text)
        # Watching the clock makes a search twenty times slower.
        limit = None if self.safe and len(text) <= SHORT_CHARACTERS else SECONDS_A_PART
        try:
            for match in self.pattern.finditer(folded.text, timeout=limit):
                if match.end() > match.start():
                    yield grown(folded.original(match.start(), match.end()), text)
        except TimeoutError as error:
            message = "the pattern takes too long on one turn; avoid nested repetition such as (a+)+"
            raise BadQuery(message) from error


def sought(pattern: str) -> Sought:
    """The pattern, ready to look for; diacritics in it do not count. Raises BadQuery with the place."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", pattern) if unicodedata.category(letter) != "Mn")
    try:
        compiled = regex.compile(bare, regex.IGNORECASE | regex.MULTILINE)
    except regex.error as error:
        place = "" if error.pos is None else f" at character {error.pos + 1}"
        message = f"the regular expression is broken{place}: {error.msg}; see “search in context” in the documentation"
        raise BadQuery(message) from error
    return Sought(compiled, literal_prefix(bare), is_safe(bare))


def is_safe(pattern: str) -> bool:
    """Whether a pattern has so few repetitions that its steps grow with the square of the text at most.

    Patterns with conditions, recursion or flags in them are not judged, and are not taken for safe.
    """
    bare = _CLASS.sub(".", _ESCAPED.sub(".", pattern))
    if _UNUSUAL_GROUP.search(bare):
        return False
    plain_groups = bare.replace("(?", "(")
    return sum(plain_groups.count(sign) for sign in "*+{") <= 1 and plain_groups.count("?") <= 2


def literal_prefix(pattern: str) -> str | None:
    r"""An index expression that the part of every match fits, None where none is sure.

    Only patterns without groups and alternatives are looked at, and words in them that begin at `\b` or after
    white space. A word that ends at `\b` is wanted whole, any other as a prefix.
    """
    bare = _ESCAPED.sub("..", pattern)
    if "|" in bare or "(" in bare:
        return None
    best, longest = None, 0
    for match in _BEGINNING.finditer(pattern):
        before, after = bare[: match.start()], pattern[match.end() :]
        # A backslash that no escape took in escapes what comes next: `\\bcar` is a backslash and "bcar".
        escaped = _ESCAPED.sub("", pattern[: match.start()]).endswith("\\")
        if before.count("[") != before.count("]") or escaped:
            continue
        word = match[1][:-1] if after.startswith(_OPEN_ENDED) else match[1]
        whole = word == match[1] and after.startswith("\\b") and not after[2:].startswith(_OPEN_ENDED)
        if len(word) > longest:
            best, longest = f'"{word}"' if whole else f'"{word}" *', len(word)
    return best
