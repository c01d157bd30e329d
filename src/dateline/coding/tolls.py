"""Which counted people came to which harm: the tolls of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace

from dateline.coding.people import People, find_people, person_class
from dateline.coding.toll_nouns import NounToll, find_noun_tolls
from dateline.coding.tokens import Sentence
from dateline.model import Harm, Span, Victims
from dateline.ontology.english import English, HarmWords

NEAR = 6
BETWEEN_STATE = frozenset(
    {
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "being",
        "have",
        "has",
        "had",
        "also",
        "reportedly",
        "all",
        "believed",
        "said",
        "to",
        "already",
        "now",
        "more",
        "so",
        "far",
        "lie",
        "lay",
        "left",
        "reported",
        "feared",
        "presumed",
        "confirmed",
        "initially",
        "later",
        "either",
        "got",
        "himself",
        "both",
        "then",
        "thus",
        "only",
        "themselves",
        "seriously",
        "critically",
        "badly",
        "severely",
        "slightly",
        "lightly",
        "still",
        "may",
        "could",
        "will",
        "would",
        "might",
        "should",
        "shot",
        "themselves",
        "allegedly",
        "not",
        "who",
        "that",
        "brutally",
        "immediately",
        "instantly",
        "went",
        "remain",
        "remained",
        "are",
        "individuals",
        "deliberately",
    }
)  # noqa: E501 - one list
PASSIVE = frozenset({"was", "were", "is", "are", "be", "been", "being", "get", "got", "gets"})


@dataclass(frozen=True, slots=True)
class SentenceToll:
    """People harmed, found in one sentence. `harm_first` to `harm_last` is the harm's wording."""

    harm: Harm
    low: int | None
    high: int | None
    approximate: bool
    victims: Victims
    subset: bool
    first: int
    last: int
    harm_at: int
    mention: Span
    rule: str


@dataclass(frozen=True, slots=True)
class HarmWord:
    """A word or phrase of harm in a sentence, tokens `first` to `last`."""

    harm: Harm
    first: int
    last: int
    how: str


def find_tolls(
    sentence: Sentence, english: English, speakers: Set[int] = frozenset()
) -> tuple[SentenceToll, ...]:
    """The tolls of a sentence, left to right, each once; tokens of `speakers` name nobody harmed."""
    noun_tolls = tuple(find_noun_tolls(sentence, english))
    people = _with_noun_tolls(find_people(sentence, english), noun_tolls)
    people = tuple(group for group in people if group.first not in speakers)
    own = {noun.group.first: noun for noun in noun_tolls}
    words = tuple(find_harms(sentence, english))
    found: dict[tuple[Harm, int], SentenceToll] = {}
    for noun in noun_tolls:
        word = HarmWord(noun.harm, noun.noun, noun.noun_last, "toll")
        found[(noun.harm, noun.group.first)] = _toll(sentence, word, noun.group, words)
    for word in words:
        if _is_attempt(sentence, word) or any(n.noun <= word.first <= n.noun_last for n in noun_tolls):
            continue
        for group in _harmed(sentence, word, people, words, english):
            if group.first not in own and _fits_word(sentence, word, group, english):
                found.setdefault((word.harm, group.first), _toll(sentence, word, group, words))
    for toll in _zeros(sentence, words, english):
        if not any(
            other.harm == toll.harm and other.first <= toll.last and toll.first <= other.last
            for other in found.values()
        ):
            found.setdefault((toll.harm, toll.first), toll)
    _breakdown(sentence, people, found)
    _parts_follow_whole(sentence, people, found)
    found = {
        key: toll
        for key, toll in found.items()
        if toll.low is not None or toll.high is not None or sentence.lowers[toll.first] == "tens"
    }
    return tuple(sorted(_either_or(sentence, found.values()), key=lambda toll: (toll.first, toll.harm)))


def _fits_word(sentence: Sentence, word: HarmWord, group: People, english: English) -> bool:
    """Some verbs harm only whom they name ("lost 23 men"); "one" by itself may be anything."""
    named = english.harms[word.harm].patient_named
    if sentence.tokens[word.first].lemma in named and group.head is None:
        return False
    if group.article and word.harm in {Harm.EVACUATED, Harm.DISPLACED, Harm.BESIEGED, Harm.SURRENDERED}:
        return False
    if group.bare and sentence.lowers[group.first] == "one":
        return (
            sentence.lowers[group.last + 1 : group.last + 3]
            in {("of", "them"), ("of", "whom"), ("of", "the")}
            or word.harm is Harm.KILLED
        )
    return True


