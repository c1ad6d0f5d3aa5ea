"""A worksheet as one HTML file to mail: it needs no server and no network, and saves the answers as a small file.

What the pack and the campaign say is text on it and never markup, and nothing but its own script may run: its policy
names the script by its hash.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from hustings.answers.worksheet_fields import choice_field
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.report.document.context import NAMELESS
from hustings.report.paper.worksheet import Worksheet
from hustings.text import harmless, one_line

REMINDER = "reminder.txt"
FOLDER = Path(__file__).parent / "mailed"


def mailed_sheet(sheet: Worksheet, pack: Pack, file: str) -> str:
    """The page of a worksheet. `file` is the name under which the answers are saved."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_printable, trim_blocks=True, lstrip_blocks=True
    )
    style, script = (_read(f"sheet.{kind}") for kind in ("css", "js"))
    asked = pack.questions.values()
    several = {question.id for question in asked if question.type == "select_multiple"}
    alone = {choice_field(one.id, choice.id) for one in asked for choice in one.choices if choice.alone}
    return environment.from_string(_read("sheet.html")).render(
        sheet=sheet,
        file=file,
        several=several,
        alone=alone,
        words=_words(),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _printable(value: object) -> object:
    return harmless(value) if isinstance(value, str) and type(value) is str else value


def _words() -> dict[str, object]:
    return {
        "rules": (
            say(
                "Answer for the last 30 days, as things are and not as they should be. "
                "“We don't know” is a good answer."
            ),
            say(
                "When you have ticked what you know, save your answers at the foot of the page, "
                "and send that file back."
            ),
            say(
                "In the workshop this is your first vote, and only the count is shown. Whoever reads the sheets in can "
                "see yours; the votes of single people are deleted when the workshop ends."
            ),
            say("What you write under “Why” may be printed in the report, without your name."),
            say("Please write no names or data of voters on this sheet."),
        ),
        "no_script": say("Save this file and open it in a browser: here its buttons do not work."),
        "name": say("Your name (optional)"),
        "why": say("Why, or what you have seen (optional)"),
        "empty": say("Clear this answer"),
        "bring": say("Bring along"),
        "save": say("Save my answers"),
        "answered": say("{done} of {all} answered", done="{done}", all="{all}"),
        "saved": say("Saved as {file}. Send this file back; you can still change it and save again.", file="{file}"),
        "none": say("Nothing is filled in."),
    }


def reminder(campaign: str) -> str:
    """A mail to copy that goes with the sheets."""
    name = one_line(campaign) or say(NAMELESS)
    return "\n".join(
        (
            say("Subject: {campaign}: please answer before our workshop", campaign=name),
            "",
            say(
                "Attached is your worksheet. Save it, open it in a browser and tick what you know; "
                "“We don't know” is fine."
            ),
            say(
                "At its foot, press “Save my answers” and send me the small file that is saved. "
                "Nothing is sent by itself."
            ),
            say(
                "In the workshop it is your first vote: only counts are shown. "
                "It takes as long as the sheet says at its top."
            ),
            "",
        )
    )
