"""How a place's name hangs together with the words of an event, in the parse of their sentence.

"A bomb in X killed two people who had fled Y": X is the scene, Y lies in a clause about somebody else. What
stands in the event's own clause or in one above it goes before what a lower clause names.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from dateline.coding.tokens import Sentence, Token
from dateline.model import Span

SAME_EVENT = frozenset({"pcomp", "xcomp"})
"""Lower clauses that tell of the same event: "an offensive aimed at retaking X"."""

BESIDE = frozenset({"advcl", "conj"})
"""Lower clauses that tell of an event at the same time: "killed when a bomb went off in X"."""

APART = frozenset({"relcl", "acl", "ccomp", "csubj", "parataxis"})
"""Lower clauses that tell of somebody in the event, or of what somebody says."""

ABOUT_A_TIME = frozenset({"relcl", "acl", "ccomp", "advcl"})
"""Clauses that may hang on the noun of a time."""

SUBJECTS = frozenset({"nsubj", "csubj"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
TRANSITIVE = frozenset({"dobj", "ccomp", "xcomp"})
LISTED = frozenset({"conj", "appos"})
_COST = {**dict.fromkeys(SAME_EVENT, 0), **dict.fromkeys(BESIDE, 1), **dict.fromkeys(APART, 2)}


class Attachment(NamedTuple):
    """How a place stands to an event.

    `clauses` counts the lower clauses between them, 0 in the event's own or one above it; `above` when it
    stands in one above; `doer` when the
    place does it ("X said", "by X"), `target` when it is done to the place itself ("captured X"), `origin`
    when somebody or something comes from there ("fighters from X", "shells fired from X"), `afterwards` when
    people were brought there when it was over ("surrendered and were questioned in X").
    """

    clauses: int
    above: bool = False
    doer: bool = False
    target: bool = False
    origin: bool = False
    afterwards: bool = False

    @property
    def depth(self) -> int:
        """How far apart they are, as far as it matters: 0 to 2."""
        return min(self.clauses + self.above, 2)


_START, _END = attrgetter("start"), attrgetter("end")
NEXT_TO_NOTHING = Attachment(clauses=0)


def attachments(
    sentence: Sentence, places: Iterable[Span], trigger: Span, firing: frozenset[str], keeping: frozenset[str]
) -> dict[int, Attachment]:
    """How the words of each place hang together with those of `trigger`, of one sentence of the stored text;
    by where the place starts.

    `firing` are the lemmas of verbs that send something from where they are done, `keeping` of those that say
    where people are kept or treated after an event.
    """
    event = _head(sentence, trigger)
    if event is None:
        return {place.start: NEXT_TO_NOTHING for place in places}
    above = [event.i, *sentence.ancestors(event.i)]
    return {place.start: _attachment(sentence, place, above, firing, keeping) for place in places}


def _attachment(
    sentence: Sentence, place: Span, above: list[int], firing: frozenset[str], keeping: frozenset[str]
) -> Attachment:
    """How a place hangs together with an event: `above` are its token and the heads of it, nearest first."""
    name = _head(sentence, place)
    if name is None:
        return NEXT_TO_NOTHING
    path: list[Token] = []
    meet = len(above)
    for i in (name.i, *sentence.ancestors(name.i)):
        if i in above:
            meet = above.index(i)
            break
        path.append(sentence.tokens[i])
    if not path:
        return NEXT_TO_NOTHING
    lowest = path[-1]
    listed = 0
    while listed < len(path) - 1 and path[listed].dep in LISTED:
        listed += 1
    own = path[listed:]
    return Attachment(
        clauses=sum(_clause(token) for token in path),
        above=any(_clause(sentence.tokens[i]) for i in above[:meet]),
        doer=_acts(sentence, own),
        target=lowest.head == above[0] and own == [lowest] and lowest.dep in OBJECTS,
        origin=len(own) > 1 and own[1].lower == "from" and _is_origin(sentence, own[1], firing),
        afterwards=any(token.dep == "conj" and token.is_verb and token.lemma in keeping for token in path),
    )


def _is_origin(sentence: Sentence, preposition: Token, firing: frozenset[str]) -> bool:
    """ "Fighters from X", "rockets fired from X"."""
    left = sentence.tokens[preposition.head]
    return left.is_nominal or left.lemma in firing


def is_told_of_a_time(sentence: Sentence, words: Span, times: frozenset[str]) -> bool:
    """Whether `words` stand in a clause that only says when the rest was: "on the day that troops stormed X".

    `times` are lemmas of days and the like.
    """
    if times.isdisjoint(sentence.lemmas):
        return False
    name = _head(sentence, words)
    if name is None:
        return False
    return any(
        sentence.tokens[i].dep in ABOUT_A_TIME and sentence.lemmas[sentence.tokens[i].head] in times
        for i in (name.i, *sentence.ancestors(name.i))
    )


def _acts(sentence: Sentence, path: Sequence[Token]) -> bool:
    """Whether the place does something: "Washington denied it", "a truce brokered by Ankara". What it
    undergoes without an object ("the town fell") is no deed."""
    first = path[0]
    if len(path) > 1 and first.dep == "pobj" and path[1].dep == "agent":
        return True
    return first.dep in SUBJECTS and bool(sentence.child_deps(first.head) & TRANSITIVE)


def _clause(token: Token) -> int:
    if token.dep == "conj" and not token.is_verb:
        return 0
    return _COST.get(token.dep, 0)


def _head(sentence: Sentence, span: Span) -> Token | None:
    """The token of the span on which its others depend; None when the sentence does not hold it."""
    tokens = sentence.tokens
    inside = tokens[bisect_right(tokens, span.start, key=_END) : bisect_left(tokens, span.end, key=_START)]
    if len(inside) < 2:
        return inside[0] if inside else None
    return next((t for t in inside if t.head == t.i or not _holds(inside, t.head)), None)


def _holds(tokens: Sequence[Token], i: int) -> bool:
    return tokens[0].i <= i <= tokens[-1].i
