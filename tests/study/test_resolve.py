from __future__ import annotations

import pytest

from tests.store.factories import add_source, add_theme
from trellis.core.errors import Ambiguous, NotFound
from trellis.study.resolve import (
    adopted_round,
    case_named,
    current_text,
    folded,
    handle,
    main_chart,
    newest_framework_version,
    person_named,
    source_named,
    theme_given,
)


@pytest.fixture
def reader(study):
    with study._work.change("test.write") as change:  # something to find
        for name in ("Str Saltmarsh", "Str Saltmarsh 2", "Übung"):
            add_source(change, name=name)
        top = add_theme(change, "Days", pos="A")
        add_theme(change, "Nights", top.k)
        add_theme(change, "Pay", pos="B")
    with study._work.read() as found:
        yield found


def test_a_name_is_found_as_it_is_spelt_although_another_begins_so(reader):
    assert source_named(reader, "Str Saltmarsh").name == "Str Saltmarsh"


@pytest.mark.parametrize("given", ["ubung", "ÜBUNG", " Übung ", "Üb"])
def test_a_name_is_found_without_case_accents_and_to_its_end(reader, given):
    assert source_named(reader, given).name == "Übung"


def test_a_name_that_fits_several_is_answered_with_them(reader):
    with pytest.raises(Ambiguous, match="“Str Saltmarsh”, “Str Saltmarsh 2”"):
        source_named(reader, "str")


def test_a_name_that_fits_none_is_answered_with_what_there_is(reader):
    with pytest.raises(NotFound, match="there is no case “Wendy” in this study; there are: none"):
        case_named(reader, "Wendy")


@pytest.mark.parametrize(("given", "name"), [("1", "Days"), ("1.1", "Nights"), ("2.", "Pay"), ("pa", "Pay")])
def test_a_theme_is_found_by_number_or_name(reader, given, name):
    assert theme_given(reader, given).name == name


def test_a_number_that_no_theme_has_is_answered_with_the_numbers(reader):
    with pytest.raises(NotFound, match=r"no theme 3\.1; it has: 1, 1\.1, 2"):
        theme_given(reader, "3.1")


def test_what_every_study_has_is_found(reader):
    assert adopted_round(reader).name == "main"
    assert main_chart(reader).name == "main"
    assert person_named(reader, "ana").name == "Ana"
    assert newest_framework_version(reader) is None


def test_the_text_that_is_read_now_comes_with_its_version(reader):
    version, text = current_text(reader, source_named(reader, "Übung"))

    assert version.length == len(text)


def test_folding_leaves_no_case_accents_or_doubled_blanks():
    assert folded("  Crème   BRÛLÉE ") == "creme brulee"


def test_a_record_is_found_by_its_key_whatever_it_is_called_by_now(reader):
    nights = theme_given(reader, "Nights")
    source = source_named(reader, "Übung")

    assert theme_given(reader, handle(nights.k)) == nights
    assert source_named(reader, handle(source.k)) == source


def test_the_key_of_something_else_is_refused(reader):
    with pytest.raises(NotFound, match="there is no source “#12”"):
        source_named(reader, "#12")
