"""Kinds of words that the review tells apart: negations, hedges, fillers, assent, certainty, perception."""

from __future__ import annotations

import re


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written with blanks between them."""
    return frozenset(listed.split())


def phrases(listed: str, before: str = r"\b", after: str = r"\b") -> re.Pattern[str]:
    """A pattern for any of the expressions of a list with " / " between them; apostrophes of any shape, or none."""
    each = [" ".join(one.split()) for one in listed.split(" / ")]
    inside = "|".join(one for one in each if one).replace("'", "['’]?")
    return re.compile(f"{before}(?:{inside}){after}", re.IGNORECASE)


NEGATIONS = words(
    """not no never none nobody nothing nowhere neither nor without hardly barely scarcely cannot dont didnt doesnt
    isnt arent wasnt werent wont wouldnt couldnt shouldnt cant havent hasnt hadnt aint mustnt neednt"""
)
"""Words that turn a statement round, as they are compared."""

AMOUNTS = words(
    """always never all every everyone everybody most many some few several often sometimes rarely seldom usually
    only any more less least both half mostly completely totally must should may might could can will would"""
)
"""Words that say how much, how often or how surely."""

FILLERS = words("um er erm uh mm mmm hmm ah oh eh uhm umm ehm hm mhm ähm äh")
"""Sounds that transcripts may hold and quotations may leave out."""

CHATTER = words(
    "you know like well yeah so just right okay ok mean i really actually basically anyway and but then kind sort of"
)
"""Words of talk that are tidied away without changing what is said; left out, they are worth a look and no more."""

SMALL = words("a an the that which who of to in on at for with and or is was are were be been it its this these those")
"""Words whose change rarely changes what is said."""

STRONG_HEDGES = phrases(
    """maybe / perhaps / probably / possibly / might(?: have| be)?
    / not (?:really |quite |entirely |that )?(?:sure|certain) / i suppose / i guess
    / i don't know (?:if|whether) / i imagine / could have been / i can't say for (?:sure|certain)
    / occasionally / once or twice / it may (?:be|have)"""
)
"""Hedges that change a statement when they go."""

HEDGED = phrases(
    """maybe / perhaps / probably / possibly / might / not (?:really |quite |entirely |that )?(?:sure|certain)
    / i suppose / i guess / i don't know (?:if|whether) / could have been / it may / seems? to / seemed
    / it felt (?:like|as if) / (?:i|we) felt / felt (?:like|as if) / i can't say / sometimes / now and then
    / in some ways / a bit"""
)
"""How people say that they are not certain, that it is how it felt, or that it is not always so."""

CERTAIN = phrases(
    r"""prove[sdn]? / show(?:s|ed|n)? that / demonstrat\w+ / clearly / always / never / certainly / undoubtedly
    / without exception / invariably / evident(?:ly)? / caused / causes / led to / leads to / result(?:s|ed) in
    / ensure[sd]? / definite(?:ly)? / all of the / no doubt / established that / confirm(?:s|ed)
    / obvious(?:ly)? / in fact / in all cases / every (?:time|case|worker|team|client|manager|site)"""
)
"""Words by which a claim says that something is so beyond doubt."""

PERCEIVED = phrases(
    r"""perceiv\w+ / perception\w* / perceptions? / felt / feel(?:s|ing)? / saw / see[ns]? / seeing / thought
    / think(?:s|ing)? / believ\w+ / view(?:s|ed)? / said / say(?:s|ing)? / told / report(?:s|ed|ing)?
    / describ\w+ / accord\w+ to / in (?:\w+ ){1,3}(?:view|views|eyes|opinion|words|experience) / allege\w*
    / seem(?:s|ed|ingly)? / appear(?:s|ed|ing)? / suggest\w* / explain\w* / recall\w* / claim(?:s|ed|ing)?
    / accounts? / accounted / experienc\w+ / impression\w* / argu\w+ / observ\w+ / comment\w* / complain\w*
    / mention\w* / talk(?:s|ed|ing)? / spoke / speak\w* / stress\w* / emphasi\w+ / consider\w*
    / regard(?:s|ed|ing)? / understood / sens(?:e|ed|ing) / express\w* / note[ds]? / reflect\w* / recount\w*
    / remember\w* / voiced? / interpret\w* / apparently / reported(?:ly)? / supposed(?:ly)?
    / for (?:this|one|some) \w+"""
)
"""Wordings that say whose view something is."""

SPEECH = phrases(
    r"""said / says / told / explained / explains / put it / recalled / described / describes / remembered
    / commented / noted / added / reported / stated / remarked / observed / reflected / complained / admitted
    / felt / thought / argued / suggested / asked / replied / spoke of / called / according to / words of
    / in the words / quoted / expressed / mentioned / insisted / summed / summarised / talked / pointed out
    / as one / captured / voiced / agreed / concluded / joked / laughed / warned / wondered / believed / saying
    / explaining / describing / recalling / adding"""
)
"""Verbs by which a sentence says that somebody spoke."""

ASSENT = phrases(
    r"""yes / yeah / yep / definitely / absolutely / exactly / totally / of course
    / i (?:do|did|would|suppose so|guess so) / that's (?:right|true|it) / very much(?: so)? / completely
    / certainly / i agree / it (?:is|was|does|did) / sure / right / true / no,? (?:not really|never|not at all)""",
    before=r"\s*(?:\[[^\]]*\]\s*)?(?:oh,?\s+|well,?\s+|mm+,?\s+|um,?\s+)?",
)
"""How somebody says yes to what was put to them, at the beginning of a turn."""

LEADING = phrases(
    r"""so (?:would you say|you're|you'd|it's|that's|they|you (?:feel|felt|think|thought|were|are|must))
    / would it be (?:fair|right) to say / don't you (?:think|feel|find) / is it fair to say
    / isn't it fair to say
    / (?:isn|wasn|aren|weren|don|didn|doesn|wouldn|couldn|haven|hasn)'t (?:it|that|they|you|he|she|there)
    / do you agree / would you agree / you'd agree / presumably / surely
    / i (?:assume|imagine|take it|suppose) (?:that )?you / so you're saying / must (?:be|have|feel)
    / wouldn't you say / (?:right|correct|yes|no)\?\s*$ / would you say""",
    after="",
)
"""Questions that carry their answer."""
