"""The folder of a kit: written completely or not at all, and never over files that were edited.

A small file besides the texts has a fingerprint of the content of each text as it was written. A file with the same
fingerprint was not edited, even if a program has saved it again, and is replaced; any other one is kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from hustings.file_input import content_of
from hustings.file_output import drafted
from hustings.frozen_records import dataclass
from hustings.kit.saved_content import fingerprint
from hustings.messages import say
from hustings.problems import InputError, reason

LARGEST = 50_000_000
"""The largest existing file that is compared, in bytes; texts of a kit are much smaller."""
FINGERPRINTS = ".hustings-kit.json"


@dataclass(frozen=True, slots=True)
class WrittenKit:
    """The names of the files that were written, and of those kept because they were edited."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def write_kit(folder: Path, files: Mapping[str, bytes], *, force: bool) -> WrittenKit:
    """Write the files, by name, to a folder. `force`: also over edited ones.

    The folder must not be a link, because somebody else may have made it.
    """
    if folder.is_symlink():
        raise InputError(say("{folder} is a link, not a folder.", folder=folder), _other_folder_hint())
    if folder.exists() and not folder.is_dir():
        raise InputError(say("{folder} is a file, not a folder.", folder=folder), _other_folder_hint())
    known = _fingerprints(folder)
    kept = () if force else tuple(name for name in files if _edited(folder / name, files[name], known.get(name)))
    written = {name: content for name, content in files.items() if name not in kept}
    fingerprints = {**known, **{name: fingerprint(name, content) for name, content in written.items()}}
    _replace_files(folder, {**written, FINGERPRINTS: json.dumps(fingerprints, indent=2, sort_keys=True).encode()})
    return WrittenKit(tuple(written), kept)


def _other_folder_hint() -> str:
    return say("Choose another one with --out.")


def _fingerprints(folder: Path) -> dict[str, str]:
    """The fingerprints of the last run; empty if they cannot be read, so that every file that differs is kept."""
    with suppress(InputError, ValueError, RecursionError):
        saved = json.loads(content_of(folder / FINGERPRINTS, LARGEST))
        if isinstance(saved, dict):
            return {name: value for name, value in saved.items() if isinstance(value, str)}
    return {}


def _edited(path: Path, content: bytes, known: str | None) -> bool:
    """Whether an existing file has neither the new content nor that of the last run."""
    if not path.exists():
        return False
    try:
        existing = content_of(path, LARGEST)
    except InputError:  # a folder or a pipe of that name, larger than any of ours, or not ours to read: leave it
        return True
    if existing == content or sha256(existing).hexdigest() == known:  # the latter: as earlier versions remembered
        return False
    return fingerprint(path.name, existing) not in (known, fingerprint(path.name, content))


def _replace_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace all files. Raises `InputError` if that fails; nothing is changed then."""
    created = not folder.exists()
    try:
        folder.mkdir(exist_ok=True)
        with TemporaryDirectory(prefix=".hustings-kit-", dir=folder, ignore_cleanup_errors=True) as drafts:
            for number, content in enumerate(files.values()):
                with drafted(Path(drafts) / f"{number}.new") as draft:
                    draft.write_bytes(content)
            _rename_drafts(folder, Path(drafts), tuple(files))
    except OSError as wrong:
        if created:
            with suppress(OSError):
                folder.rmdir()
        what = say(
            "The texts cannot be written to {folder} ({why}). Nothing was changed.", folder=folder, why=reason(wrong)
        )
        raise InputError(what, _other_folder_hint()) from wrong


def _rename_drafts(folder: Path, drafts: Path, names: tuple[str, ...]) -> None:
    """Rename each draft. Old files are moved to `drafts`, and restored if one cannot be renamed."""
    moved = list[tuple[Path, Path]]()
    try:
        for number, name in enumerate(names):
            target, old = folder / name, drafts / f"{number}.old"
            if target.exists():
                target.replace(old)
            moved.append((target, old))
            (drafts / f"{number}.new").replace(target)
    except BaseException:  # Ctrl-C too
        for target, old in reversed(moved):
            old.replace(target) if old.exists() else target.unlink(missing_ok=True)
        raise
