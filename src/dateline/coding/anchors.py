"""Where a sentence says that something happened: triggers of the lexicon whose conditions hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.coding.noun_kinds import any_is
from dateline.coding.participants import direct_objects, objects_of, subjects_of, targets_of_noun
from dateline.coding.person_nouns import is_said_of_people
from dateline.coding.tokens import Sentence, Token
from dateline.model import EventType
from dateline.ontology.english import English, Trigger, Words

GAP = 3
"""How many words may stand between a verb and the particle or object of its phrase."""

COUNTED_WITHIN = 4
"""How far before a noun the number that it needs may stand."""

LONG_WORD = 4
"""Letters of a word that a headline prints with a capital."""

OBJECT_OPENINGS = frozenset({"NUM", "DET", "PROPN", "NOUN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """Tokens `first` to `last` trigger an event; `event` is None for an attack of unknown kind.

    `definite` for a noun that may recall an event told before ("the attack").
    """

    first: int
    last: int
    event: EventType | None
    part_of_speech: str
    rule: str
    definite: bool
    otherwise: EventType | None = None


def find_anchors(sentence: Sentence, english: English) -> tuple[Anchor, ...]:
    """The triggers of a sentence whose conditions hold, left to right; of nouns and phrases none
    inside another.
    """
    found: list[Anchor] = []
    idle = _in_idioms(sentence, english)
    i = 0
    while i < len(sentence):
        anchor = None if i in idle else _anchor_at(sentence, i, english)
        if anchor is not None:
            found.append(anchor)
        # A verb's words may have others between them: what stands there is looked at for itself.
        i = i + 1 if anchor is None or anchor.part_of_speech == "verb" else anchor.last + 1
    return tuple(found)


def _in_idioms(sentence: Sentence, english: English) -> set[int]:
    """The tokens of phrases in which a trigger tells of no event ("a great deal", "declined to comment")."""
    found: set[int] = set()
    for token in sentence.tokens:
        idioms = english.idioms.get(token.lemma) or english.idioms.get(token.lower) or ()
        for words in idioms:
            if sentence.matches(token.i, words):
                found.update(range(token.i, token.i + len(words)))
    return found


def _anchor_at(sentence: Sentence, i: int, english: English) -> Anchor | None:
    for trigger in _triggers_at(sentence.tokens[i], english):
        last = _match(sentence, i, trigger, english)
        if last is not None and _holds(sentence, i, last, trigger, english):
            return Anchor(
                first=i,
                last=last,
                event=trigger.event,
                part_of_speech=trigger.part_of_speech,
                rule=trigger.rule,
                definite=trigger.part_of_speech == "noun" and _is_definite(sentence, i, last, english),
                otherwise=trigger.otherwise,
            )
    return None


def _triggers_at(token: Token, english: English) -> list[Trigger]:
    """Triggers that may start with the token as printed or as a lemma, longest first."""
    found = [*english.triggers_by_first.get(token.lower, ())]
    if token.lemma != token.lower:
        found += english.triggers_by_first.get(token.lemma, ())
    return sorted(found, key=lambda trigger: -len(trigger.words))


def _match(sentence: Sentence, i: int, trigger: Trigger, english: English) -> int | None:
    """The last token of the trigger's words from token `i` on, or None."""
    if trigger.part_of_speech == "verb":
        if not _is_verb(sentence, sentence.tokens[i], english):
            return None
        return _match_with_gaps(sentence, i, trigger.words, english)
    if not sentence.matches(i, trigger.words):
        return None
    last = i + len(trigger.words) - 1
    if trigger.part_of_speech == "noun" and not _is_noun(sentence, i, last, english):
        return None
    return last


def _is_noun(sentence: Sentence, first: int, last: int, english: English) -> bool:
    """Whether tokens `first` to `last` are a noun that tells of an event, no verb, day or part of a name."""
    token, end = sentence.tokens[first], sentence.tokens[last]
    if token.entity == "DATE" or token.lower == "according":
        return False
    if token.lower in english.grammar.months and _is_day_of_month(sentence, first):
        return False
    if first == last and end.is_verb and end.tag not in {"VBG", "NN"}:
        return False
    if first == last and _is_progressive(sentence, end):
        return False
    if _is_in_name(sentence, last):
        return False
    following = sentence.token(last + 1)
    if following is None or end.dep != "compound" or following.tag not in {"NN", "NNS"}:
        return True
    return not following.text.islower() or following.lemma not in english.events.naming


def _is_progressive(sentence: Sentence, token: Token) -> bool:
    """ "the regime is striking the town": no noun."""
    return token.is_verb and token.tag == "VBG" and bool(sentence.child_deps(token.i) & {"aux", "nsubj"})


