from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trellis.core.change import commitment
from trellis.store import images
from trellis.store.images import Image, folded, from_chunk, payload_of, to_chunks
from trellis.store.mapping import CODECS

row = st.tuples(st.integers(1, 99), st.integers(0, 9), st.text(max_size=5), st.sampled_from(["lead", "coder"]))
rows = st.none() | row
some = st.tuples(rows, rows).filter(lambda pair: pair != (None, None)).map(lambda pair: Image("person", *pair))


@given(st.lists(some, max_size=30))
def test_chunks_hold_just_the_images_they_were_made_of(given_images):
    back = [image for chunk in to_chunks(given_images) for image in from_chunk(chunk)]

    assert sorted(back, key=repr) == sorted(given_images, key=repr)


@given(st.lists(some, min_size=1, max_size=30))
def test_a_chunk_is_bound_to_its_payload_and_salt(given_images):
    for chunk in to_chunks(given_images):
        payload = payload_of(chunk)

        assert payload is not None
        assert chunk.salt is not None
        assert commitment(chunk.salt, payload) == chunk.commitment


def test_rows_about_different_sources_stand_in_different_chunks():
    version = CODECS["version"]
    made = [
        Image("version", None, tuple(5 if name == "source" else at for name in version.columns)) for at in range(2)
    ] + [Image("version", None, tuple(6 if name == "source" else 9 for name in version.columns))]

    assert sorted(chunk.subject for chunk in to_chunks(made)) == [5, 6]


def test_an_erased_chunk_gives_no_images():
    chunk = to_chunks([Image("person", None, (1, 2, "Ana", "lead"))])[0]

    assert list(from_chunk(replace(chunk, payload=None, salt=None))) == []


def test_the_net_effect_runs_from_the_first_before_to_the_last_after():
    one, two, three = (1, 1, "a", "lead"), (1, 2, "b", "lead"), (1, 3, "c", "lead")

    net = folded(iter([Image("person", one, two), Image("person", two, three)]))

    assert list(net.values()) == [Image("person", one, three)]


def test_an_image_of_an_older_schema_is_upgraded_on_the_way_out(monkeypatch):
    chunk = to_chunks([Image("person", None, (1, 2, "Ana", "lead"))])[0]
    monkeypatch.setattr(images, "SCHEMA", chunk.schema + 1)
    monkeypatch.setitem(images.UPGRADES, chunk.schema, lambda _table, old: {**old, "name": f"{old['name']}!"})

    assert [image.after for image in from_chunk(chunk)] == [(1, 2, "Ana!", "lead")]
