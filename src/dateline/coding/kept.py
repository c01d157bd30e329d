"""A coded story as JSON, so that it can be resolved again another day without being parsed.

Only for the version and knowledge that wrote it: whoever keeps it keeps the coder's name beside it.
"""

from __future__ import annotations

import json
from dataclasses import fields
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from dateline.coding.drafts import CodedStory, DraftClaim, Speech
from dateline.coding.tokens import ParsedStory, Sentence, Token
from dateline.model import Span, Story

_hints: dict[type, list[tuple[str, Any]]] = {}


def coded_to_json(coded: CodedStory) -> str:
    """All that was found in a story, without the story itself."""
    kept = [
        [_sentence_to_json(sentence) for sentence in coded.parsed.sentences],
        [_to_json(speech) for speech in coded.speeches],
        [_to_json(claim) for claim in coded.claims],
    ]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def coded_from_json(stored: str, story: Story) -> CodedStory | None:
    """What `coded_to_json` wrote of a story with this text; None when it was another version that did."""
    try:
        sentences, speeches, claims = json.loads(stored)
        return CodedStory(
            ParsedStory(story, tuple(_sentence_from_json(each, story.text) for each in sentences)),
            tuple(_from_json(Speech, each, story.text) for each in speeches),
            tuple(_from_json(DraftClaim, each, story.text) for each in claims),
        )
    except (ValueError, TypeError, IndexError):
        return None


def _sentence_to_json(sentence: Sentence) -> list[Any]:
    tokens = [
        [t.start, t.end, t.lower, t.lemma, t.pos, t.tag, t.dep, t.head, t.entity] for t in sentence.tokens
    ]
    return [sentence.index, sentence.title, sentence.block, sentence.read, tokens]


def _sentence_from_json(stored: list[Any], text: str) -> Sentence:
    index, title, block, read, tokens = stored
    return Sentence(
        text,
        index,
        title,
        block,
        tuple(
            Token(i, text[start:end], lower, lemma, pos, tag, dep, head, entity, start, end)
            for i, (start, end, lower, lemma, pos, tag, dep, head, entity) in enumerate(tokens)
        ),
        read,
    )


def _to_json(value: Any) -> Any:
    """A span as its offsets, a record as the list of its fields."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_to_json(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return [_to_json(getattr(value, field.name)) for field in fields(value)]
    return value


def _names(record: type) -> tuple[str, ...]:
    """The fields of a dataclass or named tuple; none of another type."""
    if hasattr(record, "__dataclass_fields__"):
        return tuple(field.name for field in fields(record))
    return getattr(record, "_fields", ())


def _from_json(hint: Any, stored: Any, text: str) -> Any:
    """The value of a type that `_to_json` was given. Raises ValueError or TypeError when it is no such."""
    if get_origin(hint) is UnionType:
        of = next(each for each in get_args(hint) if each is not type(None))
        return None if stored is None else _from_json(of, stored, text)
    if get_origin(hint) is tuple:
        items = get_args(hint)
        of_items = [items[0]] * len(stored) if items[-1] is Ellipsis else items
        return tuple(_from_json(of, item, text) for of, item in zip(of_items, stored, strict=True))
    if hint is Span:
        start, end = stored
        return Span(start, end, text[start:end])
    if issubclass(hint, Enum):
        return hint(stored)
    if names := _names(hint):
        if hint not in _hints:
            types = get_type_hints(hint)
            _hints[hint] = [(name, types[name]) for name in names]
        named = zip(_hints[hint], stored, strict=True)
        return hint(**{name: _from_json(of, item, text) for (name, of), item in named})
    if type(stored) is not hint:
        raise ValueError(f"{stored!r} is no {hint}")
    return stored
