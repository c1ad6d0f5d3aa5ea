"""Everything that Hustings does with a case file, in one process: each verb's work, without its printing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

from hustings.answers.events import Answer, State
from hustings.answers.flow import may_come
from hustings.answers.history import history_lines
from hustings.answers.history.answer_history import changes
from hustings.answers.replay import pack_in_use
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.workshop_log import Seat
from hustings.casefile import CaseFile, CaseJournal, open_case
from hustings.casefile.closed_assessments import closed_text
from hustings.cli.cases.opened_case import OpenedCase, read_assessment, warn_unerased
from hustings.cli.printed.explain_rows import explain_rows
from hustings.cli.printed.plan_rows import plan_rows
from hustings.cli.printed.score_rows import Shown, score_rows
from hustings.cli.verbs.upgrade import echo_all, take_back, take_to
from hustings.cli.workshop.roster import roster_lines
from hustings.cli.workshop.roster_case import RosterCase, stamp
from hustings.interview.pages.section_summary import section_summary
from hustings.kit import compose, is_needed, markdown
from hustings.messages import ENGLISH
from hustings.pack.model import Pack
from hustings.pack.shipped import find_pack
from hustings.problems import InputError, escaped
from hustings.report import compose_document, render_html, result_json
from hustings.report.paper.facilitator_guide import guide
from hustings.report.paper.worksheet import worksheet
from hustings.report.render.themes.theme_folder import find_theme
from hustings.scoring.ledger.figures import beside, finding_entry, open_entry
from hustings.scoring.ledger.index import LedgerEntry, explained, ledger
from hustings.scoring.plan.questions.next_question import stakes
from hustings.styled_text.rows import UNBOUNDED, text_of
from hustings.workshop.session.agenda.agenda import agenda
from hustings.workshop.session.input import written_notes
from hustings.workshop.session.session import Session
from hustings.workshop.terminal.workshop_text import agenda_lines, question_lines, readback_lines
from hustings.workshop.views.console.console import console_view, question_at_hand
from hustings.workshop.views.read_back import readback_view
from hustings.workshop.web.hub import Hub, RoomLanguage, Stream
from hustings.workshop.web.security.access import Access
from support.preparation import sheet_lines
from support.session import Standing

ON, WIDTH = date(2026, 9, 9), 80
HALF = 0.5
PAGE = 0.04
"""How often a whole page is printed: it takes as long as all the rest."""


FURTHER = 0.03
"""How often what was only opened is gone on with."""
KEPT = 0.15
"""How often, above that, the packs are read that are kept in it, and its history."""
AGAIN = 0.1
"""How often the file that was written to is looked at once more."""


def walk(path: Path, pack: Pack, draw: Random) -> None:
    """Do with a case file whatever can be done with it. Raises `InputError` where that is refused, in words."""
    with open_case(path, write=False) as file:
        _read(file, pack, draw)
    if draw.random() < HALF:
        with open_case(path) as file:
            _upgraded(file, pack)
    with open_case(path) as file:
        _led(file, pack, draw)
    if draw.random() < AGAIN:
        with open_case(path, write=False) as file:
            _read(file, pack, draw)


def glance(path: Path, pack: Pack, draw: Random) -> None:
    """What every verb begins with, and now and then one thing more."""
    more = draw.random()
    with open_case(path, write=more < FURTHER / 2) as file:
        warn_unerased(file)
        found = read_assessment(file, pack)
        room(found.entries)
        if more < FURTHER / 2:
            _led(file, pack, draw)
        elif more < FURTHER:
            draw.choice((partial(_scored, draw=draw), partial(_papers, seats=())))(found)
        elif more < KEPT:
            _history(file, pack)
            _kept(file, draw.choice(file.assessments()).id)


def _read(file: CaseFile, pack: Pack, draw: Random) -> None:
    """What the verbs do that only look."""
    warn_unerased(file)
    with suppress(InputError):
        find_pack(file.latest().pack)
    escaped(f"{file.latest().title} {file.latest().version} {file.latest().by}")
    read_assessment(file, pack, all_editions=True)
    found = read_assessment(file, pack)
    _scored(found, draw)
    _papers(found, ())
    _as_kept(file, draw)
    _history(file, pack)


def _history(file: CaseFile, pack: Pack) -> None:
    """Who answered what, with the times of this machine's zone."""
    for one in file.assessments():
        made = tuple(changes(replace(event, at=event.at.astimezone()) for event in file.events(one.id)))
        _bytes(history_lines.overview_lines(pack.questions, made, all_=True))
        _bytes(history_lines.since_lines(pack.questions, made, one.by))
        for name in {change.event.question for change in made}:
            about = [change for change in made if change.event.question == name]
            _bytes(history_lines.question_lines(history_lines.question_of(pack.questions, name), about))
        if (closed := file.closing(one.id)) is not None:
            _bytes([closed_text(file.path.name, one.title, closed), file.closed_head(one.id)])


def _upgraded(file: CaseFile, pack: Pack) -> None:
    """It is taken to the town's pack, whatever pack it is answered with, and back."""
    with suppress(InputError):
        echo_all(file, "rivera", take_to(file, pack, "Ann", None, yes=True), None, recorded=True)
    with suppress(InputError):
        take_back(file, "Ann")
    file.head(file.latest().id)


def _as_kept(file: CaseFile, draw: Random) -> None:
    """The same with the pack that is kept in the file, which may be anything."""
    with suppress(InputError):
        pack = _kept(file, file.latest().id, draw.choice(("", "es")))
        if pack is not None:
            _scored(read_assessment(file, pack), draw)


