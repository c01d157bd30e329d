"""What of a text is read, and how its marks and capitals are."""

from __future__ import annotations

from tests.coding.reader import Reader


def test_title_and_body_are_read_apart(read: Reader) -> None:
    claims = read.claims("Rebels captured 12 soldiers on Monday", "Rebels shell the base")
    assert [(claim.title, claim.quote) for claim in claims] == [
        (True, "Rebels shell the base"),
        (False, "Rebels captured 12 soldiers on Monday"),
    ]


def test_a_title_that_the_body_repeats_is_no_part_of_its_first_sentence(read: Reader) -> None:
    title = "Rebels shell the main base"
    claims = read.claims(f"{title} Rebels shelled the base on Monday, killing 12 soldiers.", title)
    (body,) = [claim for claim in claims if not claim.title]
    assert body.quote == "Rebels shelled the base on Monday, killing 12 soldiers."


def test_furniture_is_not_read(read: Reader) -> None:
    text = "Rebels shelled the base.\n\nShare this article\n\nClick here to subscribe to our newsletter"
    assert [claim.quote for claim in read.claims(text)] == ["Rebels shelled the base."]


def test_a_dateline_is_no_part_of_the_sentence(read: Reader) -> None:
    claim = read.claim("BEIRUT, March 3 (Example News) - Rebels shelled the base on Monday.")
    assert claim.quote == "Rebels shelled the base on Monday."


def test_lines_wrapped_in_mid_sentence_are_one_sentence(read: Reader) -> None:
    text = (
        "Rebels shelled the base on Monday, killing 12\n"
        "soldiers who were asleep in their tents when the first\n"
        "rounds came in. The army said that it had sent medics to\n"
        "the area and that the road to the capital was closed to\n"
        "traffic until the evening."
    )
    claim = read.claims(text)[0]
    assert claim.tolls == ["killed 12 combatant"]
    assert claim.quote == text[: text.index(" The army said")]


def test_a_line_break_ends_a_sentence_that_lacks_its_stop(read: Reader) -> None:
    text = "Rebels shelled the base\nTwelve soldiers were captured"
    assert [claim.quote for claim in read.claims(text)] == [
        "Rebels shelled the base",
        "Twelve soldiers were captured",
    ]


def test_upper_case_is_read_like_any_other(read: Reader) -> None:
    claim = read.claim("REBELS SHELLED THE BASE ON MONDAY, KILLING 12 SOLDIERS, THE ARMY SAID.")
    assert (claim.event, claim.tolls, claim.source) == ("shelling", ["killed 12 combatant"], "THE ARMY")


def test_curly_quotes_and_long_dashes(read: Reader) -> None:
    claim = read.claim("“The army shelled the town — nine people were killed,” the mayor said.")
    assert (claim.event, claim.tolls, claim.source) == ("shelling", ["killed 9"], "the mayor")
    assert claim.quote == "“The army shelled the town — nine people were killed,” the mayor said."


def test_single_quotes(read: Reader) -> None:
    assert read.claim("The mayor said: ‘The army shelled the town.’").source == "The mayor"
