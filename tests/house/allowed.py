"""What the house lints pass over, each with its reason.

Extend a list only with a reason that will still hold.
"""

from __future__ import annotations

# path below src/trellis -> functions of it that are one long list or table, not a long thought.
LONG_LISTS: dict[str, frozenset[str]] = {}

# Paths below src/trellis of modules that decide something and are tested elsewhere: path -> where and why.
TESTED_ELSEWHERE: dict[str, str] = {
    "review/ascribing.py": "review/test_speakers.py and test_quotations.py: attributions wherever they stand",
    "review/differences.py": "review/test_verbatim.py: what a difference is shows in what is said of it",
    "review/material.py": "review/test_settings.py, and every test of a rule",
    "review/transcripts.py": "review/test_matching.py and test_casting.py",
    "review/word_kinds.py": "lists of words; each is tried by the tests of the rules that read it",
    "core/report_template.py": "exchange/test_report_toml.py reads it and study/test_reporting.py prints it",
    "store/queries/report.py": "study/test_reporting.py: the counts fill the method section",
    "study/report_facts.py": "study/test_reporting.py: the counts fill the method section",
    "study/report_findings.py": "study/test_reporting.py: what is printed of a finding, and what is not",
    "study/report_lenses.py": "study/test_reporting.py: lenses with and without judgements",
    "study/report_limits.py": "study/test_reporting.py: limitations are printed from it",
    "study/report_people.py": "study/test_reporting.py: attributions under a pattern",
    "study/report_sections.py": "study/test_reporting.py: section by section",
    "study/report_templates.py": "cli/test_report.py: a template written out, changed and used",
    "study/sample_counting.py": "study/test_sample.py: the table is counted by it",
    "web/schemas/": "web/routes/: a schema is what a route takes or gives",
    "store/reader.py": "store/test_changes.py: a change is a reader that also writes",
    "store/sql.py": "store/test_changes.py runs every statement that it spells",
    "store/specs.py": "store/test_migrate.py and test_mapping.py: the tables are made of it",
    "store/tables.py": "store/test_migrate.py and test_mapping.py hold it against the migrations and the records",
    "store/writer.py": "store/test_changes.py and test_undo.py: nobody else may use it",
    "store/queries/plain.py": "store/queries/test_chart.py and test_codings.py read their rows through it",
    "store/references.py": "study/test_conflicts.py and test_undo_everything.py: what refers to a row that goes",
    "study/conflict_settling.py": "study/test_conflicts.py: putting a choice into force is what settling does",
    "store/queries/overview.py": "study/test_overview.py: the counts are what an overview is made of",
    "store/queries/sources.py": "study/test_sources.py: listings and duplicates are what it answers",
    "store/queries/cases.py": "study/test_cases.py: listing and label table are what it answers",
    "store/handout.py": "study/test_handing_out.py: packages as files",
    "store/lineage.py": "study/test_working_apart.py: what copies know of each other shows in what a merge brings",
    "store/merging.py": "study/test_working_apart.py and test_merging_properties.py, on real files",
    "store/merging_links.py": "study/test_conflicts.py: what one removed and the other built upon",
    "store/merging_plan.py": "study/test_working_apart.py: a merge is its plan, written",
    "store/people.py": "study/test_working_apart.py: somebody who joined two copies",
    "store/rekeying.py": "study/test_rekeying.py: what collides is recorded anew, on real files",
    "store/putting_away.py": "study/test_putting_away.py looks for what was put away in every byte, and brings it back",
    "store/sides.py": "study/test_working_apart.py and test_merging_properties.py",
    "store/tombstones.py": "study/test_working_apart.py: what was erased does not come back",
    "study/conflict_words.py": "study/test_conflicts.py and cli/test_working_apart.py: the list of conflicts",
    "study/merging_mending.py": "study/test_working_apart.py: what is there twice, circles, names",
    "study/merging_summary.py": "study/test_working_apart.py: the table of what came in",
    "study/attribute_steps.py": "study/test_attributes.py and test_case_import.py",
    "study/case_grid.py": "web/routes/test_cases.py and test_attributes.py: what the grid shows",
    "study/table_export.py": "web/routes/test_sample.py reads the files back",
    "study/case_editing.py": "study/test_cases.py: each step is one of its calls",
    "study/case_index.py": "study/test_case_import.py: finding and merging cases",
    "study/case_sources.py": "study/test_case_import.py: cases and their sources",
    "study/case_voices.py": "study/test_workbook_import.py and test_bulk_coding.py: people by their transcripts",
    "study/chart_staleness.py": "study/test_chart_reading.py and test_chart_screen.py: marks on cells",
    "store/queries/chart_columns.py": "study/test_chart_screen.py: each query against what `matrix` says",
    "store/queries/source_sheet.py": "study/test_source_sheet.py: what lies on a text is what it answers",
    "study/indexed.py": "study/test_counting.py and test_cooccurring.py: the columns that they count",
    "study/chart_points.py": "study/test_workbook_import.py: what becomes of each point",
    "study/resolving.py": "study/test_workbook_import.py: references that wait",
    "study/workbook_mapping.py": "study/test_workbook_import.py: what sheets, heads and names are taken for",
    "study/demo_roles.py": "study/test_demo.py: the study that its steps make",
    "study/demo_stages.py": "study/test_demo.py: every stage",
    "study/demo_steps.py": "study/test_demo.py and test_demo_peer.py: what its steps bring in",
    "study/settling.py": "study/test_round_settling.py and test_settling_list.py: one by one, and a whole list",
    "study/memo_about.py": "study/test_memos.py: what a memo is about",
    "study/speaker_labels.py": "study/test_cases.py: labels",
    "study/worksheet_given.py": "study/test_worksheets.py: what the numbers and names of a worksheet mean",
    "study/worksheet_reading.py": "study/test_worksheets.py and cli/test_worksheet.py: the sheet and its tables",
    "study/worksheet_writing.py": "study/test_worksheets.py: each step is one of its calls",
    "store/queries/worksheets.py": "study/test_worksheets.py holds its counts against the sheet",
    "study/batch.py": "study/test_sources.py: what becomes of files one by one and together",
    "report/disagreements_docx.py": "study/test_disagreement_export.py reads the document that it writes",
    "report/audit_docx.py": "study/test_audit.py reads the document that it writes",
    "store/erasing.py": "study/test_withdrawing.py looks for what was destroyed in every byte of every file",
    "study/open_key.py": "study/test_pseudonyms.py: the key of a study, opened, written, under another passphrase",
    "study/pseudonym_lists.py": "study/test_pseudonyms.py: what is listed about names",
    "study/pseudonym_steps.py": "study/test_pseudonyms.py: a name replaced is these steps",
    "core/quoting.py": "study/test_consents.py: charts without the words of those who have not agreed",
    "study/known_names.py": "study/test_identified.py and test_audit.py: names that are left become pseudonyms",
    "study/audit_people.py": "study/test_audit.py: a part of the trail",
    "study/handing_out_consent.py": "study/test_consents.py: who is left out of what is handed out",
    "study/speaking.py": "study/test_consents.py and test_new_use.py",
    "study/resting.py": "study/test_withdrawing.py: what rests on a person is what a withdrawal shows and removes",
    "study/lens_bench.py": "study/test_lens_results.py: what outcomes and tables stand on is what they show",
    "study/lens_steps.py": "study/test_lenses.py and test_judgement_files.py: each step is one of their calls",
    "study/lens_units.py": "study/test_lenses.py: units found by name, by kind, by wave",
    "store/queries/judgements.py": "study/test_lens_results.py: evidence and charted rows are what they count",
    "study/keeping.py": "study/test_sources.py: what is kept of a file that comes in",
}

