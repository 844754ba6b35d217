"""Whether quotations are ascribed to those who spoke: `attribution-mismatch` and `attribution-not-in-sample`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.review.ascribing import Place
from trellis.review.attributions import ROLE_NOUNS, Attribution, Named
from trellis.review.matching import MOST_PLACES
from trellis.review.material import Material
from trellis.review.people import tokens_of
from trellis.review.quotations import Quotation
from trellis.review.word_kinds import phrases

_FEWEST_WORDS = 6
_BEFORE = 8
_FEWEST_NAMES = 5
_MOSTLY = 0.7
_NAME_FIRST = re.compile(r"\s*([A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ]+)?)\s*[,;:–-]")
_REPORTS = phrases("said / says / say / told / goes / went / asked / wrote / called / read / put / go")


def attributed(material: Material) -> Iterator[Remark]:
    """Quotations that the interviewer said, that somebody else said, or whose attribution fits nobody in the sample."""
    for quotation in material.quotations:
        found = (
            _interviewers(material, quotation) or _nobodys(material, quotation) or _somebody_elses(material, quotation)
        )
        if found is not None:
            yield found


def _interviewers(material: Material, quotation: Quotation) -> Remark | None:
    """The interviewer's words as the participant's: no place has them in anybody else's turn."""
    turns = [material.finder.turn(placed) for reading in quotation.readings for placed in reading.placed]
    if not turns or not all(turn is not None and turn.is_asking for turn in turns):
        return None
    is_short = not quotation.ascribed.is_explicit and quotation.length < _FEWEST_WORDS
    said = "These are the interviewer's words, printed as a participant's."
    words = material.source_words(quotation.readings[0].placed[0])
    level = Level.LOOK if is_short else Level.WRONG  # a term of the authors may have been the interviewer's too
    return Remark("attribution-mismatch", level, said, (material.spot(quotation),), (words,), rank=9)


def _nobodys(material: Material, quotation: Quotation) -> Remark | None:
    """An attribution that fits nobody in the sample, by its number, its combination, or a noun that nobody has."""
    attribution = quotation.ascribed.attribution
    if not material.sample.people or not quotation.ascribed.is_explicit:
        return None
    why, level = _misfit(material, attribution)
    if not why and (stranger := _stranger(material, attribution)):
        why, level = f"nobody is called “{stranger}”", Level.WRONG
    if not why:
        return None
    who = material.heard(quotation)
    sources = (material.source_words(quotation.readings[0].placed[0]),) if who else ()
    said = f"The attribution “{_flat(attribution.written)}” fits nobody in the sample: {why}."
    spots = (material.attribution_spot(quotation),)
    return Remark("attribution-not-in-sample", level, said, spots, sources, rank=7)


def _misfit(material: Material, attribution: Attribution) -> tuple[str, Level]:
    if attribution.missing:
        return f"nobody is called “{attribution.missing}”", Level.WRONG
    is_member = attribution.unknown == ("member",) and bool(attribution.named)  # "staff member", "team member"
    if attribution.unknown and not is_member and not _explained(material, attribution):
        return f"no row has a “{attribution.unknown[0]}”", Level.SAY_WHY
    if _names_several(attribution):
        return "", Level.LOOK
    if (attribution.named or attribution.people) and not attribution.fitting(material.sample):
        if attribution.people:
            names = ", ".join(material.told(person) for person in sorted(attribution.people))
            return f"the sample has {names}", Level.WRONG
        parts = " and ".join(f"{named.attribute} “{named.written}”" for named in attribution.named)
        return f"no row has {parts} together", Level.WRONG
    return "", Level.LOOK


def _names_several(attribution: Attribution) -> bool:
    """Whether two groups of one kind are joined ("managers and staff"), so that nobody is of both."""
    kinds = [named.attribute for named in attribution.named]
    return len(kinds) > len(set(kinds)) and re.search(r"\b(?:and|or)\b|[/&]", attribution.written) is not None


def _stranger(material: Material, attribution: Attribution) -> str:
    """The name before a role, where nearly all attributions have names of the sample and this one's is nobody's."""
    first = _NAME_FIRST.match(attribution.written)
    if first is None or attribution.people or not attribution.named:
        return ""
    name = first[1]
    read = material.lexicon.read(name)
    values = " ".join(value for each in material.sample.values.values() for value in each).casefold()
    if not read.is_empty or not read.rest or name.casefold() in values:
        return ""
    explicit = [q.ascribed.attribution for q in material.quotations if q.ascribed.is_explicit]
    named = sum(bool(each.people) and _NAME_FIRST.match(each.written) is not None for each in explicit)
    return name if named >= _FEWEST_NAMES and named >= _MOSTLY * len(explicit) else ""


