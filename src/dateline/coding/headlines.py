"""Attributions of headlines: "12 killed in market bombing: police", "Army: rebels kill 12 soldiers"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.attributions import FoundCue, Reach
from dateline.coding.speaker_nouns import can_speak, is_office
from dateline.coding.tokens import Sentence
from dateline.ontology.english import English

LONGEST = 6
"""Words of a speaker in a headline."""

RULE = "cues/headline"


def headline_cues(sentence: Sentence, english: English) -> Iterator[FoundCue]:
    """The speaker before a title's first colon or behind its last one; none for a sentence of the body.

    Before the colon only an office speaks: "Syria: …" and "Siege of Homs: …" say what it is about.
    """
    colons = [token.i for token in sentence.tokens if token.lower == ":"] if sentence.title else []
    if not colons:
        return
    first, last, end = colons[0], colons[-1], len(sentence) - 1
    if is_office(sentence.token(first - 1), english) and _is_speaker(sentence, 0, first - 1, english):
        yield FoundCue(first, first, 0, first - 1, Reach.FORWARD, RULE)
    elif _is_speaker(sentence, last + 1, end, english):
        yield FoundCue(last, last, last + 1, end, Reach.BACKWARD, RULE)


def _is_speaker(sentence: Sentence, first: int, last: int, english: English) -> bool:
    tokens = sentence.tokens[first : last + 1]
    if not 0 < len(tokens) <= LONGEST or any(token.is_verb or token.pos == "NUM" for token in tokens):
        return False
    return can_speak(sentence, (first, last), english)
