"""The search language: words, phrases, prefixes, NEAR, AND, OR, NOT, parentheses.

What is searched is one part (a turn, a paragraph) at a time; case and diacritics do not matter.

- `car park`        both words in one part; AND may be written or left out
- `"car park"`      the phrase
- `walk*`           every word that begins so
- `park OR garden`  either
- `park NOT car`    parts with the one and without the other
- `NEAR(car park, 5)`   both in one part, in any order, with at most 5 words between the end of the first and
  the beginning of the last of them (10 where no number is given); words looked for in the middle count
- `(a OR b) c`      parentheses group; NOT binds first, then AND, then OR
- `/walk(ed|ing)/`  a regular expression

Operators are written in capitals; "and", "or", "not", "near" are words like any other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from trellis.core.errors import BadQuery

MOST_TERMS = 100
DEEPEST = 12
NEAR_WORDS = 10
FURTHEST = 1000

_TOKEN = re.compile(
    r"(?P<space>[\s,]+)|(?P<open>\()|(?P<close>\))"
    r'|["“”„](?P<phrase>[^"“”„]*)(?P<end>["“”„]?)(?P<many>\*?)'
    r'|(?P<word>[^\s,()"“”„]+)'
)
_OPERATORS = frozenset({"AND", "OR", "NOT"})
_NUMBER = re.compile(r"\d{1,6}")


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: an expression for the search index, or a regular expression."""

    expression: str | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int
    prefix: bool = False
    after_comma: bool = False


def understood(query: str, *, regex: bool = False) -> Search:
    """The search that a query means. Raises BadQuery with the place and what to write instead.

    regex: the whole query is a regular expression, as it is when written between slashes.
    """
    if not query.strip():
        message = "an empty query finds nothing; write a word, or a phrase in quotation marks"
        raise BadQuery(message)
    if regex:
        return Search(pattern=query)
    trimmed = query.strip()
    if len(trimmed) > 2 and trimmed[0] == trimmed[-1] == "/":
        return Search(pattern=trimmed[1:-1])
    return Search(expression=_Parser(_tokens(query)).parsed())


def _bad(at: int, problem: str, advice: str) -> BadQuery:
    return BadQuery(f"at character {at + 1} of the query: {problem}; {advice}")


def _is_searchable(text: str) -> bool:
    return any(unicodedata.category(letter)[0] in "LN" for letter in text)


def _clean(text: str) -> str:
    """The text without what the index cannot be asked for: NUL and halves of surrogate pairs."""
    return "".join(" " if letter == "\0" or "\ud800" <= letter <= "\udfff" else letter for letter in text)


def _tokens(query: str) -> list[_Token]:
    tokens: list[_Token] = []
    comma = False
    for match in _TOKEN.finditer(_clean(query)):
        at = match.start()
        if match["space"]:
            comma = comma or "," in match["space"]
            continue
        if match["open"] or match["close"]:
            tokens.append(_Token(match.group(), match.group(), at))
        elif match["phrase"] is not None:
            tokens.append(_phrase(match))
        else:
            tokens.append(replace(_word(match["word"], at), after_comma=comma))
        comma = False
    return tokens


def _phrase(match: re.Match[str]) -> _Token:
    if not match["end"]:
        raise _bad(match.start(), "a quotation mark is not closed", "close the phrase, or leave the mark out")
    return _term(match["phrase"], match.start(), prefix=bool(match["many"]))


def _word(word: str, at: int) -> _Token:
    if word in _OPERATORS:
        return _Token(word, word, at)
    bare = word.rstrip("*")
    if "*" in bare:
        raise _bad(at, f"“{word}” has a * before its end", "a * may only end a word; /…/ takes a pattern")
    return _term(bare, at, prefix=bare != word)


def _term(text: str, at: int, *, prefix: bool) -> _Token:
    if not _is_searchable(text):
        shown = f"“{text}” holds no letter and no digit"
        raise _bad(at, shown, "only words and numbers are indexed; /…/ finds other characters")
    return _Token("term", text, at, prefix)


