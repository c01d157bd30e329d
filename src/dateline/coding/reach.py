"""How far what is said reaches: which side of its cue it stands on, and where the next speaker's words
begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.attributions import Cue, FoundCue, Phrase, Reach
from dateline.coding.tokens import QUOTE_MARKS, VERBS, Sentence
from dateline.ontology.english import English

OPENING = 12
"""A cue that begins this far into its sentence has content before it if a verb stands there."""

DAY_OF_SPEAKING = 6
FAR_FROM_SPEAKER = 4
"""A cue further than this behind its speaker (an apposition stands between) begins at its verb."""

VERBS_AND_NUMBERS = VERBS | {"NUM"}
VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN", "VB", "VBG"})


def reach_of_phrase(sentence: Sentence, first: int) -> Reach:
    """The reach of "according to …": all of the sentence that it opens, else what stands before it."""
    said_before = any(token.pos in VERBS for token in sentence.tokens[:first])
    return Reach.BACKWARD if said_before else Reach.WHOLE


def reach_of_verb(
    sentence: Sentence, i: int, speaker: Phrase, inverted: bool, english: English, *, speech_act: bool
) -> Reach:
    """The reach of a verb of saying at token `i`, whose speaker is `inverted` when behind it."""
    opens = begins(sentence, min(speaker[0], i))
    if speech_act:
        if opens:
            return Reach.WHOLE
        return Reach.BACKWARD if inverted else Reach.FORWARD
    last = max(speaker[1], i) if inverted else i
    if not opens and (_quotation_goes_on(sentence, last) or _is_inserted(sentence, speaker[0], last)):
        return Reach.WHOLE
    lemma = sentence.lemmas[i]
    if lemma in english.cues.count and lemma not in english.cues.say and not inverted:
        return Reach.FORWARD
    closes = ends(sentence, last, english)
    if opens != closes:
        return Reach.FORWARD if opens else Reach.BACKWARD
    return Reach.BACKWARD if inverted else _side_of_content(sentence, i, speaker, english)


def _quotation_goes_on(sentence: Sentence, last: int) -> bool:
    """ "…," the mayor said, "and …": what follows token `last` is said as well."""
    return sentence.lower(last + 1) == "," and sentence.lower(last + 2) in QUOTE_MARKS


def _is_inserted(sentence: Sentence, first: int, last: int) -> bool:
    """ "… killed ten, the ministry said, and wounded 40": the same sentence goes on with its next verb."""
    follows = sentence.token(last + 3)
    joined = sentence.reads(last + 1, (",", "and")) and sentence.lower(first - 1) == ","
    return joined and follows is not None and follows.is_verb and follows.tag in {"VBD", "VBN", "VBZ"}


def begins(sentence: Sentence, first: int) -> bool:
    """Whether nothing that could be said stands before token `first`: only conjunctions, adverbs, a day."""
    before = [token for token in sentence.tokens[:first] if token.pos in VERBS_AND_NUMBERS]
    if first >= OPENING:
        return not any(token.pos in VERBS for token in before)
    return all(token.tag == "VBG" and token.pos in VERBS for token in before)


def ends(sentence: Sentence, last: int, english: English) -> bool:
    """Whether only adjuncts follow token `last`: "said on Monday.", "told AFP by telephone"."""
    say, circumstances = english.cues.say, english.speech.circumstances
    for token in sentence.tokens[last + 1 :]:
        if token.lower == "that" and token.dep == "mark":
            return False
        if token.tag not in VERBAL or token.pos not in VERBS:
            continue
        if token.lemma not in say and token.lemma not in circumstances:
            return False
    return True


def _side_of_content(sentence: Sentence, i: int, speaker: Phrase, english: English) -> Reach:
    """Content on both sides: that-clauses follow, quotes and full clauses stand before."""
    after = i + 1
    while (token := sentence.token(after)) is not None and (
        token.pos == "ADV"
        or token.lower in english.grammar.weekdays
        or token.lower in english.speech.before_that
    ):
        after += 1
    if sentence.lower(after) == "that":
        return Reach.FORWARD
    before = sentence.lower(speaker[0] - 1)
    quoted = before in QUOTE_MARKS or (before == "," and sentence.lower(speaker[0] - 2) in QUOTE_MARKS)
    if quoted or sentence.lower(after) in english.speech.content_was_before:
        return Reach.BACKWARD
    for child in sentence.children[i]:
        if sentence.tokens[child].dep in {"ccomp", "xcomp"}:
            return Reach.FORWARD if child > i else Reach.BACKWARD
    return Reach.FORWARD


def with_contents(sentence: Sentence, found: Sequence[FoundCue], english: English) -> Iterator[Cue]:
    """Share the sentence out: a forward cue reaches to the next cue's own stretch, a backward one to
    the last's.
    """
    for k, cue in enumerate(found):
        first, last = _alone(sentence, cue, english)
        for other in found[k + 1 :]:
            last = min(last, _end_before(cue, other, last))
        for other in found[:k]:
            first = max(first, _start_behind(cue, other, first))
        yield Cue(
            cue=cue.cue,
            cue_last=cue.cue_last,
            source_first=cue.first,
            source_last=cue.last,
            reach=cue.reach,
            content_first=first,
            content_last=max(first, last),
            deny=cue.deny,
            speech_act=cue.speech_act,
            rule=cue.rule,
        )


def _alone(sentence: Sentence, cue: FoundCue, english: English) -> Phrase:
    """What the cue would cover if it were the only one."""
    end = len(sentence) - 1 if cue.until is None else cue.until
    if cue.reach is Reach.FORWARD:
        start = cue.own_first if cue.speech_act else _after_day(sentence, cue.own_last + 1, english)
        return start, end
    return 0, cue.own_first - 1 if cue.reach is Reach.BACKWARD else end


def _end_before(cue: FoundCue, later: FoundCue, last: int) -> int:
    """Where the content of `cue` ends for a later cue that takes what follows it."""
    if cue.reach is Reach.BACKWARD or later.reach is Reach.BACKWARD:
        return last
    start = _start_of(later)
    takes = later.reach is Reach.FORWARD or start > cue.own_last
    return start - 1 if takes else last


def _start_behind(cue: FoundCue, earlier: FoundCue, first: int) -> int:
    """Where the content of `cue` starts for an earlier cue that took what stands before it."""
    if cue.reach is Reach.FORWARD or earlier.first < 0:
        return first
    if earlier.reach is Reach.BACKWARD:
        return earlier.own_last + 1
    takes = earlier.reach is Reach.FORWARD and cue.reach is Reach.BACKWARD
    return _start_of(earlier) if takes else first


def _start_of(cue: FoundCue) -> int:
    far = cue.first >= 0 and cue.cue - cue.last > FAR_FROM_SPEAKER
    return cue.cue if far else cue.own_first


def _after_day(sentence: Sentence, first: int, english: English) -> int:
    """ "said on Monday | that …": the day of speaking is no part of what is said."""
    for token in sentence.tokens[first : first + DAY_OF_SPEAKING]:
        if token.lower == "that" and token.i > first:
            return token.i
        dated = token.entity == "DATE" or token.lower in english.grammar.weekdays
        if not dated and token.pos not in {"ADP", "ADV"}:
            break
    return first
