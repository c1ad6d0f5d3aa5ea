"""`hustings workshop CASE`: serve the pages of a workshop, or run it in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.answers.events import EDITION, Answer, Answers, State
from hustings.answers.local_texts import numbered_here, told_here
from hustings.answers.replay import chosen_edition, replay
from hustings.answers.versions.compatibility import fitting
from hustings.casefile import Assessment, CaseFile, CaseJournal
from hustings.cli.cases.opened_case import case_path, open_for_writing
from hustings.cli.errors import INTERRUPTED
from hustings.cli.invocation import next_command
from hustings.cli.options import lang_option
from hustings.cli.output import echo
from hustings.cli.translated_help import Verb
from hustings.frozen_records import dataclass
from hustings.messages import say, spoken
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.problems import InputError

if TYPE_CHECKING:
    from hustings.workshop.session.session import Session
    from hustings.workshop.web.hub import RoomLanguage
    from hustings.workshop.web.server import Address, RunningServer

PORT = 8650
"""Fixed, so that phones find the workshop again after a restart."""


@click.command(cls=Verb, short_help="Lead the workshop of a case.")
@click.argument("case")
@click.option("--terminal", is_flag=True, help="Without phones: people show cards, you type how many, line by line.")
@click.option("--edition", metavar="NAME", help="How much is asked, such as quick, standard or full.")
@click.option("--by", metavar="NAME", help="Who facilitates; remembered on this machine.")
@click.option("--host", metavar="ADDRESS", help="Where to serve; this machine's address in its network otherwise.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="NUMBER",
    default=PORT,
    envvar="HUSTINGS_PORT",
    show_default=True,
    help="The number behind the address; 0 takes any that is free. HUSTINGS_PORT sets it too.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the console; the terminal shows a link when you ask.")
@click.option(
    "--https", "encrypted", is_flag=True, help="Encrypt, with a certificate made for the room; browsers warn."
)
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
    encrypted: bool,
) -> None:
    """Lead the workshop of CASE, from the start or where it stopped. A case that is not there is made.

    Everything is in the case file at once: whatever stops, start it again and go on.
    """
    if terminal and (host or certificate or key or encrypted):
        raise click.UsageError(say("--terminal needs no network: leave out --host, --https, --certificate and --key."))
    if encrypted and (certificate or key):
        raise click.UsageError(say("--https makes a certificate: leave out --certificate and --key."))
    with workshop_of(case, pack, edition, by) as session:
        if terminal:
            interrupted = _in_terminal(case, session, pack)
        else:
            interrupted = _on_network(
                case, session, pack, ServerOptions(host, port, certificate, key, not no_browser, encrypted)
            )
        ended = session.room.finished
    if ended or not terminal:
        _show_end(case, pack, ended=ended)
    if interrupted:
        sys.exit(INTERRUPTED)


def _show_end(case: str, pack: str | None, *, ended: bool) -> None:
    """Print where the case is, and the next command: the report, or the workshop if it has not ended."""
    path, pack_option = str(case_path(case)), ("--pack", pack) if pack else ()
    echo(say("Saved in {file}.", file=path))
    if ended:
        echo(say("Next: {command}", command=next_command("report", path, *pack_option)))
    else:
        echo(say("Go on with: {command}", command=next_command("workshop", path, *pack_option)))


@contextmanager
def workshop_of(case: str, pack: str | None, edition: str | None, by: str | None) -> Iterator[Session]:
    """The session of a case's latest assessment, restored from its log; a missing case is created."""
    from hustings.workshop.web.server import session_of

    def before_making(case_pack: Pack) -> None:
        scoped(case_pack, edition or "")

    with open_for_writing(case, pack, by, before_making) as (file, complete_pack, assessment, author):
        case_pack = _in_edition(file, assessment, complete_pack, edition, author)
        answers = fitting(case_pack, replay(file.events(assessment.id)))[0]
        yield session_of(_in_local_words(case_pack, answers), CaseJournal(file, assessment.id, author), _now)


def _in_local_words(pack: Pack, answers: Answers) -> Pack:
    """The pack with the texts and the number format of the campaign's place."""
    return numbered_here(told_here(pack, answers), answers)


def _now() -> datetime:
    return datetime.now(UTC)


def _in_edition(file: CaseFile, assessment: Assessment, complete_pack: Pack, edition: str | None, author: str) -> Pack:
    chosen = chosen_edition(file.events(assessment.id))
    edition_pack = scoped(complete_pack, edition or chosen)
    if edition is not None and edition_pack.edition != chosen:
        file.log(assessment.id, author).append(EDITION, Answer(State.ANSWERED, edition_pack.edition), source="workshop")
    return edition_pack


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """The options of the server. `browser`: open the console in a browser. `encrypted`: make a certificate."""

    host: str | None
    port: int
    certificate: Path | None
    key: Path | None
    browser: bool = True
    encrypted: bool = False


def _in_terminal(case: str, session: Session, pack: str | None) -> bool:
    """Run the workshop in the terminal. Whether Ctrl-C ended it."""
    from hustings.workshop.terminal.facilitate import EndReason, facilitate_in_terminal

    words = ("workshop", str(case_path(case)), "--terminal", *(("--pack", pack) if pack else ()))
    reason = facilitate_in_terminal(session, resume=say("Go on with: {command}", command=next_command(*words)))
    return reason is EndReason.INTERRUPTED


