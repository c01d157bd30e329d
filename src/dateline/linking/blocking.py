"""Pairs of claims that share a key (`keys.py`) at about one time, as statements over the table `claims`.

The keys are exploded into rows, each with a moment: the stretches of days of a short claim, the years of a
long one, none of an undated one. Whoever looks up years, or no time at all, meets all that is filed under
the key at that time, so filing has a row for each.
"""

from __future__ import annotations

from dateline.linking.fields import MONTH, WORTH_COMPARING

STRETCH = 4
"""Days are looked up in stretches of so many."""
MANY = 10
"""Claims of more stretches are looked up by years."""
YEAR = 365
PAIRS = "candidate_pairs"
"""The table of pairs, in the form in which Splink takes them."""

# Moments: stretches of days as they are, then years, then whatever the day, then one story's.
_YEARS, _ANY, _STORY = 10_000_000, 20_000_000, 30_000_000
FILED = f"""CREATE TABLE filed AS
WITH dated AS (SELECT unique_id AS id, unnest(filed) AS key, first_day, last_day FROM claims)
SELECT id, key, unnest(range(first_day // {STRETCH}, last_day // {STRETCH} + 1)) AS moment FROM dated
    WHERE last_day // {STRETCH} - first_day // {STRETCH} < {MANY}
UNION ALL SELECT id, key, {_YEARS} + unnest(range(first_day // {YEAR}, last_day // {YEAR} + 1)) FROM dated
    WHERE first_day IS NOT NULL
UNION ALL SELECT id, key, {_ANY} FROM dated
UNION ALL SELECT unique_id, lineage, {_STORY} FROM claims"""
SOUGHT = f"""CREATE TABLE sought AS
WITH dated AS (SELECT unique_id AS id, unnest(sought) AS key, first_day - greatest(1, lasts) AS first_day,
    last_day + greatest(1, lasts) AS last_day FROM claims),
short AS (SELECT id, key, first_day // {STRETCH} AS first, last_day // {STRETCH} AS last FROM dated
    WHERE last_day // {STRETCH} - first_day // {STRETCH} < {MANY})
SELECT id, key, unnest(range(first, last + 1)) AS moment FROM short
UNION ALL SELECT id, key,
    {_YEARS} + unnest(range((first_day - {MONTH}) // {YEAR}, (last_day + {MONTH}) // {YEAR} + 1)) FROM dated
    WHERE last_day // {STRETCH} - first_day // {STRETCH} >= {MANY}
UNION ALL SELECT id, key, {_ANY} FROM dated WHERE first_day IS NULL
UNION ALL SELECT unique_id, lineage, {_STORY} FROM claims"""
_COMPARED = ("story", "event", "family", "kin", "first_day", "last_day", "lasts", "lasts_with")
_SIDES = ", ".join(f"{side}.{name} AS {name}_{side}" for side in "lr" for name in _COMPARED)
FIND = f"""INSERT INTO {PAIRS}
WITH found AS (
    SELECT sought.id AS one, filed.id AS other FROM sought JOIN filed USING (key, moment)
    WHERE sought.id >= $first AND sought.id < $last AND filed.id > sought.id
    UNION ALL SELECT filed.id, sought.id FROM sought JOIN filed USING (key, moment)
    WHERE filed.id >= $first AND filed.id < $last AND sought.id > filed.id),
pairs AS (SELECT DISTINCT one, other FROM found)
SELECT '0', one, other FROM (SELECT one, other, {_SIDES} FROM pairs
    JOIN claims l ON l.unique_id = one JOIN claims r ON r.unique_id = other) WHERE {WORTH_COMPARING}"""
