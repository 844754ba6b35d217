"""A review as plain values for JSON: what a script or a page takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from trellis.core.review import Check, Level, Remark, Review, first_page


def review_values(review: Review, checks: Mapping[str, Check]) -> dict[str, Any]:
    """The review: counts, the lines of the first page by the keys of their remarks, remarks, quotations.

    Positions are code points in the manuscript's text; a remark carries what its check asks and what resolves it.
    """
    return {
        "manuscript": review.manuscript,
        "words": review.words,
        "transcripts": review.transcripts,
        "people": review.people,
        "k": review.k,
        "counts": {level.value: review.counted(level) for level in Level},
        "first_page": [[remark.key for remark in line.remarks] for line in first_page(review, checks)],
        "remarks": [_remark(remark, checks[remark.check]) for remark in review.remarks],
        "quotations": [asdict(seen) for seen in review.seen],
        "silent": [asdict(silent) for silent in review.silent],
        "notices": [asdict(notice) for notice in review.notices],
    }


def _remark(remark: Remark, check: Check) -> dict[str, Any]:
    return {
        "key": remark.key,
        "check": remark.check,
        "group": check.group.value,
        "level": remark.level.value,
        "said": remark.said,
        "asks": check.asks,
        "resolves": check.resolves,
        "waived": remark.waived,
        "spots": [asdict(spot) for spot in remark.spots],
        "sources": [asdict(source) for source in remark.sources],
    }
