"""What stands in a story's text and is no story: advertisement marks, credits, links, share buttons.

The rules are `reading_furniture.yaml`. Offsets stay those of the stored text: furniture is passed over,
never cut out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.model import Span
from dateline.ontology.files import LINE, KnowledgeFile, knowledge_file, read_yaml
from dateline.reading.calendar_words import head_words
from dateline.reading.dateline import read_dateline
from dateline.reading.textlines import LINE_ENDS, text_lines

_CAPITALS = "À-ÖØ-Þ"
"""Capital letters besides A to Z."""
_LONGEST_LINE = 420
_LONG_LINE = 240
_FIRST_LINES, _LAST_LINES = 8, 5
_LONGEST_SENTENCE = 240
_LONGEST_CAPTION = 420
_LONGEST_HEADLINE = 140
_MOST_LINKS = 8
_REACH_OF_TAGS = 200
_END_REACH = 200
_SENTENCE_END = re.compile(r"(?:(?P<word>[^\W\d_]+)\.|[.!?…])[\"”’)\]]*\s+")
_STOP = re.compile(r"[.!?…:;,\"”’]\s*$")
_CLIP = re.compile(r"(\d{1,2}):(\d\d) (?![AaPp]\.?[Mm]\b)\S.{4,150}(?<![.!?])")
_FEWEST_CLIPS = 3
_TAGS = re.compile(r"(?<![\w#.])Tags(?= [A-Z])")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the file, which says what each field means."""

    name: str
    pattern: re.Pattern[str]
    cue: str = ""
    extent: str = "match"
    at_end: bool = False
    edges: bool = False
    long: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class FurnitureRules:
    """The rules of `reading_furniture.yaml`."""

    lines: tuple[Rule, ...]
    markers: tuple[Rule, ...]
    running: tuple[Rule, ...]
    titles: tuple[Rule, ...]
    openers: re.Pattern[str]
    abbreviations: frozenset[str]
    reporting: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of furniture and the rule that found it."""

    span: Span
    rule: str


def furniture_spans(text: str) -> tuple[Span, ...]:
    """Sorted, non-overlapping spans of the stored text that are no story.

    Date stamps count as furniture ("AFP Monday 3 Oct 2016"); datelines do not, for they say where.
    """
    merged: list[tuple[int, int]] = []
    for piece in furniture(text):
        start, end = piece.span.start, piece.span.end
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(Span.of(text, start, end) for start, end in merged)


def furniture(text: str, rules: FurnitureRules | None = None) -> tuple[Piece, ...]:
    """Every piece of furniture with the name of its rule, sorted; pieces may overlap."""
    rules = rules or furniture_rules()
    found = [
        *_beside_headline(text, rules),
        *_in_lines(text, rules),
        *_lists_of_clips(text),
        *_in_running_text(text, rules),
        *_lists_of_tags(text, rules),
    ]
    line = read_dateline(text)
    if line is not None and line.stamp is not None:
        found.append((line.stamp.start, line.stamp.end, "stamp"))
    trimmed = ((*_trimmed(text, start, end), name) for start, end, name in found)
    return tuple(
        Piece(Span.of(text, start, end), name) for start, end, name in sorted(trimmed) if start < end
    )


@cache
def furniture_rules(folder: Path | None = None) -> FurnitureRules:
    """The rules, a user's own file in `folder` first. Raises KnowledgeError naming file and line."""
    file = knowledge_file("reading_furniture.yaml", folder)
    data = read_yaml(file)
    if not isinstance(data, dict):
        raise file.error(None, "should hold lines, markers, running and openers")
    openers = "|".join(re.escape(word) for word in str(data.get("openers", "")).split())
    return FurnitureRules(
        lines=tuple(_rules(file, data, "lines")),
        markers=tuple(_rules(file, data, "markers")),
        running=tuple(_rules(file, data, "running")),
        titles=tuple(_rules(file, data, "titles")),
        openers=re.compile(rf" (?=(?:{openers}) )"),
        reporting=re.compile(rf"\b(?:{'|'.join(str(data.get('reporting', '')).split())})\b"),
        abbreviations=frozenset(str(data.get("abbreviations", "")).split()),
    )


