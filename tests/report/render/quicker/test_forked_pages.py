"""What a fork sends of its pages: where they begin, what the file needs of each, and what is painted."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from hustings.report.render.quicker.fork import Fork
from hustings.report.render.quicker.forked_pages import Around, forked_pages
from hustings.report.render.quicker.page_places import Rendering
from hustings.report.render.quicker.page_share import Share
from support.sections import before_layout, sections

pytestmark = pytest.mark.slow


def answers(rendering: Rendering) -> list[Any]:
    share = Share({0: {2: None}}, {0: {4: None}}, "")
    fork = Fork(partial(forked_pages, rendering, share, None))
    laid = fork.receive()
    fork.send(Around(3, 9, {"part": "Part 0", "from": "Page "}))
    found = [laid, fork.receive(), fork.receive()]
    fork.end()
    return found


def test_pages_between_two_places_are_sent() -> None:
    laid, pages, (painted, rows) = before_layout(sections(count=5), answers)
    assert ({0: {2: None}}, {0: {4: None}}) == (laid.items[0][0], laid.items[-1][0])
    assert {"part": "Part 2"} == laid.words
    assert len(laid.items) - 1 == len(pages) == len(painted.streams) == len(rows)
    assert ["s1", "s2"] == [*dict.fromkeys(name for page in pages for name in page.anchors)]


def test_what_cannot_be_sent_is_told() -> None:
    html = sections("<p>No glyph: \U0001fbff</p>", count=5).replace('id="s3"', 'id="s9"')
    share_of_odd = Share({0: {4: None}}, {0: {5: None}}, "")

    def told(rendering: Rendering) -> Any:
        fork = Fork(partial(forked_pages, rendering, share_of_odd, None))
        fork.receive()
        fork.send(Around(3, 9, {}))
        fork.receive()
        answer = fork.receive()
        fork.end()
        return answer

    assert before_layout(html, told) is None
