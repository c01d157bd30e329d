"""Who says it: cues of speech, the words that name the speaker, and how far the speech reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from dateline.coding.tokens import Sentence, Token
from dateline.ontology.english import English

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»"})
LEADING = frozenset(
    {
        "but",
        "and",
        "meanwhile",
        "however",
        "while",
        "also",
        "earlier",
        "later",
        "separately",
        "elsewhere",
        "still",
        "yet",
        ",",
        "for",
        "'s",
        "then",
        "that",
        "as",
        "where",
        "which",
        "because",
        "though",
        "although",
        '"',
        "-",
        "whereas",
    }
)  # noqa: E501 - one list


class Reach(StrEnum):
    """Which side of the cue the content stands on."""

    FORWARD = "forward"
    BACKWARD = "backward"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Cue:
    """One attribution in a sentence.

    `cue` is the token of the verb (or first of the phrase); `source_first` to `source_last` name
    the speaker, both -1 when the sentence leaves it out ("adding that …"). `content_first` to
    `content_last` is what is said. `deny` when the speaker denies it.
    """

    cue: int
    cue_last: int
    source_first: int
    source_last: int
    reach: Reach
    content_first: int
    content_last: int
    deny: bool
    speech_act: bool
    rule: str

    def covers(self, i: int) -> bool:
        return self.content_first <= i <= self.content_last

    @property
    def has_source(self) -> bool:
        return self.source_first >= 0


@dataclass(frozen=True, slots=True)
class _Found:
    cue: int
    cue_last: int
    first: int
    last: int
    reach: Reach
    deny: bool
    speech_act: bool
    rule: str


def find_cues(sentence: Sentence, english: English) -> tuple[Cue, ...]:
    """The attributions of a sentence in order, with what each of them covers."""
    found = sorted(_raw_cues(sentence, english), key=lambda cue: (cue.cue, cue.first))
    kept: list[_Found] = []
    for cue in found:
        if cue.first >= 0 and sentence.lowers[cue.first] in {"i", "we", "you"}:
            continue
        if (
            kept
            and kept[-1].first >= 0
            and (cue.first, cue.last, cue.deny) == (kept[-1].first, kept[-1].last, kept[-1].deny)
        ):
            continue
        if kept and cue.rule.endswith(("citing", "quoting")):
            cited = kept.pop()
            cue = replace(cue, reach=cited.reach if cited.reach is not Reach.FORWARD else Reach.WHOLE)
        kept.append(cue)
    return tuple(_with_contents(sentence, kept))


def _raw_cues(sentence: Sentence, english: English) -> Iterator[_Found]:
    cues = english.cues
    taken = -1
    for token in sentence.tokens:
        i = token.i
        if i <= taken:
            continue
        phrase = next((p for p in cues.phrases if sentence.lowers[i : i + len(p)] == p), None)
        if phrase is not None and not _is_modal(sentence, i):
            span = speaker_from(sentence, i + len(phrase), english)
            if span is not None:
                taken = span[1]
                last = i + len(phrase) - 1
                reach = _phrase_reach(sentence, i, span[1])
                if phrase[0] in {"citing", "quoting"}:
                    reach = Reach.WHOLE
                yield _Found(i, last, *span, reach, False, False, f"cues/phrases/{' '.join(phrase)}")
                continue
        denied = any(t.lemma in cues.deny for t in sentence.tokens[max(0, i - 4) : i])
        if token.lemma in cues.unnamed and token.pos == "NOUN" and not denied:
            if i + 1 < len(sentence) and sentence.lowers[i + 1] == "that" and _is_unowned(sentence, i):
                yield _Found(
                    i,
                    i,
                    _noun_start(sentence, i),
                    i,
                    Reach.FORWARD,
                    False,
                    False,
                    f"cues/unnamed/{token.lemma}",
                )
                continue
        if _is_speech_verb(sentence, token, english):
            yield from _verb_cue(sentence, token, english)


def _is_modal(sentence: Sentence, i: int) -> bool:
    return i > 0 and sentence.lowers[i - 1] in {"not", "n't"}


def _is_unowned(sentence: Sentence, i: int) -> bool:
    return not any(sentence.tokens[c].dep == "poss" for c in sentence.children[i])


def _noun_start(sentence: Sentence, i: int) -> int:
    while (
        i > 0
        and sentence.tokens[i - 1].pos in {"ADJ", "NOUN"}
        and sentence.tokens[i - 1].dep in {"amod", "compound"}
    ):
        i -= 1
    return i


def _is_speech_verb(sentence: Sentence, token: Token, english: English) -> bool:
    cues = english.cues
    if token.lemma not in cues.say | cues.deny | cues.count | cues.speech_act | cues.cite:
        return False
    if token.pos not in {"VERB", "AUX"} and token.tag not in {"VBD", "VBN", "VBZ", "VBG", "VBP"}:
        return False
    if (
        token.tag == "VB"
        and token.i > 0
        and sentence.lowers[token.i - 1] == "to"
        and token.lemma not in cues.speech_act
    ):
        return False
    if token.lemma in cues.count - cues.say and not _counts(sentence, token):
        return False
    if token.lower.endswith("ly") or token.dep == "amod":
        return False
    if token.tag == "VBN" and token.dep == "acl" and sentence.lowers[token.i + 1 : token.i + 2] != ("by",):
        return False
    if token.lower == "state" or (token.lower == "report" and token.pos == "NOUN"):
        return False
    passive = any(sentence.tokens[c].dep in {"auxpass", "nsubjpass"} for c in sentence.children[token.i])
    before = sentence.lowers[max(0, token.i - 3) : token.i]
    passive = passive or (
        token.tag == "VBN" and bool({"is", "are", "was", "were", "be", "been", "being"} & set(before))
    )
    if passive and sentence.lowers[token.i + 1 : token.i + 3] != ("as", "saying"):
        return "by" in sentence.lowers[token.i + 1 : token.i + 2]
    return True


def _counts(sentence: Sentence, token: Token) -> bool:
    """ "gave a toll of", "put the number at", "recorded 12 deaths": the verb records people."""
    window = sentence.tokens[token.i + 1 : token.i + 8]
    return any(
        t.lemma in {"toll", "number", "death", "casualty", "dead", "figure", "total", "kill"} for t in window
    ) or (token.lemma in {"confirm", "document", "verify", "record"})


def _verb_cue(sentence: Sentence, token: Token, english: English) -> Iterator[_Found]:
    cues = english.cues
    i = token.i
    if token.lemma in cues.cite:
        yield from _citation(sentence, token, english)
        return
    deny = token.lemma in cues.deny
    act = token.lemma in cues.speech_act
    rule = f"cues/{'deny' if deny else 'speech_act' if act else 'say'}/{token.lemma}"
    after_by = sentence.lowers[i + 1 : i + 2] == ("by",)
    passive_by = after_by and token.tag == "VBN"
    if passive_by:
        span = speaker_from(sentence, i + 2, english)
        if span is not None:
            yield _Found(i, i + 1, *span, Reach.BACKWARD, deny, act, rule)
        return
    if token.tag == "VBG" and not _is_progressive(sentence, i):
        if token.lower != "reporting" and sentence.lowers[i - 1 : i] != (
            "as",
        ):  # "adding that", "saying", "blaming": whoever spoke last
            yield _Found(i, i, -1, -1, Reach.FORWARD, deny, act, rule)
        return
    left = _subject_phrase(sentence, i, english)
    if left is not None and _is_counted(sentence, left) and _inverted(sentence, i, english) is not None:
        left = None  # "wounded more than 60 people said the Observatory"
    split = i == 0 or sentence.lowers[i - 1] in QUOTES | {","}
    right = (
        _inverted(sentence, i, english) if split or (left is None and _right_subject(sentence, i)) else None
    )
    left = None if right is not None else left
    span = left or right
    if span is None:
        return
    if token.lemma in {
        "show",
        "write",
        "read",
        "put",
        "give",
        "air",
        "post",
        "suggest",
        "continue",
        "call",
        "charge",
        "describe",
        "expect",
        "list",
        "count",
        "comment",
        "observe",
        "think",
    } and (not _can_speak(sentence, span, english)):
        return
    last = span[1] if right is not None else i
    ends = _ends(sentence, max(last, i), english)
    begins = _begins(sentence, min(span[0], i))
    if act:
        reach = Reach.WHOLE if begins or left is not None else Reach.BACKWARD
        first_reach = Reach.FORWARD if left is not None else Reach.BACKWARD
        reach = first_reach if not begins else Reach.WHOLE
    elif begins and not ends:
        reach = Reach.FORWARD
    elif ends and not begins:
        reach = Reach.BACKWARD
    elif right is not None:
        reach = Reach.BACKWARD
    else:
        reach = _side_of_content(sentence, i, span)
    yield _Found(i, i, *span, reach, deny, act, rule)


def _is_progressive(sentence: Sentence, i: int) -> bool:
    return any(
        lower in {"is", "are", "was", "were", "been", "be", "'s", "'re"}
        for lower in sentence.lowers[max(0, i - 2) : i]
    )


def _citation(sentence: Sentence, token: Token, english: English) -> Iterator[_Found]:
    """ "X was quoted as saying" and "the paper quoted X as saying": X says it."""
    window = sentence.lowers[token.i + 1 : token.i + 12]
    if "as" not in window or "saying" not in window:
        return
    saying = token.i + 1 + window.index("saying")
    if saying == token.i + 2:
        span = _subject_phrase(sentence, token.i, english)
    else:
        span = speaker_from(sentence, token.i + 1, english)
    if span is None:
        return
    reach = Reach.BACKWARD if _ends(sentence, saying, english) else Reach.FORWARD
    yield _Found(token.i, saying, *span, reach, False, False, f"cues/cite/{token.lemma}")


def _is_counted(sentence: Sentence, span: tuple[int, int]) -> bool:
    return any(
        t.pos == "NUM" or t.lower in {"dozens", "hundreds", "others", "people"}
        for t in sentence.tokens[span[0] : span[1] + 1]
    )


def _side_of_content(sentence: Sentence, i: int, span: tuple[int, int]) -> Reach:
    """Content on both sides: that-clauses follow, quotes and full clauses stand before."""
    after = i + 1
    while after < len(sentence) and (
        sentence.tokens[after].pos in {"ADV"}
        or sentence.lowers[after] in WEEKDAYS | {"on", "in", "a", "statement", "the", "late", "early"}
    ):
        after += 1
    if after < len(sentence) and sentence.lowers[after] == "that":
        return Reach.FORWARD
    before = sentence.lowers[span[0] - 1] if span[0] else ""
    if before in QUOTES or (before == "," and span[0] > 1 and sentence.lowers[span[0] - 2] in QUOTES):
        return Reach.BACKWARD
    if after < len(sentence) and sentence.lowers[after] in {
        ",",
        "adding",
        "while",
        "and",
        "but",
        "as",
        "after",
        "without",
        "saying",
        "blaming",
        "referring",
        "citing",
        "when",
        "giving",
        "though",
        "noting",
        "warning",
        "in",
        "accusing",
    }:  # noqa: E501
        return Reach.BACKWARD
    for child in sentence.children[i]:
        if sentence.tokens[child].dep in {"ccomp", "xcomp"}:
            return Reach.FORWARD if child > i else Reach.BACKWARD
    return Reach.FORWARD


def _phrase_reach(sentence: Sentence, first: int, last: int) -> Reach:
    if _begins(sentence, first):
        return Reach.WHOLE
    return Reach.BACKWARD


def _begins(sentence: Sentence, first: int) -> bool:
    """Whether nothing but a conjunction, an adverb or a day stands before token `first`."""
    return (
        not any(token.is_verb and token.tag not in {"VBG"} for token in sentence.tokens[:first])
        and not any(token.pos == "NUM" for token in sentence.tokens[:first])
        if first < 12
        else not any(token.is_verb for token in sentence.tokens[:first])
    )


def _ends(sentence: Sentence, last: int, english: English) -> bool:
    """Whether only adjuncts follow token `last`: "said on Monday.", "told AFP by telephone"."""
    rest = sentence.tokens[last + 1 :]
    if any(token.lower == "that" and token.dep == "mark" for token in rest):
        return False
    verbs = [
        token
        for token in rest
        if token.pos in {"VERB", "AUX"}
        and token.tag in {"VBD", "VBZ", "VBP", "MD", "VBN", "VB", "VBG"}
        and token.lemma
        not in english.cues.say
        | {
            "speak",
            "base",
            "give",
            "have",
            "use",
            "close",
            "monitor",
            "name",
            "know",
            "condition",
            "run",
            "take",
        }
    ]
    return not verbs


QUANTIFIERS = frozenset(
    {
        "much",
        "many",
        "most",
        "some",
        "all",
        "one",
        "none",
        "several",
        "both",
        "others",
        "another",
        "each",
        "number",
        "couple",
        "majority",
        "half",
    }
)
MODIFIES_SPEAKER = frozenset(
    {
        "state",
        "news",
        "war",
        "human",
        "press",
        "intelligence",
        "media",
        "army",
        "government",
        "military",
        "police",
        "opposition",
        "rebel",
        "regime",
    }
)


def _can_speak(sentence: Sentence, span: tuple[int, int], english: English) -> bool:
    """Whether the head of the noun phrase names someone who can speak."""
    tokens = sentence.tokens[span[0] : span[1] + 1]
    for k, token in enumerate(tokens):
        following = tokens[k + 1] if k + 1 < len(tokens) else None
        if (
            token.lower in QUANTIFIERS
            and following is not None
            and following.lower in {"of", "local", "other"}
        ):
            continue
        if token.pos in {"ADP", "SCONJ"} and k and tokens[0].lower not in QUANTIFIERS:
            return False  # what follows a preposition is not the head
        if token.lower in english.cues.person_pronouns | english.cues.group_pronouns:
            return True
        speaks = token.lower in english.cues.speakers or token.lemma in english.cues.speakers
        if speaks and not (
            following is not None
            and following.tag in {"NN", "NNS"}
            and following.text.islower()
            and following.lower not in english.cues.speakers
        ):
            return True
        named = token.entity in {"PERSON", "ORG", "GPE", "NORP"} or (
            token.pos == "PROPN" and token.lower not in WEEKDAYS
        )
        if named and (
            following is None
            or following.pos in {"ADP", "VERB", "PUNCT", "CCONJ"}
            or following.pos == "PROPN"
        ):
            last_name = following is None or following.pos != "PROPN"
            if last_name:
                return True
    return False


def _subject_phrase(sentence: Sentence, i: int, english: English) -> tuple[int, int] | None:
    """The speaker before the verb: the noun phrase that ends right before it, adverbs passed over."""
    last = i - 1
    while last >= 0 and (
        sentence.tokens[last].pos in {"ADV", "AUX", "PART"}
        or sentence.lowers[last]
        in {
            "also",
            "has",
            "have",
            "had",
            ",",
            "'ve",
            "later",
            "then",
            "earlier",
            "both",
            "initially",
            "who",
            "which",
        }
        | WEEKDAYS
        or (
            sentence.lowers[last] == "on"
            and last + 1 < len(sentence)
            and sentence.lowers[last + 1] in WEEKDAYS
        )
    ):
        last -= 1
    if last < 0:
        return None
    by_parse = _parsed_subject(sentence, i, english)
    if by_parse is None and _said_of_thing(sentence, i, english):
        return None
    span = _without_place(sentence, _phrase_ending_at(sentence, last, english), english)
    if by_parse is not None and (
        _is_counted(sentence, by_parse)
        or any(t.lower == "," for t in sentence.tokens[by_parse[0] : by_parse[1]])
    ):
        by_parse = None  # no speaker: the content ran into the subject
    comma = any(t.lower == "," for t in sentence.tokens[last + 1 : i])
    if by_parse is not None and comma and by_parse[1] < last:
        return by_parse  # "The monitor, whose informants are …, also said"
    if by_parse is not None and (
        span is None or (by_parse[0] < span[0] and _parse_holds(sentence, by_parse, last))
    ):
        return by_parse
    return span if span is not None else by_parse


def _without_place(
    sentence: Sentence, span: tuple[int, int] | None, english: English
) -> tuple[int, int] | None:
    """ "… in Syria | Russias Foreign Ministry said": a place behind a preposition is the content's."""
    if (
        span is None
        or span[0] == 0
        or sentence.tokens[span[0] - 1].pos != "ADP"
        or sentence.lowers[span[0] - 1] == "as"
    ):
        return span
    first, last = span
    while first < last and (
        sentence.tokens[first].entity in {"GPE", "LOC", "FAC"} or sentence.lowers[first] == "office"
    ):
        first += 1
    if first == span[0] and not any(
        t.lower in english.cues.speakers or t.entity == "PERSON" for t in sentence.tokens[first : last + 1]
    ):
        return None
    return (first, last) if _can_speak(sentence, (first, last), english) else None