def _with_noun_tolls(people: tuple[People, ...], nouns: tuple[NounToll, ...]) -> tuple[People, ...]:
    """The groups in order, those that a toll noun counts in the place of the bare numbers."""
    groups = [noun.group for noun in nouns]
    kept = [
        p
        for p in people
        if not any(g.first <= p.first <= g.last or p.first <= g.first <= p.last for g in groups)
    ]
    return tuple(sorted([*kept, *groups], key=lambda group: group.first))


def find_harms(sentence: Sentence, english: English) -> Iterator[HarmWord]:
    """The words of harm in the sentence, each token once per harm, longest wording first."""
    taken: set[tuple[Harm, int]] = set()
    for i in range(len(sentence)):
        for harm, words in english.harms.items():
            if (harm, i) in taken:
                continue
            found = _harm_at(sentence, i, words)
            if found:
                taken.update((harm, k) for k in range(found.first, found.last + 1))
                yield found


def _harm_at(sentence: Sentence, i: int, words: HarmWords) -> HarmWord | None:  # noqa: PLR0911 - one return a wording
    token = sentence.tokens[i]
    if i > 0 and sentence.lowers[i - 1] == "-" and token.start == sentence.tokens[i - 1].end:
        return None  # "rebel-held": said of a place
    for phrase in sorted(words.agent_phrases, key=len, reverse=True):
        if sentence.matches(i, phrase):
            return HarmWord(words.harm, i, i + len(phrase) - 1, "agent")
    named = i > 0 and sentence.lowers[i - 1] == "the" and any(token.lower == p[0] for p in words.state)
    if named and sentence.lowers[max(0, i - 2)] not in {"of", "among"}:
        return None  # "travelling with the wounded" harms no one anew
    for phrase in sorted(words.patient, key=len, reverse=True):
        if named:
            break
        if token.pos in {"VERB", "AUX"} or token.tag in {"VBN", "VBD", "VBG", "VBZ", "VB", "VBP"}:
            if sentence.matches(i, phrase) and (len(phrase) == 1 or True):
                return HarmWord(words.harm, i, i + len(phrase) - 1, "patient")
    for phrase in sorted(words.state, key=len, reverse=True):
        if sentence.lowers[i : i + len(phrase)] == phrase and not _is_named_group(sentence, i, len(phrase)):
            return HarmWord(words.harm, i, i + len(phrase) - 1, "state")
    if token.is_verb and token.lemma in words.agent:
        if not words.agent_needs or words.agent_needs & set(sentence.lowers[i + 1 : i + 8]):
            return HarmWord(words.harm, i, i, "agent")
    # The parser takes participles and headline verbs for nouns or adjectives; the wording decides.
    if (
        token.lower != token.lemma
        and token.lower.endswith(("ing", "ed", "s"))
        and (token.lemma,) in words.patient
    ):
        return HarmWord(words.harm, i, i, "patient")
    if token.lower in words.of or (token.lemma in words.of and token.pos == "NOUN"):
        return HarmWord(words.harm, i, i, "of") if _of_fits(sentence, i, words) else None
    return None


RUBBLE = frozenset({"rubble", "debris", "ruins", "collapsed", "wreckage", "building"})


def _is_named_group(sentence: Sentence, i: int, length: int) -> bool:
    """ "with the wounded" names people met before and harms no one; "trapped under the rubble" is no siege."""
    if sentence.lowers[i] == "trapped" and RUBBLE & set(sentence.lowers[i + 1 : i + 6]):
        return True
    return (
        length == 1
        and i > 0
        and sentence.lowers[i - 1] == "the"
        and sentence.lowers[max(0, i - 2)] not in {"of", "among"}
    )


def _of_fits(sentence: Sentence, i: int, words: HarmWords) -> bool:
    needed = words.of_needs.get(sentence.tokens[i].lemma)
    if needed is None:
        return True
    return any(token.lemma in needed for token in sentence.tokens[max(0, i - 5) : i])


