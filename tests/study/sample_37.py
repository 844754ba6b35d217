"""A made-up list of 37 people with the roles and sites of a published sample table, to be counted again."""

from __future__ import annotations

ROLES = {
    "Support, Time and Recovery (STR)": (3, 0, 5),
    "Carer Support Worker (CSW)": (2, None, 2),
    "Graduate Mental Health Worker (GMHW)": (3, 3, 0),
    "Community Development Worker (CDW)": (1, 2, 2),
    "Psychological Wellbeing Practitioner (PWP)": (None, 1, 4),
    "High Intensity Worker (HIW)": (None, 0, 2),
    "traditional support worker": (2, 0, 0),
    "managers": (2, 1, 2),
}
"""Role -> people at site 1, 2, 3; None for a role that does not exist there."""

TABLE_3 = """\
role,site 1,site 2,site 3,total
"Support, Time and Recovery (STR)",3,0,5,8
Carer Support Worker (CSW),2,-,2,4
Graduate Mental Health Worker (GMHW),3,3,0,6
Community Development Worker (CDW),1,2,2,5
Psychological Wellbeing Practitioner (PWP),-,1,4,5
High Intensity Worker (HIW),-,0,2,2
traditional support worker,2,0,0,2
managers,2,1,2,5
total,11 + 2,6 + 1,15 + 2,32 + 5
"""


def people_csv() -> str:
    lines = ["case,role,site,post"]
    number = 0
    for role, counts in ROLES.items():
        post = "manager" if role == "managers" else "worker"
        for site, count in enumerate(counts, 1):
            for _ in range(count or 0):
                number += 1
                lines.append(f'P{number},"{role}",site {site},{post}')
    return "\n".join(lines) + "\n"


def quotas_csv() -> str:
    lines = ["role,site,target,exists"]
    for role, counts in ROLES.items():
        lines += [f'"{role}",site {at + 1},,{"no" if count is None else "yes"}' for at, count in enumerate(counts)]
    return "\n".join(lines) + "\n"
