"""Which pages of a document a second program makes: about half, between elements that begin a page."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import pytest

from hustings.report.render.quicker import page_share
from hustings.report.render.quicker.page_share import Between, Share, between, leave_others, leave_share, share_of
from hustings.report.render.quicker.plain_tree import plain_tree
from support.sections import before_layout, sections

TREE = """<!doctype html><html><head><title>T</title></head><body><header>H<p>1</p></header><main>
<section>0<p></p></section> <section class="page">1<p></p></section> <section class="page a">2<p></p><p></p></section>
<section>3<p></p></section> <section class="page">4<p></p></section></main></body></html>"""


@pytest.fixture(autouse=True)
def few_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_share, "FEWEST_ELEMENTS", 10)


def tree(page: str) -> Element:
    found = plain_tree(page, named=False)
    assert found is not None
    return found


def texts(root: Element) -> str:
    return "".join("".join(root.itertext()).split())


def share(root: Element) -> Share:
    found = share_of(root)
    assert found is not None
    return found


def test_half_of_the_elements_between_two_that_begin_a_page() -> None:
    root = tree(TREE)
    found = share(root)
    assert (root.find("body/main"), 2, 4) == (found.around, found.first, found.after)


def test_each_program_empties_what_the_other_prints() -> None:
    ours, theirs = tree(TREE), tree(TREE)
    leave_share(share(ours))
    leave_others(theirs, share(theirs))
    assert ("TH1014", "T23") == (texts(ours), texts(theirs))
    shapes = [[one.get("class") for one in root.iter("section")] for root in (ours, theirs)]
    assert shapes[0] == shapes[1]


def test_the_last_elements_may_be_shared_and_small_shares_are_not() -> None:
    root = tree(TREE.replace("4<p></p>", f"4{'<p></p>' * 9}"))
    assert (4, 5) == (share(root).first, share(root).after)
    assert share_of(tree(TREE.replace("4<p></p>", f"4{'<p></p>' * 999}"))) is None
    assert share_of(tree(TREE.replace('class="page', 'class="pages'))) is None


def test_few_elements_are_not_worth_a_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_share, "FEWEST_ELEMENTS", 10_000)
    assert share_of(tree(TREE)) is None


@pytest.mark.slow
def test_places_are_those_of_the_boxes() -> None:
    def places(rendering: Any) -> list[Any]:
        root = rendering.html.etree_element
        whole = share(root)
        numbers = ((whole.first, whole.after), (whole.first, len(whole.around)), (0, whole.after))
        return [between(rendering.context, rendering.root, Share(whole.around, *ends)) for ends in numbers]

    html = sections().replace("</nav>", "</nav><main>").replace("</body>", "</main></body>")
    first, after = {0: {1: {2: None}}}, {0: {1: {6: None}}}
    assert [Between(first, after, ""), Between(first, None, ""), None] == before_layout(html, places)