def _explained(material: Material, attribution: Attribution) -> bool:
    """Whether the unknown noun is another word for what the named person is ("Dan, worker"), not a role of its own."""
    return bool(attribution.people) and len(attribution.unknown) == 1 and not material.lexicon.has_roles


def _somebody_elses(material: Material, quotation: Quotation) -> Remark | None:
    """An attribution that fits somebody, and nobody among those in whose turns the words stand."""
    sample, ascribed = material.sample, quotation.ascribed
    heard = material.heard(quotation)
    if len(quotation.readings) >= MOST_PLACES:
        return None  # a "yeah": it stands in more places than were looked at
    if not heard or not sample.people or not is_known_everywhere(material, quotation):
        return None
    if ascribed.place is Place.SENTENCE:
        if not ascribed.is_told or _told_fits(material, quotation, heard) or is_reported(material, quotation):
            return None
        level, written = Level.SAY_WHY, f"{_named_there(material, quotation)} by their sentence"
    else:
        if not (ascribed.attribution.people or ascribed.attribution.named):
            return None
        if any(ascribed.attribution.fits(sample, person) for person in heard):
            return None
        level, written = Level.WRONG, f"“{_flat(ascribed.attribution.written)}”"
    names = "; ".join(material.told(person) for person in sorted(heard)[:3])
    said = f"The words are ascribed to {written}, and were said by {names}."
    words = material.source_words(quotation.readings[0].placed[0])
    return Remark("attribution-mismatch", level, said, (material.attribution_spot(quotation),), (words,), rank=9)


def _named_there(material: Material, quotation: Quotation) -> str:
    """Whom the sentence of a quotation gives it to, in its own words."""
    people = [material.sample.people[person].name for person in sorted(quotation.ascribed.tellers_by_name)]
    written = people or list(dict.fromkeys(named.written for named in quotation.ascribed.tellers))
    return " or ".join(f"“{each}”" for each in written[:3])


def is_known_everywhere(material: Material, quotation: Quotation) -> bool:
    """Whether it is known who speaks at every place where the words stand: else somebody unknown may be meant."""
    turns = [material.finder.turn(placed) for reading in quotation.readings for placed in reading.placed]
    return all(turn is not None and (turn.person is not None or turn.is_asking) for turn in turns)


def _told_fits(material: Material, quotation: Quotation, heard: frozenset[int]) -> bool:
    """Whether somebody who spoke fits whom the sentence mentions, or the sentence says of nobody that they speak."""
    ascribed = quotation.ascribed
    if ascribed.attribution.people & heard or ascribed.tellers_by_name:
        return bool(ascribed.attribution.people & heard)
    if not any(_is_group(material, named) for named in ascribed.tellers):
        return True
    return any(_is_one(material, named, heard) for named in ascribed.told if _is_group(material, named))


def _is_group(material: Material, named: Named) -> bool:
    """Whether words mean people by what they are, and no place or time."""
    return named.attribute in material.role_attributes and bool(ROLE_NOUNS & set(tokens_of(named.written)))


def _is_one(material: Material, named: Named, heard: frozenset[int]) -> bool:
    """Whether somebody of those heard is in a group, or is called by its noun where it is one word ("manager")."""
    if named.values & material.values_of(heard, named.attribute):
        return True
    noun = tokens_of(named.written)
    known = (
        tokens_of(value) for attribute in material.role_attributes for value in material.values_of(heard, attribute)
    )
    return len(noun) == 1 and any(noun[0] in value for value in known)


def is_reported(material: Material, quotation: Quotation) -> bool:
    """Whether the speaker tells what somebody else said: the transcript says so right before the words."""
    for reading in quotation.readings:
        placed = reading.placed[0]
        turn = material.finder.turn(placed)
        before = material.finder.transcript(placed).text[turn.words if turn else 0 : placed.start]
        if _REPORTS.search(" ".join(_leading(before).split()[-_BEFORE:])):
            return True
    return False


def _leading(before: str) -> str:
    """What leads to some words: the beginning of their sentence; where they begin one, the sentence before."""
    sentences = [part for part in re.split(r"(?<=[.?!])\s+", before) if part.strip()]
    return sentences[-1] if sentences else ""


def _flat(words: str) -> str:
    return " ".join(words.split())
