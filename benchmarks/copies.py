"""Measure which stories are taken for copies of one another, against pairs that a person has judged.

    python benchmarks/copies.py FOLDER [--least SHARE] > pairs.tsv
    python benchmarks/copies.py FOLDER --judged JUDGED.tsv [--json]

FOLDER holds stories.jsonl. The first form lists pairs of stories that share at least SHARE (.15) of the
shorter one's runs of words, more than linking asks for: the two ids, how much of all their runs they share
(Jaccard), how much of the shorter one stands in the longer, and whether linking has them as copies. To
judge them, add a column: yes for a copy, a rewrite or one wire story cut differently, no for two texts of
their own. The second form reads such a file (first column and second: ids; last: yes or no).

copies
    Precision and recall over the judged pairs. Pairs that share less than SHARE are not seen, so recall
    is of what a looser search finds.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from dateline.linking import find_lineages, load_linking_settings
from dateline.linking.lineages import runs_of_words
from dateline.model import Story
from runner import STORIES, Measured, Sides, parser, present, read_stories, run

MANY = 60
"""A run of words that more stories than this hold is furniture of a site, and no sign of a copy."""


def overlaps(stories: Sequence[Story], least: float) -> Iterator[tuple[str, str, float, float]]:
    """Pairs of ids with Jaccard and containment of their runs of words, of at least `least` containment."""
    settings = load_linking_settings().copies
    runs = {story.id: set(runs_of_words(story, settings)) for story in stories}
    held: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(runs):
        for each in runs[name]:
            held[each].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in held.values():
        if len(names) <= MANY:
            shared.update(combinations(names, 2))
    for (one, other), both in sorted(shared.items()):
        sizes = len(runs[one]), len(runs[other])
        if min(sizes) >= settings.least_shingles and both >= least * min(sizes):
            yield one, other, both / (sum(sizes) - both), both / min(sizes)


def read_judged(path: Path) -> dict[tuple[str, str], bool]:
    """Whether each pair is of copies. Raises ValueError naming file and line."""
    judged = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if cells[-1] not in ("yes", "no") or len(cells) < 3:
            raise ValueError(f"{path}, line {number}: should be two ids and, last, yes or no, parted by tabs")
        judged[min(cells[:2]), max(cells[:2])] = cells[-1] == "yes"
    return judged


def measure(options: argparse.Namespace) -> Measured:
    """List the pairs, or score the lineages against those judged."""
    (told,) = present(options.folder, STORIES)
    stories = read_stories(told)
    lineages = find_lineages(stories, load_linking_settings())
    measured = Measured()
    measured.counts.update(stories=len(stories), lineages=len(set(lineages.values())))
    if options.judged is None:
        for one, other, jaccard, contained in overlaps(stories, options.least):
            taken = "copy" if lineages[one] == lineages[other] else "apart"
            measured.notes.append(f"{one}\t{other}\t{jaccard:.2f}\t{contained:.2f}\t{taken}")
        return measured
    right = ours = copies = 0
    for (one, other), is_copy in read_judged(options.judged).items():
        if one not in lineages or other not in lineages:
            raise ValueError(f"{options.judged}: no story {one if one not in lineages else other} in {told}")
        together = lineages[one] == lineages[other]
        right, ours, copies = right + (together and is_copy), ours + together, copies + is_copy
        if together is not is_copy:
            measured.wrong("taken for a copy" if together else "copy missed", f"{one} {other}")
    measured.agreements["copies"] = Sides(right, ours, right, copies)
    return measured


if __name__ == "__main__":
    command = parser(__doc__, claims=False)
    command.add_argument("--least", type=float, default=0.15, metavar="SHARE")
    command.add_argument("--judged", type=Path, metavar="FILE", help="pairs with yes or no")
    sys.exit(run(command.parse_args(), measure))
