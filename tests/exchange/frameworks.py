"""Frameworks as files hold them, made up."""

from __future__ import annotations

from hypothesis import strategies as st

from trellis.core.framework import Origin
from trellis.core.framework_file import FrameworkFile, numbered_by_depth
from trellis.core.framework_wording import Wording

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
"""Any text at all."""
words = st.lists(st.text("abcüß=+'", min_size=1, max_size=6), max_size=4).map(" ".join)
"""Words with single spaces between them; some begin like a formula."""
plain_words = st.lists(st.text("abcüß,;", min_size=1, max_size=6), max_size=4).map(" ".join)


@st.composite
def frameworks(draw, said, *, headed: bool = True):
    """A framework of up to eight themes whose texts are drawn from `said`."""
    depths = [1]
    for _ in range(draw(st.integers(0, 7))):
        depths.append(draw(st.integers(1, depths[-1] + 1)))
    themes = [
        (
            depth,
            Wording(f"Theme {at}", draw(said), draw(said), draw(said), draw(said), draw(st.sampled_from(Origin))),
            "",
        )
        for at, depth in enumerate(depths)
    ]
    head = draw(said) if headed else ""
    return FrameworkFile(numbered_by_depth(themes), title=head, reason=head, by=(head,) if head else ())
