"""Parts of speech and lemmas, and what a word opens: each looked up once per word, tag and role.

spaCy's attribute ruler and rule lemmatizer make the first two from no more than that, and over every token
they cost as much as its parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from sys import intern
from typing import TYPE_CHECKING, Any

from dateline.ontology.english import Openings, Opens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc, Token

LARGEST = 200_000
"""Words kept; memory must not grow with the number of stories."""

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"

EXPLETIVE = "expl"
"""The one role that changes the part of speech of the word behind it: "there were"."""

FORMS = frozenset({"POS", "TAG", "MORPH"})

Form = tuple[str, str, str, str, tuple[Opens, ...]]
"""A word in lower case, its tag, part of speech and lemma, and what it opens; the same strings wherever
the word stands."""

_Key = tuple[str, str, str, bool]


def set_aside(model: Language) -> None:
    """Take out of the pipeline what `Lemmas` looks up: a ruler and a lemmatizer that see but one word."""
    if LEMMATIZER not in model.pipe_names or getattr(model.get_pipe(LEMMATIZER), "mode", None) != "rule":
        return
    model.disable_pipe(LEMMATIZER)
    if RULER in model.pipe_names and _sees_one_word(model.get_pipe(RULER)):  # type: ignore[arg-type]
        model.disable_pipe(RULER)


def _sees_one_word(ruler: AttributeRuler) -> bool:
    rules: list[dict[str, Any]] = list(ruler.patterns)
    patterns = [
        (pattern, rule["index"])
        for rule in rules
        if not FORMS.isdisjoint(rule["attrs"])
        for pattern in rule["patterns"]
    ]
    return all(
        len(pattern) == 1 or (len(pattern) == 2 and pattern[0] == {"DEP": EXPLETIVE} and index == 1)
        for pattern, index in patterns
    )


class Lemmas:
    """Looks up what `set_aside` took out of a pipeline."""

    def __init__(self, model: Language, openings: Openings) -> None:
        def aside(name: str) -> object | None:
            return model.get_pipe(name) if name in model.disabled else None

        self._vocab = model.vocab
        self._openings = openings
        self._ruler: AttributeRuler | None = aside(RULER)  # type: ignore[assignment]
        self._lemmatizer: Lemmatizer | None = aside(LEMMATIZER)  # type: ignore[assignment]
        self._known: dict[_Key, Form] = {}
        self._lemmas: dict[tuple[str, str, str], str] = {}

    def forms(self, doc: Doc) -> list[Form]:
        """Each token of a parsed text, with its part of speech and its lemma in lower case; a pipeline
        without a lemmatizer has a word's own form for its lemma.
        """
        if self._lemmatizer is None:
            lemmas = [(token.lemma_ or token.text).lower() for token in doc]
            return [
                (token.lower_, token.tag_, token.pos_, lemma, self._openings.of(token.lower_, lemma))
                for token, lemma in zip(doc, lemmas, strict=True)
            ]
        keys = list(self._keys(doc))
        if unknown := [i for i, key in enumerate(keys) if key not in self._known]:
            if len(self._known) >= LARGEST:
                self._known.clear()
                self._lemmas.clear()
                self._lemmatizer.cache.clear()
                unknown = list(range(len(keys)))
            self._learn(doc, keys, unknown)
        return [self._known[key] for key in keys]

    def _keys(self, doc: Doc) -> Iterator[_Key]:
        before = ""
        for token in doc:
            role = token.dep_
            # With the ruler in its place, the part of speech is the token's own and stands for the role.
            yield token.lower_, token.tag_, role if self._ruler else token.pos_, before == EXPLETIVE
            before = role

    def _learn(self, doc: Doc, keys: Sequence[_Key], unknown: Sequence[int]) -> None:
        for i, token in zip(unknown, self._apart(doc, keys, unknown), strict=True):
            lower, tag, *_ = key = keys[i]
            lemma = self._lemma(token)
            opens = self._openings.of(lower, lemma)
            self._known[key] = lower, intern(tag), intern(token.pos_), lemma, opens

    def _lemma(self, token: Token) -> str:
        if token.lemma_:  # the ruler knows the auxiliaries
            return token.lemma_.lower()
        key = (token.lower_, token.pos_, str(token.morph))
        if key not in self._lemmas:
            self._lemmas[key] = self._lemmatizer.lemmatize(token)[0].lower()  # type: ignore[union-attr]
        return self._lemmas[key]

    def _apart(self, doc: Doc, keys: Sequence[_Key], unknown: Sequence[int]) -> list[Token]:
        """The unknown tokens with their parts of speech, each for itself behind a word that says nothing."""
        if self._ruler is None:
            return [doc[i] for i in unknown]
        from spacy.tokens import Doc  # noqa: PLC0415 - slow to import

        apart = Doc(
            self._vocab,
            words=[word for i in unknown for word in ("_", doc[i].text)],
            tags=[tag for i in unknown for tag in ("", doc[i].tag_)],
            deps=[dep for i in unknown for dep in (EXPLETIVE if keys[i][3] else "dep", doc[i].dep_)],
            heads=list(range(2 * len(unknown))),
        )
        return list(self._ruler(apart))[1::2]
