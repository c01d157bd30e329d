"""From the anchors, tolls and cues of a sentence to its draft claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.coding.anchors import FORCE_NOUNS, Anchor, find_anchors, objects_of, subjects_of
from dateline.coding.attribution import Cue, cue_for, find_cues
from dateline.coding.drafts import DraftActor, DraftClaim
from dateline.coding.people import person_class
from dateline.coding.status import is_aggregate, is_background, status_of
from dateline.coding.tokens import Sentence
from dateline.coding.tolls import HarmWord, SentenceToll, find_harms, find_tolls
from dateline.coding.weapons import attack_kind
from dateline.model import EventType, Harm, Role, Span, Status, Toll
from dateline.ontology.english import English
from dateline.ontology.event_types import EventKind

HARM_EVENTS = {
    Harm.CAPTURED: EventType.ARREST,
    Harm.DISPLACED: EventType.DISPLACEMENT,
    Harm.EVACUATED: EventType.EVACUATION,
    Harm.SURRENDERED: EventType.SURRENDER,
    Harm.BESIEGED: EventType.SIEGE,
}
"""The event that a toll tells of by itself; killed, injured and missing tell of none."""

FITTING = {
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
RESPONSIBILITY = frozenset(
    {
        "responsibility",
        "involvement",
        "allegation",
        "allegations",
        "accusation",
        "accusations",
        "claim",
        "claims",
        "charge",
        "charges",
        "role",
        "culpability",
        "report",
        "reports",
    }
)


@dataclass
class Group:
    """Anchors and tolls of one sentence that make one claim."""

    event: EventType | None
    cue: Cue | None
    anchors: list[Anchor] = field(default_factory=list)
    tolls: list[SentenceToll] = field(default_factory=list)
    harms: list[HarmWord] = field(default_factory=list)
    rule: str = ""
    responsibility: bool = False
    reference: bool = False
    forced: Status | None = None

    @property
    def first(self) -> int:
        return min(
            [a.first for a in self.anchors] + [t.first for t in self.tolls] + [h.first for h in self.harms]
        )

    @property
    def last(self) -> int:
        return max(
            [a.last for a in self.anchors]
            + [max(t.last, t.harm_at) for t in self.tolls]
            + [h.last for h in self.harms]
        )

    @property
    def main(self) -> int:
        """The token that says what happened."""
        verbs = [a for a in self.anchors if a.part_of_speech == "verb"]
        if self.anchors:
            return (verbs or self.anchors)[0].first
        return self.harms[0].first if self.harms else self.tolls[0].harm_at


@dataclass(frozen=True)
class SentenceReader:
    """Reads sentences into groups with one lexicon."""

    english: English
    kinds: Mapping[EventType, EventKind]

    def groups(self, sentence: Sentence, cues: tuple[Cue, ...]) -> list[Group]:
        """The claims of a sentence as groups, in order of their first token."""
        anchors = [a for a in find_anchors(sentence, self.english) if not _is_cue_word(a, cues)]
        speaking = {i for c in cues if c.has_source for i in range(c.source_first, c.source_last + 1)}
        tolls = list(find_tolls(sentence, self.english, speaking))
        harms = [
            h
            for h in find_harms(sentence, self.english)
            if h.how in {"patient", "agent"} and self._harms_people(sentence, h)
        ]
        groups = self._acts(sentence, anchors, cues)
        self._add_harm(sentence, groups, tolls, harms, cues)
        for group in groups:
            group.reference = not self._stands(sentence, group)
        groups = [g for g in groups if not g.reference or self._violent(g)]
        if is_aggregate(sentence) and any(g.tolls for g in groups):
            groups = [g for g in groups if g.tolls]
        groups += self._denials(sentence, groups, cues)
        taken = {i for a in anchors for i in range(a.first, a.last + 1)}
        for group in groups:
            self._tell_kind(sentence, group, taken)
        groups = self._absorbed(sentence, groups)
        return sorted(groups, key=lambda g: (g.first, g.last))

    def _acts(self, sentence: Sentence, anchors: list[Anchor], cues: tuple[Cue, ...]) -> list[Group]:
        groups: list[Group] = []
        for anchor in anchors:
            cue = cue_for(cues, anchor.first)
            kind = self.kinds[anchor.event] if anchor.event else None
            same = next(
                (
                    g
                    for g in groups
                    if g.cue is cue
                    and g.event == anchor.event
                    and (kind is None or kind.violent or not kind.deed or _near(g, anchor))
                ),
                None,
            )
            if same is None:
                same = Group(anchor.event, cue, rule=anchor.rule)
                groups.append(same)
            same.anchors.append(anchor)
        return groups

    def _violent(self, group: Group) -> bool:
        return group.event is None or self.kinds[group.event].violent

    def _add_harm(
        self,
        sentence: Sentence,
        groups: list[Group],
        tolls: list[SentenceToll],
        harms: list[HarmWord],
        cues: tuple[Cue, ...],
    ) -> None:
        acts = list(groups)
        for toll in tolls:
            cue = cue_for(cues, toll.harm_at) or cue_for(cues, toll.first)
            self._home(sentence, groups, acts, toll.harm, toll.harm_at, toll.first, cue).tolls.append(toll)
        for harm in harms:
            if any(t.harm is harm.harm and t.harm_at == harm.first for t in tolls):
                continue
            if any(a.first <= harm.first <= a.last for g in acts for a in g.anchors):
                continue
            if harm.harm not in {Harm.KILLED, Harm.INJURED}:
                continue
            cue = cue_for(cues, harm.first)
            self._home(sentence, groups, acts, harm.harm, harm.first, harm.first, cue).harms.append(harm)

    def _home(
        self,
        sentence: Sentence,
        groups: list[Group],
        acts: list[Group],
        harm: Harm,
        at: int,
        first: int,
        cue: Cue | None,
    ) -> Group:
        """The group whose act did the harm; a group of its own when no act of the sentence can have."""
        fitting = [g for g in acts if g.cue is cue and self._fits(g, harm)]
        if fitting:
            return min(fitting, key=lambda g: (self._distance(sentence, g, at), g.first))
        event = HARM_EVENTS.get(harm)
        for group in groups:
            if group.cue is cue and not group.anchors and group.event == event:
                return group
        group = Group(event, cue, rule=f"harms/{harm}")
        groups.append(group)
        return group

    def _fits(self, group: Group, harm: Harm) -> bool:
        if harm in FITTING:
            return group.event in FITTING[harm]
        if harm is Harm.MISSING:
            return self._violent(group) or group.event is EventType.ABDUCTION
        return self._violent(group) and group.event not in {EventType.ABDUCTION}

    def _distance(self, sentence: Sentence, group: Group, at: int) -> int:
        """Nearer in the same clause, else by words between; generic attacks give way to named acts."""
        clause = sentence.clause_of(at)
        best = 1000
        for anchor in group.anchors:
            gap = min(abs(anchor.first - at), abs(anchor.last - at))
            if sentence.clause_of(anchor.first) == clause:
                gap -= 8
            if anchor.first in sentence.ancestors(at) or at in sentence.ancestors(anchor.first):
                gap -= 6
            best = min(best, gap)
        return best

    def _harms_people(self, sentence: Sentence, harm: HarmWord) -> bool:
        """Whether a word of harm without a number is said of people."""
        heads = (
            *objects_of(sentence, harm.first, harm.last),
            *(subjects_of(sentence, harm.first) if harm.how == "agent" else ()),
        )
        return any(
            person_class(sentence, head, self.english) is not None
            or sentence.tokens[head].entity in {"PERSON", "NORP"}
            or sentence.lowers[head] in FORCE_NOUNS - {"it", "that", "which"}
            for head in heads
        )

    def _stands(self, sentence: Sentence, group: Group) -> bool:
        """A bare reference ("the attack") tells of no event of its own."""
        if group.tolls or group.harms:
            return True
        verbs = [a for a in group.anchors if a.part_of_speech != "noun"]
        if verbs:
            return True
        if all(anchor.definite for anchor in group.anchors):
            return False
        anchor = group.anchors[0]
        if group.event is None and self._is_reference(sentence, anchor):
            return False
        return not self._is_modifier(sentence, anchor)

    def _is_reference(self, sentence: Sentence, anchor: Anchor) -> bool:
        before = sentence.lowers[max(0, anchor.first - 2) : anchor.first]
        return any(word in {"the", "this", "that", "any", "such", "its"} for word in before)

    def _is_modifier(self, sentence: Sentence, anchor: Anchor) -> bool:
        token = sentence.tokens[anchor.last]
        head = sentence.tokens[token.head]
        if head.lemma in self.english.triggers_by_first:
            return False  # "suicide bomb attack": the noun it stands before tells of an event too
        return (
            token.dep in {"compound", "amod", "nmod"}
            and sentence.tokens[token.head].pos == "NOUN"
            and token.head > anchor.last
        )

    def _denials(self, sentence: Sentence, groups: list[Group], cues: tuple[Cue, ...]) -> list[Group]:
        """ "denied responsibility": a denial of the deed told before."""
        found = []
        for cue in cues:
            claims = sentence.tokens[cue.cue].lemma in {"claim", "admit", "accept"}
            if not (cue.deny or claims) or not cue.has_source:
                continue
            if any(g.cue is cue for g in groups):
                continue
            window = range(cue.cue + 1, min(cue.cue + 6, len(sentence)))
            at = next(
                (
                    i
                    for i in window
                    if sentence.lowers[i] in (RESPONSIBILITY if cue.deny else {"responsibility"})
                ),
                None,
            )
            if at is None or sentence.lowers[cue.source_first] in {"no", "nobody"}:
                continue
            anchor = Anchor(cue.cue, at, None, "verb", cue.rule, False)
            found.append(
                Group(
                    None,
                    cue,
                    [anchor],
                    rule=f"{cue.rule}/responsibility",
                    responsibility=True,
                    forced=Status.DENIED if cue.deny else None,
                )
            )
        return found

    def _tell_kind(self, sentence: Sentence, group: Group, taken: set[int]) -> None:
        """The kind of an attack or harm that no trigger tells, by the weapons named around it."""
        if group.responsibility:
            return
        if group.event is not None and not self.kinds[group.event].violent:
            return
        first, last = self._reach(sentence, group)
        own = {i for a in group.anchors for i in range(a.first, a.last + 1)}
        kind = attack_kind(sentence, first, last, self.english, taken - own)
        if kind is None:
            return
        event, rule = kind
        if (
            group.event is None
            or self.kinds[event].rank > self.kinds[group.event].rank
            and event in {EventType.SUICIDE_BOMBING, EventType.CHEMICAL_ATTACK}
        ):
            if (
                group.event is None
                and not group.anchors
                and rule.endswith(("clash", "battle", "fighting", "ambush", "infantry", "ground force"))
            ):
                return
            group.event = event
            group.rule = f"{group.rule}+{rule}"

    def _reach(self, sentence: Sentence, group: Group) -> tuple[int, int]:
        """The clauses of the group's words, inside what its cue covers."""
        first, last = group.first, group.last
        for i in {group.main, *[a.first for a in group.anchors], *[t.harm_at for t in group.tolls]}:
            low, high = sentence.subtree(sentence.clause_of(i))
            first, last = min(first, low), max(last, high)
        if group.cue is not None:
            first = max(first, min(group.cue.content_first, group.first))
            last = min(last, max(group.cue.content_last, group.last))
        return first, last

    def _absorbed(self, sentence: Sentence, groups: list[Group]) -> list[Group]:
        """One act told twice in a sentence ("a suicide bombing that struck a wedding") is one claim."""
        violent = [g for g in groups if self._violent(g) and not g.responsibility]
        kept = [g for g in groups if not self._violent(g) or g.responsibility]
        done: list[Group] = []
        for group in sorted(violent, key=lambda g: -(self.kinds[g.event].rank if g.event else 0)):
            host = next((d for d in done if d.cue is group.cue and self._one_act(sentence, d, group)), None)
            if host is None:
                done.append(group)
                continue
            host.reference = host.reference and group.reference
            host.anchors += group.anchors
            host.tolls += [t for t in group.tolls if t not in host.tolls]
            host.harms += group.harms
        return kept + done

    def _one_act(self, sentence: Sentence, host: Group, other: Group) -> bool:
        if other.event is None or host.event == other.event:
            return True
        if other.event in {
            EventType.ARMED_CLASH,
            EventType.ATTACK_ON_CIVILIANS,
            EventType.BOMBING,
            EventType.SHELLING,
            EventType.UNSPECIFIED_VIOLENCE,
            EventType.AIR_STRIKE,
        }:
            if not other.tolls and all(a.part_of_speech == "noun" for a in other.anchors):
                return (
                    sentence.clause_of(other.main) == sentence.clause_of(host.main)
                    or abs(other.main - host.main) <= 6
                )
            return sentence.clause_of(other.main) == sentence.clause_of(host.main) and not (
                other.tolls and host.tolls
            )
        return False


