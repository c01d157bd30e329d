"""The dateline that a text opens with: place, day and agency.

Two things are told apart. A *dateline* is the reporter's: "HOMS, Syria, May 20 (Reuters) —". A *stamp* is
the site's: "AFP Monday 3 Oct 2016", "Published July 21 2015". A text may have both, or have them after
its headline, or after an advertisement mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from itertools import islice

from dateline.model import Span
from dateline.reading.calendar_words import any_of, head_words, read_day
from dateline.reading.textlines import text_lines

_LINES = 12
_HEAD = 1200
_HEADLINE = 200
_SUBTITLE = 400
"""How far into the body an agency's stamp may stand behind headline and subtitle that run into it."""
_AFTER_HEADLINE = 20
_SHORTEST_TOWN = 4
"""Letters that a town has at least which only a stamp before it tells from another word in capitals."""
_RELEASE_NUMBER = re.compile(r"(?<!\d)((?:19|20)\d\d)-(0[1-9]|1[0-2])-(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class DatelineLine:
    """What a text's own opening says of where, when and through whom it was filed.

    `span` covers the dateline with its dash, or the stamp when there is no dateline; `stamp` the
    stamp, if any. `place` is the town's words, `within` the country's or state's; `day` the words of
    the day; `agency` the agency's name without brackets. `date` is None unless day, month and year
    are given and agree; the stamp's comes before the dateline's, for it is the day of publication.
    """

    span: Span
    place: Span | None
    within: Span | None
    day: Span | None
    agency: Span | None
    date: date | None
    stamp: Span | None


@lru_cache(maxsize=256)
def read_dateline(text: str) -> DatelineLine | None:
    """The dateline or stamp that the stored text opens with (after its title), or None.

    Several stations ask it of the same story.
    """
    stamp = _find_stamp(text)
    line = _find_dateline(text) or (None if stamp is None else _behind_stamp(text, stamp.span.end))
    if line is None:
        return stamp and _with_year(text, stamp)
    line = _with_year(text, line)
    if stamp is None or stamp.span.overlaps(line.span):
        return line
    return DatelineLine(
        span=line.span,
        place=line.place,
        within=line.within,
        day=line.day or stamp.day,
        agency=line.agency or stamp.agency,
        date=stamp.date or line.date,
        stamp=stamp.span,
    )


@dataclass(frozen=True, slots=True)
class _Patterns:
    dateline: re.Pattern[str]
    dateline_in_text: re.Pattern[str]
    titled: re.Pattern[str]
    bare_town: re.Pattern[str]
    stamp: re.Pattern[str]
    stamp_by_agency: re.Pattern[str]
    day: re.Pattern[str]
    dated_kind: re.Pattern[str]
    dated_headline: re.Pattern[str]
    updated: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = head_words()
    month = any_of(words.months)
    # Capitals as far as a pattern can say it; str.isupper() settles letters outside ASCII.
    capitals = r"(?:[aAeE][ldnrstz]-)?[^\W\d_a-z](?:[^\W\d_a-z]|[.'’])*"
    place = rf"{capitals}(?:(?:[ ]|-|[ ]?/[ ]?){capitals}){{0,5}}(?!\w)"
    titled = r"[A-Z][^\W\d_]+(?:[ -][^\W\d_]+){0,3}"
    name = rf"(?!(?i:{month})\b)[A-Z](?:[^\W\d_]|[.'’])*"
    within = rf"{name}(?:[ -]{name}){{0,3}}"
    brackets = r"\((?P<brackets>[^()\n]{2,70})\)"
    dash = r"(?:[ \t]*(?:[—–―−]|--+)|[ \t]+_(?=[ \t])|(?:(?<=\))[ \t]*|[ \t]+)-(?=\s)|-(?=[ \t\n]))"
    colon = r":(?=[ \t]+[A-Z\"“‘'])"
    country = rf"(?:,?[ \t]+(?P<within>{within})|[ \t]+\((?P<country>{within})\)(?=,))?"
    after_place = rf"{country}(?:,?[ \t]+(?P<day>{words.day_pattern}))?,?(?:[ \t]*{brackets})?"
    labels = any_of((*words.labels, *words.update_labels))
    zone = r"(?:[ \t]*(?:GMT|UTC|EST|EDT|BST))?"
    hour = rf"\d{{1,2}}:?\d\d(?::\d\d)?(?!\d)(?:[ \t]*[aApP]\.?[mM]\b\.?)?{zone}"
    clock = rf"(?:,?[ \t]*(?:at[ \t]+|[-|][ \t]*)?{hour})?"
    stamp = (
        rf"(?:(?i:{labels})[ \t]*:?[ \t]*)?(?:(?P<agency>{words.agency_pattern})[ \t]*[,|-]?[ \t]*)?"
        rf"(?P<day>{words.full_day_pattern}){clock}"
    )
    follows = r"(?=[ \t]*(?:$|[\n\r\u2028]|[A-Z0-9\"“‘'()|—–-]|by\b|title:))"
    return _Patterns(
        dateline=re.compile(rf"(?P<place>{place}){after_place}(?P<dash>(?:{dash}|{colon})?)"),
        dateline_in_text=re.compile(
            rf"(?<=[.!?\"”][ \t])(?P<place>{place}){after_place}(?P<dash>(?:{dash})?)"
        ),
        titled=re.compile(
            rf"(?P<place>{titled})(?:,[ \t]+(?P<within>{within})|[ \t]+\({within}\)(?=,))?"
            rf"(?:,[ \t]+(?P<day>{words.day_pattern}))?"
            rf"(?:[ \t]*{brackets}|,?[ \t]+(?P<agency>{words.agency_pattern})\b)(?P<dash>{dash})"
        ),
        bare_town=re.compile(rf"(?=\w{{{_SHORTEST_TOWN}}})(?P<place>{place})(?=[ \t]+[\"“‘']?[A-Z][a-z])"),
        stamp=re.compile(stamp + follows),
        stamp_by_agency=re.compile(
            rf"(?<=[ \t])(?P<agency>{words.agency_pattern})[ \t]+(?P<day>{words.full_day_pattern}){follows}"
        ),
        day=re.compile(words.day_pattern),
        dated_kind=re.compile(
            rf"[^.!?]*\b(?i:{any_of(words.dated_kinds)}),?[ \t]+(?P<day>{words.full_day_pattern})[ \t]*$"
        ),
        dated_headline=re.compile(rf"(?P<day>{words.day_pattern})(?=:[ \t])"),
        updated=re.compile(rf"(?i:{any_of(words.update_labels)})"),
    )


def _openings(text: str) -> Iterator[tuple[int, int]]:
    """Where a dateline may begin: the first lines, up to and with the first that is a paragraph."""
    for line in islice(text_lines(text, _LINES * _HEAD), _LINES):
        if not line.carries_on:
            yield line.start, line.end
        if line.end - line.start > _HEADLINE:
            return


def _find_dateline(text: str) -> DatelineLine | None:
    patterns = _patterns()
    for start, end in _openings(text):
        stop = min(end + 1, start + _HEAD)
        for pattern in (patterns.dateline, patterns.titled):
            match = pattern.match(text, start, stop)
            if match and (line := _dateline(text, match, strict=pattern is patterns.titled)):
                return line
        if end - start > _HEADLINE:
            for match in patterns.dateline_in_text.finditer(text, start, stop):
                if match["brackets"] and (line := _dateline(text, match, strict=True)):
                    return line
    return None


def _behind_stamp(text: str, end: int) -> DatelineLine | None:
    """The dateline right behind a site's stamp, which may have lost its dash: "Last updated at Aug 14, 2016
    BEIRUT Warplanes have"."""
    patterns, words = _patterns(), head_words()
    blank = re.compile(r"[ \t|–—-]*").match(text, end)
    start = end if blank is None else blank.end()
    match = patterns.dateline.match(text, start, start + _HEAD)
    if match and (line := _dateline(text, match, strict=False)):
        return line
    bare = patterns.bare_town.match(text, start, start + _HEAD)
    if bare is None or bare["place"] in {*words.agencies, *words.not_places} or not bare["place"].isupper():
        return None
    place = Span.of(text, *bare.span("place"))
    return DatelineLine(place, place, None, None, None, None, None)


def _dateline(text: str, match: re.Match[str], *, strict: bool) -> DatelineLine | None:
    """The dateline of a match; `strict` when only a known agency, or the country before and the day in
    brackets ("Kabul, Afghanistan (Sept. 2) –"), tells it from a sentence."""
    words = head_words()
    place = match["place"]
    bare = re.sub(r"\b[aAeE][ldnrstz]-", "", place)
    is_titled = "agency" in match.re.groupindex
    if place.strip(".") in words.not_places or len(bare) < 2 or not (is_titled or bare.isupper()):
        return None
    agency = _group(text, match, "agency") if is_titled else None
    day = _group(text, match, "day")
    if match["brackets"]:
        agency, in_brackets = _in_brackets(text, *match.span("brackets"))
        day = day or in_brackets
    marked = match["dash"] or (match["brackets"] and day and "," in match.group())
    bare_day = day is not None and place not in words.agencies and _opens_sentence(text, match.end())
    if not strict and not marked and not bare_day:
        return None
    if text[match.end() : match.end() + 120].isupper() and not (day or agency):
        return None
    place_span: Span | None = Span.of(text, *match.span("place"))
    if place in words.agencies:
        if strict:
            return None
        agency, place_span = agency or place_span, None
    filed = bool(is_titled and match["brackets"] and day and _group(text, match, "within"))
    if strict and not _is_known(agency) and not filed:
        return None
    return DatelineLine(
        span=Span.of(text, *match.span()),
        place=place_span,
        within=_group(text, match, "within") or (None if is_titled else _group(text, match, "country")),
        day=day,
        agency=agency,
        date=read_day(day.text).date if day else None,
        stamp=None,
    )


def _opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins behind a dateline that has lost its dash: "SANAA, Sept 21 At least"."""
    return re.match(r"[ \t]+[\"“‘']?[A-Z][a-z]", text[start : start + 6]) is not None


def _is_known(agency: Span | None) -> bool:
    return agency is not None and any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", agency.text) for name in head_words().agencies
    )


def _in_brackets(text: str, start: int, end: int) -> tuple[Span | None, Span | None]:
    """(agency, day) of what stands in brackets: "AP", "Jan. 10, 2011", "Reuters, May 3"."""
    match = _patterns().day.search(text, start, end)
    if match is None:
        return Span.of(text, start, end), None
    day = Span.of(text, *match.span())
    rest = (start, match.start()) if match.start() - start >= end - match.end() else (match.end(), end)
    words = text[rest[0] : rest[1]]
    bare = words.strip(" \t,;|/-")
    if not bare:
        return None, day
    first = rest[0] + words.index(bare)
    return Span.of(text, first, first + len(bare)), day


def _find_stamp(text: str) -> DatelineLine | None:
    patterns = _patterns()
    for start, end in _openings(text):
        if match := patterns.stamp.match(text, start, min(end + 1, start + _HEAD)):
            return _stamp(text, match)
        for pattern in (patterns.dated_kind, patterns.dated_headline):
            if end - start <= _HEADLINE and (match := pattern.match(text, start, end)):
                day = Span.of(text, *match.span("day"))
                return DatelineLine(day, None, None, day, None, read_day(day.text).date, day)
    body = _body_start(text)
    headline_end = body + _shared_headline(text, body)
    if headline_end > body:
        first = headline_end + len(re.match(r"[\s.:|-]*", text[headline_end:])[0])  # type: ignore[index]
        if match := patterns.stamp.match(text, first):
            return _stamp(text, match)
    match = patterns.stamp_by_agency.search(text, body, body + _SUBTITLE)
    if match and not re.search(r"[.!?][ \t]", text[body : match.start()]):
        return _stamp(text, match)
    return None


def _stamp(text: str, match: re.Match[str]) -> DatelineLine:
    """The stamp of a match; the day of an update is not the day of publication."""
    span, day = Span.of(text, *match.span()), Span.of(text, *match.span("day"))
    agency = _group(text, match, "agency") if "agency" in match.re.groupindex else None
    published = None if _patterns().updated.match(span.text) else read_day(day.text).date
    return DatelineLine(span, None, None, day, agency, published, span)


def _with_year(text: str, line: DatelineLine) -> DatelineLine:
    """A day without a year gets that of the release number at the text's head, if the months agree."""
    printed = read_day(line.day.text) if line.day and line.date is None else None
    if printed is None or printed.month is None or printed.day is None or printed.year is not None:
        return line
    numbers = {match.groups() for match in _RELEASE_NUMBER.finditer(text, 0, line.span.end + _HEADLINE)}
    if len(numbers) != 1:
        return line
    year, month = (int(part) for part in numbers.pop())
    if abs(month - printed.month) > 1:
        return line
    try:
        return replace(line, date=date(year, printed.month, printed.day))
    except ValueError:
        return line


def _group(text: str, match: re.Match[str], name: str) -> Span | None:
    return Span.of(text, *match.span(name)) if match[name] else None


def _body_start(text: str) -> int:
    """Where the body begins: after a title that is followed by an empty line, else at once."""
    end = text.find("\n\n")
    return end + 2 if 0 < end <= 2 * _HEADLINE and "\n" not in text[:end] else 0


def _shared_headline(text: str, body: int) -> int:
    """How many characters of the body say the title again, 0 when it does not."""
    length = 0
    for of_title, of_body in zip(text[: max(body - 2, 0)], text[body:], strict=False):
        if of_title.casefold() != of_body.casefold():
            break
        length += 1
    return length if length >= _AFTER_HEADLINE else 0
