"""From a group to a draft claim: its quote, trigger, actors, tolls, status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.actors import actors_of
from dateline.coding.aims import AIM
from dateline.coding.attributions import Cue
from dateline.coding.denials import denies, tells_apart
from dateline.coding.drafts import DraftClaim
from dateline.coding.groups import Group
from dateline.coding.harms import SentenceToll, is_presumed
from dateline.coding.own_deaths import is_own_death
from dateline.coding.quotes import quote_of
from dateline.coding.sides import side_told
from dateline.coding.single_persons import PRONOUNS, SUBJECTS
from dateline.coding.status import is_asked, is_background, status_of
from dateline.coding.tokens import Sentence
from dateline.coding.traits import is_trait
from dateline.model import EventType, Harm, Span, Status, Toll
from dateline.ontology.english import English

WAR_TOTAL = 10_000
"""No single incident of the wars that Dateline codes has killed so many: such a number adds up a war."""

ASKED_FOR = f"statuses/{Status.HYPOTHETICAL}/verb/"
"""The rules of an event that somebody asks for or fears."""


WOUNDS, OF_WOUNDS = frozenset({"wound", "wounds", "gunfire", "shrapnel"}), 6
"""What those died of who were hurt by violence, and how far behind "died" it stands."""

ROW = frozenset({"conj", "dep"})
"""Labels of verbs that go on with what one before them tells."""


def draft_claim(
    sentence: Sentence,
    group: Group,
    others: Sequence[Group],
    *,
    cues: Sequence[Cue],
    speech: int | None,
    english: English,
) -> DraftClaim:
    """The group as a draft.

    `others` are all groups of the sentence, `cues` its attributions, `speech` the index of who says it.
    """
    first, last = quote_of(sentence, group, others, english)
    event = side_told(sentence, group, english)
    tolls = each_once(sentence, group.tolls)
    status, why = _status(sentence, group, english)
    aggregate = _adds_up_war(group)
    return DraftClaim(
        sentence=sentence.index,
        title=sentence.title,
        quote=sentence.span(first, last),
        trigger=_trigger(sentence, group),
        event=event or group.event,
        sides_untold=event is None and group.event is not None,
        otherwise=_otherwise(group),
        reference=group.reference,
        actors=actors_of(sentence, group, english),
        tolls=tuple([_toll(toll) for toll in tolls]),
        speech=speech,
        status=status,
        background=aggregate
        or is_background(sentence, group.main, english)
        or is_trait(sentence, group, english),
        aggregate=aggregate,
        responsibility=group.responsibility,
        under_way=why == AIM,
        earlier=sentence.span(*group.earlier) if group.earlier else None,
        scopes=((sentence.tokens[first].start, sentence.tokens[last].end), (sentence.start, sentence.end)),
        excluded=(*(_of_speaker(sentence, cue) for cue in cues), *_of_others(sentence, group, others)),
        rule=group.rule + (f" [{why}]" if why else ""),
        presumed=tuple([toll.mention.start for toll in tolls if _is_presumed(sentence, toll, english)]),
    )


def _is_presumed(sentence: Sentence, toll: SentenceToll, english: English) -> bool:
    """ "two men were shot", "he died": the story has to say the rest; not "he died of a gunshot wound"."""
    lemma, words = sentence.tokens[toll.harm_at].lemma, english.harms[toll.harm]
    behind = sentence.lowers[toll.harm_at + 1 : toll.harm_at + 1 + OF_WOUNDS]
    pronoun = toll.harm is Harm.KILLED and toll.mention.text.lower() in SUBJECTS and WOUNDS.isdisjoint(behind)
    return is_presumed(sentence, toll.harm_at, words) or (pronoun and lemma in words.agent)


def _of_speaker(sentence: Sentence, cue: Cue) -> tuple[int, int]:
    """The stretch of the stored text from the speaker to the cue, in either order."""
    first, last = cue.cue, cue.cue_last
    if cue.has_source:
        first, last = min(first, cue.source_first), max(last, cue.source_last)
    return sentence.tokens[first].start, sentence.tokens[last].end


def _of_others(sentence: Sentence, group: Group, others: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """ "whose father was shot in March": where the sentence tells of older acts on somebody's people, whose
    days and places are not the group's."""
    if group.earlier is None:
        for first, last in sorted({other.earlier for other in others if other.earlier is not None}):
            if "whose" in sentence.lowers[first : last + 1]:
                yield sentence.tokens[first].start, sentence.tokens[last].end


