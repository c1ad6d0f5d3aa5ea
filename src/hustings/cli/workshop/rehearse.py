"""`hustings workshop rehearse`: a workshop with invented people, to practise on, or to see one in two minutes."""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from hustings.answers.events import EDITION, Answer, Answers, State, Value
from hustings.casefile import create
from hustings.cli.cases.opened_case import case_path
from hustings.cli.errors import INTERRUPTED
from hustings.cli.invocation import next_command
from hustings.cli.options import lang_option, read_pack_in_language
from hustings.cli.output import echo
from hustings.cli.translated_help import Verb
from hustings.cli.workshop.run_workshop import room_languages, show_addresses, workshop_of
from hustings.messages import say, spoken
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.shipped import DEFAULT_PACK, find_pack
from hustings.problems import InputError

if TYPE_CHECKING:
    from hustings.workshop.rehearsal.personas import Persona
    from hustings.workshop.rehearsal.rehearse import BackgroundRehearsal, RehearsalSetup
    from hustings.workshop.session.session import Session
    from hustings.workshop.web.hub import RoomLanguage
    from hustings.workshop.web.server import Address, RunningServer

BY = "rehearsal"
AUTO_SPEED = 7.0
"""The speed of a rehearsal that leads itself; 1 is real time."""
TO_LOOK, LAST_LOOK = 10, 4
"""Seconds to open the projector's page at the start, and to look at it at the end."""


@click.command(cls=Verb, short_help="Practise with invented people, or watch a workshop that leads itself.")
@click.argument("case", required=False)
@click.option("--auto", is_flag=True, help="It leads itself, to the end: watch it on the projector's page.")
@click.option(
    "--speed",
    type=click.FloatRange(0.1, 1000),
    metavar="TIMES",
    help="How many times as fast as in a room; 7 with --auto.",
)
@click.option(
    "--people",
    "count",
    type=click.IntRange(5, 8),
    metavar="NUMBER",
    default=6,
    show_default=True,
    help="How many come.",
)
@click.option("--seed", type=int, metavar="NUMBER", help="The same number brings the same people and the same votes.")
@click.option(
    "--wait", type=click.FloatRange(0, 600), default=TO_LOOK, show_default=True, help="Seconds before --auto begins."
)
@click.option("--no-browser", is_flag=True, help="Do not open a browser; the terminal shows a link when you ask.")
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Where to serve.")
@click.option(
    "--port", type=click.IntRange(0, 65535), metavar="NUMBER", default=0, help="The port; any that is free otherwise."
)
@click.option("--edition", help="How much is asked, such as quick, standard or full; quick otherwise.")
@click.option("--pack", help="Which questions: a shipped pack's name, or a folder such as ./ours.")
@lang_option
def rehearse(
    case: str | None,
    speed: float | None,
    count: int,
    seed: int | None,
    wait: float,
    host: str,
    port: int,
    edition: str | None,
    pack: str | None,
    *,
    auto: bool,
    no_browser: bool,
) -> None:
    """Lead a workshop of an invented campaign, with people who do not exist.

    You lead at the console, which says what to do next: an ordinary question, then one on which they are far apart. The
    candidate pulls the others, the treasurer must be asked, and somebody comes late. CASE is a new case file to keep it
    in; without one nothing is kept. A case that is there is never touched.
    """
    from hustings.workshop.web.server import Address

    chosen_seed = random.randrange(10_000) if seed is None else seed  # noqa: S311 - a number to tell
    pace, start_delay = speed or (AUTO_SPEED if auto else 1.0), wait if auto else None
    browser, kept = not no_browser, case is not None
    with _place(case) as path:
        answers = _create_case(path, pack, edition)
        with workshop_of(str(path), pack, None, BY) as session:
            rehearsal = RehearsalCase(
                path, pack, session, answers, chosen_seed, count, pace, start_delay, browser, kept
            )
            interrupted = rehearsal.serve(Address(host, port))
            ended = session.room.finished
    rehearsal.raise_failure(interrupted=interrupted)
    _show_what_is_kept(rehearsal, ended=ended)
    if interrupted:
        sys.exit(INTERRUPTED)


