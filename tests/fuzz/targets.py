"""One target for each reader of what strangers send: it draws an input, reads it, and goes on with what was read.

Whatever a target raises besides `InputError`, which is told to the person in words, is a fault.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from fuzz import portfolio_targets, report_targets, room_targets, texts
from fuzz.base_cases import bases
from fuzz.case_files import laid, mutated
from fuzz.case_walk import ON, glance, walk
from fuzz.drawn import text
from fuzz.texts import pack_files
from hustings.answers.flow import may_come
from hustings.answers.worksheet_fields import STAMP, marked, noticed, stamp_of, written_name
from hustings.cli.workshop.roster_input import new_seats, seat_from_text, seats_from_file
from hustings.interview.unattended import answers_from, dates_in_words
from hustings.messages import ENGLISH
from hustings.pack.loader import check_texts
from hustings.pack.model import Pack
from hustings.pack.translation.po_file import taken, together
from hustings.pack.translation.translated_pack import gaps, read_language, told_in
from hustings.pack.translation.translation_file import language_text
from hustings.problems import InputError, as_record, listed
from hustings.report import compose_document, result_json
from hustings.report.paper.filled_form import sheet_of
from hustings.report.paper.form_reader import main as fields_of
from hustings.report.render.themes.page_check import guarded
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.score import score
from support.preparation import sheet_lines
from support.session import town

Target = Callable[[Random, Path], None]


def case_file(draw: Random, folder: Path) -> None:
    """A case file, taken through everything that is done with one."""
    path = laid(mutated(draw), folder)
    with suppress(InputError):
        walk(path, town(), draw)


def case_opened(draw: Random, folder: Path) -> None:
    """A case file, opened and held against its pack; now and then scored, told or led as well. Many can be tried."""
    with suppress(InputError):
        case_opened_or_refused(draw, folder)


def case_opened_or_refused(draw: Random, folder: Path) -> None:
    """The same; `InputError` where it is refused."""
    glance(laid(mutated(draw), folder), town(), draw)


def pack(draw: Random, _folder: Path) -> None:
    """A pack: checked, and if it is in order asked, scored and told."""
    found, problems = check_texts(pack_files(draw))
    listed(problems).encode()
    json.dumps([as_record(problem) for problem in problems])
    if found is not None:
        with suppress(InputError):
            _of_pack(found)


def _of_pack(found: Pack) -> None:
    begun = sheet_lines(found, may_come(found, {}), open_only=False)
    "".join(begun).encode(errors="replace")
    result = score(found, {})
    plan = make_plan(result, clock(found, {}, ON))
    json.dumps(result_json(result, plan, {}, ON))
    compose_document(result, plan, ON)


def answers(draw: Random, folder: Path) -> None:
    """A file of answers, and what they come to."""
    path = folder / draw.choice(("answers.yaml", "answers.json"))
    path.write_bytes(texts.answers(draw))
    with suppress(InputError):
        found = answers_from(town(), path)
        said = dict(found.answers)
        dates_in_words(town(), found, {}, ON)
        json.dumps(result_json(score(town(), said), None, said, ON))


def language(draw: Random, folder: Path) -> None:
    """A language file of a pack: checked, told in, and made anew by `translate`."""
    place = folder / "languages" / f"{texts.LANGUAGE}.yaml"
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(texts.language(draw))
    with suppress(InputError):
        found = read_language(folder, texts.LANGUAGE)
        _of_pack(told_in(town(), found, ENGLISH))
        language_text(town(), found.code, found.title, found).encode()
        [str(problem) for problem in gaps(town(), found)]


def roster(draw: Random, folder: Path) -> None:
    """A list of people, and one person as typed."""
    path = folder / "people.csv"
    path.write_bytes(texts.roster(draw))
    roles, languages = town().questionnaire.roles, ("en", "es")
    with suppress(InputError):
        seats = new_seats(seats_from_file(path, roles, languages), ())
        "".join(map(str, seats)).encode(errors="replace")
    with suppress(InputError):
        seat_from_text(f"{text(draw)}:{text(draw)}", roles, languages)


PIECES = (
    "<", ">", "</", "/>", "<p>", "</p>", "<svg>", "<style>", "</style>", "<math>", "<template>", "<noscript>", "<!--",
    "-->", "<script>", "<base href=", "<meta http-equiv=refresh content=", "<a href=", "<img src=", "data:,x", '"', "'",
    " onload=x", "javascript:x", "url(x)", "@import", "{", "}", ";", "&#0;", "&lt;", "\x00", "\n", "<use href='#a'>",
    "]]>", "<![CDATA[", "<table>", "<select>", "<form>", "<title>", "<head>", "<html>", " style=", "word ",
)  # fmt: skip


def page(draw: Random, _folder: Path) -> None:
    """A page that a theme made: refused in words, or written anew; what was written anew is taken as it is."""
    made = "".join(draw.choice(PIECES) if draw.randrange(5) else text(draw) for _ in range(draw.randrange(60)))
    with suppress(InputError):
        once = guarded(made)
        once.encode()
        guarded(once)


def worksheet(draw: Random, _folder: Path) -> None:
    """A filled worksheet: its bytes as the second program reads them, then its fields as they are taken."""
    told = texts.filled(draw) if draw.randrange(3) else _told(texts.pdf(draw))
    if told is None:
        return
    with suppress(InputError):
        found = sheet_of(told)
        stamp_of(found.fields.get(STAMP, ""))
        written_name(found.fields)
        said, _ = marked(town(), found.fields, None, found.doubts)
        list(noticed(town(), found.fields, found.doubts))
        for one in said:
            one.vote()
            one.answer()


def _told(content: bytes) -> dict[str, Any] | None:
    """What the second program says; None where it ends with an error, which is one sentence for whoever imports."""
    try:
        return dict(json.loads(fields_of(content)))
    except Exception:  # noqa: BLE001 - as `confined.work` has it
        return None


def prepare(name: str) -> None:
    """Make what a target changes, so that no example has to."""
    match name:
        case "case_file" | "case_opened" | "message":
            bases()
        case _ if name in report_targets.TARGETS:
            report_targets.prepare()
        case _ if name in portfolio_targets.TARGETS:
            portfolio_targets.prepare()
        case "worksheet":
            texts.filled(Random(0))  # noqa: S311 - no secret
        case "language":
            texts.language(Random(0))  # noqa: S311 - no secret
        case _:
            town()


def catalog(draw: Random, _folder: Path) -> None:
    """A gettext catalog of a pack's texts, as a translator sends it back."""
    with suppress(InputError):
        found = together(None, taken(town(), texts.LANGUAGE, "nl.po", texts.catalog(draw)))
        language_text(town(), texts.LANGUAGE, "Nederlands", found).encode()


TARGETS: dict[str, Target] = {
    "case_file": case_file,
    "case_opened": case_opened,
    "pack": pack,
    "answers": answers,
    "language": language,
    "catalog": catalog,
    "roster": roster,
    "page": page,
    "worksheet": worksheet,
    **report_targets.TARGETS,
    **portfolio_targets.TARGETS,
    **room_targets.TARGETS,
}
