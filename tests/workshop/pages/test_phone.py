"""A participant's phone in a real browser: coming in, voting, and all that goes wrong in a room (method.md 2.4)."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect

from hustings.cli.workshop.feedback import feedback
from support.browser import PHONE, PLAN, SOON, Stageplay, violations
from support.cli import run_verb
from support.server import serving

KEPT = "Your vote is in."
QUEUED = "No connection. Your vote is kept on this phone and sent as soon as it is back."


def choose(page: Page, text: str) -> None:
    page.locator("fieldset").get_by_text(text, exact=True).click()


def vote(page: Page, text: str) -> None:
    choose(page, text)
    page.locator("#cast").click()


def change(page: Page, text: str) -> None:
    """Another answer, once a vote is in."""
    page.get_by_role("button", name="Change my vote").click()
    vote(page, text)


def counts(play: Stageplay) -> list[int]:
    return [bar["count"] for bar in play.view("screen")["rounds"][-1]["bars"]]


def voted_offline(play: Stageplay) -> Page:
    """A phone whose vote waits because the network went away."""
    page = play.phone()
    play.act("open", question=PLAN)
    expect(page.locator("fieldset")).to_be_visible()
    page.context.set_offline(True)
    vote(page, "Largely in place")
    expect(page.locator("#state")).to_have_text(QUEUED)
    return page


# --- coming in ---------------------------------------------------------------------------------------------


def test_joining_takes_one_screen_and_one_tap(play: Stageplay) -> None:
    page = play.page(PHONE)
    page.goto(f"{play.served.root}/#{play.served.code}")
    expect(page.get_by_label("Code", exact=True)).to_have_value(play.served.code)
    assert violations(page) == []
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="You are in.")).to_be_visible()
    assert f"{play.served.root}/" == page.url
    assert ["Seat 1"] == play.seats()
    assert violations(page) == []


def test_a_browser_that_keeps_no_cookies_is_told_so(play: Stageplay) -> None:
    page = play.page(PHONE)
    page.route("**/api/enter", lambda route: route.fulfill(json={"done": True}))
    page.goto(f"{play.served.root}/#{play.served.code}")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("alert")).to_contain_text("This browser keeps no cookies")
    expect(page.get_by_label("Code", exact=True)).to_have_value(play.served.code)


def test_a_code_is_typed_and_a_wrong_one_is_told(play: Stageplay) -> None:
    page = play.page(PHONE)
    page.goto(play.served.root)
    page.get_by_label("Code", exact=True).fill("WRONG2")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("This code is not right. Look at the screen and type it again.")
    expect(page.get_by_label("Code", exact=True)).to_be_focused()
    page.get_by_label("Code", exact=True).fill(play.served.code.lower())
    page.keyboard.press("Enter")
    expect(page.get_by_text("You are in.")).to_be_visible()


def test_who_scans_again_keeps_the_seat(play: Stageplay) -> None:
    page = play.phone("Lee")
    expect(page.get_by_text("You are in.")).to_be_visible()
    page.goto("about:blank")
    page.goto(f"{play.served.root}/#{play.served.code}")
    expect(page.get_by_text("You are in.")).to_be_visible()
    assert ["Lee"] == play.seats()


def test_a_personal_link_opens_ones_own_seat(play: Stageplay) -> None:
    play.act("sit", name="Lee", role="comms")
    told = play.console.post("/api/link", json={"seat": 1}).json()
    page = play.page(PHONE, color_scheme="dark")
    page.goto(told["link"])
    expect(page.get_by_role("heading", name="Your personal link")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Take my seat").click()
    expect(page.get_by_text("You are in.")).to_be_visible()
    expect(page.locator("html.dark")).to_have_count(1)
    assert "#" not in page.url
    assert ["Lee"] == play.seats()
    assert violations(page) == []


def test_the_whole_page_is_small_and_fits_the_narrowest_phone(play: Stageplay) -> None:
    page = play.page(PHONE)
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())) if "/api/" not in answer.url else None)
    page.goto(f"{play.served.root}/#{play.served.code}")
    page.get_by_role("button", name="Join").click()
    play.act("open", question=PLAN)
    expect(page.locator("fieldset")).to_be_visible()
    assert 5000 < sum(sizes) < 70_000
    assert 320 == page.evaluate("document.documentElement.scrollWidth")
    small = (
        "[...document.querySelectorAll('button, .choice, select')].filter(e => e.offsetParent && e.offsetHeight < 44)"
    )
    assert 0 == page.evaluate(f"{small}.length")


# --- voting ------------------------------------------------------------------------------------------------


def test_a_vote_its_change_the_result_and_the_decision(play: Stageplay) -> None:
    page = play.phone()
    play.join(3)
    play.act("open", question=PLAN)
    expect(page.locator("fieldset")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Choose an answer").click()
    expect(page.locator("#state")).to_have_text("Choose one first.")
    vote(page, "Partly in place")
    expect(page.locator("#state")).to_contain_text(KEPT)
    expect(page.locator("#own")).to_have_text("You choseB. Partly in place")
    expect(page.locator("#band")).to_have_text("1 of 4 have voted")
    assert violations(page) == []
    change(page, "Largely in place")
    expect(page.locator("#own")).to_have_text("You choseC. Largely in place")
    play.vote(PLAN, 1, "none", "none", "largely")
    expect(page.locator("#band")).to_have_text("All 4 votes are in")
    expect(page.locator("#state")).to_have_text("Look at the wall Your vote is in. The result comes up there.")
    assert violations(page) == []
    play.act("close")
    expect(page.locator("#band")).to_have_text("The vote is closed")
    expect(page.locator("fieldset")).to_have_count(0)
    play.act("reveal")
    expect(page.get_by_role("heading", name="How the room voted")).to_be_visible()
    assert [2, 0, 2, 0, 0] == counts(play)
    assert violations(page) == []
    play.act("discuss", question=PLAN)
    play.act("open", question=PLAN)
    expect(page.get_by_role("group", name="Round 2. Is it agreed")).to_be_visible()
    expect(page.locator("#band")).to_have_text("Second voteNew, and as private as the first. Vote as you see it now.")
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator("input:checked")).to_have_count(0)
    assert violations(page) == []
    vote(page, "Not in place")
    expect(page.locator("#state")).to_contain_text(KEPT)
    play.vote(PLAN, 2, "none", "none", "largely")
    play.act("close")
    play.act("reveal")
    expect(page.locator(".bars li").first.locator(".which")).to_have_text(["Round 1:", "Round 2:"])
    play.act("decide", question=PLAN, answer={"value": "none"}, rationale="One page is missing.")
    expect(page.locator(".decision")).to_contain_text("One page is missing.")
    assert violations(page) == []
    page.get_by_text("Add a note").click()
    page.locator("#note-text").fill("<b>Friday</b> would do.")
    page.get_by_role("button", name="Send note").click()
    expect(page.locator("#note-told")).to_have_text("Your note was sent.")
    assert ["<b>Friday</b> would do."] == play.view()["current"]["notes"]
    play.act("finish")
    expect(page.get_by_role("heading", name="The workshop has ended.")).to_be_visible()


def test_several_choices_and_those_that_stand_alone(play: Stageplay) -> None:
    page = play.phone()
    play.act("open", question="channels")
    for text in ("Knocking on doors", "Phone calls"):
        choose(page, text)
    assert ["doors", "calls"] == page.eval_on_selector_all("input:checked", "all => all.map(one => one.value)")
    choose(page, "None of these")
    assert ["nothing"] == page.eval_on_selector_all("input:checked", "all => all.map(one => one.value)")
    choose(page, "Not my area")
    choose(page, "Text messages")
    choose(page, "Knocking on doors")
    page.get_by_role("button", name="Vote for 2").click()
    expect(page.locator("#state")).to_contain_text(KEPT)
    play.join(2)
    play.vote("channels", 1)
    play.act("close")
    play.act("reveal")
    assert "1 vote" == play.view("screen")["rounds"][0]["votes"]


def test_by_the_keyboard_alone(play: Stageplay) -> None:
    page = play.phone()
    play.act("open", question=PLAN)
    expect(page.locator("fieldset")).to_be_visible()
    page.locator("input[name=pick]").first.focus()
    for key in ("ArrowDown", "ArrowDown", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#state")).to_contain_text(KEPT)
    expect(page.get_by_role("button", name="Change my vote")).to_be_focused()
    assert ["largely"] == page.eval_on_selector_all("input:checked", "all => all.map(one => one.value)")


def test_ones_own_language_at_any_time(tmp_path: Path, browser: Browser) -> None:
    with serving(tmp_path, "rivera", "--host", "127.0.0.1", "--port", "0", "--edition", "quick") as served:
        play = Stageplay(served, browser)
        page = play.page(PHONE, locale="es-MX")
        page.goto(f"{served.root}/#{served.code}")
        page.get_by_role("button", name="Entrar").click()
        play.act("open", question=PLAN)
        expect(page.get_by_role("button", name="Elija una respuesta")).to_be_visible()
        expect(page.locator("html")).to_have_attribute("lang", "es")
        assert violations(page) == []
        page.get_by_label("Idioma").select_option("en")
        expect(page.get_by_role("button", name="Choose an answer")).to_be_visible()
        assert ["en"] == [seat["language"] for seat in play.view()["seats"]]
        play.act("sit", name="Lee")
        other = play.page(PHONE, locale="es-MX")
        other.goto(play.console.post("/api/link", json={"seat": 2}).json()["link"])
        other.get_by_role("button", name="Ocupar mi puesto").click()
        expect(other.get_by_role("button", name="Elija una respuesta")).to_be_visible()
        play.close()


# --- what goes wrong in a room -----------------------------------------------------------------------------


def test_a_vote_without_a_network_is_kept_and_sent_later_once(play: Stageplay) -> None:
    play.join(2)
    page = voted_offline(play)
    expect(page.locator("#link")).to_have_text("Connection lost. It will come back by itself.")
    assert violations(page) == []
    page.context.set_offline(False)
    expect(page.locator("#state")).to_contain_text(KEPT)
    play.vote(PLAN, 1, "none", "none")
    play.act("close")
    play.act("reveal")
    assert [2, 0, 1, 0, 0] == counts(play)


def test_a_vote_whose_answer_was_lost_does_not_undo_a_later_one(play: Stageplay) -> None:
    page = play.phone()
    other = page.context.new_page()
    other.goto(play.served.root)
    play.act("open", question=PLAN)
    expect(other.locator("fieldset")).to_be_visible()

    def answer_lost(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/api/vote", answer_lost, times=1)
    vote(page, "Largely in place")
    expect(other.locator("input[value=largely]")).to_be_checked()
    change(other, "Not in place")
    for window in (page, other):
        expect(window.locator("input[value=none]")).to_be_checked()
        expect(window.locator("#state")).to_contain_text(KEPT)
    assert "1 of 1 have voted" == play.view("screen")["counted"]


def test_a_vote_outlives_the_page_that_it_was_given_on(play: Stageplay) -> None:
    page = play.phone()
    play.act("open", question=PLAN)
    expect(page.locator("fieldset")).to_be_visible()
    page.route("**/api/vote", lambda route: route.abort())
    vote(page, "Largely in place")
    expect(page.locator("#state")).to_have_text(QUEUED)
    page.unroute("**/api/vote")
    page.reload()
    expect(page.locator("#state")).to_contain_text(KEPT)
    assert ["largely"] == page.eval_on_selector_all("input:checked", "all => all.map(one => one.value)")


def test_a_vote_that_comes_too_late_is_told(play: Stageplay) -> None:
    page = voted_offline(play)
    play.act("close")
    page.context.set_offline(False)
    expect(page.locator("#state")).to_have_text("This vote is closed. Your earlier vote counts, if you gave one.")


def test_a_vote_that_comes_when_the_room_has_gone_on_is_told_with_its_question(play: Stageplay) -> None:
    page = voted_offline(play)
    for step in ("close", "reveal"):
        play.act(step)
    play.act("open", question="uses_ai")
    page.context.set_offline(False)
    expect(page.locator("#state")).to_contain_text("“Is it agreed who answers first")
    expect(page.locator("#state")).to_contain_text("This vote is closed.")
    vote(page, "Yes")
    expect(page.locator("#state")).to_contain_text(KEPT)


def test_a_link_that_no_longer_opens_is_told(play: Stageplay) -> None:
    """Whatever opens the page, such as a messenger's preview, uses nothing up; the second use says what to do."""
    play.act("sit", name="Lee")
    link = play.console.post("/api/link", json={"seat": 1}).json()["link"]
    for _ in range(2):
        preview = play.page(PHONE)
        preview.goto(link)
        expect(preview.get_by_role("button", name="Take my seat")).to_be_visible()
        preview.context.close()
    first, second = play.page(PHONE), play.page(PHONE)
    for page in (first, second):
        page.goto(link)
        page.get_by_role("button", name="Take my seat").click()
    expect(first.get_by_text("You are in.")).to_be_visible()
    used = "This link was used already: it works once. Ask the facilitator for a new one."
    expect(second.get_by_role("alert")).to_have_text(used)
    expect(second.get_by_label("Code", exact=True)).to_have_value("")
    assert violations(second) == []
    second.goto(f"{play.served.root}/#link=gone")
    second.get_by_role("button", name="Take my seat").click()
    expect(second.get_by_role("alert")).to_have_text("This link is not right. Ask the facilitator for a new one.")
    first.goto(link)  # once more where it was used
    first.get_by_role("button", name="Take my seat").click()
    expect(first.get_by_text("You are in.")).to_be_visible()
    assert ["Lee"] == play.seats()