def _rules(file: KnowledgeFile, data: dict[str, object], key: str) -> Iterator[Rule]:
    entries = data.get(key)
    if not isinstance(entries, list):
        raise file.error(None, f'"{key}" should be a list of rules')
    words = head_words()
    joined = r"(?:and|in|at|of|for|with|the|from|de|al|el|bin|bureau|newsroom|additional|reporting|by|&)"
    name = r"[A-Z][^\W_.]*(?:['’.-][^\W_]*)*"
    macros = {
        "<<day>>": words.day_pattern,
        "<<full day>>": words.full_day_pattern,
        "<<agency>>": words.agency_pattern,
        "<<capital>>": _CAPITALS,
        "<<site>>": _site_pattern(data.get("mastheads")),
        "<<names>>": rf"(?:{name})(?:,? (?:{name}|{joined}))*+",
    }
    for entry in entries:
        line = entry.get(LINE) if isinstance(entry, dict) else None
        if not isinstance(entry, dict) or "name" not in entry or "pattern" not in entry:
            raise file.error(line, f'a rule of "{key}" needs a name and a pattern')
        pattern = str(entry["pattern"])
        for macro, meaning in macros.items():
            pattern = pattern.replace(macro, meaning)
        extent = str(entry.get("extent", "match"))
        if extent not in ("match", "sentence", "caption"):
            raise file.error(line, f"extent {extent!r} is not one of match, sentence, caption")
        minds_case = key in ("running", "titles") or bool(entry.get("case"))
        try:
            compiled = re.compile(pattern, re.NOFLAG if minds_case else re.IGNORECASE)
        except re.error as error:
            raise file.error(line, f"the pattern of {entry['name']} is wrong: {error}") from error
        yield Rule(
            name=str(entry["name"]),
            pattern=compiled,
            cue=str(entry.get("cue", "")),
            extent=extent,
            **{flag: bool(entry.get(flag)) for flag in ("at_end", "edges", "long", "title")},
        )


def _site_pattern(mastheads: object) -> str:
    """A part of a title that is an outlet's name, up to the next separator."""
    listed = mastheads if isinstance(mastheads, dict) else {}
    anywhere, last, names, never = (
        "|".join(re.escape(word) for word in str(listed.get(key, "")).split()) or r"(?!)"
        for key in ("anywhere", "last", "names", "never_first")
    )
    end = r"(?=[ ]*(?:$|[,|»]|[-–—] | [-–—]))"
    word = rf"(?:[A-Z0-9{_CAPITALS}'‘’][^\s|]*|of|the|and|for|in|on|your|&|\w+\.\w+)"
    signs = (
        r"[\w-]+\.(?:com|org|net|co|tv|info|news)\b",
        r"[KW][A-Z]{2,3}(?:[- ]?(?:TV|FM|AM|DT))?\d{0,2}\b",
        rf"(?:{anywhere}|{names})\b",
        r"\w*News\w*\b",
        rf"(?:{last}){end}",
    )
    return rf"(?!(?:{never})\b)(?:{word}[ ,]+){{0,6}}?(?:{'|'.join(signs)})"


def site_names(text: str, rules: FurnitureRules | None = None) -> tuple[Span, ...]:
    """Where the title of a page names its outlet, maybe after a town: nothing happened there."""
    found = _beside_headline(text, rules or furniture_rules())
    return tuple(Span.of(text, start, end) for start, end, _ in found)


def _beside_headline(text: str, rules: FurnitureRules) -> Iterator[tuple[int, int, str]]:
    """What the title of a page has beside its headline."""
    end = text.find("\n\n")
    if not 0 < end <= _LONG_LINE or "\n" in text[:end]:
        return
    for rule in rules.titles:
        if match := rule.pattern.search(text, 0, end):
            yield *match.span(), rule.name


def _in_lines(text: str, rules: FurnitureRules) -> Iterator[tuple[int, int, str]]:
    lines = list(text_lines(text))
    links_left = 0
    for number, line in enumerate(lines):
        if line.end - line.start > _LONGEST_LINE or line.carries_on:
            links_left = 0
            continue
        is_title = number == 0 and text[line.end : line.end + 2] == "\n\n"
        at_edge = number < _FIRST_LINES or number >= len(lines) - _LAST_LINES
        if not is_title and (marker := _matching(rules.markers, line.words, at_edge, is_title)):
            links_left = _MOST_LINKS
            yield line.start, line.end, marker.name
        elif rule := _matching(rules.lines, line.words, at_edge, is_title):
            yield line.start, line.end, rule.name
        elif links_left and len(line.words) <= _LONGEST_HEADLINE and not _STOP.search(line.words):
            links_left -= 1
            yield line.start, line.end, "related-link"
        else:
            links_left = 0


