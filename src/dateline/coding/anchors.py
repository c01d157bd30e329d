"""Where a sentence says that something happened: triggers of the lexicon whose conditions hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.coding.people import person_class
from dateline.coding.tokens import Sentence, Token
from dateline.model import EventType, Victims
from dateline.ontology.english import English, Trigger, Words

GAP = 3
"""How many words may stand between a verb and the particle or object of its phrase."""

FORCE_NOUNS = frozenset(
    {
        "army",
        "military",
        "force",
        "forces",
        "troop",
        "troops",
        "unit",
        "units",
        "rebel",
        "militant",
        "fighter",
        "regime",
        "government",
        "militia",
        "insurgent",
        "police",
        "group",
        "brigade",
        "coalition",
        "soldier",
        "gunman",
        "gunmen",
        "jihadist",
        "taliban",
        "hezbollah",
        "guerrilla",
        "guerrillas",
        "guard",
        "front",
        "faction",
        "opposition",
        "terrorist",
        "marine",
        "infantry",
        "tank",
        "side",
        "warplane",
        "aircraft",
        "helicopter",
        "ally",
        "allies",
        "commando",
        "battalion",
        "they",
        "it",
        "he",
        "who",
        "which",
        "that",
        "we",
        "separatist",
        "paramilitary",
        "isil",
        "isis",
        "daesh",
        "navy",
        "attacker",
        "assailant",
        "fighters",
        "loyalist",
        "patrol",
        "alliance",
        "peshmerga",
        "convoy",
        "jet",
        "drone",
    }
)  # noqa: E501 - one list
PLACE_NOUNS = frozenset(
    {
        "town",
        "city",
        "village",
        "district",
        "neighborhood",
        "neighbourhood",
        "area",
        "province",
        "territory",
        "base",
        "airport",
        "airbase",
        "position",
        "checkpoint",
        "hill",
        "road",
        "highway",
        "crossing",
        "bridge",
        "camp",
        "region",
        "border",
        "building",
        "stronghold",
        "suburb",
        "quarter",
        "street",
        "post",
        "ground",
        "front",
        "plain",
        "farm",
        "hilltop",
        "outpost",
        "countryside",
        "part",
        "half",
        "most",
        "enclave",
        "island",
        "facility",
        "square",
        "station",
        "headquarters",
        "barracks",
        "port",
        "dam",
        "mountain",
        "valley",
        "field",
        "capital",
        "hospital",
        "control",
        "land",
        "pocket",
        "sector",
        "citadel",
        "ruins",
        "settlement",
    }
)  # noqa: E501 - one list
DEAL_NOUNS = frozenset({"deal", "agreement", "accord", "pact", "treaty", "memorandum", "truce", "ceasefire"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """Tokens `first` to `last` trigger an event; `event` is None for an attack of unknown kind."""

    first: int
    last: int
    event: EventType | None
    part_of_speech: str
    rule: str
    definite: bool
    otherwise: EventType | None = None


def find_anchors(sentence: Sentence, english: English) -> tuple[Anchor, ...]:
    """The triggers of a sentence whose conditions hold, left to right, none inside another."""
    found: list[Anchor] = []
    i = 0
    while i < len(sentence):
        anchor = _anchor_at(sentence, i, english)
        if anchor is None:
            i += 1
            continue
        found.append(anchor)
        i = max(anchor.last, i) + 1 if anchor.part_of_speech != "verb" else i + 1
    return tuple(found)


def _anchor_at(sentence: Sentence, i: int, english: English) -> Anchor | None:
    token = sentence.tokens[i]
    by_first = english.triggers_by_first
    seen: list[Trigger] = [*by_first.get(token.lower, ())]
    if token.lemma != token.lower:
        seen += by_first.get(token.lemma, ())
    for trigger in sorted(seen, key=lambda t: -len(t.words)):
        last = _match(sentence, i, trigger)
        if last is None or not _holds(sentence, i, last, trigger, english):
            continue
        return Anchor(
            i,
            last,
            trigger.event,
            trigger.part_of_speech,
            trigger.rule,
            _is_definite(sentence, i, last, trigger),
            trigger.otherwise,
        )
    return None


def _match(sentence: Sentence, i: int, trigger: Trigger) -> int | None:
    """The last token of the trigger's words from token `i` on, or None."""
    token = sentence.tokens[i]
    if trigger.part_of_speech == "verb":
        if not _is_verb_here(token, sentence):
            return None
        return _with_gaps(sentence, i, trigger.words)
    if not sentence.matches(i, trigger.words):
        return None
    last = i + len(trigger.words) - 1
    if trigger.part_of_speech == "noun":
        end = sentence.tokens[last]
        if token.entity in {"DATE", "TIME"} or token.lower == "according":
            return None
        if end.is_verb and end.tag not in {"VBG", "NN"} and len(trigger.words) == 1:
            return None
        following = sentence.tokens[last + 1] if last + 1 < len(sentence) else None
        if (
            following is not None
            and following.tag in {"NN", "NNS"}
            and end.dep == "compound"
            and following.text.islower()
        ):
            if following.lemma in {
                "victim",
                "survivor",
                "site",
                "scene",
                "zone",
                "line",
                "force",
                "aircraft",
                "plane",
                "group",
                "campaigner",
                "crime",
                "expert",
                "monitor",
                "command",
                "helicopter",
                "jet",
                "ground",
                "field",
                "veteran",
                "deal",
                "talk",
                "plan",
            }:
                return None
    return last


