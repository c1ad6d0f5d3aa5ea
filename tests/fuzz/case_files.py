"""Mutated case files: their rows as a forger would change them, their definitions, header, pages and logs."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zlib
from contextlib import closing, suppress
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from fuzz.base_cases import bases, newer_town
from fuzz.drawn import broken, changed, scalar, text, value
from fuzz.forged import COLUMNS, Row, Tables, definitions, written
from hustings.answers.events import CLOSED, FOLLOWS, PACK
from hustings.answers.workshop.workshop_log import DecisionKind, EntryKind, VoteKind
from hustings.pack.model import Pack
from hustings.pack.versions.pack_archive import archive, archive_after
from support.session import town

MOST_EVENTS = 600
AT = "2026-11-24T09:30:00+00:00"


@dataclass(frozen=True, slots=True)
class Mutated:
    """A case file and the log beside it, as bytes."""

    file: bytes
    log: bytes = b""


@cache
def words() -> tuple[str, ...]:
    """Names that mean something in the town's pack."""
    pack = town()
    choices = [choice.id for question in pack.questions.values() for choice in question.choices]
    return (
        *pack.questions,
        *choices,
        *EntryKind,
        *DecisionKind,
        *VoteKind,
        "answered",
        "blank",
        "na",
        "unresolved",
        pack.id,
        "quick",
    )


def mutated(draw: Random) -> Mutated:
    """One more file; most have changed rows, since what else is changed seldom gets far."""
    while True:
        with suppress(sqlite3.Error):  # such rows no file can hold
            return _mutated(draw)


def laid(found: Mutated, folder: Path) -> Path:
    """The file in a folder, from which all others are taken."""
    for left in folder.iterdir():
        left.unlink()
    path = folder / "rivera.hustings"
    path.write_bytes(found.file)
    if found.log:
        path.with_name("rivera.hustings-wal").write_bytes(found.log)
    return path


def _mutated(draw: Random) -> Mutated:
    match draw.randrange(20):
        case 0:
            return Mutated(written(_other_schema(draw)))
        case 1:
            return Mutated(_other_header(draw))
        case 2 | 3:
            return Mutated(_other_pages(draw))
        case 4:
            return Mutated(_plain(draw), _other_log(draw))
        case _:
            return Mutated(written(_other_rows(draw)))


def _plain(draw: Random) -> bytes:
    return _written(draw.randrange(len(bases())))


@cache
def _written(number: int) -> bytes:
    return written(bases()[number])


def _other_schema(draw: Random) -> Tables:
    found = deepcopy(draw.choice(bases()))
    found.version = draw.choice((found.version, 0, 1, 2, 99, -1))
    _, name, made = draw.choice(definitions())
    found.schema[name] = draw.choice((
        broken(draw, made.encode()).decode(errors="replace"), f"{made} ", made.upper(), "", text(draw),
        f"create table {name}(x, y generated always as (abs(-9223372036854775808)))",
    ))  # fmt: skip
    return found


def _other_header(draw: Random) -> bytes:
    found = bytearray(_plain(draw))
    for _ in range(draw.choice((1, 1, 3))):
        found[draw.randrange(100)] = draw.choice((0, 1, 2, 0x40, 0xFF, draw.randrange(256)))
    return bytes(found)


