"""Whether quotations are what was said: `verbatim-mismatch`, `quotation-spliced`, `hedge-lost` inside them."""

from __future__ import annotations

from collections.abc import Iterator

from trellis.core.review import Level, Remark, SourceWords
from trellis.core.wording import words_in
from trellis.review.differences import Difference, Gap, Weight, differences, gaps
from trellis.review.limits import is_told, limit_in
from trellis.review.material import Material
from trellis.review.quotations import Quotation

_SHOWN = 4
_OUTWEIGHED = 0.7
"""Share of a place's words that must be printed as they are for the place to be called the quotation's source."""


def verbatim(material: Material) -> Iterator[Remark]:
    """Quotations that stand nowhere, or whose words differ from their source without a mark that says so."""
    for quotation in material.quotations:
        if not quotation.readings:
            yield from _found_nowhere(material, quotation)
            continue
        kept = min((_differences(material, quotation, n) for n in range(len(quotation.readings))), key=_sum)
        yield from _changed(material, quotation, kept)


def _differences(material: Material, quotation: Quotation, n: int) -> tuple[int, list[tuple[SourceWords, Difference]]]:
    text = material.prose.manuscript.text
    found = [
        (material.source_words(placed, difference.told()), difference)
        for placed in quotation.readings[n].placed
        for difference in differences(material.finder, text, placed)
        if not _is_said_to_go(material, difference)
    ]
    return n, found


def _is_said_to_go(material: Material, difference: Difference) -> bool:
    """Whether only words are gone that the paper says it leaves out without a mark."""
    gone = {word.form for word in words_in(difference.source)}
    return difference.weight is Weight.TALK and not difference.printed and gone <= material.left_unmarked


def _sum(found: tuple[int, list[tuple[SourceWords, Difference]]]) -> tuple[int, int]:
    return sum(2 if difference.weight is Weight.SENSE else 1 for _, difference in found[1]), found[0]


def _found_nowhere(material: Material, quotation: Quotation) -> Iterator[Remark]:
    if material.finder.corpus.is_empty:
        return
    near = quotation.nearest
    sources = (material.source_words(near, "the nearest words"),) if near is not None else ()
    said = "These words are printed as somebody's and stand in none of the transcripts."
    yield Remark("verbatim-mismatch", Level.WRONG, said, (material.spot(quotation),), sources, rank=9)


def _changed(
    material: Material, quotation: Quotation, kept: tuple[int, list[tuple[SourceWords, Difference]]]
) -> Iterator[Remark]:
    found = kept[1]
    lost = quotation.readings[kept[0]].lost
    weighty = [(words, difference) for words, difference in found if difference.weight is not Weight.TALK]
    told = [difference.told() for _, difference in weighty or found]
    text = material.prose.manuscript.text
    told += [
        f"“{' '.join(text[piece.start : piece.end].split())}” stands nowhere" for piece in lost if len(piece.words) > 1
    ]
    if not told:
        return
    changes_sense = any(difference.weight is Weight.SENSE for _, difference in found)
    tells = bool(weighty) or any(len(piece.words) > 1 for piece in lost)
    level = Level.WRONG if changes_sense or (len(lost) > 0 and tells) else Level.SAY_WHY if tells else Level.LOOK
    rest = f"; and {len(told) - _SHOWN} more" if len(told) > _SHOWN else ""
    said = f"The words differ from the transcript: {'; '.join(told[:_SHOWN])}{rest}."
    sources = tuple(dict.fromkeys(words for words, _ in weighty or found))[:2]
    yield Remark("verbatim-mismatch", level, said, (material.spot(quotation),), sources, rank=8 if changes_sense else 5)


def spliced(material: Material) -> Iterator[Remark]:
    """Pieces joined by an ellipsis, or by nothing, that do not belong together, or that lose a "not" between them."""
    for quotation in material.quotations:
        found = [_joins(material, quotation, n) for n in range(len(quotation.readings))]
        if found and all(found):
            fewest = found[min(range(len(found)), key=lambda n: len(found[n]))]
            worst = sorted(fewest, key=lambda remark: remark.level is not Level.WRONG)
            yield from {remark.check: remark for remark in reversed(worst)}.values()


def _joins(material: Material, quotation: Quotation, n: int) -> list[Remark]:
    reading = quotation.readings[n]
    made: list[Remark] = []
    for gap in gaps(material.finder, reading.placed, reading.cuts):
        said, level, check = _told(gap)
        if said and level is not None:
            ends = (material.source_words(gap.before, "before"), material.source_words(gap.after, "after"))
            sources = ends if ends[0].words != ends[1].words else ends[:1]
            made.append(Remark(check, level, said, (material.spot(quotation),), sources, rank=8))
        elif gap.is_marked and (dropped := limit_in(gap.between)) and not is_told(material.claimed(quotation), dropped):
            said = f"The ellipsis drops “{_short(dropped)}”, which limits the words beside it."
            words = (material.source_words(gap.before),)
            made.append(Remark("quotation-spliced", Level.SAY_WHY, said, (material.spot(quotation),), words, rank=6))
    return made + _over_turns(material, quotation, n)


def _told(gap: Gap) -> tuple[str, Level | None, str]:
    """What is to be said of a gap, how much it matters, and which check it answers; "" for nothing."""
    mark = "The ellipsis" if gap.is_marked else "Nothing marks the gap, which"
    check = "quotation-spliced"
    if gap.words is None:
        apart = gap.before.transcript != gap.after.transcript
        where = "from different transcripts" if apart else "that stand in the other order in the transcript"
        return f"{mark} joins words {where}.", Level.WRONG, check
    if gap.negation:
        return f"{mark} drops “{gap.negation}”: the transcript has “{_short(gap.words)}” there.", Level.WRONG, check
    if gap.limit:
        said = (
            f"{mark} drops “{gap.limit}” and makes one sentence of two: the transcript has “{_short(gap.words)}” there."
        )
        return said, Level.WRONG, check
    if gap.crosses:
        skipped = f", and skips “{_short(gap.words)}”" if gap.words else ""
        return f"{mark} joins words from different turns{skipped}.", Level.SAY_WHY, check
    if gap.hedge:
        return f"{mark} drops “{gap.hedge}”, so that the words sound surer than they were.", Level.SAY_WHY, "hedge-lost"
    if not gap.is_marked and gap.words:
        return f"Words are left out without a mark: “{_short(gap.words)}”.", Level.WRONG, check
    return "", None, check


def _over_turns(material: Material, quotation: Quotation, n: int) -> list[Remark]:
    """A piece without any ellipsis that runs over the words of more than one voice."""
    made = []
    for placed in quotation.readings[n].placed:
        transcript = material.finder.transcript(placed)
        first, last = transcript.turn_at(placed.start), transcript.turn_at(placed.end - 1)
        if first is None or last is None or first.n == last.n:
            continue
        voices = {turn.voice for turn in transcript.turns[first.n - 1 : last.n]}
        if len(voices) > 1:
            said = "The quotation runs over the turns of several voices as if one had spoken."
            words = material.source_words(placed)
            made.append(Remark("quotation-spliced", Level.WRONG, said, (material.spot(quotation),), (words,), rank=8))
    return made


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 90 else f"{flat[:60]} … {flat[-25:]}"