def _harmed(
    sentence: Sentence,
    word: HarmWord,
    people: tuple[People, ...],
    words: tuple[HarmWord, ...],
    english: English,
) -> list[People]:
    """The groups that the word of harm is said of."""
    if word.how == "of":
        return _after_of(sentence, word, people)
    if word.how == "state" and sentence.lowers[max(0, word.first - 2) : word.first] in {
        ("of", "the"),
        ("among", "the"),
    }:
        return _told_of_the_dead(sentence, word, people)
    by_deed = sentence.tokens[word.first].lemma in {"shoot", "stab", "beat", "burn", "blow"}
    if word.how in {"state", "agent"} and by_deed and not _is_passive(sentence, word):
        return _adjacent_right(sentence, word, people, words)  # "gunmen shot dead three men"
    left = _adjacent_left(sentence, word, people, english)
    right = _adjacent_right(sentence, word, people, words)
    if word.how == "patient" and right and not _is_passive(sentence, word):
        return right
    if (
        word.how == "patient"
        and not _is_passive(sentence, word)
        and any(
            sentence.tokens[c].lemma == "have" and sentence.tokens[c].dep == "aux"
            for c in sentence.children[word.first]
        )
    ):
        return right or _coordinate_object(sentence, word, people, words)  # "who has killed many"
    if left:
        return left
    if word.how == "patient":
        if right and not _is_passive(sentence, word):
            return right
        if _is_passive(sentence, word) or sentence.tokens[word.first].tag == "VBN":
            return _subject(sentence, word, people, words)
        return _coordinate_object(sentence, word, people, words)
    return _subject(sentence, word, people, words)


ATTEMPTS = frozenset({"try", "attempt", "fail", "refuse", "threaten"})


def _told_of_the_dead(sentence: Sentence, word: HarmWord, people: tuple[People, ...]) -> list[People]:
    """ "Of the dead, 17 were civilians", "among the dead were five children": parts of a toll told before."""
    if inside := [g for g in people if g.first <= word.first <= g.last]:
        return [replace(inside[0], subset=True)]  # "14 of the dead"
    before = [g for g in people if g.last < word.first and word.first - g.last <= 5]
    if before:
        return [replace(before[-1], subset=True)]
    after = [g for g in people if word.last < g.first <= word.last + 4]
    return [replace(g, subset=True) for g in after[:1]] if word.first <= 3 else []


def _is_attempt(sentence: Sentence, word: HarmWord) -> bool:
    """ "tried to arrest two men", "an attempt to surrender": it did not come to it."""
    if word.first == 0 or sentence.lowers[word.first - 1] != "to" or sentence.tokens[word.first].tag != "VB":
        return False
    return any(token.lemma in ATTEMPTS for token in sentence.tokens[max(0, word.first - 4) : word.first - 1])


def _is_passive(sentence: Sentence, word: HarmWord) -> bool:
    before = sentence.lowers[max(0, word.first - 4) : word.first]
    for k, lower in enumerate(reversed(before)):
        if lower in PASSIVE:
            return True
        if (
            lower not in BETWEEN_STATE
            and not (lower == "and" or lower.endswith("ly") or lower.endswith("ed"))
            and k > 0
        ):
            return False
    return any(sentence.tokens[c].dep in {"auxpass", "nsubjpass"} for c in sentence.children[word.first])


def _adjacent_left(
    sentence: Sentence, word: HarmWord, people: tuple[People, ...], english: English
) -> list[People]:
    """Groups that end right before the word, but for auxiliaries and adverbs ("five were also killed")."""
    i = word.first - 1
    while i >= 0:
        group = next((people_ for people_ in people if people_.first <= i <= people_.last), None)
        if group is not None and group.subset and group.last == word.first - 1 and word.how == "state":
            return [replace(group, subset=False)]  # "700 people including 47 wounded": only the 47
        if group is not None:
            return _with_whole(sentence, group, people)
        token = sentence.tokens[i]
        if (
            token.lower in BETWEEN_STATE
            or token.pos in {"ADV", "AUX", "PART"}
            or token.lower in {"and", "or", "/"}
        ):
            if token.lower in {"and", "or", "/"} and not _harm_before(sentence, i, english):
                return []
            i -= 1
            continue
        if _is_harm_token(sentence, i, english):
            i -= 1
            continue
        return []
    return []


def _harm_before(sentence: Sentence, i: int, english: English) -> bool:
    return i > 0 and _is_harm_token(sentence, i - 1, english)


