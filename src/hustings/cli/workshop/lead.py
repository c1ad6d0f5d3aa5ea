"""`hustings workshop CASE`: serve the pages of a workshop, or lead it from the terminal alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.answers.compatibility import fitting
from hustings.answers.events import EDITION, Answer, Answers, State
from hustings.answers.local_texts import numbered_here, told_here
from hustings.answers.replay import chosen_edition, replay
from hustings.casefile import Assessment, CaseFile, CaseJournal
from hustings.cli.errors import INTERRUPTED
from hustings.cli.invocation import next_command
from hustings.cli.opened_case import case_path, writing
from hustings.cli.options import lang_option
from hustings.cli.output import echo
from hustings.cli.spoken_help import Verb
from hustings.messages import say, spoken
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.problems import InputError

if TYPE_CHECKING:
    from hustings.workshop.session.session import Session
    from hustings.workshop.web.hub import RoomLanguage
    from hustings.workshop.web.server import RunningServer

PORT = 8650
"""Always the same, so that phones find the room again after a restart."""


@click.command(cls=Verb, short_help="Lead the workshop of a case.")
@click.argument("case")
@click.option("--terminal", is_flag=True, help="Without phones: people show cards, you type how many, line by line.")
@click.option("--edition", metavar="NAME", help="How much is asked, such as quick, standard or full.")
@click.option("--by", metavar="NAME", help="Who facilitates; your login name otherwise.")
@click.option("--host", metavar="ADDRESS", help="Where to serve; this machine's address in its network otherwise.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="NUMBER",
    default=PORT,
    show_default=True,
    help="The number behind the address; 0 takes any that is free.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the console; the terminal shows a link when you ask.")
@click.option("--certificate", type=click.Path(path_type=Path), help="For https: the certificate, as a PEM file.")
@click.option("--key", type=click.Path(path_type=Path), help="For https: its private key, as a PEM file.")
@click.option("--pack", help="Which questions: a shipped pack's name, or a folder such as ./ours.")
@lang_option
def lead(
    case: str,
    host: str | None,
    port: int,
    certificate: Path | None,
    key: Path | None,
    edition: str | None,
    pack: str | None,
    by: str | None,
    *,
    terminal: bool,
    no_browser: bool,
) -> None:
    """Lead the workshop of CASE, from the start or where it stopped. A case that is not there is made.

    Everything is in the case file at once: whatever stops, start it again and go on.
    """
    if terminal and (host or certificate or key):
        raise click.UsageError(say("--terminal needs no network: leave out --host, --certificate and --key."))
    with workshop_of(case, pack, edition, by) as session:
        if terminal:
            interrupted = _in_terminal(case, session, pack)
        else:
            interrupted = _on_network(case, session, pack, Asked(host, port, certificate, key, not no_browser))
        ended = session.room.finished
    if ended or not terminal:
        _farewell(case, pack, ended=ended)
    if interrupted:
        sys.exit(INTERRUPTED)


def _farewell(case: str, pack: str | None, *, ended: bool) -> None:
    """Where it is, and what comes next: the report once the workshop has ended, the workshop before."""
    path, beside = str(case_path(case)), ("--pack", pack) if pack else ()
    echo(say("Saved in {file}.", file=path))
    if ended:
        echo(say("Next: {command}", command=next_command("report", path, *beside)))
    else:
        echo(say("Go on with: {command}", command=next_command("workshop", path, *beside)))


@contextmanager
def workshop_of(case: str, pack: str | None, edition: str | None, by: str | None) -> Iterator[Session]:
    """The workshop of a case's latest assessment, taken up where it stopped; the case is made if it is not there."""
    from hustings.workshop.web.server import session_of

    def before_making(found: Pack) -> None:
        scoped(found, edition or "")

    with writing(case, pack, by, before_making) as (file, whole, assessment, who):
        found = _in_edition(file, assessment, whole, edition, who)
        answers = fitting(found, replay(file.events(assessment.id)))[0]
        yield session_of(_local(found, answers), CaseJournal(file, assessment.id, who), _now)


def _local(pack: Pack, answers: Answers) -> Pack:
    """The pack in the words, and with the numbers, of the campaign's place."""
    return numbered_here(told_here(pack, answers), answers)


def _now() -> datetime:
    return datetime.now(UTC)


def _in_edition(file: CaseFile, assessment: Assessment, whole: Pack, edition: str | None, who: str) -> Pack:
    chosen = chosen_edition(file.events(assessment.id))
    found = scoped(whole, edition or chosen)
    if edition is not None and found.edition != chosen:
        file.log(assessment.id, who).append(EDITION, Answer(State.ANSWERED, found.edition), source="workshop")
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """Where it is to be served, as far as somebody has said so. `browser`: the console opens by itself."""

    host: str | None
    port: int
    certificate: Path | None
    key: Path | None
    browser: bool = True


