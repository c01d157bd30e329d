"""What kind of name a word is, by lists alone: GPE (a country), NORP (its people), DATE (a day or month).

spaCy's own entities are not asked for. They take more than half of the parsing time, and on claims
annotated by hand the record is no worse without them: towns come from the gazetteer, outfits from the
actor lexicon, persons and organisations from the speakers' wording.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.ontology.english.events import Grammar
from dateline.ontology.nations import Nations

LONGEST = 4


def label_names(words: Sequence[str], grammar: Grammar, nations: Nations) -> list[str]:
    """A label for each word of a sentence, "" for most. `words` as printed."""
    labels = [""] * len(words)
    lowers = [word.lower() for word in words]
    for i, word in enumerate(words):
        if labels[i] or not word[:1].isupper():
            continue
        lower = lowers[i]
        if word in nations.shouted:
            labels[i] = "GPE"
        elif lower in nations.demonyms:
            labels[i] = "NORP"
        elif lower in grammar.weekdays or lower in grammar.months:
            labels[i] = "DATE"
        else:
            for length in range(min(LONGEST, len(words) - i), 0, -1):
                if tuple(lowers[i : i + length]) in nations.countries:
                    labels[i : i + length] = ["GPE"] * length
                    break
    return labels
