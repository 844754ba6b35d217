"""Markdown inside a line, rendered: bold, italics, code, links, escapes and entities give their text."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\\(?P<escape>[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|(?P<link>!?\[(?P<text>(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]{0,200}\]){0,500})\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"\n]*\")?\))"
    r"|<(?P<auto>(?:https?|mailto):[^<>\s]+)>"
    r"|(?P<comment><!--)"
    r"|(?P<tag></?(?:b|i|u|em|strong|br|span|sub|sup|small|font|p|div|a|center|mark)(?:\s[^<>]*)?/?>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<stars>\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w))"
    r"|\[\^(?P<note>[^\]\s]{1,40})\]",
    re.DOTALL,
)
# How many unpaired signs back an opening one is looked for; a bound, since a hostile text may hold millions.
_FAR = 50

_SPECIAL = re.compile(r"[\\`\[<&*_]")


@dataclass(slots=True)
class Tally:
    """What rendering left out of the text."""

    links: int = 0
    comments: int = 0
    no_comment_before: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of rendered text; style is "" or a mix of "*" (italics) and "**" (bold)."""

    text: str
    style: str = ""


@dataclass(slots=True)
class _Stars:
    """A run of asterisks or underscores that may open or close emphasis."""

    at: int
    sign: str
    left: int
    opens: bool
    closes: bool


def render(source: str, tally: Tally) -> list[Run]:
    """The text of a paragraph as it would be read, in runs of equal looks.

    tally: counts link addresses and comments, which stay in the original only.
    """
    if not _SPECIAL.search(source):
        return [Run(source)]
    tally.no_comment_before = 0
    pieces: list[str] = []
    stars: list[_Stars] = []
    position = 0
    while (match := _TOKEN.search(source, position)) is not None:
        pieces.append(source[position : match.start()])
        position = match.end()
        if match.group("stars"):
            stars.append(_delimiter(source, match, len(pieces)))
            pieces.append("")
        elif match.group("code"):
            text, position = _code(source, match)
            pieces.append(text)
        elif match.group("link"):
            tally.links += 1
            pieces.append(_link(match.group("text")))
        elif match.group("comment"):
            text, position = _comment(source, match.end(), tally)
            pieces.append(text)
        else:
            pieces.append(_plain(match))
    pieces.append(source[position:])
    return _runs(pieces, _styles(stars, pieces))


def _delimiter(source: str, match: re.Match[str], at: int) -> _Stars:
    before = source[match.start() - 1] if match.start() else " "
    after = source[match.end()] if match.end() < len(source) else " "
    return _Stars(at, match.group()[0], len(match.group()), not after.isspace(), not before.isspace())


def _code(source: str, match: re.Match[str]) -> tuple[str, int]:
    fence = match.group("code")
    close = source.find(fence, match.end())
    if close == -1:
        return fence, match.end()
    return source[match.end() : close], close + len(fence)


def _comment(source: str, at: int, tally: Tally) -> tuple[str, int]:
    """A hidden comment; one that is never closed is text, and no other is looked for in this paragraph."""
    close = source.find("-->", at) if at >= tally.no_comment_before else -1
    if close == -1:
        tally.no_comment_before = len(source)
        return "<!--", at
    tally.comments += 1
    return "", close + 3


def _link(words: str) -> str:
    """The words of a link; emphasis inside it is simply taken off."""
    words = re.sub(r"(?:\*+|(?<!\w)_+|_+(?!\w))(?=\S)|(?<=\S)\*+", "", words)
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", words))


def _plain(match: re.Match[str]) -> str:
    if match.group("escape"):
        return match.group("escape")
    if match.group("auto"):
        return match.group("auto")
    if match.group("tag"):
        return "\n" if match.group("tag").lower().startswith("<br") else ""
    if match.group("note"):
        return f"[{match.group('note')}]"
    return html.unescape(match.group("entity"))


def _styles(stars: list[_Stars], pieces: list[str]) -> list[tuple[int, int, str]]:
    """Pairs of delimiters as stretches of pieces; signs that pair with nothing are put back as text."""
    found: list[tuple[int, int, str]] = []
    open_: list[_Stars] = []
    for run in stars:
        while run.closes and run.left and (opener := _opener(open_, run)) is not None:
            width = 2 if min(opener.left, run.left) >= 2 else 1
            opener.left -= width
            run.left -= width
            found.append((opener.at, run.at, "*" * width))
            while open_[-1] is not opener:
                open_.pop()
            if not opener.left:
                open_.pop()
        if run.opens and run.left:
            open_.append(run)
    for run in stars:
        pieces[run.at] = run.sign * run.left
    return found


def _opener(open_: list[_Stars], run: _Stars) -> _Stars | None:
    return next((earlier for earlier in reversed(open_[-_FAR:]) if earlier.sign == run.sign and earlier.left), None)


def _runs(pieces: list[str], styled: list[tuple[int, int, str]]) -> list[Run]:
    if not styled:
        return [Run("".join(pieces))]
    turns: dict[int, list[tuple[int, str]]] = {}
    for opens, closes, style in styled:
        turns.setdefault(opens + 1, []).append((1, style))
        turns.setdefault(closes, []).append((-1, style))
    depth = {"*": 0, "**": 0}
    runs: list[Run] = []
    for number, piece in enumerate(pieces):
        for change, style in turns.get(number, ()):
            depth[style] += change
        style = "".join(sign for sign, times in depth.items() if times)
        if piece:
            runs.append(Run(piece, style))
    return runs
