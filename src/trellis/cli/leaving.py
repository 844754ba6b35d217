"""Words that leave the study as JSON or CSV: those of people who may not be quoted stay, and that is said."""

from __future__ import annotations

from trellis.cli.common import Form, say, show
from trellis.study.study import Study
from trellis.study.table import Table


def show_words(study: Study, table: Table, how: Form, *, identified: bool = False) -> None:
    """Prints a table of words: on the screen all of it, for a file without those who have not agreed to be quoted.

    Unless it is to be identified, names that an open key knows are pseudonyms in it.
    """
    if how is Form.TABLE:
        show(table)
        return
    kept = study.consents.quotable(table)
    show(kept if identified else study.pseudonyms.without_names(kept), how)
    left_out = len(table.values) - len(kept.values)
    if left_out:
        say(f"{left_out} left out: no consent to quote")
