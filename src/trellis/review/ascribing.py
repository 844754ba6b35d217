"""To whom a manuscript ascribes a quotation: in brackets, after a dash, on a line, in the row, in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from trellis.core.document import PartKind
from trellis.core.manuscript import Passage
from trellis.core.segment import Segment
from trellis.review.asking import answers_in, begins_as_asked, is_asking_before
from trellis.review.attributions import ROLE_NOUNS, Attribution, Lexicon, Named, is_prose, without_meaning
from trellis.review.people import tokens_of
from trellis.review.prose import CITATION, Prose
from trellis.review.tellers import is_document, is_of_document, speaks_of_document, tells
from trellis.review.word_kinds import SPEECH

_LONGEST = 110
_LONGEST_LABEL = 60
_OTHER_WORDS = 3
_BRACKET = re.compile(r"[\s.,;:]*[(\[](?P<who>[^()\[\]]{2,110})[)\]]")
_LATER = re.compile(r"[^()“”‘\"„«\n.?!]{1,90}[(\[](?P<who>[^()\[\]]{2,110})[)\]]")
_BRACKET_AT_END = re.compile(r"[(\[](?P<who>[^()\[\]]{2,110})[)\]]\s*[.]?\s*$")
_DASH = re.compile(r"[\s.,;]*(?:[–—―]|--?)\s*(?P<who>[^\n]{2,110}?)\s*[.]?\s*$")
_DASH_AT_END = re.compile(r"(?:(?<=[.?!…”’\"'])\s*|\n\s*)(?:[–—―]|--?)\s*(?P<who>[^\n.?!]{2,110}?)\s*[.]?\s*$")
_LAST_LINE = re.compile(r"\n\s*[–—\-(\[]\s*(?P<who>[^\n]{2,110}?)[)\] .]*$")
_BARE_LINE = re.compile(r"(?<=[.?!…”’\"'»)])[ \t]*\n\s*(?P<who>[^\n.?!:]{2,60})\s*$")
_LABEL = re.compile(r"(?:^|[.;]\s|\n)\s*(?P<who>[^:.;\n]{1,60}):\s*$")
_SOMEBODY = re.compile(
    r"\b(?:participant|interviewee|respondent|informant|worker|manager|carer|client|patient|user|he|she|they|one of)\b",
    re.IGNORECASE,
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|my|me|we|our|us|you|your)\b")
_LEADING = re.compile(
    r"(?:^|(?P<dash>[–—―]|\s--?\s))\s*(?P<who>[^–—―:.?!\n]{2,110}?)(?:,\s*(?:19|20)\d\d)?\s*:\s*$", re.MULTILINE
)
_WHO_HEAD = re.compile(r"(?i)\b(?:who|said by|speakers?|participants?|attributions?|interviewees?|respondents?)\b")
_BREAK = " … "
_YEAR = re.compile(r"\b(?:19|20)\d\d[a-z]?\b")
_AT_YEAR = re.compile(r",?\s+(?:in )?(?:19|20)\d\d\s*$")


class Place(StrEnum):
    """Where an attribution stands."""

    BRACKETS = "brackets"
    DASH = "dash"
    LINE = "line"
    LABEL = "label"
    ROW = "row"
    SENTENCE = "sentence"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Ascribed:
    """Whom a quotation is ascribed to. start, end: the attribution in the manuscript, equal where there is none.

    told: what the sentence around it mentions, each of which may be meant. tellers: those of them, and people by
    their places in the sample, of whom the sentence says that they say the words. is_told: the sentence says that
    somebody spoke. cites: the sentence refers to the literature. is_asking: the words are printed as the interviewer's.
    is_of_document: the sentence gives them to a document.
    """

    place: Place
    attribution: Attribution
    start: int
    end: int
    told: tuple[Named, ...] = ()
    tellers: tuple[Named, ...] = ()
    tellers_by_name: frozenset[int] = frozenset()
    is_told: bool = False
    cites: bool = False
    is_asking: bool = False
    is_of_document: bool = False

    @property
    def is_explicit(self) -> bool:
        """Whether it is written out beside the quotation."""
        return self.place not in {Place.SENTENCE, Place.NOWHERE}


class _Candidate(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def outer_start(self) -> int: ...
    @property
    def outer_end(self) -> int: ...
    @property
    def passage(self) -> Passage: ...
    @property
    def is_marked(self) -> bool: ...
    @property
    def cell(self) -> Segment | None: ...
    @property
    def row(self) -> tuple[Segment, ...]: ...


class Ascriber:
    """Finds and reads attributions in one manuscript."""

    def __init__(self, prose: Prose, lexicon: Lexicon) -> None:
        self.prose, self.lexicon = prose, lexicon
        self.text = prose.manuscript.text
        self.passages = prose.manuscript.passages

    def body_of(self, passage: Passage) -> Segment:
        """A passage without the attribution at its end or the name at its beginning, and without marks around it."""
        start, end = passage.start, passage.end
        trailer = self._trailer(self.text[start:end])
        end = start + trailer.start() if trailer else end
        label = re.match(r"\s*([^:.?!\n]{1,40}):\s+", self.text[start:end])
        if label and self._is_label(label[1]):
            start += label.end()
        while start < end and self.text[start] in " \n\t\u00a0“‘\"'„«":
            start += 1
        while end > start and self.text[end - 1] in " \n\t\u00a0”’\"'“»":
            end -= 1
        return Segment(start, max(end, start))

    def dialogue(self, passage: Passage) -> list[Segment]:
        """The stretches that participants speak in a passage that prints question and answer with their labels."""
        words = self.text[passage.start : passage.end]
        trailer = self._trailer(words)
        answers = answers_in(words, trailer.start() if trailer else len(words))
        return [Segment(passage.start + start, passage.start + end) for start, end in answers]

    def stands_apart(self, passage: Passage) -> bool:
        """Whether a passage without any marks is a block quotation all the same: somebody's words, then their name."""
        words = self.text[passage.start : passage.end].rstrip()
        found = self._trailer(words)
        if found is None or words[-1] not in ")]" or not words[: found.start()].rstrip().endswith((*".?!…", *_LETTERS)):
            return False
        who = self._read(found["who"])
        if len(who.people) > 1 or not (who.people or who.named):
            return False
        before = self.passages[passage.n - 2] if passage.n > 1 else None
        is_led_to = before is not None and self.text[before.start : before.end].rstrip().endswith(":")
        return is_led_to or _FIRST_PERSON.search(words[: found.start()]) is not None

    def is_trailer(self, rest: str) -> bool:
        """Whether what follows a quotation in its passage is an attribution and nothing else."""
        found = _BRACKET.fullmatch(rest.rstrip(" .")) or _DASH.fullmatch(rest)
        return found is not None and self._is_attribution(found["who"])

    def ascribed(self, candidate: _Candidate) -> Ascribed:
        """Whom a candidate is ascribed to, by the first of the ways in which that is usually done."""
        if self.is_asked(candidate):
            return Ascribed(Place.LABEL, Attribution(""), candidate.start, candidate.start, is_asking=True)
        for find in (self._behind, self._at_end, self._on_next_line, self._before, self._led_to, self._in_row):
            found = find(candidate)
            if found is not None:
                return found
        return self._in_sentence(candidate)

    def is_asked(self, candidate: _Candidate) -> bool:
        """Whether the words are printed as the interviewer's: by a label, in brackets, or as what was asked."""
        start = candidate.cell.start if candidate.cell else candidate.passage.start
        before = self.text[start : candidate.outer_start]
        if is_asking_before(before) and not self._is_answer(candidate):
            return True
        if not before and begins_as_asked(self.text, candidate.start):
            return True
        behind = _BRACKET.match(self.text, candidate.outer_end, candidate.passage.end)
        return behind is not None and begins_as_asked(behind["who"], 0)

    def _is_answer(self, candidate: _Candidate) -> bool:
        """Whether words that "asked" leads to ask nothing and are somebody's by what stands right behind them."""
        if "?" in self.text[candidate.start : candidate.outer_end]:
            return False
        found = self._behind(candidate)
        return found is not None and bool(found.attribution.people or found.attribution.named)

    def claim(self, candidate: _Candidate) -> Segment | None:
        """The sentence that a quotation stands in; for one that stands alone, the sentence that leads to it."""
        passage = candidate.passage
        before = self.text[passage.start : candidate.outer_start].strip()
        if candidate.cell is not None:
            return None
        if before and not (passage.is_quoted or not candidate.is_marked):
            sentences = self.prose.sentences(candidate.outer_start, candidate.outer_end)
            return Segment(sentences[0].start, sentences[-1].end) if sentences else None
        return self._leading(passage)

    def _leading(self, passage: Passage) -> Segment | None:
        """The last sentence of the last passage of prose before."""
        for before in reversed(self.passages[: passage.n - 1]):
            if before.kind is PartKind.HEADING:
                return None
            words = self.text[before.start : before.end].strip()
            if before.is_quoted or words[:1] in "“‘\"'„«([–—" or self._is_label(words):
                continue
            if before.kind in {PartKind.PARAGRAPH, PartKind.LIST_ITEM}:
                sentences = self.prose.sentences(before.start, before.end)
                return sentences[-1] if sentences else None
        return None

    def _read(self, who: str) -> Attribution:
        return self.lexicon.read(" ".join(who.split()))

    def _is_label(self, who: str) -> bool:
        """Whether words before a colon name who speaks, and say nothing else."""
        if len(who) > _LONGEST_LABEL or SPEECH.search(who):
            return False
        found = self._read(who)
        return not found.is_empty and not found.rest

    def _is_attribution(self, who: str) -> bool:
        """Whether words can be somebody's attribution: no sentence, and no year but behind what somebody is."""
        bare = _AT_YEAR.sub("", who) if set(tokens_of(who)) & ROLE_NOUNS else who
        if len(bare) > _LONGEST or len(bare.split()) > 14 or _YEAR.search(bare) or re.search(r"[?!]|\.\s+[A-Z]", bare):
            return False
        found = self._read(bare)
        most = _OTHER_WORDS if bare == who else 0
        if found.rest > most or (not found.people and is_document(without_meaning(who, found))):
            return False
        if found.is_empty:
            nouns = ROLE_NOUNS | {"participant", "interviewee", "respondent", "informant"}
            return not nouns.isdisjoint(tokens_of(who)) and len(who.split()) <= 6
        return True

    def _trailer(self, words: str) -> re.Match[str] | None:
        for pattern in (_BRACKET_AT_END, _DASH_AT_END, _LAST_LINE):
            found = pattern.search(words)
            if found and self._is_attribution(found["who"]):
                return found
        found = _BARE_LINE.search(words)
        return found if found and self._is_label(found["who"]) else None

    def _made(self, place: Place, start: int, end: int) -> Ascribed | None:
        who = self.text[start:end]
        if not self._is_attribution(who):
            return None
        bare = _AT_YEAR.sub("", who)
        return Ascribed(place, self._read(bare), start, start + len(bare))

    def _behind(self, candidate: _Candidate) -> Ascribed | None:
        """In brackets or after a dash right behind the closing mark, or in brackets at the end of its sentence."""
        limit = candidate.cell.end if candidate.cell else candidate.passage.end
        found = _BRACKET.match(self.text, candidate.outer_end, limit)
        if found:
            return self._made(Place.BRACKETS, *found.span("who"))
        found = _DASH.match(self.text, candidate.outer_end, limit)
        if found:
            return self._made(Place.DASH, *found.span("who"))
        found = _LATER.match(self.text, candidate.outer_end, limit)
        return self._made(Place.BRACKETS, *found.span("who")) if found and candidate.is_marked else None

    def _at_end(self, candidate: _Candidate) -> Ascribed | None:
        """At the end of a block, inside it."""
        if candidate.cell or self.text[candidate.passage.start : candidate.outer_start].strip("“‘\"'„« \n\t"):
            return None
        words = self.text[candidate.passage.start : candidate.passage.end]
        found = self._trailer(words)
        if found is None or candidate.passage.start + found.start() < candidate.outer_end - 1:
            return None
        place = Place.DASH if found.group().lstrip()[:1] in "–—-" else Place.BRACKETS
        base = candidate.passage.start
        return self._made(place, base + found.start("who"), base + found.end("who"))

    def _on_next_line(self, candidate: _Candidate) -> Ascribed | None:
        """In a short passage of its own after a block."""
        passage = candidate.passage
        if (
            candidate.cell
            or self.text[candidate.outer_end : passage.end].strip(" .\n")
            or passage.n >= len(self.passages)
        ):
            return None
        if self.text[passage.start : candidate.outer_start].strip("“‘\"'„« \n\t"):
            return None
        after = self.passages[passage.n]
        words = self.text[after.start : after.end]
        bare = words.strip().strip("–—―-()[] .")
        is_set_apart = words.strip()[:1] in "–—―-([" or len(bare.split()) <= 8
        if after.kind not in {PartKind.PARAGRAPH, PartKind.LIST_ITEM} or not is_set_apart or not bare or ":" in bare:
            return None
        start = after.start + words.index(bare)
        found = self._made(Place.LINE, start, start + len(bare))
        return found if found and not is_prose(found.attribution, words) else None

    def _before(self, candidate: _Candidate) -> Ascribed | None:
        """Before a colon: "P12: …", "Manager, site 2: …"."""
        base = candidate.cell.start if candidate.cell else candidate.passage.start
        before = self.text[base : candidate.outer_start]
        if not before.strip() and not candidate.cell:
            return None
        found = _LABEL.search(before) if candidate.is_marked else re.match(r"\s*(?P<who>[^:.?!\n]{1,40}):\s+", before)
        if found is None or len(found["who"].split()) > 7 or not self._is_label(found["who"]):
            return None
        return self._made(Place.LABEL, base + found.start("who"), base + found.end("who"))

    def _led_to(self, candidate: _Candidate) -> Ascribed | None:
        """At the end of the passage before a block: "… spoke of it – Manager, site B:", or such a label by itself."""
        passage = candidate.passage
        is_whole = not self.text[passage.start : candidate.outer_start].strip("“‘\"'„« \n\t")
        if (
            candidate.cell
            or not is_whole
            or self.text[candidate.outer_end : passage.end].strip(" .\n")
            or passage.n < 2
        ):
            return None
        before = self.passages[passage.n - 2]
        words = self.text[before.start : before.end]
        found = _LEADING.search(words)
        if found is None or before.kind not in {PartKind.PARAGRAPH, PartKind.LIST_ITEM} or before.is_quoted:
            return None
        if found["dash"] is None and not self._is_label(found["who"]):
            return None
        return self._made(Place.LABEL, before.start + found.start("who"), before.start + found.end("who"))

    def _in_row(self, candidate: _Candidate) -> Ascribed | None:
        """In another cell of the quotation's row: under a head that says so, else right of it, else left of it."""
        if candidate.cell is None:
            return None
        own = candidate.row.index(candidate.cell)
        heads = candidate.passage.rows[0] if candidate.passage.rows else ()
        titled = [n for n, head in enumerate(heads) if _WHO_HEAD.search(self.text[head.start : head.end])]
        order = [*titled, *range(own + 1, len(candidate.row)), *range(own)]
        for n in dict.fromkeys(n for n in order if n != own and n < len(candidate.row)):
            cell = candidate.row[n]
            if not len(cell) or len(cell) > _LONGEST:
                continue
            found = self._made(Place.ROW, cell.start, cell.end)
            if found is not None and not found.attribution.is_empty:
                return found
        return None

    def _in_sentence(self, candidate: _Candidate) -> Ascribed:
        claim = self.claim(candidate)
        start = candidate.outer_start
        empty = Attribution("")
        if claim is None:
            return Ascribed(Place.NOWHERE, empty, start, start)
        inside = claim.start <= candidate.start < claim.end
        before = self.text[claim.start : candidate.outer_start] if inside else self.text[claim.start : claim.end]
        after = self.text[candidate.outer_end : claim.end] if inside else ""
        words = f"{before}{_BREAK}{after}"
        cites = CITATION.search(words) is not None or self._cited_behind(candidate)
        mentions = list(self.lexicon.mentions(words))
        who = self._read_names(words)
        is_anybody = bool(mentions or who.people) or _SOMEBODY.search(words) is not None
        return Ascribed(
            Place.SENTENCE if mentions or who.people else Place.NOWHERE,
            who,
            claim.start,
            claim.end,
            tuple(named for named, _ in mentions),
            tuple(n for n, at in mentions if tells(before, after, *_around(before, at, len(n.written)))),
            frozenset(n for n in who.people if self._tells_by_name(before, after, n)),
            is_told=is_anybody
            and not cites
            and SPEECH.search(words) is not None
            and not speaks_of_document(before, after),
            cites=cites,
            is_of_document=is_of_document(before, after),
        )

    def _tells_by_name(self, before: str, after: str, person: int) -> bool:
        """Whether a sentence says of somebody whom it names that they say the words."""
        words = f"{before}{_BREAK}{after}"
        return any(
            tells(before, after, *_around(before, found.start(), len(name)))
            for name in self.lexicon.sample.people[person].names
            for found in re.finditer(rf"\b{re.escape(name)}\b", words)
        )

    def _read_names(self, words: str) -> Attribution:
        """Who is named in a sentence; what else it says stays out."""
        people = self.lexicon.sample.people
        found = self.lexicon.read(words).people
        named = (n for n in found if any(re.search(rf"\b{re.escape(name)}\b", words) for name in people[n].names))
        return Attribution(words, frozenset(named))

    def _cited_behind(self, candidate: _Candidate) -> bool:
        """Whether a reference stands right behind a quotation, or at the end of a block."""
        passage = candidate.passage
        if not self.text[passage.start : candidate.outer_start].strip() and CITATION.search(
            self.text[max(passage.end - 120, passage.start) : passage.end]
        ):
            return True
        return CITATION.match(self.text[candidate.outer_end : candidate.outer_end + 200].lstrip(" .,;")) is not None


def _around(before: str, at: int, length: int) -> tuple[int, int]:
    """Where a mention begins and ends that was found in a sentence with a break in place of its quotation."""
    start = at if at < len(before) else at - len(_BREAK)
    return start, start + length
