"""Whoever keeps events in order is a log: a list will do."""

from __future__ import annotations

from hustings.answers.events import Log
from hustings.answers.replay import replay
from support.answers import DONT_KNOW, ListLog


def test_a_list_is_a_log() -> None:
    log: Log = ListLog()
    first = log.append("plan", DONT_KNOW)
    second = log.append("plan", None, source="paper")
    assert (first.number, second.number, second.source) == (1, 2, "paper")
    assert replay(log.events()) == {}
    assert replay(log.events()[:1]) == {"plan": DONT_KNOW}
