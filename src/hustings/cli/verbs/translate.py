"""`hustings translate`: create or update the translation file of a pack."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.cli.invocation import next_command
from hustings.cli.output import echo
from hustings.cli.translated_help import Verb
from hustings.file_input import content_of
from hustings.file_output import confined, write_file
from hustings.messages import say, several
from hustings.pack.shipped import DEFAULT_PACK, find_pack
from hustings.problems import InputError, reason

if TYPE_CHECKING:
    from hustings.pack.model import Pack
    from hustings.pack.translation.translation_file import Translated

LARGEST = 20_000_000
CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@click.command(cls=Verb, short_help="Make or refresh the file in which a pack is translated.")
@click.argument("pack", default=DEFAULT_PACK)
@click.argument("language")
@click.option("--title", help="The language's own name for itself, such as Español.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["yaml", "po"]),
    default="yaml",
    help="po: a gettext catalog beside it, for Poedit or Weblate.",
)
@click.option("--from", "catalog", metavar="FILE.po", help="Take the translations from this catalog.")
def translate(pack: str, language: str, title: str | None, form: str, catalog: str | None) -> None:
    """Write languages/LANGUAGE.yaml in PACK: every text that its users see, and beside it what is translated.

    What is there stays; what is new is added without a translation. LANGUAGE is a code such as es.
    """
    from hustings.pack.translation.po_file import po_text
    from hustings.pack.translation.translation_file import language_text

    folder, source = _read(pack, language)
    existing, name = _existing(folder, source, language, catalog, title)
    target = folder / "languages" / f"{language}.{form}"
    if form == "po":
        _write_if_changed(folder, target, po_text(source, language, name, existing))
        echo(say("Written: {file}", file=target))
        echo(say("Next: {command}", command=next_command("translate", pack, language, "--from", str(target))))
        return
    _write_if_changed(folder, target, language_text(source, language, name, existing).encode())
    echo(_progress_text(folder, source, language, target))
    echo(say("Next: {command}", command=next_command("check", pack)))


def _read(pack: str, language: str) -> tuple[Path, Pack]:
    """The folder of a pack and the pack. Raises `InputError` if it cannot be translated into this language."""
    from hustings.pack.loader import read_pack

    if not CODE.fullmatch(language):
        what = say("`{code}` is not the code of a language.", code=language)
        raise InputError(what, say("Give one such as es, or pt-BR."))
    folder = find_pack(pack)
    source = read_pack(folder)
    if language == source.language:
        what = say("`{code}` is the language in which {pack} is written.", code=language, pack=source.id)
        raise InputError(what, say("Give another one."))
    return folder, source


def _existing(
    folder: Path, pack: Pack, language: str, catalog: str | None, title: str | None
) -> tuple[Translated | None, str]:
    """The existing translations, updated from a catalog, and the language's own name."""
    from hustings.pack.translation.po_file import taken, together
    from hustings.pack.translation.translated_pack import languages, read_language

    translated = read_language(folder, language) if language in languages(folder) else None
    name = title or (translated.title if translated else language)
    if catalog is None:
        return translated, name
    return together(translated, taken(pack, language, catalog, _content(catalog))), name


def _content(catalog: str) -> bytes:
    try:
        return content_of(Path(catalog), LARGEST)
    except InputError as wrong:
        raise InputError(f"{catalog}: {wrong.what}", wrong.hint) from wrong


def _progress_text(folder: Path, pack: Pack, language: str, target: Path) -> str:
    """The message on how much is left to translate."""
    from hustings.pack.translation.translated_pack import gaps, read_language

    missing = sum(gap.what in ("missing", "stale") for gap in gaps(pack, read_language(folder, language)))
    if not missing:
        return say("Written: {file}. All is translated.", file=target)
    return several(
        missing,
        "Written: {file}. {n} text to translate.",
        "Written: {file}. {n} texts to translate.",
        file=target,
        n=f"{missing:,}",
    )


def _write_if_changed(folder: Path, target: Path, content: bytes) -> None:
    """Write the file atomically, inside the pack, and only if its content has changed."""
    path = confined(target, folder)
    try:
        path.parent.mkdir(exist_ok=True)
        changed = not path.exists() or path.read_bytes() != content
    except OSError as wrong:
        what = say("{file} cannot be written ({why}).", file=target, why=reason(wrong))
        raise InputError(what, say("Copy the pack to another place.")) from wrong
    if changed:
        write_file(path, content, inside=folder)
