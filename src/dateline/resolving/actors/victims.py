"""Whom a toll counts, as far as its own words tell."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Victims
from dateline.resolving.actors.nounphrase import Lexica, Story
from dateline.resolving.actors.words import Word

# What follows these says where, when or by whom, and no longer who the people are.
_ENDS = frozenset(
    {"at", "in", "near", "on", "by", "after", "when", "during", "inside", "outside", "while", "since"}
    | {"against", "from", "under"}
)
_PART = frozenset({"including", "among", "mostly", "mainly", "some", "many", "most"})
_COMBATANT_KINDS = frozenset({"rebels", "militia", "armed-group", "criminal", "state-forces", "police"})


def victims_of(lexica: Lexica, words: Sequence[Word], story: Story) -> Victims:
    """Civilian or combatant when all that is named is one of them, mixed when both are.

    Unknown when the words name people only ("20 people"), also when only a part of them is known
    ("20 people, including five children").
    """
    kept = list(words)
    for place, word in enumerate(words):
        if place and word.key in _ENDS:
            kept = list(words[:place])
            break
    found = lexica.find(kept, story)
    told: set[Victims] = set()
    whole_unknown = False
    for index, item in enumerate(found):
        follower = found[index + 1] if index + 1 < len(found) else None
        adjoins = follower is not None and follower.start == item.end and not kept[follower.start].apart
        if adjoins and follower is not None and (follower.noun or follower.not_actor):
            # "rebel commander", "police station": the last word of a compound says who they are,
            # unless it only says that they are people ("rebel casualties").
            last = follower.noun.victims if follower.noun else None
            if last is not Victims.UNKNOWN or follower.not_actor:
                continue
        if item.group:
            told.update(_of_group(lexica, kept[item.start : item.end], item.group.actor.kind))
        elif item.noun:
            if item.noun.victims is Victims.UNKNOWN:
                part = any(word.key in _PART for word in kept[item.end :])
                whole_unknown = whole_unknown or part
            else:
                told.add(item.noun.victims)
    told.discard(Victims.UNKNOWN)
    if len(told) == 2:
        return Victims.MIXED
    if not told or whole_unknown:
        return Victims.UNKNOWN
    return told.pop()


def _of_group(lexica: Lexica, name: Sequence[Word], kind: str | None) -> set[Victims]:
    """What a group's name says of its people. An international body is no combatant: in its name the
    word for its people tells ("UN peacekeepers"), else nothing does ("UN staff")."""
    if kind != "international":
        return {Victims.COMBATANT if kind in _COMBATANT_KINDS else Victims.CIVILIAN}
    return {noun.victims for place in range(len(name)) for noun in lexica.kinds.nouns.at(name, place)[1]}
