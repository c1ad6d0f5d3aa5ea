"""The projector's page in a real browser: the way in, the question, counts once they may be seen; never a name."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from support.browser import PLAN, WALL, Stageplay, violations


def test_a_question_on_the_wall(play: Stageplay) -> None:
    page = play.screen()
    expect(page.get_by_role("img", name=f"Join with your phone: {play.served.root}")).to_be_visible()
    expect(page.locator(".code")).to_have_text(play.served.code)
    assert violations(page) == []
    play.join(4)
    expect(page.get_by_text("4 people are here")).to_be_visible()
    play.act("open", question=PLAN)
    expect(page.get_by_role("heading", name="Is it agreed who answers first")).to_be_visible()
    play.vote(PLAN, 1, "none", "none", "fully")
    expect(page.get_by_text("3 of 4 have voted")).to_be_visible()
    expect(page.locator("#late")).to_have_text(f"{play.served.root.removeprefix('http://')}\u2002{play.served.code}")
    expect(page.locator(".bars")).to_have_count(0)
    assert violations(page) == []
    play.act("timer", seconds=90)
    expect(page.locator("#timer")).to_contain_text("1:")
    play.act("close")
    expect(page.locator("#foot strong")).to_have_text("The vote is closed")
    expect(page.locator("#counted")).to_have_text("vote closed")
    play.act("reveal")
    expect(page.locator(".chip")).to_contain_text("Split")
    expect(page.locator(".bars .count")).to_have_text(["2", "0", "0", "1", "0"])
    assert violations(page) == []
    play.act("open", question=PLAN)
    play.vote(PLAN, 2, "none", "none", "none", "partly")
    play.act("close")
    play.act("reveal")
    expect(page.locator(".round h3")).to_have_text(["First vote", "Second vote"])
    assert violations(page) == []
    play.act("decide", question=PLAN, answer={"value": "none"}, rationale="Nobody has seen it.", dissent=1)
    expect(page.locator(".decision")).to_contain_text("Nobody has seen it.")
    expect(page.locator(".decision")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Dark").click()
    assert violations(page) == []
    assert "Person" not in page.content()
    assert WALL["width"] == page.evaluate("document.documentElement.scrollWidth")
    play.act("finish")
    expect(page.get_by_role("heading", name="Thank you. This is where you stand.")).to_be_visible()
    assert violations(page) == []
    expect(page.locator(".code")).to_have_count(0)


def test_another_computer_shows_it_with_the_code(play: Stageplay) -> None:
    page = play.page(WALL)
    page.goto(f"{play.served.root}/screen")
    assert violations(page) == []
    page.get_by_label("Code").fill("WRONG2")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("This code is not right.")
    code = play.console.post("/api/projector", json={}).json()["code"]
    page.get_by_label("Code").fill(f"{code[:4].lower()} {code[4:]}")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Join with your phone")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Join with your phone")).to_be_visible()


def test_no_button_is_shown_before_it_has_its_words(play: Stageplay) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:  # the driver marks the function that it is given
        held.append(route)

    for address, button in (("/screen", "#sound"), ("/console", "#keys-button"), ("/", "main")):
        page = play.page(WALL)
        page.route("**/labels/**", hold)
        page.goto(play.served.root + address)
        expect(page.locator(button)).to_be_hidden()
        assert not page.locator("html.worded").count()
        while not held:
            page.wait_for_timeout(20)
        held.pop().continue_()
        page.unroute("**/labels/**")
        expect(page.locator("html.worded")).to_have_count(1)
        assert violations(page) == []


def test_nobody_has_to_scroll_a_wall(play: Stageplay) -> None:
    page = play.screen()
    play.join(4)
    play.act("open", question=PLAN)
    for round_ in (1, 2):
        play.vote(PLAN, round_, "none", "none", "fully", "partly")
        play.act("close")
        play.act("reveal")
        if round_ == 1:
            play.act("open", question=PLAN)
    play.act("decide", question=PLAN, answer={"value": "none"}, rationale="A long reason. " * 12, dissent=1)
    expect(page.locator(".decision")).to_be_visible()
    expect(page.locator(".bars li").last).to_be_in_viewport(ratio=1)
    for size in (WALL, {"width": 1920, "height": 1080}):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        expect(page.locator(".decision .objection")).to_be_in_viewport(ratio=1)


def test_what_people_write_is_text(play: Stageplay) -> None:
    page = play.screen()
    play.join(3)
    play.act("open", question=PLAN)
    play.vote(PLAN, 1, "none", "none", "none")
    play.act("close")
    play.act("reveal")
    play.act("decide", question=PLAN, answer={"value": "none"}, rationale="<img src=x onerror=alert(1)> & <b>so</b>")
    expect(page.get_by_text("<img src=x onerror=alert(1)> & <b>so</b>")).to_be_visible()
    expect(page.locator("#scene img")).to_have_count(0)


def test_a_large_line_does_not_end_after_a_single_letter(play: Stageplay) -> None:
    page = play.screen()
    words = ["E-mail", "correo-e", "an x-ray", "co-chair", "2-1"]
    lines = page.evaluate(
        """async (words) => {
          const { large } = await import("/pages/wall_parts.js");
          return words.map((text) => large(text).replaceAll("\\u2060", "+"));
        }""",
        words,
    )
    assert ["E-+mail", "correo-e", "an x-+ray", "co-chair", "2-1"] == lines