def _is_harm_token(sentence: Sentence, i: int, english: English) -> bool:
    lower, lemma = sentence.tokens[i].lower, sentence.tokens[i].lemma
    return any((lower,) in words.state or (lemma,) in words.patient for words in english.harms.values())


def _with_whole(sentence: Sentence, group: People, people: tuple[People, ...]) -> list[People]:
    """The group, the parts enumerated with it, and the whole that they are parts of."""
    index = people.index(group)
    found = [group]
    last = group
    for before in reversed(people[:index]):
        between = sentence.lowers[before.last + 1 : last.first]
        joined = between in {
            ("and",),
            (",",),
            (",", "and"),
            ("as", "well", "as"),
            ("including",),
            (",", "including"),
        }
        if joined or (last.subset and _no_verb_between(sentence, before.last, last.first)):
            found.append(before)
            last = before
        else:
            break
    return found


def _no_verb_between(sentence: Sentence, first: int, last: int) -> bool:
    return not any(
        token.pos == "VERB" and token.tag in {"VBD", "VBZ", "VBP"} and token.lower != "including"
        for token in sentence.tokens[first + 1 : last]
    )


def _adjacent_right(
    sentence: Sentence, word: HarmWord, people: tuple[People, ...], words: tuple[HarmWord, ...]
) -> list[People]:
    """Groups that follow the word at once: "killing 32 people", "injured 32", "killed or wounded dozens"."""
    group = next((g for g in people if word.last < g.first <= word.last + NEAR), None)
    if group is None:
        return []
    for token in sentence.tokens[word.last + 1 : group.first]:
        if (
            token.lower in {"and", "or", ",", "the", "also", "its", "their", "another", "what", "/"}
            or token.pos == "ADV"
            or token.lower in BETWEEN_STATE - {"who", "that"}
        ):
            continue
        if any(other.first <= token.i <= other.last for other in words):
            continue
        return []
    if _said_of_itself(sentence, group, words, word):
        return []
    return [group, *_enumerated(sentence, group, people, words, word)]


def _said_of_itself(sentence: Sentence, group: People, words: tuple[HarmWord, ...], word: HarmWord) -> bool:
    """ "20 killed 55 wounded": the group behind has its own word of harm right behind it."""
    after = group.last + 1
    while after < len(sentence) and sentence.lowers[after] in PASSIVE | {"have", "had", "has", "also"}:
        after += 1
    return any(
        other.first == after and other is not word and other.how in {"state", "patient"} for other in words
    )


def _enumerated(
    sentence: Sentence, group: People, people: tuple[People, ...], words: tuple[HarmWord, ...], word: HarmWord
) -> list[People]:
    """What is counted with the group: further sides ("63 rebels and 21 fighters") and parts ("including …")."""
    found = []
    last = group
    for other in people[people.index(group) + 1 :]:
        between = sentence.lowers[last.last + 1 : other.first]
        joined = between in {("and",), (",",), (",", "and"), ("as", "well", "as")}
        part = other.subset and _no_verb_between(sentence, last.last, other.first)
        if not (joined or part) or _said_of_itself(sentence, other, words, word):
            break
        if joined and other.bare and not other.subset:
            break
        found.append(other)
        last = other
    return found


def _subject(
    sentence: Sentence, word: HarmWord, people: tuple[People, ...], words: tuple[HarmWord, ...]
) -> list[People]:
    """The subject of the word's verb, by the parse, else the nearest group to its left in its clause."""
    verb = word.first
    if sentence.tokens[verb].dep == "relcl":
        antecedent = sentence.tokens[verb].head
        return [group for group in people if group.first <= antecedent <= group.last][:1]
    for candidate in (
        verb,
        *[
            a
            for a in sentence.ancestors(verb)
            if sentence.tokens[verb].dep in {"conj", "xcomp", "acomp", "oprd", "attr"}
        ][:2],
    ):
        for child in sentence.children[candidate]:
            if sentence.tokens[child].dep not in {"nsubj", "nsubjpass"} or child > word.first:
                continue
            for group in people:
                if group.first <= child <= group.last or group.head == child:
                    return [group, *_enumerated(sentence, group, people, words, word)]
    before = [g for g in people if g.last < word.first]
    for group in reversed(before):
        if not _is_open(sentence, group.last, word, words):
            break
        if group.subset and group is not before[0]:
            continue
        parts = [g for g in people if g.subset and group.last < g.first < word.first]
        return [group, *parts]
    return []