def test_at_a_locked_room_one_waits_and_is_let_in_or_not(play: Stageplay) -> None:
    play.door("lock")
    page = play.phone("Lee")
    expect(page.get_by_role("heading", name="Please wait. The facilitator lets you in.")).to_be_visible()
    assert violations(page) == []
    page.reload()
    expect(page.get_by_role("heading", name="Please wait.")).to_be_visible()
    play.door("turn_away")
    expect(page.get_by_role("alert")).to_have_text("You were not let in. Ask the facilitator.")
    assert violations(page) == []
    page.get_by_label("Your name, if you like").fill("Lee Cho")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="Please wait.")).to_be_visible()
    play.door("turn_away")
    expect(page.get_by_label("Your name, if you like")).to_have_value("Lee Cho")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="Please wait.")).to_be_visible()
    play.door("admit")
    expect(page.get_by_text("You are in.")).to_be_visible()
    play.act("open", question=PLAN)
    vote(page, "Partly in place")
    expect(page.locator("#state")).to_contain_text(KEPT)


def test_a_phone_that_slept_shows_where_the_room_is(play: Stageplay) -> None:
    page = play.phone()
    expect(page.get_by_text("You are in.")).to_be_visible()
    page.context.set_offline(True)
    play.act("open", question="uses_ai")
    play.act("close")
    play.act("reveal")
    play.act("open", question=PLAN)
    page.context.set_offline(False)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("group", name="Is it agreed who answers first")).to_be_visible()
    vote(page, "Not in place")
    expect(page.locator("#state")).to_contain_text(KEPT)


