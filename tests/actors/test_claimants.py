"""Sources of statements resolved to claimants."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import KnowledgeError
from dateline.resolving.actors import ActorLexicon
from dateline.resolving.claimants import ClaimantLexicon, ResolvedClaimant

LEXICON = ClaimantLexicon.load(actors=ActorLexicon.load())


@pytest.mark.parametrize(
    "mention",
    [
        "the Syrian Observatory for Human Rights",
        "SOHR",
        "The Observatory",
        "The Britain-based Observatory",
        "Observatory chief Rami Abdel Rahman",
        "Rami Abdel Rahman, director of the Syrian Observatory for Human Rights",
        "the Syrian Observatory for Human Rights and medics",
    ],
)
def test_one_organisation_under_many_names(mention: str) -> None:
    found = LEXICON.resolve(mention, countries=("SYR",))
    assert found == ResolvedClaimant("Syrian Observatory for Human Rights", "monitor")


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("the coalition", "IRQ", "US-led coalition"),
        ("a coalition spokesman", "YEM", "Saudi-led coalition"),
        ("the coalition", "MLI", None),
        ("a spokesman for the opposition coalition", "SYR", None),
        ("the ruling coalition", "IRQ", None),
        ("the Saudi-led coalition", "SYR", "Saudi-led coalition"),
        ("the Red Cross", "SYR", "International Committee of the Red Cross"),
        ("the Lebanese Red Cross", "SYR", "Lebanese Red Cross"),
        ("the Observatory", "EGY", None),
        ("activists in the Old City", "SYR", None),
    ],
)
def test_a_common_name_is_of_nobody_else(mention: str, country: str, name: str | None) -> None:
    assert LEXICON.resolve(mention, countries=(country,)).name == name


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("An Israeli army spokeswoman", "Military of Israel", "military"),
        ("a spokesman for the Kenyan police", "Police of Kenya", "police"),
        ("Russia's Defense Ministry", "Defence Ministry of Russia", "military"),
        ("Syrian state media", "State media of Syria", "state-media"),
        ("state news agency SANA", "SANA", "state-media"),
        ("Moscow", "Government of Russia", "government"),
        ("U.S. officials", "Officials of United States", "officials"),
        ("President Bashar al-Assad", "Bashar al-Assad", "government"),
        ("a Taliban spokesman", "Taliban", "armed-group"),
        ("The Islamic State (IS) group", "Islamic State", "armed-group"),
        ("Homs Governor Anwar Darwish", "Anwar Darwish", "government"),
        ("local activist Salim al-Khatib", "Salim al-Khatib", "activist"),
        ("a witness named Yusuf", "Yusuf", "witness"),
        ("Ann Lowe, a doctor at the clinic", "Ann Lowe", "medics"),
        ("Lt. Col. Peter Marsh", "Peter Marsh", "military"),
        ("an AFP correspondent", "Agence France-Presse", "agency"),
        ("RADIO VENCEREMOS", "Radio Venceremos", "armed-group"),
        ("the WHO", "World Health Organization", "international"),
    ],
)
def test_named_claimants(mention: str, name: str, kind: str) -> None:
    assert LEXICON.resolve(mention) == ResolvedClaimant(name, kind)


def test_unnamed_claimants_have_a_kind() -> None:
    kinds = {
        "medics": "medics",
        "a hospital source in the city": "medics",
        "security sources": "officials",
        "opposition activists": "activist",
        "rights groups": "monitor",
        "one of his relatives": "witness",
        "residents contacted by Reuters": "resident",
        "rebel commanders": "armed-group",
        "reports": "unnamed",
        "local sources": "unnamed",
        "analysts": "expert",
        "aid workers": "relief-organisation",
    }
    found = {mention: LEXICON.resolve(mention) for mention in kinds}
    assert found == {mention: ResolvedClaimant(None, kind) for mention, kind in kinds.items()}


def test_the_storys_country_stands_behind_an_army_without_a_name() -> None:
    assert LEXICON.resolve("the army", countries=["MLI"]).name == "Military of Mali"
    assert LEXICON.resolve("the army").name is None
    assert LEXICON.resolve("the military", countries=["PSE", "ISR"]).name == "Military of Israel"
    assert LEXICON.resolve("state television", countries=["IRN"]).name == "State media of Iran"


def test_a_paper_that_speaks_of_itself() -> None:
    assert LEXICON.resolve("this newspaper").name is None  # asked of a story whose outlet nobody knows
    assert LEXICON.resolve("this newspaper", outlet="The Harbour Post") == ResolvedClaimant(
        "The Harbour Post", "media"
    )


@given(st.text(max_size=60))
def test_any_phrase_is_answered(mention: str) -> None:
    claimant = LEXICON.resolve(mention, countries=["IRQ"], outlet="The Harbour Post")
    assert claimant.name != ""


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("claimants_organisations.csv", "name,kind,country,aliases\nX,elves,,\n", "line 2: no kind 'elves'"),
        ("claimants.yaml", "heads:\n  - {kind: expert}\n", "line 2: an entry under `heads` lacks `nouns`"),
        ("claimants.yaml", "heads:\n  - {kind: expert, nouns: a}\n", "the section `voices:` is missing"),
    ],
)
def test_a_mistake_in_a_file_is_reported_with_its_line(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(KnowledgeError, match=message):
        ClaimantLexicon.load(tmp_path)


@pytest.mark.parametrize(
    ("mention", "country", "name", "kind"),
    [
        ("the rebel military council", "SYR", None, "armed-group"),
        ("separatist authorities in the port", "UKR", None, "armed-group"),
        ("the opposition interim government", "SYR", None, "opposition"),
        ("the self-declared government of the republic", "UKR", None, "armed-group"),
        ("pro-government units", "SYR", None, "unnamed"),
        ("a former Iraqi minister", "IRQ", None, "government"),
        ("municipal authorities", "UKR", None, "government"),
        ("a key regime ally", "SYR", None, "unnamed"),
        ("the provincial police", "AFG", "Police of Afghanistan", "police"),
        ("the networks investigators", "SYR", None, "police"),
        ("several British lawmakers", "SYR", "Officials of United Kingdom", "officials"),
        ("The Army of Conquest", "SYR", "Jaish al-Fatah", "armed-group"),
        ("the Army of the Free Hills", "MLI", "Army of the Free Hills", "armed-group"),
        ("the army of Syria", "LBN", "Military of Syria", "military"),
        ("Russia's Ministry of Defence", "SYR", "Defence Ministry of Russia", "military"),
        ("the Ministry of Health of Mali", "MLI", "Health Ministry of Mali", "government"),
        ("the League of Arab States", "SYR", "Arab League", "international"),
        (
            "monitors at the Syrian Observatory for Human Rights",
            "SYR",
            "Syrian Observatory for Human Rights",
            "monitor",
        ),
    ],
)
def test_who_does_not_speak_for_the_state(mention: str, country: str, name: str | None, kind: str) -> None:
    assert LEXICON.resolve(mention, countries=(country,)) == ResolvedClaimant(name, kind)
