"""The faults of the fourth pairs of papers, with the check that could find each; written from the keys, as the others.

Those that are not here ask for a reading that no check makes.
"""

from __future__ import annotations

ROLES_4 = {
    "F01": ("verbatim-mismatch", ""),
    "F02": ("verbatim-mismatch", ""),
    "F03": ("verbatim-mismatch", ""),
    "F04": ("quotation-spliced", ""),
    "F05": ("verbatim-mismatch", ""),
    "F06": ("verbatim-mismatch", ""),
    "F07": ("quotation-spliced", ""),
    "F08": ("quotation-spliced", ""),
    "F09": ("quotation-spliced", ""),
    "F10": ("attribution-mismatch", ""),
    "F11": ("attribution-mismatch", ""),
    "F12": ("attribution-not-in-sample", ""),
    "F13": ("attribution-pattern", ""),
    "F14": ("attribution-mismatch", ""),
    "F15": ("evidence-reused", ""),
    "F16": ("evidence-reused", ""),
    "F17": ("sample-arithmetic", ""),
    "F18": ("sample-arithmetic", ""),
    "F19": ("sample-arithmetic", ""),
    "F20": ("sample-arithmetic", ""),
    "F21": ("sample-arithmetic", ""),
    "F22": ("quantifier-unbased", ""),
    "F23": ("quantifier-unbased", ""),
    "F24": ("quantifier-unbased", ""),
    "F25": ("quantifier-unbased", ""),
    "F26": ("contrast-confounded", ""),
    "F27": ("contrast-one-sided", ""),
    "F28": ("contrast-one-sided", ""),
    "F29": ("second-hand", ""),
    "F30": ("second-hand", ""),
    "F31": ("second-hand", ""),
    "F32": ("prompted", ""),
    "F33": ("prompted", ""),
    "F34": ("disclosure", ""),
    "F35": ("disclosure", ""),
    "F36": ("disclosure", ""),
    "F37": ("disclosure", ""),
    "F38": ("method-unsaid", "ethics"),
    "F40": ("method-unsaid", "who indexed"),
    "F41": ("reference-missing", "strauss"),
    "F42": ("numbering-gap", ""),
    "F43": ("wave-artefact", ""),
    "F44": ("cause-claimed", ""),
    "F45": ("voice-missing", "carer support worker"),
}
"""The fourth paper on the roles study. No check asks about F39."""

ROLES_4_ALSO = {
    "F04": ("verbatim-mismatch", "attribution-mismatch"),
    "F13": ("attribution-not-in-sample", "disclosure"),
    "F14": ("attribution-not-in-sample",),
    "F16": ("verbatim-mismatch",),
    "F22": ("sample-arithmetic",),
    "F23": ("sample-arithmetic",),
    "F24": ("sample-arithmetic",),
    "F26": ("contrast-one-sided",),
    "F32": ("attribution-mismatch",),
    "F33": ("attribution-mismatch",),
    "F37": ("consent",),
}

PEER_4 = {
    "F01": ("verbatim-mismatch", ""),
    "F02": ("verbatim-mismatch", ""),
    "F03": ("verbatim-mismatch", ""),
    "F04": ("quotation-spliced", ""),
    "F05": ("verbatim-mismatch", ""),
    "F06": ("attribution-mismatch", ""),
    "F07": ("quotation-spliced", ""),
    "F08": ("quotation-spliced", ""),
    "F09": ("quotation-spliced", ""),
    "F10": ("attribution-mismatch", ""),
    "F11": ("attribution-mismatch", ""),
    "F12": ("attribution-mismatch", ""),
    "F13": ("attribution-mismatch", ""),
    "F14": ("attribution-not-in-sample", ""),
    "F15": ("attribution-pattern", ""),
    "F16": ("evidence-reused", ""),
    "F17": ("evidence-reused", ""),
    "F18": ("sample-arithmetic", ""),
    "F19": ("sample-arithmetic", ""),
    "F20": ("sample-arithmetic", ""),
    "F21": ("sample-arithmetic", ""),
    "F22": ("sample-arithmetic", ""),
    "F23": ("sample-arithmetic", ""),
    "F24": ("quantifier-unbased", ""),
    "F25": ("quantifier-unbased", ""),
    "F26": ("quantifier-unbased", ""),
    "F27": ("voice-missing", ""),
    "F28": ("contrast-one-sided", ""),
    "F29": ("contrast-confounded", ""),
    "F30": ("contrast-one-sided", ""),
    "F31": ("second-hand", ""),
    "F32": ("second-hand", ""),
    "F33": ("cause-claimed", ""),
    "F34": ("prompted", ""),
    "F35": ("prompted", ""),
    "F36": ("disclosure", ""),
    "F37": ("disclosure", ""),
    "F38": ("disclosure", ""),
    "F41": ("method-unsaid", "who indexed"),
    "F42": ("reference-missing", ""),
    "F43": ("numbering-gap", ""),
    "F44": ("wave-artefact", ""),
    "F45": ("wave-artefact", ""),
}
"""The fourth paper on the peer study. No check asks about F39 and F40."""

PEER_4_ALSO = {
    "F03": ("hedge-lost",),
    "F04": ("verbatim-mismatch", "attribution-mismatch"),
    "F05": ("quotation-spliced",),
    "F06": ("quotation-spliced", "verbatim-mismatch"),
    "F07": ("hedge-lost",),
    "F11": ("attribution-not-in-sample",),
    "F13": ("wave-artefact",),
    "F14": ("attribution-mismatch",),
    "F15": ("attribution-not-in-sample",),
    "F24": ("sample-arithmetic",),
    "F25": ("sample-arithmetic",),
    "F27": ("quantifier-unbased", "sample-arithmetic"),
    "F28": ("contrast-confounded",),
    "F29": ("cause-claimed",),
    "F45": ("attribution-mismatch",),
}

ROLES_4_FOLLOWS = frozenset(
    {
        ("method-unsaid", "Nowhere is it said whether people agreed to take part and to be quoted."),
        ("numbering-gap", "The text nowhere speaks of table 3."),
    }
)
"""What follows from F38, with which the consent is gone too, and from F42, which calls table 3 table 4."""
PEER_4_FOLLOWS = frozenset({("method-unsaid", "The Framework method is named, and nothing is said of charting.")})
"""What follows from F41, with which the paragraph on charting is gone."""
