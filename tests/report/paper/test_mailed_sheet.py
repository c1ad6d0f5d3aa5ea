"""A worksheet to mail, in a real browser from a file and without a network: what is ticked comes back as votes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, expect

from hustings.answers.workshop.workshop_log import PREWORK, Vote, VoteKind
from hustings.casefile import create
from hustings.cli.verb_group import hustings
from hustings.cli.workshop.roster_case import journal_of
from hustings.pack.loader import read_pack
from hustings.report.paper.mailed_sheet import mailed_sheet, reminder
from support.browser import chromium, violations_of
from support.paper import STAMP, sheet_of
from support.report import town
from support.session import AT, TOWN

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \"'&"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


class Elements(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags, self.attributes = list[str](), set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}


def run(*words: str | Path) -> str:
    done = CliRunner().invoke(hustings, [*map(str, words), "--pack", str(TOWN)])
    assert done.exit_code == 0, done.output
    return done.output


def test_the_texts_of_pack_and_campaign_are_never_markup() -> None:
    asked = [replace(question, text=EVIL, help=EVIL) for question in list(town().questions.values())[:3]]
    page = mailed_sheet(replace(sheet_of(asked, name=EVIL), campaign=EVIL), town(), "answers.json")
    found = Elements()
    found.feed(page)
    assert {"meta", "title", "style", "script", "textarea"} <= set(found.tags)
    assert (1, 1, 0) == (found.tags.count("script"), found.tags.count("style"), found.tags.count("img"))
    assert not {name for name in found.attributes if name in ("src", "href", "action") or name.startswith("on")}
    assert "default-src 'none'; style-src 'sha256-" in page


def test_the_mail_names_the_campaign_on_one_line() -> None:
    first, *rest = reminder("Rivera\r\nBcc: x").splitlines()
    assert "Subject: Rivera Bcc: x: please answer before our workshop" == first
    assert any("“Save my answers”" in line for line in rest)


def test_what_is_ticked_without_a_network_comes_back_as_votes(browser: Browser, tmp_path: Path) -> None:
    case, sheets = tmp_path / "rivera.hustings", tmp_path / "sheets"
    create(case, pack=read_pack(TOWN), by="Ann", at=AT).close()
    run("workshop", "roster", case, "--add", "Ann Ruiz:manager")
    told = run("workshop", "worksheets", case, "--html", "--out", sheets)
    assert ["comms.html", "manager-1-ann-ruiz.html"] == sorted(path.name for path in sheets.glob("*.html"))
    assert (sheets / "reminder.txt").read_text(encoding="utf-8").splitlines()[0] in told
    context = browser.new_context(viewport={"width": 320, "height": 640}, offline=True, locale="en-US")
    page = context.new_page()
    page.goto((sheets / "manager-1-ann-ruiz.html").as_uri())
    expect(page.locator("#said")).to_contain_text("0 of ")
    assert violations_of(page) == []
    assert 320 == page.evaluate("document.documentElement.scrollWidth")
    page.get_by_role("button", name="Save my answers").click()
    expect(page.locator("#said")).to_have_text("Nothing is filled in.")
    first = page.locator("[data-question=uses_ai]")
    first.get_by_text("Not my area").click()
    first.get_by_text("Yes", exact=True).click()
    first.locator("summary").click()
    first.locator("textarea").fill("I saw it <b>once</b>.")
    page.reload()
    expect(first.get_by_label("Yes", exact=True)).to_be_checked()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save my answers").click()
    assert "manager-1-ann-ruiz-answers.json" == saving.value.suggested_filename
    saving.value.save_as(tmp_path / "back.json")
    expect(page.locator("#said")).to_contain_text("Saved as manager-1-ann-ruiz-answers.json.")
    context.close()
    assert "1 vote for the first round" in run("import", case, tmp_path / "back.json")
    with journal_of(str(case)) as journal:
        yes = journal.votes("uses_ai", PREWORK)
    assert {1: Vote(VoteKind.OPTION, "yes", "I saw it <b>once</b>.")} == yes
    assert "nothing new" in run("import", case, tmp_path / "back.json")


def test_a_saved_file_of_another_case_or_with_two_answers_is_refused(tmp_path: Path) -> None:
    case = tmp_path / "rivera.hustings"
    create(case, pack=read_pack(TOWN), by="Ann", at=AT).close()
    back = tmp_path / "back.json"
    for text, told in (
        ('{"hustings": "answers-1", "fields": {"uses_ai:yes": "on"}}', "it is not a worksheet from Hustings"),
        (
            '{"hustings": "answers-1", "fields": {"sheet": "hustings-1.0123456789ab.0123456789ab..en..0"}}',
            "another case",
        ),
        ("{", "it is not the file that a mailed worksheet saves"),
    ):
        back.write_text(text, encoding="utf-8")
        done = CliRunner().invoke(hustings, ["import", str(case), str(back), "--pack", str(TOWN)])
        assert (1, "") == (done.exit_code, done.stdout)
        assert told in done.stderr


def test_what_cannot_go_together_is_not_saved_together(browser: Browser, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.html"
    sheet.write_text(mailed_sheet(sheet_of(), town(), "back.json"), encoding="utf-8")
    context = browser.new_context(offline=True, locale="en-US")
    page = context.new_page()
    page.goto(sheet.as_uri())
    several, number = page.locator("[data-question=channels]"), page.locator("[data-question=staff]")
    for text in ("None of these", "Knocking on doors", "Phone calls"):
        several.get_by_text(text, exact=True).click()
    number.locator("input:not([type])").fill("12")
    number.get_by_text("Not my area").click()
    number.locator("input:not([type])").fill("7")
    page.locator("[data-question=uses_ai]").get_by_text("Yes", exact=True).click()
    page.locator("[data-question=uses_ai]").get_by_role("button", name="Clear this answer").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save my answers").click()
    told = json.loads(Path(saving.value.path()).read_text(encoding="utf-8"))["fields"]
    context.close()
    ticked = {"channels:doors": "on", "channels:calls": "on", "staff+value": "7"}
    assert {"sheet": str(STAMP), "name": "Ann Lee", **ticked} == told
