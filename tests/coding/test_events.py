"""What happened, who did it, and to whom."""

from __future__ import annotations

import pytest

from tests.coding.reader import Reader


@pytest.mark.parametrize(
    ("sentence", "event", "by", "against"),
    [
        ("Rebels shelled the base.", "shelling", "Rebels", "the base"),
        ("The base was shelled by rebels.", "shelling", "rebels", "The base"),
        ("The shelling of the base by rebels continued.", "shelling", "rebels", "the base"),
        ("The army's offensive on the town killed nine people.", "armed-clash", "The army", "nine people"),
        ("An army offensive on the town began on Monday.", "armed-clash", "army", "the town"),
        ("Rebel shelling of the town killed three.", "shelling", "Rebel", "the town"),
        ("Troops took full control of the city.", "territory-captured", "Troops", "the city"),
        ("Militants kidnapped six nurses.", "abduction", "Militants", "six nurses"),
        ("The police detained 30 protesters.", "arrest", "The police", "30 protesters"),
        ("Twelve soldiers were killed by rebels.", "unspecified-violence", "rebels", "Twelve soldiers"),
        ("At least 12 soldiers were captured.", "arrest", "", "At least 12 soldiers"),
        ("On May 12 rebels shelled the base.", "shelling", "rebels", "the base"),
    ],
)
def test_who_did_it_and_to_whom(read: Reader, sentence: str, event: str, by: str, against: str) -> None:
    claim = read.claim(sentence)
    assert (claim.event, claim.by, claim.against) == (event, by, against)


def test_a_relative_clause_tells_an_event_of_its_own(read: Reader) -> None:
    shelling, withdrawal = read.claims(
        "The rebels, who had shelled the base for days, withdrew from the town."
    )
    assert (shelling.event, shelling.against) == ("shelling", "the base")
    assert (withdrawal.event, withdrawal.by) == ("withdrawal", "The rebels")


def test_a_list_of_deeds_is_one_claim_each_that_reads_alone(read: Reader) -> None:
    claims = read.claims("The rebels shelled the base, destroyed two tanks and captured 12 soldiers.")
    assert [(claim.event, claim.by, claim.quote) for claim in claims] == [
        ("shelling", "The rebels", "The rebels shelled the base"),
        ("property-destruction", "The rebels", "The rebels shelled the base, destroyed two tanks"),
        (
            "arrest",
            "The rebels",
            "The rebels shelled the base, destroyed two tanks and captured 12 soldiers",
        ),
    ]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Clashes between rebels and soldiers broke out near the airport.", "armed-clash"),
        ("Gunmen attacked a wedding.", "attack-on-civilians"),
        ("Protesters took to the streets of the capital.", "protest"),
        ("Aid convoys reached the town.", "aid-delivery"),
        ("The rebels handed over their weapons.", "surrender"),
        ("The two sides held talks on Monday.", "negotiation"),
        ("The police tortured two students.", "torture"),
        ("The government deployed 500 soldiers to the border.", "mobilization"),
        ("The president refused to resign.", "refusal"),
        ("The opposition accused the government.", "accusation"),
        ("The army has besieged the town.", "siege"),
    ],
)
def test_what_happened(read: Reader, sentence: str, event: str) -> None:
    assert read.claim(sentence).event == event


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The attack by a suicide bomber killed six.", "suicide-bombing"),
        ("A man blew himself up at the gate of the barracks.", "suicide-bombing"),
        ("An attack with chlorine killed 15 people.", "chemical-attack"),
        ("Warplanes attacked the town.", "air-strike"),
        ("A drone attack killed two commanders.", "air-strike"),
        ("A helicopter dropped barrel bombs on the market.", "air-strike"),
        ("Militants attacked the base with mortars.", "shelling"),
        ("Missiles hit the port.", "shelling"),
        ("A roadside bomb struck a bus, killing eight people.", "bombing"),
        ("Four people were killed by a landmine.", "bombing"),
        ("Two guards were killed in a clash.", "armed-clash"),
        ("Four people were killed.", "unspecified-violence"),
        ("Two of the wounded were flown by helicopter to a hospital.", "unspecified-violence"),
        ("Two of the wounded were moved in a medical helicopter.", "unspecified-violence"),
        ("Monday's shooting was the latest in a string of murder-suicides.", "attack-on-civilians"),
        ("Five people were killed by helicopters that fired on the market.", "air-strike"),
        ("The army pulled out its tanks.", "withdrawal"),
        (
            "Ten people died in an air strike near Halabja, the site of a deadly chemical attack.",
            "air-strike",
        ),
    ],
)
def test_the_weapon_tells_the_kind_of_attack(read: Reader, sentence: str, event: str) -> None:
    assert read.claim(sentence).event == event


