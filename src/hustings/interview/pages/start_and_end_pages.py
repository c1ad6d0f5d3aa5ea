"""The pages at which a sitting begins and ends: welcome, welcome back, before leaving, and after the last question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import ceil

from hustings.answers.display import campaign_name
from hustings.answers.events import State
from hustings.answers.history.waiting import waiting
from hustings.answers.local_texts import told_here
from hustings.interview.navigation import Navigation, open_questions, sections, skipped
from hustings.interview.pages.edition_page import EditionLeft
from hustings.interview.pages.hard_stop_page import stop_message
from hustings.interview.pages.overview_pages import overview_head
from hustings.interview.pages.page import Option, Page, PageHead, PageLine
from hustings.interview.pages.page_builders import GO_ON, translated
from hustings.interview.pages.page_text import head_of, meters, minutes, time_left
from hustings.interview.pages.section_summary import bands_of, range_words, strip_of
from hustings.messages import listed, say, several
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.result import Result
from hustings.scoring.score import score
from hustings.text import first_sentence


def welcome_page(navigation: Navigation, file: str = "") -> Page:
    """The page before the first question: what this is, how long it takes, and that every answer is saved in `file`."""
    questionnaire = navigation.pack.questionnaire
    promises = (
        say("Each answer is saved as you give it. Leave when you like and go on later."),
        say("Nothing leaves this machine."),
        say("“We don't know” is an answer. Guessing is not needed."),
    )
    about = questionnaire.about
    lines = (
        *((PageLine(about, "quiet", brief=first_sentence(about)),) if about else ()),
        PageLine(""),
        *_section_lines(navigation),
        PageLine(""),
        PageLine(_duration(navigation), "strong"),
        PageLine(""),
        *(PageLine(words, sign="done") for words in promises),
        *((PageLine(""), PageLine(questionnaire.legal, "quiet")) if questionnaire.legal else ()),
    )
    page = Page(
        "go", navigation.pack.title, lines=lines, options=(replace(GO_ON, text=say("Begin")),), keys=("edition", "quit")
    )
    return replace(page, state="welcome", head=PageHead(right=(file,)))


def _section_lines(navigation: Navigation) -> Iterator[PageLine]:
    """The sections, with a bar as long as each takes."""
    for number, (section, meter) in enumerate(zip(sections(navigation), meters(navigation), strict=True), 1):
        yield PageLine(section.title, label=str(number), meter=meter)


def _duration(navigation: Navigation) -> str:
    left, most = minutes(navigation)
    count = several(len(navigation.applicable), "{n} question", "{n} questions")
    time = several(left, "{n} minute", "{n} minutes")
    if most > left:
        return say("{count}, about {time} (up to {most}).", count=count, time=time, most=most)
    return say("{count}, about {time}.", count=count, time=time)


GO_ON_HERE, BEFORE_IT, ALL_SECTIONS, ALL_ANSWERS = ":here", ":before", ":sections", ":answers"


def resume_page(navigation: Navigation, last: str, news: Sequence[str] = ()) -> Page:
    """The page when somebody comes back: where they were, what others answered since, and where to go on.

    `last`: when the last answer was given and by whom; `news`: what others did since.
    """
    position = navigation.question
    before = len(open_before(navigation))
    options = (
        Option(GO_ON_HERE, say("Go on here"), beside=_first_of(time_left(navigation))),
        Option(
            BEFORE_IT, say("Answer what is open before it"), beside=several(before, "{n} question", "{n} questions")
        ),
        Option(ALL_SECTIONS, say("All sections")),
        Option(ALL_ANSWERS, say("All answers"), beside=say("{n} so far", n=len(answered(navigation)))),
    )
    head = head_of(navigation)
    lines = (
        *((PageLine(last, "quiet"),) if last else ()),
        PageLine(""),
        PageLine(say("You were here: {section}, {count}", section=head.title, count=head.count), "quiet"),
        PageLine(position.text, place=True),
        *((PageLine(""),) if news else ()),
        *(PageLine(words, sign="news") for words in news),
    )
    return Page(
        "one",
        say("Welcome back."),
        lines=lines,
        options=options if before else (options[0], *options[2:]),
        initial=GO_ON_HERE,
        keys=("edition", "people", "quit"),
        state="resume",
        head=overview_head(navigation, campaign_name(navigation.pack, navigation.answers)),
        passing=True,
    )


def _first_of(forms: Sequence[str]) -> str:
    return forms[0] if forms else ""


def open_before(navigation: Navigation) -> tuple[Question, ...]:
    """The questions before the current one that are open or were skipped."""
    ids = [question.id for question in navigation.applicable]
    earlier = set(ids[: ids.index(navigation.current)]) if navigation.current in ids else set()
    return tuple(q for q in (*open_questions(navigation), *skipped(navigation)) if q.id in earlier)


def answered(navigation: Navigation) -> tuple[Question, ...]:
    """The questions that apply and have an answer, “we don't know” included."""
    given = navigation.answers
    return tuple(q for q in navigation.applicable if q.id in given and given[q.id].state is not State.BLANK)


LEAVE, LEAVE_AND_PRINT = "leave", "leave_and_print"


