"""Which counted people came to which harm: the tolls of a sentence."""

from __future__ import annotations

from collections.abc import Sequence, Set

from dateline.coding.bare_numbers import FATALLY
from dateline.coding.counted import WITH, People
from dateline.coding.deeds import is_on_oneself
from dateline.coding.harmed import HarmReader
from dateline.coding.harms import (
    ASKING,
    HarmWord,
    SentenceToll,
    is_attempt,
    is_in_question,
    is_negated,
    is_passive_conjunct,
    is_presumed,
)
from dateline.coding.known_by_harm import is_known_by_harm
from dateline.coding.own_deaths import own_deaths
from dateline.coding.parts import Tolls, add_breakdown, add_parts, either_or
from dateline.coding.people import find_people
from dateline.coding.quantities import find_quantities
from dateline.coding.revisions import with_revisions
from dateline.coding.single_persons import PRONOUNS
from dateline.coding.spared import are_some, none_before
from dateline.coding.tokens import Sentence
from dateline.coding.toll_nouns import NounToll, find_noun_tolls
from dateline.coding.zeros import find_zeros, zero_toll
from dateline.model import Harm
from dateline.ontology.english import English, Opens

TAKEN = frozenset({Harm.KILLED, Harm.INJURED, Harm.CAPTURED})
"""Harms of which a person who is known by name or from before is a toll of one."""

HURT = frozenset({Harm.KILLED, Harm.INJURED})
"""Harms of which a person who is told by name alone is a toll of one."""

OPENING = (Opens.TOLL_NOUN, Opens.NO_HARM, Opens.OWN_DEATH)
"""What can tell of a toll besides words of harm."""

PARTICIPLES = ("ed", "shot", "hurt", "slain")
"""How verbs of harm end that a headline mostly has in the passive."""

DEAD = frozenset({"body", "corpse", "dead"})
"""Nouns for people who came to no other harm."""

RISEN, AFTER = frozenset({"rise", "rises", "rose", "risen", "climbed", "grew"}), frozenset({"after", "when"})
"""How a toll grows, and what leads on to those by whom it does."""

JOINED = 3
"""Words from "killed" to "injured" where both are said of the same number."""

MOVED = frozenset({Harm.EVACUATED, Harm.DISPLACED, Harm.BESIEGED, Harm.SURRENDERED})
"""Harms that news tells of many people: "a man" who left home is no toll of them."""

FATAL = FATALLY | {"fatal", "mortal"}
"""Words before "injuries" that the injured died of."""


def find_tolls(
    sentence: Sentence, words: Sequence[HarmWord], english: English, speakers: Set[int] = frozenset()
) -> tuple[SentenceToll, ...]:
    """The tolls of a sentence, left to right, each once; `words` are its words of harm.

    Tokens of `speakers` name nobody harmed.
    """
    if not (words or any(map(sentence.places, OPENING))):
        return ()
    quantities = find_quantities(sentence, english)
    counted = find_people(sentence, quantities, english)
    nouns: tuple[NounToll, ...] = ()
    if sentence.places(Opens.TOLL_NOUN):
        nouns = tuple(find_noun_tolls(sentence, quantities, counted, english))
    people = [group for group in _with_noun_tolls(counted, nouns) if not _is_speaker(group, speakers)]
    tolls: Tolls = {}
    for noun in nouns:
        word = HarmWord(noun.harm, noun.noun, noun.noun_last, "toll")
        tolls[noun.harm, noun.group.first] = _toll(sentence, word, noun.group)
    own = list(own_deaths(sentence, words, people, english))
    tolls |= {(toll.harm, toll.first): toll for toll in own}
    reader = HarmReader(sentence, people, words, english)
    _add_harmed(reader, nouns, tolls)
    _add_them(reader, tolls)
    _drop_own_wounds(own, tolls)
    for zero in find_zeros(sentence, words, english):
        overlapping = (toll.first <= zero.last and zero.first <= toll.last for toll in _of(zero.harm, tolls))
        if not any(overlapping):
            tolls.setdefault((zero.harm, zero.first), zero)
    add_breakdown(sentence, people, tolls)
    add_parts(sentence, people, tolls)
    with_revisions(sentence, people, tolls, english)
    told = [
        toll
        for toll in tolls.values()
        if _says_a_number(sentence, toll)
        and not _is_rate(sentence, toll, english)
        and not _is_shot_dead(sentence, toll, tolls, english)
        and not is_known_by_harm(sentence, toll, tolls, english)
    ]
    if len(told) < 2:
        return tuple(told)
    return tuple(sorted(either_or(sentence, told), key=lambda toll: (toll.first, toll.harm)))


def _drop_own_wounds(own: Sequence[SentenceToll], tolls: Tolls) -> None:
    """Who shot himself and may have died of it is not one more who was hurt."""
    for toll in own:
        hurt = tolls.get((Harm.INJURED, toll.first))
        if hurt is not None and hurt.high == toll.high:
            del tolls[Harm.INJURED, toll.first]


