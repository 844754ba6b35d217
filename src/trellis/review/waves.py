"""Whether what is told of a round belongs to it: words, people and questions of another one.

The checks are `attribution-mismatch`, `sample-arithmetic` and `wave-artefact`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from trellis.core.review import Level, Remark, Spot
from trellis.core.wording import stem_of, words_in
from trellis.review.attributions import Named
from trellis.review.counts import counts_in
from trellis.review.material import Material
from trellis.review.people import Interview
from trellis.review.prose import CITATION, SectionKind
from trellis.review.quotations import Quotation
from trellis.review.rounds import Round, mentioned, rounds_of, rows_of, seen_in
from trellis.review.word_kinds import NEGATIONS, SPEECH, phrases
from trellis.review.word_kinds import words as listed

_PROSE = (SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_TOLD = (SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_YEAR = re.compile(r"^[\s,(]*(?:in )?((?:19|20)\d\d)\b")
_OTHER_TIME = phrases("now / since / then / later / again / before / earlier / back / still / already / by then / both")
_ALL = re.compile(r"\b(?:all|each|every one|everybody|everyone)\b(?: of (?:them|these|those|the))?", re.IGNORECASE)
_GROUP = re.compile(
    r"\s*(?!Some|Several|Many|Most|Few|Two|Three)[A-Z]\w+(?: \w+)?s(?= were (?:heard|seen|interviewed)\b)"
)
"""A group that a sentence begins with and says something of without a number: "Tenants were seen twice"."""
_TWICE = re.compile(
    r"\b(?:(?:in|at|for|during) both (?:waves|rounds|times|points|interviews)|twice\b(?! as| a| the)"
    r"|(?:at|in) (?:the )?(?:first|one|baseline|referral)\b[^.;]{0,30}\bagain\b)",
    re.IGNORECASE,
)
_SEEN = phrases("interviewed / seen / heard / took part / spoken to / interviews? / participated / met")
_NOT_ALL = phrases("not / who / whom / of whom / those / only / some / except / but / apart from / where")
_ONCE = re.compile(
    r"\b(?:seen|interviewed|met|spoken to|who took part)\b(?: \w+){0,4}? (?P<only>only|once)\b", re.IGNORECASE
)
_SINCE = re.compile(
    r"\bhad (?:\w+ly )?(?:got|gotten|become|grown|changed|improved|worsened|gone|come)\b"
    r"|\bwas (?:now )?(?:a good deal |much |far )?"
    r"(?:better|worse)\b|\b(?:improved|worsened|changed|recovered)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:more|fewer|less|rather|better|worse|other|\w{3,}er)\b(?: \w+){0,3} than\b|\bno longer\b|\bany ?more\b"
    r"|\bhad (?:come|learn\w+|begun|started|stopped|turned|grown|become|got)\b|\b(?:rose|fell|grew|increased"
    r"|decreased|declined)\b"
    r"|\bturned to\b|\bcame to\b|\bhad (?:moved|shifted|risen|fallen)\b|\bhardly any\w*\b[^.;]{0,80}\band all\b",
    re.IGNORECASE,
)
_SAID_SO = phrases("asked / question\\w* / guides? / topics? / prompt\\w* / cannot / can not / compare\\w*")
_EVERYDAY = listed(
    """since about after before their there which would could should other others things something anything where while
    might because these those again still never always month months years times interview interviews anybody somebody
    people first second round waves really thing being doing having think thought going little quite"""
)
_FEWEST = 3
_HALF = 0.5
_LONG = 5


def of_another_round(material: Material) -> Iterator[Remark]:
    """Quotations that attribution or sentence places in another round, or year, than the interview's own."""
    rounds = rounds_of(material.sample)
    for quotation in material.quotations:
        rows = rows_of(material, quotation)
        said = _placed_elsewhere(material, quotation, rows, rounds) if rows else None
        if said is not None:
            told, level = said
            words = material.source_words(quotation.readings[0].placed[0])
            yield Remark("attribution-mismatch", level, told, (material.attribution_spot(quotation),), (words,), rank=8)