def _is_open(sentence: Sentence, last: int, word: HarmWord, words: tuple[HarmWord, ...]) -> bool:
    """Whether nothing ends the clause between token `last` and the word of harm."""
    for token in sentence.tokens[last + 1 : word.first]:
        if token.lower in {
            "which",
            ";",
            ":",
            '"',
            "while",
            "but",
            "when",
            "after",
            "before",
            "as",
            "because",
            "although",
            "by",
        }:
            return False
        if (
            token.pos == "VERB"
            and token.tag in {"VBD", "VBZ", "VBP"}
            and token.lemma not in {"live", "remain", "stay"}
        ):
            return False
        if any(other.first <= token.i <= other.last and other.how in {"state", "patient"} for other in words):
            return False
    return word.first - last < 18


def _coordinate_object(
    sentence: Sentence, word: HarmWord, people: tuple[People, ...], words: tuple[HarmWord, ...]
) -> list[People]:
    """An object further to the right, by the parse."""
    for child in sentence.children[word.first]:
        if sentence.tokens[child].dep in {"dobj", "obj"}:
            for group in people:
                if group.first <= child <= group.last and group.first > word.last:
                    return [group, *_enumerated(sentence, group, people, words, word)]
    return []


def _after_of(sentence: Sentence, word: HarmWord, people: tuple[People, ...]) -> list[People]:
    """ "the deaths of 12 people", "the lives of at least 63 rebels and 21 fighters", "12 bodies"."""
    if sentence.lowers[word.last + 1 : word.last + 2] in {("of",), ("to",), ("on",), ("among",)}:
        group = next((g for g in people if word.last + 1 < g.first <= word.last + 4), None)
        if group:
            return [group, *_enumerated(sentence, group, people, (), word)]
    return [g for g in people if g.head is not None and word.first == g.head]


NOBODY = (("no", "one"), ("nobody",), ("no", "-", "one"), ("none",))
NO_NEWS = frozenset(
    {"immediate", "report", "reports", "word", "information", "details", "confirmation", "claim"}
)


def _zeros(sentence: Sentence, words: tuple[HarmWord, ...], english: English) -> Iterator[SentenceToll]:
    """ "no one was hurt", "no casualties", "there was no damage caused or injuries", "no soldiers died"."""
    for i, lower in enumerate(sentence.lowers):
        if lower not in {"no", "nobody", "without", "none"}:
            continue
        before = next((w for w in words if w.last == i - 1 and w.how in {"patient", "agent"}), None)
        if before is not None and _nobody(sentence, i, min(i + 3, len(sentence)), english):
            yield _zero(sentence, before.harm, before.first, i + 1 if lower == "no" else i, Victims.UNKNOWN)
            continue
        window = sentence.lowers[i + 1 : i + 9]
        if NO_NEWS & set(window[:2]):
            continue
        for k in range(i + 1, min(i + 9, len(sentence))):
            token = sentence.tokens[k]
            if token.lower in {
                "casualties",
                "casualty",
                "injuries",
                "deaths",
                "fatalities",
                "injury",
                "victims",
            } and (token.dep in {"dobj", "pobj", "conj", "attr", "nsubj", "nsubjpass", "ROOT"}):
                harms = {
                    "casualties": (Harm.KILLED, Harm.INJURED),
                    "casualty": (Harm.KILLED, Harm.INJURED),
                    "victims": (Harm.KILLED, Harm.INJURED),
                    "injuries": (Harm.INJURED,),
                    "injury": (Harm.INJURED,),
                }.get(token.lower, (Harm.KILLED,))
                for harm in harms:
                    yield _zero(sentence, harm, i, k, Victims.UNKNOWN)
                break
            word = next((w for w in words if w.first == k and w.how in {"patient", "agent", "state"}), None)
            if word is not None and _nobody(sentence, i, k, english):
                victims = next(
                    (v for j in range(i + 1, k) if (v := person_class(sentence, j, english))), Victims.UNKNOWN
                )
                yield _zero(sentence, word.harm, i, word.last, victims)
                break
            if token.lower in {"but", ",", ";", "that", "would", "will", "could", "should", "may", "might"}:
                break


