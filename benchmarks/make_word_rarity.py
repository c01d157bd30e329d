"""Make the table of rare words that linking goes by (src/dateline/ontology/data/word_rarity.csv).

    pip install wordfreq
    python benchmarks/make_word_rarity.py STORIES.jsonl... [--events EVENTS.jsonl] > word_rarity.csv

A word is as common as it is in English at all (wordfreq) or, if that is more, in the stories of one of the
files. A story of some 300 words holds a word of frequency f with probability 1 - exp(-300 f); its rarity
goes by how many bits that is. Give files of at least some hundred stories: a word counts for a file when ten
stories and .3% of them hold it, so that the names of one event do not come in. Where EVENTS (rows of story
and incident) tells which stories are of one event, only the first of them counts, and a word needs stories of
five events. Only counts are kept.
Stories that figures are to be measured on do not belong into it.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dateline.linking.words import COMMON, RARE, RAREST, UNCOMMON, word_key

WORDS = 300
"""Of a story, or of what of it is compared."""
BITS = ((5.0, COMMON), (7.5, UNCOMMON), (10.0, RARE))
"""Below how many bits a word is how rare."""
LEAST_FREQUENCY = 1e-6
LEAST_STORIES = 10
LEAST_SHARE = 0.003
LEAST_EVENTS = 5
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


def bits_of_stories(texts: Iterable[str], least_stories: int = LEAST_STORIES) -> dict[str, float]:
    """Bits by word, for words that enough of the texts hold."""
    held: Counter[str] = Counter()
    count = 0
    for text in texts:
        count += 1
        held.update({word_key(word) for word in _WORD.findall(text)})
    least = max(least_stories, LEAST_SHARE * count)
    return {word: -math.log2(n / count) for word, n in held.items() if n >= least}


def bits_of_english(frequencies: Mapping[str, float]) -> dict[str, float]:
    """Bits by word, from frequencies in running text."""
    joined: Counter[str] = Counter()
    for word, frequency in frequencies.items():
        for part in _WORD.findall(word):
            joined[word_key(part)] += frequency  # type: ignore[assignment]
    return {w: -math.log2(1 - math.exp(-WORDS * f)) for w, f in joined.items() if f >= LEAST_FREQUENCY}


def rarity(bits: float) -> int:
    """How rare a word of so many bits is, 0 to 3."""
    return next((rare for below, rare in BITS if bits < below), RAREST)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def bits_of_file(path: Path, events: Mapping[str, str]) -> dict[str, float]:
    """Bits by word of a file of stories, of which `events` gives the event of each, or of none of them."""
    seen: set[str] = set()
    texts = []
    for row in _rows(path):
        event = events.get(row["story"])
        if event is None or event not in seen:
            texts.append(f"{row.get('title') or ''}\n{row['text']}")
        seen |= {event} if event is not None else set()
    return bits_of_stories(texts, LEAST_EVENTS if seen else LEAST_STORIES)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path, nargs="+", metavar="STORIES.jsonl")
    parser.add_argument("--events", type=Path, metavar="EVENTS.jsonl", help="which stories are of one event")
    options = parser.parse_args()
    try:
        from wordfreq import get_frequency_dict  # noqa: PLC0415 - needed here only
    except ImportError:
        print("make_word_rarity.py: needs wordfreq: pip install wordfreq", file=sys.stderr)
        return 2
    events = {row["story"]: row["incident"] for row in _rows(options.events)} if options.events else {}
    tables = [
        bits_of_english(get_frequency_dict("en")),
        *(bits_of_file(path, events) for path in options.stories),
    ]
    words = sorted({word for table in tables for word in table if word and not word.isdigit()})
    print("word,rarity")
    for word in words:
        rare = rarity(min(table[word] for table in tables if word in table))
        if rare < RAREST:
            print(f"{word},{rare}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
