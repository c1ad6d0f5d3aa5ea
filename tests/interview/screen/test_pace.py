"""Which keys count."""

from __future__ import annotations

from hustings.interview.screen.pace import Pace, counts, left, typed


def told(*keys: tuple[float, str], answers: str = "1234enter") -> list[str]:
    """The keys that count; each of those that answer takes a page away."""
    pace, taken = Pace(), list[str]()
    for at, key in keys:
        counting, pace = counts(pace, key, at)
        if counting:
            taken.append(key)
            pace = left(pace, key, at, answered=key in answers) if key in f"{answers}b" else pace
    return taken


def test_a_key_that_is_held_down_counts_once() -> None:
    assert ["2"] == told((0, "2"), (0.5, "2"), *((0.5 + 0.033 * n, "2") for n in range(1, 30)))
    assert ["2", "2"] == told((0, "2"), (0.9, "2"))


def test_keys_in_one_go_answer_once_and_a_pause_ends_that() -> None:
    assert ["1"] == told((0, "1"), (0.001, "3"), (0.002, "4"))
    assert ["1", "3"] == told((0, "1"), (0.2, "3"))


def test_typing_is_free_and_ends_the_hold_after_a_pause() -> None:
    _, pace = counts(Pace(), "enter", 0.0)
    pace = left(pace, "enter", 0.0, answered=True)
    pace = typed(pace, 0.3)
    assert counts(typed(pace, 0.31), "enter", 0.32)[0]


def test_going_back_may_be_pressed_again_at_once_but_not_held() -> None:
    assert ["b", "b"] == told((0, "b"), (0.2, "b"))
    assert ["b"] == told((0, "b"), (0.03, "b"), (0.06, "b"))


def test_arrows_may_repeat() -> None:
    assert ["down"] * 3 == told((0, "down"), (0.03, "down"), (0.06, "down"))


def test_enter_right_after_a_digit_belongs_to_it() -> None:
    assert ["2"] == told((0, "2"), (0.3, "enter"))
    assert ["2", "enter"] == told((0, "2"), (0.5, "enter"))
    assert ["2", "x", "enter"] == told((0, "2"), (0.1, "x"), (0.2, "enter"))


def test_a_stop_is_deaf_for_a_moment() -> None:
    _, pace = counts(Pace(), "2", 0.0)
    pace = left(pace, "2", 0.0, answered=True)
    assert [False, True] == [counts(pace, "b", at, deaf=True)[0] for at in (0.3, 0.5)]
