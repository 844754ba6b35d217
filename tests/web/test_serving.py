from __future__ import annotations

import socket

import pytest

from trellis.core.errors import Invalid
from trellis.web.serving import HOST, listening


def test_only_this_machine_is_listened_to():
    with listening(0) as held:
        assert held.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_asked_for_and_taken_is_refused():
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()

        with pytest.raises(Invalid, match="is taken"):
            listening(taken.getsockname()[1])


def test_where_the_usual_port_is_taken_another_one_serves():
    with listening(None) as first:
        first.listen()
        with listening(None) as second:
            assert first.getsockname()[1] != second.getsockname()[1]


def test_small_answers_are_sent_at_once():
    with listening(0) as held:
        assert held.proto == socket.IPPROTO_TCP
