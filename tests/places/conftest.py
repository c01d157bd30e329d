"""One gazetteer for all tests here. The index is built once (some ten seconds) and kept in the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dateline.resolving.places import Gazetteer, LocatedMention, locate_story

Locate = Callable[..., dict[str, LocatedMention]]


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    opened = Gazetteer.open()
    yield opened
    opened.close()


@pytest.fixture
def locate(gazetteer: Gazetteer) -> Locate:
    """Places of a text by the words of their mention; (words, label) pairs stand for a parser's entities."""

    def run(text: str, *labels: tuple[str, str]) -> dict[str, LocatedMention]:
        entities = [(text.index(words), text.index(words) + len(words), label) for words, label in labels]
        return {item.mention.text: item for item in locate_story(text, entities, gazetteer)}

    return run
