"""The dated table of rules of the campaign pack: every place has an answer, and nothing says more than its source."""

from __future__ import annotations

import re

import pytest

from hustings.pack.model import Pack
from hustings.pack.rules import Jurisdiction, Rule
from hustings.pack.source.partial_dates import PartialDate, stretch
from support import campaign_ai

STATES = (
    "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa "
    "ri sc sd tn tx ut vt va wa wv wi wy"
)
DISTRICT_AND_TERRITORIES = "dc as gu mp pr vi"
QUOTED = re.compile("“([^”]+)”")


@pytest.fixture(scope="module", name="pack")
def campaign() -> Pack:
    return campaign_ai.pack()


def rules(pack: Pack) -> tuple[Rule, ...]:
    return tuple(rule for place in pack.rules for rule in place.rules)


def of(pack: Pack, place: str) -> Jurisdiction:
    return next(one for one in pack.rules if one.id == place)


def when_known(pack: Pack, rule: Rule) -> PartialDate:
    """The latest date at which one of a rule's sources was known to hold."""
    written = (stretch(source.as_of) for source in pack.sources if source.id in rule.sources)
    return max(day for day in written if day is not None)


def test_every_state_the_district_and_every_territory_has_rules_or_a_sentence(pack: Pack) -> None:
    expected = {f"us_{code}" for code in f"{STATES} {DISTRICT_AND_TERRITORIES}".split()}
    assert 56 == len(expected)
    asked = pack.questions["us_state"]
    assert expected <= {choice.id for choice in asked.choices}
    for choice in asked.choices:
        place = of(pack, choice.id)
        assert f"us_state == {choice.id}" == place.when_text
        assert bool(place.rules) != bool(place.none), place.id


def test_the_federal_european_and_british_rules_follow_the_jurisdiction(pack: Pack) -> None:
    for place in ("us", "eu", "uk"):
        assert f"jurisdiction == {place}" == of(pack, place).when_text
        assert of(pack, place).rules


def test_a_place_names_its_rules(pack: Pack) -> None:
    assert [] == [rule.id for one in pack.rules for rule in one.rules if not rule.id.startswith(f"{one.id}_")]
    assert len(rules(pack)) == len({rule.id for rule in rules(pack)})


def test_every_rule_cites_sources_that_exist_and_one_in_force_a_verified_one(pack: Pack) -> None:
    status = {source.id: source.status for source in pack.sources}
    for rule in rules(pack):
        assert status.keys() >= set(rule.sources), rule.id
        assert rule.status != "in_force" or "verified" in {status[source] for source in rule.sources}, rule.id
        assert "unverified" not in {status[source] for source in rule.sources}, rule.id


def test_words_of_a_label_stand_in_a_verified_source_that_the_rule_cites(pack: Pack) -> None:
    labelled = 0
    for rule in rules(pack):
        sound = (one for one in pack.sources if one.id in rule.sources and one.status == "verified")
        shown = {words for source in sound for words in QUOTED.findall(source.says)}
        quoted = {*QUOTED.findall(rule.duty), *([rule.label] if rule.label else [])}
        assert quoted <= shown, rule.id
        labelled += bool(rule.label)
    assert labelled >= 15


def test_dates_are_in_order_and_none_is_newer_than_its_sources(pack: Pack) -> None:
    for rule in rules(pack):
        assert rule.as_of.first <= when_known(pack, rule).last, rule.id
        assert rule.as_of.last <= rule.reviewed.last, rule.id
        assert rule.end is None or rule.start is None or rule.start.first <= rule.end.last, rule.id


def test_bans_on_what_others_make_fell_and_duties_on_own_ads_stand(pack: Pack) -> None:
    status = {rule.id: rule.status for rule in rules(pack)}
    assert "in_force" == status["us_ca_own_ad_label"]
    assert "struck_down" == status["us_ca_deceptive_content"]
    assert "struck_down" == status["us_ca_platforms"]
    assert "enjoined" == status["us_hi_act_191"]
    assert "in_force" == status["us_mn_deep_fake"]
    assert "challenge" in next(rule.covers for rule in rules(pack) if rule.id == "us_mn_deep_fake")


def test_what_does_not_bind_says_why(pack: Pack) -> None:
    assert [] == [rule.id for rule in rules(pack) if (rule.status == "in_force") == bool(rule.because)]


def test_the_new_hampshire_fine_rests_on_caller_id(pack: Pack) -> None:
    fines = [rule.id for rule in rules(pack) if "6 million" in rule.covers + rule.penalty]
    assert ["us_caller_id"] == fines


def test_no_rule_commands_in_its_own_name_or_takes_a_side(pack: Pack) -> None:
    for rule in rules(pack):
        said = f"{rule.title} {rule.covers} {rule.duty} {rule.penalty} {rule.because}"
        assert not re.search(r"\b(must|Democrat|Republican|Labour|Conservative)", said), rule.id


def test_the_record_of_the_audit_names_every_rule_once(pack: Pack) -> None:
    told = (campaign_ai.FOLDER / "AUDIT.md").read_text(encoding="utf-8")
    assert [rule.id for rule in sorted(rules(pack), key=lambda rule: rule.id)] == sorted(
        re.findall(r"^\| `(\w+)`", told, re.MULTILINE)
    )


def test_rules_about_taking_away_a_fake_are_told_to_whoever_may_be_copied(pack: Pack) -> None:
    """Where a law lets whoever is shown go to court or to an office, that is told to every campaign there."""
    fakes = [rule for rule in rules(pack) if "realistic_others" in rule.when_text and rule.status == "in_force"]
    silent = {
        "us_az_deepfake_notice",
        "us_nm_ad_notice",
        "us_ny_deceptive_media",
        "us_tn_fake_video",
    }  # a sister tells it
    assert len(fakes) > 20
    assert set() == {rule.id for rule in fakes if not rule.protects} - silent
