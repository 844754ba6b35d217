from __future__ import annotations

import json

from tests.report.review_records import CHECKS, REMARK, REVIEW
from trellis.report.review_json import review_values


def test_a_review_is_plain_values_with_positions():
    values = json.loads(json.dumps(review_values(REVIEW, CHECKS)))

    assert values["counts"] == {"wrong": 1, "say why": 0, "for your eyes": 1}
    first = values["remarks"][0]
    assert (first["key"], first["check"], first["level"]) == (REMARK.key, "verbatim-mismatch", "wrong")
    assert (first["spots"][0]["start"], first["spots"][0]["paragraph"]) == (REMARK.spots[0].start, 2)
    assert first["sources"][0]["change"] == "“even” is added"
    assert values["remarks"][-1]["waived"] == "agreed with P1"
    assert values["quotations"][0]["outcome"] == "found"


def test_the_first_page_names_remarks_by_key():
    assert review_values(REVIEW, CHECKS)["first_page"][0] == [REMARK.key]