def _near(group: Group, anchor: Anchor) -> bool:
    return anchor.first - group.last <= 12


def _is_cue_word(anchor: Anchor, cues: tuple[Cue, ...]) -> bool:
    """A verb of saying is a trigger only when saying is the deed (demands, accusations, threats)."""
    return any(
        cue.cue == anchor.first
        and not cue.speech_act
        and anchor.event not in {EventType.THREAT, EventType.ACCUSATION, EventType.DEMAND}
        for cue in cues
    ) or any(cue.has_source and cue.source_first <= anchor.first <= cue.source_last for cue in cues)


def draft_claim(
    sentence: Sentence, group: Group, others: list[Group], speech: int | None, english: English
) -> DraftClaim:
    """The group as a draft: its quote, actors, tolls, status."""
    first, last = _quote(sentence, group, others)
    if group.forced is not None:
        status, why = group.forced, "denied"
    elif (
        group.cue is not None
        and not _in_relative(sentence, group.main, group.cue.cue)
        and group.cue.deny
        and group.cue.content_first <= group.main <= group.cue.content_last
    ):
        status, why = Status.DENIED, group.cue.rule
    else:
        status, why = status_of(
            sentence,
            group.main,
            max([a.last for a in group.anchors if a.first == group.main] or [group.main]),
            english,
        )
    if group.tolls and all(t.low == 0 and t.high == 0 for t in group.tolls):
        status, why = Status.NEGATED, "zero"
    elif group.tolls and status is Status.NEGATED:
        status, why = Status.ASSERTED, ""
    trigger = _trigger(sentence, group)
    aggregate = bool(group.tolls) and (
        is_aggregate(sentence)
        or any(t.harm is Harm.KILLED and (t.low or 0) >= WAR_TOTAL for t in group.tolls)
    )
    excluded = []
    for cue in find_cues(sentence, english):
        tokens = [i for i in (cue.source_first, cue.source_last, cue.cue, cue.cue_last) if i >= 0]
        excluded.append((sentence.tokens[min(tokens)].start, sentence.tokens[max(tokens)].end))
    return DraftClaim(
        sentence=sentence.index,
        title=sentence.title,
        quote=sentence.span(first, last),
        trigger=trigger,
        event=group.event,
        otherwise=next((a.otherwise for a in group.anchors if a.otherwise is not None), None),
        reference=group.reference,
        actors=tuple(_actors(sentence, group, english)),
        tolls=tuple(_toll(toll) for toll in _each_once(group.tolls)),
        speech=speech,
        status=status,
        background=is_background(sentence, english) or aggregate,
        aggregate=aggregate,
        responsibility=group.responsibility,
        scopes=((sentence.tokens[first].start, sentence.tokens[last].end), (sentence.start, sentence.end)),
        excluded=tuple(excluded),
        rule=group.rule + (f" [{why}]" if why else ""),
    )


