"""A story's profile holds all that linking knows of its claims."""

from __future__ import annotations

from dateline.linking import link_claims, link_rows, load_linking_settings
from dateline.linking.profiles import packed, profiles_of, unpacked
from dateline.model import EventType
from tests.linking.building import DARAA, HOMS, claim, place, story, toll, when

SETTINGS = load_linking_settings()
STORIES = {
    "a": story("a", "Shells fell on Quellbach and Brankovat in Homs.", day=4),
    "b": story("b", "The shells on Quellbach and Brankovat killed four.", day=5),
    "half \ud83d": story("half \ud83d", "A raid in Daraa.", day=5),
}
CLAIMS = [
    claim("a", 0, EventType.SHELLING, where=HOMS, days=when(3), tolls=(toll(4, 4),)),
    claim("b", 0, EventType.SHELLING, where=HOMS, days=when(3), tolls=(toll(4, 4),)),
    claim("b", 9, EventType.ARREST, where=None, days=None),
    claim("half \ud83d", 0, EventType.ARMED_CLASH, where=DARAA, days=when(4)),
    claim("half \ud83d", 9, EventType.ARMED_CLASH, where=place("Tal al-\ud83dRimal"), days=when(3)),
]


def test_profiles_link_as_their_stories_do() -> None:
    profiles = dict(profiles_of(STORIES, CLAIMS, {}, SETTINGS))
    assert set(profiles) == set(STORIES)
    kept = {name: packed(rows) for name, rows in profiles.items()}
    assert kept == {name: packed(unpacked(profile)) for name, profile in kept.items()}
    rows = [row for profile in kept.values() for row in unpacked(profile)]
    assert link_rows(rows, SETTINGS).incidents == link_claims(STORIES, CLAIMS, {}, SETTINGS)