def _said_of_thing(sentence: Sentence, i: int, english: English) -> bool:
    """Whether the parser's subject opens the sentence and is no one who can speak ("An earlier toll … reported")."""
    for child in sentence.children[i]:
        token = sentence.tokens[child]
        if token.dep == "nsubj" and child < i and token.pos == "NOUN":
            first, _ = sentence.subtree(child)
            speaks = token.lower in english.cues.speakers or token.lemma in english.cues.speakers
            return first <= 1 and not speaks and not token.entity
    return False


def _parse_holds(sentence: Sentence, span: tuple[int, int], last: int) -> bool:
    """The parser's longer subject is trusted at the start of a sentence or clause, where it rarely errs."""
    before = sentence.lowers[span[0] - 1] if span[0] else ""
    verbs = any(t.tag in {"VBD", "VBZ", "VBP"} for t in sentence.tokens[span[0] : last + 1])
    return (span[0] == 0 or before in LEADING | QUOTES) and not verbs


def _parsed_subject(sentence: Sentence, i: int, english: English) -> tuple[int, int] | None:
    token = sentence.tokens[i]
    head = token.head if token.dep in {"conj", "advcl", "xcomp"} else i
    outer = sentence.tokens[head].head
    if (
        token.dep == "conj"
        and sentence.tokens[head].dep == "ccomp"
        and sentence.tokens[head].lemma not in english.cues.say
        and sentence.tokens[outer].lemma in english.cues.say
    ):
        head = outer
    for verb in (i, head):
        for child in sentence.children[verb]:
            if sentence.tokens[child].dep in {"nsubj", "nsubjpass"} and child < i:
                if sentence.tokens[child].lower in {"who", "which", "that"}:
                    return None
                first, last = sentence.subtree(child)
                first, last = _trim(sentence, first, min(last, i - 1), child)
                if _can_speak(sentence, (first, last), english):
                    return first, last
    return None


