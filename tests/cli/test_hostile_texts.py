"""Whatever a stranger wrote, in any field of a pack or a case or in a name, no verb lets it steer the terminal."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner

from fuzz.forged import COLUMNS, tables, written
from hustings.cli.verb_group import hustings as command
from hustings.cli.workshop.roster_input import seats_from_file
from hustings.pack.questionnaire import Role
from support.cli import ROOT, hustings, shown
from support.pack import base

pytestmark = pytest.mark.slow

STEERS = "\x1b]52;c;ZWNobyBvd25lZA==\x07 \x1b[2J\x1b]0;owned\x1b\\ \x9b31m \u202eolleh \u2066a\u2069 \x08\x7f \u200f"
NAME = "a\x1b]52;c;eA==\x07\u202e\x9b31m\r"
"""What a file may be called."""
CASE = f"{NAME}.hustings"
SEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
FIELD = re.compile(
    r"(?m)\b(?:pack|version|title|text|help|why|as_of|id|name|unit|kind|finding|source|url|letter): *"
    r"([^\s\n{}\[\],#|>&*][^\n{}\[\],#]*?) *(?=$|[,}#])"
)
ANSWERS = "pack: base\nanswers:\n  called: Rivera\n  ballots: 2027-05-04\n  plan: none\n"
PACK = base(without=("cases.yaml",))
Fields = tuple[tuple[str, int], ...]


def steering(*texts: str) -> list[str]:
    return [text[max(found.start() - 40, 0) : found.end() + 20] for text in texts for found in SEEN.finditer(text)]


def quoted(text: str) -> str:
    """As YAML writes any character."""
    return '"' + "".join(c if " " <= c <= "~" and c not in '"\\' else f"\\u{ord(c):04x}" for c in text) + '"'


def fields() -> Fields:
    """Each value of a small pack, by its file and number."""
    return tuple((name, number) for name, text in PACK.items() for number, _ in enumerate(FIELD.finditer(text)))


def pack_with(folder: Path, at: Fields) -> Path:
    """A small pack in which these values end in what steers."""
    for name, text in PACK.items():
        written, end = "", 0
        for number, found in enumerate(FIELD.finditer(text)):
            value = quoted(found[1].strip("\"'") + STEERS) if (name, number) in at else found[1]
            written, end = written + text[end : found.start(1)] + value, found.end(1)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(written + text[end:], encoding="utf-8")
    return folder


def check(pack: Path) -> tuple[int, str]:
    ran = CliRunner().invoke(command, ["check", str(pack)])
    return ran.exit_code, ran.output


@cache
def checked() -> Mapping[tuple[str, int], tuple[int, str]]:
    """What is said of a pack with what steers in one of its values, by the value."""
    with TemporaryDirectory() as folder:
        return {at: check(pack_with(Path(folder) / "pack", (at,))) for at in fields()}


def test_no_value_of_a_pack_steers_whoever_checks_it() -> None:
    said = checked()
    assert len(said) > 40
    assert {at: [] for at in said} == {at: steering(text) for at, (_, text) in said.items()}
    assert {0, 1} == {code for code, _ in said.values()}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a pack that says as much of it as a pack may, and a case of it, both under names that steer."""
    folder = tmp_path_factory.mktemp("hostile")
    taken = tuple(at for at, (code, _) in checked().items() if code == 0)
    assert taken
    pack_with(folder / NAME, taken)
    (folder / f"{NAME}.yaml").write_text(ANSWERS, encoding="utf-8")
    (folder / f"{NAME}.csv").write_text(f"name,role\n{NAME},manager\n{NAME},{STEERS}\n", encoding="utf-8")
    words = ("interview", CASE, "--pack", f"./{NAME}", "--answers", f"{NAME}.yaml", "--by", NAME)
    ran = hustings(*words, cwd=folder)
    assert (0, []) == (ran.code, steering(ran.out, ran.err)), ran
    return folder


WITH_CASE = (
    ("interview", CASE, "--plain"), ("interview", CASE, "--answers", f"{NAME}.yaml"), ("score", CASE),
    ("explain", CASE), ("explain", CASE, NAME), ("questions", CASE), ("report", CASE), ("plan", CASE),
    ("plan", CASE, "--all", "--json"), ("plan", CASE, "--target", NAME), ("plan", CASE, "--hours", NAME),
    ("history", CASE, "--all"), ("history", CASE, "--since-me", "--by", NAME), ("history", CASE, NAME),
    ("history", CASE, "--assessment", NAME),
    ("agree", CASE), ("agree", CASE, NAME), ("agree", CASE, "--first", NAME, "--second", NAME),
    ("follow-up", CASE, "--plain"), ("follow-up", CASE, "--answers", f"{NAME}.yaml", "--title", NAME),
    ("compare", CASE), ("compare", CASE, "--then", NAME, "--now", NAME),
    ("next", CASE), ("what-if", CASE, NAME), ("what-if", CASE, f"{NAME}={NAME}"), ("what-if", NAME, "a=b"),
    ("plan", CASE, "--by", NAME), ("plan", CASE, "--csv", f"{NAME}.csv"), ("plan", CASE, "--ics", f"{NAME}.txt"),
    ("report", CASE, "--html", "--theme", NAME), ("report", CASE, "--theme", f"./{NAME}"),
    ("report", CASE, "--html", "--out", f"{NAME}/{NAME}.html"), ("kit", CASE), ("import", CASE, f"{NAME}.yaml"),
    ("workshop", "roster", CASE, "--add", f"{NAME}, manager"), ("workshop", "roster", CASE),
    ("workshop", "roster", CASE, "--file", f"{NAME}.csv"), ("workshop", "worksheets", CASE),
    ("workshop", "guide", CASE), ("workshop", CASE, "--terminal", "--by", NAME),
)  # fmt: skip
WITHOUT = (
    ("check", f"./{NAME}"), ("check", NAME), ("check", f"./{NAME}", "--format", "json"),
    ("translate", f"./{NAME}", "es"), ("translate", f"./{NAME}", NAME), ("questions", "--pack", f"./{NAME}"),
    ("questions", "--pack", NAME), ("demo", "--html", "--out", NAME), ("doctor",), (NAME,), (f"--{NAME}",),
    ("close", CASE, "--assessment", NAME), ("close", CASE, "--by", NAME), ("close", CASE, "--reopen", "--by", NAME),
    ("verify", CASE), ("verify", CASE, "--head", NAME),
    ("score", f"--{NAME}"), ("score", "gone" + NAME), ("report", "gone", "--on", NAME),
    ("--lang", NAME, "questions"), ("completion", NAME), ("score", "x", NAME), (), ("score", CASE),
)  # fmt: skip