def _placed_elsewhere(
    material: Material, quotation: Quotation, rows: list[Interview], rounds: tuple[Round, ...]
) -> tuple[str, Level] | None:
    ascribed = quotation.ascribed
    if ascribed.is_explicit and not any(
        ascribed.attribution.fits(material.sample, n) for n in material.heard(quotation)
    ):
        return None  # somebody else's words: that is asked already
    head = rounds[0].attribute if rounds else ""
    own = {row.of(head) for row in rows} if rounds else set()
    named = {
        v for each in ascribed.attribution.named if ascribed.is_explicit and each.attribute == head for v in each.values
    }
    if named and "" not in own and not named & own:
        return _told(ascribed.attribution.written, own), Level.WRONG
    year = (
        _YEAR.match(material.prose.manuscript.text[ascribed.end : ascribed.end + 12]) if ascribed.is_explicit else None
    )
    years = {row.date[0] for row in rows if row.date}
    if year and years and int(year[1]) not in years:
        return _told(year[1], {str(each) for each in years}), Level.WRONG
    sentence = _round_of_sentence(material, quotation, rounds) if not named and "" not in own else None
    if sentence is not None and sentence.value not in own:
        return _told(sentence.value, own), Level.SAY_WHY
    return None


def _told(written: str, own: set[str]) -> str:
    there = " ".join(written.split())
    there_is = ", ".join(sorted(f"wave {each}" if re.fullmatch(r"\d", each) else each for each in own))
    return f"The text places the words at “{there}”; they are from the interview of {there_is}."


def _round_of_sentence(material: Material, quotation: Quotation, rounds: tuple[Round, ...]) -> Round | None:
    """The one round in which the sentence says that somebody said the words."""
    if quotation.claim is None or not rounds or quotation.start < quotation.claim.start:
        return None
    whole = material.authors_words(quotation.claim)
    clause = whole.rfind(";", 0, quotation.start - quotation.claim.start) + 1
    words = whole[clause:]
    found = mentioned(rounds, words)
    before = words[: quotation.start - quotation.claim.start - clause]
    if len(found) != 1 or found[0][2] > len(before):
        return None
    lead, behind = before[: found[0][1]], before[found[0][2] :].rstrip(" :")
    if re.search(r"[;:]", behind) or SPEECH.search(behind) is None:
        return None
    if _OTHER_TIME.search(f"{lead} … {behind}") or re.search(r"\bhad\b", lead):
        return None
    return found[0][0]


def in_every_round(material: Material) -> Iterator[Remark]:
    """Sentences that say of all of a group that they were interviewed in both rounds, where the sheet has fewer."""
    rounds = rounds_of(material.sample)
    if len(rounds) < 2:
        return
    for sentence in material.sentences(*_PROSE):
        words = material.authors_words(sentence)
        both = _of_both(words, rounds)
        every = next((m for m in _ALL.finditer(words) if both and m.end() <= both.start()), None)
        every = every or (_GROUP.match(words) if both else None)
        if both is None or every is None or CITATION.search(words) or not _SEEN.search(words):
            continue
        lead = words[: every.start()].casefold().rstrip()
        if _NOT_ALL.search(words[every.end() : both.start()]) or lead.endswith(("not", "nearly", "almost")):
            continue
        counts = [count for count in counts_in(material, words) if every.start() <= count.start < both.start()]
        named = counts[-1].named if counts else _group(material, words, every)
        spot = material.prose.spot(sentence.start + every.start(), sentence.start + both.end())
        yield from _against_rounds(material, spot, named, (counts[-1].n if counts else 0, rounds))


def _group(material: Material, words: str, every: re.Match[str]) -> tuple[Named, ...]:
    """The group that a sentence begins with, where it is said to be all of it."""
    found = (each for each, at in material.lexicon.mentions(words) if every.start() <= at < every.end())
    return tuple(each for each in found if each.attribute in material.role_attributes)[:1]


def _of_both(words: str, rounds: tuple[Round, ...]) -> re.Match[str] | None:
    found = _TWICE.search(words)
    if found is not None:
        return found
    spots = sorted(mentioned(rounds, words), key=lambda each: each[1])
    if len({each.n for each, _, _ in spots}) < 2 or "again" not in words[spots[0][2] : spots[-1][1]]:
        return None
    return re.compile(re.escape(words[spots[0][1] : spots[-1][2]])).search(words, spots[0][1])