def _trim(sentence: Sentence, first: int, last: int, head: int) -> tuple[int, int]:
    """Without a relative clause or apposition behind the head, and without what leads in before it."""
    for token in sentence.tokens[head + 1 : last + 1]:
        if token.lower in {"which", "who", "whose", ","} or token.pos == "VERB":
            last = token.i - 1
            break
    while first < head and sentence.lowers[first] in LEADING | QUOTES:
        first += 1
    return first, max(last, head)


LINKS = frozenset({"of", "for", "in", "from", "at", "to", "with", "on", "inside"})


def _phrase_ending_at(sentence: Sentence, last: int, english: English) -> tuple[int, int] | None:
    """The noun phrase of someone who can speak that ends at token `last`, found word by word.

    News without its commas runs the content into the speaker ("… wounding dozens a medical source
    said"); an article, a preposition that names no office, or a change from a lower-case noun to a
    name ends the phrase on its left.
    """
    token = sentence.tokens[last]
    if token.lower in english.cues.person_pronouns | english.cues.group_pronouns:
        return last, last
    if token.lower in {"which", "who", "that"} or token.lower in QUOTES:
        return None
    if not (
        token.is_nominal
        or token.pos in {"ADJ", "NUM"}
        or token.text[:1].isupper()
        or token.lower in english.cues.speakers
        or token.lower == ")"
    ):
        return None
    first = last
    i = last - 1
    while i >= 0:
        token = sentence.tokens[i]
        following = sentence.tokens[first]
        if token.lower in QUOTES or token.lower in {",", ";", ":"} or token.lower in WEEKDAYS:
            break
        if token.lower in {
            "a",
            "an",
            "the",
            "his",
            "her",
            "its",
            "their",
            "one",
            "some",
            "several",
            "two",
            "three",
            "local",
            "many",
            "other",
            "another",
            "our",
        } and token.pos in {"DET", "PRON", "NUM", "ADJ"}:
            first = i
            if i > 0 and sentence.lowers[i - 1] in LINKS and _is_office(sentence, i - 2, english):
                i -= 2
                first = i
                i -= 1
                continue
            if i > 0 and sentence.lowers[i - 1] == "and" and _speaks(sentence.tokens[i - 2], english):
                i -= 2
                first = i
                i -= 1
                continue
            break
        if token.lower in LINKS:
            if _is_office(sentence, i - 1, english) or _in_name(token, following, sentence, i):
                i -= 1
                first = i + 0
                first = i
                i -= 1
                continue
            break
        if token.lower == "and":
            if (
                i > 0
                and _speaks(sentence.tokens[i - 1], english)
                and sentence.tokens[i - 1].pos in {"NOUN", "PROPN", "ADJ"}
            ):
                first = i - 1
                i -= 2
                continue
            break
        if (
            token.pos in {"NOUN", "PROPN", "ADJ", "NUM"}
            or token.tag in {"HYPH", "POS", "VBG", "VBN", "NN", "NNS", "JJ"}
            or token.lower in {"-", "(", ")", "'s"}
        ):
            if token.pos == "NUM" and not token.text[:1].isalpha():
                break
            if (
                token.tag in {"VBG", "VBN"}
                and token.lower
                not in {
                    "monitoring",
                    "broadcasting",
                    "informed",
                    "united",
                    "leading",
                    "governing",
                    "ruling",
                    "named",
                    "armed",
                    "opposing",
                    "unidentified",
                    "unnamed",
                    "displaced",
                    "retired",
                }
                and not sentence.lowers[i - 1 : i] == ("-",)
            ):
                break
            if _runs_in(sentence, token, following, english):
                break
            first = i
            i -= 1
            continue
        break
    while first < last and (
        sentence.lowers[first] in {"-", "(", ")", "'s", "and"} or sentence.lowers[first] in LEADING
    ):
        first += 1
    return (first, last) if _can_speak(sentence, (first, last), english) else None


