"""The words and periods of dates_words.yaml and dates_periods.yaml, read and checked.

Lost apostrophes are ordinary input, so every form that a word may take ("Tuesday's", "Tuesdays",
"week’s") is worked out here once, and looking a word up is one step.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.ontology.files import LINE, KnowledgeFile, knowledge_file, read_yaml
from dateline.resolving.dates.feasts import Calendar, Feast

WORDS_FILE = "dates_words.yaml"
PERIODS_FILE = "dates_periods.yaml"

# Classes that the program gives to tokens by their form or by their neighbours.
FORMED = (
    "other",
    "day_number",
    "number",
    "year",
    "short_year",
    "ordinal_number",
    "numeric_date",
    "clock",
    "decade",
    "feast",
    "dash",
    "comma",
    "bracket",
    "stop",
    "weekdays",
    "possessive",
)
POSSESSIVE_CLASSES = ("month", "deictic", "weekend", "season", "weekday", "tonight")
SINGULAR_UNITS = ("day_unit", "week_unit", "month_unit", "year_unit", "decade_unit")
_LISTED = """
month month_or_word month_short weekday weekday_short season season_or_word day_unit days_unit
night_unit week_unit weeks_unit month_unit months_unit year_unit years_unit decade_unit decades_unit
century_unit hour_unit minute_unit half quarter part night early mid late start_of end_of middle_of
earlier later weekend deictic tonight overnight present recently last past previous this that
those same next following coming recent every regular ago before after since new number_word few ordinal
straight about over an the in on of to from have between and by at for during onward old long era row far so
time counted aged lasting named decade_word
"""
CLASSES = (*FORMED, *_LISTED.split())


@dataclass(frozen=True, slots=True)
class Word:
    """What a word is: its class, and the number that it stands for (0 when it has none)."""

    cls: str
    value: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that belong together: a feast, or a name that tells no time."""

    words: tuple[str, ...]
    feast: Feast | None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All that the dates station knows of a language and of periods.

    `words` by lower-case form; `phrases` by their first word, longest first; `parts` gives for a unit
    and "early", "mid" or "late" its first and last place; `stretches` days back; `seasons` first month
    and number of months.
    """

    words: Mapping[str, Word]
    phrases: Mapping[str, tuple[Phrase, ...]]
    month_shorts: frozenset[str]
    parts: Mapping[str, Mapping[str, tuple[int, int]]]
    stretches: Mapping[str, int]
    seasons: Mapping[int, tuple[int, int]]


def _entries(file: KnowledgeFile, name: str, listed: Any, line: int | None) -> dict[str, int]:
    if isinstance(listed, list) and all(isinstance(word, str) for word in listed):
        return dict.fromkeys(listed, 0)
    if isinstance(listed, dict):
        line = listed.get(LINE, line)
        entries = {word: value for word, value in listed.items() if word != LINE}
        if all(isinstance(word, str) and isinstance(value, int) for word, value in entries.items()):
            return entries
    raise file.error(line, f"{name} must list words, or words with a whole number each (quote on, no, yes)")


def _forms(word: str, cls: str) -> list[tuple[str, str]]:
    """A word's forms with their classes."""
    forms = [(word, cls)]
    if cls in POSSESSIVE_CLASSES or cls in SINGULAR_UNITS:
        forms.append((f"{word}'s", cls))
    if cls == "weekday":
        forms.append((f"{word}s", "weekdays"))
    elif cls in POSSESSIVE_CLASSES and cls != "season":
        forms.append((f"{word}s", cls))
    return forms


def _words(file: KnowledgeFile) -> dict[str, Word]:
    document = read_yaml(file)
    if not isinstance(document, dict) or not isinstance(document.get("classes"), dict):
        raise file.error(1, "needs a mapping 'classes' of word classes")
    classes = document["classes"]
    words: dict[str, Word] = {}
    for name, listed in classes.items():
        if name == LINE:
            continue
        if name not in CLASSES or name in FORMED:
            raise file.error(
                classes[LINE],
                f"no word class is called {name!r}; there are {', '.join(CLASSES[len(FORMED) :])}",
            )
        for word, value in _entries(file, name, listed, classes[LINE]).items():
            for form, cls in _forms(word.lower(), name):
                words.setdefault(form, Word(cls, value))
    return words