def _nobody(sentence: Sentence, i: int, k: int, english: English) -> bool:
    if any(sentence.lowers[i : i + len(words)] == words for words in NOBODY):
        return True
    return any(person_class(sentence, j, english) is not None for j in range(i + 1, k))


def _zero(sentence: Sentence, harm: Harm, first: int, last: int, victims: Victims) -> SentenceToll:
    return SentenceToll(
        harm, 0, 0, False, victims, False, first, last, last, sentence.span(first, last), f"harms/{harm}/zero"
    )


def _toll(sentence: Sentence, word: HarmWord, group: People, words: tuple[HarmWord, ...]) -> SentenceToll:
    first, last = group.first, group.last
    if group.bare:  # a bare number is told with its word of harm: "55 wounded", "killing six"
        if word.first == last + 1:
            last = word.last
        elif word.last == first - 1:
            first = word.first
        elif word.first > last and word.last - last <= 3:
            last = word.last
    return SentenceToll(
        word.harm,
        group.low,
        group.high,
        group.approximate,
        group.victims,
        group.subset or (group.more and word.how == "agent"),
        first,
        last,
        word.first,
        sentence.span(first, last),
        f"harms/{word.harm}/{word.how}/{sentence.lowers[word.first]}",
    )


def _parts_follow_whole(
    sentence: Sentence, people: tuple[People, ...], found: dict[tuple[Harm, int], SentenceToll]
) -> None:
    """A part ("including four children") comes to the harm of its whole when it has none of its own."""
    harmed = {first for _, first in found}
    for index, group in enumerate(people):
        if not group.subset or group.first in harmed:
            continue
        for whole in reversed(people[:index]):
            tolls = [toll for (_, first), toll in found.items() if first == whole.first]
            if tolls and not whole.subset:
                for toll in tolls:
                    victims = group.victims if group.victims is not Victims.UNKNOWN else toll.victims
                    found[(toll.harm, group.first)] = replace(
                        toll,
                        low=group.low,
                        high=group.high,
                        approximate=group.approximate,
                        victims=victims,
                        subset=True,
                        first=group.first,
                        last=group.last,
                        mention=sentence.span(group.first, group.last),
                        rule=f"{toll.rule}/part",
                    )
                break


def _breakdown(
    sentence: Sentence, people: tuple[People, ...], found: dict[tuple[Harm, int], SentenceToll]
) -> None:
    """ "33 people were killed: 27 civilians, … and six members of a militia": what follows the colon are parts."""
    colons = [token.i for token in sentence.tokens if token.lower in {":", "-", "–", "—"}]
    for colon in colons:
        whole = [toll for toll in found.values() if toll.harm_at in range(max(0, colon - 3), colon)]
        after = [g for g in people if g.first in range(colon + 1, colon + 3)]
        if len(whole) != 1 or not after or any(first > colon for _, first in found):
            continue
        for group in (g for g in people if g.first > colon and not g.article):
            victims = group.victims if group.victims is not Victims.UNKNOWN else whole[0].victims
            found[(whole[0].harm, group.first)] = replace(
                whole[0],
                low=group.low,
                high=group.high,
                approximate=group.approximate,
                victims=victims,
                subset=True,
                first=group.first,
                last=group.last,
                mention=sentence.span(group.first, group.last),
                rule=f"{whole[0].rule}/breakdown",
            )


def _either_or(sentence: Sentence, tolls: Iterable[SentenceToll]) -> Iterator[SentenceToll]:
    """ "50 were wounded or missing": neither number is known, each at most 50."""
    kept = list(tolls)
    for toll in kept:
        twin = next(
            (
                other
                for other in kept
                if other is not toll
                and other.low == toll.low
                and other.harm != toll.harm
                and (other.first == toll.first or other.mention.overlaps(toll.mention))
            ),
            None,
        )
        if twin is not None:
            between = sentence.lowers[min(toll.harm_at, twin.harm_at) : max(toll.harm_at, twin.harm_at)]
            if "or" in between and "and" not in between:
                first, last = min(toll.first, twin.first), max(toll.harm_at, twin.harm_at, toll.last)
                yield replace(
                    toll, low=None, high=toll.high, first=first, last=last, mention=sentence.span(first, last)
                )
                continue
        yield toll
