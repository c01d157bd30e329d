"""Which act of a sentence did the harm that its tolls tell of; harm that none can have done is a claim
of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.coding.attributions import Cue, cue_for
from dateline.coding.denials import denies, is_in_relative
from dateline.coding.earlier_acts import earlier_act
from dateline.coding.groups import Group, Kinds, is_violent
from dateline.coding.harms import HarmWord, SentenceToll
from dateline.coding.noun_kinds import is_fighting
from dateline.coding.participants import objects_of, subjects_of
from dateline.coding.person_nouns import person_class
from dateline.coding.status import is_past, status_of
from dateline.coding.tokens import Sentence
from dateline.model import EventType, Harm, Status
from dateline.ontology.english import English

OWN_EVENT = {
    Harm.CAPTURED: EventType.ARREST,
    Harm.DISPLACED: EventType.DISPLACEMENT,
    Harm.EVACUATED: EventType.EVACUATION,
    Harm.SURRENDERED: EventType.SURRENDER,
    Harm.BESIEGED: EventType.SIEGE,
}
"""The event that a toll tells of by itself; killed, injured and missing tell of none."""

DONE_BY = {
    Harm.CAPTURED: {
        EventType.ARREST,
        EventType.ABDUCTION,
        EventType.ARMED_CLASH,
        EventType.TERRITORY_CAPTURED,
    },
    Harm.DISPLACED: {EventType.DISPLACEMENT, EventType.EVACUATION},
    Harm.EVACUATED: {EventType.EVACUATION, EventType.WITHDRAWAL},
    Harm.SURRENDERED: {EventType.SURRENDER},
    Harm.BESIEGED: {EventType.SIEGE},
}
"""The events that can do a harm; killed, injured and missing can be by any violence."""

SAME_CLAUSE, GOVERNS = 8, 6
"""How many words nearer an act counts in the clause of the harm, and when one governs the other."""

FARTHEST = 1000

UNREAL = frozenset({Status.PLANNED, Status.THREATENED, Status.HYPOTHETICAL})


class HarmSorter(NamedTuple):
    """Puts the harm of one sentence to its acts."""

    sentence: Sentence
    cues: Sequence[Cue]
    english: English
    kinds: Kinds

    def add_to(self, groups: list[Group], tolls: Sequence[SentenceToll], harms: Sequence[HarmWord]) -> None:
        """Adds tolls, and words of harm to people without a number, to `groups` or as new ones."""
        acts = list(groups)
        for toll in tolls:
            cue = cue_for(self.cues, toll.harm_at) or cue_for(self.cues, toll.first)
            if toll.harm is Harm.CAPTURED:
                self._take_people(groups, acts, toll.harm_at)
            self._home(groups, acts, toll.harm, toll.harm_at, cue).tolls.append(toll)
        counted = {(toll.harm, toll.harm_at) for toll in tolls} if harms else ()
        for word in harms:
            if word.harm not in {Harm.KILLED, Harm.INJURED} or word.how not in {"patient", "agent"}:
                continue
            if (word.harm, word.first) in counted or any(act.anchors_at(word.first) for act in acts):
                continue
            if not self._harms_people(word):
                continue
            cue = cue_for(self.cues, word.first)
            self._home(groups, acts, word.harm, word.first, cue).harms.append(word)

    def _take_people(self, groups: list[Group], acts: list[Group], at: int) -> None:
        """ "captured a leader", "the capture of three men": who takes people takes no territory."""
        for group in acts:
            if group.event is not EventType.TERRITORY_CAPTURED or {a.first for a in group.anchors} != {at}:
                continue
            group.event = EventType.ARREST
            same = (g for g in acts if g.cue is group.cue and g.event is EventType.ARREST and g is not group)
            if (other := next(same, None)) is not None:
                other.anchors.extend(group.anchors)
                acts.remove(group)
                groups.remove(group)
            return

    def _home(
        self, groups: list[Group], acts: Sequence[Group], harm: Harm, at: int, cue: Cue | None
    ) -> Group:
        """The nearest group whose act can have done the harm; a group of its own when there is none."""
        fitting = [group for group in acts if group.cue is cue and self._can_have_done(group, harm)]
        beside = [group for group in fitting if self._is_told_beside(group, at)]
        fitting = [group for group in fitting if group not in beside]
        earlier = earlier_act(self.sentence, at, self.english)
        fitting = [group for group in fitting if group.earlier == earlier]
        if cue is not None and denies(self.sentence, cue, cue.content_last, self.english):
            fitting = [group for group in fitting if self._is_alike_denied(group, at, cue)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return min(fitting, key=lambda group: (self._distance(group, at), group.first))
        event = OWN_EVENT.get(harm)
        for group in groups:
            if group.cue is cue and not group.anchors and (group.event, group.earlier) == (event, earlier):
                return group
        groups.append(Group(event, cue, rule=f"harms/{harm}", earlier=earlier, beside=bool(beside)))
        return groups[-1]

    def _is_told_beside(self, group: Group, at: int) -> bool:
        """ "plans to attack Darat, *where* two men *were killed*": what was only planned, threatened or
        feared did no harm that is told of something else in it; "called for a strike, which killed two"
        did."""
        sentence, main = self.sentence, group.main
        for i in (at, *sentence.ancestors(at)):
            if i == main:
                return False
            if sentence.deps[i] == "relcl" and is_past(sentence, i):
                of = sentence.heads[i]
                apart = not group.anchors_at(of) and main in sentence.ancestors(of)
                return apart and status_of(sentence, main, main, self.english)[0] in UNREAL
        return False

    def _is_alike_denied(self, group: Group, at: int, cue: Cue) -> bool:
        """ "denied using gas in the war which has killed thousands": the dead are not of the deed denied."""
        return is_in_relative(self.sentence, at, cue.cue) == is_in_relative(
            self.sentence, group.main, cue.cue
        )

    def _can_have_done(self, group: Group, harm: Harm) -> bool:
        if harm in DONE_BY:
            return group.event in DONE_BY[harm]
        if group.event is EventType.ABDUCTION:
            return harm is Harm.MISSING
        return is_violent(group, self.kinds)

    def _distance(self, group: Group, at: int) -> int:
        """Words between, fewer in the same clause and where one governs the other."""
        sentence = self.sentence
        clause, above = sentence.clause_of(at), set(sentence.ancestors(at))
        best = FARTHEST
        for anchor in group.anchors:
            gap = min(abs(anchor.first - at), abs(anchor.last - at))
            if sentence.clause_of(anchor.first) == clause:
                gap -= SAME_CLAUSE
            if anchor.first in above or at in sentence.ancestors(anchor.first):
                gap -= GOVERNS
            best = min(best, gap)
        return best

    def _counts_what_follows(self, head: int) -> bool:
        return self.sentence.lower(head) in self.english.events.many and self.sentence.lower(head + 1) == "of"

    def _is_name(self, head: int) -> bool:
        """ "killing Omar Haddad": a name that is no country's or people's."""
        token = self.sentence.tokens[head]
        is_name = token.tag == "NNP" and token.text[:1].isupper() and not token.entity
        return is_name and not self.sentence.title

    def _harms_people(self, word: HarmWord) -> bool:
        """Whether a word of harm without a number is said of people."""
        heads = [*objects_of(self.sentence, word.first, word.last, self.english)]
        if word.how == "agent":
            heads += subjects_of(self.sentence, word.first)
        verb = self.sentence.tokens[word.first].lemma
        may_be_named = verb not in self.english.harms[word.harm].patient_named  # "lost the town of Darat"
        # "hundreds of trees" are no people: the noun behind "of" tells.
        heads = [head for head in heads if not self._counts_what_follows(head)]
        return any(
            (may_be_named and self._is_name(head))
            or person_class(self.sentence, head, self.english) is not None
            or self.sentence.tokens[head].entity == "NORP"
            or is_fighting(self.sentence, head, self.english)
            for head in heads
        )
