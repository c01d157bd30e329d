"""Names that go on behind "of": "the Army of Conquest", "the Ministry of Defence of Iraq"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.resolving.actors.nounphrase import Lexica, Story
from dateline.resolving.actors.words import Word, words_of
from dateline.resolving.claimants.knowledge import ClaimantKnowledge
from dateline.resolving.claimants.resolved import ResolvedClaimant

KIND_OF_ACTOR = {
    "rebels": "armed-group",
    "militia": "armed-group",
    "armed-group": "armed-group",
    "criminal": "armed-group",
    "state-forces": "military",
    "police": "police",
    "government": "government",
    "international": "international",
    "political": "opposition",
    "aid": "relief-organisation",
}
"""The kind of claimant that an actor of a kind is."""

OF = "of"


def army_of(
    text: str, words: Sequence[Word], head: int, lexica: Lexica, story: Story
) -> ResolvedClaimant | None:
    """ "The Army of Conquest" is an outfit and no state's army. `head` words stand before "of"."""
    if story.shouted or not 0 < head < len(words) - 1 or words[head - 1].text != "Army":
        return None
    known = lexica.at(words, head - 1, story)
    if known and known.group and known.end > head:
        actor = known.group.actor
        return ResolvedClaimant(actor.name, KIND_OF_ACTOR.get(actor.kind or "", "unnamed"))
    behind = words[head + 1 + (words[head + 1].key == "the") :]
    found = lexica.find(behind, story)
    if (
        words[head].key != OF
        or not behind
        or not behind[0].text[:1].isupper()
        or (found and found[0].start == 0)
    ):
        return None
    last = 0
    while last + 1 < len(behind) and behind[last + 1].text[:1].isupper() and not behind[last + 1].apart:
        last += 1
    name = " ".join(text[words[head - 1].start : behind[last].end].split())
    return ResolvedClaimant(name, "armed-group")


def ministry_of(
    words: Sequence[Word], head: int, lexica: Lexica, knowledge: ClaimantKnowledge, story: Story
) -> ResolvedClaimant | None:
    """ "Iraq's Ministry of Defence", "the Ministry of Health of Mali": of what and of which state."""
    behind = [word for word in words[head + 1 :] if word.key != "the"]
    if not behind or words[head - 1].key != "ministry" or words[head].key != OF:
        return None
    phrase = f"{behind[0].key} ministry"
    size, known = knowledge.heads.at(words_of(phrase), 0)
    if size < len(phrase.split()):
        return None
    state = next((item.country for item in lexica.find(words, story) if item.country), None)
    name = (
        f"{title_of(phrase)} of {lexica.countries.names.get(state.alpha3, state.alpha3)}" if state else None
    )
    return ResolvedClaimant(name, known[0].kind)


def title_of(ministry: str) -> str:
    """A ministry's name in one spelling: "Defence Ministry"."""
    return ministry.replace("defense", "defence").title()