def _pair(file: KnowledgeFile, what: str, value: Any, line: int | None) -> tuple[int, int]:
    if isinstance(value, list) and len(value) == 2 and all(isinstance(number, int) for number in value):
        return value[0], value[1]
    raise file.error(line, f"{what} must be two whole numbers, as in [1, 10]")


def _section(file: KnowledgeFile, document: Any, name: str) -> tuple[dict[Any, Any], int | None]:
    section = document.get(name) if isinstance(document, dict) else None
    if not isinstance(section, dict):
        raise file.error(None, f"needs a mapping {name!r}")
    return {key: value for key, value in section.items() if key != LINE}, section.get(LINE)


def _words_of(name: str) -> tuple[str, ...]:
    """The tokens of a name: "eid al-fitr" is four."""
    return tuple(re.findall(r"[\w']+|[^\w\s]", name.lower()))


def _moving(file: KnowledgeFile, entry: Any) -> list[Phrase]:
    """One feast that moves, under each of its names."""
    line = entry.get(LINE) if isinstance(entry, dict) else None
    try:
        calendar, days = Calendar(entry["calendar"]), entry["days"]
        if calendar is Calendar.HIJRI:
            begins = tuple(_pair(file, "begins", begin, line) for begin in entry["begins"])
        else:
            begins = tuple((0, int(begin)) for begin in entry["begins"])
        return [Phrase(_words_of(name), Feast(calendar, begins, int(days))) for name in entry["names"]]
    except (KeyError, TypeError, ValueError) as error:
        raise file.error(
            line, "a moving feast needs names, a calendar (hijri, easter, orthodox), begins and days"
        ) from error


def _phrases(file: KnowledgeFile, document: Any) -> dict[str, tuple[Phrase, ...]]:
    feasts, line = _section(file, document, "feasts")
    names = document.get("names", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise file.error(None, "'names' must be a list of names")
    moving = document.get("moving_feasts", [])
    if not isinstance(moving, list):
        raise file.error(None, "'moving_feasts' must be a list of feasts")
    phrases = [
        Phrase(_words_of(name), Feast(Calendar.FIXED, (_pair(file, name, day, line),)))
        for name, day in feasts.items()
    ]
    phrases += [phrase for entry in moving for phrase in _moving(file, entry)]
    phrases += [Phrase(_words_of(name), None) for name in names]
    grouped: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda phrase: -len(phrase.words)):
        grouped.setdefault(phrase.words[0], []).append(phrase)
    return {first: tuple(group) for first, group in grouped.items()}


def read_lexicon(folder: Path | None = None) -> Lexicon:
    """The lexicon of the package, or of the user's `folder` where that holds files of the same name.

    Raises KnowledgeError, naming file and line, when one of them is not as it should be.
    """
    words = _words(knowledge_file(WORDS_FILE, folder))
    file = knowledge_file(PERIODS_FILE, folder)
    document = read_yaml(file)
    parts, line = _section(file, document, "parts")
    stretches, stretches_line = _section(file, document, "stretches")
    seasons, seasons_line = _section(file, document, "seasons")
    for unit, days in stretches.items():
        if not isinstance(days, int):
            raise file.error(stretches_line, f"{unit} must be a whole number of days")
    return Lexicon(
        words=words,
        phrases=_phrases(file, document),
        month_shorts=frozenset(
            form for form, word in words.items() if word.cls in ("month_short", "weekday_short")
        ),
        parts={
            unit: {
                part: _pair(file, f"{part} {unit}", ends, of_unit.get(LINE, line))
                for part, ends in of_unit.items()
                if part != LINE
            }
            for unit, of_unit in parts.items()
        },
        stretches=stretches,
        seasons={
            number: _pair(file, f"season {number}", months, seasons_line)
            for number, months in seasons.items()
        },
    )


@lru_cache(maxsize=1)
def default_lexicon() -> Lexicon:
    """The package's own lexicon, read once."""
    return read_lexicon()
