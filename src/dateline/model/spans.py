"""A stretch of a story's stored text."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text == stored_text[start:end]`; offsets count Unicode code points of the stored text."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, stored_text: str, start: int, end: int) -> Span:
        """The span of `stored_text` from `start` to `end`.

        Raises SpanError when the offsets are out of order or outside the text.
        """
        if not 0 <= start <= end <= len(stored_text):
            raise SpanError(f"no characters {start} to {end} in a text of {len(stored_text)}")
        return cls(start, end, stored_text[start:end])

    def check(self, stored_text: str) -> None:
        """Raise SpanError unless the span reads in `stored_text` what it says it does."""
        if not 0 <= self.start < self.end <= len(stored_text):
            raise SpanError(
                f"span {self.start}-{self.end} is empty or outside the story's {len(stored_text)} characters"
            )
        found = stored_text[self.start : self.end]
        if found != self.text:
            raise SpanError(f"characters {self.start}-{self.end} read {found!r}, not {self.text!r}")

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
