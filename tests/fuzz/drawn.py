"""What a hostile hand would write: values of every kind, and a value of JSON with some place in it changed."""

from __future__ import annotations

from random import Random
from typing import Any

LONG = "x" * 3000
NUMBERS = (-1, 0, 1, 2, 3, 7, 255, 10**6, 10**6 + 1, 2**31, 2**63 - 1, -(2**63), 10**30, 0.5, -0.0, 1e308)
TEXTS = (
    "", " ", "\0", "\n", "yes", "no", "none", "dont_know", "@edition", "@", "__class__", "a1", "a2", "quick", "full",
    "<script>alert(1)</script>", "{{7*7}}", "{n}", "%s", "\x1b]52;c;eA==\x07", "\u202etfel", "\ud800", "\udcff",
    "é" * 70, "🗳️" * 40, "نعم", "1/0", "1/1", "0/1", "-5/3", f"{'9' * 60}/1", f"1/{'9' * 60}", "1e999999999", "NaN",
    "0001-01-01",
    "9999-12-31", "2026-02-30", "2026-11-03", "2026-W48-1", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00",
    "2026-11-24T09:30:00", "2026-11-24T09:30:00+00:00", "2026-11-24T09:30:00.123456+23:59", "../../etc/passwd",
    "http://127.0.0.1/", "javascript:alert(1)", LONG,
)  # fmt: skip


def storable(told: str) -> str:
    """What can be written as UTF-8."""
    return told.encode(errors="replace").decode()


def text(draw: Random) -> str:
    """A text; now and then one of any characters, or a very long one."""
    match draw.randrange(8):
        case 0:
            return "".join(chr(draw.randrange(1, 0x11000)) for _ in range(draw.randrange(1, 9)))
        case 1 if draw.randrange(20) == 0:
            return "w" * draw.choice((70_000, 199_990, 300_000))
        case _:
            return draw.choice(TEXTS)


def scalar(draw: Random) -> Any:
    """A text, a number, or nothing."""
    match draw.randrange(5):
        case 0:
            return draw.choice(NUMBERS)
        case 1:
            return draw.choice((None, True, False, float("nan"), float("inf")))
        case _:
            return text(draw)


def value(draw: Random, depth: int = 3) -> Any:
    """A value of JSON."""
    match draw.randrange(8) if depth else 7:
        case 0:
            return [value(draw, depth - 1) for _ in range(draw.randrange(4))]
        case 1:
            return {text(draw): value(draw, depth - 1) for _ in range(draw.randrange(3))}
        case 2 if draw.randrange(10) == 0:
            return nested(draw.choice((50, 900, 5000)))
        case _:
            return scalar(draw)


def nested(depth: int) -> Any:
    """A list in a list in a list."""
    found: Any = []
    for _ in range(depth):
        found = [found]
    return found


def changed(draw: Random, found: Any, fitting: tuple[str, ...] = ()) -> Any:
    """The same with one place changed: taken out, doubled, replaced, or put under another name."""
    if isinstance(found, dict) and found and draw.randrange(6):
        return _changed_map(draw, found, fitting)
    if isinstance(found, list) and found and draw.randrange(6):
        return _changed_list(draw, found, fitting)
    if fitting and draw.randrange(2):
        return draw.choice(fitting)
    if isinstance(found, int) and draw.randrange(2):
        return found + draw.choice((-1, 1, 2, 1000))
    return value(draw)


def _changed_map(draw: Random, found: dict[str, Any], fitting: tuple[str, ...]) -> dict[str, Any]:
    name = draw.choice(list(found))
    match draw.randrange(8):
        case 0:
            return {key: one for key, one in found.items() if key != name}
        case 1:
            return {**found, draw.choice((*fitting, text(draw))): found[name]}
        case _:
            return {**found, name: changed(draw, found[name], fitting)}


def _changed_list(draw: Random, found: list[Any], fitting: tuple[str, ...]) -> list[Any]:
    place = draw.randrange(len(found))
    match draw.randrange(6):
        case 0:
            return found[:place] + found[place + 1 :]
        case 1:
            return found + [found[place]] * draw.choice((1, 2, 40))
        case _:
            return [*found[:place], changed(draw, found[place], fitting), *found[place + 1 :]]


def broken(draw: Random, content: bytes) -> bytes:
    """Bytes with some of them changed, cut off, doubled or put elsewhere."""
    found = bytearray(content)
    for _ in range(draw.choice((1, 1, 2, 5, 40))):
        if not found:
            break
        at, far = draw.randrange(len(found)), draw.choice((1, 1, 2, 4, 16, 200))
        match draw.randrange(6):
            case 0:
                del found[at : at + far]
            case 1:
                found[at:at] = found[at : at + far] * draw.choice((1, 2, 9))
            case 2:
                del found[at:]
            case 3:
                found[at : at + far] = draw.randbytes(far)
            case 4:
                found[at] = draw.choice((0, 1, 0x7F, 0x80, 0xFF))
            case _:
                found[at] ^= 1 << draw.randrange(8)
    return bytes(found)
