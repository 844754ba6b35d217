from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trellis.core.change import Header, chain_hash, commitment, digest_of

chunks = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["coding", "theme"]), st.binary(min_size=1, max_size=8)))


def test_a_header_is_keys_and_codes_in_canonical_json():
    header = Header(7, 1_000, 3, "coding.apply", None, None, "request-1")

    assert header.to_bytes() == b'[1,7,1000,3,"coding.apply",null,null,"request-1"]'


@given(chunks)
def test_the_digest_does_not_depend_on_the_order_of_chunks(given_chunks):
    assert digest_of(given_chunks) == digest_of(list(reversed(given_chunks)))


@given(st.binary(), st.binary(), st.binary(), st.binary())
def test_what_is_moved_from_one_field_to_the_next_changes_the_hash(one, other, head, digest):
    if other:
        assert chain_hash(one, other, head, digest) != chain_hash(one + other, None, head, digest)


def test_a_commitment_depends_on_the_salt():
    assert commitment(b"a", b"no") != commitment(b"b", b"no")
