"""How a range came about, in sentences for an editor who has the claims beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dateline.weighing.figures import Row
from dateline.weighing.ranges import Range
from dateline.weighing.told import Figure
from dateline.weighing.voices import Said, Voice

MANY = 6
"""How many voices or figures are named before the rest are counted."""


def number_words(figure: Figure) -> str:
    """A figure as it was said: "at least 20", "about 40", "20 to 30", "up to 9", "31"."""
    if figure.later:
        more = "one who" if figure.later == 1 else f"{figure.later} who"
        return f"{figure.low} and {more} died later"
    if figure.attacker and figure.high is not None:
        return f"{figure.high - 1} and the attacker"
    if figure.high is None:
        return f"at least {figure.low}"
    if figure.low is None:
        return f"up to {figure.high}"
    if figure.low != figure.high:
        return f"{figure.low} to {figure.high}"
    return f"about {figure.low}" if figure.about else f"{figure.low}"


def _day(figure: Figure) -> str:
    if figure.published is None:
        return ""
    day = date.fromordinal(figure.published)
    return f"{day.day} {day:%b} {day.year}"


def voice_words(voice: Voice) -> str:
    """Who speaks: "the Observatory", "Daily Post (its own words)"."""
    return f"{voice.label} (its own words)" if voice.own else voice.label


def _name(figure: Figure) -> str:
    return voice_words(figure.voice)


def _listed(names: Iterable[str]) -> str:
    unique = list(dict.fromkeys(names))
    if len(unique) > MANY:
        unique = [*unique[: MANY - 1], f"{len(unique) - MANY + 1} others"]
    return unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} and {unique[-1]}"


def _told(figures: Iterable[Figure]) -> str:
    """ "31 (the Observatory, 3 Oct 2016) and at least 20 (Daily Post)": what each one said."""
    return _listed(
        f"{number_words(one)} ({_name(one)}{f', {day}' if (day := _day(one)) else ''})" for one in figures
    )


def _givers(number: int, figures: Sequence[Figure]) -> list[Figure]:
    ends = [one for one in figures if number in (one.low, one.high)]
    return [one for one in ends if not one.bound] or ends


def _end(names: Sequence[str], number: int, figures: Sequence[Figure]) -> str:
    """ "low and best 18 from the Observatory": who gave a number that is an end of the range."""
    givers = _givers(number, figures)
    ends = " and ".join(names)
    if not givers:
        return f"{ends} {number} between the figures given"
    bound = ' ("at least")' if all(one.bound for one in givers) else ""
    return f"{ends} {number} from {_listed(map(_name, givers))}{bound}"


def _single(found: Range, figures: Sequence[Figure]) -> str:
    """When low, best and high are one, or only a lower bound is known."""
    givers = _givers(found.best or 0, figures) or list(figures)
    who = _listed(map(_name, givers))
    if found.high is None:
        return f"At least {found.low}, from {who}; high is open, as nobody gives an upper limit."
    return f"{found.best}, from {who}."


def _open(figures: Sequence[Figure], found: Range) -> int | None:
    """None, the open end, when nobody gives more than the best figure; else the best figure."""
    return None if all((one.low or 0) <= (found.best or 0) for one in figures) else found.best


def _spread(found: Range, figures: Sequence[Figure]) -> str:
    names: dict[int, list[str]] = {}
    for name, number in (("low", found.low), ("best", found.best), ("high", found.high)):
        if number is not None:
            names.setdefault(number, []).append(name)
    ends = [_end(ends, number, figures) for number, ends in names.items()]
    if found.high is None:
        ends.append(f"high is open above {_told([max(figures, key=lambda one: one.low or 0)])}")
    text = "; ".join(ends) + "."
    return text[0].upper() + text[1:]


def _untold(found: Range, figures: Sequence[Figure]) -> str:
    """Why low is no sum of two sides, which are known by kind alone."""
    sides = all(one.party is None for one in figures)
    return " No source tells of both: low is the largest." if sides and found.low != found.best else ""


def rule_sentence(row: Row, found: Range, parties: int) -> str:
    """How the row's range came about, naming who gave which number.

    `parties` is of how many parties' people it is added up (1 when it is not).
    """
    figures = row.figures
    sentences = []
    if parties > 1:
        sentences.append(
            f"Added up over {parties} parties' people: {_told(figures)}.{_untold(found, figures)}"
        )
    elif not figures and not row.parts:
        sentences.append("No figure within reason.")
    elif not figures:
        sentences.append(f"At least {found.low}, counted as part of a larger number: {_told(row.parts)}.")
    elif (
        found.low is not None
        and found.low == found.best
        and found.high in (found.best, _open(figures, found))
    ):
        sentences.append(_single(found, figures))
    else:
        sentences.append(_spread(found, figures))
    if parties == 1 and len({number_words(one) for one in figures}) > 1:
        sentences.append(f"Figures weighed: {_told(figures)}.")
    if later := [one for one in figures if one.later]:
        sentences.append(f"Best or high holds who died after a figure was given: {_told(later)}.")
    if attacked := [one for one in figures if one.attacker]:
        sentences.append(f"Best or high holds an attacker of whom his story tells apart: {_told(attacked)}.")
    if row.replaced:
        sentences.append(f"Replaced by newer figures of the same source: {_told(row.replaced)}.")
    if row.parts and figures:
        sentences.append(f"Inside these, and not added: {_told(row.parts)}.")
    if row.beyond:
        sentences.append(
            f"Beyond reason against the others, kept but left out of best and high: {_told(row.beyond)}."
        )
    if found.disputed:
        sentences.append("The sources contradict each other.")
    return " ".join(sentences)


def silent_sentence(hurt: Sequence[Figure]) -> str:
    """Why low holds none of the dead: who counts the hurt beside them and tells of no dead."""
    who = _listed(
        f"{_name(one)} ({number_words(one)} hurt{f', {day}' if (day := _day(one)) else ''})" for one in hurt
    )
    return f"Low is 0: {who} {'tells' if len(hurt) == 1 else 'tell'} of hurt and of nobody dead."


def doubt_sentence(low: int, part: Sequence[Said]) -> str:
    """Why low is that of one part of an incident, whose claims are given."""
    who = _listed(voice_words(one.voice) for one in part)
    return (
        f"Low is {low}, as little holds this incident together: what {who} told may be another event, and "
        "counts no more."
    )
