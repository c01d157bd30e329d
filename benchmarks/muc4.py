"""Measure against the MUC-3/4 keys: terrorism in Latin America, stories of 1988 to 1991 in upper case.

    python benchmarks/muc4.py FOLDER [--part held-out|dev] [--errors N] [--json] [--claims FILE]

FOLDER holds tst1, tst2 (held out, the default) and dev, each with stories.jsonl and templates.jsonl.
Measured is what a claim can answer. A claim counts when it is of a type of `ANSWERS` and not negated or
hypothetical; background counts, as the keys have it. Templates and fills that the key marks optional
are right when given and never missed.

relevance
    Stories. In the gold those whose key has a template that is due (those with optional ones only are
    left aside); coded those with a claim. The keys leave out fights between armed forces, which Dateline
    codes: precision has a ceiling.
types
    Precision: of the event types coded in a story, each counted once, those that answer a template of
    the story. Recall: of the incident types in a story's key, those that a claim answers; ROBBERY and FORCED
    WORK STOPPAGE are no types of Dateline and are left aside.
date, place, country, perpetrator, killed, injured
    Recall: of the templates' fills, those that a claim answering the template gives. Precision: of the
    distinct values of claims that answer a template with that slot filled, those that one of these has.
    A date is right when first and last day lie within the key's; "on or before" is never due. A place is
    right when it is one that the key names below the country (a town, its province or its quarter), as
    printed or resolved. A perpetrator is an organization or individuals of the key under any of their
    names. A number is right when low and high are the key's for a group of people (due from two on), or
    for all groups of the template.
organization
    Share of the organizations accused that a claim has as perpetrator or as the one who says so.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from dateline.model import Claim, EventType, Harm, Place, Role, Status, Toll, When
from likeness import same_name
from muc4keys import Days, Names, Template, read_template
from runner import STORIES, CodedStories, Measured, Sides, coded, parser, present, read_stories, rows, run

PARTS = {"held-out": ("tst1", "tst2"), "dev": ("dev",)}
TEMPLATES = "templates.jsonl"
ATTACK = frozenset({"ATTACK"})
BLAST = frozenset({"BOMBING"})
# MUC calls BOMBING what goes off, and ATTACK what is fired, hit or not told; shells and bombs dropped are
# keyed as either.
ANSWERS = {
    EventType.ARMED_CLASH: ATTACK,
    EventType.ATTACK_ON_CIVILIANS: ATTACK,
    EventType.CHEMICAL_ATTACK: ATTACK,
    EventType.TORTURE: ATTACK,
    EventType.SEXUAL_VIOLENCE: ATTACK,
    EventType.AIR_STRIKE: ATTACK | BLAST,
    EventType.SHELLING: ATTACK | BLAST,
    EventType.UNSPECIFIED_VIOLENCE: ATTACK | BLAST,
    EventType.BOMBING: BLAST,
    EventType.SUICIDE_BOMBING: BLAST,
    EventType.ABDUCTION: frozenset({"KIDNAPPING"}),
    EventType.PROPERTY_DESTRUCTION: ATTACK | BLAST | {"ARSON"},
}
ANSWERED = frozenset().union(*ANSWERS.values())
UNSAID = {Status.NEGATED, Status.HYPOTHETICAL}

V = TypeVar("V")
F = TypeVar("F")


def answers(claim: Claim, template: Template) -> bool:
    """Whether the claim's type may be the template's."""
    return bool(ANSWERS[claim.event.type] & template.types)


def right_day(days: Sequence[Days], when: When) -> bool:
    """Whether first and last day lie within one of the alternatives."""
    if when.earliest is None or when.latest is None:
        return False
    return any(when.latest <= last and (first is None or first <= when.earliest) for first, last in days)


def right_place(places: Sequence[str], place: Place) -> bool:
    """Whether the place, as printed or resolved, is one of those."""
    return any(same_name(wanted, name) for wanted in places for name in (place.mention.text, place.name))


def right_name(fill: Names, names: Iterable[str]) -> bool:
    """Whether one of the names is one that the fill allows."""
    return any(same_name(wanted, name) for name in names for wanted in fill.names)


def doers(claim: Claim) -> list[tuple[str, ...]]:
    """The names of each that did it: as printed, and as resolved."""
    by = [actor for actor in claim.actors if actor.role is Role.BY]
    return [(actor.mention.text, *((actor.name,) if actor.name else ())) for actor in by]


def speaker(claim: Claim) -> tuple[str, ...]:
    """The names of who says so; none in the outlet's own voice."""
    if claim.attribution is None:
        return ()
    return tuple(name for name in (claim.attribution.source.text, claim.attribution.name) if name)


