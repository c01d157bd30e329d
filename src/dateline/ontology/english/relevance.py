"""By which words a text is found to tell of violence before it is parsed (relevance.yaml, forms.yaml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.ontology.english.entries import Entry, Words

LISTS = ("plain", "deeds", "strong", "signs", "outcomes")
VOWELS = frozenset("aeiou")
NEVER_DOUBLED = VOWELS | frozenset("wxy")


@dataclass(frozen=True, slots=True)
class RelevanceWords:
    """What words weigh and how much is asked for; relevance.yaml says what each is."""

    weights: Mapping[Words, int]
    least_sign: int
    least_strong: int
    least_telling: int
    short: int
    brief: int
    story: int
    near: int
    dense: int
    leans: int
    leans_dense: int


def read_relevance(document: Entry) -> RelevanceWords:
    """The words with their weights. Raises KnowledgeError, naming file and line."""
    document.only(*LISTS, "weights", "short", "brief", "story", "near", "dense", "leans", "leans_dense")
    document["weights"].only(*LISTS)
    weights: dict[Words, int] = {}
    for name in LISTS:
        weight = document["weights"][name].number()
        for item in document[name].items():
            for words in _words(item):
                if words in weights:
                    raise item.error(f"{item.word()!r} stands here for the second time")
                weights[words] = weight
    return RelevanceWords(
        weights=weights,
        least_sign=document["weights"]["signs"].number(),
        least_strong=document["weights"]["strong"].number(),
        least_telling=document["weights"]["deeds"].number(),
        short=document["short"].number(),
        brief=document["brief"].number(),
        story=document["story"].number(),
        near=document["near"].number(),
        dense=document["dense"].number(),
        leans=document["leans"].number(),
        leans_dense=document["leans_dense"].number(),
    )


def _words(item: Entry) -> Iterator[Words]:
    yield tuple(item.word().lower().replace("-", " ").split())


def read_forms(document: Entry) -> Mapping[str, frozenset[str]]:
    """Irregular forms by base form. Raises KnowledgeError, naming file and line."""
    return {base: forms.words() for base, forms in document.values.items()}


def forms_of(words: Words, irregular: Mapping[str, frozenset[str]]) -> frozenset[Words]:
    """A word or phrase in every form: its first word inflected like a verb or noun, or its last one.

    Forms that English does not have are among them ("throwed"); they are found in no text.
    """
    first = {(form, *words[1:]) for form in _forms(words[0], irregular)}
    last = {(*words[:-1], form) for form in _forms(words[-1], irregular)}
    return frozenset(first | last)


def _forms(word: str, irregular: Mapping[str, frozenset[str]]) -> frozenset[str]:
    forms = {word, *(word + ending for ending in ("s", "es", "d", "ed", "ing"))}
    if word.endswith("e"):
        forms.add(word[:-1] + "ing")
    if len(word) > 2:
        if word.endswith("y") and word[-2] not in VOWELS:
            forms |= {word[:-1] + "ies", word[:-1] + "ied"}
        if word[-1] not in NEVER_DOUBLED and word[-2] in VOWELS:
            forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return frozenset(forms) | irregular.get(word, frozenset())