def test_a_frozen_phone_keeps_its_vote_and_catches_up(play: Stageplay) -> None:
    page = play.phone()
    play.join(2)
    play.act("open", question=PLAN)
    vote(page, "Largely in place")
    expect(page.locator("#state")).to_contain_text(KEPT)
    system = page.context.new_cdp_session(page)
    system.send("Page.setWebLifecycleState", {"state": "frozen"})
    play.vote(PLAN, 1, "none", "none")
    play.act("close")
    play.act("reveal")
    system.send("Page.setWebLifecycleState", {"state": "active"})
    expect(page.get_by_role("heading", name="How the room voted")).to_be_visible()
    assert [2, 0, 1, 0, 0] == counts(play)


def test_the_button_is_under_the_thumb_and_a_new_vote_is_announced(play: Stageplay) -> None:
    page = play.phone()
    play.act("open", question="channels")
    expect(page.locator("#said")).to_have_text("vote open: How do you reach voters?")
    page.set_viewport_size({"width": 320, "height": 400})
    expect(page.locator("body.more-below")).to_be_attached()
    expect(page.locator("#cast")).to_be_in_viewport(ratio=1)
    for box in page.locator("input[name=pick]").all():
        box.focus()
        below = "e => e.closest('label').getBoundingClientRect().bottom"
        hidden = f"{below} > document.getElementById('bar').getBoundingClientRect().top"
        assert not box.evaluate(hidden)


