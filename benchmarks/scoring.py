"""How far coded claims agree with claims annotated by hand.

events
    A gold claim is found when a coded claim of its story has the same event type and their quotes
    share at least half of the words of the shorter one. One to one.
tolls
    A gold toll is found when a coded toll of its story has the same harm, low and high, and the
    words that carry the number share at least half of the words of the shorter. One to one.
claimant, date, place, victims
    Of the tolls found, the share whose claim has the same claimant (or none, in the outlet's own
    voice), the very same first and last day, the same place, the same kind of victim.
sourced
    The strict measure: tolls found whose claimant, date and place are all right.
linking
    B-cubed F1 of the incidents over gold claims that were found and carry an incident.

Gold claims marked optional are neither missed nor spurious. Tolls of people besieged count only when
the gold has such tolls at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model import Claim, Harm, Toll
from goldfile import GoldClaim, GoldStory, GoldToll
from likeness import b_cubed, overlap, pair_up, right_claimant, right_days, right_place

SHARED_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many were found, of how many coded and how many in the gold."""

    found: int
    coded: int
    gold: int

    @property
    def precision(self) -> float:
        return self.found / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(self.found + other.found, self.coded + other.coded, self.gold + other.gold)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What a reader would mend: `what` was "missed", "spurious" or "wrong: claimant, date"."""

    story: str
    what: str
    problem: str


@dataclass(frozen=True, slots=True)
class Score:
    """All measures over one gold file; shares are of the tolls found, 0.0 to 1.0.

    `linking` is None when no claim that was found carries an incident.
    """

    stories: int
    events: Agreement
    tolls: Agreement
    sourced: Agreement
    claimant: float
    date: float
    place: float
    victims: float
    linking: float | None
    linked_claims: int
    mistakes: tuple[Mistake, ...]

    def figures(self) -> dict[str, float]:
        """The measures that a floor can be set for, by name."""
        figures = {
            f"{name}_{part}": getattr(agreement, part)
            for name, agreement in (("events", self.events), ("tolls", self.tolls), ("sourced", self.sourced))
            for part in ("precision", "recall", "f1")
        }
        figures |= {name: getattr(self, name) for name in ("claimant", "date", "place", "victims")}
        if self.linking is not None:
            figures["linking"] = self.linking
        return figures


@dataclass(frozen=True, slots=True)
class _Checks:
    """Which fields of a toll that was found are right."""

    claimant: bool
    date: bool
    place: bool
    victims: bool

    @property
    def sourced(self) -> bool:
        return self.claimant and self.date and self.place

    def wrong(self) -> list[str]:
        return [name for name in ("claimant", "date", "place", "victims") if not getattr(self, name)]


def _check(gold: tuple[GoldClaim, GoldToll], coded: tuple[Claim, Toll]) -> _Checks:
    (gold_claim, gold_toll), (claim, toll) = gold, coded
    return _Checks(
        right_claimant(gold_claim.claimant, claim.attribution),
        right_days(gold_claim.days, claim.date),
        right_place(gold_claim.places, claim.place),
        gold_toll.victims == toll.victims,
    )


def _like_event(gold: GoldClaim, claim: Claim) -> float | None:
    shared = overlap(gold.quote, claim.quote.text)
    return shared if gold.event == claim.event.type and shared >= SHARED_WORDS else None


def _like_toll(gold: tuple[GoldClaim, GoldToll], coded: tuple[Claim, Toll]) -> float | None:
    toll, other = gold[1], coded[1]
    if (toll.harm, toll.low, toll.high) != (other.harm, other.low, other.high):
        return None
    if overlap(toll.words, other.mention.text) < SHARED_WORDS:
        return None
    checks = _check(gold, coded)
    # The same number twice in a story: the pair that agrees in more fields is the one meant.
    return checks.claimant + checks.date + checks.place + overlap(gold[0].quote, coded[0].quote.text)


@dataclass(frozen=True, slots=True)
class _StoryScore:
    events: Agreement
    tolls: Agreement
    checks: tuple[_Checks, ...]
    links: tuple[tuple[str, str], ...]
    mistakes: tuple[Mistake, ...]


def _score_story(gold: GoldStory, claims: Sequence[Claim], besieged: bool) -> _StoryScore:
    mistakes = []
    events = pair_up(gold.claims, claims, _like_event)
    found = sum(not gold.claims[i].optional for i in events)
    due = sum(not claim.optional for claim in gold.claims)
    event_agreement = Agreement(found, len(claims) - (len(events) - found), due)
    links = tuple(
        (incident, claims[j].incident or f"none-{gold.story}-{j}")
        for i, j in events.items()
        if (incident := gold.claims[i].incident)
    )

    wanted = [(claim, toll) for claim in gold.claims for toll in claim.tolls]
    coded = [
        (claim, toll) for claim in claims for toll in claim.tolls if besieged or toll.harm != Harm.BESIEGED
    ]
    tolls = pair_up(wanted, coded, _like_toll)
    checks = {i: _check(wanted[i], coded[j]) for i, j in sorted(tolls.items()) if not wanted[i][0].optional}
    toll_agreement = Agreement(
        len(checks),
        len(coded) - (len(tolls) - len(checks)),
        sum(not claim.optional for claim, _ in wanted),
    )

    for i, check in checks.items():
        if wrong := check.wrong():
            mistakes.append(Mistake(gold.story, f"toll {wanted[i][1].words}", f"wrong: {', '.join(wrong)}"))
    mistakes += [
        Mistake(gold.story, f"toll {toll.words}", "missed")
        for i, (claim, toll) in enumerate(wanted)
        if i not in tolls and not claim.optional
    ]
    paired = set(tolls.values())
    mistakes += [
        Mistake(gold.story, f"toll {toll.mention.text}", "spurious")
        for j, (_, toll) in enumerate(coded)
        if j not in paired
    ]
    mistakes += [
        Mistake(gold.story, f"event {claim.event}: {claim.quote[:70]}", "missed")
        for i, claim in enumerate(gold.claims)
        if i not in events and not claim.optional
    ]
    return _StoryScore(event_agreement, toll_agreement, tuple(checks.values()), links, tuple(mistakes))


def score(gold: Sequence[GoldStory], claims: Iterable[Claim]) -> Score:
    """Measure `claims` against `gold`; claims of stories that the gold does not hold are ignored."""
    by_story: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_story[claim.story].append(claim)
    besieged = any(
        toll.harm == Harm.BESIEGED for story in gold for claim in story.claims for toll in claim.tolls
    )
    parts = [_score_story(story, by_story[story.story], besieged) for story in gold]
    nothing = Agreement(0, 0, 0)
    tolls = sum((part.tolls for part in parts), nothing)
    checks = [check for part in parts for check in part.checks]
    links = [link for part in parts for link in part.links]
    found = max(len(checks), 1)
    return Score(
        stories=len(gold),
        events=sum((part.events for part in parts), nothing),
        tolls=tolls,
        sourced=Agreement(sum(check.sourced for check in checks), tolls.coded, tolls.gold),
        claimant=sum(check.claimant for check in checks) / found,
        date=sum(check.date for check in checks) / found,
        place=sum(check.place for check in checks) / found,
        victims=sum(check.victims for check in checks) / found,
        linking=b_cubed(links),
        linked_claims=len(links),
        mistakes=tuple(mistake for part in parts for mistake in part.mistakes),
    )