def _each_once(tolls: list[SentenceToll]) -> list[SentenceToll]:
    """The tolls in order; a number said twice of one harm ("26 civilians were killed …, killing 26") is one toll."""
    found: dict[tuple[Harm, int | None, int | None, bool], SentenceToll] = {}
    for toll in sorted(tolls, key=lambda t: (t.subset, t.first, t.harm)):
        key = (toll.harm, toll.low, toll.high, toll.subset)
        if key not in found or (
            found[key].mention.text != toll.mention.text
            and toll.victims != found[key].victims
            and toll.subset
        ):
            found[key if key not in found else (toll.harm, toll.low, toll.high, not toll.subset)] = toll
    return sorted(found.values(), key=lambda t: (t.subset, t.first, t.harm))


WAR_TOTAL = 10_000
"""No single incident of the wars that Dateline codes has killed so many: such a number adds up a war."""


def _in_relative(sentence: Sentence, main: int, cue: int) -> bool:
    """ "denied using them in the war which has killed thousands": the relative clause is not what is denied."""
    for node in (main, *sentence.ancestors(main)):
        if node == cue:
            return False
        if sentence.tokens[node].dep == "relcl":
            return True
    return False


def _trigger(sentence: Sentence, group: Group) -> Span:
    if group.anchors:
        verbs = [a for a in group.anchors if a.event is not None] or group.anchors
        return sentence.span(verbs[0].first, max(verbs[0].first, verbs[0].last))
    if group.harms:
        return sentence.span(group.harms[0].first, group.harms[0].last)
    toll = group.tolls[0]
    return sentence.span(toll.harm_at, toll.harm_at)


