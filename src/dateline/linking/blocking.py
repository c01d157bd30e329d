"""Pairs of claims that share a key (`keys.py`) at about one time, as statements over the table `claims`.

The keys are exploded into rows, each with a moment: the stretches of days of a short claim, the years of a
long one, none of an undated one. Whoever looks up years, or no time at all, meets all that is filed under
the key at that time, so filing has a row for each.

Claims of news are also looked up by the very rare words of their passages: by two of them within three
years, by one within a month or two in a province. The acts that stories are mainly about are looked up by the
day of publication, and more widely: by a very rare word and a rare one within three years, and by less when
they were published within a month or two (`keys.py`). A passage is looked up once for all the claims that are
known by it.
"""

from __future__ import annotations

from dateline.linking.fields import WEEK, WORTH_COMPARING
from dateline.linking.keys import SOON, WORD_MONTH, WORDS_REACH
from dateline.linking.retold import MONTH

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
_LOOKED_UP = f"""CREATE TABLE passages AS
SELECT DISTINCT passage, first_day // {WORDS_REACH} AS stretch, words FROM claims WHERE len(words) > 1;
CREATE TABLE main_passages AS
SELECT DISTINCT passage, published_day, words, words || rare_words AS all_words FROM claims
    WHERE act AND len(words) > 0;
CREATE TABLE word_pairs AS
WITH first AS (SELECT passage, stretch, words, unnest(words) AS word FROM passages),
both_words AS (SELECT passage, stretch, word, unnest(words) AS other_word FROM first)
FROM both_words WHERE word < other_word;
CREATE TABLE main_word_pairs AS
WITH first AS (
    SELECT passage, published_day // {WORDS_REACH} AS stretch, words, all_words, unnest(words) AS word
    FROM main_passages),
both_words AS (SELECT passage, stretch, words, word, unnest(all_words) AS other_word FROM first)
SELECT passage, stretch, word, other_word FROM both_words
    WHERE word < other_word OR NOT list_contains(words, other_word);
CREATE TABLE act_keys AS
SELECT DISTINCT passage, published_day // {SOON} AS stretch, unnest(act_soon) AS key FROM claims WHERE act
UNION ALL
SELECT DISTINCT passage, {_YEARS} + published_day // {MONTH}, unnest(act_month) FROM claims WHERE act
UNION ALL
SELECT DISTINCT passage, {_ANY} + published_day // {WEEK}, unnest(act_week) FROM claims WHERE act;"""


def _shared(table: str, *words: str, main: bool) -> str:
    same = " AND ".join(f"a.{word} = b.{word}" for word in words)
    return f"""SELECT a.passage AS one, b.passage AS other, {main} AS main FROM {table} a JOIN {table} b
    ON {same} AND b.stretch BETWEEN a.stretch - 1 AND a.stretch + 1 WHERE a.passage < b.passage"""


# A passage may be that of other claims as well: each pair is found by what its own two claims are looked up
# by, or it would hang on what else is linked.
_WITHIN_REACH = f"""CASE WHEN passage_pairs.main
    THEN a.act AND b.act AND abs(a.published_day - b.published_day) <= {WORDS_REACH}
    ELSE len(a.words) > 1 AND len(b.words) > 1 AND abs(a.first_day - b.first_day) <= {WORDS_REACH} END"""
WORDS = f"""{_LOOKED_UP}
CREATE TABLE passage_pairs AS
{_shared("word_pairs", "word", "other_word", main=False)}
    UNION {_shared("main_word_pairs", "word", "other_word", main=True)}
    UNION {_shared("act_keys", "key", main=True)};
DROP TABLE passages;
DROP TABLE main_passages;
DROP TABLE word_pairs;
DROP TABLE main_word_pairs;
DROP TABLE act_keys;
CREATE TABLE by_words AS
SELECT least(a.unique_id, b.unique_id) AS one, greatest(a.unique_id, b.unique_id) AS other
    FROM passage_pairs JOIN claims a ON a.passage = passage_pairs.one
    JOIN claims b ON b.passage = passage_pairs.other WHERE {_WITHIN_REACH};
DROP TABLE passage_pairs;
CREATE TABLE province_words AS
SELECT unique_id AS id, province, unnest(words) AS word, first_day // {WORD_MONTH} AS month FROM claims
    WHERE province IS NOT NULL"""
"""What the pairs by words are found in: `by_words`, which holds them, and `province_words`."""
_BY_WORDS = """SELECT one, other FROM by_words WHERE one >= $first AND one < $last
    UNION ALL
    SELECT a.id, b.id FROM province_words a JOIN province_words b
    ON a.province = b.province AND a.word = b.word AND b.month BETWEEN a.month - 1 AND a.month + 1
    WHERE a.id >= $first AND a.id < $last AND b.id > a.id"""


_COMPARED = (
    *("story", "event", "family", "kin", "daily", "harmed", "first_day", "last_day", "lasts", "lasts_with"),
    *("leaning", "uncommon", "rare", "rarest", "mass", "some_words", "act", "act_retold"),
)
_SIDES = ", ".join(f"{side}.{name} AS {name}_{side}" for side in "lr" for name in _COMPARED)
FIND = f"""INSERT INTO {PAIRS}
WITH found AS (
    SELECT sought.id AS one, filed.id AS other FROM sought JOIN filed USING (key, moment)
    WHERE sought.id >= $first AND sought.id < $last AND filed.id > sought.id
    UNION ALL SELECT filed.id, sought.id FROM sought JOIN filed USING (key, moment)
    WHERE filed.id >= $first AND filed.id < $last AND sought.id > filed.id
    UNION ALL {_BY_WORDS}),
pairs AS (SELECT DISTINCT one, other FROM found)
SELECT '0', one, other FROM (SELECT one, other, {_SIDES} FROM pairs
    JOIN claims l ON l.unique_id = one JOIN claims r ON r.unique_id = other) WHERE {WORTH_COMPARING}"""