def _status(sentence: Sentence, group: Group, english: English) -> tuple[Status, str]:
    """The status and the rule that gave it; a toll tells that the event took place, a zero that it did
    not.
    """
    if group.tolls and all(toll.low == 0 and toll.high == 0 for toll in group.tolls):
        return Status.NEGATED, "zero"
    status, why = _worded_status(sentence, group, english)
    if status is Status.ASSERTED and _is_asked(sentence, group):
        return Status.HYPOTHETICAL, "statuses/hypothetical/question"
    if why.startswith(ASKED_FOR) and any(_came_about(sentence, group, toll) for toll in group.tolls):
        return Status.ASSERTED, ""
    unreal = status is Status.NEGATED or "/adjective/" in why
    return (Status.ASSERTED, "") if group.tolls and unreal else (status, why)


def _is_asked(sentence: Sentence, group: Group) -> bool:
    """ "Did the army kill 40 in a raid?": no toll is told, and without one no deed."""
    told = [toll.harm_at for toll in group.tolls] or [group.main]
    return "?" in sentence.lowers and all(is_asked(sentence, at) for at in told)


def _came_about(sentence: Sentence, group: Group, toll: SentenceToll) -> bool:
    """ "called for an air strike, killing two", "a strike which killed two": what was asked for came."""
    verb = sentence.tokens[toll.harm_at]
    participle = verb.tag == "VBG" and sentence.lower(toll.harm_at - 1) == ","
    return (participle or (verb.dep == "relcl" and verb.tag == "VBD")) and toll.harm_at > group.main


def _worded_status(sentence: Sentence, group: Group, english: English) -> tuple[Status, str]:
    cue, main = group.cue, group.main
    if group.forced is not None:
        return group.forced, "denied"
    if cue is not None and denies(sentence, cue, main, english):
        told = tells_apart(sentence, cue, [toll.harm_at for toll in group.tolls], english)
        return (Status.ASSERTED, "") if told else (Status.DENIED, cue.rule)
    ends = [anchor.last for anchor in group.anchors if anchor.first == main]
    return status_of(sentence, main, max(ends) if ends else main, english)


def _adds_up_war(group: Group) -> bool:
    killed = [toll.low or 0 for toll in group.tolls if toll.harm is Harm.KILLED]
    return group.total or (bool(killed) and max(killed) >= WAR_TOTAL)


def _otherwise(group: Group) -> EventType | None:
    """What the act is when the story does not tell: as its first trigger says that tells."""
    for anchor in group.anchors:
        if anchor.otherwise is not None:
            return anchor.otherwise
    return None


def _trigger(sentence: Sentence, group: Group) -> Span:
    if group.anchors:
        known = [anchor for anchor in group.anchors if anchor.event is not None]
        anchor = known[0] if known else group.anchors[0]
        return sentence.span(anchor.first, max(anchor.first, anchor.last))
    if group.harms:
        return sentence.span(group.harms[0].first, group.harms[0].last)
    return sentence.span(group.tolls[0].harm_at, group.tolls[0].harm_at)


