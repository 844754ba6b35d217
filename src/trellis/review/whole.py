"""A whole review: quotations found, every rule asked, waivers applied, remarks put in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from trellis.core.document import Notice
from trellis.core.manuscript import Manuscript
from trellis.core.review import Remark, Review, Seen, Silent, in_order
from trellis.review import (
    arithmetic,
    blocks,
    certainty,
    claimed_rounds,
    claims,
    coinciding,
    comparisons,
    disclosing,
    everywhere,
    heard,
    hearsay,
    limits,
    measures,
    methods,
    named_lists,
    names_left,
    nearby,
    numbered_references,
    numbering,
    own_words,
    parts,
    patterns,
    percentages,
    placing,
    quantifiers,
    reach,
    references,
    retold,
    reuse,
    shares,
    speakers,
    spread,
    stages,
    summarised,
    tables,
    unheard,
    verbatim,
    waves,
    wholes,
)
from trellis.review.attributions import Lexicon
from trellis.review.matching import Finder
from trellis.review.material import Material, Settings, Waiver
from trellis.review.naming import own_names
from trellis.review.people import Sample
from trellis.review.prose import Prose
from trellis.review.quotations import Quotation, QuotationFinder
from trellis.review.transcripts import Corpus, Transcript

Rule = Callable[[Material], Iterator[Remark]]

RULES: tuple[Rule, ...] = (
    verbatim.verbatim,
    verbatim.spliced,
    speakers.attributed,
    placing.placed_elsewhere,
    patterns.patterned,
    patterns.unnamed,
    certainty.hedge_lost,
    certainty.cut_off,
    limits.cut_short,
    certainty.prompted,
    certainty.not_of_own_accord,
    own_words.bare_yes,
    own_words.brought_in,
    nearby.seldom,
    nearby.numbers_told,
    nearby.denied,
    nearby.kept_out,
    reuse.reused,
    claims.second_hand,
    claims.one_as_many,
    hearsay.hearsay,
    claims.off_scope,
    claims.one_sided,
    coinciding.confounded,
    coinciding.changed_between,
    comparisons.confounded_values,
    comparisons.nothing_beside,
    comparisons.against_others,
    comparisons.by_silence,
    comparisons.concluded_of_one,
    waves.of_another_round,
    waves.in_every_round,
    waves.seen_once,
    waves.asked_in_one_round,
    claimed_rounds.told_of_another_round,
    quantifiers.unbased,
    summarised.otherwise,
    summarised.paired_otherwise,
    named_lists.listed_in_brackets,
    named_lists.listed_in_notes,
    everywhere.groups_everywhere,
    everywhere.kinds_everywhere,
    heard.single_voice,
    heard.missing,
    heard.dominant,
    heard.consent,
    disclosing.disclosed,
    disclosing.described,
    names_left.names_left,
    arithmetic.counted,
    arithmetic.kinds_of_group,
    arithmetic.added_up,
    wholes.of_whole,
    wholes.larger_parts,
    shares.of_bases_before,
    shares.beside_a_part,
    parts.counted_off,
    parts.listed,
    percentages.shares_told,
    percentages.without_base,
    retold.counted_twice,
    retold.rows_counted,
    arithmetic.inside,
    arithmetic.one_round_counted,
    arithmetic.later_wave,
    measures.lasted,
    measures.dated,
    measures.aged,
    measures.shares_of_people,
    spread.spread_over_values,
    spread.spread_over_months,
    spread.beyond_the_last,
    tables.summed,
    blocks.blocks_summed,
    tables.shared,
    tables.against_sheet,
    tables.hidden,
    tables.unkeyed,
    unheard.unheard,
    unheard.motives,
    unheard.outside_claims,
    reach.caused,
    reach.widened,
    methods.unsaid,
    methods.inferred,
    references.missing_references,
    numbered_references.missing_numbers,
    numbering.counted_off,
    numbering.announced,
    stages.stages_named,
    numbering.tables_and_figures,
    numbering.sections_named,
    numbering.fewer_than_said,
    numbering.notes_left_in,
)
"""Every rule that a manuscript alone can answer."""


def material_of(
    manuscript: Manuscript, transcripts: Sequence[Transcript], sample: Sample, settings: Settings
) -> Material:
    """What the rules look at: quotations found and looked up, attributions read."""
    prose, finder = Prose(manuscript), Finder(Corpus.of(transcripts))
    lexicon = Lexicon(sample, own_names(manuscript, sample))
    quotations = QuotationFinder(prose, finder, lexicon).quotations()
    return Material(prose, finder, sample, lexicon, quotations, settings)


def review_of(
    manuscript: Manuscript,
    transcripts: Sequence[Transcript],
    sample: Sample,
    settings: Settings,
    *,
    notices: Sequence[Notice] = (),
) -> Review:
    """The review of a manuscript. Without people in the sample, questions about people keep quiet and say so."""
    material = material_of(manuscript, transcripts, sample, settings)
    remarks = [remark for rule in RULES for remark in rule(material)]
    return Review(
        manuscript.name,
        len(manuscript.text.split()),
        len(transcripts),
        len(sample.people),
        settings.k,
        in_order(waived(remarks, settings.waivers)),
        tuple(_seen(material, quotation) for quotation in material.quotations),
        tuple(_silent(material)),
        tuple(notices),
    )


def waived(remarks: Iterable[Remark], waivers: Sequence[Waiver]) -> Iterator[Remark]:
    """The remarks, those that a waiver names with its reason: by key, or by check and words of a spot."""
    for remark in remarks:
        reason = next((waiver.reason for waiver in waivers if _is_waived(remark, waiver)), "")
        yield replace(remark, waived=reason) if reason else remark


def _is_waived(remark: Remark, waiver: Waiver) -> bool:
    if waiver.check == remark.key:
        return True
    words = " ".join(waiver.words.split()).casefold()
    return waiver.check == remark.check and (not words or any(words in spot.words.casefold() for spot in remark.spots))


def _seen(material: Material, quotation: Quotation) -> Seen:
    attribution = " ".join(quotation.ascribed.attribution.written.split()) if quotation.ascribed.is_explicit else ""
    reading = material.likeliest(quotation)
    if reading is None:
        return Seen(material.spot(quotation), attribution, "not found", "", None, "")
    placed = reading.placed[0]
    several = len(quotation.readings) > 1
    words = material.source_words(placed)
    outcome = f"found in {len(quotation.readings)} places" if several else "found"
    return Seen(material.spot(quotation), attribution, outcome, words.source, words.turn, words.speaker)


_PEOPLE_ASKED = (
    "attribution-mismatch",
    "attribution-not-in-sample",
    "evidence-off-scope",
    "second-hand",
    "contrast-one-sided",
    "quantifier-unbased",
    "single-voice",
    "voice-missing",
    "voice-dominant",
    "consent",
    "disclosure",
    "sample-arithmetic",
)


def _silent(material: Material) -> Iterator[Silent]:
    if not material.sample.people:
        yield from (Silent(check, "no sample sheet was given") for check in _PEOPLE_ASKED)
    if not material.quotations:
        yield Silent("verbatim-mismatch", "no quotations were found in the manuscript")
