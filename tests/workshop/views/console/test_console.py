"""The facilitator's console in a real browser, against a real server: a whole session, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.answers.workshop.workshop_log import DecisionKind, EntryKind
from hustings.casefile import open_case
from support.browser import PLAN, Stageplay, guest, violations
from support.console import LAPTOP, closed, console, link, look_at, menu, step
from support.server import serving, town_words

KEYS = ("Enter", "1–9", "n", "o", "c", "r", "t", "d", "p", "s", "u", "w", "/", "?", "Alt ↑ ↓")


@pytest.fixture
def page(play: Stageplay) -> Page:
    return console(play)


def journal(folder: Path) -> tuple[list[EntryKind], dict[str, Answer], list[DecisionKind]]:
    """What is in the case file: the kinds of its log, the answers, and the kinds of decision."""
    with open_case(folder / "rivera.hustings", write=False) as case:
        entries = case.entries("a1")
        settled = [entry.decision.settled for entry in entries if entry.decision is not None]
        return [entry.kind for entry in entries], dict(replay(case.events("a1"))), settled


def revealed(page: Page, play: Stageplay, round_: int, *picks: str) -> None:
    """Votes from phones on the question that is open, closed and shown."""
    play.vote(PLAN, round_, *picks)
    expect(page.locator("#counted")).to_have_text(f"{len(picks)} of {len(play.others)} have voted")
    closed(page)
    expect(page.locator("#result .round")).to_have_count(round_ - 1)  # nothing of this round
    page.locator("#step").click()
    expect(page.locator("#result .round")).to_have_count(round_)


def two_rounds(page: Page, play: Stageplay) -> None:
    look_at(page, PLAN)
    step(page, "Open the vote", "Show the votes")
    revealed(page, play, 1, "none", "none", "largely", "largely")
    assert play.others[0].post("/api/note", json={"question": PLAN, "text": "It is in <b>Kim's</b> drawer."}).is_success
    expect(page.locator("#notes li span")).to_have_text(["It is in <b>Kim's</b> drawer."])
    for words in (
        "Split",
        "Lowest: Not in place",
        "Highest: Largely in place",
        "What hangs on it: decides a deal-breaker",
    ):
        expect(page.locator("#result")).to_contain_text(words)
    expect(page.locator(f"#discuss-{PLAN}")).to_be_visible()
    step(page, "Discuss", "Open the second vote")
    page.locator("#timer-120").click()
    expect(page.locator("#clock")).to_have_text("2:00")
    step(page, "Open the second vote", "Show the votes")
    revealed(page, play, 2, "partly", "partly", "partly", "largely")


def decided_otherwise(page: Page) -> None:
    """Not what the votes say: with a reason, a dissent and evidence; taken back and recorded once more."""
    page.locator("#said-2-option-largely").check()
    page.locator("#step").click()
    expect(page.locator("#decide .alarm")).to_have_text(
        "This is not what the votes say. Write down in one sentence why the room decides so. "
    )
    page.locator("#proof summary").click()
    page.locator("#grade").select_option("E1")
    typed = {"rationale": "Kim showed us the page.", "dissent": "1", "dissent_text": "Nobody has read it.",
             "owner": "Kim", "due": "2026-12-01"}  # fmt: skip
    for name, text in typed.items():
        page.locator(f"#{name}").fill(text)
    step(page, "Record C, not the vote", "Next question")
    expect(page.locator("#made .decision")).to_contain_text("1 person objects")
    expect(page.locator("#made h2")).to_have_text("Decided otherwise than voted")
    expect(page.locator("#made dd")).to_have_text(["Partly in place", "Largely in place"])
    expect(page.locator(f"#line-{PLAN}")).to_contain_text("decided · Decided otherwise than voted")
    page.locator("#undo").click()
    expect(page.locator("#step")).to_have_text("Record C, not the vote")
    expect(page.locator("#rationale")).to_have_value("Kim showed us the page.")
    step(page, "Record C, not the vote", "Next question")


def written_down_and_parked(page: Page) -> None:
    page.locator("#kind-fetch").check()
    page.locator("#write-text").fill("The vendor's contract")
    page.locator("#fetch-owner").fill("Bo")
    page.locator("#write > button").click()
    expect(page.locator("#log li")).to_contain_text(["To fetch The vendor's contract Bo", "Note"])
    look_at(page, "records_rule")
    page.locator("#do-park").click()
    page.locator("#park-text").fill("The data lead comes later.")
    page.locator("#park-form .main").click()
    expect(page.locator("#line-records_rule")).to_contain_text("parked")


def left_open(page: Page, play: Stageplay) -> None:
    look_at(page, "voice_online")
    step(page, "Open the vote", "Show the votes")
    play.vote("voice_online", 1, "none", "much", "much", "none")
    step(page, "Show the votes", "Discuss")
    page.locator("#said-1-unresolved").check()
    page.locator("#do-record").click()
    expect(page.locator("#line-voice_online")).to_contain_text("left open")
    expect(page.locator("#made .decision.left h2")).to_have_text("Left open")


def read_back_and_ended(page: Page) -> None:
    menu(page, "readback")
    expect(page.locator("#readback")).to_be_visible()
    for words in (
        "Decisions (3)",
        "Kim, 1 December 2026",
        "“Nobody has read it.”",
        "The vendor's contract",
        "parked",
        "decided otherwise than voted",
    ):
        expect(page.locator("#readback")).to_contain_text(words)
    page.locator("#readback-back").click()
    menu(page, "finish")
    page.locator("#finish-form .main").click()
    expect(page.locator("#finish")).to_be_visible()  # not without the tick
    page.locator("#finish-sure").check()
    page.locator("#finish-form .main").click()
    expect(page.locator("#pace")).to_have_text("The workshop has ended. Decisions can still be corrected.")


def corrected(page: Page) -> None:
    """After the end a decision can be opened again, with a reason; no vote can."""
    expect(page.locator("#corrections")).to_contain_text("within five working days")
    page.locator("#correct-campaign_name").click()
    expect(page.locator("#reopen-text")).to_be_focused()
    page.locator("#reopen-text").fill("The name was misspelt.")
    page.locator("#reopen-form button").click()
    expect(page.locator("#made")).to_have_text("Before it was opened again: Rivera for Council")
    page.locator("#value").fill("Rivera for the Council")
    step(page, "Write down this answer", "Read back")
    expect(page.locator("#others button")).to_have_text(["Correct it", "Take this decision back"])
    page.locator("#step").click()
    expect(page.locator("#corrections li")).to_have_text(
        "What is the campaign called? Rivera for Council → Rivera for the CouncilThe name was misspelt."
    )
    page.locator("#readback-back").click()


def test_a_whole_session_by_mouse(page: Page, play: Stageplay, tmp_path: Path) -> None:
    assert f"{play.served.root}/console" == page.url
    play.join(4)
    expect(page.locator("#people-button")).to_have_text("4 here")
    look_at(page, "campaign_name")  # instead of the form with all facts
    page.locator("#value").fill("Rivera for Council")
    step(page, "Write down this answer", "Next question")
    expect(page.locator("#made .answer")).to_have_text("Rivera for Council")
    two_rounds(page, play)
    decided_otherwise(page)
    written_down_and_parked(page)
    left_open(page, play)
    read_back_and_ended(page)
    corrected(page)
    kinds, answers, settled = journal(tmp_path)
    assert [
        DecisionKind.RECORDED,
        *[DecisionKind.OTHERWISE] * 2,
        DecisionKind.UNRESOLVED,
        DecisionKind.RECORDED,
    ] == settled
    assert {
        EntryKind.TIMER,
        EntryKind.FETCH,
        EntryKind.PARKED,
        EntryKind.UNDONE,
        EntryKind.NOTED,
        EntryKind.FINISHED,
    } <= set(kinds)
    assert ("largely", 1) == (answers[PLAN].value, answers[PLAN].grade)
    assert State.UNRESOLVED == answers["voice_online"].state


def test_a_session_by_keyboard_alone(page: Page, play: Stageplay, tmp_path: Path) -> None:
    def key(name: str, then: str) -> None:
        page.keyboard.press(name)
        expect(page.locator("#step")).to_have_text(then)
        page.wait_for_selector("#step:not([aria-disabled])")

    play.join(3)
    look_at(page, "campaign_name")
    page.keyboard.press("d")
    page.keyboard.type("no. code, rod")  # none of these are keys while typing
    page.keyboard.press("Enter")
    expect(page.locator("#step")).to_have_text("Next question")
    page.wait_for_selector("#step:not([aria-disabled])")
    page.keyboard.press("n")
    expect(page.locator("#asked")).to_contain_text("Is there a rule that voter records")
    look_at(page, "uses_ai")
    key("o", "Show the votes")
    play.vote("uses_ai", 1, "yes", "yes", "no")
    key("c", "Show the votes")
    expect(page.locator("#do-close")).to_have_count(0)
    key("o", "Show the votes")  # not now
    expect(page.locator("#said")).to_have_text("Not possible now.")
    key("r", "Record B and next")  # nothing hangs on it
    key("t", "Open the second vote")
    key("o", "Show the votes")
    play.vote("uses_ai", 2, "yes", "yes", "yes")
    key("c", "Show the votes")
    expect(page.locator("#do-close")).to_have_count(0)
    key("r", "Record B and next")
    page.keyboard.press("d")
    expect(page.locator("#said-2-option-yes")).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "step":
            break
    key("Enter", "Open the vote")
    key("u", "Record B and next")
    page.keyboard.press("/")
    page.keyboard.type("n is not a key here")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#log")).to_contain_text("n is not a key here")
    page.locator("#asked").press("p")
    page.keyboard.press("Enter")
    expect(page.locator("#line-uses_ai")).to_contain_text("parked")
    expect(page.locator("#park")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.locator("#key-list kbd")).to_have_text(KEYS)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # off
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_hidden()
    assert "no. code, rod" == journal(tmp_path)[1]["campaign_name"].value


def test_what_is_typed_survives_a_reload_a_lost_connection_and_other_peoples_steps(page: Page, play: Stageplay) -> None:
    page.locator("#line-staff").click()
    page.locator("#said-0-na").check()
    page.locator("#reason").fill("We are only volunt")
    page.locator("#write-text").fill("half a thou")
    page.locator("#kind-park").check()
    page.reload()
    expect(page.locator("#write-text")).to_have_value("half a thou")
    expect(page.locator("#kind-park")).to_be_checked()
    page.locator("#line-staff").click()
    expect(page.locator("#said-0-na")).to_be_checked()
    expect(page.locator("#reason")).to_have_value("We are only volunt")

    page.locator("#reason").focus()
    page.keyboard.press("End")
    page.keyboard.type("ee")
    play.join(1)
    expect(page.locator("#people-button")).to_have_text("1 here")
    page.keyboard.type("rs")  # the page was filled again, and typing went on
    expect(page.locator("#reason")).to_have_value("We are only volunteers")

    page.context.set_offline(offline=True)
    page.locator("#step").click()
    expect(page.locator("#decide .alarm")).to_contain_text("Nothing you typed is lost.")
    page.context.set_offline(offline=False)
    expect(page.locator("#link")).to_be_hidden()
    step(page, "Write down this answer", "Next question")
    expect(page.locator("#made .answer")).to_have_text("Does not apply: We are only volunteers")


def test_an_ordinary_question_takes_three_clicks_and_the_next_stands_on_the_wall(page: Page, play: Stageplay) -> None:
    wall = play.screen()
    play.join(3)
    look_at(page, PLAN)
    step(page, "Open the vote", "Show the votes")
    play.vote(PLAN, 1, "fully", "fully", "fully")
    expect(page.locator("#step.full")).to_be_visible()
    step(page, "Show the votes", "Record D and next")
    expect(wall.locator(".find")).to_have_text("Fully in place and checked this month")
    step(page, "Record D and next", "Open the vote")  # the facts have their form
    expect(wall.locator("body[data-scene=before] .q")).to_contain_text("Is there a rule that voter records")
    expect(page.locator("#asked")).to_contain_text("Is there a rule that voter records")
    expect(page.locator("#elsewhere")).to_be_hidden()
    expect(page.locator(f"#line-{PLAN}")).to_contain_text("decided")


def test_break_and_read_back_are_put_on_the_wall(page: Page, play: Stageplay) -> None:
    wall = play.screen()
    page.locator("#wall-button").click()
    page.locator("#wall-break-5").click()
    expect(wall.locator("body[data-scene=break] #timer")).to_contain_text(":")
    expect(page.locator("#wall-now")).to_have_text("It shows the break.")
    page.locator("#wall-page-after").click()
    expect(wall.locator("body[data-scene=read_back]")).to_be_attached()
    page.locator("#wall-room").click()
    expect(wall.locator("body[data-scene=join]")).to_be_attached()
    page.locator("#wall .shut").click()
    look_at(page, PLAN)
    page.locator("#wall-button").click()
    page.locator("#wall-question").click()
    expect(wall.locator("body[data-scene=before]")).to_be_attached()
    expect(page.locator("#wall")).to_be_hidden()
    page.locator("#wall-button").click()
    page.locator("#wall-break-5").click()
    page.locator("#wall .shut").click()
    expect(page.locator("#asked")).to_contain_text(
        "who answers first"
    )  # what comes after the break, not what was before
    page.locator("#wall-button").click()
    page.locator("#wall-room").click()
    expect(wall.locator("body[data-scene=before]")).to_be_attached()


def test_in_a_break_the_console_shows_what_comes_next_and_not_what_was_decided_last(
    page: Page, play: Stageplay
) -> None:
    play.join(3)
    play.act("open", question=PLAN)
    play.vote(PLAN, 1, "fully", "fully", "fully")
    play.act("close")
    play.act("reveal")
    play.act("decide", question=PLAN, answer={"value": "fully"})
    expect(page.locator("#made .answer")).to_be_visible()
    play.act("project", what="break", minutes=5)
    expect(page.locator("#asked")).to_contain_text("Is there a rule that voter records")


def test_escape_leaves_whatever_was_opened(page: Page) -> None:
    look_at(page, PLAN)
    middle = page.locator("#question > .scroll").first
    for opener, opened in (
        ("people", "#people"),
        ("wall", "#wall"),
        ("more", "#menu"),
        ("plan", "#plan"),
        ("menu keys", "#keys"),
        ("menu finish", "#finish"),
        ("menu facts", "#facts"),
        ("menu readback", "#readback"),
    ):
        if opener.startswith("menu "):
            menu(page, opener.removeprefix("menu "))
        else:
            page.locator(f"#{opener}-button").click()
        expect(page.locator(opened)).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(opened)).to_be_hidden()
        expect(middle).to_be_visible()
    page.locator("#do-park").click()
    expect(page.locator("#park")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#park")).to_be_hidden()


def test_two_consoles_at_once_and_the_same_place_after_the_browser_was_closed(play: Stageplay) -> None:
    one, other = console(play), console(play)
    look_at(one, PLAN)
    step(one, "Open the vote", "Show the votes")
    expect(other.locator("#asked")).to_contain_text("who answers first")
    look_at(other, "channels")
    expect(other.locator("#elsewhere")).to_contain_text("On the screen now (vote open):")
    expect(one.locator("#asked")).to_contain_text("who answers first")  # each looks at its own
    step(other, "Back to the open vote", "Show the votes")
    expect(other.locator("#step:not([aria-disabled])")).to_be_visible()
    other.locator("#step").dblclick()  # shows the votes, and records nothing with the second click
    expect(one.locator("#step")).to_have_text("Record the decision")
    kept = one.context.cookies()
    one.context.close()
    other.context.close()
    expect(console(play).locator("#step")).to_have_text("Record the decision")
    page = play.page(LAPTOP)
    page.context.add_cookies([{"name": one["name"], "value": one["value"], "url": play.served.root} for one in kept])
    page.goto(f"{play.served.root}/console")
    expect(page.locator("#step")).to_have_text("Record the decision")


def test_nobody_comes_in_without_the_link(play: Stageplay) -> None:
    page = play.page(LAPTOP)
    page.goto(f"{play.served.root}/console#wrong")
    expect(page.locator("#door .alarm")).to_contain_text(
        "This link does not open the console: a link works once, for ten minutes. "
        "Go to the terminal where the workshop runs, type c and press Enter: it shows a new one."
    )
    expect(page.locator("#desk")).to_be_hidden()
    assert f"{play.served.root}/console" == page.url
    page.locator("#secret").fill(link(play))
    page.keyboard.press("Enter")
    expect(page.locator("#desk")).to_be_visible()


def test_what_was_typed_for_one_client_is_not_there_for_the_next(browser: Browser, tmp_path: Path) -> None:
    page, port = browser.new_page(), 0
    for case in ("one", "other"):
        with serving(tmp_path, *town_words(case, port)) as served:
            page.goto(served.link("console"))
            expect(page.locator("#write-text")).to_have_value("")
            page.locator("#write-text").fill("Their manager is leaving.")
            port = served.port  # the same address for both, as it is for a consultant
    page.close()


def test_a_room_without_phones_shows_cards(page: Page) -> None:
    look_at(page, PLAN)
    step(page, "Open the vote", "Show the votes")
    page.locator("#cards-option-none").fill("33")
    page.locator("#card-form button").first.click()
    expect(page.locator("#counted")).to_contain_text("33 entered here")
    page.locator("#cards-again").click()
    expect(page.locator("#counted")).to_have_text("0 of 0 have voted")
    page.locator("#cards-option-partly").fill("3")
    page.locator("#cards-dont_know").fill("1")
    page.locator("#card-form button").first.click()
    expect(page.locator("#counted")).to_contain_text("4 entered here")
    expect(page.locator("#cards-option-partly")).to_have_value("")
    closed(page)
    page.locator("#step").click()
    expect(page.locator("#decide .count")).to_have_text(["0", "3", "0", "0", "1"])

    look_at(page, "channels")
    step(page, "Open the vote", "Show the votes")
    for picks, how_many in ((("doors", "texts"), "2"), (("doors",), "1")):
        for pick in picks:
            page.locator(f"#pick-{pick}").check()
        page.locator("#cards-set").fill(how_many)
        page.locator("#card-form button").first.click()
        expect(page.locator("#cards-set")).to_have_value("")
    expect(page.locator("#counted")).to_contain_text("3 entered here")
    closed(page)
    page.locator("#step").click()
    expect(page.locator("#decide .count")).to_have_text(["3", "2", "0", "0", "0"])
    expect(page.locator("#value-1-doors")).to_be_checked()
    expect(page.locator("#value-1-texts")).to_be_checked()
    expect(page.locator("#value-1-calls")).not_to_be_checked()


def test_the_roster(page: Page, play: Stageplay) -> None:
    page.locator("#people-button").click()
    expect(page.locator("#way-in")).to_contain_text(play.served.code)
    page.locator("#add-person").click()
    page.locator("#sit-name").fill("Lee <i>Quint</i>")
    page.locator("#sit-role").select_option("comms")
    page.locator("#sit-do").click()
    expect(page.locator("#roster li")).to_have_count(1)
    expect(page.locator("#roster")).to_contain_text("Not here yetLee <i>Quint</i> Whoever answers the press")
    page.locator("#more-1-title").click()
    page.locator("#link-1").click()
    link = page.locator("#address-1").input_value()
    assert link.startswith(f"{play.served.root}/#link=")
    page.locator("#change-1").click()
    page.locator("#sit-name").fill("Lee Quint")
    page.locator("#sit-do").click()
    expect(page.locator("#roster strong")).to_have_text(["Lee Quint"])
    page.locator("#rise-1").click()
    expect(page.locator("#roster li")).to_have_count(1)  # asked once more
    page.locator("#rise-1").click()
    expect(page.locator("#roster li")).to_have_count(0)


def checked(page: Page, *shades: Literal["light", "dark"]) -> None:
    page.wait_for_selector("#step:not([aria-disabled])", state="attached")
    for shade in shades or ("light",):
        page.emulate_media(color_scheme=shade)
        expect(page.locator("html.dark")).to_have_count(int(shade == "dark"))
        assert [] == violations(page)


def test_equal_names_are_seen_before_the_votes_are(page: Page, play: Stageplay) -> None:
    again = [guest(play.served, code=play.served.code, name=name) for name in ("Ana Ruiz", "  ANA\u00a0ruiz")]
    play.others += again
    look_at(page, PLAN)
    expect(page.locator("#same-names")).to_be_hidden()
    step(page, "Open the vote", "Show the votes")
    expect(page.locator("#same-names")).to_have_text(
        "“Ana Ruiz” can vote 2 times here. If that is one person, remove one under People before you close the vote; "
        "if not, change a name."
    )
    page.locator("#people-button").click()
    expect(page.locator("#roster .warning")).to_have_text(["this name is here 2 times"] * 2)
    page.keyboard.press("Escape")
    assert [] == violations(page)


def test_every_state_keeps_wcag_2_2_aa(page: Page, play: Stageplay) -> None:
    def stepped(phase: str) -> None:
        page.locator("#step").click()
        page.wait_for_selector(f".phase.{phase}")
        checked(page, "dark", "light")

    play.join(3)
    look_at(page, PLAN)
    page.locator("#early-title").click()
    checked(page)
    page.locator("#step").click()
    page.locator("#card-fold-title").click()
    play.vote(PLAN, 1, "none", "partly", "fully")
    expect(page.locator("#step.full")).to_be_visible()
    checked(page, "dark", "light")
    page.locator("#do-close").click()
    page.wait_for_selector(".phase.closed")
    checked(page)
    stepped("revealed")
    page.locator("#proof-title").click()
    checked(page)
    stepped("discussing")
    page.locator("#said-1-option-none").check()
    page.locator("#do-record").click()
    expect(page.locator("#decide .alarm")).to_be_visible()
    checked(page)
    page.locator("#rationale").fill("Nobody found it.")
    page.locator("#do-record").click()
    page.locator("#reopen-title").click()
    checked(page, "dark", "light")
    for window in ("people", "wall", "keys", "finish"):
        if window in ("keys", "finish"):
            page.locator("#more-button").click()
            checked(page)
        page.locator(f"#{window}-button").click()
        checked(page, "dark", "light")
        page.locator(f"#{window} .shut").click()
        focused = "more" if window in ("keys", "finish") else window  # the menu's button stands for what it held
        expect(page.locator(f"#{focused}-button")).to_be_focused()
    menu(page, "readback")
    expect(page.locator("#readback")).to_be_visible()
    checked(page)


def test_in_spanish_and_on_a_narrow_window(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, *town_words(), "--lang", "es") as served:
        play = Stageplay(served, browser)
        page = console(play)
        expect(page.locator("html")).to_have_attribute("lang", "es")
        checked(page)
        look_at(page, PLAN)
        step(page, "Abrir la votación", "Mostrar los votos")
        page.set_viewport_size({"width": 320, "height": 640})
        assert 320 == page.evaluate("document.documentElement.scrollWidth")
        checked(page)
        page.locator("#do-close").click()
        expect(page.locator("#do-close")).to_have_count(0)
        menu(page, "readback")
        expect(page.locator("#readback-title")).to_have_text("Qué se decidió")
        assert 320 == page.evaluate("document.documentElement.scrollWidth")
        play.close()


def test_the_door_is_locked_and_opened_from_the_console(play: Stageplay) -> None:
    page = console(play)
    page.locator("#people-button").click()
    expect(page.locator("#locked")).to_contain_text("The room is open")
    code = page.locator("#way-in .code").inner_text()
    page.locator("#lock").click()
    expect(page.locator("#locked")).to_contain_text("The room is locked")
    for name in ("Lee", "Kim", "Ann"):
        play.phone(name)
    expect(page.locator("#waiting")).to_contain_text("Waiting to be let in: 3")
    expect(page.locator("#people-wait")).to_have_text("3 waiting")
    checked(page)
    page.get_by_role("button", name="Turn away").nth(1).click()
    page.get_by_role("button", name="Let in").first.click()
    expect(page.locator("#roster")).to_contain_text("Lee")
    expect(page.locator("#people-button")).to_contain_text("1 waiting")
    page.locator("#admit-3").click()
    expect(page.locator("#waiting")).to_have_count(0)
    assert ["Lee", "Ann"] == play.seats()
    page.locator("#renew").click()
    page.get_by_role("button", name="Really? The old code ends at once").click()
    expect(page.locator("#way-in .code")).not_to_have_text(code)
    page.locator("#clear").click()
    page.get_by_role("button", name="Really remove them, with their open votes?").click()
    expect(page.locator("#door-alarm")).to_contain_text("Nobody is on the roster, so this would empty the room.")
    checked(page)
    play.act("sit", name="Lee")
    page.locator("#clear").click()
    page.get_by_role("button", name="Really remove them, with their open votes?").click()
    expect(page.locator("#roster")).not_to_contain_text("Ann")
    assert ["Lee", "Lee"] == play.seats()


def test_a_projector_on_another_computer_gets_a_code_of_its_own(play: Stageplay) -> None:
    page = console(play)
    page.locator("#wall-button").click()
    page.locator("#projector-code").click()
    code = page.locator("#projector-way .code").inner_text()
    wall = play.page(LAPTOP)
    wall.goto(f"{play.served.root}/screen#{code}")
    shown = wall.locator(".way .code")
    expect(shown).to_have_text(play.served.code)
    assert f"{play.served.root}/screen" == wall.url
    play.door("renew")
    expect(shown).not_to_have_text(play.served.code)
    play.door("lock")
    expect(wall.get_by_text("The room is locked: whoever comes now waits to be let in.")).to_be_visible()


def test_a_link_that_was_used_says_how_to_get_another(play: Stageplay) -> None:
    used = link(play)
    first, second = play.page(LAPTOP), play.page(LAPTOP)
    first.goto(used)
    expect(first.locator("#desk")).to_be_visible()
    second.goto(used)
    expect(second.locator("#door .alarm")).to_contain_text("type c and press Enter: it shows a new one.")
    first.reload()
    expect(first.locator("#desk")).to_be_visible()
    another = first.context.new_page()
    another.goto(used)
    expect(another.locator("#desk")).to_be_visible()
    second.goto("about:blank")
    second.goto(link(play))
    expect(second.locator("#desk")).to_be_visible()


def test_a_date_that_looks_mistyped_is_told(page: Page) -> None:
    look_at(page, "first_ballots")
    page.locator("#value").fill("2031-01-05")
    step(page, "Write down this answer", "Next question")
    note = "Note: the election is dated more than three years ahead. Look at its dates again."
    expect(page.locator("#made .warning")).to_have_text(note)
