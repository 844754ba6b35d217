from __future__ import annotations

from dataclasses import replace

from tests.store.factories import add_source, intent
from trellis.core.source import Source, Speaker, SpeakerRole, StoredPart
from trellis.store.queries.sample import durations, words


def test_a_recorded_length_stands_before_the_last_time_in_the_transcript(file):
    with file.change(intent(file)) as change:
        timed, recorded, unknown = (add_source(change, name=name) for name in ("a", "b", "c"))
        for source in (timed, recorded):
            last = change.all(StoredPart, version=source.current)[-1]
            change.update(last, replace(last, from_ms=90_000))
        kept = change.get(Source, recorded.k)
        change.update(kept, replace(kept, duration_s=3600))

    with file.read() as reader:
        told = [(one.source, one.seconds, one.known_from) for one in durations(reader.connection)]

    assert told[:2] == [("a", 90.0, "transcript"), ("b", 3600, "recorded")]
    assert told[2][:2] == (unknown.name, 0)


def test_words_are_counted_by_role_without_labels(file):
    with file.change(intent(file)) as change:
        source = add_source(change, "INT: How so?\nP1: Practice makes perfect.", name="a")
        for part, label in zip(change.all(StoredPart, version=source.current), ("INT", "P1"), strict=True):
            change.update(part, replace(part, label=label))
        change.insert(
            Speaker(source.k, "INT", 0, SpeakerRole.INTERVIEWER, None),
            Speaker(source.k, "P1", 0, SpeakerRole.PARTICIPANT, None),
        )

    with file.read() as reader:
        (counted,) = words(reader.connection)

    assert (counted.words, counted.participants, counted.interviewers) == (5, 3, 2)
