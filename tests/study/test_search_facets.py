from __future__ import annotations

from tests.study.indexed_study import filled
from trellis.core.filters import NOT_KNOWN


def test_a_search_can_be_narrowed_to_what_is_there(study):
    filled(study)

    facets = study.search.facets()

    assert [name for _, name in facets.sources] == ["guide", "janet", "omar"]
    assert {name for _, name in facets.cases} >= {"Janet", "Omar"}
    assert [kind.value for kind in facets.kinds] == ["interview", "document"]
    assert facets.waves == ("first",)
    assert [(one.name, one.values) for one in facets.attributes] == [("site", ("North", "South", NOT_KNOWN))]


def test_an_attribute_that_nobody_has_is_no_filter(study):
    assert study.search.facets().attributes == ()
