"""Who says it."""

from __future__ import annotations

import pytest

from tests.coding.reader import Reader


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The health ministry said 12 people were killed in the strike.", "The health ministry"),
        ("A spokesman for the army said rebels had shelled the airport.", "A spokesman for the army"),
        ("Activists and medics said the shelling killed nine civilians.", "Activists and medics"),
        ("State television reported on Sunday that troops had captured the town.", "State television"),
        ("The army said on its website that a drone had struck a convoy.", "The army"),
        ("President Baraka said the army would retake the city.", "President Baraka"),
        (
            "A security source announced on Monday evening that the army had captured the town.",
            "A security source",
        ),
        (
            "Ahmed Karim, head of the local council, said that soldiers had entered the village.",
            "Ahmed Karim",
        ),
        (
            "Human Rights Watch said in a statement on Monday that government forces had executed 30 men.",
            "Human Rights Watch",
        ),
    ],
)
def test_the_speaker_before(read: Reader, sentence: str, source: str) -> None:
    assert read.claim(sentence).source == source


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Twelve people were killed in the strike, the health ministry said.", "the health ministry"),
        ("Rebels shelled the airport, according to a spokesman for the army.", "a spokesman for the army"),
        ("Two soldiers were killed in the ambush, local police told reporters.", "local police"),
        ('"Soldiers burned our houses," said Mariam Diallo, a teacher from the village.', "Mariam Diallo"),
        ("Twelve deaths were confirmed by the hospital.", "the hospital"),
        (
            "The army sent tanks while clashes raged in Marib said the monitor which tracks the war.",
            "the monitor",
        ),
        (
            "Six rebels were killed said police chief Omar Salim who did not give further details.",
            "police chief Omar Salim",
        ),
    ],
)
def test_the_speaker_after(read: Reader, sentence: str, source: str) -> None:
    assert read.claim(sentence).source == source


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Twelve people, according to the ministry, were killed in the strike.", "the ministry"),
        ("Rebels, the army said, had killed 12 soldiers.", "the army"),
        ("According to the Red Cross, 40 people were killed in the fighting.", "the Red Cross"),
    ],
)
def test_the_speaker_in_the_middle_or_first(read: Reader, sentence: str, source: str) -> None:
    assert read.claim(sentence).source == source


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The governor was quoted as saying that rebels had attacked the convoy.", "The governor"),
        ("The radio quoted the governor as saying that rebels had attacked the convoy.", "the governor"),
        ("Gunmen had abducted 15 people, the paper said, citing local officials.", "local officials"),
        ("Citing local officials, the paper reported that 15 people were abducted.", "local officials"),
        ("The agency, citing a police officer, said gunmen had killed three men.", "a police officer"),
    ],
)
def test_who_is_cited_says_it_not_who_cites(read: Reader, sentence: str, source: str) -> None:
    assert read.claim(sentence).source == source


def test_reports_are_a_speaker_without_a_name(read: Reader) -> None:
    assert read.claim("There were reports that gunmen had abducted two aid workers.").source == "reports"


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Warplanes bombed the town killing six people a local activist said.", "a local activist"),
        (
            "The blast wounded 12 people the governor of Marun province Ali Reza said.",
            "the governor of Marun province Ali Reza",
        ),
    ],
)
def test_lost_commas_do_not_run_the_content_into_the_speaker(
    read: Reader, sentence: str, source: str
) -> None:
    assert read.claim(sentence).source == source


def test_who_accuses_is_not_who_is_accused(read: Reader) -> None:
    claims = read.claims("The regime and its allies have accused rebels of shelling the town.")
    assert {claim.source for claim in claims} == {"The regime and its allies"}


def test_each_of_two_speakers_has_their_own_toll(read: Reader) -> None:
    claims = read.claims("The ministry said 12 people were killed, but the rebels said 30 people had died.")
    assert [(claim.source, claim.tolls) for claim in claims] == [
        ("The ministry", ["killed 12"]),
        ("the rebels", ["killed 30"]),
    ]


def test_adding_that_goes_on_with_the_speaker(read: Reader) -> None:
    claims = read.claims("The shelling killed nine civilians, activists said, adding that 20 were wounded.")
    assert [claim.source for claim in claims] == ["activists", "activists"]


@pytest.mark.parametrize(("opening", "closing"), ['""', "“”"])
def test_a_quotation_that_runs_over_sentences_has_one_speaker(
    read: Reader, opening: str, closing: str
) -> None:
    text = '"Soldiers came," said Amina Yusuf. "They shot my brother. They burned our house."'
    marks = iter([opening, closing] * 2)
    text = "".join(next(marks) if char == '"' else char for char in text)
    assert {claim.source for claim in read.claims(text)} == {"Amina Yusuf"}


def test_the_end_of_a_quotation_names_the_speaker_of_its_beginning(read: Reader) -> None:
    (claim,) = read.claims('"They shot my brother. We could do nothing," said a witness.')
    assert claim.source == "a witness"


def test_a_quotation_may_go_on_behind_its_speaker(read: Reader) -> None:
    claims = read.claims('"The shelling killed nine people," the mayor said, "and wounded thirty."')
    assert [toll for claim in claims for toll in claim.tolls] == ["killed 9", "injured 30"]
    assert {claim.source for claim in claims} == {"the mayor"}


def test_what_nobody_is_said_to_say_is_the_outlets_own(read: Reader) -> None:
    told, own = read.claims("The ministry said soldiers shelled the town. Rebels killed four guards.")
    assert told.source == "The ministry"
    assert own.source == ""


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Rebels kill 12 soldiers in ambush: army", "army"),
        ("Army: rebels kill 12 soldiers", "Army"),
        ("12 killed in market bombing, police say", "police"),
        ("Siege of Homs: 12 killed in shelling", ""),
    ],
)
def test_who_speaks_in_a_headline(read: Reader, title: str, source: str) -> None:
    claim = next(claim for claim in read.claims("It happened on Monday.", title) if claim.title)
    assert claim.source == source


