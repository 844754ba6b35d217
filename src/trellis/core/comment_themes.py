"""Theme numbers and names in margin comments, as people type them: "2.3", "2.3, 4.1", "5.1 supervision??"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Find = Callable[[str], str | None]
"""What a name or number stands for, None if for no theme."""

_NUMBERED = re.compile(
    r"(?:themes?|codes?)?\s*[:#]?\s*(?P<number>\d+(?:\.\d+)*)\.?(?P<rest>(?:[\s:?!)–—-].*)?)",
    re.DOTALL | re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[;,/\n+|]+\s*")
_MORE = re.compile(r"\d\s+(?:and|&)\s+\d")
_AND = re.compile(r"\s+(?:and|&)\s+")
_NOTED = re.compile(
    r"(?P<name>.+?)\s*(?:[-–—:(]|\s(?=[?!]))\s*(?P<note>.*)|(?P<bare>[^?!]+)(?P<marks>[?!]+)", re.DOTALL
)
_BARE_MARKS = " \t-–—:()?!.,"


@dataclass(frozen=True, slots=True)
class Named:
    """A theme that a comment names, and what it says beside that."""

    theme: str
    note: str


@dataclass(frozen=True, slots=True)
class ReadComment:
    """What a comment names. unread: its pieces that name no theme."""

    named: tuple[Named, ...]
    unread: tuple[str, ...]


def themes_in(comment: str, number: Find, name: Find) -> ReadComment:
    """The themes that a comment names. number, name: find a theme by its printed number or by its name.

    What stands beside a number or name becomes its note; a question mark does too, since it says that somebody
    was not sure. Prose is left unread.
    """
    text = comment.strip()
    whole = _piece(text, number, name)
    if whole is not None:
        return ReadComment((whole,), ())
    named: list[Named] = []
    unread: list[str] = []
    for piece in filter(None, _PARTS.split(text)):
        found = [_piece(piece, number, name)]
        if found == [None]:
            found = [_piece(part, number, name) for part in _AND.split(piece)]
        if None in found:
            unread.append(piece)
        else:
            named += [each for each in found if each is not None]
    if named and unread:
        last = named[-1]
        note = "; ".join(filter(None, (last.note, *unread)))
        named[-1] = Named(last.theme, note)
    return ReadComment(tuple(named), tuple(unread))


def _piece(piece: str, number: Find, name: Find) -> Named | None:
    match = _NUMBERED.fullmatch(piece)
    if match is not None:
        return _numbered(match, piece, number, name)
    theme = name(piece)
    if theme is not None:
        # A question mark says that somebody was not sure.
        return Named(theme, piece[len(piece.rstrip("?!")) :])
    noted = _NOTED.fullmatch(piece)
    if noted is None:
        return None
    theme = name((noted["name"] or noted["bare"]).strip())
    return None if theme is None else Named(theme, (noted["note"] or noted["marks"] or "").strip(" ()"))


def _numbered(match: re.Match[str], piece: str, number: Find, name: Find) -> Named | None:
    rest = match["rest"].strip()
    theme = number(match["number"])
    if theme is None:
        return None
    bare = rest.strip(_BARE_MARKS)
    if not bare:
        return Named(theme, rest)
    if name(bare) == theme:
        return Named(theme, rest.replace(bare, "", 1).strip(" -–—:()"))
    # "2 weeks later" begins with a number and means no theme; neither does "2.3, 4.1", which is two.
    if (
        "." not in match["number"]
        or (rest[0] in "-–—" and bare[0].isdigit())
        or _PARTS.search(piece)
        or _MORE.search(piece)
    ):
        return None
    return Named(theme, rest.strip(" -–—:"))
