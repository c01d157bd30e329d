"""Where a sentence says that something happened: triggers of the lexicon whose conditions hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.coding.noun_kinds import any_is
from dateline.coding.participants import objects_of, subjects_of
from dateline.coding.tokens import Sentence, Token
from dateline.model import EventType
from dateline.ontology.english import English, Trigger, Words

GAP = 3
"""How many words may stand between a verb and the particle or object of its phrase."""

BESIDE = 2
"""Words (a hyphen is one) before a verb among which one makes it another thing ("life-threatening")."""

FOLLOWING = 4
"""Words behind a verb among which one does ("refused to give their names")."""

OBJECT_OPENINGS = frozenset({"NUM", "DET", "PROPN", "NOUN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Anchor:
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
    found: list[Anchor] = []
    i = 0
    while i < len(sentence):
        anchor = _anchor_at(sentence, i, english)
        if anchor is not None:
            found.append(anchor)
        # A verb's words may have others between them: what stands there is looked at for itself.
        i = i + 1 if anchor is None or anchor.part_of_speech == "verb" else anchor.last + 1
    return tuple(found)


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
                one_sided=trigger.one_sided,
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
    following = sentence.token(last + 1)
    if following is None or end.dep != "compound" or following.tag not in {"NN", "NNS"}:
        return True
    return not following.text.islower() or following.lemma not in english.events.naming


def _is_day_of_month(sentence: Sentence, i: int) -> bool:
    """ "ON 21 MARCH", "March 21": capitals lost, the parser may take the month for a noun."""
    return sentence.lower(i - 1).isdigit() or sentence.lower(i + 1).isdigit()


def _is_verb(sentence: Sentence, token: Token, english: English) -> bool:
    if token.is_verb:
        if token.dep == "acl" and token.tag == "VBG" and token.lemma in english.events.describing:
            return False
        return not (token.dep == "amod" and token.tag == "VBN")
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
    if trigger.unlike and _is_unlike(sentence, first, last, trigger):
        return False
    if trigger.subjects and not any_is(sentence, subjects_of(sentence, first), trigger.subjects, english):
        return False
    if trigger.objects or trigger.if_object:
        objects = objects_of(sentence, first, last, english)
        if trigger.objects and not any_is(sentence, objects, trigger.objects, english):
            return False
        what = [o for o in objects if sentence.tokens[o].entity != "DATE"]
        if trigger.if_object and what and not any_is(sentence, what, trigger.if_object, english):
            return False
    return _has_needed(sentence, first, last, trigger, english)


def _has_needed(sentence: Sentence, first: int, last: int, trigger: Trigger, english: English) -> bool:
    """Whether the sentence holds what the trigger needs."""
    if trigger.needs == "number":
        return any(token.pos == "NUM" or token.lower in english.events.many for token in sentence.tokens)
    if trigger.needs == "crossing":
        abroad = any(token.entity == "NORP" for token in sentence.tokens[first : last + 1])
        return abroad or any(token.lower in english.events.crossing for token in sentence.tokens)
    return trigger.needs != "deed" or _tells_deed(sentence, first, last, english)


def _is_unlike(sentence: Sentence, first: int, last: int, trigger: Trigger) -> bool:
    """ "life-threatening wounds", "declined to comment": a word beside it makes it another thing."""
    behind, before = trigger.unlike.get("not_behind"), trigger.unlike.get("not_before")
    if behind and not behind.isdisjoint(sentence.lowers[max(0, first - BESIDE) : first]):
        return True
    following = sentence.tokens[last + 1 : last + 1 + FOLLOWING]
    return before is not None and any(token.lower in before or token.lemma in before for token in following)


def _tells_deed(sentence: Sentence, first: int, last: int, english: English) -> bool:
    """Whether a word outside tokens `first` to `last` triggers an event of a known kind by itself."""
    others = (token for token in sentence.tokens if not first <= token.i <= last)
    return any(
        len(trigger.words) == 1 and trigger.event is not None
        for token in others
        for trigger in _triggers_at(token, english)
    )
