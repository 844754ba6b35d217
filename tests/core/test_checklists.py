from __future__ import annotations

from trellis.core.checklists import COREQ, SRQR


def test_coreq_has_32_items_in_three_domains():
    domains = [item.domain for item in COREQ.items]

    assert [domains.count(domain) for domain in dict.fromkeys(domains)] == [8, 15, 9]
    assert [item.number for item in COREQ.items] == [str(number) for number in range(1, 33)]


def test_srqr_has_21_items():
    assert [item.number for item in SRQR.items] == [f"S{number}" for number in range(1, 22)]


def test_every_item_asks_something_of_a_person():
    assert all(item.prompt[-1] in "?." for item in (*COREQ.items, *SRQR.items))
