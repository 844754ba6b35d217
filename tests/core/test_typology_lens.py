from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trellis.core.lens_file import read_lens
from trellis.core.typology_lens import Axis, Finished, Named, lens_text


def a_typology(**changes):
    axes = (
        Axis("Who sets the limit", "Who decides?", ("Held from above", "Not held"), "Held from above: a manager"),
        Axis("Whose work", "", ("Own", "Others'"), ""),
    )
    types = (Named("Sheltered", "Somebody stands in front.", ((0, ("Held from above",)), (1, ("Own", "Others'")))),)
    return replace(Finished("Limits", "", "A study", by_wave=False, axes=axes, types=types), **changes)


def test_a_typology_reads_back_as_a_lens():
    lens = read_lens(lens_text(a_typology()).encode(), "limits.toml")

    assert (lens.id, lens.title) == ("limits", "Limits")
    assert [(one.id, one.values) for one in lens.dimensions] == [
        ("who-sets-the-limit", ("Held from above", "Not held")),
        ("whose-work", ("Own", "Others'")),
    ]
    assert [(one.dimension, one.values) for one in lens.outcomes[0].requires] == [
        ("who-sets-the-limit", ("Held from above",)),
        ("whose-work", ("Own", "Others'")),
    ]
    assert lens.rule.evidenced == 2


def test_names_that_fold_to_the_same_letters_stay_apart():
    axes = (Axis("Limit!", "", ("a",), ""), Axis("limit", "", ("b",), ""))
    types = (Named("T", "", ((1, ("b",)),)),)

    lens = read_lens(lens_text(a_typology(axes=axes, types=types)).encode(), "limits.toml")

    assert [one.id for one in lens.dimensions] == ["limit", "limit-2"]
    assert lens.outcomes[0].requires[0].dimension == "limit-2"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(lambda text: f"x{text}x"))
def test_any_words_come_through(words):
    typology = a_typology(name=words, description=words, study=words)

    assert read_lens(lens_text(typology).encode(), "any.toml").title.split() == words.split()