def _toll(toll: SentenceToll) -> Toll:
    return Toll(
        toll.harm, toll.low, toll.high, toll.approximate, toll.victims, toll.subset, None, toll.mention
    )


def _quote(sentence: Sentence, group: Group, others: list[Group]) -> tuple[int, int]:
    """The whole sentence for its only claim; else the clause, without what other claims have to themselves."""
    if not [g for g in others if g is not group]:
        return 0, len(sentence) - 1
    low, high = 0, len(sentence) - 1
    if group.cue is not None:
        low, high = group.cue.content_first, group.cue.content_last
        low, high = min(low, group.first), max(high, group.last)
    for other in others:
        if other is group:
            continue
        if other.first > group.last:
            cut = _clause_start(sentence, other, group.last)
            high = min(high, cut - 1)
        elif other.last < group.first:
            cut = _clause_end(sentence, other, group.first)
            low = max(low, cut + 1)
    low, high = min(low, group.first), max(high, group.last)
    sources = [
        (c.source_first, c.source_last)
        for other in others
        if (c := other.cue) is not None and c is not group.cue and c.has_source
    ]
    for first, last in sources:
        if group.last < first <= high <= last + 1:
            high = first - 1
    while low < group.first and (
        sentence.tokens[low].pos in {"PUNCT", "CCONJ"} or sentence.lowers[low] == "that"
    ):
        low += 1
    while high > group.last and (
        sentence.tokens[high].pos in {"PUNCT", "CCONJ", "SCONJ", "ADP"}
        or sentence.lowers[high] in {"which", "that", "who"}
    ):
        high -= 1
    return low, high


