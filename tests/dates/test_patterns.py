"""Where a rule's pattern can begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolving.dates.finding import RULES
from dateline.resolving.dates.patterns import Rule, compiled, openings
from dateline.resolving.dates.tokens import SYMBOLS

CLASSES = st.text(alphabet=sorted(SYMBOLS.values()), min_size=1, max_size=8)


def _classes(pattern: str) -> set[str]:
    named = {symbol: cls for cls, symbol in SYMBOLS.items()}
    return {named[symbol] for symbol in openings(compiled(pattern).pattern)}


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("ON WEEKDAY", {"on"}),
        ("ON? THE? WEEKDAY", {"on", "the", "weekday"}),
        ("(?:EARLY | IN THE) MONTH", {"early", "in"}),
        ("(?:EARLY | LATE)? MONTH (?!YEAR)", {"early", "late", "month"}),
        ("(?<=ON) (?P<day>DAY_NUMBER)+ MONTH", {"day_number"}),
    ],
)
def test_openings_are_all_words_that_may_stand_first(pattern: str, begins: set[str]) -> None:
    assert _classes(pattern) == begins


def test_a_pattern_that_may_match_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        openings(compiled("ON? THE?").pattern)


@given(CLASSES, st.sampled_from(RULES))
def test_no_rule_matches_where_it_cannot_begin(classes: str, rule: Rule) -> None:
    pattern = rule.pattern
    if pattern.match(classes):
        assert classes[0] in openings(pattern.pattern)
