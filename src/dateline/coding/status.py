"""How the claimant puts an event, and whether it is older context."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.coding.aims import AIM, follows_from_condition, is_aim, kept_from, purpose_of
from dateline.coding.tokens import QUOTE_MARKS, VERBS, Sentence, Token
from dateline.model import Status
from dateline.ontology.english import English, Opens, Words
from dateline.ontology.english.statuses import WORDED

WINDOW = 6
"""How many words before an event a phrase of status may stand."""

CLEARED = 6
"""How many words before "of killing two" the verb that clears somebody of it may stand."""

GOVERNORS = 4
"""How many words above an event in the parse may govern it."""

GOVERNED_DEPS = frozenset(
    (
        *("xcomp", "ccomp", "aux", "advcl", "pobj", "prep", "dobj"),
        *("ROOT", "conj", "pcomp", "acl", "nsubj"),
    )
)
COMPLEMENTS = frozenset({"xcomp", "dobj", "prep", "ccomp", "pcomp"})
WANTING = frozenset({"of", "for", "against", "from", "to", "on", "about", "into", "upon"})
"""Prepositions that join what is wanted, feared, prevented, ... to its verb."""
APART = frozenset({"relcl", "advcl"})
CARRIED_DEPS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "pobj"})
NOUNS = frozenset({"NOUN", "PROPN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OF_A_WAR = frozenset({"which", "that", "since", "years", "months", "for", "over", "started"})
"""First words of what tells of a long time, whatever clause it stands in."""


ASKING_FIRST = frozenset(
    (
        *("did", "does", "do", "is", "was", "were", "are", "has", "have", "had"),
        *("could", "can", "will", "would"),
    )
)
"""What opens a question for yes or no."""

CONJUNCTIONS = frozenset({"but", "and", "so", "or"})
BREAKS = frozenset({":", ";", "?", "!", ".", "|", *QUOTE_MARKS})
KNOWN = frozenset({"the", "this", "that", "these", "those"})
TOLD_APART = frozenset({"relcl", "acl", "advcl"})

ASKING = (("whether",), ("if",))
"""Phrases of what is not known; it is the verb behind them that is asked for."""

DESCRIBING = frozenset({"be", "relate", "link", "connect", "tie"})
"""Verbs of what an event was, which say that it was: "if the attack was a reprisal"."""

PRESENT_PERFECT, RULING = frozenset({"has", "have"}), frozenset({"can", "cannot"})


def status_of(sentence: Sentence, at: int, last: int, english: English) -> tuple[Status, str]:
    """Status of the event whose trigger is tokens `at` to `last`, and the rule that tells it.

    By its auxiliaries, the verbs that govern it, and the words shortly before it.
    """
    carrier = _carrier(sentence, at, english)
    verbs = (at,) if carrier is None else (at, carrier)
    if _is_negated(sentence, at, english) or (
        carrier is not None and _is_negated(sentence, carrier, english)
    ):
        return Status.NEGATED, "statuses/negated"
    governors = _governors(sentence, at, english)
    kept = _failed(sentence, governors, english) or kept_from(sentence, at, english)
    if kept is not None:
        return kept
    if is_aim(sentence, at, english):
        return Status.PLANNED, AIM
    if follows_from_condition(sentence, at, english):
        return Status.HYPOTHETICAL, "statuses/hypothetical/condition"
    status, why = _worded(sentence, verbs, governors, last, english)
    return (status, why) if why else purpose_of(sentence, at, english) or (status, why)


def _failed(sentence: Sentence, governors: Sequence[int], english: English) -> tuple[Status, str] | None:
    """ "failed to capture the town", "foiled an attack"; "sent to prevent an attack" is only hoped for."""
    for governor in governors:
        token = sentence.tokens[governor]
        if token.lemma in english.statuses.failing:
            return Status.NEGATED, f"statuses/negated/verb/{token.lemma}"
        if token.lemma in english.statuses.preventing:
            hoped = token.tag == "VB"
            return Status.HYPOTHETICAL if hoped else Status.NEGATED, f"statuses/negated/verb/{token.lemma}"
    return None


def _worded(
    sentence: Sentence, verbs: Sequence[int], governors: Sequence[int], last: int, english: English
) -> tuple[Status, str]:
    """The status that auxiliaries, governing verbs and phrases before the event tell."""
    at = verbs[0]
    above = [sentence.lemmas[governor] for governor in governors]
    phrases = _phrases_in(sentence.lowers[max(0, at - WINDOW) : last + 1], english)
    if phrases.get(Status.HYPOTHETICAL) in ASKING and _is_presupposed(sentence, at):
        phrases = {status: phrase for status, phrase in phrases.items() if status is not Status.HYPOTHETICAL}
    # "Recapturing the town would cut the road": the subject's verb tells that it has not happened.
    told_above = sentence.deps[at] == "csubj" or _is_of_rule(sentence, at)
    told_by = (*verbs, sentence.heads[at]) if told_above else verbs
    auxiliaries = [word for verb in told_by for word in _auxiliaries(sentence, verb)]
    if not (above or phrases or auxiliaries):
        return Status.ASSERTED, ""
    for status in WORDED:
        words = english.statuses.of[status]
        if auxiliaries and not words.auxiliaries.isdisjoint(auxiliaries):
            if status is Status.HYPOTHETICAL and _is_reported_future(sentence, at):
                return Status.PLANNED, "statuses/planned/would"
            return status, f"statuses/{status}/auxiliary"
        for lemma in above:
            if lemma in words.verbs:
                return status, f"statuses/{status}/verb/{lemma}"
        if status in phrases:
            return status, f"statuses/{status}/phrase/{' '.join(phrases[status])}"
    return Status.ASSERTED, ""


def _is_presupposed(sentence: Sentence, at: int) -> bool:
    """ "whether a shooting *that left* two dead was gang-related", "if *the* attack was a reprisal": what is
    asked is another thing, and the event is known. Not "whether the attack took place"."""
    token = sentence.tokens[at]
    if token.pos not in NOUNS:
        return any(
            sentence.deps[i] == "relcl" and is_past(sentence, i) for i in (at, *sentence.ancestors(at))
        )
    if any(sentence.deps[child] == "relcl" and is_past(sentence, child) for child in sentence.children[at]):
        return True
    verb = sentence.tokens[token.head].lemma
    return token.dep in SUBJECTS and verb in DESCRIBING and _is_known(sentence, at)


def is_past(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells of what was: "left", "had left", "was killed"."""
    auxiliaries = {
        sentence.lemmas[c] for c in sentence.children[verb] if sentence.deps[c] in {"aux", "auxpass"}
    }
    return sentence.tokens[verb].tag == "VBD" or (
        sentence.tokens[verb].tag == "VBN" and auxiliaries <= {"have", "be"}
    )