def test_two_windows_of_one_seat_stay_in_step(play: Stageplay) -> None:
    page = play.phone()
    other = page.context.new_page()
    other.goto(play.served.root)
    play.act("open", question=PLAN)
    expect(page.locator("fieldset")).to_be_visible()
    vote(other, "Largely in place")
    expect(other.locator("#state")).to_contain_text(KEPT)
    expect(page.locator("input[value=largely]")).to_be_checked()
    other.close()
    change(page, "Not in place")
    expect(page.locator("#state")).to_contain_text(KEPT)
    assert "1 of 1 have voted" == play.view("screen")["counted"]


def test_who_comes_late_sees_the_question_at_hand_and_votes(play: Stageplay) -> None:
    play.act("open", question="uses_ai")
    play.act("close")
    play.act("reveal")
    play.act("decide", question="uses_ai", answer={"value": "yes"})
    play.act("open", question=PLAN)
    page = play.phone("Late")
    vote(page, "Largely in place")
    expect(page.locator("#state")).to_contain_text(KEPT)


def test_what_was_begun_is_there_after_a_reload(play: Stageplay) -> None:
    page = play.phone()
    play.act("open", question=PLAN)
    choose(page, "Largely in place")
    page.reload()
    expect(page.locator("input[value=largely]")).to_be_checked()
    page.locator("#cast").click()
    page.get_by_text("Add a reason, without your name").click()
    reason = page.get_by_label("A reason the room should know, if you like")
    reason.fill("It is in the drawer.")
    page.reload()
    expect(reason).to_have_value("It is in the drawer.")
    play.join(1)
    expect(reason).to_have_value("It is in the drawer.")
    page.get_by_role("button", name="Send note").click()
    expect(page.locator("#note-told")).to_have_text("Your note was sent.")
    change(page, "Not in place")
    expect(page.locator("#own")).to_contain_text("A. Not in place")
    for step in ("close", "reveal"):
        play.act(step)
    assert ["It is in the drawer."] == play.view()["current"]["notes"]


