"""`--on`: the same option for every verb that reckons from a day, written as people write dates.

In figures alone a date is read in the order of the place where the campaign runs, as the interview reads it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from hustings.answers.accept import Refusal, day_of
from hustings.answers.typed_dates import date_order
from hustings.cli.opened_case import OpenedCase
from hustings.messages import say
from hustings.problems import InputError
from hustings.text import clean


def on_option(about: str) -> Callable[[Any], Any]:
    """The option, with what the day is for."""
    return click.option("--on", metavar="DATE", help=about)


def day_on(written: str | None, found: OpenedCase) -> date | None:
    """The day that somebody gave with `--on`; None if none was given. Raises `InputError` for what is no one date."""
    if written is None:
        return None
    day = day_of(clean(written), date_order(found.pack, found.answers))
    if isinstance(day, Refusal):
        raise InputError(say("--on: {why}", why=day.why), day.hint)
    return day


def day_or_today(written: str | None, found: OpenedCase) -> date:
    """The day given with `--on`; the day where the campaign is otherwise."""
    return day_on(written, found) or date.today()  # noqa: DTZ011