def _is_of_rule(sentence: Sentence, at: int) -> bool:
    """ "donation can only take place after a person has died": what can be then, not what was."""
    token = sentence.tokens[at]
    if token.dep != "advcl" or PRESENT_PERFECT.isdisjoint(_auxiliaries(sentence, at)):
        return False
    return not RULING.isdisjoint(_auxiliaries(sentence, token.head))


def _phrases_in(lowers: Words, english: English) -> Mapping[Status, Words]:
    """The phrase of each status that stands somewhere among the words; of several the first of its list."""
    by_first = english.statuses.phrases_by_first
    standing = [
        (order, status, phrase)
        for i, lower in enumerate(lowers)
        if lower in by_first
        for order, status, phrase in by_first[lower]
        if lowers[i : i + len(phrase)] == phrase
    ]
    return {status: phrase for _, status, phrase in sorted(standing, reverse=True)} if standing else {}


def _governors(sentence: Sentence, at: int, english: English) -> list[int]:
    """The verbs whose complement holds the event: "plans to attack", "threatened attacks"."""
    found: list[int] = []
    looked = 0
    for above in sentence.ancestors(at):
        token = sentence.tokens[above]
        if token.dep not in GOVERNED_DEPS:
            continue
        if above < at and token.pos in VERBS and _governs(sentence, above, at, english):
            found.append(above)
        looked += 1
        if looked == GOVERNORS:
            break
    return found