def _speaks(token: Token, english: English) -> bool:
    return token.lower in english.cues.speakers or token.text[:1].isupper()


def _is_office(sentence: Sentence, i: int, english: English) -> bool:
    return i >= 0 and (
        sentence.lowers[i] in english.cues.speakers or sentence.tokens[i].lemma in english.cues.speakers
    )


def _in_name(token: Token, following: Token, sentence: Sentence, i: int) -> bool:
    """ "Observatory for Human Rights": a preposition inside a name."""
    before = sentence.tokens[i - 1] if i else None
    return bool(
        before
        and before.text[:1].isupper()
        and following.text[:1].isupper()
        and before.pos in {"PROPN", "NOUN"}
        and token.lower in {"for", "of"}
    )


def _runs_in(sentence: Sentence, token: Token, following: Token, english: English) -> bool:
    """Whether `token` belongs to the content that runs into the speaker's name."""
    if token.entity == "GPE" and following.entity == "NORP":
        return True
    if token.tag == "NNS" and token.text.islower() and following.text[:1].isupper():
        return True
    if (
        token.pos == "NOUN"
        and token.tag == "NNS"
        and following.lower not in {"-", ")", "("}
        and token.lower not in english.cues.speakers
        and not token.lower.endswith("s'")
    ):
        return sentence.lowers[token.i + 1] != "'s"
    if token.pos == "NOUN" and not token.text[:1].isupper() and following.text[:1].isupper():
        if token.lower == "office":
            return True
        if token.lower in MODIFIES_SPEAKER:
            return False
        if token.lower in {"province", "city", "district", "region", "state", "town"}:
            return not any(_is_office(sentence, k, english) for k in range(max(0, token.i - 5), token.i))
        return token.lower not in english.cues.speakers and token.lemma not in english.cues.speakers
    return token.pos == "NOUN" and following.pos == "DET"


