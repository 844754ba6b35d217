from __future__ import annotations

from trellis.core.case import Wave
from trellis.study.pending import Pending


def test_a_record_touched_twice_is_written_once(study):
    with study._work.change("test.write") as change:
        first, second = change.new_keys(2)
        change.insert(Wave(first, 0, "one", "B"), Wave(second, 0, "two", "C"))

    with study._work.change("test.write") as change:
        pending = Pending(change.new_key)
        one = pending.edit(change.get(Wave, first), name="first")
        pending.edit(one, pos="A")
        pending.remove(pending.edit(change.get(Wave, second), name="gone"))
        pending.edit(pending.add(Wave(pending.draw(), 0, "three", "D")), name="third")
        pending.remove(pending.add(Wave(pending.draw(), 0, "never", "E")))
        pending.write(change)

    with study._work.read() as reader:
        assert [(wave.name, wave.pos) for wave in reader.all(Wave)] == [("first", "A"), ("third", "D")]