def _governs(sentence: Sentence, governor: int, at: int, english: English) -> bool:
    node, tokens = at, sentence.tokens
    while tokens[node].head not in {governor, node}:
        if _stands_apart(tokens[node]):
            return False  # what stands in a clause of its own was not planned, feared, ... with the rest
        node = tokens[node].head
    if tokens[node].dep == "prep" and _stands_apart(tokens[node]):
        return False
    carried_out = tokens[governor].lemma in english.events.carrying_out and tokens[node].pos in NOUNS
    perfect = any(tokens[child].lemma == "have" for child in sentence.children[governor] if child < governor)
    passive = tokens[governor].tag == "VBN" and not perfect
    return tokens[node].dep in COMPLEMENTS and not passive and not carried_out


def _stands_apart(token: Token) -> bool:
    """ "cancelled a visit *after* the attack", "fear rebels *who* attacked"."""
    if token.dep == "prep":
        return token.lower not in WANTING
    return token.dep in APART or (token.dep == "acl" and token.tag != "VB")


def _carrier(sentence: Sentence, at: int, english: English) -> int | None:
    """The light verb that carries an event told by a noun: "had not carried out air strikes"."""
    if sentence.tokens[at].pos not in NOUNS:
        return None
    for node in (at, *sentence.ancestors(at)):
        head = sentence.tokens[sentence.tokens[node].head]
        if head.pos in VERBS:
            carries = sentence.tokens[node].dep in CARRIED_DEPS
            return head.i if carries and head.lemma in english.statuses.light_verbs else None
        if head.pos not in NOUNS:
            return None
    return None


def _is_reported_future(sentence: Sentence, at: int) -> bool:
    """ "said it would launch": the future of the past is a plan."""
    return any(sentence.lowers[child] == "would" for child in sentence.children[at])


def _auxiliaries(sentence: Sentence, at: int) -> list[str]:
    """The auxiliaries before the verb, its own and those that it shares, as printed and as lemmas."""
    shared = sentence.deps[at] in {"conj", "xcomp"}
    found: list[str] = []
    for verb in (at, sentence.heads[at]) if shared else (at,):
        for child in sentence.children[verb]:
            if child < at and sentence.deps[child] == "aux":
                found += sentence.forms[child]
    return found


def _is_negated(sentence: Sentence, at: int, english: English) -> bool:
    negations = english.statuses.negations
    for child in sentence.children[at]:
        if child > at:
            break
        lower = sentence.lowers[child]
        if sentence.deps[child] == "neg" or (lower in negations and lower != "without"):
            return True
        if sentence.deps[child] in SUBJECTS and _is_nobody(sentence, child):
            return True
    return (
        _is_of_none(sentence, at)
        or _is_under_negation(sentence, at)
        or sentence.around[at - 1] in {"not", "never"}
    )


def _is_nobody(sentence: Sentence, subject: int) -> bool:
    """ "*neither* driver was hurt", "*no one* else was", "*not a* soul was"."""
    for child in sentence.children[subject]:
        if child > subject:
            return False
        if sentence.lowers[child] in {"no", "neither", "not"}:
            return sentence.lower(child + 1) not in {"only", "just", "least", "fewer", "less"}
    return False


def _is_of_none(sentence: Sentence, at: int) -> bool:
    """ "no shots fired", "no casualties or damage"."""
    token = sentence.tokens[at]
    if token.dep != "acl" and not (token.dep == "conj" and token.pos in NOUNS):
        return False
    head = sentence.tokens[token.head]
    if head.i >= at or head.pos not in NOUNS:
        return False
    return any(sentence.lowers[child] == "no" for child in sentence.children[head.i])


def _is_under_negation(sentence: Sentence, at: int) -> bool:
    """ "did not manage to capture", but not "did not say that …"."""
    if sentence.deps[at] not in {"xcomp", "ccomp"}:
        return False
    head = sentence.tokens[sentence.heads[at]]
    if head.i == at or head.lemma in {"know", "say"}:
        return False
    return any(sentence.tokens[child].dep == "neg" and child < at for child in sentence.children[head.i])


