"""Who did it and to whom, as the noun phrases of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.drafts import DraftActor
from dateline.coding.groups import Group
from dateline.coding.noun_kinds import is_ammunition, is_fighting, is_no_doer, is_period, is_place
from dateline.coding.participants import blamed_for, doers_of_noun, objects_of, subjects_of, targets_of_noun
from dateline.coding.person_nouns import is_said_of_people, person_class
from dateline.coding.quantities import opens_quantity
from dateline.coding.tokens import Sentence, whole_words
from dateline.model import EventType, Harm, Role, Span
from dateline.ontology.english import English

PHRASE_DEPS = frozenset(
    (
        *("det", "amod", "compound", "nummod", "poss", "case"),
        *("quantmod", "advmod", "punct", "nmod", "npadvmod", "predet"),
    )
)
"""How the words of a noun phrase depend on its head."""

FIRED = frozenset(
    {
        EventType.SHELLING,
        EventType.AIR_STRIKE,
        EventType.BOMBING,
        EventType.CHEMICAL_ATTACK,
        EventType.ARMED_CLASH,
        EventType.ATTACK_ON_CIVILIANS,
    }
)
"""Acts in which what is fired or dropped is no target."""

LEADING = frozenset({"PUNCT", "SCONJ", "CCONJ", "ADV"})
OF_PHRASE = 6
"""Words of an of-phrase that an actor's name keeps."""


def actors_of(sentence: Sentence, group: Group, english: English) -> tuple[DraftActor, ...]:
    """Who did it and to whom, from the act's verb, else its noun, else the verb of harm."""
    by, against = heads_of(sentence, group, english)
    found: list[DraftActor] = []
    if group.responsibility and group.cue is not None and group.cue.has_source:
        found.append(DraftActor(Role.BY, sentence.span(group.cue.source_first, group.cue.source_last)))
        by = []
    for role, heads in ((Role.BY, by), (Role.AGAINST, against)):
        for head in heads:
            span = None if group.anchors_at(head) else noun_phrase(sentence, head, english)
            if span is not None and not (found and any(span.overlaps(actor.mention) for actor in found)):
                found.append(DraftActor(role, span))
                break
    return tuple(found)


def heads_of(sentence: Sentence, group: Group, english: English) -> tuple[list[int], list[int]]:
    """Tokens that may be the doer and whom it was done to, the likeliest first."""
    by: list[int] = []
    against: list[int] = []
    for first, last in dict.fromkeys(_verbs(group)):
        if _suffers(sentence, first, english):
            against += subjects_of(sentence, first)
        elif _falls(sentence, first, last):
            against += subjects_of(sentence, first)
            by += (k for k in sentence.children[last] if sentence.tokens[k].dep == "pobj")
        elif sentence.tokens[first].is_verb:
            by += [_meant(sentence, doer, english) for doer in subjects_of(sentence, first)]
            against += objects_of(sentence, first, last, english)
    for anchor in group.anchors:
        if anchor.part_of_speech == "noun":
            by += doers_of_noun(sentence, anchor.last, english)
            against += targets_of_noun(sentence, anchor.last, english)
            by += [] if by else blamed_for(sentence, anchor.last, english)
    for head in tuple(against):
        if is_ammunition(sentence, head, english):
            against += _aimed_at(sentence, head, english)
    if _moves_people(sentence, group, english):
        by, against = [], [*by, *(head for head in against if _is_done_to_people(sentence, head, english))]
    by = [head for head in by if not is_no_doer(sentence, _counted(sentence, head), english)]
    harmed = _harmed(group)
    against = [*(head for head in by if head in harmed), *against]
    by = [head for head in by if head not in harmed]
    return by, [head for head in against if _can_suffer(sentence, head, group, english)]


def _harmed(group: Group) -> set[int]:
    """The tokens of the people whom the group counts: in "13 killed, 43 hurt in rocket attacks" and "611 came
    out" they are the subject and did nothing to anybody. Who surrenders does."""
    tolls = (toll for toll in group.tolls if toll.harm is not Harm.SURRENDERED)
    return {i for toll in tolls for i in range(toll.first, toll.last + 1)}


def _counted(sentence: Sentence, head: int) -> int:
    """ "A number *of shells*": what is counted."""
    if sentence.lemmas[head] != "number":
        return head
    behind = (child for child in sentence.children[head] if sentence.lowers[child] == "of")
    return next((k for child in behind for k in sentence.children[child]), head)


