"""How a claimant puts an event, and what is older context."""

from __future__ import annotations

import pytest

from tests.coding.reader import Reader


@pytest.mark.parametrize(
    ("sentence", "event", "status"),
    [
        ("The army denied that it had shelled the town.", "shelling", "denied"),
        ("The army has denied shelling the hospital.", "shelling", "denied"),
        ("The ministry dismissed reports that the army used chemical weapons.", "chemical-attack", "denied"),
        ("Government forces have not carried out air strikes on the town.", "air-strike", "negated"),
        ("The rebels did not shell the convoy.", "shelling", "negated"),
        ("The ceasefire was never signed.", "agreement", "negated"),
        ("The army failed to capture the town.", "territory-captured", "negated"),
        ("The army plans to shell the rebel stronghold.", "shelling", "planned"),
        ("The army is preparing to storm the city.", "armed-clash", "planned"),
        ("The general said his troops would storm the city.", "armed-clash", "planned"),
        ("Troops conducted an operation to detain a bomb maker.", "arrest", "planned"),
        ("Soldiers began a raid to kill or arrest the warlord.", "arrest", "planned"),
        ("The rebels will release 20 prisoners on Friday.", "release", "planned"),
        ("The government warned that it would shell the port.", "shelling", "threatened"),
        ("Rebels could shell the airport.", "shelling", "hypothetical"),
        ("Fighters are ready to storm the town.", "armed-clash", "planned"),
        ("Rebels may have captured the base.", "territory-captured", "hypothetical"),
        ("Residents fear a massacre in the camp.", "attack-on-civilians", "hypothetical"),
        ("Rebels shelled the airport.", "shelling", "asserted"),
        ("Rebels were attempting to seize the base.", "territory-captured", "planned"),
        ("Troops repelled attempts by rebels to overrun the base.", "territory-captured", "planned"),
        ("The militia is fighting to capture the city.", "territory-captured", "planned"),
        ("Gunmen stormed the hotel to kidnap tourists.", "abduction", "planned"),
        ("A ceasefire is being negotiated.", "ceasefire", "planned"),
        ("He called on the rebels to surrender their weapons.", "surrender", "hypothetical"),
        ("The envoy said they must surrender.", "surrender", "hypothetical"),
        ("The minister ruled on an eventual blockade of the port.", "siege", "hypothetical"),
        ("Police foiled an attack on the parliament.", "unspecified-violence", "negated"),
        ("The army prevented rebels from shelling the port.", "shelling", "negated"),
        ("Patrols were sent to prevent an attack on the town.", "unspecified-violence", "hypothetical"),
        ("The minister cancelled a visit after the bombing of the bazaar.", "bombing", "asserted"),
        ("Troops are pressing an offensive on the town.", "armed-clash", "asserted"),
        ("Rebels went on to capture the base.", "territory-captured", "asserted"),
        ("The army used mortars to shell the town.", "shelling", "asserted"),
        ("The government rejected a truce.", "ceasefire", "hypothetical"),
        ("The bishop repudiated the murder of two priests.", "attack-on-civilians", "asserted"),
        ("The army rejected reports that it had shelled the town.", "shelling", "denied"),
        # What is asked is another thing than the act.
        ("Police ask whether a bombing that killed five was the militia's work.", "bombing", "asserted"),
        ("It is unclear whether rebels who shelled the port stormed the base.", "shelling", "asserted"),
        ("It is not known whether the army shelled the port.", "shelling", "hypothetical"),
        ("If a bombing that kills five happens, they will go to war.", "bombing", "hypothetical"),
    ],
)
def test_status(read: Reader, sentence: str, event: str, status: str) -> None:
    found = [claim for claim in read.claims(sentence) if claim.event == event]
    assert [claim.status for claim in found] == [status]


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("The army plans to shell Medina, where two men were killed on Monday.", ["killed 2"]),
        ("Rebels threatened to storm Medina, where a bomb killed two men on Monday.", ["killed 2"]),
        ("The army might shell the men who killed two soldiers in Medina on Monday.", ["killed 2 combatant"]),
    ],
)
def test_harm_told_beside_an_act_that_is_only_planned_came_about(
    read: Reader, sentence: str, tolls: list[str]
) -> None:
    claims = read.claims(sentence)
    assert [claim.status for claim in claims if claim.tolls] == ["asserted"]
    assert [toll for claim in claims for toll in claim.tolls] == tolls
    assert {claim.status for claim in claims if not claim.tolls and claim.event != "threat"} <= {
        "planned",
        "threatened",
        "hypothetical",
    }


def test_a_threat_is_an_event_and_what_it_threatens_another(read: Reader) -> None:
    claims = read.claims("The rebels threatened to shell the airport.")
    assert [(claim.event, claim.status) for claim in claims] == [
        ("threat", "asserted"),
        ("shelling", "threatened"),
    ]


def test_what_a_relative_clause_tells_is_not_denied(read: Reader) -> None:
    claim = read.claim("The minister denied any role in the war which has killed 40,000 people.")
    assert (claim.status, claim.tolls) == ("asserted", ["killed 40000"])


def test_a_toll_of_the_war_is_not_of_the_deed_denied(read: Reader) -> None:
    claims = read.claims("The army denied using gas in the war which has killed 40,000 people.")
    assert [claim.status for claim in claims if claim.tolls] == ["asserted"]


