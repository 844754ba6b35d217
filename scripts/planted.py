"""What `check_planted.py` counts: the pairs of papers, and for each fault the check that could find it.

The tables were written from the keys before anybody looked at what the check finds in a pair. Where a check was made
later for what none had asked, the faults of that kind were added then: what a first look found is told of the tables
that it had.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from planted_fourth import PEER_4, PEER_4_ALSO, PEER_4_FOLLOWS, ROLES_4, ROLES_4_ALSO, ROLES_4_FOLLOWS
from planted_third import PEER_3, PEER_3_ALSO, ROLES_3, ROLES_3_ALSO

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "src" / "trellis" / "examples"
SECOND = ROOT / "examples" / "second-papers"
THIRD = ROOT / "examples" / "third-papers"
FOURTH = ROOT / "examples" / "fourth-papers"

Expected = dict[str, tuple[str, str]]
Also = dict[str, tuple[str, ...]]

ROLES: Expected = {
    "F01": ("sample-arithmetic", ""),
    "F02": ("sample-arithmetic", ""),
    "F03": ("second-hand", ""),
    "F04": ("reference-missing", ""),
    "F07": ("method-unsaid", "did not take part"),
    "F08": ("sample-arithmetic", ""),
    "F09": ("sample-arithmetic", ""),
    "F10": ("method-unsaid", ""),
    "F11": ("method-unsaid", "when the material was collected"),
    "F12": ("sample-arithmetic", ""),
    "F13": ("numbering-gap", ""),
    "F15": ("reference-missing", ""),
    "F16": ("method-unsaid", "indexed"),
    "F17": ("method-unsaid", "nothing is said of charting"),
    "F18": ("method-unsaid", "ethics"),
    "F19": ("attribution-pattern", "attributions"),
    "F20": ("quantifier-unbased", ""),
    "F21": ("quantifier-unbased", ""),
    "F22": ("numbering-gap", ""),
    "F23": ("verbatim-mismatch", ""),
    "F24": ("verbatim-mismatch", ""),
    "F25": ("attribution-not-in-sample", ""),
    "F27": ("quotation-spliced", ""),
    "F28": ("attribution-mismatch", ""),
    "F29": ("attribution-mismatch", ""),
    "F30": ("attribution-mismatch", ""),
    "F31": ("disclosure", ""),
    "F32": ("disclosure", ""),
    "F33": ("prompted", ""),
    "F34": ("second-hand", ""),
    "F35": ("sample-arithmetic", ""),
    "F36": ("evidence-reused", ""),
    "F37": ("attribution-mismatch", ""),
    "F39": ("wave-artefact", ""),
    "F40": ("voice-missing", "team manager"),
    "F41": ("contrast-one-sided", ""),
    "F42": ("note-left-in", ""),
    "F43": ("contrast-confounded", "go together"),
    "F44": ("second-hand", ""),
    "F46": ("second-hand", ""),
    "F47": ("reference-missing", ""),
}
"""For each fault that a check could find: the check, and, for one that is something left out, words of the remark.

Those that are not here ask for a reading that no check makes: F05, F06, F14, F26, F38, F45.
"""

PEER: Expected = {
    "F01": ("sample-arithmetic", ""),
    "F02": ("sample-arithmetic", "both rounds"),
    "F03": ("scope-widened", ""),
    "F04": ("reference-missing", ""),
    "F05": ("reference-missing", ""),
    "F06": ("sample-arithmetic", ""),
    "F07": ("contrast-confounded", "go together"),
    "F10": ("sample-arithmetic", ""),
    "F11": ("sample-arithmetic", "all managers"),
    "F12": ("sample-arithmetic", "carer"),
    "F13": ("method-unsaid", ""),
    "F14": ("sample-arithmetic", ""),
    "F15": ("sample-arithmetic", "took part in it"),
    "F18": ("numbering-gap", ""),
    "F19": ("method-unsaid", "who indexed"),
    "F20": ("method-unsaid", "nothing is said of charting"),
    "F21": ("method-unsaid", "ethics"),
    "F22": ("verbatim-mismatch", ""),
    "F23": ("attribution-pattern", "attributions"),
    "F24": ("attribution-not-in-sample", ""),
    "F25": ("quantifier-unbased", ""),
    "F26": ("quotation-spliced", ""),
    "F27": ("evidence-off-scope", ""),
    "F28": ("evidence-off-scope", ""),
    "F29": ("quotation-spliced", ""),
    "F30": ("second-hand", ""),
    "F31": ("voice-missing", "carer"),
    "F33": ("quantifier-unbased", ""),
    "F34": ("attribution-mismatch", ""),
    "F35": ("quotation-spliced", ""),
    "F36": ("attribution-mismatch", ""),
    "F37": ("disclosure", ""),
    "F38": ("verbatim-mismatch", ""),
    "F39": ("wave-artefact", ""),
    "F40": ("disclosure", ""),
    "F42": ("attribution-not-in-sample", ""),
    "F44": ("attribution-mismatch", ""),
    "F45": ("second-hand", ""),
    "F46": ("consent", ""),
    "F47": ("evidence-reused", ""),
    "F48": ("single-voice", ""),
    "F49": ("note-left-in", ""),
    "F50": ("quantifier-unbased", ""),
    "F51": ("outside-claim", ""),
    "F52": ("wave-artefact", ""),
    "F53": ("sample-arithmetic", ""),
    "F55": ("numbering-gap", ""),
    "F56": ("contrast-one-sided", ""),
    "F58": ("second-hand", ""),
    "F59": ("reference-missing", ""),
}
"""The same for the peer study's paper. Its other faults ask for a reading that no check makes."""

