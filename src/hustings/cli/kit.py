"""`hustings kit`: texts to adopt, filled from the answers, as files to edit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from hustings.cli.languages import lang_option
from hustings.cli.lines import tell
from hustings.cli.opened import case_path, opened
from hustings.problems import InputError, did_you_mean
from hustings.wording import say

KINDS = {"docx": ("docx",), "md": ("md",), "both": ("docx", "md")}


@click.command(short_help="Write texts to adopt, filled from the answers: policy, call sheet, letters, logs.")
@click.argument("case")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write to; beside the case file otherwise.")
@click.option("--only", help="One text by its name, such as ai_policy.")
@click.option("--format", "form", type=click.Choice(list(KINDS)), default="both", show_default=True)
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="letter", show_default=True)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The date of the texts; today otherwise.")
@click.option("--pack", help="The folder of the pack, if it does not ship with Hustings.")
@click.option("--force", is_flag=True, help="Replace files that were changed since.")
@lang_option
def kit(
    case: str,
    out: Path | None,
    only: str | None,
    form: str,
    paper: str,
    on: datetime | None,
    pack: str | None,
    *,
    force: bool,
) -> None:
    """Write the texts of CASE: each is a draft that you edit, and that counsel looks over."""
    from hustings.kit import Composed, compose, markdown, word

    day = on.date() if on else date.today()  # noqa: DTZ011 - the day where the campaign is
    found = opened(case, pack, whole=True)
    texts = found.pack.kit
    if only is not None:
        texts = tuple(text for text in texts if text.id == only)
        if not texts:
            names = [text.id for text in found.pack.kit]
            raise InputError(say("The pack has no text `{name}`.", name=only), did_you_mean(only, names))
    if not texts:
        raise InputError(say("The pack `{pack}` has no texts to adopt.", pack=found.pack.id))
    folder = out or case_path(case).with_suffix("").with_name(f"{case_path(case).stem}-kit")

    def files(text: Composed) -> Iterator[tuple[Path, bytes]]:
        for ending in KINDS[form]:
            made = word(text, paper) if ending == "docx" else markdown(text).encode()
            yield folder / f"{text.id.replace('_', '-')}.{ending}", made

    composed = [compose(found.pack, found.answers, text, day) for text in texts]
    put(folder, [file for text in composed for file in files(text)], force=force)
    tell([say("Written to {folder}:", folder=folder), *(f"  {text.title}: {text.about}" for text in composed)])


def put(folder: Path, files: list[tuple[Path, bytes]], *, force: bool) -> None:
    """Write all files, or none if one of them would replace what somebody has changed."""
    from hustings.report.pdf import written

    if folder.exists() and not folder.is_dir():
        raise InputError(say("{folder} is a file, not a folder.", folder=folder), say("Choose another one with --out."))
    changed = [path.name for path, content in files if path.exists() and path.read_bytes() != content]
    if changed and not force:
        raise InputError(
            say("These files are there already, and differ: {names}.", names=", ".join(changed)),
            say("Choose another folder with --out, or replace them with --force."),
        )
    try:
        folder.mkdir(exist_ok=True)
    except OSError as wrong:
        raise InputError(
            say("{folder} cannot be made: {why}.", folder=folder, why=wrong.strerror or wrong),
            say("Choose another one with --out."),
        ) from wrong
    for path, content in files:
        written(path, content)
