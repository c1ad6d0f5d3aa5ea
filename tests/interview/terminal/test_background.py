"""Light or dark: what the environment tells, and what a terminal answers."""

from __future__ import annotations

import pytest

from hustings.interview.terminal.background import background_in, depth_on, terminal_background, typed_in


@pytest.mark.parametrize(
    ("reply", "found"),
    [
        (b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[?62;c", "dark"), (b"\x1b]11;rgb:ff/ff/ff\x07\x1b[?1;2c", "light"),
        (b"\x1b]11;rgb:fdf6/f6e3/e3e3\x07", "light"), (b"\x1b[?62;c", None), (b"", None),
    ],
)  # fmt: skip
def test_a_terminal_answers_with_its_colour(reply: bytes, found: str | None) -> None:
    assert found == background_in(reply)


def test_what_was_typed_while_it_was_asked_is_kept() -> None:
    assert "\r2" == typed_in(b"\r\x1b]11;rgb:1e/1e/1e\x1b\\2\x1b[?62;4;22c")
    assert "ab" == typed_in(b"a\x1b]11;rgb:1e/1e/1e\x07b\xff")


def test_the_environment_is_believed_and_no_pipe_is_asked() -> None:
    assert ("light", "") == terminal_background({"HUSTINGS_GROUND": "light"})
    assert ("unknown", "") == terminal_background({"NO_COLOR": "1"})
    assert ("unknown", "") == terminal_background({"TERM": "screen"})
    assert ("unknown", "") == terminal_background({"TERM": "xterm"})


@pytest.mark.parametrize(
    ("platform", "environment", "depth"),
    [
        ("win32", {}, "256"), ("win32", {"NO_COLOR": "1"}, "none"), ("win32", {"WT_SESSION": "1"}, "256"),
        ("win32", {"TERM": "xterm", "COLORTERM": "truecolor"}, "true"), ("linux", {}, "none"),
        ("linux", {"TERM": "screen"}, "16"), ("linux", {"TERM": "screen-256color"}, "256"),
        ("linux", {"TERM": "tmux-256color", "COLORTERM": "truecolor"}, "true"),
        ("linux", {"TERM": "xterm-256color", "SSH_CONNECTION": "a b"}, "256"), ("darwin", {"TERM": "xterm"}, "16"),
    ],
)  # fmt: skip
def test_colours_in_screen_tmux_ssh_and_on_windows(platform: str, environment: dict[str, str], depth: str) -> None:
    assert depth == depth_on(platform, environment)


def test_what_cannot_be_asked_is_drawn_so_that_any_ground_shows_it() -> None:
    assert ("unknown", "") == terminal_background({"TERM": "screen-256color"})
    assert ("dark", "") == terminal_background({"TERM": "screen-256color", "COLORFGBG": "15;0"})
    assert ("light", "") == terminal_background({"TERM": "linux", "COLORFGBG": "0;15"})