def _in_terminal(case: str, session: Session, pack: str | None) -> bool:
    """Whether Ctrl-C ended it."""
    from hustings.workshop.terminal.facilitate import EndReason, facilitate_in_terminal

    words = ("workshop", str(case_path(case)), "--terminal", *(("--pack", pack) if pack else ()))
    left = facilitate_in_terminal(session, resume=say("Go on with: {command}", command=next_command(*words)))
    return left is EndReason.INTERRUPTED


def _on_network(case: str, session: Session, pack: str | None, asked: Asked) -> bool:
    """Whether Ctrl-C ended it, as it mostly does."""
    from hustings.cli.workshop.links import listen
    from hustings.workshop.web.server import Address, likely_address, serve

    if (asked.certificate is None) != (asked.key is None):
        raise click.UsageError(say("--certificate and --key go together."))
    for path in (asked.certificate, asked.key):
        if path is not None and not path.is_file():
            raise InputError(say("There is no file {path}.", path=path))
    where = Address(asked.host or likely_address(), asked.port, asked.certificate, asked.key)
    alone = where.host if asked.host is None and where.host == Address().host else ""
    told = tongues(session, pack)

    def began(ready: RunningServer) -> None:
        listen(ready, seen=begins(case, pack, ready, alone, browser=asked.browser))

    try:
        serve(session, told, spoken(), where, began)
    except KeyboardInterrupt:
        echo()
        return True
    return False


def begins(case: str, pack: str | None, ready: RunningServer, alone: str, *, browser: bool = True) -> bool:
    """How to begin; and if no network was found (`alone`), that no phone can come. Whether a browser opened."""
    seen = tell(case, ready, "console", browser=browser)
    if alone:
        words = ("workshop", str(case_path(case)), "--terminal", *(("--pack", pack) if pack else ()))
        echo()
        echo(say("No network was found, so no phone can reach {address}.", address=alone))
        echo(say("Turn on a hotspot and start again, or lead without phones: {command}", command=next_command(*words)))
    return seen


def tongues(session: Session, pack: str | None) -> Mapping[str, RoomLanguage]:
    """Every language that both Hustings and the pack speak, so that each phone can have its own.

    Like the console and the projector, phones speak in the words of the campaign's place.
    """
    from hustings.pack.loader import read_pack
    from hustings.pack.shipped import find_pack, shipped_pack
    from hustings.pack.translation.translated_pack import languages
    from hustings.pack.translation.ui_language import read_words, spoken_languages
    from hustings.workshop.web.hub import RoomLanguage

    folder = find_pack(pack) if pack else shipped_pack(session.pack.id)
    codes = {spoken(), *({*languages(folder), "en"} & {*spoken_languages()})}
    packs = {code: scoped(read_pack(folder, code), session.pack.edition) for code in sorted(codes)}
    return {code: RoomLanguage(read_words(code), _local(told, session.answers)) for code, told in packs.items()}


def tell(case: str, ready: RunningServer, opens: str, *, browser: bool) -> bool:
    """What the facilitator needs to begin. Whether the `console` or the `screen` opens by itself in a `browser`."""
    from hustings.cli.workshop.links import keys, opened

    echo(say("The workshop of {file} is running.", file=case_path(case)))
    echo()
    if ready.code:
        _tell_phones(ready)
    seen = browser and opened(ready.link(opens))
    if opens == "screen":
        _tell_screen(ready, seen=seen)
    else:
        _tell_console(ready, seen=seen)
    echo()
    echo(keys())
    echo(say("To stop: Ctrl-C. Everything is saved; start again to go on."))
    return seen


def _tell_phones(ready: RunningServer) -> None:
    from hustings.workshop.web.server import qr_text

    echo(say("  Phones:     {address}   code {code}", address=ready.address, code=ready.code))
    echo(qr_text(f"{ready.address}/#{ready.code}"))


def _tell_console(ready: RunningServer, *, seen: bool) -> None:
    if seen:
        echo(say("  You:        {console} opens in your browser now.", console=ready.console))
    else:
        echo(say("  You:        no browser opens here. Type c and press Enter for a link to the console."))
    echo(say("  Projector:  press “Projector” on the console and move that window to the wall."))


def _tell_screen(ready: RunningServer, *, seen: bool) -> None:
    if seen:
        echo(say("  Projector:  {address}/screen opens in your browser now.", address=ready.address))
    else:  # nothing is secret in a rehearsal, and it begins soon
        echo(say("  Projector:  {link}", link=ready.link("screen")))