DESCRIBING = frozenset({"battle", "fight", "hold", "control"})
"""Verbs whose participle behind a noun says what a side is ("a coalition battling …"), not what happened."""


PARTICLES = frozenset(
    {
        "on",
        "for",
        "to",
        "upon",
        "into",
        "of",
        "at",
        "off",
        "up",
        "down",
        "out",
        "over",
        "back",
        "in",
        "with",
        "away",
        "from",
    }
)


def _is_verb_here(token: Token, sentence: Sentence) -> bool:
    if token.is_verb:
        if token.dep == "acl" and token.tag == "VBG" and token.lemma in DESCRIBING:
            return False
        return not (token.dep == "amod" and token.tag == "VBN")
    # Headlines and lost commas make the parser take verbs for nouns; a verb's ending and an object tell.
    if (
        token.tag in {"NNS", "VBZ"}
        and token.lower.endswith("s")
        and token.i > 0
        and token.dep in {"ROOT", "ccomp"}
    ):
        return token.i + 1 < len(sentence) and sentence.tokens[token.i + 1].pos in {
            "NUM",
            "DET",
            "PROPN",
            "NOUN",
            "ADJ",
        }
    return False


def _with_gaps(sentence: Sentence, i: int, words: Words) -> int | None:
    at = i
    for word in words[1:]:
        particle = word in PARTICLES and len(words) == 2
        for k in range(at + 1, min(at + 2 + GAP, len(sentence))):
            token = sentence.tokens[k]
            if particle and k > at + 1 and sentence.tokens[k - 1].pos not in {"ADV", "PRON"}:
                return None
            if word in (token.lower, token.lemma):
                at = k
                break
        else:
            return None
    return at


def _is_definite(sentence: Sentence, first: int, last: int, trigger: Trigger) -> bool:
    if trigger.part_of_speech != "noun":
        return False
    for k in range(first - 1, max(-1, first - 4), -1):
        lower = sentence.lowers[k]
        if lower == "that" and sentence.tokens[k].dep == "mark":
            return False
        if lower in {"the", "this", "that", "these", "those", "such", "its", "their", "his", "any"}:
            following = sentence.lowers[last + 1 : last + 2]
            return following not in {("on",), ("of",), ("by",), ("against",), ("between",), ("in",), ("at",)}
        if sentence.tokens[k].pos not in {"ADJ", "NOUN", "PROPN"}:
            return False
    return False


def _holds(sentence: Sentence, first: int, last: int, trigger: Trigger, english: English) -> bool:
    if trigger.part_of_speech == "verb":
        if trigger.subjects and not _any_is(
            sentence, subjects_of(sentence, first), trigger.subjects, english
        ):
            return False
        if trigger.objects and not _any_is(
            sentence, objects_of(sentence, first, last), trigger.objects, english
        ):
            return False
    if trigger.part_of_speech == "verb" and trigger.if_object:
        objects = [
            o for o in objects_of(sentence, first, last) if sentence.tokens[o].entity not in {"DATE", "TIME"}
        ]
        if objects and not _any_is(sentence, tuple(objects), trigger.if_object, english):
            return False
    if trigger.needs == "number":
        return any(
            token.pos == "NUM" or token.lower in {"dozens", "hundreds", "thousands", "scores"}
            for token in sentence.tokens
        )
    if trigger.needs == "deed":
        return any(
            t.words and t.event not in {None}
            for k in range(len(sentence))
            if not first <= k <= last
            for t in (
                *english.triggers_by_first.get(sentence.lowers[k], ()),
                *english.triggers_by_first.get(sentence.tokens[k].lemma, ()),
            )
            if len(t.words) == 1
        )
    return True