def _is_speaker(group: People, speakers: Set[int]) -> bool:
    """Whether people are who says it, by themselves or by name: "wounded five others, *the mayor, Ali Hasan*,
    said"."""
    return group.first in speakers or (group.low == group.high == 1 and group.last in speakers)


def _of(harm: Harm, tolls: Tolls) -> list[SentenceToll]:
    return [toll for toll in tolls.values() if toll.harm == harm]


def _is_rate(sentence: Sentence, toll: SentenceToll, english: English) -> bool:
    """ "still claiming about ten lives a day"."""
    if not sentence.places(Opens.RATE):
        return False
    behind = max(toll.last, toll.harm_at) + 1
    rates = english.tolls.rates_by_first
    return any(
        sentence.first_standing(at, rates.get(sentence.lower(at), ())) for at in {toll.last + 1, behind}
    )


def _is_shot_dead(sentence: Sentence, toll: SentenceToll, tolls: Tolls, english: English) -> bool:
    """ "a man was shot and died", "fatally wounding a man": whom the sentence counts among the dead is not
    hurt."""
    dead = tolls.get((Harm.KILLED, toll.first))
    if dead is None or toll.harm is not Harm.INJURED:
        return False
    if is_presumed(sentence, toll.harm_at, english.harms[toll.harm]):
        return True
    apart = (
        toll.low == toll.high == 1 and abs(dead.harm_at - toll.harm_at) > JOINED
    )  # "48 killed and injured" says both
    suffered = sentence.lemmas[toll.harm_at] in english.harms[toll.harm].agent
    fatal = dead.harm_at == toll.harm_at and suffered  # "one suffering fatal injuries"
    return apart or fatal or sentence.lower(toll.harm_at - 1) in FATAL


def _says_a_number(sentence: Sentence, toll: SentenceToll) -> bool:
    """ "many" and "some" tell none; "tens" is one that nobody can put in figures."""
    return toll.low is not None or toll.high is not None or sentence.lowers[toll.first] == "tens"


def _add_harmed(reader: HarmReader, nouns: Sequence[NounToll], tolls: Tolls) -> None:
    """Adds what the words of harm are said of; people that a noun of toll counts have theirs already."""
    sentence, counted = reader.sentence, {noun.group.first for noun in nouns}
    for word in reader.words:
        if is_attempt(sentence, word, reader.english) or is_negated(sentence, word):
            continue
        if is_in_question(sentence, word):
            continue
        if nouns and any(noun.noun <= word.first <= noun.noun_last for noun in nouns):
            continue
        for group in sorted(reader.harmed(word), key=lambda group: group.first):
            if group.first in counted or not _fits(reader, word, group):
                continue
            opening = none_before(sentence, group, word, reader.english)
            if opening is not None and word.last < opening - 1:
                continue  # "killed 15 people, not one of them a fighter"
            if opening is not None:
                tolls.setdefault((word.harm, group.first), _none(sentence, word, group, opening))
                break  # nor were those who are listed with them
            if are_some(sentence, group, word, reader.english):
                break
            tolls.setdefault((word.harm, group.first), _toll(sentence, word, group))


def _add_them(reader: HarmReader, tolls: Tolls) -> None:
    """ "lined up 12 men and shot them dead", "shot three men, killing them instantly": the people before."""
    sentence = reader.sentence
    for word in reader.words:
        beside = sentence.around[word.first - 1], sentence.around[word.last + 1]
        if word.harm is not Harm.KILLED or word.how not in {"patient", "state"} or "them" not in beside:
            continue
        if sentence.around[word.first - 2] == "of":
            continue  # "one of them fatally"
        before = [toll for toll in tolls.values() if toll.last < word.first and toll.harm is Harm.INJURED]
        shot = [t for t in before if is_presumed(sentence, t.harm_at, reader.english.harms[t.harm])]
        told = [group for group in reader.people if group.last < word.first and group.low != 1]
        starts = {toll.first for toll in shot} or {group.first for group in told[-1:]}
        for group in reader.people:
            if group.first in starts and (Harm.KILLED, group.first) not in tolls:
                tolls[Harm.KILLED, group.first] = _toll(sentence, word, group)


def _fits(reader: HarmReader, word: HarmWord, group: People) -> bool:
    """Some verbs harm only whom they name ("lost 23 men"); "one" by itself may be anything."""
    sentence, named = reader.sentence, reader.english.harms[word.harm].patient_named
    noun = "" if group.head is None else sentence.lemmas[group.head]
    other_harm = word.harm is not Harm.KILLED and noun in DEAD  # "12 bodies and 34 wounded people"
    if other_harm or (sentence.tokens[word.first].lemma in named and not noun):
        return False
    single = group.named and word.harm not in HURT
    if single or (group.article and (word.harm in MOVED or _acts(sentence, word, group))):
        return False
    shot = is_presumed(sentence, word.first, reader.english.harms[word.harm])
    pronoun = group.definite and sentence.lowers[group.first] in PRONOUNS - {"another"}
    if pronoun and not (shot or word.harm is Harm.KILLED):
        return False
    if group.definite and (not (shot or word.harm in TAKEN) or _is_asked(sentence, group)):
        return False
    return not (group.bare and sentence.lowers[group.first] == "one") or _is_one_of_people(
        reader, word, group
    )


