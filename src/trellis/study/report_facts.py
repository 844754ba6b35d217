"""What a report counts, read from the study."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from trellis.core.case import Case, Participant, Recruitment, Wave
from trellis.core.coding import Round
from trellis.core.consent import Withdrawal
from trellis.core.disagreement import Settlement
from trellis.core.framework import FrameworkVersion, Theme, ThemeOperation, ThemeState
from trellis.core.keys import NO_KEY, Key
from trellis.core.memo import Memo, Reading
from trellis.core.report_facts import Counted, ReportFacts, RoundMade, VersionNamed, WaveHeard
from trellis.core.sample import Topic
from trellis.core.source import Source, SourceKind
from trellis.core.study import Person, StudyRecord
from trellis.core.version import __version__
from trellis.store.queries import overview
from trellis.store.queries import report as queries
from trellis.store.queries import sample as sample_queries
from trellis.store.reader import Reader
from trellis.study.resolve import adopted_round, main_chart
from trellis.study.sample_units import people as people_heard
from trellis.study.speaking import spoken_in

_SPOKEN = frozenset({SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP})


def facts_of(reader: Reader) -> ReportFacts:
    """The counts of the study as it is; findings are counted by who writes them."""
    about = reader.all(StudyRecord)[0]
    sources = reader.all(Source)
    names = {person.k: person.name for person in reader.all(Person)}
    recruited = reader.all(Participant)
    heard = _heard(reader, sources)
    index = queries.codings_by_coder(reader.connection, adopted_round(reader).k)
    themes = [theme for theme in reader.all(Theme) if theme.state is ThemeState.ACTIVE]
    chart = main_chart(reader).k
    cells = queries.cells(reader.connection, chart)
    whole = {(one.person, one.source) for one in reader.all(Reading) if one.turn is None}
    coded = [one for one in overview.sources(reader.connection, adopted_round(reader).k) if one.codings]
    return ReportFacts(
        about.title,
        about.questions,
        people=len(people_heard(reader)),
        recruitment=_counted(one.status.value for one in recruited if one.status is not Recruitment.TOOK_PART),
        withdrawn=len({one.participant for one in reader.all(Withdrawal)}),
        cases=_counted(case.kind.value for case in reader.all(Case)),
        sources=_by_kind(sources),
        words=sum(one.words for one in sample_queries.words(reader.connection)),
        minutes=tuple(sorted(d.seconds / 60 for d in sample_queries.durations(reader.connection) if d.seconds)),
        recorded=queries.timed_sources(reader.connection),
        repeats=sum(len(where) > 1 for where in heard.values()),
        waves=_waves(reader, sources, heard),
        topics=tuple(topic.name for topic in sorted(reader.all(Topic), key=lambda t: t.pos) if topic.parent is None),
        readers=_counted(names[person] for person, _ in sorted(whole) if person in names),
        codings=sum(index.values()),
        indexed=len(coded),
        coders=tuple(Counted(names[k], number) for k, number in index.items() if k in names),
        rounds=_rounds(reader),
        versions=tuple(_version(one) for one in sorted(reader.all(FrameworkVersion), key=lambda v: v.number)),
        main_themes=sum(theme.parent is None for theme in themes),
        sub_themes=sum(theme.parent is not None for theme in themes),
        origins=_counted(theme.origin.value for theme in themes if theme.origin.value),
        operations=_counted(one.kind.value for one in reader.all(ThemeOperation)),
        memos=_counted(memo.kind.value for memo in reader.all(Memo)),
        cells=_summed((state, number) for state, blank, number in cells if blank is None),
        blanks=_summed((blank, number) for _, blank, number in cells if blank is not None),
        statements=queries.statements(reader.connection, chart),
        software=f"Trellis {__version__}",
    )


def _counted(names: Iterable[str]) -> tuple[Counted, ...]:
    return tuple(Counted(name, number) for name, number in sorted(Counter(names).items()))


def _by_kind(sources: list[Source]) -> tuple[Counted, ...]:
    """Sources by kind: what was spoken first, documents behind it."""
    found = Counter(source.kind for source in sources)
    return tuple(Counted(kind.value, found[kind]) for kind in SourceKind if found[kind])


def _summed(pairs: Iterable[tuple[str, int]]) -> tuple[Counted, ...]:
    found: Counter[str] = Counter()
    for name, number in pairs:
        found[name] += number
    return tuple(Counted(name, number) for name, number in sorted(found.items()))


def _heard(reader: Reader, sources: list[Source]) -> dict[Key, set[Key]]:
    """In which interviews and focus groups each participant speaks."""
    spoken = {source.k for source in sources if source.kind in _SPOKEN}
    found: dict[Key, set[Key]] = {}
    for source, participant in spoken_in(reader).pairs():
        if source in spoken:
            found.setdefault(participant, set()).add(source)
    return found


def _waves(reader: Reader, sources: list[Source], heard: dict[Key, set[Key]]) -> tuple[WaveHeard, ...]:
    known = sorted(reader.all(Wave), key=lambda wave: (wave.pos, wave.k))
    made = []
    for wave in known:
        here = {source.k for source in sources if source.kind in _SPOKEN and (source.wave or NO_KEY) == wave.k}
        made.append(WaveHeard(wave.name, len(here), sum(bool(where & here) for where in heard.values())))
    return tuple(made)


def _rounds(reader: Reader) -> tuple[RoundMade, ...]:
    settled = Counter(one.round for one in reader.all(Settlement))
    made = {k: (coders, sources) for k, coders, sources in queries.rounds(reader.connection, adopted_round(reader).k)}
    return tuple(
        RoundMade(one.name, one.purpose.value, one.blind, *made[one.k], settled[one.k])
        for one in reader.all(Round)
        if one.k in made
    )


def _version(one: FrameworkVersion) -> VersionNamed:
    on = dt.datetime.fromtimestamp(one.at / 1000, dt.UTC).date().isoformat()
    main = sum(theme[1] is None for theme in one.themes)
    return VersionNamed(one.name, on, main, len(one.themes) - main, one.reason)
