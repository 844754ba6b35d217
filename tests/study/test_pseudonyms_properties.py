"""Whatever is replaced, coded and corrected in whatever order: names come back where they were, and nothing is lost."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.study.picking import records
from trellis.core.coding import Coding
from trellis.core.errors import TrellisError
from trellis.core.framework_wording import Wording
from trellis.reading import read_bytes
from trellis.store.installation import Installation
from trellis.store.study_file import create
from trellis.study.batch import keep_all
from trellis.study.bringing import BringIn, Candidate
from trellis.study.study import found
from trellis.study.work import silent

PASSPHRASE = "seven buses to Quill"
NAMES = ("Janet", "Omar", "Ann-Marie", "Lee")
PSEUDONYMS = ("Al", "Bartholomew", "Xi", "Q")
WORDS = (
    "went",
    "home",
    "🙂",
    "e\u0301tude",
    "will",
    "JANET's",
    "Omar,",
    "“Lee”",
    "Ann-Marie",
    "Janet",
    "janet",
    "\n\nINT:",
)
texts = st.lists(st.sampled_from(WORDS), min_size=12, max_size=60).map(" ".join)
few = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


def a_study(folder, text):
    study = found(create(folder / "s.trellis", Installation(folder / "home")), "A study", "Ana")
    whole = f"INT: Well?\n\nLee: {text}\n\nJanet: Yes."
    given_ = [Candidate("a.txt", "a", read_bytes("a.txt", whole.encode()), whole.encode())]
    keep_all(study._work, iter(given_), 1, BringIn(), dry_run=False, progress=silent)
    study.framework.add(Wording("Work"))
    study.pseudonyms.open(PASSPHRASE)
    return study


def code_somewhere(study, chance):
    length = len(study.sources.text("a"))
    start = chance.randrange(length - 1)
    try:
        study.index.code("a", ["1"], start=start, end=chance.randint(start + 1, length))
    except TrellisError:
        return  # it stands there already


def words_indexed(study):
    text = study.sources.text("a")
    return {coding.k: text[coding.start : coding.end] for coding in records(study, Coding)}


@few
@given(texts, st.integers(0, 2**32))
def test_names_come_back_where_they_were_and_segments_hold_their_words(tmp_path_factory, text, seed):
    chance = Random(seed)
    with a_study(tmp_path_factory.mktemp("s"), text) as study:
        before = study.sources.text("a")
        for _ in range(4):
            code_somewhere(study, chance)
        indexed = words_indexed(study)
        for name, pseudonym in zip(NAMES, chance.sample(PSEUDONYMS, 4), strict=True):
            study.pseudonyms.replace(name, pseudonym, bracketed=chance.random() < 0.3)

        for k, words in words_indexed(study).items():
            assert len(words) > 0, k
        with study.identified("a test") as named:
            assert named.sources.text("a") == before
            back = words_indexed(named)
            assert back.keys() == indexed.keys()
            # A segment that cuts a name grows to it, and holds all that it held.
            assert all(words in back[k] for k, words in indexed.items())
        assert study.history.check() == []


@few
@given(texts, st.integers(0, 2**32))
def test_putting_away_and_bringing_back_leaves_no_trace_and_takes_every_name(tmp_path_factory, text, seed):
    chance = Random(seed)
    folder = tmp_path_factory.mktemp("s")
    with a_study(folder, text) as study:
        for name, pseudonym in zip(NAMES, chance.sample(PSEUDONYMS, 4), strict=True):
            code_somewhere(study, chance)
            study.pseudonyms.replace(name, pseudonym)
        before = study.history.dump()

        study.pseudonyms.put_away()
        held = (folder / "s.trellis").read_bytes()
        study.pseudonyms.bring_back()

        assert b"Omar" not in held
        assert b"Ann-Marie" not in held
        assert study.history.dump() == before
        assert study.history.check() == []
