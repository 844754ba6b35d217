from __future__ import annotations

import pytest

from trellis.reading.markdown_inline import Run, Tally, render


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("plain", [Run("plain")]),
        ("**a** b", [Run("a", "**"), Run(" b")]),
        ("***a***", [Run("a", "***")]),
        ("*a **b** c*", [Run("a ", "*"), Run("b", "***"), Run(" c", "*")]),
        ("__a__ _b_", [Run("a", "**"), Run(" "), Run("b", "*")]),
        ("a\\*b\\*", [Run("a*b*")]),
        ("`*a*` ``b`c``", [Run("*a* b`c")]),
        ("<br>x<b>y</b>", [Run("\nxy")]),
        ("![pic](a.png) <http://example.org>", [Run("pic http://example.org")]),
        ("&quot;a&quot; &gt; &nosuch;", [Run('"a" > &nosuch;')]),
    ],
)
def test_what_a_reader_would_see(source, runs):
    seen = render(source, Tally())

    assert "".join(run.text for run in seen) == "".join(run.text for run in runs)
    assert [(run.text, sorted(run.style)) for run in _merged(seen)] == [(run.text, sorted(run.style)) for run in runs]


def test_what_is_left_out_is_counted():
    tally = Tally()

    render("[a](x) [b](y) <!-- c -->", tally)

    assert (tally.links, tally.comments) == (2, 1)


def _merged(runs: list[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].style == run.style:
            merged[-1] = Run(merged[-1].text + run.text, run.style)
        else:
            merged.append(run)
    return merged


def test_a_comment_that_is_never_closed_is_text():
    assert "".join(run.text for run in render("<!-- a --> b <!-- c", Tally())) == " b <!-- c"
    assert len(render("<!-- " * 100_000, Tally())[0].text) == 500_000
