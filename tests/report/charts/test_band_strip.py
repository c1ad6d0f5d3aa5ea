"""The bands and their names: those that the interval touches stand out by tone, weight and name."""

from __future__ import annotations

from dataclasses import replace

from hustings.pack.model import Band
from hustings.report.charts.band_strip import bands_said, edges, here, scale, strip
from hustings.scoring.result import Result
from hustings.scoring.score import score
from support.report import TOWN, answered, town


def result() -> Result:
    return score(town(), answered(town(), TOWN))


def test_bands_lie_one_after_the_other() -> None:
    found = result()
    assert ((0, 40), (40, 60), (60, 80), (80, 100)) == edges(found)
    assert (True, True, False, False) == here(found)
    off, on = strip(found, 10, 20)
    assert ("band_off", "accent_light") == (off.fill, on.fill)
    assert "M0 10h204v20h-204zM204.8 10h101.2v20h-101.2z" == on.path


def test_names_are_said_and_the_numbers_that_find_room() -> None:
    names = [(each.text, each.weight) for each in scale(result(), 30)]
    assert [("Unprepared", "700"), ("Exposed", "700"), ("Guarded", "400"), ("Ready", "400")] == names[:4]
    assert ["0", "40", "60", "80", "100"] == [text for text, _ in names[4:]]
    assert "Bands: Unprepared from 0, Exposed from 40, Guarded from 60 and Ready from 80." == bands_said(result())


def test_a_name_that_is_too_long_is_cut() -> None:
    found = result()
    rubric = found.pack.rubric
    wordy = tuple(replace(band, title="A band with a very long name") for band in rubric.bands)
    assert isinstance(wordy[0], Band)
    long = replace(found, pack=replace(found.pack, rubric=replace(rubric, bands=wordy)))
    names = scale(long, 30)[:4]
    assert all(each.text.endswith("…") for each in names[1:])
    spans = [each.span for each in names]
    assert all(spans[at][1] < spans[at + 1][0] for at in range(3))