def test_a_phone_with_a_wrong_clock_counts_down_as_the_room_does(play: Stageplay) -> None:
    page = play.page(PHONE)
    page.clock.install(time="2031-01-01T00:00:00Z")
    page.goto(f"{play.served.root}/#{play.served.code}")
    page.get_by_role("button", name="Join").click()
    play.act("open", question=PLAN)
    play.act("timer", seconds=120)
    page.clock.run_for(1000)
    expect(page.locator("#timer")).to_have_text("1:59", timeout=SOON)


def test_a_seat_that_was_taken_away_may_join_again(play: Stageplay) -> None:
    page = play.phone("Lee")
    expect(page.get_by_text("You are in.")).to_be_visible()
    play.act("rise", seat=1)
    expect(page.get_by_role("alert")).to_have_text("Your seat was taken away. Join again with the code.")
    assert violations(page) == []
    page.get_by_label("Code", exact=True).fill(play.served.code)
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_text("You are in.")).to_be_visible()


def test_an_observer_watches(play: Stageplay) -> None:
    page = play.page(PHONE)
    page.goto(f"{play.served.root}/#{play.served.code}")
    page.get_by_text("Role, or only watch").click()
    page.get_by_label("I only watch and do not vote").check()
    page.get_by_role("button", name="Join").click()
    play.act("open", question=PLAN)
    expect(page.get_by_text("You watch and do not vote.")).to_be_visible()
    assert violations(page) == []
    expect(page.locator("fieldset")).to_have_count(0)


def test_preparing_ones_own_questions_fills_the_first_vote(play: Stageplay) -> None:
    page = play.phone()
    page.get_by_role("button", name="Prepare your questions").click()
    expect(page.get_by_text("Has anyone used a chatbot")).to_be_visible()
    assert violations(page) == []
    choose(page, "Yes")
    page.get_by_role("button", name="Keep and go on").click()
    expect(page.get_by_role("group", name="How do you reach voters?")).to_be_visible()
    page.get_by_role("button", name="Previous").click()
    expect(page.locator("input[value=yes]")).to_be_checked()
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.get_by_text("You are in.")).to_be_visible()
    play.act("open", question="uses_ai")
    expect(page.locator("#state")).to_contain_text(KEPT)
    assert "1 of 1 have voted" == play.view("screen")["counted"]


