from __future__ import annotations

from tests.store.factories import intent
from trellis.core.keys import NO_KEY
from trellis.core.study import Setting
from trellis.store import requests
from trellis.store.erasing import Erasure


def carry(file, request, fingerprint=b"asked"):
    with file.change(intent(file, request=request, fingerprint=fingerprint)) as change:
        change.insert(Setting(request, NO_KEY, "a"))
        return change.key


def test_a_request_is_found_by_its_mark(file):
    k = carry(file, "request-00001")

    with file.read() as reader:
        assert requests.change_of(reader.connection, "request-00001") == k
        assert requests.change_of(reader.connection, "request-00002") is None


def test_what_a_request_asked_is_kept_beside_the_history(file):
    k = carry(file, "request-00001")

    with file.read() as reader:
        assert requests.fingerprint_of(reader.connection, "request-00001") == b"asked"
        head = reader.connection.exec_driver_sql("SELECT head FROM change WHERE k = ?", (k,)).scalar_one()
    assert b"asked" not in head


def test_a_change_that_is_not_kept_keeps_no_request(file):
    with file.change(intent(file, request="request-00001", fingerprint=b"asked")):
        pass

    with file.read() as reader:
        assert requests.change_of(reader.connection, "request-00001") is None
        assert requests.fingerprint_of(reader.connection, "request-00001") is None


def test_an_erasure_forgets_what_was_asked_and_keeps_that_it_was_done(file):
    k = carry(file, "request-00001")

    with file.change(intent(file)) as change:
        change.insert(Setting("b", NO_KEY, "b"))
        change.erase_at_end(Erasure())

    with file.read() as reader:
        assert requests.fingerprint_of(reader.connection, "request-00001") is None
        assert requests.change_of(reader.connection, "request-00001") == k