BOUNDARIES = frozenset(
    {
        ",",
        ";",
        ":",
        "and",
        "but",
        "while",
        "where",
        "which",
        "who",
        "when",
        "as",
        "that",
        "after",
        "before",
        "killing",
        "wounding",
        "whose",
        "because",
        "although",
        "though",
        "-",
    }
)


def _clause_start(sentence: Sentence, other: Group, after: int) -> int:
    """Where the clause of a later claim starts: by the parse, else at a word that parts clauses, else nowhere."""
    first, _ = sentence.subtree(sentence.clause_of(other.main))
    if after < first <= other.first:
        return first
    cuts = [
        i
        for i in range(after + 1, other.first + 1)
        if sentence.lowers[i] in BOUNDARIES
        and not (sentence.lowers[i] == "-" and i and sentence.tokens[i].start == sentence.tokens[i - 1].end)
    ]
    return cuts[0] if cuts else len(sentence)


def _clause_end(sentence: Sentence, other: Group, before: int) -> int:
    """Where the clause of an earlier claim ends, likewise."""
    _, last = sentence.subtree(sentence.clause_of(other.main))
    if other.last <= last < before:
        return last
    cuts = [
        i
        for i in range(other.last, before)
        if sentence.lowers[i] in BOUNDARIES
        and not (sentence.lowers[i] == "-" and i and sentence.tokens[i].start == sentence.tokens[i - 1].end)
    ]
    return cuts[-1] - 1 if cuts else -1


