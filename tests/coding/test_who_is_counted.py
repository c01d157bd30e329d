"""Nobody is counted twice, and nobody who was not harmed: lists, ages, kin, headlines, pronouns."""

from __future__ import annotations

import pytest

from tests.coding.reader import Reader

BODY = "Police in Medina are looking into an attack that happened on Monday."


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Two children, a girl and a boy, were killed in Medina.", ["killed 2 civilian"]),
        (
            "Officers found the bodies of two children, a girl in the kitchen and a boy in the yard.",
            ["killed 2 civilian"],
        ),
        ("Three people, a woman and two children, were killed in Medina.", ["killed 3 civilian"]),
        ("The blast killed four people, two women and two children.", ["killed 4 civilian"]),
        ("A rocket killed two women, a mother and her daughter.", ["killed 2 civilian"]),
        ("Troops detained two militants, a commander and a bomb maker, in Medina.", ["captured 2 combatant"]),
        (
            "The shelling killed four people, two soldiers and two civilians, in Medina.",
            ["killed 4", "killed 2 combatant of them", "killed 2 civilian of them"],
        ),
        ("Two soldiers, a woman and a child were killed.", ["killed 2 combatant", "killed 2 civilian"]),
        ("Two women, a man and a child were killed in Medina.", ["killed 4 civilian"]),
        (
            "Two children, a girl and a boy, and a soldier were killed in Medina.",
            ["killed 2 civilian", "killed 1 combatant"],
        ),
        ("Gunmen killed a 10-year-old boy and his father, a policeman, in Medina.", ["killed 2 civilian"]),
    ],
)
def test_who_is_named_behind_a_number_is_counted_once(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Two men, 16 and 24, were shot dead in Medina.", ["killed 2"]),
        ("Three boys (9, 10 and 14) were killed in Medina.", ["killed 3 civilian"]),
        ("Two women, 56 and 60, and a man were killed in Medina.", ["killed 3 civilian"]),
        ("Gunmen killed five soldiers, 12 were wounded.", ["killed 5 combatant", "injured 12"]),
        ("The teacher, a mother of five, died in the attack in Medina.", ["killed 1 civilian"]),
        ("The attacker, a 34-year-old father of two, was shot dead by guards.", ["killed 1 combatant"]),
        ("Two suspects, a man of 25 and a woman of 22, were killed in Medina.", ["killed 2"]),
    ],
)
def test_ages_and_children_of_the_harmed_are_no_toll(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        (
            "Amina Noor, 37, Layla Noor, 29 and pregnant, and Omar Noor, eight years old, were fatally shot.",
            ["killed 1", "killed 1", "killed 1"],
        ),
        ("Ahmed Noor, Hassan Musa and Said Omar were killed in Medina.", ["killed 1"] * 3),
        ("Omar al-Masri and Said bin Noor were killed in Medina.", ["killed 1", "killed 1"]),
        ("Sgt. John Smith, 24, and Cpl. David Jones, 22, died in Medina.", ["killed 1", "killed 1"]),
        ("Amina Noor, 37, and her son, Karim Noor, 16, were murdered.", ["killed 1", "killed 1 civilian"]),
        (
            "The strike killed Salim Noor, his wife and their four children.",
            ["killed 1", "killed 5 civilian"],
        ),
        ("A man and his toddler were killed in Medina.", ["killed 2"]),
        ("Her husband and four children were hacked to death in Medina.", ["killed 5 civilian"]),
        ("An elderly couple died when a shell struck their flat.", ["killed 2"]),
        ("Five people plus the bomber were killed in Medina.", ["killed 5", "killed 1 combatant"]),
        ("The driver was killed along with his two passengers.", ["killed 1 civilian", "killed 2 civilian"]),
        ("A man shot and killed his friend's two daughters in Medina.", ["killed 2 civilian"]),
        (
            "Gunmen killed one farmer on Monday, then went a short way and killed a shepherd in Medina.",
            ["killed 1 civilian", "killed 1 civilian"],
        ),
        ("Forty-two people were burned to death in Medina.", ["killed 42"]),
        ("The hospital received 12 bodies and 34 wounded people.", ["killed 12", "injured 34"]),
        ("Militants lined up 12 men in Medina and shot them dead.", ["killed 12"]),
        (
            "A bomber killed 12 people and wounded 30 in Medina, and five of the wounded later died.",
            ["killed 12", "injured 30", "injured 5 of them", "killed 5 of them"],
        ),
        (
            "The toll in Medina rose to 31 from 24 after seven people succumbed to their wounds.",
            ["killed 31", "killed 7 of them"],
        ),
        ("The number of people killed has risen to 43.", ["killed 43"]),
        ("An infant died on Thursday after he was shot in the head in Medina.", ["killed 1 civilian"]),
        (
            "Three more students were shot in Medina, one of them fatally.",
            ["injured -3 civilian", "killed 1 of them"],
        ),
        ("Nearly 200 teens were there and four of them were shot.", ["injured 4 of them"]),
        ("A shooting in Medina ended in two deaths among the nine shot.", ["killed 2"]),
        ("Two siblings were there during the shooting, but no one else was injured.", []),
        (
            "Four others, Omar Noor, 41; Layla Noor, 22, who is pregnant; and Amina Musa, 53, were injured.",
            ["injured 4", "injured 1 of them"],
        ),
        (
            "Two of the victims died at the scene, while the third died in hospital.",
            ["killed 1", "killed 2 of them"],
        ),
        (
            "A gunman wounded six people in Medina and then killed himself.",
            ["killed 1 combatant", "injured 6"],
        ),
    ],
)
def test_everybody_who_is_harmed_is_counted_once(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        (
            "A man who shot two policemen was killed by soldiers in Medina.",
            ["injured 2 combatant", "killed 1"],
        ),
        ("The man who killed two guards was arrested in Medina.", ["captured 1", "killed 2"]),
        (
            "The commander of a group that beheaded 21 captives was killed.",
            ["killed 21", "killed 1 combatant"],
        ),
        ("Police said the blast that left two soldiers dead was an accident.", ["killed 2 combatant"]),
        ("A bomb hit a bus in which a man was killed.", ["killed 1"]),
    ],
)
def test_what_befell_who_did_it_is_not_said_of_whom_he_harmed(
    read: Reader, sentence: str, tolls: list[str]
) -> None:
    assert sorted(read.tolls(sentence)) == sorted(tolls)


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("A man killed his two daughters and then himself.", ["killed 1", "killed 2 civilian"]),
        ("A gunman kills six and himself after a siege.", ["killed 1 combatant", "killed 6"]),
        ("A gunman killed four people, then fatally shot himself.", ["killed 1 combatant", "killed 4"]),
        (
            "A man shot dead his partner and their two children before setting a fire and killing himself.",
            ["killed 1", "killed 1", "killed 2 civilian"],
        ),
        ("A gunman killed four people before taking his own life.", ["killed 1 combatant", "killed 4"]),
        ("The two gunmen killed five men and took their own lives.", ["killed 2 combatant", "killed 5"]),
        ("The suspect killed three people before he committed suicide.", ["killed 1", "killed 3"]),
        (
            "A man shot six people, killing four of them, before killing himself.",
            ["killed 1", "injured 6", "killed 4 of them"],
        ),
        # Nobody says that he died of it.
        (
            "The soldier shot dead two comrades before turning his rifle on himself.",
            ["killed 0-1 combatant", "killed 2"],
        ),
        ("The gunman turned the gun on himself.", ["killed 0-1 combatant"]),
        # It may have been another day.
        (
            "Two women were shot dead by a man who killed himself after his arrest.",
            ["killed 2 civilian", "killed 1 of them"],
        ),
        # It did not come to it, or was nobody's violence.
        ("The attacker tried to kill himself after wounding three people.", ["injured 3"]),
        ("The man was threatening to shoot everybody and commit suicide.", []),
        ("It was not clear if the gunman was killed by officers or killed himself.", []),
        ("A prisoner committed suicide in a jail in Medina.", []),
        ("The general distanced himself from those who killed 12 people.", ["killed 12"]),
        ("The militants killed two soldiers and declared themselves rulers.", ["killed 2 combatant"]),
    ],
)
def test_who_kills_others_and_then_himself_is_one_of_the_dead(
    read: Reader, sentence: str, tolls: list[str]
) -> None:
    assert sorted(read.tolls(sentence)) == sorted(tolls)