def leave_page(navigation: Navigation, *, sure: bool) -> Page:
    """The page before leaving: all is saved, and where the next sitting begins. `sure`: leaving is selected."""
    count, all_ = len(answered(navigation)), len(navigation.applicable)
    said = several(count, "{n} of {all} answers.", "{n} of {all} answers.", all=all_)
    left, _ = minutes(navigation)
    rest = several(left, "About {n} minute is left.", "About {n} minutes are left.") if left else ""
    lines = [PageLine(f"{said} {rest}".strip(), "quiet"), PageLine("")]
    if navigation.current is not None and open_questions(navigation):
        lines += [PageLine(say("Next time you start here"), "quiet"), PageLine(navigation.question.text, place=True)]
    return Page(
        "one",
        say("Everything is saved."),
        lines=tuple(lines),
        options=(
            Option(LEAVE, say("Leave for now")),
            Option(LEAVE_AND_PRINT, say("Leave, and print what others look up")),
            translated(GO_ON),
        ),
        initial=LEAVE if sure else GO_ON.id,
        keys=("quit",),
        state="leave",
        head=head_of(navigation)
        if navigation.current is not None
        else overview_head(navigation, *time_left(navigation)),
    )


# --- the end -----------------------------------------------------------------------------------------------

REPORT, PLAN, QUESTIONS, ANSWERS, LARGER = "report", "plan", "questions", ":answers", ":larger"
WORKSHOP, FOLLOW_UP = "workshop", "follow-up"
MOST_NAMED = 2
"""The most stops, and the most people to ask, that are named at the end."""


def finish_page(navigation: Navigation, on: date, larger: EditionLeft | None = None) -> Page:
    """The page after the last question: how ready the campaign is, and what to do with that.

    `on`: today. `larger`: the edition that asks more.
    """
    result = _scored(navigation)
    lines = (
        PageLine(_saved_words(navigation), "quiet"),
        *(_verdict(navigation, result, on) if result else ()),
    )
    unknown = sum(navigation.answers[q.id].state is State.DONT_KNOW for q in answered(navigation))
    find_out = several(unknown, "Find out the {n} open thing", "Find out the {n} open things")
    options = (
        Option(REPORT, say("Write the report"), beside=say("PDF: a page to read in a minute, then the rest")),
        Option(PLAN, say("See the plan"), beside=say("what, who, when")),
        *((Option(QUESTIONS, find_out, beside=_who_may_know(navigation)),) if unknown else ()),
        Option(ANSWERS, say("Look over the answers")),
        *(_further(larger) if larger is not None else ()),
        *(() if navigation.history else (_assessed_again(),)),
    )
    return Page(
        "one",
        say("That is enough.") if open_questions(navigation) else say("That was the last question."),
        lines=lines,
        hint=say("What now?"),
        options=options,
        keys=("team", "quit"),
        state="finish",
        head=overview_head(navigation, *(_days_left(result, on) if result else ())),
        passing=True,
    )


def _further(larger: EditionLeft) -> Iterator[Option]:
    """To go on with what a larger edition asks."""
    yield Option(LARGER, say("Narrow the result: {edition}", edition=larger.edition.title), beside=larger.words)


def _assessed_again() -> Option:
    """To assess again, offered when a finished interview is opened."""
    return Option(FOLLOW_UP, say("Assess again"), letter="f", beside=say("what has changed since"))


def _who_may_know(navigation: Navigation) -> str:
    """Whom to ask, and how long that takes."""
    titles = {role.id: role.title for role in navigation.pack.questionnaire.roles}
    asked = [one for one in waiting(navigation.pack, navigation.answers) if one.unknown]
    names = [titles.get(one.role, say("Anybody")) for one in asked]
    others = len(names) - 1
    named = [names[0], several(others, "{n} other", "{n} others")] if others >= MOST_NAMED else names
    return say("{who}, {n} min", who=listed(named), n=ceil(sum(one.minutes_unknown for one in asked)))


def _scored(navigation: Navigation) -> Result | None:
    try:
        return score(told_here(navigation.pack, navigation.answers), navigation.answers)
    except InputError:
        return None


def _saved_words(navigation: Navigation) -> str:
    given = answered(navigation)
    unknown = sum(navigation.answers[question.id].state is State.DONT_KNOW for question in given)
    saved = several(len(given), "{n} answer is saved.", "{n} answers are saved.")
    if not unknown:
        return saved
    return several(
        unknown, "{saved} {n} of them is “we don't know”.", "{saved} {n} of them are “we don't know”.", saved=saved
    )


def _verdict(navigation: Navigation, result: Result, on: date) -> Iterator[PageLine]:
    """The band and the range, where they say anything, and the stops."""
    name = campaign_name(navigation.pack, navigation.answers) or say("The campaign")
    if result.tells_range:
        words = say("{name} is {band}: {range}", name=name, band=bands_of(result), range=range_words(result))
        yield from (PageLine(""), PageLine(words, "strong"), PageLine("", strip=strip_of(result)))
    if stops := hard_stops(result, on):
        yield PageLine("")
        yield PageLine(
            several(len(stops), "{n} stop stands first in the plan.", "{n} stops stand first in the plan."), sign="stop"
        )
        yield from (PageLine(stop_message(stop)[0], "quiet", sign="below") for stop in stops[:MOST_NAMED])


def _days_left(result: Result, on: date) -> tuple[str, ...]:
    when = clock(result.pack, result.answers, on)
    if when.days is None or when.until == "over":
        return ()
    if when.until == "election":
        return (several(when.days, "{n} day to the election", "{n} days to the election"),)
    return (several(when.days, "{n} day to the first votes", "{n} days to the first votes"),)
