"""Every check that a manuscript alone can answer, as its page in the reference tells it."""

from __future__ import annotations

from trellis.core.review import Check, Group

CHECKS: tuple[Check, ...] = (
    Check(
        "verbatim-mismatch",
        Group.WORDS,
        "Is the quotation what was said?",
        "words printed as somebody's stand in no transcript, or differ from it without a mark: changed, added, gone",
        "the difference is one of typography, capitals, spelling, short forms, numbers as words, sounds such as "
        "“um”, fillers that the methods say are left out, "
        "a stutter, a transcriber's note, or square brackets hold the author's words; short terms and words "
        "with a reference to the literature are not taken for quotations",
        "copy the words from the transcript; mark what is left out with … and what is put in with [brackets]",
    ),
    Check(
        "quotation-spliced",
        Group.WORDS,
        "Do the pieces of the quotation belong together?",
        "an ellipsis, or nothing, joins words from different transcripts, turns or in another order, or drops a "
        "“not” that belongs to the words beside it, or a “once” and makes one sentence of two, or what limits or takes "
        "back the words right there (“but …”, “except”, “I tell a lie”, “too much”); or the quotation begins "
        "right behind a “not”, or is led to by a word that the speaker denies beside it",
        "an ellipsis leaves out whole clauses of one turn, or stands for a pause; the sentence tells the limit itself",
        "print two quotations, print the question between the turns, or put the words back",
    ),
    Check(
        "hedge-lost",
        Group.WORDS,
        "Is the claim as sure as the words were?",
        "an ellipsis takes out “maybe” or “I'm not sure”; or a sentence that leaves no doubt leads to "
        "words that say it perhaps is; the quotation begins right behind the hedge; or what is told as often was, by "
        "the words beside it, once or twice",
        "the sentence says whose view it is, or is no surer than the words",
        "keep the hedge in the quotation, or in the sentence: “felt”, “thought”, “in one worker's view”",
    ),
    Check(
        "prompted",
        Group.WORDS,
        "Whose words are they, if the question held the answer?",
        "the quotation is hardly more than a yes to a question that put the words into the participant's mouth, or "
        "short and in the question's words only; or a bare yes stands as somebody's view; or a short term is told as "
        "participants' own that the interviewer brings in wherever somebody says it; or the text says that it came "
        "unasked, and it answers the question right before or takes up its words",
        "the participant goes on in words of their own, the question is printed with the answer, or the text does not "
        "say that it came unasked",
        "print the question, choose other words, or say that it was agreed to when put",
    ),
    Check(
        "attribution-mismatch",
        Group.SPEAKERS,
        "Did those who are named say it?",
        "the words stand in the turns of somebody whom the attribution does not fit, or in the interviewer's; or in "
        "another round or year of interviews than attribution or sentence give; or of somebody from another place than "
        "the sentence says",
        "the same words were also said by somebody whom it fits, it is not known who speaks in the transcript, or the "
        "text says that the interviewer asks or offers them",
        "correct the attribution, or the label in the transcript",
    ),
    Check(
        "attribution-not-in-sample",
        Group.SPEAKERS,
        "Does anybody in the sample fit the attribution?",
        "it names somebody, a combination of attributes, or a role that no row of the sheet has; the paper's own names "
        "(“Millbrook (site A)”) are learnt from it",
        "there is no sheet, the attribution's words say nothing that the sheet knows of, or it joins two groups",
        "correct the attribution, or add the row; say in the methods who else was asked",
    ),
    Check(
        "attribution-pattern",
        Group.SPEAKERS,
        "Are all attributions worded alike?",
        "some follow another pattern than the rest, one value of an attribute goes by several names, or words of a "
        "participant have no name where nearly all others have one, or a role where all others have a number",
        "there are fewer than four, they stand in a table's own column, the paper says how people are named and where "
        "otherwise, or a role is always named with less",
        "choose one pattern for the whole report and keep to it",
    ),
    Check(
        "evidence-reused",
        Group.EVIDENCE,
        "Is one quotation made to serve twice?",
        "the same words of the same place, or a part of them, are printed twice as somebody's, in two sections or with "
        "two attributions; or once in a table that says it repeats nothing",
        "one of the two is a title, a heading, or stands in the abstract; a short phrase without an attribution comes "
        "back to a longer quotation; a table gathers quotations; or the sentence says that it quotes the words again",
        "choose another quotation for one of the places, or say that the words are quoted again and why",
    ),
    Check(
        "evidence-off-scope",
        Group.EVIDENCE,
        "Do those who are quoted belong to what the sentence speaks of?",
        "the sentence speaks of one site, team or group, and everybody who is quoted for it is of another",
        "somebody of it is quoted too, the sentence compares or denies it, it is a part of what the speaker is called, "
        "or it is not known who speaks",
        "quote somebody from there, or widen or move the claim",
    ),
    Check(
        "second-hand",
        Group.EVIDENCE,
        "Who says so?",
        "a sentence says as a fact what a group does or is, and only other people are quoted for it, or nobody is and "
        "nobody of the group is in the sample; it tells a motive as a fact, with nobody of theirs quoted; or it "
        "speaks of "
        "many where the sample has one; or the quotation begins right behind “I'm told”, and the sentence does not say "
        "so",
        "the sentence says whose view it is (“as workers saw it”, “felt”, “described”), or somebody of the group "
        "is quoted",
        "word it as the view that it is: “as workers saw it”",
    ),
    Check(
        "outside-claim",
        Group.EVIDENCE,
        "Does the claim rest on this study?",
        "a claim about outcomes is said to be borne out by another report of the authors",
        "it is a reference to the literature, or speaks of this paper",
        "leave it to the other report, or say what the material of this one adds",
    ),
    Check(
        "cause-claimed",
        Group.EVIDENCE,
        "Can the material carry cause and effect?",
        "a sentence among the results says as a fact that something caused, brought about, lowers or raises something, "
        "led to a rise, or shows what something does",
        "the sentence says whose view it is, doubts or denies it, refers to the literature, or tells what is planned",
        "say who holds it to be the cause, or leave the cause to a design that can show it",
    ),
    Check(
        "scope-widened",
        Group.EVIDENCE,
        "Does the claim stay with those who were asked?",
        "a sentence among the results speaks of a whole country, service or profession, or says of all places of the "
        "study that something has become better or worse there",
        "the sentence says whose view it is, doubts or denies it, refers to the literature, or stands in an abstract "
        "before anything in it speaks of the study",
        "speak of those who were interviewed, and let the reader carry it further",
    ),
    Check(
        "contrast-one-sided",
        Group.EVIDENCE,
        "Is there evidence on both sides of the comparison?",
        "a sentence sets one group against another, and all the quotations of its section come from one of them; of "
        "places that are set against each other or against all others nothing is quoted or told but of one; a "
        "discussion does so with a group that is quoted nowhere; or that one side did not speak of something is told "
        "as a difference",
        "both are quoted in the section, or neither is; for places: something of each is told beside it, or the "
        "sentence says whose view it is",
        "quote the other side, or say that only one side was heard on this",
    ),
    Check(
        "contrast-confounded",
        Group.EVIDENCE,
        "Are those who are compared alike in everything else?",
        "people are compared by two attributes of which, in the sample, a quarter of the pairs or more nobody has; or "
        "a difference between two places, terms or the like is told as a fact and their people hardly share a value of "
        "another attribute",
        "the text says that the two overlap, or compares by one of them only",
        "say that they go together, and that a difference by one may be a difference by the other",
    ),
    Check(
        "wave-artefact",
        Group.EVIDENCE,
        "Is it the people that changed?",
        "a change from one time of the year to another, or growth over the years, is told of as a fact, and by the "
        "sheet's dates nobody was interviewed twice; a change is told of somebody who was seen once; a change "
        "between rounds in what interviewers spoke of in one of them only; or what is told of one round's time rests "
        "on words of another round",
        "somebody tells of the change looking back, people were interviewed twice, or the sheet has no dates",
        "say that different people are compared, or leave the change out",
    ),
    Check(
        "quantifier-unbased",
        Group.EVIDENCE,
        "Most of whom?",
        "“most”, “some” or “many” stands before a group of the sample, and neither a count in the sentence nor a "
        "line in the methods says what it rests on; the group has only one or two people; a sentence in the same "
        "words, or beside the same other group, gives the group a number that the quantifier or number here cannot be; "
        "or brackets or a note list fewer people than “all”, “most” or the number says",
        "the sentence gives a count, the methods say what the words mean, what follows is no group (“some time”), or "
        "“some” or “several” leads to a quotation or a count",
        "keep the list of cases (holds, with qualification, contrary, not asked, silent) where a referee may ask "
        "for it; "
        "the number need not be printed",
    ),
    Check(
        "single-voice",
        Group.VOICES,
        "Does a finding rest on one person?",
        "a section of the findings has quotations in several places, and all are of one person",
        "it has one quotation or one dialogue, or the text says that it tells of one person",
        "quote others who said it, or say that it is one person's account",
    ),
    Check(
        "voice-missing",
        Group.VOICES,
        "Who was interviewed and is not heard?",
        "nobody of a role, site or group of the sample is quoted, in a manuscript with five quotations or more",
        "the text says why (“managers' interviews are reported elsewhere”), most groups are not quoted, or the group "
        "is one person or may not be quoted",
        "quote them, or say in the methods why they are not heard",
    ),
    Check(
        "voice-dominant",
        Group.VOICES,
        "Does one person speak for all?",
        "a third of the quotations or more, and at least four, are of one person",
        "there are fewer than six quotations, or so few people that a third is a fair share",
        "spread the quotations, or say why this account is followed",
    ),
    Check(
        "consent",
        Group.PEOPLE,
        "May they be quoted?",
        "a column of the sheet on consent to be quoted says no for somebody who is quoted; or the speaker asks in the "
        "same turn that it be left out",
        "the sheet has no such column, or it is not certain who speaks",
        "take the quotation out, or ask",
    ),
    Check(
        "disclosure",
        Group.PEOPLE,
        "Who could be recognised by what is printed of them?",
        "an attribution, or all that is printed of one number or pseudonym taken together, fits fewer than k "
        "people of the sample; a post is held by fewer than k people; a participant's first name stands in a paper "
        "that names nobody; "
        "or a number that a table holds back comes out of its totals; "
        "of a study also where the report's sample table prints numbers below k, with what holding them back takes",
        "at least k people share it, or the sheet or the text says that those people agreed to be recognisable",
        "print less in every attribution (the remark names the smallest coarsening), ask those people, or "
        "paraphrase; "
        "content identifies more than labels do, so read the words themselves as a colleague would",
    ),
    Check(
        "sample-arithmetic",
        Group.NUMBERS,
        "Do the numbers agree?",
        "a number of people, roles, minutes, months or years differs from the sheet; parts, rows, columns or shares do "
        "not add up; bands or rounds come to as many as in the sheet and are split otherwise; an interview is numbered "
        "past the last; a table has noughts and dashes without a key; a group inside another one or a later round of "
        "interviews has no number; a share does not come out of the numbers beside it, or has none; the same thing is "
        "counted otherwise at another place or in the table; all are said to have been seen in each round and were "
        "not; a part is larger than its whole; or a group or every kind of participant is said to be of all places and "
        "is not",
        "the number counts a part, a plan, one round or somebody else's sample, or its noun covers others too "
        "(“managers”, project managers among them); a whole in the findings is smaller "
        "than the sheet's and may be of some; a row or column holds shares, means or the like; a total is blank, sums "
        "up the rows right above it, or a note says that people count in several rows",
        "correct the number or the sheet; give the n of every group and round",
    ),
    Check(
        "reference-missing",
        Group.PAPER,
        "Do the references and their list agree?",
        "the text refers to a work by name and year, or by a raised or bracketed number, that the list lacks, or the "
        "list has one that the text nowhere refers to",
        "there is no list, a text with numbers refers to less than most of it, or name and year stand near each other "
        "in some other form",
        "add the entry, take it out, or correct name or year",
    ),
    Check(
        "method-unsaid",
        Group.PAPER,
        "Is the reader told how it was done?",
        "nothing in the manuscript speaks of approval by an ethics committee, consent, dates, those who did not take "
        "part, who indexed, what became of differences where two did, or, of the Framework method, of charting; a "
        "heading alone is no word on it",
        "there is no section on methods, or hardly any",
        "say it, or say why it is not known",
    ),
    Check(
        "numbering-gap",
        Group.PAPER,
        "Is what is numbered all there?",
        "points are counted off and one is left out; more things are announced than named or listed; stages of the "
        "Framework method are listed and one is not; a table, figure or section is spoken of and not there; a table "
        "or figure is there twice, or is not spoken of",
        "nothing of the kind has a caption or number, or it is another work's, a law's or a supplement's",
        "put in what is missing, or correct the number",
    ),
    Check(
        "note-left-in",
        Group.PAPER,
        "Is this meant for the reader?",
        "a note of the authors to themselves stands in the text: “[check with …]”, “[REF]”",
        "brackets hold an author's words inside a quotation, a reference by number, or “[Table 1 about here]”",
        "take it out",
    ),
)
"""The checks, grouped as they are read."""

BY_ID = {check.id: check for check in CHECKS}
"""Each check by its id."""