def _actors(sentence: Sentence, group: Group, english: English) -> list[DraftActor]:
    """Who did it and to whom, from the act's verb, else its noun, else the verb of harm."""
    by: list[int] = []
    against: list[int] = []
    verbs = [a for a in group.anchors if a.part_of_speech == "verb"]
    places = (
        [(a.first, a.last) for a in verbs]
        + [(h.first, h.last) for h in group.harms]
        + [(t.harm_at, t.harm_at) for t in group.tolls]
    )
    for first, last in places:
        if not sentence.tokens[first].is_verb:
            continue
        by += subjects_of(sentence, first)
        against += objects_of(sentence, first, last)
    for anchor in group.anchors:
        if anchor.part_of_speech == "noun":
            by += _doers_of_noun(sentence, anchor.last)
            against += _targets_of_noun(sentence, anchor.last)
    found: list[DraftActor] = []
    if group.responsibility and group.cue is not None and group.cue.has_source:
        found.append(DraftActor(Role.BY, sentence.span(group.cue.source_first, group.cue.source_last)))
    for role, heads in ((Role.BY, by), (Role.AGAINST, against)):
        if found and role is Role.BY:
            continue
        for head in heads:
            span = _phrase(sentence, head)
            own = any(a.first <= head <= a.last for a in group.anchors)
            if span is None or own or any(span.overlaps(actor.mention) for actor in found):
                continue
            found.append(DraftActor(role, span))
            break
    return found


def _doers_of_noun(sentence: Sentence, noun: int) -> list[int]:
    found = []
    for child in sentence.children[noun]:
        token = sentence.tokens[child]
        if token.dep in {"compound", "amod", "poss", "nmod"} and token.entity in {"NORP", "GPE", "ORG"}:
            found.append(child)
        if token.dep == "acl" and token.tag == "VBN":
            found += [
                g
                for c in sentence.children[child]
                if sentence.lowers[c] == "by"
                for g in sentence.children[c]
            ]
        if token.dep in {"prep", "agent"} and token.lower == "by":
            found += [g for g in sentence.children[child] if sentence.tokens[g].dep == "pobj"]
    return found


def _targets_of_noun(sentence: Sentence, noun: int) -> list[int]:
    found = []
    for child in sentence.children[noun]:
        if sentence.tokens[child].dep == "prep" and sentence.lowers[child] in {"on", "against", "of", "at"}:
            found += [
                g
                for g in sentence.children[child]
                if sentence.tokens[g].dep == "pobj" and sentence.tokens[g].entity not in {"DATE", "TIME"}
            ]
    return found


PHRASE_DEPS = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "case",
        "quantmod",
        "advmod",
        "punct",
        "nmod",
        "npadvmod",
        "predet",
    }
)


def _phrase(sentence: Sentence, head: int) -> Span | None:
    """The noun phrase of token `head`, without relative clauses and most of what is attached behind."""
    token = sentence.tokens[head]
    if not (token.is_nominal or token.pos in {"ADJ", "DET"}) or token.entity in {
        "DATE",
        "TIME",
        "PERCENT",
        "MONEY",
    }:
        return None
    first = last = head
    for child in sentence.children[head]:
        if sentence.tokens[child].dep in PHRASE_DEPS and child < head:
            low, _ = sentence.subtree(child)
            first = min(first, low)
    for child in sentence.children[head]:
        if child > head and sentence.lowers[child] == "of":
            _, high = sentence.subtree(child)
            last = max(last, min(high, head + 6))
    while first < head and (sentence.tokens[first].pos in {"PUNCT", "SCONJ", "CCONJ", "ADV"}):
        first += 1
    for token in sentence.tokens[head + 1 : last + 1]:
        if token.is_verb or token.lower in {"who", "which", "that", ","}:
            last = token.i - 1
            break
    return sentence.span(first, last)
