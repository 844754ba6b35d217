from __future__ import annotations

import threading

import pytest

from trellis.store.fair_lock import FairLock


def waiting(lock, count):
    """Returns once so many threads wait for the lock."""
    while len(lock._waiting) < count:
        threading.Event().wait(0.001)


def test_who_has_waited_longest_is_next():
    lock, order, threads = FairLock(), [], []

    def take(n):
        with lock:
            order.append(n)

    with lock:
        for n in range(8):
            threads.append(threading.Thread(target=take, args=(n,)))
            threads[-1].start()
            waiting(lock, n + 1)
    for thread in threads:
        thread.join()

    assert order == list(range(8))


def test_one_thread_at_a_time_holds_it():
    lock, inside, most = FairLock(), [0], [0]

    def take():
        for _ in range(200):
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                inside[0] -= 1

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == [1]


def test_it_is_free_after_a_failure():
    lock = FairLock()

    with pytest.raises(ZeroDivisionError), lock:
        raise ZeroDivisionError
    with lock:
        pass

    assert not lock._held


def test_who_gives_up_waiting_leaves_the_row():
    lock = FairLock()
    turn = threading.Lock()
    with lock:
        lock._waiting.append(turn)

        lock._give_up(turn)

    assert not lock._held


def test_a_turn_that_comes_to_somebody_who_gave_up_goes_on():
    lock = FairLock()
    lock.__enter__()  # the turn was handed over just as its taker gave up

    lock._give_up(threading.Lock())

    assert not lock._held