@pytest.mark.parametrize(
    ("title", "tolls"),
    [
        ("Gunman Fatally Shoots Two Policemen", ["killed 2 combatant"]),
        ("Soldier shoots dead three comrades", ["killed 3"]),
        ("Israeli troops shoot dead two teens", ["killed 2 civilian"]),
        ("Man Fatally Shoots Neighbour's Daughters, Then Self", []),
        ("Two men shot dead in Medina", ["killed 2"]),
        ("3 shot dead in Medina", ["killed 3"]),
        ("Driver killed, 12 passengers safe after ambush", ["killed 1 civilian"]),
        ("Six killed, 2 critical in Medina blast", ["killed 6"]),
        ("Mother of four killed by stray bullet", ["killed 1 civilian"]),
        ("Father-of-three killed in Medina bomb", ["killed 1 civilian"]),
        ("Gunman wounds six, then kills himself", ["injured 6", "killed 1"]),
        ("Youths, 16 and 10, Killed in Shootings", []),
        ("Man who shot two cops killed by police", ["killed 1"]),
        ("Triple murder suspect shot dead by police", ["killed 1"]),
        ("Woman shot in Medina robbery dies", ["killed 1 civilian"]),
        ("Boy on life support after being shot in the head dies", ["killed 1 civilian"]),
        ("Two men shot in Medina; one dies", ["injured 2", "killed 1"]),
        ("Three men charged after woman was killed appear before judge", ["killed 1 civilian"]),
        ("Two held after horse was shot in Medina", ["captured 2"]),
    ],
)
def test_headlines_count_whom_they_tell_of(read: Reader, title: str, tolls: list[str]) -> None:
    claims = read.claims(BODY, title)
    assert [toll for claim in claims for toll in claim.tolls] == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Two men suffered fatal gunshot wounds in Medina.", ["killed 2"]),
        ("Ten people who had stayed after the raid were killed in Medina.", ["killed 10"]),
        ("Militants who had killed nine people fled Medina.", ["killed 9"]),
        ("Passengers on a bus carrying 40 pilgrims were killed in Medina.", []),
        ("Militants holding 12 hostages were killed in Medina.", []),
        ("The army looks into a blast that left 12 men wounded in Medina.", ["injured 12"]),
        (
            "The guard who had shot six men was wounded in Medina.",
            ["injured 1", "injured 6"],
        ),
        (
            "Ten people who stayed after a guard was killed in Medina were hurt.",
            ["injured 10", "killed 1"],
        ),
        ("The shooting had several victims, one suffering fatal injuries.", ["killed 1"]),
        (
            "A soldier sustained a fatal wound and two others were wounded.",
            ["injured 2", "killed 1 combatant"],
        ),
        ("Three men suffered non-fatal gunshot wounds in Medina.", ["injured 3"]),
        ("The boy suffered a nearly fatal wound in the shooting.", ["injured 1 civilian"]),
        ("There were no casualties in the shelling.", ["injured 0", "killed 0"]),
    ],
)
def test_whom_a_clause_counts_by_number_and_by_what_they_died_of(
    read: Reader, sentence: str, tolls: list[str]
) -> None:
    assert sorted(read.tolls(sentence)) == tolls


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Organ donation can only occur after a person has died.", "hypothetical"),
        ("A curfew was imposed after a person had died in Medina.", "asserted"),
    ],
)
def test_what_can_be_only_then_is_no_news(read: Reader, sentence: str, status: str) -> None:
    assert [claim.status for claim in read.claims(sentence)] == [status]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("He was cleaning his loaded handgun in Medina when it went off.", []),
        ("The rifle that went off in Medina was old.", []),
        ("Guards with rifles were searching the market when a bomb went off.", ["bombing"]),
    ],
)
def test_a_gun_that_goes_off_is_no_bomb(read: Reader, sentence: str, events: list[str]) -> None:
    assert [claim.event for claim in read.claims(sentence)] == events