def _aimed_at(sentence: Sentence, head: int, english: English) -> Iterator[int]:
    """ "fired ten shells *on the palace*"."""
    for child in sentence.children[head]:
        if sentence.lowers[child] != "of" and sentence.lowers[child] in english.events.target_prepositions:
            yield from (k for k in sentence.children[child] if sentence.tokens[k].dep == "pobj")


def _moves_people(sentence: Sentence, group: Group, english: English) -> bool:
    """ "Residents fled the town": those who flee do nothing to the town."""
    if group.event is not EventType.DISPLACEMENT:
        return False
    verbs = [a.first for a in group.anchors if a.part_of_speech == "verb"]
    return any(
        sentence.tokens[verb].lemma in english.events.moving or not sentence.has_child(verb, {"dobj"})
        for verb in verbs
    )


def _is_done_to_people(sentence: Sentence, head: int, english: English) -> bool:
    return person_class(sentence, head, english) is not None or sentence.tokens[head].pos == "NUM"


def _can_suffer(sentence: Sentence, head: int, group: Group, english: English) -> bool:
    """Whether the token may name whom or what it was done to: no time, no shell that was fired, nothing in
    which it only happened ("in addition").
    """
    token = sentence.tokens[head]
    if token.lower in english.tolls.none:
        return False  # "nobody was hurt"
    if is_period(sentence, head, english) or token.entity == "DATE" or token.lower in english.grammar.months:
        return False
    joined = sentence.lowers[token.head] if token.dep == "pobj" else ""
    if joined == "in" and not _is_whereabouts(sentence, head, english):
        return False
    fired = group.event in FIRED and is_ammunition(sentence, head, english)
    return not fired and not (joined == "from" and group.event in FIRED)


def _is_whereabouts(sentence: Sentence, head: int, english: English) -> bool:
    return is_place(sentence, head, english) or person_class(sentence, head, english) is not None


def _falls(sentence: Sentence, first: int, last: int) -> bool:
    """ "The town *fell to* the rebels": the subject did nothing."""
    return sentence.tokens[first].lemma == "fall" and sentence.lowers[last] == "to"


def _meant(sentence: Sentence, head: int, english: English) -> int:
    """Whom "who" or "which" stands for: a force or people right before it, no place and no thing."""
    if sentence.lowers[head] not in {"who", "which", "that"}:
        return head
    verb = sentence.tokens[sentence.heads[head]]
    if verb.dep != "relcl":
        return head
    noun = sentence.tokens[verb.head]
    who = sentence.lowers[head] == "who" and person_class(sentence, noun.i, english) is not None
    side = is_fighting(sentence, noun.i, english) or (noun.pos == "PROPN" and noun.i >= head - 2)
    return noun.i if who or side or noun.lemma in english.kinds.force else head


def _suffers(sentence: Sentence, verb: int, english: English) -> bool:
    """ "Nine soldiers died": whoever is the subject did nothing."""
    token = sentence.tokens[verb]
    return token.is_verb and token.lemma in english.suffering


def _verbs(group: Group) -> list[tuple[int, int]]:
    found = [(anchor.first, anchor.last) for anchor in group.anchors if anchor.part_of_speech == "verb"]
    found += [(harm.first, harm.last) for harm in group.harms]
    found += [(toll.harm_at, toll.harm_at) for toll in group.tolls]
    return found


def noun_phrase(sentence: Sentence, head: int, english: English) -> Span | None:
    """The noun phrase of token `head`, without relative clauses and most of what is attached behind.

    None when the token is no noun, or one for a time or an amount.
    """
    token = sentence.tokens[head]
    if token.entity == "DATE" or not (token.is_nominal or token.pos in {"ADJ", "DET"}):
        return None
    first = last = head
    for child in sentence.children[head]:
        if child < head:
            day = sentence.around[child - 1] in english.grammar.months  # "on May 12 rebels …"
            dated = day or sentence.tokens[child].entity == "DATE"
            if sentence.tokens[child].dep in PHRASE_DEPS and not dated:
                first = min(first, sentence.subtree(child)[0])
        elif sentence.lowers[child] == "of":
            last = max(last, min(sentence.subtree(child)[1], head + OF_PHRASE))
    while (
        first < head
        and sentence.tokens[first].pos in LEADING
        and not opens_quantity(sentence, first, english)
    ):
        first += 1
    for behind in sentence.tokens[head + 1 : last + 1]:
        attached = behind.is_verb and not is_said_of_people(sentence, behind, english)
        if attached or behind.lower in {"who", "which", "that", ","}:
            last = behind.i - 1
            break
    return sentence.span(first, whole_words(sentence, head, last))
