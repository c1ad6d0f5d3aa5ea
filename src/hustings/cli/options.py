"""Options that several verbs share: `--lang` (or HUSTINGS_LANG), `--on`, `--paper`.

`--lang` is the language of a verb for as long as it runs. `--on` is a day, written as people
write dates: in figures alone it is read in the order of the place where the campaign runs, as the interview reads it
(`opened_case.given_day`). Without `--paper` a verb prints on the paper of that place.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from hustings.cli.output import echo
from hustings.messages import ENGLISH, Words, english, say, speaking, spoken
from hustings.pack.rules import Paper
from hustings.problems import InputError, did_you_mean, escaped

if TYPE_CHECKING:
    from hustings.pack.model import Pack

F = TypeVar("F", bound=Callable[..., Any])


def _set_language(ctx: click.Context, _option: click.Parameter, code: str | None) -> None:
    """Set the language from here to the end of the command, also for its errors.

    A language that only the pack has is checked when the pack is read (`read_pack_in_language`).
    """
    if code is not None:
        ctx.find_root().with_resource(speaking(words_of(code)))


def words_of(code: str) -> Words:
    """Our texts in a language; for a language that only the pack has, no texts but its code."""
    if code == ENGLISH.language:
        return ENGLISH
    from hustings.pack.translation.ui_language import read_words, spoken_languages

    return read_words(code) if code in spoken_languages() else Words(code, code)


def _option(envvar: str | None = None) -> Callable[[F], F]:
    text = english("In this language, such as es.")
    return click.option(
        "--lang", callback=_set_language, expose_value=False, is_eager=True, metavar="CODE", envvar=envvar, help=text
    )


lang_option = _option()
lang_for_all = _option("HUSTINGS_LANG")
"""The option of the command itself. It also applies to the verb, unless that has its own."""


def read_pack_in_language(folder: Path) -> Pack:
    """Read a pack in the current language. It is a usage error if neither the pack nor Hustings has it."""
    from hustings.cli.cases.pack_store import stored_pack
    from hustings.pack.source.pack_files import unread_yaml

    pack = stored_pack(folder, spoken(), lambda: _read_now(folder))
    for note in unread_yaml(folder):
        echo(escaped(note), err=True)
    return pack


def _read_now(folder: Path) -> Pack:
    from hustings.pack.loader import read_pack
    from hustings.pack.translation.translated_pack import languages

    pack = read_pack(folder, spoken())
    check_language({pack.language, *languages(folder)})
    return pack


def check_language(of_pack: set[str]) -> None:
    """Raises a usage error if neither a pack, with these languages, nor Hustings has the current language."""
    from hustings.pack.translation.ui_language import spoken_languages

    code, known = spoken(), sorted({*of_pack, *spoken_languages()})
    if code not in known:
        raise click.UsageError(
            say("There is no language `{code}`. There are: {known}.", code=code, known=", ".join(known))
        )


def _set_as_of_pack(ctx: click.Context, _option: click.Parameter, given: bool) -> None:
    ctx.find_root().meta[AS_OF_PACK] = given


AS_OF_PACK = "hustings.as_of_pack"
as_of_pack_option = click.option(
    "--as-of-pack",
    is_flag=True,
    callback=_set_as_of_pack,
    expose_value=False,
    help="With the pack that the case was answered with, whatever is installed now.",
)


def is_as_of_pack() -> bool:
    """Whether `--as-of-pack` was given."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.find_root().meta.get(AS_OF_PACK))


def on_option(about: str) -> Callable[[Any], Any]:
    """`--on DATE`, with a text about its use."""
    return click.option("--on", metavar="DATE", help=about)


PAPERS = click.Choice(get_args(Paper))
paper_option = click.option(
    "--paper",
    type=PAPERS,
    help="The paper to print on; otherwise what is usual where the campaign runs.",
)


def known_role(pack: Pack, role: str) -> str:
    """The title of a role; one that the pack does not have is refused."""
    roles = {known.id: known.title for known in pack.questionnaire.roles}
    if role not in roles:
        raise InputError(
            say("The pack `{pack}` has no role `{role}`.", pack=pack.id, role=role), did_you_mean(role, list(roles))
        )
    return roles[role]
