"""What a speaker who denies, rejects or dismisses something denies."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.attributions import Cue
from dateline.coding.speech_verbs import denies_a_part
from dateline.coding.tokens import Sentence
from dateline.ontology.english import English

CLAIM_WITHIN = 7
"""How far behind "rejected" the claim that is rejected may stand."""


def denies(sentence: Sentence, cue: Cue, i: int, english: English) -> bool:
    """Whether the speaker denies what token `i` tells.

    Who rejects a truce or repudiates a murder does not deny it; only claims and reports are denied so.
    """
    if not cue.deny or i == cue.cue or not cue.covers(i) or is_in_relative(sentence, i, cue.cue):
        return False
    if sentence.tokens[cue.cue].lemma in english.events.denying:
        return True
    behind = sentence.lowers[cue.cue_last + 1 : cue.cue_last + CLAIM_WITHIN]
    return any(lower in english.events.responsibility or lower == "that" for lower in behind)


def tells_apart(sentence: Sentence, cue: Cue, harms: Sequence[int], english: English) -> bool:
    """ "denied a role in the attack *that killed ten*": whether the harms, by their words' tokens, are not of
    what is denied.
    """
    if not (harms and cue.deny and denies_a_part(sentence, cue.cue, english)):
        return False
    return all(is_in_relative(sentence, at, cue.cue) for at in harms)


def is_in_relative(sentence: Sentence, i: int, cue: int) -> bool:
    """ "denied using them in the war which has killed thousands": the relative clause is not what is
    denied.
    """
    for node in (i, *sentence.ancestors(i)):
        if node == cue:
            return False
        if sentence.tokens[node].dep == "relcl":
            return True
    return False