def is_asked(sentence: Sentence, at: int) -> bool:
    """ "*Did* the army *kill* 40 people?": whether a question for yes or no asks for it. What it tells in a
    clause of its own ("… the blast that killed ten?") is not asked for, nor what it has an article for.
    """
    mark = next((i for i in range(at, len(sentence)) if sentence.lowers[i] == "?"), None)
    if mark is None:
        return False
    breaks = (i for i in range(at, -1, -1) if sentence.lowers[i] in BREAKS)
    start = next(breaks, -1) + 1
    start += sentence.lower(start) in CONJUNCTIONS
    if sentence.lower(start) not in ASKING_FIRST:
        return False
    if _is_known(sentence, at):
        return False
    if _is_of_subject(sentence, start, at):
        return True
    above = [sentence.tokens[i] for i in (at, *sentence.ancestors(at))]
    return not any(
        token.dep in TOLD_APART and not (token.dep == "advcl" and token.tag == "VBG") for token in above
    )


def _is_of_subject(sentence: Sentence, be: int, at: int) -> bool:
    """ "*were* 12 people *killed*?", which the parser takes for people who were."""
    subject = sentence.heads[at]
    passive = sentence.deps[at] == "acl" and sentence.tokens[at].tag == "VBN"
    return passive and sentence.heads[subject] == be < subject and not _is_known(sentence, subject)


def _is_known(sentence: Sentence, i: int) -> bool:
    known = any(sentence.lowers[child] in KNOWN for child in sentence.children[i] if child < i)
    return known or sentence.lowers[i] in KNOWN


def is_background(sentence: Sentence, at: int, english: English) -> bool:
    """Whether the sentence itself tells that the event at token `at` is older context (its dates are looked
    at when they are resolved).
    """
    phrases = english.statuses.background
    for i in sentence.places(Opens.BACKGROUND):
        by_second = phrases.get(sentence.lowers[i], {})
        for words in (*by_second.get("", ()), *by_second.get(sentence.around[i + 1], ())):
            if sentence.reads(i, words) and not _is_of_another(sentence, i, at):
                return True
    return _is_cleared_of(sentence, at, english)


def _is_cleared_of(sentence: Sentence, at: int, english: English) -> bool:
    """ "a court cleared an officer *of killing* two": an old deed, and whose it was not."""
    of = at - 1 if sentence.lower(at - 1) == "of" else at - 2
    if sentence.lower(of) != "of" or (of == at - 2 and sentence.lower(at - 1) not in {"the", "a"}):
        return False
    for token in reversed(sentence.tokens[max(0, of - CLEARED) : of]):
        if token.lemma in english.statuses.clearing:
            return True
        if token.is_verb or token.pos == "PUNCT":
            return False
    return False


def _is_of_another(sentence: Sentence, adverb: int, at: int) -> bool:
    """ "captured a town once called the capital of the revolt": the adverb tells of a thing in the event, in
    a clause that has its own verb."""
    if sentence.lowers[adverb] in OF_A_WAR:
        return False  # "in a war that began in 2011", "years of war": all that happened in it
    lower = next((i for i in (adverb, *sentence.ancestors(adverb)) if _is_about_a_thing(sentence, i)), None)
    return lower is not None and lower != at and lower not in sentence.ancestors(at)


def _is_about_a_thing(sentence: Sentence, i: int) -> bool:
    """Whether token `i` is the verb of a clause that only describes something named before."""
    token = sentence.tokens[i]
    if token.dep == "relcl" or (token.dep == "acl" and token.tag in {"VBN", "VBG", "VBD"}):
        return True
    bare = sentence.child_deps(i).isdisjoint({"nsubj", "nsubjpass", "mark", "aux"})
    return token.dep == "advcl" and token.tag in {"VBN", "VBD"} and bare


def is_total(sentence: Sentence, english: English) -> bool:
    """Whether its tolls add up a war or a long period."""
    text = sentence.text
    if any(pattern.search(text) for pattern in english.statuses.totals):
        return True
    lower, in_lower_case = text.lower(), english.statuses.totals_in_lower_case
    return in_lower_case is not None and in_lower_case.search(lower) is not None
