"""What works on this machine, on a terminal: a sign, the thing, and the command that repairs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.frozen_records import dataclass
from hustings.messages import say, several
from hustings.styled_text.palette import Role
from hustings.styled_text.rows import BLANK, Row, ends, para
from hustings.text import cells


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The result of one check. `required`: Hustings does not work without it. `remedy` says what to do."""

    subject: str
    ok: bool
    text: str
    remedy: str = ""
    required: bool = True

    def __str__(self) -> str:
        mark = say("ok") if self.ok else say("MISSING") if self.required else say("note")
        mend = f"\n         {self.remedy}" if self.remedy and not self.ok else ""
        return f"{mark:<7}  {self.subject}: {self.text}{mend}"


def doctor_rows(checked: Sequence[Diagnosis], machine: str, width: int) -> Iterator[Row]:
    """A row for each check, under the name of the machine, and what it comes to."""
    yield ends((("title", say("This machine")),), [(("quiet", machine),)], width)
    yield BLANK
    room = max(cells(one.subject) for one in checked) + 2
    for one in checked:
        yield from _one(one, room, width)
    yield BLANK
    missing = sum(one.required and not one.ok for one in checked)
    if missing:
        yield from para(several(missing, "{n} thing to mend.", "{n} things to mend."), width, "strong")
    else:
        yield from para(say("All that is needed is here."), width, "strong")


def _one(one: Diagnosis, room: int, width: int) -> Iterator[Row]:
    sign: tuple[Role, str] = ("tick", "✓") if one.ok else ("error", "✕") if one.required else ("ask", "!")
    lead: Row = (sign, ("strong", f" {one.subject}"), ("", " " * (room - cells(one.subject))))
    yield from para(one.text, width, "", lead)
    if one.remedy and not one.ok:
        yield from para(one.remedy, width, "key", (("", " " * (room + 2)),))
