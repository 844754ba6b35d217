from __future__ import annotations

import pytest

from trellis.core.chart import Side
from trellis.core.errors import BadTable
from trellis.core.finding import Done, FindingStatus, Output, Stance
from trellis.core.finding_file import FileCase, FileEvidence, FileFinding, FileSearch, FindingsFile
from trellis.exchange.findings_toml import read_findings_file, write_findings_file

WHOLE = """
format = 1
licence = "Fiction written for Trellis, CC0"

[[finding]]
statement = "Most STR workers work alone."
output = "association"
status = "ready"
account = '''
They say so as a matter of course.
'''
answers = [1]
themes = ["3.4"]
where = { role = ["STR worker"] }
waves = ["at referral"]

[[finding.evidence]]
side = "against"
source = "19-stacey"
quote = "Always two."
star = true

[[finding.evidence]]
case = "Denise"
theme = "3.4"

[[finding.case]]
case = "Stacey"
stance = "contrary"
note = "goes in pairs"

[[finding.looked]]
where = "all of 3.4"
found = "Stacey and Neville"
done = "bounded"

[[finding]]
statement = "Pair people who work alone."
output = "recommendation"
follows = [1]
"""


BESIDES = """
groups = "role"

[[change]]
case = "Service user 3"
theme = "4.1"
kind = "decreases"
text = "Goes out without her now."
from = "at referral"
to = "at nine months"

[[provision]]
text = "Supervision every month."
document = "guide"
quote = "supervision every month"

[[provision.told]]
group = "STR worker"
value = "diluted"
text = "every third month"

[[provision.told.evidence]]
case = "Denise"
theme = "5.1"

[[power]]
dimension = "dialogue"
place = 2
reason = "Long interviews."
"""


def read(text: str) -> FindingsFile:
    return read_findings_file(text.encode(), "findings.toml")


def test_everything_that_a_file_says_is_read():
    one, other = read(WHOLE).findings

    assert (one.output, one.status, one.answers) == (Output.ASSOCIATION, FindingStatus.READY, ("1",))
    assert one.account == "They say so as a matter of course."
    assert (one.themes, one.where, one.waves) == (("3.4",), (("role", ("STR worker",)),), ("at referral",))
    assert [(each.side, each.source, each.quote, each.star) for each in one.evidence[:1]] == [
        (Side.AGAINST, "19-stacey", "Always two.", True)
    ]
    assert (one.evidence[1].case, one.evidence[1].theme) == ("Denise", "3.4")
    assert one.places == (FileCase("Stacey", Stance.CONTRARY, "", "goes in pairs"),)
    assert one.searches == (FileSearch("all of 3.4", "Stacey and Neville", Done.BOUNDED),)
    assert (other.output, other.follows) == (Output.RECOMMENDATION, (1,))


def test_what_is_written_is_read_again():
    content = read(WHOLE)

    again = read_findings_file(write_findings_file(content), "findings.toml")

    assert again == content


def test_changes_provisions_and_power_are_read_and_written():
    content = read(BESIDES)

    assert [(one.case, one.kind.value, one.earlier) for one in content.changes] == [
        ("Service user 3", "decreases", "at referral")
    ]
    assert [each.value.value for one in content.provisions for each in one.told] == ["diluted"]
    assert (content.groups, content.powers[0].place) == ("role", 2)
    again = read_findings_file(write_findings_file(content), "findings.toml")
    assert again == content


def test_the_same_findings_give_the_same_bytes():
    assert write_findings_file(read(WHOLE)) == write_findings_file(read(WHOLE))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = 1", r"holds no \[\[finding\]\]"),
        ("format = 2\n[[finding]]\nstatement = 'x'", "reads format 1"),
        ("[[finding]]\noutput = 'range'", "no “statement”"),
        ("[[finding]]\nstatement = 'x'\noutput = 'idea'", "finding 1: .*recommendation"),
        ("[[finding]]\nstatement = 'x'\nclaim = 'y'", "“claim” means nothing here; what fits: .*statement"),
        ("[[finding]]\nstatement = 'x'\n[[finding.evidence]]\nsource = 's'", "evidence 1: give a source with a quote"),
        ("[[finding]]\nstatement = 'x'\n[[finding.evidence]]\nside = 'no'", "there are: for, against, qualifies"),
        ("[[finding]]\nstatement = 'x'\nfollows = ['the first']", "numbers of findings"),
        ("[[finding]]\nstatement = 'x'\nwhere = ['role']", "attributes with their values"),
        ("[[finding]]\nstatement = 'x'\n[[finding.case]]\ncase = 'A'", "no “stance”"),
        ("[[finding", "not valid TOML"),
        ("[[change]]\ncase = 'A'\ntheme = '1'\nkind = 'grows'", "change 1: .*there are: emerges"),
        ("[[provision]]\ntext = 'A'", "provision 1: it has no “document”"),
        ("[[power]]\ndimension = 'luck'\nplace = 1\nreason = 'x'", "power 1: .*study aim"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place_and_what_would(text, said):
    with pytest.raises(BadTable, match=said):
        read(text)


def test_a_segment_by_its_place_is_evidence():
    [one] = read("[[finding]]\nstatement = 'x'\n[[finding.evidence]]\nsource = 's'\nstart = 3\nend = 9").findings

    assert one.evidence == (FileEvidence("findings.toml, finding 1, evidence 1", source="s", start=3, end=9),)


def test_a_finding_needs_no_more_than_its_statement():
    [one] = read("[[finding]]\nstatement = 'x'").findings

    assert one == FileFinding("findings.toml, finding 1", "x")