def each_once(sentence: Sentence, tolls: Sequence[SentenceToll]) -> list[SentenceToll]:
    """The tolls, wholes before parts; a number said twice of one harm is one toll.

    "26 civilians were killed …, killing 26". Who is listed together is told apart ("a leader and one
    insurgent"), as is a part in other words and of other people than a part of the same number ("five
    children and five women").
    """
    if len(tolls) < 2:
        return list(tolls)  # as nearly always
    kept: list[SentenceToll] = []
    for toll in sorted(tolls, key=_wholes_first):
        twins = [one for one in kept if _same_number(one, toll)]
        if all(_told_apart(sentence, one, toll) for one in twins):
            kept.append(toll)
    return [toll for toll in kept if not _is_above_whole(toll, kept)]


def _same_number(one: SentenceToll, other: SentenceToll) -> bool:
    return (one.harm, one.low, one.high, one.subset) == (other.harm, other.low, other.high, other.subset)


def _told_apart(sentence: Sentence, one: SentenceToll, other: SentenceToll) -> bool:
    if one.mention.overlaps(other.mention):
        return False
    if one.subset:
        return one.mention.text != other.mention.text and one.victims != other.victims
    if _are_joined(sentence, one.harm_at, other.harm_at):
        return True
    return one.harm_at == other.harm_at or _are_two_objects(sentence, one, other)


def _are_two_objects(sentence: Sentence, one: SentenceToll, other: SentenceToll) -> bool:
    """ "killed a farmer, then went home and killed his wife": two deeds one after the other, to others."""
    if not all(toll.harm_at < toll.first for toll in (one, other)) or one.mention.text == other.mention.text:
        return False
    if not PRONOUNS.isdisjoint(sentence.lowers[toll.first] for toll in (one, other)):
        return False
    deeds = [_first_deed(sentence, _deed(sentence, toll.harm_at)) for toll in (one, other)]
    return deeds[0] == deeds[1] and not all(_has_day(sentence, toll) for toll in (one, other))


def _has_day(sentence: Sentence, toll: SentenceToll) -> bool:
    """Whether its verb has a day of its own: another act, whose people are not of this one."""
    verbs = (token for token in sentence.tokens if token.is_verb and token.i > toll.harm_at)
    end = next((token.i for token in verbs), len(sentence))
    return any(token.entity == "DATE" for token in sentence.tokens[toll.harm_at : end])


def _deed(sentence: Sentence, at: int) -> int:
    """ "*fatally* shot a doctor": the verb."""
    return sentence.heads[at] if sentence.deps[at] == "advmod" else at


def _first_deed(sentence: Sentence, verb: int) -> int:
    """The verb that opens the row of deeds, joined by "and", that a verb stands in."""
    while sentence.deps[verb] in ROW and sentence.tokens[sentence.tokens[verb].head].is_verb:
        verb = sentence.tokens[verb].head
    return verb


def _are_joined(sentence: Sentence, one: int, other: int) -> bool:
    """ "captured a leader and detained one insurgent": two deeds of one kind, by "and"."""
    first, last = sorted((one, other))
    token = sentence.tokens[last]
    return token.dep == "conj" and token.head == first and token.lemma != sentence.tokens[first].lemma


def _is_above_whole(toll: SentenceToll, tolls: Sequence[SentenceToll]) -> bool:
    """A part larger than its whole was misread: "killing 15 and injuring dozens of them"."""
    others = (one for one in tolls if not is_own_death(one))
    wholes = [
        max(t.low or 0, t.high or 0)
        for t in others
        if t.harm is toll.harm and not t.subset and (t.first < toll.first or t.low != 1)
    ]  # "two of them died at once, and the third in hospital": one who is told last is no whole
    return toll.subset and bool(wholes) and (toll.low or 0) > max(wholes)


def _wholes_first(toll: SentenceToll) -> tuple[bool, int, Harm]:
    return toll.subset, toll.first, toll.harm


def _toll(toll: SentenceToll) -> Toll:
    return Toll(
        harm=toll.harm,
        low=toll.low,
        high=toll.high,
        approximate=toll.approximate,
        victims=toll.victims,
        subset=toll.subset,
        party=None,
        mention=toll.mention,
    )
