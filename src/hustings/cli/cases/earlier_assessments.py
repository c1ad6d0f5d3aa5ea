"""What a report says about the time before: the assessment that is printed, compared with those that it comes after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hustings.casefile import open_case
from hustings.cli.cases.case_assessments import all_assessed, answered
from hustings.cli.cases.opened_case import OpenedCase, case_path, is_any_size_allowed
from hustings.cli.output import echo
from hustings.messages import say
from hustings.problems import InputError
from hustings.scoring.progress.compared_assessment import ComparedAssessment

if TYPE_CHECKING:
    from hustings.scoring.progress.comparison import Comparison


def compared_with_earlier(case: str, opened: OpenedCase, on: date) -> tuple[Comparison, ...]:
    """Each assessment of a case compared with the one before it; the last is the one that was opened, on a day.

    Empty if it is the first. Where an earlier one cannot be read or has no score, a note says so, and it is empty too.
    """
    with open_case(case_path(case), write=False, large=is_any_size_allowed()) as file:
        earlier = [one for one in answered(file) if one.id != opened.assessment.id]
        if not earlier:
            return ()
        from hustings.scoring.progress.comparison import trend

        try:
            now = ComparedAssessment(opened.pack, opened.answers, on, opened.assessment.title, opened.head)
            return trend([*all_assessed(file, earlier, None), now])
        except InputError as wrong:
            note = say("Note: the report says nothing about the time before. {why}", why=wrong.what)
            echo(note, err=True)
            return ()
