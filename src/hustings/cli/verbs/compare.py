"""`hustings compare`: two assessments of one case. Is the campaign better than last time, and why?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from hustings.answers.local_texts import numbers_of
from hustings.casefile import open_case
from hustings.cli.cases.case_assessments import all_assessed, answered, two_named
from hustings.cli.cases.opened_case import case_path, existing_case, is_any_size_allowed, warn_unerased
from hustings.cli.options import lang_option
from hustings.cli.output import echo, echo_lines
from hustings.cli.translated_help import Verb
from hustings.messages import say
from hustings.text import one_line

if TYPE_CHECKING:
    from hustings.scoring.progress.compared_assessment import ComparedAssessment
    from hustings.scoring.progress.comparison import Comparison


@click.command(cls=Verb, short_help="Say what changed since the last assessment, and why.")
@click.argument("case")
@click.option("--then", metavar="TITLE", help="The earlier assessment; otherwise the one before the later.")
@click.option("--now", metavar="TITLE", help="The later assessment; otherwise the latest.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON (the schema is published with Hustings).")
@lang_option
def compare(case: str, then: str | None, now: str | None, pack: str | None, *, as_json: bool) -> None:
    """Compare two assessments of CASE: the index then and now, and what made the difference.

    The change is split exactly into what the campaign did, what the rubric changed, and what law or calendar changed.
    With more than two assessments, the trend is shown as well. Nothing is saved.
    """
    from hustings.scoring.progress.comparison import compare as compared

    two, every = _assessed(case, then, now, pack)
    comparison = compared(*two)
    if as_json:
        from hustings.report.export.comparison_json import comparison_json

        echo(json.dumps(comparison_json(comparison, _trend(every)), indent=2))
    else:
        echo_lines(map(numbers_of(comparison.now.pack, comparison.now.answers), lines(comparison, every)))


def lines(found: Comparison, every: Sequence[ComparedAssessment]) -> Iterator[str]:
    """The comparison as it is read out, under the campaign's name; the trend at its end."""
    from hustings.answers.display import campaign_name
    from hustings.scoring.progress.comparison_sentences import progress_lines, trend_lines

    yield one_line(campaign_name(found.now.pack, found.now.answers)) or say("This campaign")
    yield from progress_lines(found)
    if trend := list(trend_lines(_trend(every))):
        yield from ("", say("Trend"), *(f"  {line}" for line in trend))


def _trend(every: Sequence[ComparedAssessment]) -> tuple[Comparison, ...]:
    from hustings.scoring.progress.comparison import trend

    return trend(every)


def _assessed(
    case: str, then: str | None, now: str | None, pack: str | None
) -> tuple[tuple[ComparedAssessment, ComparedAssessment], tuple[ComparedAssessment, ...]]:
    """The two to compare, and all that have answers."""
    with existing_case(case), open_case(case_path(case), write=False, large=is_any_size_allowed()) as file:
        warn_unerased(file)
        two, have = two_named(file, case, then, now), answered(file)
        every = dict(zip(have, all_assessed(file, have, pack), strict=True))
    return (every[two[0]], every[two[1]]), tuple(every.values())