def _right_subject(sentence: Sentence, i: int) -> bool:
    return any(sentence.tokens[c].dep == "nsubj" and c > i for c in sentence.children[i])


def _inverted(sentence: Sentence, i: int, english: English) -> tuple[int, int] | None:
    """The speaker behind the verb: "said Rami Abdel Rahman, director of …", "reported the agency"."""
    token = sentence.tokens[i]
    if token.tag not in {"VBD", "VBZ", "VBN", "VBP"} or token.lemma == "tell":
        return None
    span = speaker_from(sentence, i + 1, english)
    if span is None:
        return None
    if any(
        t.is_verb and t.tag in {"VBD", "VBZ", "VBP", "MD"} and t.dep not in {"relcl", "acl"}
        for t in sentence.tokens[span[1] + 1 : span[1] + 4]
    ):
        return None
    return span


def speaker_from(sentence: Sentence, start: int, english: English) -> tuple[int, int] | None:
    """The noun phrase of a speaker that starts at token `start`, with office and name ("X, head of Y")."""
    i = start
    last = -1
    while i < len(sentence):
        token = sentence.tokens[i]
        if token.lower in english.cues.person_pronouns | english.cues.group_pronouns and i == start:
            return i, i
        if token.lower in WEEKDAYS or token.lower in QUOTES or (token.pos == "NUM" and i > start):
            break
        if (
            token.pos in {"NOUN", "PROPN", "ADJ", "NUM", "DET"}
            or token.tag in {"HYPH", "POS", "NN", "NNS", "JJ", "NNP"}
            or token.lower in {"the", "a", "an", "'s", "-", "(", ")", "his", "its", "her", "their"}
            or (
                token.tag in {"VBG", "VBN"}
                and last < i
                and i + 1 < len(sentence)
                and sentence.tokens[i + 1].pos in {"NOUN", "PROPN"}
            )
        ):
            if token.pos in {"NOUN", "PROPN"} or token.text[:1].isupper():
                last = i
            i += 1
            continue
        if (
            token.lower in {"of", "for", "in", "at"}
            and last == i - 1
            and i + 1 < len(sentence)
            and (_is_office(sentence, last, english) or sentence.tokens[last].text[:1].isupper())
            and (token.lower != "in" or _is_office(sentence, last, english))
            and sentence.lowers[i + 1] not in WEEKDAYS
        ):
            if token.lower in {"in", "at"} and sentence.tokens[i + 1].pos not in {"PROPN", "DET"}:
                break
            i += 1
            continue
        if token.lower == "and" and last == i - 1 and i + 1 < len(sentence):
            follow = (
                speaker_from(sentence, i + 1, english) if _speaks(sentence.tokens[last], english) else None
            )
            if (
                follow is not None
                and follow[0] == i + 1
                and not any(
                    t.is_verb and t.tag in {"VBD", "VBZ", "VBP", "MD"}
                    for t in sentence.tokens[follow[1] + 1 : follow[1] + 3]
                )
            ):
                return start, follow[1]
            break
        break
    if last < start:
        return None
    after = sentence.tokens[last + 1] if last + 1 < len(sentence) else None
    if after is not None and after.tag in {"VBD", "VBZ", "VBP"} and after.dep not in {"relcl", "acl"}:
        # "according to the bulletin | the fighters executed …": the last words are the verb's subject
        for k in range(start, last):
            following = sentence.tokens[k + 1]
            if _is_office(sentence, k, english) and (
                following.pos in {"DET", "PROPN", "NUM"} or following.tag == "NNS"
            ):
                last = k
                break
    return (start, last) if _can_speak(sentence, (start, last), english) else None


