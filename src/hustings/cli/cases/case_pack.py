"""The pack with which a case is read: the one that is installed or named, or with `--as-of-pack` the one it keeps."""

from __future__ import annotations

from pathlib import Path

import click

from hustings.casefile import Assessment, CaseFile
from hustings.cli.invocation import next_command
from hustings.cli.options import check_language, is_as_of_pack, read_pack_in_language
from hustings.cli.output import note_once
from hustings.messages import english, say, spoken
from hustings.pack.model import Pack
from hustings.pack.shipped import find_pack, shipped_pack
from hustings.problems import InputError, escaped


def case_pack(file: CaseFile, case: str, pack: str | None) -> Pack:
    """The pack of the latest assessment: as it is kept with `--as-of-pack`, otherwise as `pack_of` finds it."""
    if not is_as_of_pack():
        return pack_of(file.latest(), pack, case)
    if pack:
        raise click.UsageError(say("--as-of-pack takes the pack that is kept in the case: leave --pack out."))
    return kept_pack(file, file.latest())


def answered_pack(file: CaseFile, assessment: Assessment, pack: str | None) -> Pack:
    """The pack with which an assessment was answered, in the words that were read; otherwise the one that is named."""
    kept = pack is None and file.kept_pack(assessment.digest) is not None
    return kept_pack(file, assessment) if kept else pack_of(assessment, pack, str(file.path))


def kept_pack(file: CaseFile, assessment: Assessment) -> Pack:
    """The pack with which an assessment was answered, from its file or, if it is the same, as it is installed.

    Raises `InputError` if there is neither, or the one in the file is damaged.
    """
    kept, installed = file.kept_pack(assessment.digest), _installed(assessment)
    if kept is None:
        here = read_pack_in_language(installed) if installed else None
        if here is None or here.digest != assessment.digest:
            raise _not_kept(file, assessment)
        return here
    return _in_language(kept.read(spoken()), installed)


def _in_language(pack: Pack, installed: Path | None) -> Pack:
    """A kept pack in the current language; where that was not kept with it, in the words of the installed one."""
    from hustings.pack.loader import in_language
    from hustings.pack.translation.translated_pack import languages

    known = languages(installed) if installed else ()
    check_language({pack.language, *known})
    return in_language(pack, installed, spoken()) if installed and pack.language != spoken() else pack


def _installed(assessment: Assessment) -> Path | None:
    try:
        return shipped_pack(assessment.pack)
    except InputError:
        return None


def _not_kept(file: CaseFile, assessment: Assessment) -> InputError:
    what = say(
        "{file} does not hold the pack that it was answered with (`{name}`, version {version}): an older Hustings did "
        "not keep it.",
        file=file.path.name,
        name=escaped(assessment.pack),
        version=escaped(assessment.version),
    )
    return InputError(what, say("If you have that version of the pack, give its folder with --pack."))


def keep_pack(file: CaseFile, pack: Pack) -> None:
    """Keep the pack in a file of an older Hustings, if its latest assessment was answered with exactly this one."""
    if pack.digest == file.latest().digest:
        file.keep(pack)


def pack_of(assessment: Assessment, pack: str | None, case: str = "CASE") -> Pack:
    """The pack of an assessment, by its name or from the given folder; a note says if it has changed."""
    here = _pack_here(assessment, pack)
    if here.digest != assessment.digest:
        note_once(_changed(assessment, here, upgrade_command(case, pack)))
    return here


def other_pack(assessment: Assessment, pack: str | None) -> Pack | None:
    """The pack of an assessment as it is here; None if it is the one that the answers are to."""
    here = _pack_here(assessment, pack)
    return None if here.digest == assessment.digest else here


def _pack_here(assessment: Assessment, pack: str | None) -> Pack:
    here = read_pack_in_language(_folder(assessment, pack))
    if here.id != assessment.pack:
        raise InputError(
            say(
                "This case was begun with the pack `{pack}`, not with `{found}`.",
                pack=assessment.pack,
                found=here.id,
            ),
            say("Give the name or folder of the pack `{pack}` with --pack.", pack=assessment.pack),
        )
    return here


def is_older(pack: Pack, assessment: Assessment) -> bool:
    """Whether a pack has a lower version than the one that the answers are to."""
    return _numbers(assessment.version) > _numbers(pack.version)


def upgrade_command(case: str, pack: str | None, *more: str) -> str:
    """The command that shows, or with `--yes` does, what another pack changes in a case."""
    return next_command("upgrade", case, *(("--pack", pack) if pack else ()), *more)


NEWER = english(
    "Note: this case was answered with version {then} of its pack, and this is version {now}. What that changes is "
    "shown by `{command}`; `--as-of-pack` gives the result as it was."
)
OLDER = english(
    "Note: this case was answered with version {then} of its pack, which is newer than this one ({now}). Update "
    "Hustings, or give `--as-of-pack` for the result as it was."
)
EDITED = english(
    "Note: the content of the pack has changed since this case was answered, though its version is still {now}. What "
    "that changes is shown by `{command}`; `--as-of-pack` gives the result as it was."
)


def _changed(assessment: Assessment, current: Pack, command: str) -> str:
    """The note that the pack is another one than the answers are to."""
    sentence = OLDER if is_older(current, assessment) else NEWER
    if assessment.version == current.version:
        sentence = EDITED
    return say(sentence, then=escaped(assessment.version), now=escaped(current.version), command=command)


def _numbers(version: str) -> tuple[int, ...]:
    """The parts of a version, to compare; nothing for a version that is no numbers."""
    parts = version.split(".")
    known = all(part.isascii() and part.isdigit() and len(part) < 9 for part in parts)  # noqa: PLR2004 - a number
    return tuple(map(int, parts)) if known else ()


def _folder(assessment: Assessment, pack: str | None) -> Path:
    try:
        return find_pack(pack) if pack else shipped_pack(assessment.pack)
    except InputError as wrong:
        if pack:
            raise
        raise InputError(
            say("This case was begun with the pack `{pack}`, which is not here.", pack=assessment.pack),
            say("Give its folder with --pack, or --as-of-pack for the one that the case keeps."),
        ) from wrong