def _show_what_is_kept(rehearsal: RehearsalCase, *, ended: bool) -> None:
    if not rehearsal.kept:
        echo(say("Nothing was kept. To keep a rehearsal, name a file for it:"))
        echo(f"  {next_command('workshop', 'rehearse', 'rehearsal')}")
        return
    echo(say("Saved in {file}.", file=rehearsal.path))
    if ended:
        echo(say("Next: {command}", command=rehearsal.afterwards))


@dataclass(slots=True)
class RehearsalCase:
    """A rehearsal with its own case. With a `start_delay` in seconds it leads itself."""

    path: Path
    pack: str | None
    session: Session
    answers: Answers
    seed: int
    count: int
    speed: float
    start_delay: float | None
    browser: bool
    kept: bool
    running: list[BackgroundRehearsal] = field(default_factory=list)

    @property
    def afterwards(self) -> str:
        """The command that prints the report of the rehearsal."""
        return next_command("report", str(self.path), *(("--pack", self.pack) if self.pack else ()))

    def serve(self, address: Address) -> bool:
        """Serve the workshop and start the people. Whether Ctrl-C ended it."""
        from hustings.cli.workshop.results import result_file
        from hustings.cli.workshop.sheet_upload import read_upload
        from hustings.workshop.session.rehearsal_state import Rehearsal
        from hustings.workshop.web.server import serve

        languages = room_languages(self.session, self.pack)
        try:
            serve(
                self.session,
                languages,
                spoken(),
                address,
                lambda server: self._start(server, languages),
                results=result_file,
                read_sheet=read_upload,
                rehearsal=Rehearsal(self.count, self.start_delay is None, self.kept),
            )
        except KeyboardInterrupt:
            echo()
            return True
        return False

    def _start(self, server: RunningServer, by_code: Mapping[str, RoomLanguage]) -> None:
        from hustings.cli.workshop.links import listen
        from hustings.workshop.rehearsal.personas import people
        from hustings.workshop.rehearsal.rehearse import RehearsalSetup
        from hustings.workshop.rehearsal.script import Script, scripted_people

        opens = "console" if self.start_delay is None else "screen"  # a rehearsal that leads itself is watched
        browser_opened = show_addresses(str(self.path), server, opens, browser=self.browser)
        _show_setup(self.seed, self.count, self.start_delay)
        listen(server, page_open=browser_opened or opens == "screen")
        languages = (spoken(), *(code for code in by_code if code != spoken()))
        script = Script(self.session.pack, self.answers) if self.start_delay is None else None
        invent = people if script is None else scripted_people
        personas = invent(self.session.pack, self.count, languages, self.seed)
        words = {code: room_language.words for code, room_language in by_code.items()}
        setup = RehearsalSetup(server.address, server.code, self.session.pack, self.answers, words, self.speed, script)
        self.running.append(_start_people(setup, personas, server, self.start_delay, self._show_end))

    def _show_end(self) -> None:
        if not self.session.room.finished:
            return
        if self.kept:
            echo(say("The rehearsal has ended; Ctrl-C stops the server. Then: {command}", command=self.afterwards))
        else:
            echo(say("The rehearsal has ended; Ctrl-C stops the server, and nothing of it is kept."))

    def raise_failure(self, *, interrupted: bool) -> None:
        """Raise the exception of a rehearsal's thread, unless it was interrupted."""
        for rehearsal in self.running:
            if rehearsal.error is not None and not interrupted:
                raise rehearsal.error


