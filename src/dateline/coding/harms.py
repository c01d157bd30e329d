"""Words of harm in a sentence ("killed", "dead", "the deaths of"), and what a toll is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.coding.aims import is_aim
from dateline.coding.person_nouns import is_said_of_people, is_thing
from dateline.coding.tokens import Sentence, Token
from dateline.model import Harm, Span, Victims
from dateline.ontology.english import English, HarmWords

NOT_QUITE = frozenset({"almost", "nearly"})
VERB_TAGS = frozenset({"VBN", "VBD", "VBG", "VBZ", "VB", "VBP"})


@dataclass(frozen=True, slots=True)
class HarmWord:
    """A word or phrase of harm in a sentence, tokens `first` to `last`.

    `how` is the list of harms.yaml that it stands in: "patient", "agent", "state", "of" or "toll".
    """

    harm: Harm
    first: int
    last: int
    how: str


@dataclass(frozen=True, slots=True)
class SentenceToll:
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
    found: list[HarmWord] = []
    taken: set[tuple[Harm, int]] = set()
    openings = english.harm_openings
    for token in sentence.tokens:
        if token.lower not in openings and token.lemma not in openings:
            continue
        if _is_joined(sentence, token) or _is_said_of_thing(sentence, token, english):
            continue
        for harm, words in english.harms.items():
            if (harm, token.i) in taken:
                continue
            if token.lower not in words.first_words and token.lemma not in words.first_words:
                continue
            word = _harm_at(sentence, token, words, english)
            if word is not None:
                taken.update((harm, k) for k in range(word.first, word.last + 1))
                found.append(word)
    return tuple(found)


def _is_joined(sentence: Sentence, token: Token) -> bool:
    """ "rebel-held": said of a place."""
    return sentence.lower(token.i - 1) == "-" and token.start == sentence.tokens[token.i - 1].end


def _is_said_of_thing(sentence: Sentence, token: Token, english: English) -> bool:
    """ "two besieged towns" are no two people."""
    noun = sentence.tokens[token.head]
    said = token.dep == "amod" and noun.i > token.i and is_thing(noun, english)
    return said and noun.lower not in english.cues.speakers  # "left 40 wounded | reports say"


def _harm_at(sentence: Sentence, token: Token, words: HarmWords, english: English) -> HarmWord | None:
    how, length = next(_wordings(sentence, token, words, english), ("", 0))
    return HarmWord(words.harm, token.i, token.i + length - 1, how) if how else None


def _wordings(
    sentence: Sentence, token: Token, words: HarmWords, english: English
) -> Iterator[tuple[str, int]]:
    """The lists that hold wordings which start at `token`, with the wordings' lengths, best first."""
    i = token.i
    opening = {token.lower, token.lemma}
    if opening & words.agent_phrase_openings:
        yield from (("agent", len(phrase)) for phrase in words.agent_phrases if sentence.matches(i, phrase))
    named = sentence.lower(i - 1) == "the" and token.lower in words.state_openings
    if named and sentence.lower(i - 2) not in {"of", "among"}:
        return  # "travelling with the wounded" names people met before and harms no one anew
    if not named and (token.is_verb or token.tag in VERB_TAGS) and opening & words.patient_openings:
        yield from (("patient", len(phrase)) for phrase in words.patient if sentence.matches(i, phrase))
    if _is_under_rubble(sentence, token, english):
        return
    if token.lower in words.state_openings:
        yield from (("state", len(phrase)) for phrase in words.state if sentence.reads(i, phrase))
    if not is_said_of_people(sentence, token, english):
        yield from ((how, 1) for how in _single_words(sentence, token, words))


def _single_words(sentence: Sentence, token: Token, words: HarmWords) -> Iterator[str]:
    needs = words.agent_needs
    if _escapes_harm(sentence, token, words):
        return
    fits = not needs or bool(needs & set(sentence.lowers[token.i + 1 : token.i + 8]))
    if fits and token.is_verb and token.lemma in words.agent:
        yield "agent"
    # The parser takes participles and headline verbs for nouns or adjectives; the wording decides.
    if token.lower != token.lemma and token.lower.endswith(("ing", "ed", "s")) and token.lemma in words.verbs:
        yield "patient"
    noun = token.lower in words.of or (token.lemma in words.of and token.pos == "NOUN")
    if noun and _of_fits(sentence, token, words):
        yield "of"


def _escapes_harm(sentence: Sentence, token: Token, words: HarmWords) -> bool:
    """ "two men escaped injury" went nowhere."""
    objects = (sentence.tokens[child] for child in sentence.children[token.i])
    spared = any(o.dep == "dobj" and o.lemma in {"injury", "harm", "death"} for o in objects)
    return words.harm is Harm.DISPLACED and token.lemma == "escape" and spared


def _is_under_rubble(sentence: Sentence, token: Token, english: English) -> bool:
    """ "trapped under the rubble", "remained inside the building" are no siege."""
    window = set(sentence.lowers[token.i + 1 : token.i + 7])
    stuck = token.lower == "trapped" or token.lemma == "remain"
    return stuck and bool(english.tolls.rubble & window)


def _of_fits(sentence: Sentence, token: Token, words: HarmWords) -> bool:
    """ "claimed the lives of", not "the lives of"."""
    needed = words.of_needs.get(token.lemma)
    before = sentence.tokens[max(0, token.i - 5) : token.i]
    return needed is None or any(other.lemma in needed for other in before)


def is_attempt(sentence: Sentence, word: HarmWord, english: English) -> bool:
    """ "tried to arrest two men", "an operation to arrest two men": nobody says that it came to it."""
    if is_aim(sentence, word.first, english):
        return True
    if sentence.lower(word.first - 1) != "to" or sentence.tokens[word.first].tag != "VB":
        return False
    before = sentence.tokens[max(0, word.first - 4) : word.first - 1]
    return any(token.lemma in english.tolls.attempts for token in before)


def is_negated(sentence: Sentence, word: HarmWord) -> bool:
    """ "her son was not hurt", "had not killed 50 people", "was almost killed": nobody came to it."""
    token = sentence.tokens[word.first]
    if sentence.lower(token.i - 1) in NOT_QUITE:
        return True
    verbs = [token.i]
    if token.dep == "acomp" and sentence.tokens[token.head].lemma == "be":
        verbs.append(token.head)
    return any(
        sentence.tokens[child].dep == "neg" and child < token.i and sentence.lower(child + 1) != "only"
        for verb in verbs
        for child in sentence.children[verb]
    )


def is_passive(sentence: Sentence, word: HarmWord, english: English) -> bool:
    """Whether the word of harm stands in the passive, by the words right before it, else by the parse."""
    for k, lower in enumerate(reversed(sentence.lowers[max(0, word.first - 4) : word.first])):
        if lower in english.grammar.passive:
            return True
        passed = lower in english.tolls.between or lower == "and" or lower.endswith(("ly", "ed"))
        if k > 0 and not passed:
            return False
    return bool(sentence.child_deps(word.first) & {"auxpass", "nsubjpass"})
