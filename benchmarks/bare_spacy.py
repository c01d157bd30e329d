"""Parse stories with a bare spaCy pipeline and print what it took, as JSON.

    python benchmarks/bare_spacy.py STORIES.jsonl --model NAME --processes P

The yardstick of speed.py, in a process of its own: the model's whole pipeline, nlp.pipe, nothing kept.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections.abc import Iterator
from pathlib import Path

from dateline.model import stored_text


def texts(path: Path) -> Iterator[str]:
    """The stored texts of a file of stories."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            story = json.loads(line)
            yield stored_text(story.get("title"), story["text"])


def main() -> None:
    """Print {"tokens": …, "seconds": …}: seconds of parsing, with the model loaded before."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path)
    parser.add_argument("--model", required=True)
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    nlp = importlib.import_module(options.model).load()
    started = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts(options.stories), n_process=options.processes))
    print(json.dumps({"tokens": tokens, "seconds": time.perf_counter() - started}))


if __name__ == "__main__":
    main()