def test_one_act_told_twice_is_one_claim(read: Reader) -> None:
    claim = read.claim("A suicide bombing struck a wedding, killing 20 guests.")
    assert (claim.event, claim.tolls) == ("suicide-bombing", ["killed 20 civilian"])


def test_harm_is_of_the_kind_told_right_before(read: Reader) -> None:
    _, harm = read.claims("A car bomb exploded in the market. Twelve people were killed.")
    assert (harm.event, harm.tolls) == ("bombing", ["killed 12"])


@pytest.mark.parametrize(
    "sentence",
    ["The attack was the worst in years.", "The blast site was sealed off.", "The shelling was heavy."],
)
def test_a_recall_of_an_event_tells_of_none(read: Reader, sentence: str) -> None:
    assert read.claims(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The farmers picked their olives in the sun.",
        "The minister signed the visitors' book.",
        "The team captured the mood of the crowd.",
        "She struck a match.",
        "Peace talks plans were drawn up.",
    ],
)
def test_words_of_war_in_other_senses(read: Reader, sentence: str) -> None:
    assert read.claims(sentence) == []


@pytest.mark.xfail(strict=True, reason="the parser takes the second doer for what the first attacked")
def test_two_doers_that_no_comma_parts_are_two_claims(read: Reader) -> None:
    claims = read.claims("Rebels attacked a convoy and soldiers shelled the village.")
    assert [claim.by for claim in claims] == ["Rebels", "soldiers"]


def test_two_doers_in_one_sentence_are_two_claims(read: Reader) -> None:
    claims = read.claims("Rebels attacked a convoy while soldiers shelled the village.")
    assert [(claim.by, claim.against) for claim in claims] == [
        ("Rebels", "a convoy"),
        ("soldiers", "the village"),
    ]


def test_a_town_that_falls_is_taken_by_those_it_falls_to(read: Reader) -> None:
    claim = read.claim("The town fell to the rebels.")
    assert (claim.by, claim.against) == ("the rebels", "The town")


def test_who_stands_for_the_rebels(read: Reader) -> None:
    assert read.claims("Rebels who shelled the base fled to the hills.")[0].by == "Rebels"


def test_a_rocket_that_hurt_nobody_is_shelling(read: Reader) -> None:
    claim = read.claim("The rocket landed in a field without causing casualties.")
    assert claim.event == "shelling"


def test_a_month_in_capitals_is_no_protest(read: Reader) -> None:
    claims = read.claims("THE MAYOR WAS SHOT DEAD ON 21 MARCH BY UNIDENTIFIED MEN, THE POLICE REPORTED.")
    assert [claim.event for claim in claims] == ["attack-on-civilians"]


def test_an_abduction_does_not_tell_how_others_died(read: Reader) -> None:
    claims = read.claims("Gunmen kidnapped a priest on Monday. Nine villagers died, residents said.")
    assert [(claim.event, claim.tolls) for claim in claims if claim.tolls] == [
        ("abduction", ["captured 1 civilian"]),
        ("unspecified-violence", ["killed 9 civilian"]),
    ]


def test_power_seized_in_a_year_is_nobody_abducted(read: Reader) -> None:
    claims = read.claims("The junta, which seized power in 2022, rarely speaks to the press.")
    assert "abduction" not in [claim.event for claim in claims]


