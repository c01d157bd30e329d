"""Write the table of time expressions into docs/dates.md, from what the program makes of them.

python docs/make_dates.py
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dateline.resolving.dates import Days, resolve_time

PAGE = Path(__file__).with_name("dates.md")
BEGIN, END = "<!-- expressions: written by docs/make_dates.py -->", "<!-- /expressions -->"
PUBLISHED = date(2016, 3, 3)
"""A Thursday, three days into a month and after a leap day."""

EXPRESSIONS = """
Thursday; on Monday; late Monday; early Thursday; Wednesday night; overnight; overnight on Tuesday; yesterday
last night; the past 24 hours; the past two days; two days of fighting; for a third day; recently
a few days ago; three days ago; two weeks ago; a day earlier; two Fridays ago; for weeks; since Monday
since early February; over the weekend; earlier this week; last week; the week of February 8; later this week
in February; mid-April; early March; earlier in May; early last year; late 2015; in 2016; last summer
the late 1980s; the first three months of the year; the last week of February; between 28 February and 2 March
from Monday to Wednesday; 3-9 February; March 4; Monday, February 8; at 0300 GMT on Tuesday
Eid al-Adha; during Ramadan; Good Friday; a three-day truce; every Friday
"""
PLANNED = "on Monday; by the weekend; in June; March 4; within 48 hours; this week; during Ramadan"


def row(words: str, *, planned: bool = False) -> str:
    """One expression with first day, last day and precision."""
    days = resolve_time(words, PUBLISHED, future=planned)
    return f"| {words}{', planned' if planned else ''} | {' | '.join(_cells(days))} |"


def _cells(days: Days | None) -> tuple[str, str, str]:
    if days is None or days.earliest is None or days.latest is None:
        return "no day", "", ""
    return days.earliest.isoformat(), days.latest.isoformat(), str(days.precision)


def table() -> str:
    """The table in Markdown."""
    told = [words.strip() for line in EXPRESSIONS.strip().splitlines() for words in line.split(";")]
    planned = [words.strip() for words in PLANNED.split(";")]
    head = [
        (
            f"| words, in a story of {PUBLISHED:%A} {PUBLISHED.day} {PUBLISHED:%B %Y} "
            "| first day | last day | precision |"
        )
    ]
    rows = [*(row(words) for words in told), *(row(words, planned=True) for words in planned)]
    return "\n".join([*head, "|---|---|---|---|", *rows])


def page() -> str:
    """The page with the table as it is now. Raises ValueError when it has no place for it."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{PAGE}: needs the lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
