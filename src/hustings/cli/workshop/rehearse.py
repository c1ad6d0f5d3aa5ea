"""`hustings workshop rehearse`: a workshop with invented people, to practise on, or to see one in two minutes."""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from hustings.answers.events import EDITION, Answer, Answers, State, Value
from hustings.casefile import create
from hustings.cli.errors import INTERRUPTED
from hustings.cli.invocation import next_command
from hustings.cli.opened_case import case_path
from hustings.cli.options import lang_option, read_spoken
from hustings.cli.output import echo
from hustings.cli.spoken_help import Verb
from hustings.cli.workshop.lead import tell, tongues, workshop_of
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
IN_A_HURRY = 7.0
"""How much faster than in a room it goes where it leads itself."""
TO_LOOK, LAST_LOOK = 10, 4
"""Seconds to open the projector's page before it begins, and to look at it at the end."""


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

    They join, vote, differ, drop out and come back. CASE is a new case file for it; without one it is made in a
    temporary folder. A case that is there is never touched.
    """
    from hustings.workshop.web.server import Address

    path = _new(case)
    true = _begin(path, pack, edition)
    luck = random.randrange(10_000) if seed is None else seed  # noqa: S311 - a number to tell
    pace, before = speed or (IN_A_HURRY if auto else 1.0), wait if auto else None
    browser = not no_browser
    with workshop_of(str(path), pack, None, BY) as session:
        staged = RehearsalCase(path, pack, session, true, luck, count, pace, before, browser)
        interrupted = staged.served(Address(host, port))
        ended = session.room.finished
    staged.failed(interrupted=interrupted)
    echo(say("Saved in {file}.", file=path))
    if ended:
        echo(say("Next: {command}", command=staged.afterwards))
    if interrupted:
        sys.exit(INTERRUPTED)


@dataclass(slots=True)
class RehearsalCase:
    """A rehearsal with its own case: who comes, how fast it goes, and with seconds `before`, that it leads itself."""

    path: Path
    pack: str | None
    session: Session
    true: Answers
    luck: int
    count: int
    pace: float
    before: float | None
    browser: bool
    plays: list[BackgroundRehearsal] = field(default_factory=list)

    @property
    def afterwards(self) -> str:
        """The command that prints the report of the rehearsal."""
        return next_command("report", str(self.path), *(("--pack", self.pack) if self.pack else ()))

    def served(self, where: Address) -> bool:
        """Serve it and let the people in. Whether Ctrl-C ended it."""
        from hustings.workshop.web.server import serve

        told = tongues(self.session, self.pack)
        try:
            serve(self.session, told, spoken(), where, lambda found: self._begins(found, told))
        except KeyboardInterrupt:
            echo()
            return True
        return False

    def _begins(self, found: RunningServer, told: Mapping[str, RoomLanguage]) -> None:
        from hustings.cli.workshop.links import listen
        from hustings.workshop.rehearsal.personas import people
        from hustings.workshop.rehearsal.rehearse import RehearsalSetup

        opens = "console" if self.before is None else "screen"  # what is led by itself is to be watched
        seen = tell(str(self.path), found, opens, browser=self.browser)
        _tell(self.luck, self.count, self.before)
        listen(found, seen=seen or opens == "screen")
        languages = (spoken(), *(code for code in told if code != spoken()))
        come = people(self.session.pack, self.count, languages, self.luck)
        words = {code: tongue.words for code, tongue in told.items()}
        scene = RehearsalSetup(found.address, found.code, self.session.pack, self.true, words, self.pace)
        self.plays.append(_played(scene, come, found, self.before, self._over))

    def _over(self) -> None:
        if self.session.room.finished:
            ended = say("The rehearsal has ended; Ctrl-C stops the server. Then: {command}", command=self.afterwards)
            echo(ended)

    def failed(self, *, interrupted: bool) -> None:
        """Raise what went wrong with the people; whoever is on the way when the server stops is no fault."""
        for play in self.plays:
            if play.error is not None and not interrupted:
                raise play.error


def _played(
    scene: RehearsalSetup, come: Sequence[Persona], found: RunningServer, before: float | None, over: Callable[[], None]
) -> BackgroundRehearsal:
    """Let the people in; with seconds to wait `before`, it leads itself and ends the server when it is over."""
    from hustings.workshop.rehearsal.automatic_facilitator import AutomaticFacilitator
    from hustings.workshop.rehearsal.rehearse import BackgroundRehearsal, run_rehearsal

    async def led() -> None:
        await run_rehearsal(
            scene, come, AutomaticFacilitator(found.link("console").partition("#")[2], before or 0).facilitate
        )
        await asyncio.sleep(min(LAST_LOOK, before or 0))

    beside = (
        BackgroundRehearsal(led, found.stop)
        if before is not None
        else BackgroundRehearsal(lambda: run_rehearsal(scene, come), over)
    )
    beside.start()
    return beside


def _tell(luck: int, count: int, before: float | None) -> None:
    echo()
    echo(say("A rehearsal: the campaign and the {count} people are invented. Seed {seed}.", count=count, seed=luck))
    if before is not None:
        echo(say("It leads itself and begins in {seconds} seconds.", seconds=f"{before:g}"))


def _new(case: str | None) -> Path:
    """Where the rehearsal's own case goes. `InputError` if something is there already."""
    if case is None:
        return Path(mkdtemp(prefix="hustings-rehearsal-")) / "rehearsal.hustings"
    path = case_path(case)
    if path.exists():
        raise InputError(
            say("{file} is there already, and a rehearsal never writes to a case.", file=path),
            say("Give a new name, or none: then it goes to a temporary folder."),
        )
    return path


def _begin(path: Path, pack: str | None, edition: str | None) -> Answers:
    """A case of an invented campaign that says so in its name. Returns what is true of it, as far as is known."""
    folder = find_pack(pack or DEFAULT_PACK)
    whole = read_spoken(folder)
    editions = [one.id for one in whole.questionnaire.editions]
    chosen = scoped(whole, edition or (editions[0] if editions else ""))
    true = _sample(whole, folder / "sample.yaml")
    said = [(name, Answer(State.ANSWERED, value)) for name, value in _said_before(chosen, true)]
    with create(path, pack=whole, by=BY, at=datetime.now(UTC)) as file:
        kept = [(EDITION, Answer(State.ANSWERED, chosen.edition))] if chosen.edition else []
        if told := [*kept, *said]:
            file.log(file.latest().id, BY).append_all(told, source="file")
    return true


def _sample(pack: Pack, sample: Path) -> Answers:
    """The answers of the pack's own invented campaign, around which people vote; none if it has none."""
    from hustings.interview import answers_from

    return MappingProxyType(dict(answers_from(pack, sample).answers) if sample.is_file() else {})


def _said_before(pack: Pack, true: Answers) -> Iterator[tuple[str, Value]]:
    """What is known already: a name that shows what this is, days that lie ahead, and facts of the first section."""
    from hustings.workshop.rehearsal.personas import invented_value

    today, about = datetime.now(UTC).date(), pack.questionnaire
    known: Mapping[str, Value] = {
        about.name: say("Rehearsal (an invented campaign)"),
        about.clock: today + timedelta(days=60),
        about.election: today + timedelta(days=90),
    }
    for name, question in pack.questions.items():
        found = true[name].value if name in true else None
        if not question.asked:
            continue
        if not question.choices:
            yield name, known.get(name) or found or invented_value(question, today)
        elif found is not None and question.section == about.sections[0].id:
            yield name, found
