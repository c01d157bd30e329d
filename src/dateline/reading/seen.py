"""What a run has read already, in a few bytes for each story."""

from __future__ import annotations

from hashlib import blake2b

from dateline.model import LeftOut, Story
from dateline.reading.reasons import Reason, left_out

_PLACES_KEPT = 20_000


class Seen:
    """Tells a story from one that was read before.

    The same text in another outlet is no repetition: it is a copy of a wire story, and that it was
    printed there is worth knowing. Nor is one under another id that its user gave it: it is kept as a copy,
    as the id may stand in tables of theirs.
    """

    def __init__(self) -> None:
        self._text_by_id: dict[bytes, bytes] = {}
        self._printed: dict[bytes, bytes] = {}
        self._places: dict[bytes, str] = {}

    def refusal(self, story: Story, *, named: bool) -> LeftOut | None:
        """Why `story` is left out, or None; it then counts as read. `named` when its id was given to it."""
        name, text = _digest(story.id), _digest(story.text)
        printed = _digest(f"{story.outlet or ''}\0{story.text}")
        if name in self._text_by_id:
            place = self._place(name)
            if self._text_by_id[name] == text:
                message = f"the very same story as {place}, with the same id; give it once"
                return left_out(story.location, Reason.DUPLICATE, message)
            message = (
                f"its id {story.id!r} belongs to another text, {place}; "
                "give one of them another id (in its JSON line or stories.csv)"
            )
            return left_out(story.location, Reason.ID_TAKEN, message)
        if printed in self._printed and not named:
            where = f"in {story.outlet}" if story.outlet else "with no outlet given for either"
            remedy = "give it once" if story.outlet else "give it once, or the outlet of each"
            message = f"the same text as {self._place(self._printed[printed])}, {where}; {remedy}"
            return left_out(story.location, Reason.DUPLICATE, message)
        self._text_by_id[name] = text
        self._printed.setdefault(printed, name)
        if len(self._places) < _PLACES_KEPT:
            self._places[name] = story.location
        return None

    def _place(self, name: bytes) -> str:
        return self._places.get(name, "one read before in this run")


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "backslashreplace"), digest_size=12).digest()