def test_bombs_that_fall_are_an_attack_and_prices_are_not(read: Reader) -> None:
    assert len(read.claims("Two bombs fell on the village as people gathered for church.")) == 1
    assert read.claims("Prices fell at the market in the village.") == []


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Rebels shot down a helicopter near the base.", ["armed-clash"]),
        ("The group released footage of the prisoners.", []),
        ("A GREAT DEAL OF MONEY WAS STOLEN FROM THE BANK ON FRIDAY.", []),
        ("The country is committing suicide.", []),
        ("Hospitals face a shortage of medical supplies.", []),
        ("Officials declined to comment.", []),
        ("The mayor agreed.", []),
        ("The two sides agreed to a truce.", ["agreement", "ceasefire"]),
        ("The injuries were not life threatening.", []),
        ("The wider inquiry was led by Amnesty International last year.", []),
        ("The campaign was executed by the ministry.", []),
        ("The rebels fled the town.", ["withdrawal"]),
        ("Residents fled the town.", ["displacement"]),
        ("Troops confirmed the capture of a rebel leader.", ["arrest"]),
        ("Troops confirmed the capture of the town.", ["territory-captured"]),
        ("Coalition strikes killed 18 civilians.", ["air-strike"]),
        ("The regime bombing of the suburb killed ten people.", ["air-strike"]),
        ("A bombing in the market killed ten people.", ["bombing"]),
        ("The fighting killed scores of fleeing civilians.", ["armed-clash"]),
        ("Two passengers escaped injury.", []),
    ],
)
def test_what_a_word_of_an_event_tells_in_its_place(read: Reader, sentence: str, events: list[str]) -> None:
    assert [claim.event for claim in read.claims(sentence)] == events


def test_a_blast_told_of_after_a_suicide_bombing_is_that_bombing(read: Reader) -> None:
    claims = read.claims("A man blew himself up at a wedding. Guests heard an enormous explosion.")
    assert [claim.event for claim in claims] == ["suicide-bombing", "suicide-bombing"]


def test_whoever_is_named_was_killed(read: Reader) -> None:
    claim = read.claim("The soldiers fired, killing Omar Haddad.")
    assert (claim.event, claim.tolls) == ("unspecified-violence", ["killed 1"])


def test_a_name_may_be_that_of_a_country(read: Reader) -> None:
    assert read.claim("The soldiers fired, killing Jordan Hale.").tolls == ["killed 1"]


def test_nobody_is_no_victim(read: Reader) -> None:
    assert read.claim("Shells hit the school and nobody was hurt.").against != "nobody"


def test_a_town_that_was_lost_is_no_person(read: Reader) -> None:
    assert not read.claims("The group lost Marbel last year.")


def test_an_older_event_that_only_dates_the_news_did_none_of_its_harm(read: Reader) -> None:
    claim = read.claim("Just days after an air strike two women were wounded by a mine.")
    assert (claim.event, claim.tolls) == ("bombing", ["injured 2 civilian"])


def test_an_older_event_that_the_sentence_goes_on_about_is_told(read: Reader) -> None:
    claims = read.claims("Three days after an air strike that killed 20 people the army took the town.")
    assert [claim.tolls for claim in claims if claim.event == "air-strike"] == [["killed 20"]]


def test_aid_that_is_hit_is_no_delivery(read: Reader) -> None:
    claims = read.claims("Shells hit a convoy delivering aid to the town, killing three drivers.")
    assert {claim.event for claim in claims} == {"shelling"}


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Rebels seized its western half in May.", "territory-captured"),
        ("A shell landed in the market on Monday.", "shelling"),
    ],
)
def test_what_is_taken_and_what_lands(read: Reader, sentence: str, event: str) -> None:
    assert read.claim(sentence).event == event


@pytest.mark.parametrize(
    "sentence",
    [
        "The name of the dead man has not been released.",
        "A helicopter landed in the town on Monday.",
        "A driver of the militia took Haddad to a fire station in Medina.",
        "Both were taken by army ambulance to the hospital.",
        "He pulled out a gun in the bakery.",
    ],
)
def test_what_is_no_event(read: Reader, sentence: str) -> None:
    assert read.claims(sentence) == []