def test_responsibility_is_denied_for_a_deed_told_before(read: Reader) -> None:
    _, denial = read.claims(
        "Shells killed nine people in the market. The rebels denied responsibility for it."
    )
    assert (denial.event, denial.status, denial.by, denial.source) == (
        "shelling",
        "denied",
        "The rebels",
        "The rebels",
    )


def test_responsibility_may_be_denied_for_the_attack(read: Reader) -> None:
    claim = read.claim("The rebels denied responsibility for the attack.")
    assert (claim.status, claim.by) == ("denied", "The rebels")


@pytest.mark.parametrize(
    "sentence",
    [
        "Last year a bombing in the city killed 30 people.",
        "The town has often been shelled in the past.",
        "The conflict has killed more than 60,000 people since 2011.",
        "More than 9,000 people have been killed since the uprising began.",
        "Two million people have fled the country since the war began.",
        "The fighting has killed 120,000 people.",
    ],
)
def test_older_context_and_totals_of_a_war(read: Reader, sentence: str) -> None:
    assert [claim.background for claim in read.claims(sentence)] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Soldiers on Monday captured the quarter, once called the capital of the revolt.",
        "Troops on Monday captured the town from rebels who once held the whole province.",
    ],
)
def test_what_is_told_of_a_thing_in_passing_makes_no_background(read: Reader, sentence: str) -> None:
    first = read.claims(sentence)[0]
    assert not first.background
    assert first.source == ""


def test_news_is_no_background(read: Reader) -> None:
    assert not read.claim("On Monday a bombing in the city killed 30 people.").background


@pytest.mark.parametrize(
    "sentence",
    [
        "The man is responsible for attacks on convoys.",
        "He plans and coordinates attacks against the police.",
        "She was known for leading bombings in the capital.",
        "He supplies weapons that he distributes for attacks.",
    ],
)
def test_deeds_that_somebody_is_known_for(read: Reader, sentence: str) -> None:
    assert {claim.background for claim in read.claims(sentence)} == {True}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels launched attacks on three villages.",
        "The group is responsible for attacks on Monday in the capital.",
        "Troops were responsible for bombings that killed 12 people.",
    ],
)
def test_deeds_of_a_day_are_news(read: Reader, sentence: str) -> None:
    assert not any(claim.background for claim in read.claims(sentence))


def test_what_follows_from_a_condition_is_hypothetical(read: Reader) -> None:
    claims = read.claims("If the army shells the town, people will flee.")
    assert {claim.status for claim in claims} == {"hypothetical"}


def test_what_would_follow_from_a_capture_is_no_capture(read: Reader) -> None:
    assert read.claim("Recapturing the town would cut the road to the coast.").status == "hypothetical"


def test_what_was_told_before_is_denied_in_a_word(read: Reader) -> None:
    """A clause about the speaker stands between, and "it" is nobody who speaks."""
    _, denial = read.claims("Gunmen executed nine traders. An officer, who gave no name, denied it.")
    assert (denial.event, denial.status, denial.source) == ("attack-on-civilians", "denied", "An officer")


def test_a_denial_that_goes_on_is_of_what_it_tells(read: Reader) -> None:
    claims = read.claims("Soldiers killed nine traders. The ministry denied it had sent trucks.")
    assert "denied" not in [claim.status for claim in claims if claim.event == "attack-on-civilians"]


@pytest.mark.parametrize(
    "denial", ["deny a role", "deny any involvement", "deny hand", "denied responsibility"]
)
def test_who_denies_a_part_in_a_deed_does_not_deny_its_dead(read: Reader, denial: str) -> None:
    told, denied = read.claims("It rained.", title=f"Blast kills 24 in Lira; rebels {denial}")
    assert (told.status, told.source, told.tolls) == ("asserted", "", ["killed 24"])
    assert (denied.status, denied.tolls) == ("denied", [])


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Did the army kill 300 people in a gas attack?", "hypothetical"),
        ("Did rebels shell the camp, killing nine people?", "hypothetical"),
        ("Were nine soldiers killed in Lira?", "hypothetical"),
        ("But have the rebels killed nine hostages?", "hypothetical"),
        ("The ministry asked: were nine soldiers killed?", "hypothetical"),
        ("Who killed nine people in Lira?", "asserted"),
        ("Was the attack that killed nine people a crime?", "asserted"),
        ("Has the killing of nine soldiers changed anything?", "asserted"),
        ("Is the shelling of Lira a crime?", "asserted"),
        ("Did talks end after nine soldiers were killed in Lira?", "asserted"),
    ],
)
def test_what_is_asked_for_is_hypothetical(read: Reader, sentence: str, status: str) -> None:
    assert read.claims(sentence)[-1].status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "A judge cleared an officer of killing two farmers.",
        "The guard was acquitted of the murder of two priests.",
    ],
)
def test_what_somebody_is_cleared_of_is_older(read: Reader, sentence: str) -> None:
    assert read.claim(sentence).background


def test_a_town_cleared_of_rebels_is_news(read: Reader) -> None:
    assert not any(claim.background for claim in read.claims("Troops cleared the town of rebels."))


def test_who_denies_a_part_in_the_attack_that_killed_people_does_not_deny_them(read: Reader) -> None:
    claims = read.claims("The rebels denied responsibility for the attack that killed nine people in Lira.")
    assert [claim.status for claim in claims if claim.tolls] == ["asserted"]
    assert [claim.status for claim in claims if not claim.tolls] == ["denied"]
