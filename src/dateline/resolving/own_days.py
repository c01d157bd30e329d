"""The day that a claim's own sentence gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from dateline.coding.drafts import DraftClaim
from dateline.model import Harm, Span, Status, Story, When
from dateline.reading.dateline import read_dateline
from dateline.resolving.dates import (
    Days,
    Telling,
    TimeKind,
    TimeMention,
    default_lexicon,
    find_times,
    is_aside,
    resolve_time,
)
from dateline.resolving.told_days import is_handed_on

AHEAD = frozenset({Status.PLANNED, Status.THREATENED})
SAME_DAYS = re.compile(r"\bsame (?:days|weeks|months)$", re.IGNORECASE)
ORDINAL_DAY = re.compile(
    r"(?:for |on |in )?the (?:first|second|third|fourth|fifth|last|final) (?:day|week)\b", re.IGNORECASE
)
IN_THE_PRESENT = re.compile(r"\b(?:is|are|remains?)\b", re.IGNORECASE)
SPOKEN_GAP = 24
"""Characters between the cue and the day of speaking: "told reporters late on Friday"."""

BEFORE_ATTRIBUTE = re.compile(
    r"\b(?:(?:the|an?|this|that|his|her|its|their)\s+(?:[\w-]+\s+)?|(?:in|during|of|after)\s+)$",
    re.IGNORECASE,
)
"""What a day stands behind when it belongs to the noun after it: "the 7 August attack", "in Friday raids"."""

IN_CLAUSE = re.compile(r",? when\b[^;:.]{1,45}")
SINCE = re.compile(r"^since (?:early |late )?", re.IGNORECASE)
"""What stands between a day and the word of an event in its clause, and before the day."""

NOUN_PHRASE = re.compile(r"[ \t]*[\"“'‘]?([\w’'-]+)[\"”]?")
ENDS_PHRASE = frozenset(
    {
        *("after", "and", "as", "at", "but", "by", "for", "from", "in", "near", "of", "on", "that", "to"),
        *("when", "where", "which", "while", "who", "with", "was", "were", "has", "had", "killed"),
    }
)
LONGEST_PHRASE = 4

NO_DAY_ALONE = frozenset({"overnight"})
"""Which night "an overnight raid" was, another day in the sentence says better."""

OPENS = frozenset({"", ","})
"""What stands between a day that opens the sentence and the speaker: "on Friday, the army said"."""

LONGEST_SPEAKER = 80
"""Characters from a speaker to the cue; what is longer tells of something before it says who says so."""


def day_of_writing(story: Story) -> date | None:
    """The day that the story's weekdays count from: the full date that its text opens with, else its
    publication date. A page may be filed under another day than the one its text was written on."""
    line = read_dateline(story.text)
    return line.date if line is not None and line.date is not None else story.published


class OwnDays:
    """Reads the days of one story's claims, in the story's order ("the next day" counts from the last)."""

    def __init__(self, text: str, written: date | None, known_for: frozenset[str]) -> None:
        self._text = text
        self._renown = _renown(known_for)
        self._written = written
        self._telling = Telling(text, default_lexicon())
        self._read: dict[tuple[int, bool], Days] = {}
        self._found: dict[tuple[int, int], list[TimeMention]] = {}
        self._last: Days | None = None
        self._last_stretch: Days | None = None

    def of(self, draft: DraftClaim) -> When | None:
        """The claim's own day: of the expression nearest to its trigger, in its quote, else its sentence.

        A day goes before a stretch ("in February a month of shelling …"), and the day of another noun
        ("Friday's attack") or of the speaker ("today confirmed the arrest") comes last.
        """
        if self._written is not None and self._holds_now(draft):
            return When(None, self._written, self._written, 1)
        if (told := self._of_clause(draft)) is not None:
            return told
        for start, end in draft.scopes:
            found = [
                m
                for m in self._times(start, end)
                if self._can_date(m, draft)
                and not self._of_speech(m.mention, draft)
                and not self._of_renown(m.mention, draft)
            ]
            if len(found) > 1:
                found.sort(
                    key=lambda m: (
                        m.kind in STRETCHES,
                        self._of_another(m.mention, draft),
                        gap(m.mention, draft),
                        m.mention.start,
                    )
                )
            for mention in found:
                days = self._days(mention, ahead=draft.status in AHEAD and not draft.under_way)
                if days is None or (days.earliest is None and self._written is not None):
                    continue
                if draft.tolls and draft.status is Status.ASSERTED and self._is_yet_to_come(days):
                    continue  # "died in the war, which enters its fifth year next month"
                if (
                    draft.aggregate and days.earliest and self._written
                ):  # a total runs to the day of the story
                    days = self._last_stretch = Days(days.earliest, max(days.earliest, self._written), 5)
                elif _is_too_long(mention, days):
                    continue
                elif self._is_anchor(mention, draft) and days.earliest is not None:
                    if not is_aside(days, self._last):
                        self._last = days
                elif days.earliest is not None:
                    self._last_stretch = days
                return When(mention.mention, days.earliest, days.latest, days.precision)
        return None

    def _of_clause(self, draft: DraftClaim) -> When | None:
        """ "They have camped there since *15 November, when* police shot a man": the day right before the
        claim's own clause."""
        if draft.aggregate or draft.status in AHEAD:
            return None
        start, end = draft.scopes[-1]
        for mention in reversed(self._times(start, end)):
            last = mention.mention.end
            if last < draft.trigger.start and IN_CLAUSE.fullmatch(self._text, last, draft.trigger.start):
                day = SINCE.sub("", mention.mention.text)
                days = resolve_time(day, self._written)
                single = days is not None and days.earliest is not None and days.earliest == days.latest
                if days is None or not single or self._is_yet_to_come(days):
                    return None
                self._last = days
                return When(mention.mention, days.earliest, days.latest, days.precision)
        return None

    def _of_renown(self, mention: Span, draft: DraftClaim) -> bool:
        """Whether it is the day for which a place is known, behind the event: "raids near Halabja, the site
        of an April attack"."""
        return self._renown.search(self._text, draft.trigger.end, mention.start) is not None

    def _holds_now(self, draft: DraftClaim) -> bool:
        """ "Some 900 people are trapped": a number of people who are besieged counts those of the day."""
        besieged = [toll.mention for toll in draft.tolls if toll.harm is Harm.BESIEGED]
        stretches = [(min(m.start, draft.trigger.start), max(m.end, draft.trigger.end)) for m in besieged]
        return any(IN_THE_PRESENT.search(self._text, start, end) for start, end in stretches)

    def said(self, draft: DraftClaim) -> When | None:
        """The day of speaking, for an event that is given no day of its own; UCDP date_prec 2."""
        start, end = draft.scopes[-1]
        for mention in self._times(start, end):
            if mention.kind is TimeKind.DAY and self._of_speech(mention.mention, draft):
                days = resolve_time(mention.mention.text, self._written)
                if days is not None and days.earliest is not None:
                    return When(mention.mention, days.earliest, days.latest, 2)
        return None

    def _times(self, start: int, end: int) -> list[TimeMention]:
        """What tells of time in a stretch; several claims share a sentence."""
        if (start, end) not in self._found:
            self._found[start, end] = find_times(self._text, start, end, telling=self._telling)
        return self._found[start, end]

    def told_in(self, start: int, end: int, spoken: Sequence[tuple[int, int]]) -> When | None:
        """The day that a sentence tells of, whatever happened on it; `spoken` are its stretches from speaker
        to cue, whose day it is not. UCDP date_prec 2 at best, for it is said of no event."""
        for mention in self._times(start, end):
            if mention.kind not in {TimeKind.DAY, TimeKind.RANGE}:
                continue
            days = resolve_time(mention.mention.text, self._written)
            if days is None or days.earliest is None or days.latest is None or self._is_yet_to_come(days):
                continue
            told = When(mention.mention, days.earliest, days.latest, max(days.precision or 2, 2))
            alone = self._noun_phrase(mention.mention) == mention.mention.end
            beside = any(self._beside(mention.mention, *stretch) for stretch in spoken)
            if alone and is_handed_on(told) and not beside:
                return told
        return None

    def _beside(self, mention: Span, start: int, end: int) -> bool:
        """Whether a day is the speaker's: "on Friday, the army said", "the army said late on Friday"."""
        behind = end <= mention.start and not set(self._text[end : mention.start]) & set('.,;:"”')
        return self._with_speaker(mention, start, end) or (behind and mention.start - end <= SPOKEN_GAP)

    def _with_speaker(self, mention: Span, start: int, end: int) -> bool:
        """Whether a day stands right before the speaker, or between speaker and cue."""
        opens = mention.end <= start and self._text[mention.end : start].strip() in OPENS
        return end - start <= LONGEST_SPEAKER and (opens or start <= mention.start < end)

    def _days(self, mention: TimeMention, *, ahead: bool) -> Days | None:
        key = (mention.mention.start, ahead)
        if key not in self._read:
            anchor = None if mention.kind is TimeKind.OFFSET else self._last
            if SAME_DAYS.search(mention.mention.text):
                anchor = self._last_stretch or self._last
            days = resolve_time(mention.mention.text, self._written, future=ahead, anchor=anchor)
            if days is None:
                return None
            self._read[key] = days
        return self._read[key]

    def _is_anchor(self, mention: TimeMention, draft: DraftClaim) -> bool:
        """Whether "the same day" may be this one: a day on which something happened, no stretch."""
        return mention.kind not in STRETCHES and (draft.status is Status.ASSERTED or draft.under_way)

    def _is_yet_to_come(self, days: Days) -> bool:
        if self._written is None or days.earliest is None:
            return False
        return days.earliest - self._written > timedelta(days=1)

    def _can_date(self, mention: TimeMention, draft: DraftClaim) -> bool:
        if mention.kind in STRETCHES and ORDINAL_DAY.match(mention.mention.text):
            return False  # "the first day of the assault" counts from the assault
        if mention.kind is TimeKind.OFFSET:
            return draft.trigger.start >= mention.mention.end  # "four days after X" dates X
        return mention.dated

    def _of_another(self, mention: Span, draft: DraftClaim) -> bool:
        """Whether the day is first of all that of something else: it stands with the speaker ("Today, the
        army confirmed", "forces yesterday confirmed"), or before a noun that does not tell the claim."""
        if any(self._with_speaker(mention, start, end) for start, end in draft.excluded):
            return True
        last = self._noun_phrase(mention)
        tells = mention.end <= draft.trigger.start < last and mention.text.lower() not in NO_DAY_ALONE
        return last > mention.end and not tells

    def _noun_phrase(self, mention: Span) -> int:
        """Where the noun phrase ends that the day belongs to; the day's own end when it belongs to none."""
        possessive = mention.text.endswith(("'s", "’s", "s'", "s’"))
        before = self._text[max(0, mention.start - 30) : mention.start]
        last = mention.end
        if not possessive and not BEFORE_ATTRIBUTE.search(before):
            return last
        for _ in range(LONGEST_PHRASE):
            word = NOUN_PHRASE.match(self._text, last)
            if word is None or word[1].lower() in ENDS_PHRASE:
                break
            last = word.end()
        return last

    def _of_speech(self, mention: Span, draft: DraftClaim) -> bool:
        """ "said on Monday", "told AFP Friday", "forces yesterday confirmed": the day of speaking."""
        return any(
            start <= mention.start < end <= start + LONGEST_SPEAKER
            or self._follows(mention, start, end, draft)
            for start, end in draft.excluded
        )

    def _follows(self, mention: Span, start: int, end: int, draft: DraftClaim) -> bool:
        between = self._text[end : mention.start]
        if mention.start < end or len(between) > SPOKEN_GAP or len(between.split()) > 3:
            return False
        if any(mark in between for mark in '.,;:"”'):
            return False
        after = self._text[mention.end : mention.end + 6].strip()
        return (
            draft.trigger.start < start
            or " that" in between
            or after.startswith("that")
            or between.strip() in {"", "on", "late", "early", "late on", "early on"}
        )


STRETCHES = frozenset({TimeKind.SINCE, TimeKind.LASTING})
LONGEST = timedelta(days=3 * 365)


def _is_too_long(mention: TimeMention, days: Days) -> bool:
    """ "since the 1960s" tells of what went before, not when something happened."""
    if mention.kind not in STRETCHES or not days.earliest or not days.latest:
        return False
    return days.latest - days.earliest > LONGEST


def gap(mention: Span, draft: DraftClaim) -> int:
    """Characters between a mention and the claim's trigger or nearest toll."""
    points = [draft.trigger, *[toll.mention for toll in draft.tolls]]
    return min(max(p.start - mention.end, mention.start - p.end, 0) for p in points)


@lru_cache(maxsize=4)
def _renown(known_for: frozenset[str]) -> re.Pattern[str]:
    """What leads from a place to the day of what it is known for."""
    nouns = "|".join(map(re.escape, sorted(known_for)))
    return re.compile(rf"(?:,|[\w’'-]) (?:the )?(?:{nouns}) of [^.;,]{{0,60}}\Z")
