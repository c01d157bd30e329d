"""Who the story's speakers are: pronouns, "the group", "a monitor" and part names to the one they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.drafts import Speech
from dateline.model import Span
from dateline.ontology.english import Cues
from dateline.resolving.claimants import ClaimantLexicon

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
PLURAL_PRONOUN = "they"
PERSONS = frozenset(
    {
        "officer",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "governor",
        "minister",
        "president",
        "director",
        "head",
        "chief",
        "doctor",
        "commander",
        "mayor",
        "general",
        "colonel",
        "priest",
        "activist",
        "resident",
        "witness",
        "ambassador",
        "envoy",
        "leader",
        "official",
        "farmer",
        "nurse",
        "teacher",
        "medic",
        "soldier",
        "fighter",
        "king",
        "chairman",
        "secretary",
        "sheikh",
        "bishop",
        "captain",
        "major",
    }
)
WOMEN = frozenset({"spokeswoman", "woman", "mother", "wife", "daughter", "sister", "chairwoman", "girl"})
MEN = frozenset({"spokesman", "man", "father", "husband", "son", "brother", "chairman", "boy"})
LEADING = re.compile(r"^(?:the|a|an|this|that|its|his|her|their|one|another)\s+", re.IGNORECASE)
PERSON_KINDS = frozenset(
    {
        "witness",
        "resident",
        "officials",
        "medics",
        "expert",
        "government",
        "military",
        "activist",
        "police",
        "unnamed",
    }
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as the claims will name it: `span` are the most telling words of the story."""

    span: Span
    name: str | None
    kind: str | None
    named: bool
    words: frozenset[str]


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def resolve_speakers(
    speeches: Sequence[Speech],
    cues: Cues,
    claimants: ClaimantLexicon,
    *,
    countries: Sequence[str],
    outlet: str | None,
    persons: Sequence[Sequence[Span]] = (),
) -> list[Speaker | None]:
    """For each speech its speaker, None where the words name nobody that can be found.

    A pronoun or a bare noun ("the group", "the governor") is the last fitting speaker before it; an
    indefinite one ("a monitoring group") is the story's only named speaker of that kind.
    """
    own = [_own(speech, cues, claimants, countries, outlet) for speech in speeches]
    found: list[Speaker | None] = []
    for i, (speech, speaker) in enumerate(zip(speeches, own, strict=True)):
        if speech.source is None:
            found.append(None)
            continue
        words = _words(speech.source.text)
        before = [s for s in found if s is not None and not _is_title(speeches, found, s)]
        if len(words) == 1 and words[0] in cues.person_pronouns | cues.group_pronouns:
            person = None
            if words[0] in cues.person_pronouns and persons:
                recent = (
                    bool(found) and found[-1] is not None and speeches[i - 1].sentence >= speech.sentence - 1
                )
                person = _by_person(speech, persons, recent=recent)
            if person is not None:
                resolved = claimants.resolve(person.text, countries=countries, outlet=outlet)
                own[i] = Speaker(
                    person, resolved.name or person.text, resolved.kind, True, frozenset(_words(person.text))
                )
                found.append(_fuller(own[i], before) or own[i])  # type: ignore[arg-type]
            else:
                found.append(_by_pronoun(words[0], before, cues))
        elif speaker is not None and _is_bare(speech.source.text, cues):
            found.append(_by_noun(speech.source, speaker, before, own, i, cues) or speaker)
        elif speaker is not None and speaker.named:
            found.append(_fuller(speaker, before) or speaker)
        else:
            found.append(speaker)
    return found


def _is_title(speeches: Sequence[Speech], found: Sequence[Speaker | None], speaker: Speaker) -> bool:
    return speeches[list(found).index(speaker)].title


def _own(
    speech: Speech, cues: Cues, claimants: ClaimantLexicon, countries: Sequence[str], outlet: str | None
) -> Speaker | None:
    if speech.source is None:
        return None
    text = speech.source.text
    resolved = claimants.resolve(text, countries=countries, outlet=outlet)
    words = WORD.findall(LEADING.sub("", text))
    # The first of several words has its capital from the sentence: "Rights groups said".
    telling = words[1:] if len(words) > 1 and not LEADING.match(text) else words
    named = resolved.name is not None or any(
        word[:1].isupper() and word.lower() not in cues.speakers for word in telling
    )
    name = resolved.name or LEADING.sub("", text)
    return Speaker(speech.source, name, resolved.kind, named, frozenset(_words(LEADING.sub("", text))))


def _is_bare(text: str, cues: Cues) -> bool:
    """ "the group", "the monitoring group", "a monitor", "its statement": no name, at most three words."""
    words = _words(LEADING.sub("", text))
    if not LEADING.match(text) and len(words) > 1:
        return False
    return 0 < len(words) <= 4 and (words[-1] in cues.anaphors or words[0] in cues.anaphors)


def _by_person(speech: Speech, persons: Sequence[Sequence[Span]], *, recent: bool) -> Span | None:
    """The person that "he" or "she" means: named before it in the sentence, or, when nobody has just
    spoken, in the sentence before."""
    assert speech.source is not None
    here = [span for span in persons[speech.sentence] if span.end <= speech.source.start]
    if here:
        return here[-1]
    if recent or speech.sentence == 0:
        return None
    return persons[speech.sentence - 1][0] if persons[speech.sentence - 1] else None