def _other_pages(draw: Random) -> bytes:
    found = bytearray(_plain(draw))
    page = draw.randrange(len(found) // 4096)
    at = page * 4096 + (100 if page == 0 else 0)
    match draw.randrange(4):
        case 0:
            found[at : at + 4096] = draw.randbytes(4096)
        case 1:  # the head of a page: its kind, its cells and where they are
            found[at + draw.randrange(12)] = draw.randrange(256)
        case 2:
            other = draw.randrange(len(found) // 4096) * 4096
            found[page * 4096 : page * 4096 + 4096] = found[other : other + 4096]
        case _:
            return broken(draw, bytes(found))
    return bytes(found)


@cache
def _log() -> bytes:
    """What waits beside a case file after a power cut."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "rivera.hustings"
        path.write_bytes(_written(0))
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("pragma journal_mode = wal")
            db.execute("pragma wal_autocheckpoint = 0")
            for number in range(5):
                db.execute("insert into workshop_key values('a1', ?, ?)", (f"n{number}", "x" * 900))
            return path.with_name("rivera.hustings-wal").read_bytes()


def _other_log(draw: Random) -> bytes:
    return draw.choice((_log(), broken(draw, _log()), _log()[:32], b"\0" * 4096, draw.randbytes(5000)))


# --- rows ----------------------------------------------------------------------------------------------------


def _other_rows(draw: Random) -> Tables:
    found = deepcopy(draw.choice(bases()))
    for _ in range(draw.choice((1, 1, 1, 2, 3, 6))):
        draw.choice(CHANGES)(draw, found)
    del found.of("event")[MOST_EVENTS:]
    return found


def _cell(draw: Random, found: Tables) -> None:
    """Another value in some cell."""
    table = draw.choice([name for name in COLUMNS if found.of(name)])
    row = draw.choice(found.of(table))
    at = draw.randrange(len(row))
    row[at] = draw.choice((*words(), scalar(draw), text(draw))) if draw.randrange(8) else draw.randbytes(3)


def _inside(draw: Random, found: Tables) -> None:
    """Another value somewhere in what a cell says as JSON."""
    table, cells = draw.choice((("event", (6, 11)), ("workshop_entry", (5,)), ("workshop_vote", (4, 5))))
    if not found.of(table):
        return
    row = draw.choice(found.of(table))
    at = draw.choice(cells)
    if isinstance(row[at], str) and row[at]:
        row[at] = _told(changed(draw, _untold(row[at]), words()))


def _told(told: Any) -> str:
    try:
        return json.dumps(told)
    except RecursionError:
        return "[" * 5000


def _untold(told: str) -> Any:
    try:
        return json.loads(told)
    except (ValueError, RecursionError):
        return told


def _shuffled(draw: Random, found: Tables) -> None:
    """Rows taken out, doubled or in another order; numbered anew."""
    table = draw.choice(("event", "workshop_entry", "workshop_entry", "assessment"))
    listed = found.of(table)
    match draw.randrange(4):
        case 0 if listed:
            del listed[draw.randrange(len(listed))]
        case 1 if listed:
            listed.insert(draw.randrange(len(listed)), list(draw.choice(listed)))
        case 2:
            draw.shuffle(listed)
        case _:
            del listed[draw.randrange(len(listed) + 1) :]
    if table != "assessment":
        _numbered(listed)


def _numbered(listed: list[Row]) -> None:
    for number, row in enumerate(listed, 1):
        row[1] = number


def _an_event(draw: Random, found: Tables) -> None:
    """Some answer to some question, mostly of its kind, sometimes of another one."""
    question = draw.choice((*town().questions, *town().questions, "@edition", "gone"))
    said = _answer(draw, question)
    row = ["a1", 0, AT, "Ann", question, *said.values(), draw.choice(("interview", "workshop", text(draw)))]
    found.of("event").insert(draw.randrange(len(found.of("event")) + 1) if draw.randrange(3) == 0 else 10**6, row)
    _numbered(found.of("event"))


def _many_events(draw: Random, found: Tables) -> None:
    for _ in range(draw.randrange(2, 12)):
        _an_event(draw, found)


def _nothing(draw: Random, found: Tables) -> None:
    """A file in which nothing, or nothing but its assessments, is left."""
    for table in ("event", "workshop_entry", "workshop_seat", "workshop_vote", "workshop_key"):
        found.rows[table] = []
    if draw.randrange(2):
        found.rows["assessment"] = []


def _assessments(draw: Random, found: Tables) -> None:
    """More assessments, with events or without; their names as they may be, or not."""
    events = [row for row in found.of("event") if row[0] == "a1"][:100]
    for number in range(2, draw.choice((3, 4, 40))):
        name = draw.choice((f"a{number}", text(draw), "a1:x", "event:a1"))
        first = list(found.of("assessment")[0]) if found.of("assessment") else ["a1", "", "town", "1", "", "en", "", AT]
        first[0], first[1] = name, draw.choice((f"follow-up {number}", text(draw)))
        found.of("assessment").append(first)
        if draw.randrange(2):
            found.of("event").extend([name, *row[1:]] for row in events)


def _answer(draw: Random, question: str = "") -> dict[str, Any]:
    fits = partial(_fitting, draw, question) if draw.randrange(4) else partial(_tagged, draw)
    state = draw.choice(("answered", "answered", "answered", "dont_know", "blank", "na", "unresolved"))
    tagged = [fits() for _ in range(draw.randrange(6))]
    return {
        "state": state,
        "value": None if draw.randrange(6) == 0 else json.dumps(fits()),
        "reason": draw.choice(("", "why", text(draw))),
        "note": draw.choice(("", "note", text(draw))),
        "grade": draw.randrange(4),
        "reference": draw.choice(("", "the page", text(draw))),
        "votes": json.dumps(tagged if state == "unresolved" or draw.randrange(9) == 0 else []),
    }


def _fitting(draw: Random, name: str) -> dict[str, Any]:
    """A value of the question's own kind, at the ends of what may be said as often as not."""
    question = town().questions.get(name)
    if question is None or question.type == "text":
        return {"text": text(draw)}
    match question.type:
        case "number":
            return {"number": draw.choice(("0/1", "4/1", "999999/1", "-1/1", "7/2"))}
        case "date":
            return {"date": draw.choice(("2026-10-13", "2026-09-09", "0001-01-01", "9999-12-31", "2026-02-28"))}
        case "select_multiple":
            ids = [choice.id for choice in question.choices]
            return {"choices": draw.sample(ids, draw.randrange(len(ids) + 1))}
        case _:
            return {"text": draw.choice([choice.id for choice in question.choices] or ["yes", "no"])}


def _tagged(draw: Random) -> dict[str, Any]:
    picks = [*words(), text(draw)]
    match draw.randrange(5):
        case 0:
            return {"choices": [draw.choice(picks) for _ in range(draw.randrange(4))]}
        case 1:
            return {"number": draw.choice(("5/1", "0/1", "-3/1", "1/3", f"{'9' * 60}/1", f"1/{'9' * 60}"))}
        case 2:
            return {"date": draw.choice(("2026-11-03", "0001-01-01", "9999-12-31", "1999-01-01", "2026-12-24"))}
        case _:
            return {"text": draw.choice(picks)}


def _an_entry(draw: Random, found: Tables) -> None:
    """Some step of a workshop, in its place or not."""
    listed = found.of("workshop_entry")
    for _ in range(draw.choice((1, 1, 3, 12))):
        listed.insert(draw.randrange(len(listed) + 1) if draw.randrange(2) else len(listed), _entry(draw))
    _numbered(listed)


def _entry(draw: Random) -> Row:
    body: dict[str, Any] = {
        "question": draw.choice((*town().questions, "", "gone", text(draw))),
        "round": draw.choice((0, 1, 1, 2, 2, 3, 7, 10**6)),
        "ballots": _ballots(draw),
        "notes": [draw.choice(("a note", text(draw))) for _ in range(draw.randrange(3))],
        "languages": [[draw.choice(("en", "es", text(draw))), draw.choice((1, 4, 10**6))]],
        "decision": _decision(draw),
        "text": text(draw),
        "owner": text(draw),
        "due": draw.choice(("2026-12-01", "0001-01-01", "9999-12-31")),
        "seconds": draw.choice((0, 60, 10**6)),
        "order": _order(draw),
    }
    if draw.randrange(3) == 0:
        body["text"] = draw.choice(("", *(section.id for section in town().questionnaire.sections)))
    kept = {name: one for name, one in body.items() if draw.randrange(4) or name in ("question", "round")}
    return ["a1", 0, draw.choice((AT, AT, AT, "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00")), "Ann",
            draw.choice(list(EntryKind)).value, json.dumps(kept)]  # fmt: skip


def _order(draw: Random) -> list[str]:
    """Ids of questions or sections in some order, or what is none."""
    sections = [section.id for section in town().questionnaire.sections]
    listed = draw.choice((sections, list(town().questions)))
    chosen = draw.sample(listed, draw.randrange(len(listed) + 1))
    return [*chosen, text(draw)] if draw.randrange(4) == 0 else chosen


def _ballots(draw: Random) -> dict[str, Any]:
    votes = [json.dumps(_tagged(draw)) for _ in range(draw.choice((0, 1, 5, 40)))]
    if draw.randrange(2):
        question = draw.choice(list(town().questions.values()))
        picks = [choice.id for choice in question.choices] or ["yes"]
        votes = [json.dumps({"text": draw.choice(picks)}) for _ in range(draw.choice((0, 1, 5, 40)))]
    counts = (0, 0, 0, 1, 5, 10**6)
    return {"votes": votes, **{name: draw.choice(counts) for name in ("dont_know", "not_applicable", "abstained")}}


def _decision(draw: Random) -> dict[str, Any]:
    return {
        "settled": draw.choice(list(DecisionKind)).value,
        "answer": _answer(draw),
        "proposed": draw.choice((None, _answer(draw))),
        "rationale": text(draw),
        "dissent": draw.choice((0, 1, 10**6)),
        "dissent_text": text(draw),
        "owner": text(draw),
        "due": draw.choice((None, "2026-12-01", "0001-01-01", "9999-12-31")),
        "event": draw.choice((0, 1, 5, 10**6)),
    }


def _somebody(draw: Random, found: Tables) -> None:
    """A seat, a vote or a key of anybody."""
    seat = draw.choice((1, 6, 7, 0, 10**9))
    number = draw.randrange(1, 2**40)
    found.of("workshop_seat").append(
        ["a1", number, text(draw), draw.choice(("manager", text(draw))), draw.choice(("en", "es", text(draw))),
         draw.choice((0, 1, 7)), text(draw), text(draw)]
    )  # fmt: skip
    vote = {"said": draw.choice(list(VoteKind)).value, "pick": json.dumps(_tagged(draw)), "note": text(draw)}
    told = draw.choice((json.dumps(vote), _told(value(draw))))
    question = draw.choice((*town().questions, text(draw)))
    found.of("workshop_vote").append(["a1", question, draw.choice((0, 1, 2)), draw.choice((seat, number)), told, "[]"])
    found.of("workshop_key").append(["a1", draw.choice(("seat", "door", "erasing", text(draw))), text(draw)])


def _kept_pack(draw: Random, found: Tables) -> None:
    """Other packs: their hashes and digests as they must be, or not; whole, or what differs from another one."""
    listed = found.of("kept_pack")
    if draw.randrange(2):
        listed[:] = [_kept_row(number, town(), archive(town().files)) for number in (1,)]
    for _ in range(draw.choice((1, 1, 2, 5))):
        pack = draw.choice((town(), newer_town()))
        listed.append(_kept_row(len(listed) + 1, pack, _content(draw)))
    if draw.randrange(2):
        draw.shuffle(listed)
        _kept_in_order(listed)
    row = draw.choice(listed)
    row[4] = draw.choice((row[4], row[4], "0" * 64, text(draw)))
    row[1] = draw.choice((row[1], row[1], "0" * 64, text(draw)))


def _kept_row(number: int, pack: Pack, content: bytes) -> Row:
    return [number, pack.digest, pack.id, pack.version, sha256(content).hexdigest(), content]


def _kept_in_order(listed: list[Row]) -> None:
    for number, row in enumerate(listed, 1):
        row[0] = number


def _content(draw: Random) -> bytes:
    """What may lie where a pack is kept."""
    whole = archive(town().files)
    mark = sha256(whole).hexdigest()
    match draw.randrange(6):
        case 0:
            return draw.choice((b"", draw.randbytes(30), zlib.compress(text(draw).encode(errors="replace"))))
        case 1:
            return _archived(draw)
        case 2:
            return archive_after(newer_town().files, town().files, draw.choice((mark, mark, "0" * 64)))
        case 3:
            return b"after %s\n" % mark.encode() + zlib.compress(_told(_parts(draw)).encode(errors="replace"))
        case _:
            return broken(draw, draw.choice((whole, archive_after(newer_town().files, town().files, mark))))


def _parts(draw: Random) -> Any:
    """The parts of a pack's texts, with some place in them changed; now and then far too many."""
    lines = len(town().files["rubric.yaml"].splitlines())
    if draw.randrange(4) == 0:
        return {"rubric.yaml": [[0, lines]] * draw.choice((300, 20_000))}
    parts = {name: [[0, len(told.splitlines())], "# more\n"] for name, told in town().files.items()}
    return changed(draw, parts, tuple(parts))


def _archived(draw: Random) -> bytes:
    """The town's pack with one text changed, as an archive."""
    files = dict(town().files)
    name = draw.choice(list(files))
    files[draw.choice((name, name, text(draw)))] = draw.choice((text(draw), files[name].replace("1", "2")))
    return zlib.compress(json.dumps(files).encode())


def _about(draw: Random, found: Tables) -> None:
    """Something that is said of the assessment itself."""
    values = ("0" * 64, town().digest, "a1", "a2", "3f2a-91c0-77aa-0b1c", text(draw))
    question, value_ = draw.choice((PACK, FOLLOWS, CLOSED)), json.dumps({"text": draw.choice(values)})
    cells = {**_answer(draw), "state": draw.choice(("answered", "answered", "na", None)), "value": value_}
    name = draw.choice(("a1", "a1", "a2"))
    row = [name, 0, AT, "Ann", question, *cells.values(), "upgrade"]
    found.of("event").insert(draw.randrange(len(found.of("event")) + 1), row)
    _numbered(found.of("event"))


CHANGES = (
    _cell, _cell, _inside, _inside, _inside, _shuffled, _an_event, _many_events, _an_entry, _an_entry, _somebody,
    _assessments, _nothing, _kept_pack, _about,
)  # fmt: skip