@pytest.mark.parametrize("words", [*((*w, "--pack", f"./{NAME}") for w in WITH_CASE), *WITHOUT], ids=ascii)
def test_no_verb_lets_a_text_steer_the_terminal(words: tuple[str, ...], hostile: Path) -> None:
    ran = hustings(*words, cwd=hostile, stdin=f"{STEERS}\n" * 3)
    assert [] == steering(ran.out, ran.err)
    assert ran.code in (0, 1, 2, 130), ran


# --- rows that a stranger wrote, the menu and the full screen -----------------------------------------------

TEXTS = {"assessment": ("title", "by"), "event": ("by", "value", "reason", "note", "reference", "source")}
FORGED = f"f{NAME}.hustings"
MARKED = f"{STEERS}\n<script>x</script>"


def with_rows(path: Path, cells: tuple[tuple[str, str], ...]) -> bytes:
    """The case file as a stranger would have written it, with what steers in these cells of each row."""
    found = tables(path)
    for table, column in cells:
        at = COLUMNS[table].index(column)
        for row in found.of(table):
            told = json.loads(row[at]) if column == "value" else row[at]
            if column != "value":
                row[at] = f"{told or ''}{MARKED}"
            elif isinstance(told, dict) and "text" in told and row[COLUMNS[table].index("question")] == "called":
                row[at] = json.dumps({"text": f"{told['text']}{MARKED}"})
    return written(found)


@pytest.fixture(scope="module")
def forged(hostile: Path) -> Path:
    """The folder, with a case whose rows say what steers wherever they hold a text."""
    cells = tuple((table, column) for table, columns in TEXTS.items() for column in columns)
    (hostile / FORGED).write_bytes(with_rows(hostile / CASE, cells))
    return hostile


READ = (
    ("report", FORGED, "--html", "--out", "page.html"), ("score", FORGED), ("explain", FORGED), ("questions", FORGED),
    ("history", FORGED, "--all"), ("history", FORGED, "called"),
    ("plan", FORGED), ("interview", FORGED, "--plain"), ("workshop", "guide", FORGED),
    ("workshop", FORGED, "--terminal", "--by", NAME),
)  # fmt: skip


def test_no_verb_and_no_page_lets_rows_of_a_stranger_steer(forged: Path) -> None:
    for words in READ:
        ran = hustings(*words, "--pack", f"./{NAME}", cwd=forged, stdin=f"{STEERS}\n" * 3)
        assert [] == steering(ran.out, ran.err), ran
        assert ran.code in (0, 1, 2, 130), ran
    made = (forged / "page.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;x" in made
    assert ([], 0) == (steering(made), made.count("<script"))


def on_screen(folder: Path, words: tuple[str, ...], until: str) -> list[str]:
    """What steers of all that is written to a terminal until it says this."""
    with shown(folder, *words) as terminal:
        terminal.until(until)
        terminal.child.send("\x03")
        terminal.ended()
        return [one for one in ("\x1b]52", "\x1b]0;", "\x9b", "\u202e", "\u2066") if one in terminal.said]


def test_neither_the_menu_nor_the_full_screen_is_steered(forged: Path) -> None:
    """Seen to fail on both, with what is shown left as it is (`terminal_text.safe`)."""
    assert {"menu": [], "full screen": []} == {
        "menu": on_screen(forged, (), "Leave"),
        "full screen": on_screen(forged, ("interview", FORGED, "--pack", f"./{NAME}"), "Go on here"),
    }


def test_a_list_of_people_with_odd_line_breaks_is_read(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(b"name,role\rAnn,manager\r\nBo,comms\r")
    roles = [Role("manager", "Manager"), Role("comms", "Press")]
    assert ["Ann", "Bo"] == [one.name for one in seats_from_file(tmp_path / "people.csv", roles, ["en"])]


def test_every_verb_says_what_it_says_in_one_way() -> None:
    """`output.echo` escapes control characters, and no verb prints without it."""
    found = [
        f"{path.name}:{node.lineno}"
        for path in (ROOT / "src" / "hustings" / "cli").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("click.echo", "click.secho", "print")
    ]
    assert {"help_text.py", "output.py"} == {place.partition(":")[0] for place in found}
