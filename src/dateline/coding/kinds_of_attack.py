"""What kind of attack it is, by the weapons that its clause names; and one act told twice in a sentence."""

from __future__ import annotations

from collections.abc import Sequence, Set

from dateline.coding.anchors import in_idioms
from dateline.coding.groups import Group, Kinds, is_violent
from dateline.coding.participants import doers_of_noun, subjects_of
from dateline.coding.tokens import Sentence
from dateline.model import EventType
from dateline.ontology.english import English, Opens, WeaponWords, Words

OVERRIDING = frozenset({EventType.SUICIDE_BOMBING, EventType.CHEMICAL_ATTACK})
"""Kinds that a weapon may tell where a trigger told another ("an explosion … the suicide bomber")."""

RETOLD = frozenset(
    {
        EventType.ARMED_CLASH,
        EventType.ATTACK_ON_CIVILIANS,
        EventType.BOMBING,
        EventType.SHELLING,
        EventType.UNSPECIFIED_VIOLENCE,
        EventType.AIR_STRIKE,
    }
)
"""Kinds that can be another word for the stronger one of the same clause."""

NEAR = 6
"""Words between two nouns for one act."""


def tell_kind(sentence: Sentence, group: Group, taken: Set[int], english: English, kinds: Kinds) -> None:
    """Sets the kind of an attack or harm that no trigger tells, by the weapons named around it.

    `taken` are the tokens of all triggers of the sentence: those of other events tell nothing of this one.
    """
    if group.responsibility or not is_violent(group, kinds):
        return
    if group.event is EventType.BOMBING and _is_from_the_air(sentence, group, english):
        group.event = EventType.AIR_STRIKE
        group.rule += "+events/flying"
        return
    if group.event is EventType.BOMBING and _is_shell(sentence, group, english):
        group.event = EventType.SHELLING
        group.rule += "+weapons/shelling"
        return
    found = _weapon(sentence, group, taken, english)
    if found is None:
        return
    weapon, words = found
    if group.event is None:
        if not group.anchors and words in weapon.attack_only:
            return
    elif weapon.event not in OVERRIDING or kinds[weapon.event].rank <= kinds[group.event].rank:
        return
    group.event = weapon.event
    group.rule = f"{group.rule}+weapons/{weapon.event}/{' '.join(words)}"


def _is_from_the_air(sentence: Sentence, group: Group, english: English) -> bool:
    """ "regime bombing", "the bombing by warplanes": states bomb from the air."""
    nouns = [a.last for a in group.anchors if a.part_of_speech == "noun" and a.event is EventType.BOMBING]
    doers = [doer for noun in nouns for doer in doers_of_noun(sentence, noun, english)]
    beside = [i for noun in nouns for i in (noun - 1, noun - 2) if i >= 0]
    return any(
        sentence.tokens[i].lemma in english.events.flying
        for i in (*doers, *(b for b in beside if sentence.tokens[b].head in nouns))
    )


def _is_shell(sentence: Sentence, group: Group, english: English) -> bool:
    """ "*mortar shells* exploded on the street"."""
    doers = (subject for a in group.anchors for subject in subjects_of(sentence, a.first))
    return any(sentence.tokens[doer].lemma in english.shells for doer in doers)


def _weapon(
    sentence: Sentence, group: Group, taken: Set[int], english: English
) -> tuple[WeaponWords, Words] | None:
    """The first list of weapons.yaml with a word in the group's reach, and that word."""
    places = sentence.places(Opens.WEAPON)
    if places:
        # "an explosion" tells by itself only what it may have been.
        vague = {i for a in group.anchors if a.otherwise is not None for i in range(a.first, a.last + 1)}
        places = [i for i in places if i not in vague and (i not in taken or group.anchors_at(i))]
    if places:
        idle = in_idioms(sentence, english)  # "a murder-suicide", "taken by helicopter to a hospital"
        places = [i for i in places if i not in idle]
    if not places:
        return None
    first, last = _reach(sentence, group)
    found = [
        (order, weapon, words)
        for i in places
        if first <= i <= last
        for form in {*sentence.forms[i]}
        for order, weapon, words in english.weapons_by_first.get(form, ())
        if len(words) == 1 or sentence.matches(i, words)
    ]
    return min(found, key=lambda item: item[0])[1:] if found else None


def _reach(sentence: Sentence, group: Group) -> tuple[int, int]:
    """The clauses of the group's words, inside what its cue covers."""
    first, last = group.first, group.last
    if not group.anchors and group.tolls and all(toll.high == 0 for toll in group.tolls):
        first, last = 0, len(sentence) - 1  # what hurt nobody stands in the clause above
    words = {group.main, *[a.first for a in group.anchors], *[t.harm_at for t in group.tolls]}
    for clause in {sentence.clause_of(i) for i in words}:
        low, high = sentence.subtree(clause)
        first, last = min(first, low), max(last, high)
    if group.cue is not None:
        first = max(first, min(group.cue.content_first, group.first))
        last = min(last, max(group.cue.content_last, group.last))
    return first, last


def merge_acts(sentence: Sentence, groups: Sequence[Group], kinds: Kinds) -> list[Group]:
    """One act told twice in a sentence ("a suicide bombing that struck a wedding") is one claim."""
    if len(groups) < 2:
        return list(groups)
    kept: list[Group] = []
    violent: list[Group] = []
    for group in groups:
        alone = group.responsibility or group.beside or not is_violent(group, kinds)
        (kept if alone else violent).append(group)
    merged: list[Group] = []
    for group in sorted(violent, key=lambda g: -(kinds[g.event].rank if g.event else 0)):
        host = next((m for m in merged if m.cue is group.cue and _is_one_act(sentence, m, group)), None)
        if host is None:
            merged.append(group)
            continue
        host.reference = host.reference and group.reference
        host.anchors += group.anchors
        host.tolls += [toll for toll in group.tolls if toll not in host.tolls]
        host.harms += group.harms
    return kept + merged


def _have_own_doers(sentence: Sentence, host: Group, other: Group) -> bool:
    """ "Rebels attacked a convoy and soldiers shelled the village"."""
    if any(group.tolls or group.harms or not group.anchors for group in (host, other)):
        return False
    one, two = _own_subject(sentence, host.main), _own_subject(sentence, other.main)
    return one is not None and two is not None and one != two


def _own_subject(sentence: Sentence, verb: int) -> int | None:
    token = sentence.tokens[verb]
    if not token.is_verb or sentence.has_child(verb, {"auxpass", "nsubjpass"}):
        return None
    subjects = (sentence.tokens[child] for child in sentence.children[verb])
    return next(
        (s.i for s in subjects if s.dep == "nsubj" and s.pos in {"NOUN", "PROPN"} and s.i < verb), None
    )


def _is_one_act(sentence: Sentence, host: Group, other: Group) -> bool:
    if host.earlier != other.earlier:
        return False
    if _have_own_doers(sentence, host, other):
        return False
    if other.event is None or host.event == other.event:
        return True
    if other.event not in RETOLD:
        return False
    same_clause = sentence.clause_of(other.main) == sentence.clause_of(host.main)
    if not other.tolls and all(anchor.part_of_speech == "noun" for anchor in other.anchors):
        return same_clause or abs(other.main - host.main) <= NEAR
    return same_clause and not (other.tolls and host.tolls)