def test_there_is_time_to_prepare_once_a_question_is_decided_until_the_next_opens(play: Stageplay) -> None:
    page = play.phone()
    play.act("open", question="uses_ai")
    expect(page.locator("fieldset")).to_be_visible()
    expect(page.get_by_role("button", name="Prepare your questions")).to_have_count(0)
    play.act("close")
    play.act("reveal")
    play.act("decide", question="uses_ai", answer={"value": "yes"})
    page.get_by_role("button", name="Prepare your questions").click()
    expect(page.get_by_role("group", name="How do you reach voters?")).to_be_visible()
    expect(page.locator(".decision")).to_have_count(0)
    play.act("open", question=PLAN)
    expect(page.get_by_role("group", name="Is it agreed who answers first")).to_be_visible()


def test_all_answers_are_seen_at_once_and_the_help_is_one_tap_away(play: Stageplay) -> None:
    page = play.phone("Kim")
    page.set_viewport_size({"width": 390, "height": 664})
    play.join(3)
    play.act("open", question=PLAN)
    expect(page.locator("#title")).to_have_text("Fakes")
    expect(page.locator("label.choice")).to_have_count(6)
    bar, last = page.locator("#bar").bounding_box(), page.locator(".others").bounding_box()
    assert bar is not None
    assert last is not None
    assert last["y"] + last["height"] < bar["y"]
    expect(page.get_by_text("The first hour decides")).to_be_hidden()
    page.locator(".about summary").click()
    expect(page.get_by_text("The first hour decides")).to_be_visible()
    assert violations(page) == []


def test_at_320_by_568_one_short_scroll_shows_all_answers_and_nothing_hangs_over(play: Stageplay) -> None:
    """The same page at 400 % of a small window: 320 by 256, where nothing stays in the way of what is read."""
    page = play.phone("Kim")
    page.set_viewport_size({"width": 320, "height": 568})
    play.act("open", question="channels")
    expect(page.locator("label.choice").first).to_be_visible()
    assert 568 / 2 > page.evaluate("document.documentElement.scrollHeight - innerHeight")
    page.set_viewport_size({"width": 320, "height": 256})
    assert 320 == page.evaluate("document.documentElement.scrollWidth")
    assert "static" == page.locator("#bar").evaluate("one => getComputedStyle(one).position")
    choose(page, "Knocking on doors")
    page.locator("#cast").click()
    expect(page.locator("#state")).to_contain_text(KEPT)
    assert 320 == page.evaluate("document.documentElement.scrollWidth")
    assert violations(page) == []


def test_a_long_list_is_searched_and_enter_takes_what_is_left(tmp_path: Path, browser: Browser) -> None:
    with serving(tmp_path, "rivera", "--host", "127.0.0.1", "--port", "0", "--edition", "quick") as served:
        play = Stageplay(served, browser)
        page = play.phone("Kim")
        play.act("open", question="us_state")
        search = page.get_by_label("Search the answers")
        search.fill("NEW  méx")
        expect(page.locator("label.choice:not(.other):visible")).to_have_text(["New Mexico"])
        expect(page.locator("#said-found")).to_have_text("1 of 56 answers")
        assert violations(page) == []
        search.press("Enter")
        expect(page.locator("input:checked")).to_have_attribute("value", "us_nm")
        search.fill("ohio")
        expect(page.locator("label.choice:not(.other):visible")).to_have_text(["New Mexico", "Ohio"])
        page.locator("#cast").click()
        expect(page.locator("#own")).to_have_text("You choseNew Mexico")
        play.close()


def test_a_vote_that_was_refused_stays_ticked_and_one_tap_sends_it(play: Stageplay) -> None:
    page = play.phone()
    play.act("open", question=PLAN)
    why = {"what": "Not now.", "hint": "Try again."}
    page.route("**/api/vote", lambda route: route.fulfill(status=409, json=why), times=1)
    vote(page, "Largely in place")
    expect(page.locator("#state")).to_have_text("Not now. Try again.")
    expect(page.locator("#said-state")).to_have_text("Not now. Try again.")
    expect(page.locator("input[value=largely]")).to_be_checked()
    page.get_by_role("button", name="Vote", exact=True).click()
    expect(page.locator("#state")).to_contain_text(KEPT)


