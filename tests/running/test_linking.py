"""A ledger that stories were added to little by little says what one says that they were added to at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from dateline.ledger import Ledger, check_ledger
from dateline.linking import Relinked, relink
from dateline.model import Claim, EventType, Incident, Place, Story, When
from dateline.running import linking
from dateline.running.deciding import reject
from dateline.running.linking import recompute
from dateline.running.settings import RunSettings
from tests.ledger.samples import CODER, sample_story, toll_claim

SETTINGS = RunSettings()
TOWNS = {"Alderford": (36.0, 40.5), "Birchwick": (36.01, 40.52), "Cedarham": (37.4, 41.9)}
DAY = date(2031, 3, 3)
Coded = tuple[Story, list[Claim]]


def coded(chance: Random, number: int) -> Coded:
    """A story on the shelling of one of a few towns on one of a few days, and another act."""
    killed = chance.randrange(3, 6)
    story = sample_story(f"alder-{number}", killed=killed, published=DAY + timedelta(chance.randrange(5)))
    # Some are copies of each other, word for word.
    words = (
        " ".join(f"word{chance.choice([1, number])}x{at}" for at in range(50)) if number % 3 else "same " * 50
    )
    story = replace(story, text=f"{story.text}\n\n{words}")
    claims = []
    for place in range(2):
        town = chance.choice(list(TOWNS))
        day = DAY + timedelta(chance.randrange(3))
        claim = toll_claim(story, f"c-{number}-{place}", killed=killed)
        assert claim.place is not None
        where: Place = replace(
            claim.place,
            name=town,
            geonameid=list(TOWNS).index(town),
            latitude=TOWNS[town][0],
            longitude=TOWNS[town][1],
        )
        act = chance.choice([EventType.SHELLING, EventType.BOMBING, EventType.UNSPECIFIED_VIOLENCE])
        claims.append(
            replace(
                claim,
                place=where,
                date=When(None, day, day, 1),
                event=replace(claim.event, type=act),
                background=chance.random() < 0.2,
                # Without dead of its own an incident looks at what its stories count elsewhere.
                tolls=claim.tolls if chance.random() < 0.7 else (),
            )
        )
    return story, claims


def said(ledger: Ledger) -> tuple[list[Incident], dict[str, str], list[Claim]]:
    return list(ledger.incidents()), ledger.lineages(), list(ledger.claims())


@pytest.mark.parametrize("seed", range(3))
def test_the_order_and_the_portions_in_which_stories_came_do_not_matter(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "SHARE", 1)  # each portion is linked into what is there
    chance = Random(seed)
    stories = [coded(chance, number) for number in range(14)]
    with Ledger.open(":memory:") as at_once:
        at_once.add(stories, coder=CODER)
        recompute(at_once, SETTINGS)
        expected = said(at_once)
    assert len(expected[0]) > 3
    assert len(set(expected[1].values())) < len(stories)
    chance.shuffle(stories)
    with Ledger.open(":memory:") as ledger:
        # What came first was otherwise, and is corrected by what comes last.
        earlier = DAY - timedelta(1)  # a day that no story bears, or nothing would be corrected
        first = [(replace(story, published=earlier), claims[:1]) for story, claims in stories[:3]]
        ledger.add(first, coder=CODER)
        recompute(ledger, SETTINGS)
        rest = [*stories[3:], *stories[:3]]
        while rest:
            some, rest = rest[: (size := chance.randrange(1, 5))], rest[size:]
            ledger.add(some, coder=CODER)
            recompute(ledger, SETTINGS)
        assert said(ledger) == expected
        assert check_ledger(ledger) == []


def test_a_decision_is_linked_into_the_rest_too(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(5)
    stories = [coded(chance, number) for number in range(12)]
    found = []
    for share in (1, 10_000):  # linked into the rest, or all anew
        monkeypatch.setattr(linking, "SHARE", share)
        with Ledger.open(":memory:") as ledger:
            ledger.add(stories, coder=CODER)
            recompute(ledger, SETTINGS)
            reject(ledger, "c-4-0", who="Ana", when=datetime(2031, 4, 1, tzinfo=UTC), why="a film")
            assert not ledger.linked(SETTINGS.linker)
            recompute(ledger, SETTINGS)
            assert ledger.linked(SETTINGS.linker)
            found.append(said(ledger))
    assert found[0] == found[1]


def test_one_new_story_leaves_what_it_has_nothing_to_do_with_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(7)
    stories = [coded(chance, number) for number in range(12)]
    asked: list[int] = []

    def counted(claims: list[Claim], *args: object, **options: object) -> Relinked:
        found = relink(claims, *args, **options)  # type: ignore[arg-type]
        asked.append(len(found.claims))
        return found

    monkeypatch.setattr(linking, "relink", counted)
    with Ledger.open(":memory:") as ledger:
        ledger.add(stories[:-1], coder=CODER)
        recompute(ledger, SETTINGS)
        assert asked == []
        ledger.add(stories[-1:], coder=CODER)
        recompute(ledger, SETTINGS)
    assert len(asked) == 1
    assert asked[0] < 24