def subjects_of(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Who does it: subjects of the active verb, the by-phrase of the passive; shared over coordinations."""
    found: list[int] = []
    seen = set()
    at: int | None = verb
    while at is not None and at not in seen:
        seen.add(at)
        passive = any(sentence.tokens[c].dep in {"nsubjpass", "auxpass"} for c in sentence.children[at])
        for child in sentence.children[at]:
            dep = sentence.tokens[child].dep
            if dep == "nsubj" and not passive and child < verb:
                found.append(child)
            if dep == "agent" or (
                dep == "prep"
                and sentence.lowers[child] == "by"
                and (passive or sentence.tokens[at].tag == "VBN")
            ):
                found += [k for k in sentence.children[child] if sentence.tokens[k].dep == "pobj"]
        if found:
            break
        token = sentence.tokens[at]
        if token.dep == "relcl" and not passive:
            found.append(token.head)
            break
        at = (
            token.head
            if token.dep in {"conj", "xcomp", "advcl", "acl"} and token.head != at and not passive
            else None
        )
    return tuple(_with_conjuncts(sentence, found))


def objects_of(sentence: Sentence, verb: int, last: int) -> tuple[int, ...]:
    """What it is done to: objects of the active verb, the subject of the passive, objects of its preposition."""
    found: list[int] = []
    for at in {verb, last}:
        for child in sentence.children[at]:
            dep = sentence.tokens[child].dep
            if dep in {"dobj", "nsubjpass", "obj"}:
                found.append(child)
            if dep == "prep" and sentence.lowers[child] in {
                "into",
                "on",
                "at",
                "of",
                "over",
                "to",
                "against",
                "in",
                "from",
            }:
                found += [k for k in sentence.children[child] if sentence.tokens[k].dep == "pobj"]
            if dep == "prt":
                found += [k for k in sentence.children[child] if sentence.tokens[k].dep == "pobj"]
    token = sentence.tokens[verb]
    if token.dep in {"acl", "relcl"} and token.tag == "VBN":
        found.append(token.head)
    return tuple(_with_conjuncts(sentence, sorted(set(found))))


def _with_conjuncts(sentence: Sentence, heads: list[int]) -> Iterator[int]:
    for head in heads:
        yield head
        for child in sentence.children[head]:
            if sentence.tokens[child].dep == "conj" and sentence.tokens[child].is_nominal:
                yield child
            if sentence.lowers[child] == "of":
                yield from (k for k in sentence.children[child] if sentence.tokens[k].dep == "pobj")


def _any_is(sentence: Sentence, heads: tuple[int, ...], kinds: frozenset[str], english: English) -> bool:
    return any(is_kind(sentence, head, kind, english) for head in heads for kind in kinds)


def is_kind(sentence: Sentence, i: int, kind: str, english: English) -> bool:  # noqa: PLR0911 - one return a kind
    """Whether the noun phrase of token `i` is a force, place, person, weapon, deal, attack or thing."""
    token = sentence.tokens[i]
    if kind == "force":
        return (
            token.lower in FORCE_NOUNS
            or token.lemma in FORCE_NOUNS
            or token.entity in {"ORG", "NORP", "GPE"}
            or person_class(sentence, i, english) is Victims.COMBATANT
            or token.pos == "PROPN"
        )
    if kind == "place":
        return (
            token.lower in PLACE_NOUNS
            or token.lemma in PLACE_NOUNS
            or token.entity in {"GPE", "LOC", "FAC"}
            or (token.pos == "PROPN" and token.entity not in {"PERSON", "DATE"})
        )
    if kind == "person":
        return person_class(sentence, i, english) is not None or token.lower in {"them", "him", "her", "who"}
    if kind == "deal":
        return token.lemma in DEAL_NOUNS
    if kind == "attack":
        return token.lemma in {
            "attack",
            "strike",
            "blast",
            "explosion",
            "raid",
            "bombing",
            "bombardment",
            "airstrike",
            "shelling",
            "bomber",
            "fire",
            "gunfire",
            "assault",
            "round",
        }
    if kind == "weapon":
        return any(
            token.lemma == words[-1] or token.lower == words[-1]
            for _, phrases in english.weapons
            for words in phrases
        ) or token.lemma in {"weapon", "arm", "ammunition", "arms"}
    return token.pos == "NOUN" and person_class(sentence, i, english) is None
