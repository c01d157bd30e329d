"""The speaker's phrase before its verb: "a spokesman for the army said"."""

from __future__ import annotations

from dateline.coding.attributions import Phrase
from dateline.coding.speaker_nouns import can_speak, is_counted, is_office, is_office_or_name, is_someone
from dateline.coding.tokens import QUOTE_MARKS, Sentence, Token, whole_words
from dateline.ontology.english import English

RELATIVES = frozenset({"who", "which", "that"})
BOUNDS = QUOTE_MARKS | {",", ";", ":"}
ARTICLES = frozenset({"a", "an", "the"})
DASHES = frozenset({"--", "---"})
"""They part a dateline in mid-text from what follows."""
BRACKETS, GLUED = frozenset({"(", ")"}), frozenset({"(", ")", "-"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
PART_TAGS = frozenset({"HYPH", "POS", "VBG", "VBN", "NN", "NNS", "JJ"})
OFFICE_NEAR = 5
"""How many words before a region ("X province") an office may stand that it belongs to."""

LONGEST_PLAIN = 8
"""Words of a subject that no noun for speakers tells to be one."""


def speaker_before(sentence: Sentence, i: int, english: English) -> Phrase | None:
    """The noun phrase that ends right before the verb at token `i`, adverbs passed over."""
    last = i - 1
    while last >= 0 and _is_passed(sentence, last, english):
        last -= 1
    if last < 0:
        return None
    if sentence.lowers[last] in english.cues.pronouns:
        return last, last  # commas lost: "… since dawn he told reporters"
    parsed = _parsed_subject(sentence, i, english)
    if parsed is None and _is_said_of_thing(sentence, i, english):
        return None
    read = _without_place(sentence, _phrase_ending_at(sentence, last, english), english)
    if parsed is None or _ran_in(sentence, parsed, english):
        return read
    apposed = "," in sentence.lowers[last + 1 : i] and parsed[1] < last
    if apposed or read is None:
        return parsed  # "The monitor, whose informants are …, also said"
    return parsed if parsed[0] < read[0] and _holds(sentence, parsed, last, english) else read


def _is_passed(sentence: Sentence, i: int, english: English) -> bool:
    lower, weekdays = sentence.lowers[i], english.grammar.weekdays
    if sentence.tokens[i].pos in {"ADV", "AUX", "PART"} or lower in english.speech.before_verb:
        return True
    return lower in weekdays or (lower == "on" and sentence.lower(i + 1) in weekdays)


def _ran_in(sentence: Sentence, phrase: Phrase, english: English) -> bool:
    """No speaker: the content ran into the subject."""
    return is_counted(sentence, phrase, english) or "," in sentence.lowers[phrase[0] : phrase[1]]


def _without_place(sentence: Sentence, phrase: Phrase | None, english: English) -> Phrase | None:
    """ "… in Syria | Russias Foreign Ministry said": a place behind a preposition is the content's."""
    if phrase is None:
        return None
    start, last = phrase
    before = sentence.token(start - 1)
    if before is None or before.pos != "ADP" or before.lower == "as":
        return phrase
    first = start
    while first < last and (sentence.tokens[first].entity == "GPE" or sentence.lowers[first] == "office"):
        first += 1
    tokens = sentence.tokens[first : last + 1]
    speaks = any(t.lower in english.cues.speakers for t in tokens)
    if first == start and not speaks:
        return None
    return (first, last) if can_speak(sentence, (first, last), english) else None


def _is_said_of_thing(sentence: Sentence, i: int, english: English) -> bool:
    """Whether the parser's subject opens the sentence and is no one who can speak ("An earlier toll …
    reported").
    """
    for child in sentence.children[i]:
        token = sentence.tokens[child]
        if token.dep == "nsubj" and child < i and token.pos == "NOUN":
            opens = sentence.subtree(child)[0] <= 1
            return opens and not token.entity and not is_office(token, english)
    return False


def _holds(sentence: Sentence, phrase: Phrase, last: int, english: English) -> bool:
    """The parser's longer subject is trusted at the start of a sentence or clause, where it rarely errs."""
    first = phrase[0]
    opens = first == 0 or _leads(sentence.lowers[first - 1], english)
    return opens and not any(token.tag in FINITE for token in sentence.tokens[first : last + 1])


def _leads(lower: str, english: English) -> bool:
    return lower in english.speech.leading or lower in QUOTE_MARKS


def _parsed_subject(sentence: Sentence, i: int, english: English) -> Phrase | None:
    for verb in (i, _governor(sentence, i, english)):
        for child in sentence.children[verb]:
            token = sentence.tokens[child]
            if token.dep not in {"nsubj", "nsubjpass"} or child >= i:
                continue
            if token.lower in RELATIVES:
                return None
            phrase = _trimmed(sentence, child, i - 1, english)
            if can_speak(sentence, phrase, english) or _plainly_says(sentence, child, phrase, i, english):
                return phrase
    return None


def _plainly_says(sentence: Sentence, head: int, phrase: Phrase, i: int, english: English) -> bool:
    """ "the strategist said": whatever noun a plain verb of saying has for its subject, right before it."""
    token = sentence.tokens[head]
    plain = sentence.tokens[i].lemma in english.speech.plain_saying
    if sentence.shouted and (plain or sentence.tokens[i].lemma in english.speech.plain_reporting):
        return is_someone(sentence, phrase, english)
    if not plain or token.pos not in {"NOUN", "PROPN"}:
        return False
    opening = sentence.tokens[phrase[0]]
    definite = opening.lower in english.speech.determiners or opening.tag == "NNP" or opening.dep == "poss"
    adjacent = phrase[1] == head and sentence.lower(head + 1) in {",", sentence.lowers[i]}
    event = token.lemma in english.triggers_by_first or is_counted(sentence, phrase, english)
    return definite and adjacent and not event and phrase[1] - phrase[0] <= LONGEST_PLAIN


def _governor(sentence: Sentence, i: int, english: English) -> int:
    """The verb that shares its subject with token `i` ("X said …, adding")."""
    token = sentence.tokens[i]
    if token.dep not in {"conj", "advcl", "xcomp"}:
        return i
    head = sentence.tokens[token.head]
    outer = sentence.tokens[head.head]
    say = english.cues.say | english.cues.deny
    told = token.dep == "conj" and head.dep == "ccomp" and head.lemma not in say and outer.lemma in say
    return outer.i if told else head.i


def _trimmed(sentence: Sentence, head: int, end: int, english: English) -> Phrase:
    """The noun phrase of a subject without a relative clause or apposition, and without what leads in
    before it.
    """
    first, last = sentence.subtree(head)
    last = min(last, end)
    for token in sentence.tokens[head + 1 : last + 1]:
        if token.lower in {"which", "who", "whose", ","} or token.pos == "VERB":
            last = token.i - 1
            break
    if not DASHES.isdisjoint(sentence.lowers[first:head]):
        first = next(i + 1 for i in range(head - 1, first - 1, -1) if sentence.lowers[i] in DASHES)
    while first < head and _leads(sentence.lowers[first], english):
        first += 1
    return first, whole_words(sentence, head, max(last, head))


def _phrase_ending_at(sentence: Sentence, last: int, english: English) -> Phrase | None:
    """The noun phrase of someone who can speak that ends at token `last`, found word by word.

    News without its commas runs the content into the speaker ("… wounding dozens a medical source
    said"); an article, a preposition that names no office, or a change from a lower-case noun to a
    name ends the phrase on its left.
    """
    token = sentence.tokens[last]
    if token.lower in english.cues.pronouns:
        return last, last
    if token.lower in RELATIVES or token.lower in QUOTE_MARKS or not _can_end(token, english):
        return None
    first = last
    while (further := _further_left(sentence, first, first == last, english)) is not None:
        first = further
    while first < last and (
        sentence.lowers[first] in english.speech.leading or sentence.lowers[first] in BRACKETS
    ):
        first += 1
    first = _with_name(sentence, _behind_day(sentence, first, last), english)
    return (first, last) if can_speak(sentence, (first, last), english) else None


def _with_name(sentence: Sentence, first: int, english: English) -> int:
    """ "| Musa Idris a local aid worker told": the name that opens the sentence or follows the quotation,
    its comma lost, is the speaker's."""
    name = first
    if sentence.lowers[first] in {"a", "an"}:
        while name > 0 and _is_in_proper_name(sentence, name - 1, name == first, english):
            name -= 1
    opens = name == 0 or sentence.lowers[name - 1] in QUOTE_MARKS
    return name if opens and name < first and sentence.tokens[name].tag == "NNP" else first


def _is_in_proper_name(sentence: Sentence, i: int, ends: bool, english: English) -> bool:
    token = sentence.tokens[i]
    if token.entity == "DATE" or token.lower in english.grammar.weekdays:
        return False
    capital = token.text[:1].isupper() and token.pos not in {"ADP", "DET", "PRON", "SCONJ", "CCONJ"}
    return capital or (not ends and token.lower in {"of", "for", "-", "al"})


def _behind_day(sentence: Sentence, first: int, last: int) -> int:
    """ "Earlier in the day | a source at the police said"."""
    while sentence.tokens[first].pos == "ADP":
        behind = sentence.subtree(first)[1] + 1
        if not first < behind <= last:
            break
        first = behind
    return first


def _can_end(token: Token, english: English) -> bool:
    if token.is_nominal or token.pos in {"ADJ", "NUM"} or token.text[:1].isupper():
        return True
    return token.lower in english.cues.speakers or token.lower == ")"


def _further_left(sentence: Sentence, first: int, is_last: bool, english: English) -> int | None:
    """Where the phrase that starts at `first` starts one step further to the left; None when it does not."""
    i = first - 1
    token = sentence.tokens[i] if i >= 0 else None
    if token is None or token.lower in BOUNDS or token.lower in english.grammar.weekdays:
        return None
    if not is_last and _is_determiner(sentence.tokens[first], english):
        return _left_of_determiner(sentence, first, english)
    if _is_determiner(token, english):
        return i
    before = sentence.token(i - 1)
    if token.lower in english.speech.links:
        linked = is_office(before, english) or _is_in_name(before, token, sentence.tokens[first])
        return i - 1 if linked else None
    if token.lower == "and":
        joined = (
            before is not None
            and before.pos in {"NOUN", "PROPN", "ADJ"}
            and is_office_or_name(before, english)
        )
        return i - 1 if joined else None
    return i if _belongs(sentence, token, sentence.tokens[first], english) else None


def _left_of_determiner(sentence: Sentence, first: int, english: English) -> int | None:
    i = first - 1
    token, before = sentence.tokens[i], sentence.token(i - 1)
    if token.lower in ARTICLES and sentence.lowers[first] not in ARTICLES:
        return i  # "a local activist", "the two men"
    office = token.lower in english.speech.links and is_office(before, english)
    joined = token.lower == "and" and before is not None and is_office_or_name(before, english)
    return i - 1 if office or joined else None


def _is_determiner(token: Token, english: English) -> bool:
    return token.lower in english.speech.determiners and token.pos in {"DET", "PRON", "NUM", "ADJ"}


def _is_in_name(before: Token | None, link: Token, following: Token) -> bool:
    """ "Observatory for Human Rights": a preposition inside a name."""
    return (
        before is not None
        and before.text[:1].isupper()
        and following.text[:1].isupper()
        and before.pos in {"PROPN", "NOUN"}
        and link.lower in {"for", "of"}
    )


def _belongs(sentence: Sentence, token: Token, following: Token, english: English) -> bool:
    """Whether a noun, adjective or participle is part of the phrase that starts behind it."""
    if token.pos not in {"NOUN", "PROPN", "ADJ", "NUM"} and token.tag not in PART_TAGS:
        return token.lower in GLUED or token.lower == "'s"
    if token.pos == "NUM" and not token.text[:1].isalpha():
        return False
    participle = token.tag in {"VBG", "VBN"} and token.lower not in english.speech.participles
    if participle and sentence.lower(token.i - 1) != "-":
        return False
    return not _runs_in(sentence, token, following, english)


def _runs_in(sentence: Sentence, token: Token, following: Token, english: English) -> bool:
    """Whether `token` belongs to the content that runs into the speaker's name."""
    if token.entity == "GPE" and following.entity == "NORP":
        return True
    names = following.text[:1].isupper()
    if token.tag == "NNS" and token.text.islower() and names:
        return True
    plural = token.pos == "NOUN" and token.tag == "NNS" and not token.lower.endswith("s'")
    if plural and following.lower not in GLUED and token.lower not in english.cues.speakers:
        return sentence.lower(token.i + 1) != "'s"
    if token.pos == "NOUN" and not token.text[:1].isupper() and names:
        return _runs_into_name(sentence, token, english)
    return token.pos == "NOUN" and following.pos == "DET"


def _runs_into_name(sentence: Sentence, token: Token, english: English) -> bool:
    """ "… the city | Ahmad said", but "army spokesman | Ahmad said" is one phrase."""
    if token.lower == "office":
        return True
    if token.lower in english.speech.modifiers:
        return False
    if token.lower in english.speech.regions:
        before = sentence.tokens[max(0, token.i - OFFICE_NEAR) : token.i]
        return not any(is_office(other, english) for other in before)
    return not is_office(token, english)