def _lists_of_clips(text: str) -> Iterator[tuple[int, int, str]]:
    """Lines such as "2:51 Sheriff speaks", "0:50 One dead in shooting": other films of a site, with their
    lengths. The times of a day's events would go one way."""
    run: list[tuple[int, int, int]] = []
    for line in [*text_lines(text), None]:
        clip = _CLIP.fullmatch(line.words) if line is not None else None
        if line is not None and clip is not None:
            run.append((60 * int(clip[1]) + int(clip[2]), line.start, line.end))
        elif line is None or line.words:
            lengths = [length for length, _, _ in run]
            if len(run) >= _FEWEST_CLIPS and lengths not in (sorted(lengths), sorted(lengths, reverse=True)):
                yield from ((start, end, "clip") for _, start, end in run)
            run = []


def _matching(rules: tuple[Rule, ...], line: str, at_edge: bool, is_title: bool) -> Rule | None:
    lowered = line.lower()
    for rule in rules:
        if (
            (rule.long or len(line) <= _LONG_LINE)
            and (rule.title or not is_title)
            and (at_edge or not rule.edges)
            and (not rule.cue or rule.cue in lowered)
            and rule.pattern.fullmatch(line)
        ):
            return rule
    return None


def _in_running_text(text: str, rules: FurnitureRules) -> Iterator[tuple[int, int, str]]:
    lowered = text.lower()
    content_end = len(text.rstrip())
    for rule in rules.running:
        if rule.cue and rule.cue not in lowered:
            continue
        first = max(0, content_end - _END_REACH) if rule.at_end else 0
        for match in rule.pattern.finditer(text, first, content_end):
            start, end = match.span()
            if rule.extent == "sentence":
                start, end = _sentence_around(text, start, end, rules.abbreviations)
            elif rule.extent == "caption":
                start = _caption_before(text, start, rules)
            yield start, end, rule.name


def _sentence_around(text: str, start: int, end: int, abbreviations: frozenset[str]) -> tuple[int, int]:
    """The sentence of a match; the match alone when no end is near on either side."""
    first = _sentence_start(text, start, _LONGEST_SENTENCE, abbreviations)
    stops = _sentence_ends(text, max(end - 1, 0), min(len(text), first + _LONGEST_SENTENCE), abbreviations)
    stop = next(stops, None)
    line_end = min((at for mark in LINE_ENDS if (at := text.find(mark, end)) >= 0), default=len(text))
    last = min(line_end if stop is None else stop, line_end)
    return (first, max(last, end)) if last - first <= _LONGEST_SENTENCE else (start, end)


def _caption_before(text: str, credit: int, rules: FurnitureRules) -> int:
    """Where the caption of a credit begins; the credit itself when no sentence of its size ends there.

    A sentence that reports what someone said is taken to be the story's.
    """
    first = _sentence_start(text, len(text[:credit].rstrip(" .")), _LONGEST_CAPTION, rules.abbreviations)
    return credit if rules.reporting.search(text, first, credit) else first


def _sentence_start(text: str, before: int, reach: int, abbreviations: frozenset[str]) -> int:
    """The start of the sentence that runs up to `before`, or `before` when it is not within `reach`."""
    lowest = max(0, before - reach)
    line_start = max(text.rfind(mark, lowest, before) for mark in LINE_ENDS) + 1
    ends = list(_sentence_ends(text, max(lowest, line_start), before, abbreviations))
    if ends:
        return ends[-1]
    if line_start or lowest == 0:
        stamp = read_dateline(text)
        return max(line_start, stamp.span.end) if stamp and stamp.span.end < before else line_start
    return before


def _sentence_ends(text: str, start: int, stop: int, abbreviations: frozenset[str]) -> Iterator[int]:
    """Where sentences end: after a stop and blanks, unless the stop is that of an initial or a title."""
    for match in _SENTENCE_END.finditer(text, start, stop):
        word = match["word"]
        if word is None or not ((len(word) == 1 and word.isupper()) or word in abbreviations):
            yield match.end()


def _lists_of_tags(text: str, rules: FurnitureRules) -> Iterator[tuple[int, int, str]]:
    for match in _TAGS.finditer(text):
        reach = text[match.end() : match.end() + _REACH_OF_TAGS]
        reach = reach[: stop.start()] if (stop := re.search(r"[.!?\n]", reach)) else reach
        opener = rules.openers.search(reach, 1)
        yield match.start(), match.end() + (opener.start() if opener else 0), "tags"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
