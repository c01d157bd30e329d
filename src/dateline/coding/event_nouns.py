"""Which nouns tell of an event: none that is a verb, a day, or part of the name of something else."""

from __future__ import annotations

from dateline.coding.tokens import Sentence, Token
from dateline.ontology.english import English

LONG_WORD = 4
"""Letters of a word that a headline prints with a capital."""


def is_event_noun(sentence: Sentence, first: int, last: int, english: English) -> bool:
    """Whether tokens `first` to `last` are a noun that tells of an event, no verb, day or part of a name."""
    token, end = sentence.tokens[first], sentence.tokens[last]
    if token.entity == "DATE" or token.lower == "according":
        return False
    if token.lower in english.grammar.months and _is_day_of_month(sentence, first):
        return False
    verb = end.is_verb and (end.tag not in {"VBG", "NN"} or _is_progressive(sentence, end))
    if (first == last and verb) or _is_in_name(sentence, last):
        return False
    following = sentence.token(last + 1)
    if following is None or end.dep != "compound" or following.tag not in {"NN", "NNS"}:
        return True
    return not following.text.islower() or following.lemma not in english.events.naming


def _is_progressive(sentence: Sentence, token: Token) -> bool:
    """ "the regime is striking the town": no noun."""
    return token.is_verb and token.tag == "VBG" and sentence.has_child(token.i, {"aux", "nsubj"})


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
    named = (
        named and sentence.tokens[last - 2].text[:1].isupper() and sentence.tokens[last - 2].pos == "PROPN"
    )
    return (runs_on or named) and not _is_headline(sentence)


def _is_headline(sentence: Sentence) -> bool:
    """Whether nearly all long words have a capital."""
    words = [token.text for token in sentence.tokens if len(token.text) >= LONG_WORD and token.text.isalpha()]
    return sum(word[:1].isupper() for word in words) * 4 > len(words) * 3


def _is_day_of_month(sentence: Sentence, i: int) -> bool:
    """ "ON 21 MARCH", "March 21": capitals lost, the parser may take the month for a noun."""
    return sentence.lower(i - 1).isdigit() or sentence.lower(i + 1).isdigit()