def _start_people(
    setup: RehearsalSetup,
    personas: Sequence[Persona],
    server: RunningServer,
    start_delay: float | None,
    on_end: Callable[[], None],
) -> BackgroundRehearsal:
    """Start the people. With a `start_delay` the rehearsal leads itself and stops the server at its end."""
    from hustings.workshop.rehearsal.automatic_facilitator import AutomaticFacilitator
    from hustings.workshop.rehearsal.rehearse import BackgroundRehearsal, run_rehearsal

    async def led() -> None:
        await run_rehearsal(
            setup, personas, AutomaticFacilitator(server.link("console").partition("#")[2], start_delay or 0).facilitate
        )
        await asyncio.sleep(min(LAST_LOOK, start_delay or 0))

    background = (
        BackgroundRehearsal(led, server.stop)
        if start_delay is not None
        else BackgroundRehearsal(lambda: run_rehearsal(setup, personas), on_end)
    )
    background.start()
    return background


def _show_setup(seed: int, count: int, start_delay: float | None) -> None:
    echo()
    echo(say("A rehearsal: the campaign and the {count} people are invented. Seed {seed}.", count=count, seed=seed))
    if start_delay is not None:
        echo(say("It leads itself and begins in {seconds} seconds.", seconds=f"{start_delay:g}"))


@contextmanager
def _place(case: str | None) -> Iterator[Path]:
    """The path of the rehearsal's case; without a name it is in a folder that is gone afterwards."""
    if case is not None:
        yield _new_path(case)
        return
    with TemporaryDirectory(prefix="hustings-rehearsal-", ignore_cleanup_errors=True) as folder:
        yield Path(folder) / "rehearsal.hustings"


def _new_path(case: str) -> Path:
    """The path of a case that is to be kept. Raises `InputError` if the file exists."""
    path = case_path(case)
    if path.exists():
        raise InputError(
            say("{file} is there already, and a rehearsal never writes to a case.", file=path),
            say("Give a new name, or none: then it goes to a temporary folder."),
        )
    return path


def _create_case(path: Path, pack: str | None, edition: str | None) -> Answers:
    """Create the case of an invented campaign. The answers that are true of it."""
    folder = find_pack(pack or DEFAULT_PACK)
    complete_pack = read_pack_in_language(folder)
    editions = [one.id for one in complete_pack.questionnaire.editions]
    chosen = scoped(complete_pack, edition or (editions[0] if editions else ""))
    answers = _sample(complete_pack, folder / "sample.yaml")
    initial = [(name, Answer(State.ANSWERED, value)) for name, value in _initial_answers(chosen, answers)]
    with create(path, pack=complete_pack, by=BY, at=datetime.now(UTC)) as file:
        edition_answer = [(EDITION, Answer(State.ANSWERED, chosen.edition))] if chosen.edition else []
        if all_answers := [*edition_answer, *initial]:
            file.log(file.latest().id, BY).append_all(all_answers, source="file")
    return answers


def _sample(pack: Pack, sample: Path) -> Answers:
    """The answers of the pack's sample, around which people vote; empty if it has none."""
    from hustings.interview import answers_from

    return MappingProxyType(dict(answers_from(pack, sample).answers) if sample.is_file() else {})


def _initial_answers(pack: Pack, sample: Answers) -> Iterator[tuple[str, Value]]:
    """Answers before the workshop: a name that says that it is a rehearsal, dates ahead, facts of the first section."""
    from hustings.workshop.rehearsal.personas import invented_value

    today, questionnaire = datetime.now(UTC).date(), pack.questionnaire
    known: Mapping[str, Value] = {
        questionnaire.name: say("Rehearsal (an invented campaign)"),
        questionnaire.clock: today + timedelta(days=60),
        questionnaire.election: today + timedelta(days=90),
    }
    for name, question in pack.questions.items():
        value = sample[name].value if name in sample else None
        if not question.asked:
            continue
        if not question.choices:
            yield name, known.get(name) or value or invented_value(question, today)
        elif value is not None and question.section == questionnaire.sections[0].id:
            yield name, value