ALSO: Also = {
    "F36": ("attribution-mismatch", "evidence-reused"),
    "F47": ("attribution-mismatch",),
    "F21": ("method-unsaid",),
    "F24": ("disclosure",),
    "F23": ("disclosure", "attribution-not-in-sample"),
    "F11": ("sample-arithmetic",),
    "F12": ("sample-arithmetic",),
    "F51": ("cause-claimed",),
}
"""Further checks that answer the same fault, in the paragraph or table of its words."""

ROLES_2: Expected = {
    "F01": ("sample-arithmetic", ""),
    "F02": ("quantifier-unbased", ""),
    "F03": ("verbatim-mismatch", ""),
    "F04": ("reference-missing", ""),
    "F05": ("method-unsaid", "did not take part"),
    "F06": ("sample-arithmetic", ""),
    "F07": ("sample-arithmetic", ""),
    "F08": ("sample-arithmetic", ""),
    "F09": ("sample-arithmetic", ""),
    "F10": ("sample-arithmetic", ""),
    "F11": ("sample-arithmetic", ""),
    "F12": ("method-unsaid", "differ"),
    "F13": ("sample-arithmetic", ""),
    "F14": ("method-unsaid", "ethics"),
    "F15": ("numbering-gap", ""),
    "F16": ("attribution-mismatch", ""),
    "F17": ("quantifier-unbased", ""),
    "F18": ("voice-dominant", "denise"),
    "F19": ("attribution-mismatch", ""),
    "F20": ("verbatim-mismatch", ""),
    "F21": ("second-hand", ""),
    "F22": ("second-hand", ""),
    "F23": ("disclosure", ""),
    "F24": ("prompted", ""),
    "F25": ("verbatim-mismatch", ""),
    "F26": ("sample-arithmetic", ""),
    "F27": ("second-hand", ""),
    "F28": ("sample-arithmetic", ""),
    "F29": ("quotation-spliced", ""),
    "F30": ("attribution-mismatch", ""),
    "F31": ("disclosure", ""),
    "F33": ("sample-arithmetic", ""),
    "F34": ("quotation-spliced", ""),
    "F35": ("sample-arithmetic", ""),
    "F36": ("attribution-not-in-sample", ""),
    "F37": ("attribution-mismatch", ""),
    "F39": ("attribution-pattern", ""),
    "F40": ("disclosure", ""),
    "F41": ("cause-claimed", ""),
    "F42": ("reference-missing", ""),
    "F43": ("sample-arithmetic", ""),
    "F44": ("wave-artefact", ""),
    "F45": ("scope-widened", ""),
}
"""The same for the second paper on the roles study. No check asks about F32 and F38."""

ROLES_2_ALSO: Also = {
    "F19": ("attribution-not-in-sample",),
    "F26": ("quantifier-unbased",),
    "F30": ("attribution-not-in-sample",),
    "F34": ("verbatim-mismatch",),
}
"""F19 and F30 name somebody with a site or a role that is not theirs; either check may say so. F34 joins two people's
words, of which one differs too."""