def _on_network(case: str, session: Session, pack: str | None, options: ServerOptions) -> bool:
    """Serve the workshop. Whether Ctrl-C ended it."""
    from hustings.cli.workshop.links import listen
    from hustings.cli.workshop.results import result_file
    from hustings.cli.workshop.sheet_upload import read_upload
    from hustings.workshop.web.host_names import likely_address
    from hustings.workshop.web.server import Address, serve

    if (options.certificate is None) != (options.key is None):
        raise click.UsageError(say("--certificate and --key go together."))
    for path in (options.certificate, options.key):
        if path is not None and not path.is_file():
            raise InputError(say("There is no file {path}.", path=path))
    host = options.host or likely_address()
    alone = host if options.host is None and host == Address().host else ""
    languages = room_languages(session, pack)

    def began(ready: RunningServer) -> None:
        listen(ready, page_open=show_start(case, pack, ready, alone, browser=options.browser))

    try:
        with _address(session, host, options) as address:
            serve(session, languages, spoken(), address, began, results=result_file, read_sheet=read_upload)
    except KeyboardInterrupt:
        echo()
        return True
    return False


@contextmanager
def _address(session: Session, host: str, options: ServerOptions) -> Iterator[Address]:
    """Where to serve; with `--https` with a certificate for this room, whose files are there while it is served."""
    from hustings.workshop.web.host_names import names_of
    from hustings.workshop.web.security.room_certificate import certificate_files
    from hustings.workshop.web.server import Address as At

    if not options.encrypted:
        yield At(host, options.port, options.certificate, options.key)
        return
    with certificate_files(session.journal, names_of(host), finished=session.room.finished) as (certificate, key):
        yield At(host, options.port, certificate, key, explained=True)


def show_start(case: str, pack: str | None, ready: RunningServer, alone: str, *, browser: bool = True) -> bool:
    """Print how to begin, and a warning if no network was found (`alone`). Whether a browser was opened."""
    browser_opened = show_addresses(case, ready, "console", browser=browser)
    if alone:
        words = ("workshop", str(case_path(case)), "--terminal", *(("--pack", pack) if pack else ()))
        echo()
        echo(say("No network was found, so no phone can reach {address}.", address=alone))
        echo(say("Turn on a hotspot and start again, or lead without phones: {command}", command=next_command(*words)))
    return browser_opened


def room_languages(session: Session, pack: str | None) -> Mapping[str, RoomLanguage]:
    """Every language that both Hustings and the pack have, so that each phone can use its own.

    The texts are those of the campaign's place. A pack that was read before is kept compiled (`pack_store`).
    """
    from hustings.cli.cases.pack_store import stored_pack
    from hustings.pack.loader import read_pack
    from hustings.pack.shipped import find_pack, shipped_pack
    from hustings.pack.translation.translated_pack import languages
    from hustings.pack.translation.ui_language import read_words, spoken_languages
    from hustings.workshop.web.hub import RoomLanguage

    folder = find_pack(pack) if pack else shipped_pack(session.pack.id)
    codes = {spoken(), *({*languages(folder), "en"} & {*spoken_languages()})}
    packs = {code: stored_pack(folder, code, partial(read_pack, folder, code)) for code in sorted(codes)}
    return {
        code: RoomLanguage(read_words(code), _in_local_words(scoped(read, session.pack.edition), session.answers))
        for code, read in packs.items()
    }


def show_addresses(case: str, ready: RunningServer, opens: str, *, browser: bool) -> bool:
    """Print the addresses. Whether the page that `opens` names (`console` or `screen`) was opened in a browser."""
    from hustings.cli.workshop.links import key_help, open_browser

    echo(say("The workshop of {file} is running.", file=case_path(case)))
    echo()
    if ready.code:
        _show_phones(ready)
    browser_opened = browser and open_browser(ready.link_here(opens))
    if opens == "screen":
        _show_screen(ready, browser_opened=browser_opened)
    else:
        _show_console(ready, browser_opened=browser_opened)
    echo()
    echo(key_help())
    if ready.code:
        echo(say("A phone cannot open the page? Put it into the same wifi as this computer, not into a guest network."))
        echo(say("If a firewall asks, let Hustings in. Otherwise open a hotspot, take all into it, and start again."))
    echo(say("To stop: Ctrl-C. Everything is saved; start again to go on."))
    return browser_opened


def _show_phones(ready: RunningServer) -> None:
    from hustings.workshop.web.qr_code import qr_text

    echo(say("  Phones:     {address}   code {code}", address=ready.address, code=ready.code))
    echo(qr_text(f"{ready.address}/#{ready.code}"))
    if ready.explains:
        echo(
            say(
                "  Warned?     {address} says why browsers warn. The certificate's fingerprint:", address=ready.explains
            )
        )
        echo(f"              {ready.fingerprint}")


def _show_console(ready: RunningServer, *, browser_opened: bool) -> None:
    if browser_opened:
        echo(say("  You:        {console} opens in your browser now.", console=ready.console))
    else:
        echo(say("  You:        no browser opens here. Type c and press Enter for a link to the console."))
    echo(say("  Projector:  press “Wall” on the console; it opens a window for the projector."))


def _show_screen(ready: RunningServer, *, browser_opened: bool) -> None:
    if browser_opened:
        echo(say("  Projector:  {address}/screen opens in your browser now.", address=ready.address))
    else:  # a rehearsal has no secrets, and it begins soon
        echo(say("  Projector:  {link}", link=ready.link("screen")))