class StoryMeasure:
    """One story's claims against its templates, added to what was measured."""

    def __init__(self, story: str, claims: Sequence[Claim], templates: Sequence[Template], to: Measured):
        self.story = story
        self.claims = [c for c in claims if c.event.type in ANSWERS and c.status not in UNSAID]
        self.templates = templates
        self.measured = to

    def measure(self) -> None:
        """All that the runner measures."""
        self.relevance()
        self.types()
        self.slot("date", lambda t: [(t.days, closed(t.days))] if t.days else [], dated, right_day)
        self.slot("place", lambda t: [(t.places, True)] if t.places else [], placed, right_place)
        self.slot(
            "country",
            lambda t: [(t.countries, len(t.countries) == 1)] if t.countries else [],
            lambda c: [c.place.country] if c.place and c.place.country else [],
            lambda fill, country: country in fill,
        )
        self.slot(
            "perpetrator",
            lambda t: [(fill, fill.due) for fill in (*t.organizations, *t.individuals)],
            doers,
            right_name,
        )
        self.numbers(Harm.KILLED)
        self.numbers(Harm.INJURED)
        self.organizations()

    def relevance(self) -> None:
        """Whether the story is told to be of violence, as in the key."""
        if self.templates and not any(template.due for template in self.templates):
            return
        wanted, told = bool(self.templates), bool(self.claims)
        both = int(wanted and told)
        self.measured.agreements["relevance"] += Sides(both, int(told), both, int(wanted))
        if wanted and not told:
            self.measured.wrong("story missed", self.story)
        if told and not wanted:
            self._wrong("story spurious", self.claims[0])

    def types(self) -> None:
        """Event types of the story against incident types of its key."""
        types = {claim.event.type: claim for claim in self.claims}
        keyed = frozenset[str]().union(*(template.types for template in self.templates))
        due = {template.types & ANSWERED for template in self.templates if template.due} - {frozenset()}
        found = [wanted for wanted in due if any(ANSWERS[kind] & wanted for kind in types)]
        right = [kind for kind in types if ANSWERS[kind] & keyed]
        self.measured.agreements["types"] += Sides(len(right), len(types), len(found), len(due))
        for wanted in sorted(due, key=sorted):
            name = " or ".join(sorted(wanted))
            self.measured.right(f"found: {name}", wanted in found)
            if wanted not in found:
                self.measured.wrong("type missed", f"{self.story} {name}")
        for kind in types.keys() - set(right):
            if self.templates:
                self._wrong("type spurious", types[kind])

    def slot(
        self,
        name: str,
        fills: Callable[[Template], list[tuple[F, bool]]],
        values: Callable[[Claim], Sequence[V]],
        same: Callable[[F, V], bool],
    ) -> None:
        """Precision over the claims' values and recall over the templates' fills, (fill, due)."""
        given = [(claim, value) for claim in self.claims for value in values(claim)]
        keyed = [(template, fill) for template in self.templates for fill, _ in fills(template)]
        gold = found = 0
        for template in self.templates:
            for fill, due in fills(template):
                if not (due and template.due and template.types & ANSWERED):
                    continue
                gold += 1
                is_found = any(answers(claim, template) and same(fill, value) for claim, value in given)
                found += is_found
                if not is_found:
                    self.measured.wrong(f"{name} missed", f"{self.story} {sorted(template.types)} {fill}")
        judged: dict[tuple[EventType, str], bool] = {}
        for claim, value in given:
            asked = [fill for template, fill in keyed if answers(claim, template)]
            if asked:
                key = (claim.event.type, repr(value))
                right = any(same(fill, value) for fill in asked)
                judged[key] = judged.get(key, False) or right
                if not right:
                    self._wrong(f"{name} wrong", claim, f"{_shown(value)} not {_shown(asked[0])}")
        self.measured.agreements[name] += Sides(sum(judged.values()), len(judged), found, gold)

    def numbers(self, harm: Harm) -> None:
        """The numbers of people killed or injured."""
        self.slot(
            str(harm),
            lambda t: [(fill, fill.due) for fill in t.tolls if fill.harm is harm],
            lambda c: [toll for toll in c.tolls if toll.harm is harm],
            lambda fill, toll: (toll.low, toll.high) in fill.bounds,
        )

    def organizations(self) -> None:
        """Organizations accused that are named as doers or as speakers."""
        for template in self.templates:
            for fill in template.organizations:
                if not (fill.due and template.due and template.types & ANSWERED):
                    continue
                near = [claim for claim in self.claims if answers(claim, template)]
                named = [
                    name for claim in near for names in (*doers(claim), speaker(claim)) for name in names
                ]
                self.measured.right("organization", right_name(fill, named))

    def _wrong(self, kind: str, claim: Claim, told: str = "") -> None:
        self.measured.wrong(kind, f"{self.story} {claim.event.type} {told} | {claim.quote.text[:160]}")


