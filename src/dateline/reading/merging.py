"""From a draft to a story: each field from the first that gives it, and where it came from."""

from __future__ import annotations

from datetime import date

from dateline.model import LeftOut, Story, stored_text
from dateline.reading.dateline import read_dateline
from dateline.reading.drafts import TOO_LARGE, Draft, content_id, is_too_large
from dateline.reading.languages import language_name, language_of
from dateline.reading.reasons import Reason, left_out
from dateline.reading.sheets import SHEET, Row


def complete(
    draft: Draft, row: Row, name: str | None, *, outlet: str | None = None, published: date | None = None
) -> Story | LeftOut:
    """The story of `draft`, or why it is none.

    `row` is what `stories.csv` says of its file, `name` the id of a file's only story (None: made from
    its content); `outlet` and `published` stand in for what nothing else gives.

    A JSON line speaks for itself before its file's row does; a row is written by hand, so it comes
    before what a page says of itself. Of a row that names a file of many stories only outlet, day and
    language hold for each of them.
    """
    if not draft.body.strip():
        return left_out(draft.location, Reason.EMPTY, "the text is empty; give the story's words")
    of_many = draft.origin == "story"
    given: list[tuple[str, Draft | Row]] = [(SHEET, row), (draft.origin, draft)]
    if of_many:
        given.reverse()
    own = given[:1] if of_many else given
    origins: dict[str, str] = {}

    def first_text(field: str, sources: list[tuple[str, Draft | Row]]) -> str | None:
        for origin, source in sources:
            value = getattr(source, field)
            if isinstance(value, str):
                origins[field] = origin
                return value
        return None

    title = first_text("title", own)
    text = stored_text(title, draft.body)
    if is_too_large(text):
        return left_out(draft.location, Reason.TOO_LARGE, TOO_LARGE)
    stated = first_text("language", given)
    language = _code(stated) if stated else language_of(draft.body)
    if language not in (None, "en"):
        return left_out(draft.location, Reason.OTHER_LANGUAGE, _not_english(language or "", stated))

    dated = next(((origin, source.published) for origin, source in given if source.published), None)
    if dated is None and (line := read_dateline(text)) is not None and line.date is not None:
        dated = ("dateline", line.date)
    if dated is None and published is not None:
        dated = ("option", published)
    if dated is not None:
        origins["published"] = dated[0]
    named = first_text("outlet", given)
    if named is None and outlet is not None:
        named, origins["outlet"] = outlet, "option"
    if draft.decoding:
        origins["encoding"] = draft.decoding
    return Story(
        id=first_text("story", own) or name or content_id(draft.outlet, draft.title, draft.body),
        text=text,
        outlet=named,
        title=title,
        published=dated[1] if dated else None,
        url=first_text("url", own),
        language=language,
        location=draft.location,
        origins={key: origins[key] for key in sorted(origins) if key not in ("story", "language")},
        extra={**row.extra, **draft.extra},
    )


def _code(stated: str) -> str:
    code = stated.strip().lower().replace("_", "-").partition("-")[0]
    return "en" if code in ("eng", "english") else code


def _not_english(code: str, stated: str | None) -> str:
    how = f"stated to be in {stated!r}" if stated else f"in {language_name(code)}"
    remedy = (
        "correct the language given" if stated else 'give "language": "en" in its JSON line or stories.csv'
    )
    return f"{how}, and only English is read; if it is English after all, {remedy}"
