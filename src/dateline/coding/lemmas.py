"""Lemmas of words, each looked up once: spaCy's lemmatizer over every token costs as much as its parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Token

LARGEST = 200_000
"""Words kept; memory must not grow with the number of stories."""


class Lemmas:
    """The lemmas of a pipeline whose lemmatizer is kept out of it (`load_model`)."""

    def __init__(self, model: Language) -> None:
        self._lemmatizer: Lemmatizer | None = None
        if "lemmatizer" in model.disabled:
            self._lemmatizer = model.get_pipe("lemmatizer")  # type: ignore[assignment]
        self._known: dict[tuple[str, str], str] = {}

    def of(self, token: Token) -> str:
        """The token's lemma in lower case; its own form for a pipeline without a lemmatizer."""
        if self._lemmatizer is None:
            return (token.lemma_ or token.text).lower()
        key = (token.lower_, token.tag_)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= LARGEST:
                self._known.clear()
                self._lemmatizer.cache.clear()
            found = self._lemmatizer.lemmatize(token)[0].lower()
            self._known[key] = found
        return found
