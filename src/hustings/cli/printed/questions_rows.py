"""The questions as a sheet to prepare answers: on a terminal the questions first, and `--all` the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil

from hustings.messages import say, several
from hustings.pack.model import Pack
from hustings.pack.questionnaire import SELECTS, Question, Section
from hustings.styled_text.rows import BLANK, UNBOUNDED, Row, ends, para


def questions_rows(
    pack: Pack, selected: Sequence[Question], role: str, width: int, *, open_only: bool, whole: bool
) -> Iterator[Row]:
    """For whom the sheet is, how long it takes, and each question; `whole`: with its choices and what to have ready."""
    titles = {known.id: known.title for known in pack.questionnaire.roles}
    for_whom = say("For: {role}", role=titles[role]) if role else say("For everyone")
    if not selected:
        nothing = say("{whose}. Nothing is open.", whose=for_whom)
        yield from para(nothing if open_only else say("{whose}. Nothing is asked.", whose=for_whom), width, "title")
        return
    yield from _head(pack, for_whom, selected, width)
    for section in pack.questionnaire.sections:
        asked = [question for question in selected if question.section == section.id]
        yield from _section(section, asked, {} if role else titles, width, whole=whole)
    if not whole:
        yield BLANK
        yield from para(say("choices, and what to have at hand"), width, "quiet", (("key", "--all"), ("", "  ")))


def _head(pack: Pack, for_whom: str, selected: Sequence[Question], width: int) -> Iterator[Row]:
    whose = say("{pack}. {whose}: {count}, about {time}.", pack=pack.title, whose=for_whom, **_size(selected))
    yield from para(whose, width, "title")
    warning = say("Some may not come: earlier answers decide. Please write no names or data of voters on this sheet.")
    yield from para(warning, width, "quiet")


def _size(selected: Sequence[Question]) -> dict[str, str]:
    minutes = ceil(sum((question.minutes for question in selected), Fraction()))
    return {
        "count": several(len(selected), "{n} question", "{n} questions"),
        "time": several(minutes, "{n} minute", "{n} minutes"),
    }


def _section(
    section: Section, asked: Sequence[Question], titles: Mapping[str, str], width: int, *, whole: bool
) -> Iterator[Row]:
    if not asked:
        return
    size: Row = (("quiet", say("{count}, about {time}", **_size(asked))),)
    yield BLANK
    yield (("strong", section.title),) if width == UNBOUNDED else ends((("strong", section.title),), [size], width)
    for number, question in enumerate(asked, 1):
        yield from (BLANK,) if whole else ()
        yield from para(question.text, width, "", (("key", f"  {number}."), ("", " ")))
        yield from _whole(question, titles, width) if whole else ()


def _whole(question: Question, titles: Mapping[str, str], width: int) -> Iterator[Row]:
    indent: Row = (("", "     "),)
    if question.help:
        yield from para(question.help, width, "quiet", indent)
    if question.type in SELECTS:
        for choice in question.choices:
            yield from para(choice.text, width, "", (*indent, ("quiet", "[ ] ")))
    else:
        yield from para(say("Answer: ____________________"), width, "", indent)
    if question.evidence:
        yield from para(say("Have at hand: {evidence}", evidence=question.evidence), width, "quiet", indent)
    if question.role in titles:
        yield from para(say("Who knows: {role}", role=titles[question.role]), width, "quiet", indent)
