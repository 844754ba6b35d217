"""Whether words are a participant's own: no bare yes, and no term that the interviewer brought in. Both: `prompted`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark, SourceWords
from trellis.core.segment import Segment
from trellis.core.wording import words_in
from trellis.review.certainty import prompted
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind
from trellis.review.quote_marks import quoted_in
from trellis.review.transcripts import Transcript, Turn
from trellis.review.word_kinds import phrases

_MOST_WORDS = 5
_YES = re.compile(
    r"(?:(?:oh|well|mm+|um|er|i mean|yes|yeah|yep|yup|absolutely|exactly|definitely|totally|certainly|right|sure|true"
    r"|of course|i suppose(?: so)?|i guess(?: so)?|i think so|i agree|it is|it was|it does|it did|i do|i did"
    r"|that's right|that's true|very much(?: so)?|for sure|completely)(?:\s+|$))+"
)
_AGREED_TO = phrases(
    r"""asked / agree\w* / assent\w* / interviewer\w* / question\w* / put to / prompt\w* / answer\w* / repl(?:y|ied|ies)
    / conced\w* / confirm\w* / accept\w* / yes / nodd\w* / suggest\w* / offered / whether / respon\w+ / allow\w* that
    / granted / admit\w* / said so when / asking"""
)
_FIRST_TERM, _LAST_TERM = 1, 3
_OWNED = re.compile(
    r"\b(?:themselves|himself|herself) (?:spoke|talked|called|used|described|named|referred|put)\b[^.;:“‘]{0,30}"
    r"|\b(?:their|his|her|participants['’]|workers['’]|users['’]|managers['’]|carers['’]) own (?:words?|terms?|phrases?"
    r"|expressions?|names?|language)\b[^.;“‘]{0,30}"
    r"|\b(?:spoke|talked|speak|talk) (?:often |openly |freely )?of (?:being |a |an |the |such )?"
    r"|\b(?:what|which) (?:\w+ ){0,2}(?:they|he|she|participants|workers|managers|users|carers) called (?:an? |the )?"
    r"|\b(?:they|participants|workers|managers|users|carers|some|many|several|most) (?:also |often )?"
    r"(?:called|named|termed|dubbed) (?:it|this|that|them|these|such \w+|themselves) (?:an? |the )?",
    re.IGNORECASE,
)


_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Aa]uthors?)\b")


def bare_yes(material: Material) -> Iterator[Remark]:
    """Quotations that are a yes and nothing more, where the sentence does not say that anything was asked."""
    led = {remark.spots[0].start for remark in prompted(material)}
    for quotation in material.quotations:
        forms = [word.form for piece in quotation.pieces for word in piece.words]
        if len(forms) > _MOST_WORDS or not _is_yes(" ".join(forms)) or quotation.section is SectionKind.METHODS:
            continue
        if quotation.start in led:
            continue  # the question that held the answer is told already
        if _AGREED_TO.search(material.claimed(quotation)) or CITATION.search(material.claimed(quotation)):
            continue
        said = "The quotation is no more than a yes: what was agreed to were somebody else's words, which is not said."
        yield Remark("prompted", Level.SAY_WHY, said, (material.spot(quotation),), rank=5)


def _is_yes(words: str) -> bool:
    return _YES.fullmatch(words.replace("thats", "that's")) is not None


def brought_in(material: Material) -> Iterator[Remark]:
    """Short terms that the text calls participants' own, and that nobody says but after the interviewer did."""
    if material.finder.corpus.is_empty:
        return
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION):
        words = material.prose.manuscript.text[sentence.start : sentence.end]
        if CITATION.search(words) or _AGREED_TO.search(material.authors_words(sentence)):
            continue
        for term in _terms(material, sentence):
            asked = _first_asked(material, term)
            if asked is None:
                continue
            written = " ".join(material.prose.manuscript.text[term.start : term.end].split()).rstrip(".,;")
            said = f"“{written}” is told as participants' own word; in the transcripts the interviewer says it first."
            transcript, turn = asked
            told = " ".join(transcript.text[turn.words : turn.end].split())
            sources = (SourceWords(transcript.name, turn.n, "interviewer", told),)
            spot = material.prose.spot(term.start, term.end)
            yield Remark("prompted", Level.SAY_WHY, said, (spot,), sources, rank=5)


def _terms(material: Material, sentence: Segment) -> Iterator[Segment]:
    """The short quoted terms of a sentence that right before them it calls somebody's own."""
    text = material.prose.manuscript.text
    for found in quoted_in(text, sentence.start, sentence.end):
        count = len(list(words_in(text, found.start, found.end)))
        before = " ".join(text[sentence.start : found.outer_start].split()) + " "
        owned = [] if _OURS.search(before) else list(_OWNED.finditer(before))
        if found.is_closed and _FIRST_TERM <= count <= _LAST_TERM and owned and owned[-1].end() >= len(before.rstrip()):
            yield Segment(found.start, found.end)


def _first_asked(material: Material, term: Segment) -> tuple[Transcript, Turn] | None:
    """Where the interviewer says a term, if every participant who says it does so after the interviewer."""
    forms = [word.form for word in words_in(material.prose.manuscript.text, term.start, term.end)]
    corpus = material.finder.corpus
    places = [int(place) for place in corpus.index.exact(corpus.index.query(forms))]
    asked: dict[int, tuple[Transcript, Turn]] = {}
    for place in places:
        n = corpus.index.text_of(place)
        transcript = corpus.transcripts[n]
        turn = transcript.turn_at(int(corpus.starts[place]))
        if turn is None:
            return None
        if turn.is_asking:
            asked.setdefault(n, (transcript, turn))
        elif n not in asked:
            return None
    return next(iter(asked.values()), None)