def _kept(file: CaseFile, assessment: str, language: str = "") -> Pack | None:
    """The pack of an assessment that is kept with it, if there is one."""
    digests = {one.id: one.digest for one in file.assessments()}
    kept = file.kept_pack(pack_in_use(file.events(assessment)) or digests[assessment])
    return None if kept is None else kept.read(language)


def _scored(found: OpenedCase, draw: Random) -> None:
    on = draw.choice((ON, ON, date(2026, 11, 4), date.min, date.max))
    result = found.score()
    plan, heard, ranked = found.plan(result, on), found.disagreement(result), stakes(result)
    shown = Shown(found, "rivera", on, result, plan, whole=draw.random() < HALF)
    for width in (UNBOUNDED, 58, 80):
        _bytes(map(text_of, (*score_rows(shown, width), *plan_rows(found.pack, plan, "Rivera", width))))
    names = (*(score.domain.id for score in result.domains), *result.pack.items)
    entries = [ledger(result), beside(result), *(explained(result, name) for name in names)]
    entries += [finding_entry(result, finding) for finding in result.findings]
    entries += [open_entry(point) for point in result.open_points]
    _bytes(line for entry in entries for line in _told(entry))
    json.dumps(result_json(result, plan, found.answers, on, heard, ranked=ranked), indent=1, sort_keys=True)
    page = compose_document(result, plan, on, heard, ranked=ranked)
    if draw.random() < PAGE:
        render_html(page, find_theme("plain")).encode()


def _told(entry: LedgerEntry) -> Sequence[str]:
    return [escaped(text_of(row)) for row in explain_rows([entry], "rivera", "", WIDTH, whole=True)]


def _bytes(told: object) -> None:
    """A line goes to a terminal as its bytes."""
    for line in told:  # type: ignore[attr-defined]
        escaped(line, keep="\n\u00a0\u202f").encode(errors="replace")


def _papers(found: OpenedCase, seats: tuple[Seat, ...]) -> None:
    """What is handed out: kit, questions, roster, worksheets, guide, summaries."""
    for text in found.pack.kit:
        is_needed(found.pack, found.answers, text, ON)
        markdown(compose(found.pack, found.answers, text, ON)).encode()
    _bytes(sheet_lines(found.pack, may_come(found.pack, found.answers), open_only=True))
    _bytes(roster_lines("rivera", found, seats))
    there = RosterCase(found, seats)
    guide(found.pack, there.preparation, there.forecast, seats, campaign=found.campaign, on=ON)
    for part in there.preparation.parts:
        mark = stamp(found.assessment, found.pack, part.role.id, 1)
        worksheet(found.pack, part.questions, mark, campaign=found.campaign, name=seats[0].name if seats else "")
    for section in found.pack.questionnaire.sections:
        _bytes([line.words for line in section_summary(found.pack, found.answers, section.id, ON)])


def _led(file: CaseFile, pack: Pack, draw: Random) -> None:
    """A workshop is taken up on it, shown on every face, and led on."""
    found = read_assessment(file, pack)
    journal = CaseJournal(file, file.latest().id, "Ann")
    _papers(found, journal.seats())
    session = Session(found.pack, journal, Standing())
    session.begin()
    stage = Hub(session, Access(session), {"en": RoomLanguage(ENGLISH, found.pack)}, "en", "http://10.0.0.7:8650")
    _shown(session, stage)
    for step in draw.sample(STEPS, 4):
        with suppress(InputError):
            step(session, draw)
    _shown(session, stage)
    file.log(file.latest().id, "Ann").append("uses_ai", Answer(State.DONT_KNOW))


def _shown(session: Session, stage: Hub) -> None:
    """Every face, as it goes out over the wire."""
    views: list[object] = [console_view(session), readback_view(session), stage.view(Stream("console"))]
    views += [question_at_hand(session, name) for name in session.pack.questions]
    views += [stage.view(Stream("screen")), stage.view(Stream("phone"))]
    views += [stage.view(Stream("phone", seat.number, seat.token)) for seat in session.seats.values()]
    json.dumps(views, allow_nan=False).encode()
    _bytes(agenda_lines(session, agenda(session), WIDTH, everything=True))
    _bytes(readback_lines(session, WIDTH))
    for question in session.pack.questions.values():
        _bytes(question_lines(session, question, WIDTH))


def _undo(session: Session, _draw: Random) -> None:
    session.undo()


def _open(session: Session, draw: Random) -> None:
    session.open(draw.choice(list(session.pack.questions)))


def _close(session: Session, _draw: Random) -> None:
    session.close()
    session.reveal()


def _leave(session: Session, draw: Random) -> None:
    session.leave_open(draw.choice(list(session.pack.questions)))


def _reopen(session: Session, draw: Random) -> None:
    session.reopen(draw.choice(list(session.pack.questions)), "It was another page.")


def _remark(session: Session, draw: Random) -> None:
    written_notes.remark(session, draw.choice(list(session.pack.questions)), "A note.")


def _sit(session: Session, _draw: Random) -> None:
    seat = session.sit(Seat(0, "Somebody", "manager"))
    session.sit(replace(seat, role="data"))
    session.rise(seat.number)


def _finish(session: Session, _draw: Random) -> None:
    session.finish()


STEPS = (_undo, _open, _close, _leave, _reopen, _remark, _sit, _finish)