def test_a_vote_of_a_seat_that_was_lost_is_sent_once_one_is_back(play: Stageplay) -> None:
    page = play.phone("Lee")
    play.act("open", question=PLAN)
    expect(page.locator("fieldset")).to_be_visible()
    page.context.set_offline(True)
    vote(page, "Largely in place")
    expect(page.locator("#state")).to_contain_text("No connection.")
    page.context.clear_cookies()
    page.context.set_offline(False)
    page.get_by_label("Code", exact=True).fill(play.served.code)
    page.get_by_role("button", name="Join").click()
    expect(page.locator("#own")).to_have_text("You choseC. Largely in place")
    expect(page.locator("#state")).to_contain_text(KEPT)


def test_a_vote_that_a_sign_in_page_took_is_kept_and_sent_again(play: Stageplay) -> None:
    """Neither a hotel's page with status 200 nor a stranger's refusal is the workshop's own answer."""
    page = play.phone()
    play.act("open", question=PLAN)
    expect(page.locator("fieldset")).to_be_visible()
    strangers = [(200, "<html>Sign in</html>"), (404, "not here")]

    def answer(route: Route) -> None:
        if strangers:
            status, body = strangers.pop(0)
            route.fulfill(status=status, body=body)
        else:
            route.continue_()

    page.route("**/api/vote", answer)
    vote(page, "Largely in place")
    expect(page.locator("#state")).to_contain_text(KEPT, timeout=3 * SOON)  # it is sent again every two seconds
    assert [] == strangers
    play.act("close")
    play.act("reveal")
    assert "1 vote" == play.view("screen")["rounds"][0]["votes"]


def test_three_questions_come_at_the_end_and_only_their_counts_are_kept(play: Stageplay, tmp_path: Path) -> None:
    page = play.phone("Kim")
    expect(page.get_by_text("You are in.")).to_be_visible()
    play.join(2)
    play.act("finish")
    expect(page.get_by_role("group", name="The questions were clear to me.")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Send the form").click()
    expect(page.get_by_role("alert")).to_have_text("Tick at least one line.")
    for name in ("The questions were clear to me.", "I could say what I think.", "The time was well spent."):
        page.get_by_role("group", name=name).get_by_text("rather yes").click()
    page.get_by_role("button", name="Send the form").click()
    expect(page.locator("#wait")).to_contain_text("Your form is in. Thank you.")
    assert violations(page) == []
    page.reload()
    expect(page.get_by_role("heading", name="The workshop has ended. Thank you.")).to_be_visible()
    expect(page.locator("#feedback")).to_have_count(0)
    for other in play.others:
        assert other.post("/api/feedback", json={"clear": "no"}).is_success
    play.served.stop()
    counts = "How people found it (3 forms): “The questions were clear to me.” no 2, rather yes 1."
    assert f"{counts}\nThe report does not say it.\n" == run_verb(feedback, tmp_path / "rivera.hustings")


def test_at_four_hundred_percent_all_of_it_is_said_and_reached_by_keyboard(play: Stageplay) -> None:
    """A window of 1280 by 1024 magnified four times has 320 by 256 pixels."""
    page = play.page({"width": 320, "height": 256}, color_scheme="dark")
    page.goto(f"{play.served.root}/#{play.served.code}")
    page.get_by_role("button", name="Join").click()
    play.join(2)
    play.act("open", question=PLAN)
    said = page.locator("#said")
    expect(said).to_contain_text("vote open: Is it agreed")
    assert 320 == page.evaluate("document.documentElement.scrollWidth")
    assert violations(page) == []
    page.locator("input[name=pick]").first.focus()
    page.keyboard.press("ArrowDown")
    page.locator("#cast").focus()
    expect(page.locator("#cast")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(said).to_contain_text(KEPT)
    play.vote(PLAN, 1, "partly", "partly")
    expect(said).to_contain_text("All 3 votes are in")
    play.act("close")
    expect(said).to_contain_text("vote closed")
    play.act("reveal")
    expect(said).to_contain_text("Partly in place")
    play.act("decide", question=PLAN, answer={"value": "partly"})
    expect(said).to_contain_text("Decided")
    assert 320 == page.evaluate("document.documentElement.scrollWidth")
    assert violations(page) == []
