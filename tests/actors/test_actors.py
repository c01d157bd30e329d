"""Noun phrases of news resolved to actors."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import KnowledgeError
from dateline.model import Victims
from dateline.resolving.actors import ActorLexicon, ResolvedActor

LEXICON = ActorLexicon.load()


@pytest.mark.parametrize("mention", ["government troops", "the police", "fighters of the Islamic Front"])
def test_a_phrase_is_read_anew_for_a_story_of_another_country(mention: str) -> None:
    fresh = ActorLexicon.load()
    for countries in (["SYR"], ["SDN"], []):
        assert fresh.resolve(mention, countries=countries) == ActorLexicon.load().resolve(
            mention, countries=countries
        )


def test_a_leader_is_read_anew_for_a_story_of_another_day() -> None:
    mention = "troops loyal to Laurent Gbagbo"
    days = [date(2010, 5, 3), date(2030, 5, 3)]
    assert [LEXICON.resolve(mention, on=day).id for day in days] == ["mil:CIV", None]


@pytest.mark.parametrize(
    ("mention", "actor_id"),
    [
        ("the Nigerian army", "mil:NGA"),
        ("Turkish warplanes", "mil:TUR"),
        ("two Kenyan police officers", "pol:KEN"),
        ("soldiers of the Ugandan army", "mil:UGA"),
        ("Assads air force", "mil:SYR"),
        ("The Syrian Arab Air Force", "mil:SYR"),
        ("Assad’s men", "mil:SYR"),
        ("troops loyal to Laurent Gbagbo", "mil:CIV"),
        ("the Mengistu regime", "gov:ETH"),
        ("U.S. President Barack Obama", "gov:USA"),
        ("Tehran", "gov:IRN"),
        ("SALVADORAN AIR FORCE PLANES", "mil:SLV"),
        ("Syrian and Russian helicopters", "mil:SYR"),
        ("the Iraqi army and its allies from the militia", "mil:IRQ"),
    ],
)
def test_a_states_forces_police_and_government(mention: str, actor_id: str) -> None:
    assert LEXICON.resolve(mention).id == actor_id


@pytest.mark.parametrize(
    "mention", ["jet fighters", "government jet fighters", "an army sniper", "ten government fighters"]
)
def test_who_fights_for_a_state_is_no_armed_group(mention: str) -> None:
    assert LEXICON.resolve(mention).kind == "state-forces"


@pytest.mark.parametrize(
    ("mention", "actor_id"),
    [
        ("ISIL", "ucdp:234"),
        ("Daesh fighters", "ucdp:234"),
        ("IS militants", "ucdp:234"),
        ("the so-called Islamic State group", "ucdp:234"),
        ("Hizbullah fighters", "ucdp:366"),
        ("Hezbollahs men", "ucdp:366"),
        ("Taleban insurgents", "ucdp:303"),
        ("SENDERO LUMINOSO TERRORISTS", "ucdp:750"),
        ("the FMLN", "ucdp:755"),
        ("Lords Resistance Army rebels", "ucdp:488"),
        ("Rwandan-backed M23 rebels", "ucdp:1160"),
        ("members of the Free Syrian Army", "grp:free-syrian-army"),
        ("Jabhat al Nusra", "grp:al-nusra-front"),
        ("the Kurdish militia YPG", "grp:people-s-protection-units"),
        ("paramilitary Rapid Support Forces", "grp:rapid-support-forces"),
        ("African Union troops", "int:AU"),
        ("blue helmets", "int:UN-PK"),
    ],
)
def test_named_groups_under_the_names_that_the_press_prints(mention: str, actor_id: str) -> None:
    assert LEXICON.resolve(mention).id == actor_id


def test_a_kind_where_no_name_is_given() -> None:
    kinds = {
        "gunmen": "unidentified",
        "a group of gunmen": "unidentified",
        "hundreds of foreign fighters": "armed-group",
        "rebels": "rebels",
        "villagers": "civilians",
        "two journalists": "media",
        "protesters": "protesters",
        "a drug cartel": "criminal",
        "six Jesuit priests": "religious",
        "Kurdish forces": "armed-group",
    }
    assert {mention: LEXICON.resolve(mention).kind for mention in kinds} == kinds


def test_not_knowing_is_a_value() -> None:
    nobody = ResolvedActor(None, None, None, None)
    for mention in (
        "",
        "the",
        "a rebel-held town",
        "the Israeli-controlled hills",
        "a car bomb",
        "…",
        "Hama",
    ):
        assert LEXICON.resolve(mention) == nobody, mention


def test_government_troops_are_those_of_the_story() -> None:
    assert LEXICON.resolve("government troops").id is None
    assert LEXICON.resolve("government troops", countries=["SOM", "KEN"]).id == "mil:SOM"
    assert LEXICON.resolve("the regime", countries=["SYR"]).id == "gov:SYR"
    assert LEXICON.resolve("the air force", countries=["SDN"]).name == "Military of Sudan"


def test_a_name_that_two_groups_share_is_read_by_the_storys_country() -> None:
    assert LEXICON.resolve("al-Shabaab", countries=["KEN"]).id == "ucdp:717"
    assert LEXICON.resolve("al-Shabaab", countries=["MOZ"]).id == "ucdp:7032"
    assert LEXICON.resolve("the ERP", countries=["SLV"]).id == "ucdp:753"
    assert LEXICON.resolve("the ERP", countries=["ARG"]).id == "ucdp:738"
    assert LEXICON.resolve("the ERP").id is None


def test_a_leaders_name_holds_while_in_office() -> None:
    assert LEXICON.resolve("Gbagbo's forces", on=date(2010, 12, 20)).id == "mil:CIV"
    assert LEXICON.resolve("Gbagbo's forces", on=date(2019, 1, 15)).id is None


def test_small_words_are_no_abbreviations() -> None:
    assert LEXICON.resolve("us").id is None
    assert LEXICON.resolve("US").id == "gov:USA"
    assert LEXICON.find_actors("It is not known who let them go.") == []
    assert LEXICON.find_actors("THE GENERAL IS SURE THAT THE GUERRILLAS LET US GO.") == []


@pytest.mark.parametrize(
    ("mention", "victims"),
    [
        ("18 civilians, five children among them", Victims.CIVILIAN),
        ("two women and a boy", Victims.CIVILIAN),
        ("three aid workers", Victims.CIVILIAN),
        ("21 Hezbollah fighters", Victims.COMBATANT),
        ("four police officers", Victims.COMBATANT),
        ("rebel casualties", Victims.COMBATANT),
        ("two UN peacekeepers", Victims.COMBATANT),
        ("the UN secretary general", Victims.CIVILIAN),
        ("soldiers and civilians", Victims.MIXED),
        ("people including civilians and several hundred pro-government fighters", Victims.MIXED),
        ("at least 20 people", Victims.UNKNOWN),
        ("20 people, including five children", Victims.UNKNOWN),
        ("dozens wounded", Victims.UNKNOWN),
        ("40 people near an army base", Victims.UNKNOWN),
        ("residents of a rebel-held suburb", Victims.CIVILIAN),
    ],
)
def test_whom_a_toll_counts(mention: str, victims: Victims) -> None:
    assert LEXICON.victims(mention) is victims


def test_actors_in_a_text() -> None:
    text = (
        "Fighters of the Sudan Liberation Army clashed with Sudanese government troops, and "
        "Chadian warplanes struck Janjaweed camps. The Taliban-held town stayed calm."
    )
    found = [(mention.span.text, mention.actor.id) for mention in LEXICON.find_actors(text)]
    assert found == [
        ("Sudan Liberation Army", "ucdp:469"),
        ("Sudanese government troops", "mil:SDN"),
        ("Chadian warplanes", "mil:TCD"),
        ("Janjaweed", "grp:janjaweed"),
    ]


def test_phrases_are_what_a_matcher_over_lower_case_text_needs() -> None:
    phrases = LEXICON.phrases()
    assert {"isis", "hezbollah", "free syrian army", "boko haram"} <= set(phrases)
    assert phrases == sorted(set(phrases))
    assert all(phrase == phrase.lower() for phrase in phrases)


@given(st.text(max_size=80))
def test_spans_read_what_they_say(text: str) -> None:
    text = f"{text} Syrian army {text} ISIS"
    mentions = LEXICON.find_actors(text)
    for mention in mentions:
        mention.span.check(text)
    starts = [mention.span.start for mention in mentions]
    assert starts == sorted(starts)


@given(st.text(max_size=60))
def test_any_phrase_is_answered(mention: str) -> None:
    assert LEXICON.resolve(mention, countries=["COL"]).country in {None, *_codes()}
    assert LEXICON.victims(mention) in Victims


def _codes() -> set[str]:
    return set(LEXICON.lexica.countries.names)


def test_a_users_file_takes_the_place_of_the_packages(tmp_path: Path) -> None:
    rows = "id,name,kind,country,also,aliases,ucdp_name\ngrp:x,River Watch,militia,PNG,,The Watch;RW,\n"
    (tmp_path / "actors_groups.csv").write_text(rows)
    lexicon = ActorLexicon.load(tmp_path)
    assert lexicon.resolve("RW gunmen") == ResolvedActor("grp:x", "River Watch", "militia", "PNG")
    assert lexicon.resolve("ISIS").id is None


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "actors_groups.csv",
            "id,name,kind,country,also,aliases,ucdp_name\nx,X,elves,,,,\n",
            "line 2: no kind 'elves'",
        ),
        (
            "actors_groups.csv",
            "id,name,kind,country,also,aliases,ucdp_name\nx,X,rebels,XYZ,,,\n",
            "line 2: no country XYZ",
        ),
        ("actors_leaders.csv", "name,names,country,from,to\nA,A,SYR,soon,\n", "line 2: 'soon' is no year"),
        ("countries.csv", "alpha3,alpha2,name,aliases,demonyms,seat\nSyria,SY,Syria,,,\n", "line 2: alpha3"),
        (
            "actors_kinds.yaml",
            "kinds:\n  - kind: x\n    victims: all\n    nouns: y\n",
            "line 2: victims is 'all'",
        ),
    ],
)
def test_a_mistake_in_a_file_is_reported_with_its_line(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(KnowledgeError, match=message):
        ActorLexicon.load(tmp_path)
