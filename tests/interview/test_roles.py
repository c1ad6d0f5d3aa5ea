"""Who answered what, and since when."""

from __future__ import annotations

from hustings.interview.roles import answered_by_whom
from support import screens


def test_what_is_shown_of_people_and_that_it_leads_back() -> None:
    here = screens.at("records_rule")
    page = answered_by_whom(here, screens._events(here), "Kim", "hustings questions rivera --role {}".format)
    told = [line.text for line in page.lines]
    assert any(text.startswith("Since you were here (26 November 2026") for text in told)
    assert "What waits for one of you, to print: hustings questions rivera --role manager" in told
    assert "Answered by Kim and Ana." in told
    assert "Since" not in " ".join(line.text for line in answered_by_whom(here, (), "", str).lines)