def _shown(value: object) -> str:
    if isinstance(value, Place):
        return f"{value.mention.text!r} ({value.name}, {value.country})"
    if isinstance(value, When):
        return f"{value.earliest} to {value.latest}"
    if isinstance(value, Toll):
        return f"{value.mention.text!r} {value.harm} {value.low} to {value.high}"
    return str(value)


def closed(days: Sequence[Days]) -> bool:
    """Whether every alternative has a first day."""
    return all(first is not None for first, _ in days)


def dated(claim: Claim) -> list[When]:
    """The claim's days, if it has any."""
    return [claim.date] if claim.date and claim.date.earliest else []


def placed(claim: Claim) -> list[Place]:
    """The claim's place, if it is finer than a country."""
    return [claim.place] if claim.place and claim.place.precision < 6 else []


def score(stories: CodedStories, templates: Iterable[Template]) -> Measured:
    """Measure coded stories against templates, by story id."""
    by_story: defaultdict[str, list[Template]] = defaultdict(list)
    for template in templates:
        by_story[template.story].append(template)
    measured = Measured()
    measured.counts["stories"] = len(stories)
    measured.counts["templates"] = sum(map(len, by_story.values()))
    for story, claims in stories:
        measured.counts["claims"] += len(claims)
        StoryMeasure(story.id, claims, by_story[story.id], measured).measure()
    return measured


def read_templates(path: Path) -> Iterator[Template]:
    """The templates of a file. Raises ValueError or KeyError when a row is not in the form."""
    for row in rows(path):
        template = read_template(row["story"], row["slots"])
        if template:
            yield template


def measure(options: argparse.Namespace) -> Measured:
    """Read, code and score the parts that were asked for."""
    stories, templates = [], []
    for part in PARTS[options.part]:
        told, keys = present(options.folder / part, STORIES, TEMPLATES)
        stories += read_stories(told)
        templates += list(read_templates(keys))
    return score(coded(stories, options.claims), templates)


if __name__ == "__main__":
    command = parser(__doc__)
    command.add_argument("--part", choices=sorted(PARTS), default="held-out", help="default: held-out")
    sys.exit(run(command.parse_args(), measure))
