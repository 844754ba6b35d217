"""WebVTT captions, as Zoom, Teams and YouTube write them."""

from __future__ import annotations

import html
import re

from trellis.core.document import Notice
from trellis.core.errors import Damaged, EmptyFile

from .charset import decode
from .cues import Cue, draft_of_cues
from .draft import Draft
from .options import ReadOptions

READER = "vtt 1"

_TIMES = re.compile(
    r"^[ \t]{0,20}(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})[ \t]{0,20}-->"
    r"[ \t]*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})",
    re.MULTILINE,
)
# Tags are short; without a bound, millions of "<v" that never close would each be followed to the end.
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,200})?[ \t]{1,20}([^<>]{0,200})>")
_TAG = re.compile(r"</?(?:[cibuv]|ruby|rt|lang)(?:[.\s][^<>]{0,200})?>|<(?:\d{1,4}:)?\d{1,3}:\d{1,2}\.\d{1,3}>")
_BLOCK_END = re.compile(r"\n[ \t]*\n")


def read_vtt(name: str, data: bytes, options: ReadOptions) -> Draft:
    """Captions as turns; voices (`<v Name>`) become labels. Notes, styles and settings are left out.

    Raises EmptyFile for a file without cues, Damaged for one that ends inside its first times.
    """
    text, notices = decode(name, data, options.charset)
    cues = [cue for block in _BLOCK_END.split(text) for cue in _cues_in(block)]
    if not cues:
        if "-->" in text:
            raise Damaged(name, "no caption in it has times that can be read", "export the captions again")
        raise EmptyFile(name, "there are no captions in it", "export the captions again")
    shown = [cue for cue in cues if cue.text]
    return draft_of_cues(shown, READER, options, (*notices, *_notes(text)))


def milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> int:
    """The four fields of a cue's time as milliseconds."""
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(f"{fraction:0<3}")


def _cues_in(block: str) -> list[Cue]:
    match = _TIMES.search(block)
    if match is None or block.lstrip().startswith(("NOTE", "STYLE")):
        return []
    groups = match.groups()
    from_ms, to_ms = milliseconds(*groups[:4]), milliseconds(*groups[4:])
    line_end = block.find("\n", match.end())
    payload = block[line_end + 1 :].strip() if line_end != -1 else ""
    return [Cue(from_ms, to_ms, voice, _shown(piece)) for voice, piece in _by_voice(payload)]


def _by_voice(payload: str) -> list[tuple[str | None, str]]:
    """A cue may hold two voices; each piece with its own."""
    pieces = _VOICE.split(payload)
    found: list[tuple[str | None, str]] = [(None, pieces[0])] if pieces[0].strip() else []
    for voice, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        found.append((html.unescape(voice).strip() or None, piece))
    return found


def _shown(piece: str) -> str:
    return html.unescape(_TAG.sub("", piece)).strip().replace("\x00", "")


def _notes(text: str) -> tuple[Notice, ...]:
    notes = len(re.findall(r"(?m)^NOTE\b", text))
    if not notes:
        return ()
    return (Notice("notes-left-out", f"{notes} NOTE blocks stay in the original and are not in the text"),)