def _quoted(token: _Token) -> str:
    escaped = token.text.replace('"', '""')
    return f'"{escaped}"{" *" if token.prefix else ""}'


class _Parser:
    """Recursive descent; each step returns an expression in which every term is quoted."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self._depth = 0
        terms = [token for token in tokens if token.kind == "term"]
        if len(terms) > MOST_TERMS:
            raise _bad(terms[MOST_TERMS].at, f"more than {MOST_TERMS} words", "search for fewer at a time")
        if not terms:
            message = "the query holds no word; write one, or a phrase in quotation marks"
            raise BadQuery(message)

    def parsed(self) -> str:
        expression = self._either()
        rest = self._peek()
        if rest is not None:
            raise _bad(rest.at, "a parenthesis is closed that was not opened", "take it away, or open one before")
        return expression

    def _peek(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self, kind: str) -> _Token | None:
        token = self._peek()
        if token is None or token.kind != kind:
            return None
        self._next += 1
        return token

    def _either(self) -> str:
        return self._joined("OR", self._every)

    def _joined(self, operator: str, step: Callable[[], str]) -> str:
        found = [step()]
        while self._take(operator):
            found.append(step())
        return found[0] if len(found) == 1 else f"({f' {operator} '.join(found)})"

    def _every(self) -> str:
        wanted: list[str] = []
        unwanted: list[str] = []
        first = self._peek()
        while True:
            if self._take("NOT"):
                unwanted.append(self._one())
            elif wanted and self._take("AND"):
                (unwanted if self._take("NOT") else wanted).append(self._one())
            elif self._begins():
                wanted.append(self._one())
            else:
                break
        if not wanted and unwanted and first is not None:
            raise _bad(first.at, "NOT has nothing before it to take from", "write what to find first: park NOT car")
        if not wanted:
            raise self._missing()
        together = wanted[0] if len(wanted) == 1 else f"({' AND '.join(wanted)})"
        return together if not unwanted else f"({' NOT '.join([together, *unwanted])})"

    def _begins(self) -> bool:
        token = self._peek()
        return token is not None and token.kind in {"term", "("}

    def _one(self) -> str:
        near = self._near()
        if near is not None:
            return near
        term = self._take("term")
        if term is not None:
            return _quoted(term)
        opened = self._take("(")
        if opened is None:
            raise self._missing()
        self._depth += 1
        if self._depth > DEEPEST:
            raise _bad(opened.at, f"more than {DEEPEST} parentheses inside one another", "search in two steps")
        inner = self._either()
        if not self._take(")"):
            raise _bad(opened.at, "a parenthesis is not closed", "close it")
        self._depth -= 1
        return inner

    def _missing(self) -> BadQuery:
        token = self._peek()
        if token is None:
            return BadQuery("the query ends where a word is expected; write one after the last operator")
        advice = "write one there; an operator that is meant as a word goes in quotation marks"
        return _bad(token.at, f"{token.text} stands where a word is expected", advice)

    def _near(self) -> str | None:
        name = self._peek()
        opened = self._tokens[self._next + 1] if self._next + 1 < len(self._tokens) else None
        if name is None or name.text != "NEAR" or name.kind != "term" or opened is None or opened.kind != "(":
            return None
        self._next += 2
        terms: list[_Token] = []
        while (term := self._take("term")) is not None:
            terms.append(term)
        if not self._take(")"):
            found = self._peek()
            advice = "write NEAR(word word, 5), with words or phrases only"
            raise _bad(name.at if found is None else found.at, "NEAR( is not closed by )", advice)
        distance = NEAR_WORDS
        if terms and terms[-1].after_comma and _NUMBER.fullmatch(terms[-1].text):
            distance = min(int(terms.pop().text), FURTHEST)
        if len(terms) < 2:
            raise _bad(name.at, "NEAR needs two words or more", "write NEAR(car park, 5)")
        return f"NEAR({' '.join(map(_quoted, terms))}, {distance})"