def _against_rounds(
    material: Material, spot: Spot, named: tuple[Named, ...], told: tuple[int, tuple[Round, ...]]
) -> Iterator[Remark]:
    n, rounds = told
    people = [
        at
        for at, person in enumerate(material.sample.people)
        if all(each.values & set(person.of(each.attribute)) for each in named)
    ]
    twice = seen_in(material.sample, people, rounds[:2])
    if not people or twice == len(people):
        return
    said = f"The text says that all were interviewed in both rounds; in the sheet {twice} of {len(people)} were."
    level = Level.WRONG if named and n == len(people) else Level.SAY_WHY
    yield Remark("sample-arithmetic", level, said, (spot,), rank=6)


def seen_once(material: Material) -> Iterator[Remark]:
    """A change told of somebody whom the same sentence says was seen in one round only."""
    rounds = rounds_of(material.sample)
    for sentence in material.sentences(*_TOLD):
        words = material.authors_words(sentence)
        once = _ONCE.search(words)
        change = _SINCE.search(words, once.end()) if once else None
        if once is None or change is None or CITATION.search(words):
            continue
        if NEGATIONS & {word.form for word in words_in(words)} or SPEECH.search(words[once.end() : change.start()]):
            continue
        if not (mentioned(rounds, words) or re.search(r"\bsince\b", words)):
            continue
        said = "A change is told of somebody who, by the same sentence, was interviewed once."
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("wave-artefact", Level.SAY_WHY, said, (spot,), rank=6)


def asked_in_one_round(material: Material) -> Iterator[Remark]:
    """Changes between rounds in something that interviewers asked about in one of the rounds only."""
    rounds = rounds_of(material.sample)
    asked: tuple[_Asked, _Asked] | None = None
    for sentence in material.sentences(*_TOLD) if len(rounds) > 1 else ():
        words = material.authors_words(sentence)
        change = _CHANGE.search(words)
        if change is None or not mentioned(rounds, words) or CITATION.search(words) or _SAID_SO.search(words):
            continue
        asked = asked or (_asked(material, rounds[0]), _asked(material, rounds[-1]))
        forms = [w.form for w in words_in(words) if len(w.form) >= _LONG and w.form not in _EVERYDAY]
        only = next((form for form in forms if _is_one_sided(_stem(form), *asked)), "")
        if not only:
            continue
        there = rounds[-1] if asked[1].get(_stem(only), 0.0) >= _HALF else rounds[0]
        said = f"A change between rounds is told of; interviewers spoke of “{only}” in one only ({there.value})."
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("wave-artefact", Level.SAY_WHY, said, (spot,), rank=6)


_Asked = dict[str, float]


def _asked(material: Material, of: Round) -> _Asked:
    """For each stem, the share of a round's interviews in which interviewers said it; nothing of too few."""
    names = {
        source.casefold().rpartition(".")[0] or source.casefold()
        for person in material.sample.people
        for row in person.interviews
        if row.of(of.attribute) == of.value
        for source in row.sources
    }
    found = [t for t in material.finder.corpus.transcripts if partial(_is_one, names)(t.name)]
    counts: dict[str, int] = {}
    for transcript in found:
        forms = {
            _stem(word.form)
            for turn in transcript.turns
            if turn.is_asking
            for word in words_in(transcript.text, turn.words, turn.end)
        }
        for stem in forms:
            counts[stem] = counts.get(stem, 0) + 1
    return {stem: n / len(found) for stem, n in counts.items()} if len(found) >= _FEWEST else {}


def _stem(form: str) -> str:
    """A word's stem, that of "crises" being that of "crisis"."""
    return stem_of(f"{form[:-2]}is" if form.endswith(("ises", "yses")) else form)


def _is_one(names: set[str], name: str) -> bool:
    return name.casefold() in names or name.casefold().rpartition(".")[0] in names


def _is_one_sided(stem: str, first: _Asked, last: _Asked) -> bool:
    if not first or not last:
        return False
    shares = first.get(stem, 0.0), last.get(stem, 0.0)
    return max(shares) >= _HALF and min(shares) == 0