def _with_contents(sentence: Sentence, found: list[_Found]) -> Iterator[Cue]:
    """Share the sentence out: a forward cue reaches to the next cue's own stretch, a backward one to the last's."""
    n = len(sentence)
    for k, cue in enumerate(found):
        own_first = min(x for x in (cue.first, cue.cue) if x >= 0)
        own_last = max(cue.last, cue.cue_last)
        first, last = 0, n - 1
        if cue.reach is Reach.FORWARD:
            first = _after_day(sentence, own_last + 1) if not cue.speech_act else own_first
        elif cue.reach is Reach.BACKWARD:
            last = own_first - 1
        for j, other in enumerate(found):
            if j == k or other.first < 0 and j < k:
                continue
            other_first = min(x for x in (other.first, other.cue) if x >= 0)
            if other.first >= 0 and other.cue - other.last > 4:
                other_first = other.cue
            other_last = max(other.last, other.cue_last)
            if j > k and cue.reach is not Reach.BACKWARD:
                # What follows belongs to the next cue if that reaches forward; all up to it if it reaches back.
                if other.reach is Reach.FORWARD or (other.reach is Reach.WHOLE and other_first > own_last):
                    last = min(last, other_first - 1)
            if j < k and cue.reach is not Reach.FORWARD:
                if other.reach is Reach.BACKWARD:
                    first = max(first, other_last + 1)
                elif other.reach is Reach.FORWARD and cue.reach is Reach.BACKWARD:
                    first = max(first, other_first)
        yield Cue(
            cue.cue,
            cue.cue_last,
            cue.first,
            cue.last,
            cue.reach,
            first,
            max(first, last),
            cue.deny,
            cue.speech_act,
            cue.rule,
        )


def _after_day(sentence: Sentence, first: int) -> int:
    """ "said on Monday | that …": the day of speaking is no part of what is said."""
    for i in range(first, min(first + 6, len(sentence))):
        token = sentence.tokens[i]
        if token.lower == "that" and i > first:
            return i
        if (
            token.entity not in {"DATE", "TIME"}
            and token.pos not in {"ADP", "ADV"}
            and token.lower not in WEEKDAYS
        ):
            break
    return first


def cue_for(cues: tuple[Cue, ...], i: int) -> Cue | None:
    """The cue that token `i` is said under: the nearest that covers it."""
    covering = [cue for cue in cues if cue.covers(i)]
    return min(covering, key=lambda cue: (abs(cue.cue - i), cue.cue), default=None)
