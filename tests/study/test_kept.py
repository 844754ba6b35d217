from __future__ import annotations

from itertools import count

from trellis.study.kept import MOST, Kept


def test_a_result_is_kept_until_the_study_changes(study):
    kept, numbers = Kept(), count(1)

    def asked():
        with study._work.read() as reader:
            return kept.get(reader, "question", lambda: next(numbers))

    before = [asked(), asked()]
    study.chart.set_header(["region"])

    assert before == [1, 1]
    assert asked() == 2


def test_different_questions_have_different_results(study):
    kept, numbers = Kept(), count(1)

    with study._work.read() as reader:
        answers = [kept.get(reader, question, lambda: next(numbers)) for question in ("a", "b", "a")]

    assert answers == [1, 2, 1]


def test_only_the_last_few_are_kept(study):
    kept, numbers = Kept(), count(1)
    questions = [*range(MOST + 1), MOST, 0]

    with study._work.read() as reader:
        answers = [kept.get(reader, question, lambda: next(numbers)) for question in questions]

    assert answers[-2:] == [MOST + 1, MOST + 2]