PEER_2: Expected = {
    "F01": ("sample-arithmetic", ""),
    "F02": ("quantifier-unbased", ""),
    "F03": ("sample-arithmetic", ""),
    "F04": ("wave-artefact", ""),
    "F05": ("sample-arithmetic", ""),
    "F06": ("cause-claimed", ""),
    "F07": ("sample-arithmetic", ""),
    "F08": ("sample-arithmetic", ""),
    "F09": ("sample-arithmetic", ""),
    "F10": ("sample-arithmetic", ""),
    "F11": ("sample-arithmetic", ""),
    "F12": ("sample-arithmetic", ""),
    "F13": ("sample-arithmetic", ""),
    "F14": ("method-unsaid", "who indexed"),
    "F15": ("consent", ""),
    "F16": ("verbatim-mismatch", ""),
    "F17": ("attribution-mismatch", ""),
    "F18": ("quotation-spliced", ""),
    "F19": ("hedge-lost", ""),
    "F20": ("attribution-mismatch", ""),
    "F21": ("verbatim-mismatch", ""),
    "F22": ("attribution-mismatch", ""),
    "F23": ("hedge-lost", ""),
    "F24": ("attribution-mismatch", ""),
    "F25": ("quantifier-unbased", ""),
    "F26": ("second-hand", ""),
    "F28": ("sample-arithmetic", ""),
    "F29": ("second-hand", ""),
    "F30": ("disclosure", ""),
    "F31": ("scope-widened", ""),
    "F32": ("attribution-mismatch", ""),
    "F33": ("attribution-mismatch", ""),
    "F34": ("attribution-mismatch", ""),
    "F35": ("quotation-spliced", ""),
    "F36": ("prompted", ""),
    "F37": ("cause-claimed", ""),
    "F39": ("wave-artefact", ""),
    "F40": ("second-hand", ""),
    "F42": ("numbering-gap", ""),
    "F43": ("numbering-gap", ""),
    "F44": ("reference-missing", ""),
    "F45": ("reference-missing", ""),
}
"""The same for the second paper on the peer study. No check asks about F27, F38 and F41."""

PEER_2_ALSO: Also = {
    "F17": ("evidence-off-scope",),
    "F22": ("attribution-not-in-sample", "second-hand"),
    "F34": ("wave-artefact",),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A sound paper and the same paper spoilt. sources: below the study's folder, what a referee would be given.

    follows: remarks, by check and words, that follow from a fault at another place. by_sentence: a fault is caught only
    in its own sentence.
    """

    name: str
    study: str
    papers: Path
    expected: Expected
    also: Also = field(default_factory=dict)
    sources: tuple[str, ...] = ("transcripts",)
    follows: frozenset[tuple[str, str]] = frozenset()
    by_sentence: bool = False

    def given(self) -> list[Path]:
        """The sources' files and folders."""
        return [EXAMPLES / self.study / each for each in self.sources]


ECHO = (
    "The attribution “P27, high intensity worker, Saltmarsh” fits one person of the sample; the smallest coarsening "
    "after which at least 2 share each is to leave out site."
)
"""What follows from R15, with which the consent of the one whom it describes is no longer told."""
PAIRS = (
    Pair("roles", "roles", EXAMPLES / "roles" / "manuscripts", ROLES, ALSO),
    Pair("peer", "peer", EXAMPLES / "peer" / "manuscripts", PEER, ALSO),
    Pair(
        "roles, second",
        "roles",
        SECOND / "roles",
        ROLES_2,
        ROLES_2_ALSO,
        ("transcripts", "long/denise-str-worker.txt", "documents"),
        frozenset({("numbering-gap", "There is no table 2 in the manuscript.")}),
        by_sentence=True,
    ),
    Pair(
        "peer, second",
        "peer",
        SECOND / "peer",
        PEER_2,
        PEER_2_ALSO,
        ("transcripts", "documents"),
        by_sentence=True,
    ),
    Pair(
        "roles, third",
        "roles",
        THIRD / "roles",
        ROLES_3,
        ROLES_3_ALSO,
        ("transcripts", "long/denise-str-worker.txt"),
        frozenset({("disclosure", ECHO)}),
        by_sentence=True,
    ),
    Pair("peer, third", "peer", THIRD / "peer", PEER_3, PEER_3_ALSO, by_sentence=True),
    Pair(
        "roles, fourth",
        "roles",
        FOURTH / "roles",
        ROLES_4,
        ROLES_4_ALSO,
        ("transcripts", "long/denise-str-worker.txt"),
        ROLES_4_FOLLOWS,
        by_sentence=True,
    ),
    Pair("peer, fourth", "peer", FOURTH / "peer", PEER_4, PEER_4_ALSO, follows=PEER_4_FOLLOWS, by_sentence=True),
)
"""Every pair that is counted."""