@pytest.mark.parametrize(
    "sentence",
    [
        "He attempted to force the officers to shoot and kill him in Medina.",
        "After the shooting in Medina the thought of losing him crossed their minds.",
        "The fear of losing 20 fighters kept the rebels from attacking Medina.",
        "Without the guards 200 people would be dead after the attack on Medina.",
        "After the attack on Medina she said that her husband should be dead.",
    ],
)
def test_what_was_only_tried_or_thought_of_harms_nobody(read: Reader, sentence: str) -> None:
    assert read.tolls(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        (
            "Monday's bombing in Medina killed five and came after a bombing on Friday that killed 12.",
            [["killed 5"], ["killed 12"]],
        ),
        (
            "The shooting in Medina on Monday was a street from a July shooting that left a girl dead.",
            [[], ["killed 1 civilian"]],
        ),
        (
            "Gunmen killed four people in Medina on Monday, two days after a raid in which nine died.",
            [["killed 4"], ["killed 9"]],
        ),
        (
            "At least 19 people were killed in a raid on Monday, hours after an attack left 40 dead.",
            [["killed 19+"], ["killed 40"]],
        ),
        (
            "The army shelled Medina on Monday after rebels killed five soldiers there on Sunday.",
            [[], ["killed 5 combatant"]],
        ),
        # Without a day of its own, where the act of the sentence is said to come after it.
        (
            "The air strike in Idlib on Monday came after a bombing in Medina that killed 12 people.",
            [[], ["killed 12"]],
        ),
        (
            "The shooting in Idlib came after an attack early Sunday at a club in Medina left 49 dead.",
            [[], ["killed 49"]],
        ),
        (
            "The killing of two guards in Idlib followed a bombing that killed 12.",
            [["killed 2"], ["killed 12"]],
        ),
        # What befell somebody's people, with a day of its own.
        (
            "A woman whose three children were killed last year was wounded in Medina on Monday.",
            [["injured 1 civilian"], ["killed 3 civilian"]],
        ),
        # What comes is no act: the act that led to it is the news.
        ("His arrest came after a bombing in Medina that killed 12 people.", [["killed 12"]]),
        # Of the act that led to it.
        ("A man died on Tuesday after a shooting in Medina on Monday.", [["killed 1"]]),
        ("Three people died on Sunday of wounds from Friday's bombing in Medina.", [["killed 3"]]),
    ],
)
def test_the_dead_of_an_older_act_are_not_those_of_the_news(
    read: Reader, sentence: str, tolls: list[list[str]]
) -> None:
    assert sorted(claim.tolls for claim in read.claims(sentence)) == sorted(tolls)


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Rossi fatally shot his former employer.", ["killed 1"]),
        ("Gunmen shot dead his boss in Medina.", ["killed 1"]),
        (
            "Rossi shot and killed Omar Tavin, 28, then drove off and fatally shot his landlord.",
            ["killed 1", "killed 1"],
        ),
        ("Gunmen killed a teacher and fatally stabbed a doctor.", ["killed 1 civilian", "killed 1 civilian"]),
        ("The attack left him and his two daughters dead.", ["killed 1", "killed 2 civilian"]),
        ("The attack left her and three soldiers dead.", ["killed 1", "killed 3 combatant"]),
        # The harm is told of the part alone.
        ("She was there with ten friends, including the boy who was killed.", ["killed 1 civilian of them"]),
        ("Ten friends, including two who were killed, had gone there.", ["killed 2 of them"]),
        (
            "Twelve people, including the mayor who led them, were killed.",
            ["killed 12", "killed 1 civilian of them"],
        ),
    ],
)
def test_single_people_behind_verbs_and_in_lists(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert sorted(read.tolls(sentence)) == sorted(tolls)


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        # What stands between the people and what befell them.
        ("A girl was shot in the head and killed as she rode home in Medina.", ["killed 1 civilian"]),
        ("Police fatally shot Omar Haddad, an unarmed man, in Medina.", ["killed 1"]),
        ("Omar Haddad, who died of his wounds, was shot in Medina.", ["killed 1 of them"]),
        ("A teen was shot in Medina and taken to a hospital where he died of gunshot wounds.", ["killed 1"]),
        (
            "A guard at the nearby school and a nurse died in the shelling of Medina.",
            ["killed 1", "killed 1 civilian"],
        ),
        (
            "A baker who had come to help and a nurse who was with him were both fatally shot in Medina.",
            ["killed 1 civilian", "killed 1 civilian"],
        ),
        # Lists, by semicolons, of kin, upside down.
        (
            "Omar Haddad, 35; Sami Tawil, 34; and Lina Omar, 26, died in the shelling of Medina.",
            ["killed 1", "killed 1", "killed 1"],
        ),
        (
            "Four others, Omar Haddad, 41; Sami Tawil, 22, who is a baker; and Lina Omar, 24, were hurt.",
            ["injured 4", "injured 1 of them"],
        ),
        (
            "Lina Haddad, her daughter Sara, and Sara's 11-year-old son were stabbed to death in Medina.",
            ["killed 1", "killed 2 civilian"],
        ),
        (
            "Two siblings were killed with their grandfather in Medina.",
            ["killed 2 civilian", "killed 1 civilian"],
        ),
        ("Killed in the attack on Medina were Omar Haddad and Sami Tawil.", ["killed 1", "killed 1"]),
        ("Also dead is the gunman, who had opened fire in Medina.", ["killed 1 combatant"]),
        (
            "The chief died, and so did five villagers and a soldier, in Medina.",
            ["killed 1", "killed 5 civilian", "killed 1 combatant"],
        ),
        # Whose names follow where nobody counts them.
        (
            "Those killed in Medina were identified as Omar Haddad, 35, and Lina Omar, 26.",
            ["killed 1", "killed 1"],
        ),
        ("The victim of the fatal shooting in Medina was identified as Omar Haddad, 32.", ["killed 1"]),
        # Some of them, and the rest.
        ("Six of the seven perished in the attack on Medina.", ["killed 6 of them"]),
        ("All but one of the five died in the attack on Medina.", ["killed 4"]),
        ("Two more guests, both men, are hospitalized after the attack in Medina.", ["injured 2 civilian"]),
        ("Omar Haddad, 52, a deacon and bus driver, died in the attack on Medina.", ["killed 1 civilian"]),
        (
            "Three militants died in Medina, but not before they had killed two soldiers.",
            ["killed 3 combatant", "killed 2 combatant"],
        ),
        # Other words for it.
        ("At least nine gendarmes fell in an ambush near Medina.", ["killed 9+ combatant"]),
        ("Five soldiers met their deaths near Medina when a mine blew up.", ["killed 5 combatant"]),
        ("A man took a bullet in the hip in Medina.", ["injured 1"]),
    ],
)
def test_each_person_is_counted_wherever_the_words_stand(
    read: Reader, sentence: str, tolls: list[str]
) -> None:
    assert read.tolls(sentence) == tolls


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("The city is to pay $1.9 million to people shot by police in Medina.", []),
        (
            "One of the three injured, a woman who was 83, has died of her wounds in Medina.",
            ["injured 3", "killed 1 of them"],
        ),
        (
            "Officials put the number killed in Medina at 17 and the injured at 30.",
            ["killed 17", "injured 30"],
        ),
        ("A dozen stokers were shot dead in Medina.", []),
        ("At 1200 blk Harbour Street two men were shot in Medina.", ["injured 2"]),
    ],
)
def test_figures_of_something_else_count_nobody(read: Reader, sentence: str, tolls: list[str]) -> None:
    assert read.tolls(sentence) == tolls