# Paths below src/trellis that may write with SQL. `store/writer.py`, driven by `store/changes.py`, is the only
# writer of study tables; the others write what stands outside history.
WRITERS: dict[str, str] = {
    "store/changes.py": "texts and originals by their digest, and the counter that keys are drawn from",
    "store/derived.py": "theme paths and the search index, rebuilt from study tables at any time",
    "store/erasing.py": "destroys on purpose what the history, the texts and the suggestions hold of a person",
    "store/history.py": "the history's own tables",
    "store/handout.py": "the numbers that others draw keys under, in a package's list of copies",
    "store/merging.py": "the numbers that the other copy draws keys under",
    "store/merging_links.py": "a temporary list of keys, to find what rests on them",
    "store/migrations/": "carry a file from one format to the next",
    "store/narrowing.py": "temporary views, for one transaction, of what somebody may see",
    "store/past.py": "cuts later history off a copy, to read an earlier state",
    "store/recordings.py": "where recordings lie on this computer, outside history",
    "store/requests.py": "digests of what requests asked for, beside the history",
    "store/rekeying.py": "a new file, in which one copy's work has keys of its own",
    "store/putting_away.py": "takes identified texts and what the history holds of them out, and brings them back",
    "store/sql.py": "spells the statements, runs none",
    "store/study_file.py": "which copy of the study this file is",
    "store/tombstones.py": "what another copy destroyed on purpose, so that no merge brings it back",
    "store/suggestions.py": "what rules suggest, outside history until somebody accepts it",
    "store/writer.py": "the one writer of study tables",
}

# Paths below src/trellis/store and src/trellis/study that open files, none of them a study file:
# path -> which file.
OPENERS: dict[str, str] = {
    "study/judgement_files.py": "a file of judgements that a user gives",
    "study/lens_files.py": "lens files, those that ship with the package and those that a user gives",
    "study/chart_export.py": "a chart, written for people to read, print and fill in",
    "study/demo_peer.py": "the example's own files, which ship with the package",
    "study/demo_steps.py": "the examples' own files, which ship with the package",
    "store/installation.py": "this installation's own record of how far each study has counted",
    "store/key_file.py": "the key of pseudonyms, a file of its own beside the study",
    "store/places.py": "the system's list of mounted folders",
}


def covers(allowed: dict[str, str], path: str) -> bool:
    """Whether a path is in the list, itself or by a folder (which ends in "/")."""
    return any(path == entry or (entry.endswith("/") and path.startswith(entry)) for entry in allowed)
