"""Small words: unitss, cut figures."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hustings.messages import long_date, short_date
from hustings.report.document.phrases import counted, share, shortened
from hustings.scoring.result import whole
from hustings.text import one_line


def test_dates_do_not_follow_the_machine() -> None:
    assert ("3 May 2026", "13 Oct") == (long_date(date(2026, 5, 3)), short_date(date(2026, 10, 13)))


def test_counts() -> None:
    found = tuple(counted(n, "{n} thing {what}", "{n} things {what}", what="more") for n in (1, 12, 13))
    assert ("One thing more", "Twelve things more", "13 things more") == found


def test_figures_are_cut_and_never_rounded() -> None:
    assert share(Fraction(79999, 100000)) == "79.9 %"
    assert share(Fraction(1)) == "100 %"
    assert whole(Fraction(5999, 100), Fraction(6199, 100)) == ("59", "61")
    assert whole(Fraction(592, 10), Fraction(598, 10)) == ("59.2", "59.8")


def test_names() -> None:
    assert one_line(" Rivera\n\tfor\u202e Council\x00 ") == "Rivera for Council"
    assert shortened("Rivera for Council", 10) == "Rivera fo…"
