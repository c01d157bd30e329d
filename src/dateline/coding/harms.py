"""Words of harm in a sentence ("killed", "dead", "the deaths of"), and what a toll is made of."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from dateline.coding.aims import is_aim
from dateline.coding.bare_numbers import FATALLY
from dateline.coding.escapes import comes_to_harm, leaves_home
from dateline.coding.numbers import is_of_game
from dateline.coding.person_nouns import is_said_of_people, is_thing
from dateline.coding.tokens import Sentence, Token
from dateline.model import Harm, Span, Status, Victims
from dateline.ontology.english import FUNCTION_WORDS, English, HarmOpening, HarmWords, Opens, Words

NO_DENIAL = frozenset({"only", "before", "until"})
"""Behind "not": it came to it ("not before they had killed two soldiers")."""
NOT_QUITE = frozenset({"almost", "nearly"})
MISSES = frozenset({(word,) for word in ("at", "down", "back", "up", "off")})
"""Behind a shot that is none at people, or at others."""

FATAL = FATALLY | {"dead", "killed", "kill", "killing", "death"}
BODY_OF = frozenset({"the", "his", "her"})
STRUCK = 10
"""How far behind "hit" a part of the body stands at most."""

AROUND = 9
"""How far behind a verb its last words stand at most."""

AFTER_HELD = frozenset({"ADP", "CCONJ", "PUNCT", "SCONJ"})
"""Parts of speech behind "held", of people; others are what is held ("4 held talks")."""

PASSIVE = frozenset({"auxpass", "nsubjpass"})
IDENTIFIED = frozenset({("be", "identify"), ("be", "name")})
OWN_ENDS = frozenset({"dobj", "obj", "nsubj", "ccomp", "xcomp"})
"""What a verb of its own subject or object has."""

VERB_TAGS = frozenset({"VBN", "VBD", "VBG", "VBZ", "VB", "VBP"})


ASKING = FUNCTION_WORDS[Opens.ASKING]


class HarmWord(NamedTuple):
    """A word or phrase of harm in a sentence, tokens `first` to `last`.

    `how` is the list of harms.yaml that it stands in: "patient", "agent", "state", "of" or "toll";
    `words` how many words its wording has, of which the last may stand behind the people ("took 40
    soldiers prisoner").
    """

    harm: Harm
    first: int
    last: int
    how: str
    words: int = 1


class SentenceToll(NamedTuple):
    """People harmed, found in one sentence; tokens `first` to `last` are its words, `harm_at` its word
    of harm.
    """

    harm: Harm
    low: int | None
    high: int | None
    approximate: bool
    victims: Victims
    subset: bool
    first: int
    last: int
    harm_at: int
    mention: Span
    rule: str


def find_harms(sentence: Sentence, english: English) -> tuple[HarmWord, ...]:
    """The words of harm in the sentence, each token once per harm, longest wording first."""
    places = sentence.places(Opens.HARM)
    found: list[HarmWord] = []
    taken: set[tuple[Harm, int]] = set()
    for i in places:
        token = sentence.tokens[i]
        if sentence.around[i - 1] == "-" and _is_joined(sentence, token):
            continue
        if sentence.around[i + 1] == "-" and token.dep == "compound":
            continue  # "hostage-takers"
        if token.dep == "amod" and _is_said_of_thing(sentence, token, english):
            continue
        if token.is_verb and is_of_game(sentence, i):
            continue
        if token.lower == "dead" and "brain" in {sentence.around[i - 1], sentence.around[i - 2]}:
            continue  # "brain-dead" is not yet dead
        here = [
            word
            for opening in english.harms_by_forms[sentence.forms[i]]
            if not (taken and (opening.words.harm, i) in taken)
            and (word := _harm_at(sentence, token, opening, english)) is not None
        ]
        for word in _fullest(here):
            if word.last > i:
                taken.update((word.harm, k) for k in range(i + 1, word.last + 1))
            found.append(word)
    return tuple(found)


def _fullest(here: Sequence[HarmWord]) -> Sequence[HarmWord]:
    """ "burned alive", "burned to death" are no burns: of wordings of several harms at one verb only those of
    most words count."""
    phrases = [word.words for word in here if word.how in {"patient", "agent"}]
    if len(here) < 2 or max(phrases, default=1) == 1:
        return here
    return [word for word in here if word.how not in {"patient", "agent"} or word.words == max(phrases)]


def _is_joined(sentence: Sentence, token: Token) -> bool:
    """ "rebel-held": said of a place; no space stands behind the hyphen."""
    return token.start == sentence.tokens[token.i - 1].end


def _is_said_of_thing(sentence: Sentence, token: Token, english: English) -> bool:
    """ "two besieged towns" are no two people."""
    noun = sentence.tokens[token.head]
    return (
        noun.i > token.i and is_thing(noun, english) and noun.lower not in english.cues.speakers
    )  # "left 40 wounded | reports say"


def _harm_at(sentence: Sentence, token: Token, opening: HarmOpening, english: English) -> HarmWord | None:
    """The best wording of one harm that starts at the token."""
    i, words = token.i, opening.words
    how, length, wording = "", 1, 0
    named = bool(opening.states) and sentence.around[i - 1] == "the"
    if phrase := _wording(sentence, i, opening.agent_phrases):
        how, length = "agent", len(phrase)
    elif named and sentence.around[i - 2] not in {"of", "among"} and not opens_list(sentence, i):
        pass  # "travelling with the wounded" names people met before and harms no one anew
    elif (
        not named
        and (token.lemma not in words.presumed or _hits(sentence, token))
        and (token.tag in VERB_TAGS or token.is_verb or _is_headline_verb(sentence, token))
        and (phrase := _wording(sentence, i, opening.patient, around=True))
    ):
        how, wording = "patient", len(phrase)
        length = wording if sentence.matches(i, phrase) else 1
    elif token.lemma in words.struck and token.is_verb and _strikes_body(sentence, token, words):
        how = "patient"
    elif not _is_under_rubble(sentence, token, english):
        how, length = _state_or_word(sentence, token, opening, english)
    return HarmWord(words.harm, i, i + length - 1, how, wording or length) if how else None


def opens_list(sentence: Sentence, i: int) -> bool:
    """ "the dead included seven women", "the dead were identified as …"."""
    return includes(sentence, i) or sentence.lemmas[i + 1 : i + 3] in IDENTIFIED


def includes(sentence: Sentence, i: int) -> bool:
    """ "the dead included seven women": these are a part."""
    return sentence.lemmas[i + 1 : i + 2] == ("include",)


def _state_or_word(
    sentence: Sentence, token: Token, opening: HarmOpening, english: English
) -> tuple[str, int]:
    """The list that holds a state or single word of harm at the token, and how many words it takes."""
    if token.lower in opening.words.headline:
        return ("state" if _is_held(sentence, token) else ""), 1
    if opening.states and (state := sentence.first_standing(token.i, opening.states)):
        return "state", len(state)
    if token.tag == "VBG" and is_said_of_people(sentence, token, english):
        return "", 1
    return _single_word(sentence, token, opening.words, english), 1


def _is_held(sentence: Sentence, token: Token) -> bool:
    """ "1 dead, 4 held": what a headline says of a number right before it."""
    before, following = sentence.token(token.i - 1), sentence.token(token.i + 1)
    if not sentence.title or before is None or before.pos != "NUM" or token.tag not in {"VBN", "VBD"}:
        return False
    return following is None or following.pos in AFTER_HELD


def _wording(sentence: Sentence, i: int, phrases: Sequence[Words], *, around: bool = False) -> Words:
    """The first phrase that stands from token `i` on, as printed or as lemmas; empty for none. The first
    word of each stands there. With `around` the others may stand behind the people.
    """
    for phrase in phrases:
        if len(phrase) == 1 or (phrase[1] in sentence.forms[i + 1] and sentence.matches(i, phrase)):
            return phrase
        if around and _stands_around(sentence, i, phrase[1:]):
            return phrase
    return ()


def _stands_around(sentence: Sentence, verb: int, rest: Words) -> bool:
    """ "beat two men to death", "took 40 soldiers prisoner": the rest of a verb behind its object."""
    following = sentence.token(verb + 1)
    if following is None or following.pos == "ADP":
        return False
    for i in range(verb + 1, min(verb + AROUND, len(sentence))):
        token = sentence.tokens[i]
        if i > verb + 1 and rest[0] == token.lower and sentence.matches(i, rest):
            return sentence.tokens[i + len(rest) - 1].pos != "ADP"
        if token.is_verb or token.pos == "PUNCT":
            return False
    return False


def _single_word(sentence: Sentence, token: Token, words: HarmWords, english: English) -> str:
    """The list that holds the token as a word of harm by itself; empty for none."""
    needs, lemma = words.agent_needs, token.lemma
    if token.lemma in english.tolls.escaping and not _tells_escape(sentence, token, words, english):
        return ""
    if lemma in words.agent and token.is_verb and (not needs or _is_near(sentence, token, needs)):
        return "agent"
    if lemma in words.agent and not needs and sentence.title and token.lower != lemma:
        return "agent"  # "2-year-old dies after shooting": a headline's verb, taken for a noun
    # The parser takes participles and headline verbs for nouns or adjectives; the wording decides.
    verb = lemma in words.verbs and lemma not in words.presumed
    if verb and token.lower != lemma and token.lower.endswith(("ing", "ed", "s")):
        return "patient"
    noun = token.lower in words.of or (lemma in words.of and token.pos == "NOUN")
    return "of" if noun and _of_fits(sentence, token, words) else ""


def _is_near(sentence: Sentence, token: Token, words: Set[str]) -> bool:
    """ "fell to his *death*": one of the words stands shortly behind."""
    return not words.isdisjoint(sentence.lowers[token.i + 1 : token.i + 8])


def _hits(sentence: Sentence, token: Token) -> bool:
    """ "shot in the leg", not "shot dead", "shot and killed", "fatally shot", "shot at", "shot down"."""
    after = sentence.lowers[token.i + 1 : token.i + 4]
    after = after[: after.index(",")] if "," in after else after
    if sentence.around[token.i - 1] in FATALLY or (after[:1] in MISSES and not _is_place(sentence, token)):
        return False
    return FATAL.isdisjoint(after)


def _is_headline_verb(sentence: Sentence, token: Token) -> bool:
    """ "9 People Shot, 1 Fatally": a headline's participle, taken for a noun."""
    return sentence.title and token.lower == "shot" and token.i > 0


def _strikes_body(sentence: Sentence, token: Token, words: HarmWords) -> bool:
    """ "striking a man in the arm", "a bullet hit her in the chest"."""
    for i in range(token.i + 1, min(token.i + STRUCK, len(sentence))):
        if sentence.tokens[i].is_verb:
            return False
        if sentence.lowers[i] == "in" and sentence.around[i + 1] in BODY_OF:
            return sentence.around[i + 2] in words.body
    return False


def _is_place(sentence: Sentence, shot: Token) -> bool:
    """ "two men were shot at a market": in the passive, "at" before an article or a name says where."""
    following = sentence.token(shot.i + 2)
    passive = bool(sentence.child_deps(shot.i) & {"auxpass", "nsubjpass"})
    return (
        passive
        and sentence.lower(shot.i + 1) == "at"
        and following is not None
        and (following.pos == "DET" or following.tag == "NNP")
    )


def is_presumed(sentence: Sentence, at: int, words: HarmWords) -> bool:
    """Whether the word of harm at token `at` only tells of a hit, of which the people may have died."""
    token = sentence.tokens[at]
    if token.lemma in words.presumed or token.lemma in words.of_presumed or token.lemma in words.struck:
        return True
    hits = words.hit_by_first
    starting = (*hits.get(token.lower, ()), *hits.get(token.lemma, ()))
    return bool(starting) and any(sentence.matches(at, phrase) for phrase in starting)


def _tells_escape(sentence: Sentence, token: Token, words: HarmWords, english: English) -> bool:
    """ "escaped the fighting" for the displaced, "escaped with minor injuries" for the injured."""
    if words.harm is Harm.DISPLACED:
        return leaves_home(sentence, token.i, english)
    return comes_to_harm(sentence, token.i)


def _is_under_rubble(sentence: Sentence, token: Token, english: English) -> bool:
    """ "trapped under the rubble", "remained inside the building" are no siege."""
    stuck = token.lower == "trapped" or token.lemma == "remain"
    return stuck and not english.tolls.rubble.isdisjoint(sentence.lowers[token.i + 1 : token.i + 7])


def _of_fits(sentence: Sentence, token: Token, words: HarmWords) -> bool:
    """ "claimed the lives of", not "the lives of"."""
    needed = words.of_needs.get(token.lemma) or words.of_needs.get(token.lower)
    before = sentence.tokens[max(0, token.i - 5) : token.i]
    return needed is None or any(other.lemma in needed for other in before)


def is_attempt(sentence: Sentence, word: HarmWord, english: English) -> bool:
    """ "tried to arrest two men", "an operation to arrest two men", "the fear of losing 20 men", "20 would
    be dead": nobody says that it came to it."""
    if is_aim(sentence, word.first, english):
        return True
    beside, verb = sentence.around[word.first - 1], sentence.tokens[word.first]
    if beside == "of" and verb.tag == "VBG" and _is_thought_of(sentence, word.first - 2, english):
        return True
    if word.how == "state" and beside == "be" and sentence.lower(word.first - 2) in english.tolls.unmet:
        return True
    if sentence.around[word.first - 1] != "to" or sentence.tokens[word.first].tag != "VB":
        return False
    before = sentence.tokens[max(0, word.first - 4) : word.first - 1]
    return any(token.lemma in english.tolls.attempts for token in before)


def _is_thought_of(sentence: Sentence, noun: int, english: English) -> bool:
    phrases = english.statuses.of[Status.HYPOTHETICAL].phrases  # "risk of"
    lower = sentence.lower(noun)
    return lower in english.tolls.thoughts or (lower, "of") in phrases


def is_negated(sentence: Sentence, word: HarmWord) -> bool:
    """ "her son was not hurt", "had not killed 50 people", "was almost killed", "no deaths among the 12":
    nobody came to it.
    """
    token = sentence.tokens[word.first]
    if sentence.around[token.i - 1] in NOT_QUITE or (word.how == "of" and _is_of_none(sentence, token)):
        return True
    verbs = [token.i]
    if token.dep == "acomp" and sentence.tokens[token.head].lemma == "be":
        verbs.append(token.head)
    for verb in verbs:
        for child in sentence.children[verb]:
            if (
                sentence.deps[child] == "neg"
                and child < token.i
                and sentence.around[child + 1] not in NO_DENIAL
            ):
                return True
    return False


def _is_of_none(sentence: Sentence, noun: Token) -> bool:
    return sentence.around[noun.i - 1] == "no" or any(
        sentence.lowers[child] == "no" for child in sentence.children[noun.i] if child < noun.i
    )


def is_passive(sentence: Sentence, word: HarmWord, english: English) -> bool:
    """Whether the word of harm stands in the passive, by the words right before it, else by the parse."""
    if sentence.tokens[word.first].tag == "VBG":
        return False  # "the camp was shelled, killing seven"
    for k, lower in enumerate(reversed(sentence.lowers[max(0, word.first - 4) : word.first])):
        if lower in english.grammar.passive:
            return True
        passed = lower in english.tolls.between or lower == "and" or lower.endswith(("ly", "ed"))
        if k > 0 and not passed:
            return is_passive_conjunct(sentence, word.first)
    return sentence.has_child(word.first, PASSIVE) or is_passive_conjunct(sentence, word.first)


def is_passive_conjunct(sentence: Sentence, verb: int) -> bool:
    """ "was shot in the head and *killed* as she rode home": taken for the past tense by the parse."""
    token = sentence.tokens[verb]
    alone = token.dep == "conj" and token.tag == "VBD" and not sentence.has_child(verb, OWN_ENDS)
    return alone and sentence.tokens[token.head].tag == "VBN" and sentence.has_child(token.head, PASSIVE)


def is_in_question(sentence: Sentence, word: HarmWord) -> bool:
    """ "it was not clear whether two soldiers had been killed": nobody says so."""
    if not sentence.places(Opens.ASKING):
        return False
    clause = sentence.clause_of(word.first)
    return any(
        sentence.lowers[child] in ASKING and child < word.first
        for verb in {word.first, clause}
        for child in sentence.children[verb]
    )
