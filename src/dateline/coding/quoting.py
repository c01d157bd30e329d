"""Speech that runs over sentences: who speaks in a quoted sentence that names no speaker."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.attributions import Cue, Reach
from dateline.coding.quote_marks import (
    CLOSING,
    LONGEST_AFTER,
    LONGEST_BEFORE,
    OPENING,
    opens_quotation,
)
from dateline.coding.tokens import QUOTE_MARKS, Sentence, Token
from dateline.ontology.english import Opens

SHORTEST_SPEECH = 4

OPENS_SENTENCE = QUOTE_MARKS | OPENING


def open_quotes(sentences: Sequence[Sentence]) -> list[tuple[bool, bool]]:
    """For each sentence: whether a quotation is open at its start (or starts with it), and at its end.

    A new paragraph may open again without the last one having been closed.
    """
    found = []
    inside = False
    block = -1
    for sentence in sentences:
        if sentence.block != block:
            inside, block = False, sentence.block
        starts = inside or bool(sentence.tokens and sentence.tokens[0].text in OPENS_SENTENCE)
        if marks := _marks(sentence):
            inside = opens_quotation(sentence.story_text, marks[-1].start)
        found.append((starts, inside))
    return found


def _marks(sentence: Sentence) -> list[Token]:
    """The sentence's quotation marks; those of a side are straight, or themselves, in lower case."""
    return [sentence.tokens[i] for i in sentence.places(Opens.QUOTE)]


def is_quoted(sentence: Sentence, i: int, starts: bool) -> bool:
    """Whether token `i` stands in a quotation: in one that is open when the sentence `starts`, or in one of
    its own. Two or three words in marks ("the so-called "spring"") are nobody's speech.
    """
    opened = -1 if starts else None
    for token in _marks(sentence):
        if opens_quotation(sentence.story_text, token.start):
            opened = token.i if opened is None else opened
            continue
        if opened is not None and opened < i < token.i:
            return opened < 0 or token.i - opened > SHORTEST_SPEECH
        opened = None
    return opened is not None and opened < i


def speaking_sentence(
    sentences: Sequence[Sentence],
    cues: Sequence[tuple[Cue, ...]],
    quotes: Sequence[tuple[bool, bool]],
    i: int,
) -> tuple[int, Cue] | None:
    """The sentence and cue that say who speaks in quoted sentence `i`, which has no cue of its own."""
    starts, _ = quotes[i]
    if not starts and not sentences[i].places(Opens.QUOTE):
        return None
    # The quotation is still open: its end may name the speaker ("…" X said).
    j = i
    while j + 1 < len(sentences) and quotes[j][1] and sentences[j + 1].block <= sentences[i].block + 1:
        j += 1
        backward = [cue for cue in cues[j] if cue.reach is Reach.BACKWARD and cue.has_source]
        if backward and quotes[j][0]:
            return j, backward[0]
        if j - i > LONGEST_AFTER:
            break
    if j == i and (cue := _naming_behind(sentences, cues, i)) is not None:
        return i + 1, cue
    # Else it goes on from a quotation just before, whose speaker was named.
    for k in range(i - 1, max(-1, i - 1 - LONGEST_BEFORE), -1):
        named = [cue for cue in cues[k] if cue.has_source and not cue.speech_act]
        if named:
            return k, named[-1]
        if not quotes[k][0]:
            break
    return None


def _naming_behind(sentences: Sequence[Sentence], cues: Sequence[tuple[Cue, ...]], i: int) -> Cue | None:
    """The cue of a sentence that only says who spoke in the one before: `"…" | A medic told the radio.`"""
    if i + 1 == len(sentences) or sentences[i + 1].block != sentences[i].block:
        return None
    closes = sentences[i].tokens[-1].lower in QUOTE_MARKS or sentences[i].tokens[-1].text in CLOSING
    if not closes or not cues[i + 1]:
        return None
    cue, behind = cues[i + 1][0], sentences[i + 1].tokens
    says_more = any(token.is_verb for token in behind[max(cue.cue_last, cue.source_last) + 1 :])
    return cue if cue.source_first == 0 and not cue.speech_act and not says_more else None
