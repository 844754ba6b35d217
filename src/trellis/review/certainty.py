"""Whether a claim is surer than its words, and whether the words were put into a mouth: `hedge-lost`, `prompted`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark, SourceWords
from trellis.core.wording import stem_of, words_in
from trellis.review.matching import Placed, Reading
from trellis.review.material import Material
from trellis.review.quotations import Quotation
from trellis.review.transcripts import Transcript, Turn
from trellis.review.word_kinds import (
    ASSENT,
    CERTAIN,
    HEDGED,
    LEADING,
    NEGATIONS,
    PERCEIVED,
    SMALL,
    STRONG_HEDGES,
    phrases,
    words,
)

_FEW_OWN_WORDS = 4
_ECHO_WORDS = 7
_OPENING_WORDS = 2
_SHORT_WORD = 3
_OURS = phrases(
    r"""(?:our|the interviewer's) (?:word|phrase|term) / (?:had been|was|were) ours
    / we (?:had )?(?:offered|used|put|suggested)
    / the interviewer (?:had )?(?:asked|offered|used|put|suggested) / word was the interviewer's / taken up from
    / took up"""
)
_UNASKED = phrases(
    r"""of (?:her|his|their) own accord / unprompted / spontaneous(?:ly)? / without (?:being |having been )?asked
    / without (?:being |having been )?prompted / unasked / volunteered / on (?:her|his|their) own initiative
    / before we (?:had )?asked"""
)
_ANSWERS = words("yes yeah no nope yep never")
_CLOSE = 4
_COMMON = SMALL | words(
    "they them their there he she him her his we us our you your me my i so do does did have has had not"
)

_ASKED = phrases(
    "when asked / asked (?:if|whether|directly) / prompt\\w* / agreed / in answer to / put to (?:him|her|them)"
)


def hedge_lost(material: Material) -> Iterator[Remark]:
    """Sentences that leave no doubt and lead to words that do; and quotations cut off just behind their hedge."""
    for quotation in material.in_findings:
        claim = material.claimed(quotation)
        if not quotation.readings or not claim or PERCEIVED.search(claim) or STRONG_HEDGES.search(claim):
            continue
        hedge, words = _hedge(material, quotation)
        sure = CERTAIN.search(claim)
        if not hedge or sure is None or quotation.claim is None or not _speak_of_one_thing(claim, words.words):
            continue
        said = f"The sentence says “{sure.group()}”; the words it rests on say “{hedge}”."
        spot = material.prose.spot(quotation.claim.start, quotation.claim.end)
        yield Remark("hedge-lost", Level.SAY_WHY, said, (spot,), (words,), rank=6)


def _hedge(material: Material, quotation: Quotation) -> tuple[str, SourceWords]:
    """The hedge in the quotation, or in the sentence of the transcript that it is taken from."""
    words = material.source_words(quotation.readings[0].placed[0])
    printed = material.prose.manuscript.text[quotation.start : quotation.end]
    found = HEDGED.search(printed) or STRONG_HEDGES.search(words.words)
    return (" ".join(found.group().split()) if found else ""), words


def _speak_of_one_thing(claim: str, source: str) -> bool:
    one, other = ({stem_of(w.form) for w in words_in(each) if w.form not in _COMMON} for each in (claim, source))
    return len(one & other) >= 2


def cut_off(material: Material) -> Iterator[Remark]:
    """Quotations that begin right behind a "not" or a "maybe" of the same clause that the sentence lacks too."""
    for quotation in material.quotations:
        found = [_cut_away(material, quotation, reading) for reading in quotation.readings]
        if not found or not all(found):
            continue
        claim = material.claimed(quotation)
        word, is_negation = found[0] or ("", False)
        forms = {each.form for each in words_in(claim)}
        if forms & NEGATIONS if is_negation else (PERCEIVED.search(claim) or STRONG_HEDGES.search(claim)):
            continue
        words = (material.source_words(quotation.readings[0].placed[0]),)
        spots = (material.spot(quotation),)
        if is_negation:
            said = f"The quotation begins right behind “{word}”, which turns its words round."
            yield Remark("quotation-spliced", Level.WRONG, said, spots, words, rank=8)
        else:
            said = f"The quotation begins right behind “{word}”, so that the words sound surer than they were."
            yield Remark("hedge-lost", Level.SAY_WHY, said, spots, words, rank=5)


def _cut_away(material: Material, quotation: Quotation, reading: Reading) -> tuple[str, bool] | None:
    """The negation or hedge in the clause right before a reading's first words, and whether it is a negation."""
    placed = reading.placed[0]
    printed = material.prose.manuscript.text[quotation.start : quotation.pieces[0].start]
    transcript, turn = material.finder.transcript(placed), material.finder.turn(placed)
    if "[" in printed or turn is None:
        return None
    clause = re.split(r"[,;:.?!—–\n]|\b(?:but|and|because|so|or)\b", transcript.text[turn.words : placed.start])[-1]
    before = [word.form for word in words_in(clause)][-_CLOSE:]
    negation = next((form for form in before if form in NEGATIONS), None)
    if negation is not None and _OF_ANOTHER_CLAUSE.search(clause) and before.index(negation) + 1 < len(before):
        return None
    if negation is not None and negation not in {"no", "nobody", "nothing", "none", "nowhere"}:
        return " ".join(clause.split()), True
    hedge = STRONG_HEDGES.search(" ".join(clause.split()[-_CLOSE:]))
    return (" ".join(hedge.group().split()), False) if hedge else None


_OF_ANOTHER_CLAUSE = re.compile(
    r"^\s*(?:if|when|whenever|unless|since|while|as|until|where|whether|though|although)\b", re.IGNORECASE
)
"""How a clause begins that stands before the one it belongs to: its "not" is its own, once a verb has followed it."""


def prompted(material: Material) -> Iterator[Remark]:
    """Quotations that are hardly more than a yes to a question that held the words."""
    for quotation in material.quotations:
        if len(quotation.readings) != 1:
            continue
        placed = quotation.readings[0].placed[0]
        transcript, turn = material.finder.transcript(placed), material.finder.turn(placed)
        asked = _question_before(transcript, turn)
        if turn is None or asked is None:
            continue
        question = transcript.text[asked.words : asked.end]
        if _is_echo(material, quotation, question):
            said = "Every word of it that matters stood in the question right before, which is not said."
            source = SourceWords(transcript.name, asked.n, "interviewer", " ".join(question.split()))
            sources = (source, material.source_words(placed))
            yield Remark("prompted", Level.LOOK, said, (material.spot(quotation),), sources, rank=4)
            continue
        if not _is_a_yes(transcript, turn):
            continue
        if not _is_leading(question, transcript.text[turn.words : turn.end]) or _is_printed(
            material, quotation, question
        ):
            continue
        said = "The words are a yes to a question that held the answer."
        source = SourceWords(transcript.name, asked.n, "interviewer", " ".join(question.split()))
        sources = (source, material.source_words(placed))
        yield Remark("prompted", Level.SAY_WHY, said, (material.spot(quotation),), sources, rank=5)


def not_of_own_accord(material: Material) -> Iterator[Remark]:
    """Words that the text says came unasked, though the question right before held one of them."""
    for quotation in material.quotations:
        if len(quotation.readings) != 1 or not _UNASKED.search(material.claimed(quotation)):
            continue
        placed = quotation.readings[0].placed[0]
        transcript, turn = material.finder.transcript(placed), material.finder.turn(placed)
        asked = _question_before(transcript, turn)
        if asked is None:
            continue
        question = transcript.text[asked.words : asked.end]
        held = {stem_of(word.form) for word in words_in(question)}
        forms = [word.form for piece in quotation.pieces for word in piece.words]
        shared = [f for f in forms if f not in _COMMON and len(f) >= _SHORT_WORD and stem_of(f) in held]
        opens = turn is not None and not _words_between(material, placed, turn)
        if shared:
            said = f"The text says that it came unasked; the question right before holds “{shared[0]}”."
        elif opens and forms[0] in _ANSWERS:
            said = "The text says that it came unasked; it answers the question right before."
        else:
            continue
        source = SourceWords(transcript.name, asked.n, "interviewer", " ".join(question.split()))
        sources = (source, material.source_words(placed))
        yield Remark("prompted", Level.SAY_WHY, said, (material.spot(quotation),), sources, rank=5)


def _is_echo(material: Material, quotation: Quotation, question: str) -> bool:
    """Whether a short quotation opens the answer and says nothing but words of the question, which is not printed."""
    forms = [word.form for piece in quotation.pieces for word in piece.words]
    own = {stem_of(form) for form in forms if form not in _COMMON and len(form) > _SHORT_WORD}
    asked = {stem_of(word.form) for word in words_in(question)}
    if not own or not own <= asked or len(forms) > _ECHO_WORDS or NEGATIONS & set(forms):
        return False
    placed = quotation.readings[0].placed[0]
    turn = material.finder.turn(placed)
    opens = turn is not None and len(_words_between(material, placed, turn)) <= _OPENING_WORDS
    return opens and not _is_owned(material, quotation)


def _words_between(material: Material, placed: Placed, turn: Turn) -> list[str]:
    return material.finder.transcript(placed).text[turn.words : placed.start].split()


def _is_owned(material: Material, quotation: Quotation) -> bool:
    """Whether the manuscript says near a quotation that the word was the interviewer's first, or that it was asked."""
    text, passage = material.prose.manuscript.text, quotation.passage
    around = f"{material.claimed(quotation)} {text[passage.start : passage.end + 400]}"
    return _OURS.search(around) is not None or _ASKED.search(around) is not None


def says_yes_to(question: str, answer: str) -> bool:
    """Whether an answer is hardly more than a yes to a question that held the words."""
    return ASSENT.match(answer) is not None and _is_leading(question, answer)


def _question_before(transcript: Transcript, turn: Turn | None) -> Turn | None:
    if turn is None or turn.n < 2:
        return None
    before = transcript.turns[turn.n - 2]
    return before if before.is_asking else None


def _is_a_yes(transcript: Transcript, turn: Turn) -> bool:
    return not turn.is_asking and ASSENT.match(transcript.text, turn.words, turn.end) is not None


def _is_leading(question: str, answer: str) -> bool:
    """Whether the answer adds little to what the question held: a leading question, or one whose words come back."""
    asked = {stem_of(word.form) for word in words_in(question)}
    bare = ASSENT.sub("", answer, count=1)
    own = [w.form for w in words_in(bare) if w.form not in _COMMON and not ASSENT.match(w.form)]
    new = [form for form in own if stem_of(form) not in asked]
    if len(new) > _FEW_OWN_WORDS:
        return False
    return LEADING.search(question) is not None or (bool(own) and len(new) <= len(own) / 2)


def _is_printed(material: Material, quotation: Quotation, question: str) -> bool:
    """Whether the manuscript prints the question too, or says that it was put."""
    text = material.prose.manuscript.text
    around = text[max(quotation.passage.start - 600, 0) : quotation.passage.end + 200].casefold()
    asked = [word.form for word in words_in(question)]
    shown = [word.form for word in words_in(around)]
    runs = {tuple(shown[at : at + 4]) for at in range(len(shown) - 3)}
    return any(tuple(asked[at : at + 4]) in runs for at in range(len(asked) - 3)) or _ASKED.search(around) is not None
