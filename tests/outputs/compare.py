"""Every output of two versions of Hustings, held against each other byte by byte.

    python tests/outputs/compare.py save FOLDER HUSTINGS    what the program at HUSTINGS puts out, into FOLDER
    python tests/outputs/compare.py compare BEFORE AFTER    every file that differs; the exit code is 1 if any does

Saved for each worked campaign of the shipped pack: its case file, the result as text and as JSON, the ledger, the
next questions, the history, an upgrade, the report as HTML and as PDF, the kit; in Spanish the text and the HTML; once:
help, questions, worksheets, the guide, a translation, and what `check` says about packs with one line taken out. The
clock stands still and chance repeats itself (`fixed`).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import yaml

TOP = Path(__file__).resolve().parents[2]
PACK = TOP / "questionnaires" / "campaign-ai"
FIXED = Path(__file__).parent / "fixed"
DAY = "2027-01-25"
LANGUAGES = ("en", "es")
FILES_OF_VERBS = (TOP / "src" / "hustings" / "cli" / "verbs").glob("[a-z]*.py")
VERBS = tuple(sorted(file.stem.strip("_").replace("_", "-") for file in FILES_OF_VERBS))
WRONG = (
    (), ("scroe",), ("score",), ("score", "nowhere.hustings"), ("interview", "x.txt"), ("report", "--papier", "a4"),
    ("check", "nothing-here"), ("kit", "nowhere.hustings"), ("explain", "nowhere.hustings", "index"), ("--lang", "xx"),
)  # fmt: skip
LINES_OUT = 40


@dataclass(frozen=True, slots=True)
class Program:
    """The command to run, and the folder for what it puts out."""

    command: Path
    out: Path

    def run(self, name: str, args: Sequence[str], within: Path, *, lang: str = "en") -> None:
        """Run once; its two outputs and its exit code become the file `name`."""
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("HUSTINGS", "XDG_"))},
            "HOME": str(self.home),
            "PYTHONPATH": str(FIXED), "PYTHONHASHSEED": "0", "HUSTINGS_LANG": lang, "LC_ALL": "C.UTF-8",
            "COLUMNS": "100", "USER": "tester", "LOGNAME": "tester", "NO_COLOR": "1", "TZ": "UTC",
        }  # fmt: skip
        done = subprocess.run(
            [str(self.command), *args], cwd=within, env=environment, capture_output=True, check=False, timeout=300,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        target = self.out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        told = b"exit %d\n" % done.returncode + done.stdout + b"\n--- errors\n" + done.stderr
        target.write_bytes(self._anywhere(told))

    @property
    def home(self) -> Path:
        """Where it remembers who answers: its own folder, since others on this machine change theirs meanwhile."""
        return self.out.with_name(f"{self.out.name}-home")

    def _anywhere(self, output: bytes) -> bytes:
        """The output without the folders in which this program and its files happen to be."""
        for folder, name in ((self.command, b"hustings"), (self.out, b"OUT"), (self.command.parents[2], b"TOP")):
            output = output.replace(str(folder).encode(), name)
        return output


def save(program: Program) -> None:
    """All outputs of one program. Two of them run at a time."""
    program.out.mkdir(parents=True)
    program.home.mkdir(exist_ok=True)
    cases = yaml.safe_load((PACK / "cases.yaml").read_text(encoding="utf-8"))["cases"]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [pool.submit(_campaign, program, case) for case in cases]
        jobs += [pool.submit(_once, program), pool.submit(_broken_packs, program)]
        for job in jobs:
            job.result()


def _campaign(program: Program, case: dict[str, object]) -> None:
    name = str(case["id"])
    folder = program.out / name
    folder.mkdir()
    (folder / "answers.yaml").write_text(yaml.safe_dump({"answers": case["answers"]}), encoding="utf-8")
    edition = ("--edition", str(case["edition"])) if "edition" in case else ()
    program.run(f"{name}/interview.txt", ("interview", "c.hustings", "--answers", "answers.yaml", *edition), folder)
    for lang in LANGUAGES:
        for args in _of_a_case(lang):
            program.run(f"{name}/{lang}/{'_'.join(args[:3]).replace('/', '-')}.txt", args, folder, lang=lang)


def _of_a_case(lang: str) -> Iterator[tuple[str, ...]]:
    yield "score", "c.hustings", "--on", DAY
    yield "plan", "c.hustings", "--on", DAY
    yield "report", "c.hustings", "--html", "--out", f"{lang}.html", "--on", DAY
    if lang != LANGUAGES[0]:
        return
    yield "score", "c.hustings", "--format", "json", "--on", DAY
    yield "explain", "c.hustings"
    yield "next", "c.hustings"
    yield "history", "c.hustings"
    yield "upgrade", "c.hustings"
    yield "report", "c.hustings", "--out", f"{lang}.pdf", "--on", DAY
    yield "kit", "c.hustings", "--out", f"kit-{lang}", "--on", DAY


def _once(program: Program) -> None:
    folder = program.out / "once"
    folder.mkdir()
    shutil.copytree(PACK, folder / "ours")
    for lang in LANGUAGES:
        for number, args in enumerate(WRONG):
            program.run(f"once/{lang}/wrong-{number}.txt", args, folder, lang=lang)
        for verb in VERBS:
            program.run(f"once/{lang}/help-{verb}.txt", (verb, "--help"), folder, lang=lang)
        program.run(f"once/{lang}/help.txt", ("--help",), folder, lang=lang)
        for role in ("manager", "data", "candidate"):
            program.run(f"once/{lang}/questions-{role}.txt", ("questions", "--role", role), folder, lang=lang)
    program.run("once/translate.txt", ("translate", "./ours", "fr"), folder)
    _paper(program, folder)


def _paper(program: Program, folder: Path) -> None:
    roster = ("workshop", "roster", "room.hustings", "--add", "Ana Ruiz:data", "--add", "Bo Lee:manager")
    program.run("once/roster.txt", roster, folder)
    program.run("once/worksheets.txt", ("workshop", "worksheets", "room.hustings", "--out", "sheets"), folder)
    program.run("once/guide.txt", ("workshop", "guide", "room.hustings", "--out", "guide.pdf"), folder)
    program.run("once/verify.txt", ("verify", "room.hustings"), folder)


def _broken_packs(program: Program) -> None:
    """`check` of the pack with one line taken out, at places spread evenly over its files."""
    files = sorted(path for path in PACK.rglob("*.yaml") if "languages" not in path.parts)
    for number in range(LINES_OUT):
        file = files[number * len(files) // LINES_OUT]
        folder = program.out / "broken" / str(number)
        shutil.copytree(PACK, folder / "ours")
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        del lines[(number * 37) % len(lines)]
        (folder / "ours" / file.relative_to(PACK)).write_text("".join(lines), encoding="utf-8")
        program.run(f"broken/{number}/check.txt", ("check", "./ours"), folder)
        shutil.rmtree(folder / "ours")


def compare(before: Path, after: Path) -> list[str]:
    """The names of files that only one has, or that differ."""
    ours, theirs = _files(before), _files(after)
    return [
        name
        for name in sorted(ours | theirs)
        if name not in ours or name not in theirs or (before / name).read_bytes() != (after / name).read_bytes()
    ]


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def main() -> int:
    parser = argparse.ArgumentParser(description="All outputs of two versions, byte by byte.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    saving = verbs.add_parser("save")
    saving.add_argument("folder", type=Path)
    saving.add_argument("hustings", type=Path)
    comparing = verbs.add_parser("compare")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    given = parser.parse_args()
    if given.verb == "save":
        save(Program(given.hustings.absolute(), given.folder.absolute()))
        return 0
    different = compare(given.before, given.after)
    sys.stdout.write("\n".join(different) or f"{len(_files(given.before))} files, all the same.\n")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
