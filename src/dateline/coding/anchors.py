"""Where a sentence says that something happened: triggers of the lexicon whose conditions hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.coding.conditions import holds
from dateline.coding.event_nouns import is_event_noun
from dateline.coding.person_nouns import is_said_of_people
from dateline.coding.tokens import Sentence, Token
from dateline.model import EventType
from dateline.ontology.english import English, Opens, Trigger, Words

GAP = 3
"""How many words may stand between a verb and the particle or object of its phrase."""

OBJECT_OPENINGS = frozenset({"NUM", "DET", "PROPN", "NOUN", "ADJ"})


STANDING_IN = frozenset({"it", "which", "that"})
"""Subjects that stand for a noun told before."""


class Anchor(NamedTuple):
    """Tokens `first` to `last` trigger an event; `event` is None for an attack of unknown kind.

    `definite` for a noun that may recall an event told before ("the attack"), `one_sided` for a word
    that tells of one side of a fight only ("opened fire").
    """

    first: int
    last: int
    event: EventType | None
    part_of_speech: str
    rule: str
    definite: bool
    otherwise: EventType | None = None
    one_sided: bool = False


def find_anchors(sentence: Sentence, english: English) -> tuple[Anchor, ...]:
    """The triggers of a sentence whose conditions hold, left to right; of nouns and phrases none
    inside another.
    """
    places = sentence.places(Opens.TRIGGER)
    idle = in_idioms(sentence, english) if places else set()
    found: list[Anchor] = []
    behind = 0
    for i in places:
        anchor = None if i < behind or i in idle else _anchor_at(sentence, i, english)
        if anchor is not None and not _is_idiom_of_it(sentence, i, english):
            found.append(anchor)
            # A verb's words may have others between them: what stands there is looked at for itself.
            behind = 0 if anchor.part_of_speech == "verb" else anchor.last + 1
    return tuple(found)


def in_idioms(sentence: Sentence, english: English) -> set[int]:
    """The tokens of phrases in which a trigger tells of no event ("a great deal", "declined to comment"), and
    of what a place is known for."""
    found = set(_known_for(sentence, english))
    forms = sentence.forms
    for i in sentence.places(Opens.IDIOM):
        by_second = english.idioms_by_forms[forms[i]]
        for second in {"", *forms[i + 1]}:
            for words in by_second.get(second, ()):
                if sentence.matches(i, words):
                    found.update(range(i, i + len(words)))
    return found


def _known_for(sentence: Sentence, english: English) -> Iterator[int]:
    """ "around Halabja, *the site of a chemical attack in 1988*": the tokens behind the noun."""
    for i, lower in enumerate(sentence.lowers):
        if lower not in english.events.known_for or sentence.lower(i + 1) != "of":
            continue
        before = sentence.token(i - 1 - (sentence.lower(i - 1) == "the"))
        apposed = sentence.deps[i] == "appos" and before is not None and before.lower == ","
        if apposed or (before is not None and before.pos == "PROPN"):
            yield from range(i + 1, sentence.subtree(i + 1)[1] + 1)


def _is_idiom_of_it(sentence: Sentence, verb: int, english: English) -> bool:
    """ "was cleaning his gun when *it went off*": an idiom whose noun stands before, as "it"."""
    before = [child for child in sentence.children[verb] if child < verb and sentence.deps[child] == "nsubj"]
    if STANDING_IN.isdisjoint(sentence.lowers[child] for child in before):
        return False
    return any(
        sentence.matches(verb, words[1:])
        for i in sentence.places(Opens.IDIOM)
        if i < verb - 1
        for words in english.idioms.get(sentence.lemmas[i], ())
        if len(words) > 2
    )


def _anchor_at(sentence: Sentence, i: int, english: English) -> Anchor | None:
    token = sentence.tokens[i]
    is_verb: bool | None = None  # not asked yet
    following = sentence.forms[i + 1]
    for trigger in english.triggers_by_forms[sentence.forms[i]]:
        if trigger.second and trigger.second not in following:
            continue
        if trigger.part_of_speech == "verb":
            is_verb = _is_verb(sentence, token, english) if is_verb is None else is_verb
            last = _match_with_gaps(sentence, i, trigger.words, english) if is_verb else None
        else:
            last = _match(sentence, i, trigger, english)
        if last is not None and holds(sentence, i, last, trigger, english):
            return Anchor(
                first=i,
                last=last,
                event=trigger.event,
                part_of_speech=trigger.part_of_speech,
                rule=trigger.rule,
                definite=trigger.part_of_speech == "noun" and _is_definite(sentence, i, last, english),
                otherwise=trigger.otherwise,
                one_sided=trigger.one_sided,
            )
    return None


def _match(sentence: Sentence, i: int, trigger: Trigger, english: English) -> int | None:
    """The last token of a noun's or a phrase's words from token `i` on, which is the first, or None."""
    if len(trigger.words) > 1 and not sentence.matches(i, trigger.words):
        return None
    last = i + len(trigger.words) - 1
    if trigger.part_of_speech == "noun":
        verb = trigger.otherwise is not None and last == i and sentence.tokens[i].tag == "VBG"
        if verb or not is_event_noun(sentence, i, last, english):
            return None  # "striking a man in the arm" is no strike
    return last


def _is_verb(sentence: Sentence, token: Token, english: English) -> bool:
    if token.is_verb:
        if token.dep == "acl" and token.tag == "VBG" and token.lemma in english.events.describing:
            return False
        if token.dep == "amod" and token.tag in {"VBN", "VBG"}:
            return False
        return token.tag != "VBG" or not is_said_of_people(sentence, token, english)
    # Headlines and lost commas make the parser take verbs for nouns; a verb's ending and an object tell.
    following = sentence.token(token.i + 1)
    return (
        token.tag in {"NNS", "VBZ"}
        and token.lower.endswith("s")
        and token.i > 0
        and token.dep in {"ROOT", "ccomp"}
        and following is not None
        and following.pos in OBJECT_OPENINGS
    )


def _match_with_gaps(sentence: Sentence, i: int, words: Words, english: English) -> int | None:
    """The last token of a verb's phrase whose words may have others between them ("take full control")."""
    if len(words) == 1:
        return i
    at = i
    particle = len(words) == 2 and words[1] in english.events.particles
    for word in words[1:]:
        found = _within_gap(sentence, at, word, particle)
        if found is None:
            return None
        at = found
    return at


def _within_gap(sentence: Sentence, at: int, word: str, particle: bool) -> int | None:
    """Where the next word stands; only adverbs and pronouns stand before a particle ("take it over")."""
    lowers, lemmas = sentence.lowers, sentence.lemmas
    if word not in lowers[at + 1 : at + 2 + GAP] and word not in lemmas[at + 1 : at + 2 + GAP]:
        return None
    for k in range(at + 1, min(at + 2 + GAP, len(lowers))):
        if particle and k > at + 1 and sentence.tokens[k - 1].pos not in {"ADV", "PRON"}:
            return None
        if word in (lowers[k], lemmas[k]):
            return k
    return None


def _is_definite(sentence: Sentence, first: int, last: int, english: English) -> bool:
    for k in range(first - 1, max(-1, first - 4), -1):
        token = sentence.tokens[k]
        if token.lower == "that" and token.dep == "mark":
            return False
        if token.lower in english.events.definite:
            return sentence.lower(last + 1) not in english.events.introduced
        if token.pos not in {"ADJ", "NOUN", "PROPN"}:
            return False
    return False