@pytest.mark.parametrize(
    "sentence",
    [
        "Reportedly, 12 people were killed.",
        "The state shelled the town, killing 12 people.",
        "Soldiers killed 12 people in the reported attack.",
    ],
)
def test_words_that_only_look_like_saying(read: Reader, sentence: str) -> None:
    assert {claim.source for claim in read.claims(sentence)} == {""}


def test_they_had_taken_the_airport(read: Reader) -> None:
    assert read.claims("Fighters loyal to the general told reporters they had taken the airport.")


def test_the_sentence_that_goes_on_behind_an_inserted_speaker_is_said_as_well(read: Reader) -> None:
    claims = read.claims("Strikes on the camp killed 17 people, the health ministry said, and wounded 40.")
    assert {claim.source for claim in claims} == {"the health ministry"}
    assert [toll for claim in claims for toll in claim.tolls] == ["killed 17", "injured 40"]


def test_who_puts_a_number_says_no_more_than_the_number(read: Reader) -> None:
    text = "A powerful militia said it had killed 20 soldiers, while two hospital sources put the toll at 12."
    claims = read.claims(text)
    assert [(claim.source, claim.tolls) for claim in claims] == [
        ("A powerful militia", ["killed 20 combatant"]),
        ("two hospital sources", ["killed 12"]),
    ]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The claim by activists that the army killed 12 people was not confirmed.", ["activists"]),
        ("The activists' claim that the army killed 12 people was not confirmed.", ["The activists"]),
        ("A statement issued by the rebels said the army had shelled the town.", ["the rebels"]),
        ("According to a report by the ministry, soldiers shot 14 farmers.", ["the ministry"]),
        ("Reports confirmed that rebels had captured the base, said the officer.", ["the officer"]),
        ("ACCORDING TO THE MRTF, FIGHTING IS UNDER WAY IN SEVEN PROVINCES.", ["THE MRTF"]),
        ("ROJAS SAID THAT THE TWO LEADERS HAD BEEN ARRESTED IN THE NORTH.", ["ROJAS"]),
        (
            "Ten people were killed in clashes with opposition forces said the Observatory.",
            ["the Observatory"],
        ),
        ("The shells have rained down on the suburb since 4:30 am he told reporters.", ["he"]),
        ("“They shelled us,” the mayor's former strategist said.", ["the mayor's former strategist"]),
        ("Three command posts were destroyed.", [""]),
        ("The party released an advert showing soldiers shooting at a crowd.", [""]),
        ("A bomb exploded in the market claiming the lives of six people.", [""]),
        ("Man accused of murder in Springfield.", ["", ""]),
        ("Troops killed 300 people, with some estimates suggesting that 400 died.", ["", "estimates"]),
        ("Japan called for a truce as rebels shelled the town.", ["Japan", "Japan", ""]),
    ],
)
def test_who_says_it(read: Reader, text: str, sources: list[str]) -> None:
    assert [claim.source for claim in read.claims(text)] == sources


def test_a_word_in_quotation_marks_is_nobodys_speech(read: Reader) -> None:
    _, crackdown = read.claims(
        '"Rebels shelled the market," Omar Haddad said. '
        'The war began when troops cracked down on the "Spring of Hope".'
    )
    assert crackdown.source == ""


def test_a_quote_reads_alone_and_cuts_no_name(read: Reader) -> None:
    claims = read.claims(
        "The war began in May with protests and has since killed more than 4,000 people, the ministry said."
    )
    assert claims[-1].quote.startswith("The war began") and claims[-1].quote.endswith("the ministry said")


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (
            "Musa Idris a local aid worker told a radio station that four farmers were killed in the raid.",
            "Musa Idris a local aid worker",
        ),
        (
            "Twelve volunteers were killed in the raid said the Red Crescent also known as the crescent men.",
            "the Red Crescent",
        ),
        ("On Tuesday an activist said a truck bomb killed nine people.", "an activist"),
    ],
)
def test_speakers_where_commas_are_lost(read: Reader, sentence: str, source: str) -> None:
    assert read.claim(sentence).source == source


def test_who_is_to_blame_does_not_speak(read: Reader) -> None:
    claims = read.claims("The inquiry led them to conclude that the militia was to blame for the raid.")
    assert "the militia" not in {claim.source for claim in claims}


def test_a_quotation_whose_speaker_is_named_in_a_sentence_of_its_own(read: Reader) -> None:
    text = '"Two helicopters bombed us and killed nine men" Musa Idris a local aid worker told the radio.'
    assert read.claim(text).source == "Musa Idris a local aid worker"


def test_whoever_is_counted_behind_says_does_not_speak(read: Reader) -> None:
    claim = read.claim(
        "Omar Haddad, spokesman for the governor, says seven soldiers and six policemen were killed."
    )
    assert (claim.source, claim.tolls) == ("Omar Haddad", ["killed 7 combatant", "killed 6 combatant"])


def test_a_speaker_who_goes_on_in_a_relative_clause(read: Reader) -> None:
    text = "Rebels carried out the killings, said administrator Omar Haddad, who said 13 people were killed."
    assert {claim.source for claim in read.claims(text)} == {"Omar Haddad"}


def test_nobody_is_no_source(read: Reader) -> None:
    assert {claim.source for claim in read.claims("No group claimed responsibility for the bombing.")} <= {""}