def _is_one_of_people(reader: HarmReader, word: HarmWord, group: People) -> bool:
    """ "one of them was wounded", "killing two insurgents and detaining one", not "killing one another"."""
    sentence = reader.sentence
    if word.harm is Harm.KILLED:
        return sentence.lower(group.last + 1) != "another"
    behind = sentence.lower(group.last + 1), sentence.lower(group.last + 2)
    told = any(one.head is not None and one.last < group.first for one in reader.people)
    recalls = told and word.last == group.first - 1
    return recalls or behind in {("of", "them"), ("of", "whom"), ("of", "the")}


def _is_asked(sentence: Sentence, group: People) -> bool:
    """ "to determine if the leader was among those killed": nobody knows."""
    return not ASKING.isdisjoint(sentence.lowers[max(0, group.first - 2) : group.first])


def _acts(sentence: Sentence, word: HarmWord, group: People) -> bool:
    """ "a gunman killed civilians", "the leader planned and executed attacks": a person before a verb that
    is no participle does the harm."""
    verb = sentence.tokens[word.first]
    if word.how != "patient" or group.last > word.first:
        return False
    if is_on_oneself(sentence, word):
        return False
    has_object = sentence.has_child(word.first, {"dobj", "obj"})
    if sentence.title and verb.lower.endswith(PARTICIPLES):
        return has_object  # "Man killed in attack"
    return has_object or not (verb.tag == "VBN" or is_passive_conjunct(sentence, word.first))


def _with_noun_tolls(people: Sequence[People], nouns: Sequence[NounToll]) -> list[People]:
    """The groups in order, those that a toll noun counts in the place of the bare numbers."""
    if not nouns:
        return list(people)
    groups = [noun.group for noun in nouns]
    kept = [
        p
        for p in people
        if not any(g.first <= p.first <= g.last or p.first <= g.first <= p.last for g in groups)
    ]
    return sorted([*kept, *groups], key=lambda group: group.first)


def _is_portrait(sentence: Sentence, word: HarmWord, group: People) -> bool:
    """ "said Yusuf, a teacher who was wounded": one of those whom the story counts elsewhere."""
    alone = sentence.lowers[word.last + 1 : word.last + 3] not in WITH
    own = sentence.heads[group.last] == word.first  # "the hospital where he died"
    clause = sentence.tokens[word.first].dep == "relcl" and not own
    return group.article and group.last < word.first and alone and clause


def _toll(sentence: Sentence, word: HarmWord, group: People) -> SentenceToll:
    first, last = group.first, group.last
    if group.bare:  # a bare number is told with its word of harm: "55 wounded", "killing six"
        if word.last == first - 1:
            first = word.first
        elif word.first == last + 1 or (word.first > last and word.last - last <= 3):
            last = word.last
    return SentenceToll(
        harm=word.harm,
        low=group.low,
        high=group.high,
        approximate=group.approximate,
        victims=group.victims,
        subset=group.subset
        or _are_more_dead(word, group)
        or _is_portrait(sentence, word, group)
        or _are_in_toll(sentence, word),
        first=first,
        last=last,
        harm_at=word.first,
        mention=sentence.span(*_with_also(sentence, word, first, last)),
        rule=f"harms/{word.harm}/{word.how}/{sentence.lowers[word.first]}",
    )


def _none(sentence: Sentence, word: HarmWord, group: People, opening: int) -> SentenceToll:
    """ "none of the 14 people was hurt": a toll of zero."""
    first, last = min(opening, word.first), max(group.last, word.last)
    return zero_toll(sentence, word.harm, first, last, group.victims)


def _are_more_dead(word: HarmWord, group: People) -> bool:
    """ "Two more died": they are among those whom the story counts, and were hurt before."""
    return group.more and word.how == "agent" and word.harm is Harm.KILLED


def _are_in_toll(sentence: Sentence, word: HarmWord) -> bool:
    """ "the toll rose to 31 after seven people died": the seven are among the 31."""
    if word.how != "agent" or word.harm is not Harm.KILLED:
        return False
    return any(
        sentence.lowers[at] == "toll" and _rose_after(sentence, at, word.first)
        for at in sentence.places(Opens.TOLL_NOUN)
    )


def _rose_after(sentence: Sentence, toll: int, death: int) -> bool:
    between = sentence.lowers[toll:death]
    return toll < death and not RISEN.isdisjoint(between) and not AFTER.isdisjoint(between)


def _with_also(sentence: Sentence, word: HarmWord, first: int, last: int) -> tuple[int, int]:
    """The people's words with the "also" that says that they come on top of others."""
    if last < word.first and "also" in sentence.lowers[last + 1 : word.first]:
        also = sentence.lowers.index("also", last + 1)
        # Of a list only the last stands with it.
        return first, last if "and" in sentence.lowers[last + 1 : also] else also
    if word.first < first and sentence.lower(word.first - 1) == "also":
        return word.first - 1, last
    return first, last
