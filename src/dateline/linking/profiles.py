"""Profiles: all that linking knows of a story's claims, as rows of the engine's table.

What a claim is known by hangs on all that its story tells, and on nothing beyond it, so a story is read
once; a ledger keeps its profile, and linking a new story into many reads those of its neighbours instead of
their texts.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pyarrow as pa

from dateline.linking.columns import COLUMNS, FactsTable
from dateline.linking.facts import Facts
from dateline.linking.keys import Row, act_keys_of, keys_of, province_of, rare_words_of, words_of
from dateline.linking.numbers import number_of
from dateline.linking.roles import part_of, tells_of_act
from dateline.linking.settings import LinkingSettings
from dateline.linking.storywise import facts_of
from dateline.model import Claim, Harm, Story

_NUMBERS = pa.list_(pa.int64())
# Beside what the fields compare: what numbers the claims, where they are filed, and their part. In a row ids
# are text, and what is not known of a claim is missing.
LOADED: dict[str, pa.DataType] = COLUMNS | {
    "published": pa.int64(),
    "story_id": pa.binary(),
    "quote_start": pa.int64(),
    "quote_end": pa.int64(),
    "claim_id": pa.binary(),
    "filed": _NUMBERS,
    "sought": _NUMBERS,
    "passage": pa.int64(),
    "words": _NUMBERS,
    "rare_words": _NUMBERS,
    "act_soon": _NUMBERS,
    "act_month": _NUMBERS,
    "act_week": _NUMBERS,
    "province": pa.int64(),
    "part": pa.int32(),
    "acts": pa.list_(pa.binary()),
    "harms": pa.int32(),
    "sums_up": pa.bool_(),
    "tells": pa.bool_(),
    "linked": pa.bool_(),
}

_HARMS = {harm: 1 << number for number, harm in enumerate(Harm)}
_QUICK = 1
"""The level of compression: what is packed is read again often."""


def rows_of(
    stories: Mapping[str, Story],
    claims: Iterable[Claim],
    lineages: Mapping[str, str],
    settings: LinkingSettings,
    context: Iterable[Claim] = (),
) -> Iterator[Row]:
    """The rows of the claims, story by story, as they are asked for, and those of `context`; the arguments
    and errors are those of `facts_of`."""
    maker = FactsTable(settings)
    for facts in facts_of(stories, claims, lineages, settings, context):
        yield _row(facts, maker, settings)


def profiles_of(
    stories: Mapping[str, Story],
    claims: Iterable[Claim],
    lineages: Mapping[str, str],
    settings: LinkingSettings,
) -> Iterator[tuple[str, list[Row]]]:
    """The ids of the stories that have claims, each with the rows of these."""
    rows = rows_of(stories, claims, lineages, settings)
    for story, some in groupby(rows, key=lambda row: str(row["story_id"])):
        yield story, list(some)


def _row(facts: Facts, maker: FactsTable, settings: LinkingSettings) -> Row:
    published, story, quote_start, quote_end, claim = facts.order
    keys, act = keys_of(facts), act_keys_of(facts)
    row = maker.row(0, facts) | {
        "published": published,
        "story_id": story,
        "quote_start": quote_start,
        "quote_end": quote_end,
        "claim_id": claim,
        "filed": keys.filed,
        "sought": keys.sought,
        "passage": number_of(facts.story, *_passage(facts)),
        "words": words_of(facts),
        "rare_words": rare_words_of(facts),
        "act_soon": act.soon,
        "act_month": act.month,
        "act_week": act.week,
        "province": province_of(facts),
        "acts": facts.acts,
        "part": part_of(facts, settings).value,
        "harms": sum(_HARMS[harm] for harm in facts.tolls),
        "sums_up": facts.sums_up,
        "tells": tells_of_act(facts),
    }
    return {name: value for name, value in row.items() if value is not None}


def _passage(facts: Facts) -> tuple[str, ...]:
    """What makes two claims of a story known by one passage."""
    words = facts.words
    return (*sorted(words.uncommon), "", *sorted(words.rare), "", *sorted(words.rarest))


def table_of(rows: Sequence[Row], context: Container[str] = ()) -> pa.Table:
    """The rows as a table, in which those with an id in `context` are not linked."""
    columns: dict[str, list[Any]] = {name: [row.get(name) for row in rows] for name in LOADED}
    columns["linked"] = [row["claim_id"] not in context for row in rows]
    for ids in ("story_id", "claim_id"):
        columns[ids] = [id_bytes(row[ids]) for row in rows]
    columns["acts"] = [[id_bytes(act) for act in row["acts"]] for row in rows]
    return pa.table({name: pa.array(columns[name], kind) for name, kind in LOADED.items()})


def packed(rows: Sequence[Row]) -> bytes:
    """A profile as a ledger keeps it: compressed JSON, the same bytes for the same rows."""
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode("ascii"), _QUICK)


def unpacked(profile: bytes) -> list[Row]:
    """The rows of a profile that `packed` gave."""
    rows: list[Row] = json.loads(zlib.decompress(profile))
    return rows


def id_bytes(text: str) -> bytes:
    """An id as a table takes and sorts it, even where it holds half a character."""
    return text.encode("utf-8", "surrogatepass")


def id_text(stored: bytes) -> str:
    """The id that `id_bytes` was given."""
    return stored.decode("utf-8", "surrogatepass")
