"""Whether a record that was read back holds what its class says: JSON has no types of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Allowed = tuple[tuple[type, ...], "Allowed | None"]

# Of each class its fields, each with the types that it may have and, for a tuple, its items'.
_fields: dict[type, list[tuple[str, Allowed]]] = {}


def misfits(value: Any, path: str = "") -> Iterator[str]:
    """Say for each field of a dataclass, however deep, that is not of its declared type."""
    kind = type(value)
    if kind not in _fields:
        hints = get_type_hints(kind)
        _fields[kind] = [(field.name, _allowed(hints[field.name])) for field in fields(kind)]
    for name, allowed in _fields[kind]:
        yield from _misfits_of(getattr(value, name), allowed, f"{path}.{name}" if path else name)


def _allowed(hint: Any) -> Allowed:
    if get_origin(hint) is tuple:
        return (tuple,), _allowed(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        return get_args(hint), None
    # JSON writes 36.0 degrees as 36 if it likes.
    return ((float, int), None) if hint is float else ((hint,), None)


def _misfits_of(value: Any, allowed: Allowed, where: str) -> Iterator[str]:
    kinds, of_items = allowed
    # By the class itself and not isinstance: to Python a bool is an int, but a toll of True is none.
    kind = type(value)
    if kind not in kinds and not (kind is int and float in kinds):
        yield f"{where} is {value!r}"
    elif of_items is not None:
        for number, item in enumerate(value):
            yield from _misfits_of(item, of_items, f"{where}[{number}]")
    elif hasattr(kind, "__dataclass_fields__"):
        yield from misfits(value, where)