def _is_in_name(sentence: Sentence, last: int) -> bool:
    """ "Attack Helicopter Brigade", "Amnesty International", "Movement for Ceasefire": in mid-sentence, and
    not in a headline, where every word has a capital.
    """
    token = sentence.tokens[last]
    if sentence.title or sentence.shouted or not token.text[:1].isupper() or token.text.isupper():
        return False
    before, behind = sentence.token(last - 1), sentence.token(last + 1)
    runs_on = behind is not None and behind.text[:1].isupper() and behind.pos in {"PROPN", "NOUN"}
    named = before is not None and before.lower in {"for", "of", "against"}
    named = named and sentence.tokens[last - 2].text[:1].isupper() and sentence.tokens[last - 2].pos == "PROPN"
    return (runs_on or named) and not _is_headline(sentence)


def _is_headline(sentence: Sentence) -> bool:
    """Whether nearly all long words have a capital."""
    words = [token.text for token in sentence.tokens if len(token.text) >= LONG_WORD and token.text.isalpha()]
    return sum(word[:1].isupper() for word in words) * 4 > len(words) * 3


def _is_day_of_month(sentence: Sentence, i: int) -> bool:
    """ "ON 21 MARCH", "March 21": capitals lost, the parser may take the month for a noun."""
    return sentence.lower(i - 1).isdigit() or sentence.lower(i + 1).isdigit()


def _is_verb(sentence: Sentence, token: Token, english: English) -> bool:
    if token.is_verb:
        if token.dep == "acl" and token.tag == "VBG" and token.lemma in english.events.describing:
            return False
        return not (token.dep == "amod" and token.tag in {"VBN", "VBG"}) and not is_said_of_people(
            sentence, token, english
        )
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
    at = i
    particle = len(words) == 2 and words[1] in english.events.particles
    for word in words[1:]:
        found = next((k for k in _within_gap(sentence, at, particle) if _is_word(sentence, k, word)), None)
        if found is None:
            return None
        at = found
    return at


def _within_gap(sentence: Sentence, at: int, particle: bool) -> Iterator[int]:
    """Where the next word may stand; only adverbs and pronouns stand before a particle ("take it over")."""
    for k in range(at + 1, min(at + 2 + GAP, len(sentence))):
        if particle and k > at + 1 and sentence.tokens[k - 1].pos not in {"ADV", "PRON"}:
            return
        yield k


def _is_word(sentence: Sentence, i: int, word: str) -> bool:
    return word in {sentence.tokens[i].lower, sentence.tokens[i].lemma}


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


def _holds(sentence: Sentence, first: int, last: int, trigger: Trigger, english: English) -> bool:
    """Whether what the trigger asks of its subject, object and sentence is there."""
    if trigger.subjects and not any_is(sentence, subjects_of(sentence, first), trigger.subjects, english):
        return False
    if trigger.part_of_speech == "noun" and trigger.objects:
        return any_is(sentence, _objects_of_noun(sentence, last, english), trigger.objects, english)
    if trigger.objects or trigger.if_object:
        objects = direct_objects(sentence, objects_of(sentence, first, last, english))
        if trigger.objects and not any_is(sentence, objects, trigger.objects, english):
            return False
        what = [o for o in objects if sentence.tokens[o].entity != "DATE"]
        if trigger.if_object and what and not any_is(sentence, what, trigger.if_object, english):
            return False
    if trigger.needs == "number":
        near = first - COUNTED_WITHIN if trigger.part_of_speech == "noun" else 0
        counted = sentence.tokens[max(0, near) :]
        return any(token.pos == "NUM" or token.lower in english.events.many for token in counted)
    if trigger.needs == "complement":
        return _has_complement(sentence, first)
    return trigger.needs != "deed" or _tells_deed(sentence, first, last, english)


def _objects_of_noun(sentence: Sentence, noun: int, english: English) -> list[int]:
    """ "the capture of *two leaders*", "*commander* captured"."""
    before = [c for c in sentence.children[noun] if sentence.tokens[c].dep in {"compound", "poss", "nmod"}]
    return [*targets_of_noun(sentence, noun, english), *before]


def _has_complement(sentence: Sentence, verb: int) -> bool:
    """ "agreed to a truce", "a deal agreed by both sides"; not "the mayor agreed"."""
    if sentence.tokens[verb].tag == "VBN":
        return True
    children = [sentence.tokens[child] for child in sentence.children[verb]]
    joined = any(child.dep == "prep" and child.lower in {"to", "on", "upon"} for child in children)
    return joined or any(child.dep in {"xcomp", "dobj"} for child in children)


def _tells_deed(sentence: Sentence, first: int, last: int, english: English) -> bool:
    """Whether a word outside tokens `first` to `last` triggers an event of a known kind by itself."""
    others = (token for token in sentence.tokens if not first <= token.i <= last)
    return any(
        len(trigger.words) == 1 and trigger.event is not None
        for token in others
        for trigger in _triggers_at(token, english)
    )