def _by_pronoun(pronoun: str, before: Sequence[Speaker], cues: Cues) -> Speaker | None:
    for speaker in reversed(before):
        last = _words(speaker.span.text)[-1:] or [""]
        plural = (
            last[0].endswith("s")
            and last[0] not in {"rights", "press", "afp", "news"}
            or " and " in speaker.span.text
        )
        person = _is_person(speaker)
        wrong = {"he": WOMEN, "she": MEN}.get(pronoun, frozenset())
        if (
            pronoun in cues.person_pronouns
            and not plural
            and person is not False
            and not wrong & speaker.words
        ):
            return speaker
        if pronoun == PLURAL_PRONOUN and (plural or person is False):
            return speaker
        if pronoun == "it" and not plural and person is not True:
            return speaker
    return None


def _is_person(speaker: Speaker) -> bool | None:
    """True for a person, False for an organisation, None when it may be either."""
    if PERSONS & speaker.words or speaker.kind in {"witness", "resident", "medics", "expert"}:
        return True
    if speaker.kind in {"state-media", "media", "agency", "monitor", "armed-group", "relief-organisation"}:
        titled = {"director", "head", "chief", "spokesman", "spokeswoman", "spokesperson"} & speaker.words
        return True if titled else False
    return None


def _by_noun(
    source: Span,
    itself: Speaker,
    before: Sequence[Speaker],
    own: Sequence[Speaker | None],
    i: int,
    cues: Cues,
) -> Speaker | None:
    text = source.text.lower()
    words = frozenset(_words(LEADING.sub("", text)))
    indefinite = re.match(r"(?:a|an|one|some)\s", text) is not None
    if words & cues.statement_nouns and not indefinite:
        return before[-1] if before else None
    by_country = itself.kind in {"military", "police", "government", "state-media"}
    if by_country and before and before[-1].kind == itself.kind and before[-1].named and not indefinite:
        return before[-1]
    if itself.named:
        return None
    pool = (
        [s for s in own if s is not None and s.named]
        if indefinite
        else [s for s in reversed(before) if s.named]
    )
    fitting = [s for s in pool if _fits(words, s)]
    if same_kind := [s for s in fitting if s.kind == itself.kind]:
        fitting = same_kind
    if indefinite:
        names = {s.name for s in fitting}
        return fitting[0] if len(names) == 1 else None
    if fitting:
        return fitting[0]
    later = {s.name: s for s in own[i:] if s is not None and s.named and _fits(words, s)}
    if len(later) == 1:
        return next(iter(later.values()))
    return next((s for s in reversed(before) if words <= s.words), None)


ORGANISED = frozenset(
    {"group", "organization", "organisation", "network", "monitor", "watchdog", "observatory", "monitors"}
)
KIND_WORDS = {
    "monitor": frozenset(
        {
            "monitor",
            "monitoring",
            "group",
            "observatory",
            "watchdog",
            "network",
            "organisation",
            "organization",
            "rights",
        }
    ),
    "state-media": frozenset(
        {"agency", "television", "tv", "radio", "channel", "media", "station", "broadcaster"}
    ),
    "media": frozenset(
        {
            "channel",
            "newspaper",
            "television",
            "tv",
            "radio",
            "station",
            "outlet",
            "media",
            "agency",
            "network",
            "site",
            "website",
        }
    ),
    "agency": frozenset({"agency", "news"}),
    "armed-group": frozenset(
        {
            "group",
            "militants",
            "rebels",
            "movement",
            "jihadists",
            "faction",
            "organization",
            "organisation",
            "front",
            "brigade",
        }
    ),
    "opposition": frozenset({"coalition", "opposition", "council", "group", "activists"}),
    "military": frozenset({"army", "military", "command", "spokesman", "spokeswoman", "coalition"}),
    "government": frozenset({"government", "ministry", "minister", "president", "spokesman"}),
    "officials": frozenset({"official", "officials", "source"}),
    "relief-organisation": frozenset({"group", "organisation", "organization", "charity", "agency"}),
    "activist": frozenset({"activist", "activists", "group"}),
}


def _fits(words: frozenset[str], speaker: Speaker) -> bool:
    """Whether a bare noun can stand for the named speaker: a word of its own, or of its kind."""
    if words <= speaker.words:
        return True
    content = words - {"local", "same", "monitoring", "rights", "britain", "based", "uk", "state"}
    return bool(content) and content <= KIND_WORDS.get(speaker.kind or "", frozenset())


def _fuller(speaker: Speaker, before: Sequence[Speaker]) -> Speaker | None:
    """The fuller words for the same one: "Barazi" is "Homs Governor Talal Barazi"."""
    for other in before:
        if (
            other.named
            and speaker.words < other.words
            and (speaker.name == other.name or speaker.kind in {None, other.kind})
        ):
            return Speaker(speaker.span, other.name, other.kind or speaker.kind, True, speaker.words)
    return None
