"""`hustings workshop lead`: what the terminal says while it runs and when it is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.cli.workshop.run_workshop import show_start
from hustings.workshop.web.server import RunningServer
from support.server import serving, town_words
from support.session import TOWN


def test_ctrl_c_says_where_it_is_and_how_to_go_on(tmp_path: Path) -> None:
    with serving(tmp_path, *town_words()) as served:
        assert 130 == served.stop()
        assert served.process.stdout is not None
        saved, again = served.process.stdout.read().splitlines()[-2:]
    assert "Saved in rivera.hustings." == saved
    assert again.startswith("Go on with: ")
    assert again.endswith(f"hustings workshop rivera.hustings --pack {TOWN}")


def test_without_a_network_it_says_that_no_phone_can_come(capsys: pytest.CaptureFixture[str]) -> None:
    ready = RunningServer(
        "http://127.0.0.1:8650", "ABC234", lambda kind: f"http://127.0.0.1:8650/{kind}#x", lambda: None
    )
    show_start("rivera", None, ready, "127.0.0.1", browser=False)
    told = capsys.readouterr().out
    assert told.endswith(
        "No network was found, so no phone can reach 127.0.0.1.\n"
        "Turn on a hotspot and start again, or lead without phones: "
        "hustings workshop rivera.hustings --terminal\n"
    )
    show_start("rivera", None, ready, "", browser=False)
    assert "No network" not in capsys.readouterr().out
