"""Who says it: cues of speech in a sentence, with their speakers and what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.attributions import Cue, FoundCue, Phrase, Reach
from dateline.coding.headlines import headline_cues
from dateline.coding.reach import ends, reach_of_phrase, reach_of_verb, with_contents
from dateline.coding.speaker_nouns import is_counted
from dateline.coding.speakers_after import inverted_speaker, speaker_from
from dateline.coding.speakers_before import speaker_before
from dateline.coding.speech_verbs import denies_a_part, is_progressive, is_speech_verb
from dateline.coding.statements import author_of, statement_cue
from dateline.coding.tokens import QUOTE_MARKS, Sentence, Token
from dateline.ontology.english import English, Opens, Words

FINITE = frozenset({"VBD", "VBZ", "VBP"})
JOINING = frozenset({"and", "but", "also", "then", "later", "who", "which"})

NOBODY = frozenset({"no", "nobody", "neither"})

BEFORE_INVERTED = QUOTE_MARKS | {","}
MEANWHILE = frozenset({"as", "while", "after", "when", "before", "since"})

CITED_WITHIN = 12
"""How far behind "quoted" its "as saying" may stand."""


def find_cues(sentence: Sentence, english: English) -> tuple[Cue, ...]:
    """The attributions of a sentence in order, with what each of them covers."""
    kept: list[FoundCue] = []
    cues = list(_cues(sentence, english))
    for found in sorted(cues, key=lambda cue: (cue.cue, cue.first)) if len(cues) > 1 else cues:
        before = kept[-1] if kept else None
        opening = sentence.lowers[found.first] if found.first >= 0 else ""
        if opening in english.speech.quoted_speakers or opening in NOBODY:
            continue
        if before is not None and before.first >= 0 and _speaker(before) == _speaker(found):
            if before.reach is Reach.BACKWARD and found.reach is Reach.FORWARD:
                kept.append(found)  # "…, said X, who said …"
            continue
        if before is not None and _is_passing_on(before, found):
            continue  # "Citing X, the paper said", "The paper, citing X, said": X says it
        if before is not None and found.passes_on:
            kept[-1] = found._replace(reach=Reach.WHOLE if before.reach is Reach.FORWARD else before.reach)
        else:
            kept.append(found)
    if not kept:
        return ()
    kept = [cue for cue in kept if not _is_outdone(sentence, cue, kept, english)]
    return tuple(with_contents(sentence, kept, english))


def _is_outdone(sentence: Sentence, cue: FoundCue, kept: Sequence[FoundCue], english: English) -> bool:
    """ "Reports confirmed that …, said the source": nobody's reports, where someone says so."""
    if cue.reach is not Reach.FORWARD or cue.first < 0:
        return False
    if sentence.tokens[cue.last].lemma not in english.cues.unnamed or cue.cue == cue.last:
        return False
    return any(other.cue > cue.cue and other.reach is Reach.BACKWARD and other.first >= 0 for other in kept)


def _is_passing_on(citing: FoundCue, speaker: FoundCue) -> bool:
    return citing.passes_on and (citing.cue == 0 or 0 <= speaker.first < citing.cue)


def _speaker(cue: FoundCue) -> tuple[int, int, bool]:
    return cue.first, cue.last, cue.deny


def _cues(sentence: Sentence, english: English) -> Iterator[FoundCue]:
    yield from headline_cues(sentence, english)
    taken = -1
    for i in sentence.places(Opens.CUE):
        if i <= taken:
            continue
        token = sentence.tokens[i]
        phrase = _phrase(sentence, i, english) if token.lower in english.cues.phrases_by_first else None
        if phrase is not None:
            taken = phrase.last
            yield phrase
        elif token.pos == "NOUN" and (statement := statement_cue(sentence, token, english)) is not None:
            yield statement
        elif token.lemma in english.cues.verbs and is_speech_verb(sentence, token, english):
            found = _verb(sentence, token, english)
            if found is not None:
                yield found


def _phrase(sentence: Sentence, i: int, english: English) -> FoundCue | None:
    """ "according to X", "citing X"."""
    words = _words_at(sentence, i, english)
    if words is None or sentence.lower(i - 1) in {"not", "n't"}:
        return None
    speaker = speaker_from(sentence, i + len(words), english, sure=True)
    if speaker is None:
        return None
    speaker = author_of(sentence, speaker, english)
    passes_on = words[0] in english.speech.passing_on
    reach = Reach.WHOLE if passes_on else reach_of_phrase(sentence, i)
    rule = f"cues/phrases/{' '.join(words)}"
    return FoundCue(i, i + len(words) - 1, *speaker, reach, rule, passes_on=passes_on)


def _words_at(sentence: Sentence, i: int, english: English) -> Words | None:
    phrases = english.cues.phrases_by_first.get(sentence.lowers[i], ())
    return sentence.first_standing(i, phrases) or None


def _verb(sentence: Sentence, token: Token, english: English) -> FoundCue | None:
    cues, i = english.cues, token.i
    if token.lemma in cues.cite:
        return _citation(sentence, token, english)
    deny, act = token.lemma in cues.deny, token.lemma in cues.speech_act
    rule = f"cues/{'deny' if deny else 'speech_act' if act else 'say'}/{token.lemma}"
    if token.tag == "VBN" and sentence.lower(i + 1) == "by":
        doer = speaker_from(sentence, i + 2, english)
        return None if doer is None else FoundCue(i, i + 1, *doer, Reach.BACKWARD, rule, deny, act)
    if token.tag == "VBG" and not is_progressive(sentence, i, english):
        # "adding that", "saying", "blaming": whoever spoke last
        if sentence.tokens[i - 1].lemma in english.speech.estimating:
            return FoundCue(i, i, i - 1, i - 1, Reach.FORWARD, rule, deny, act)
        left_out = token.lower not in english.speech.describing and sentence.lower(i - 1) != "as"
        return FoundCue(i, i, -1, -1, Reach.FORWARD, rule, deny, act) if left_out else None
    before = speaker_before(sentence, i, english)
    behind = inverted_speaker(sentence, i, english)
    if before is not None and behind is not None and is_counted(sentence, before, english):
        before = None  # "wounded more than 60 people said the Observatory"
    if before is not None and behind is not None and _has_own_verb(sentence, before, i):
        before = None  # "The army took villages while battles raged said the Observatory"
    if before is not None and behind is not None and _closes_inverted(sentence, i, before, behind, english):
        before = None  # "… to join opposition forces said the Observatory"
    apart = i == 0 or sentence.lowers[i - 1] in BEFORE_INVERTED
    if not apart and (before is not None or not _subject_follows(sentence, i, behind)):
        behind = None
    speaker = behind or before
    if speaker is None:
        return None
    speaker = author_of(sentence, speaker, english)
    reach = reach_of_verb(sentence, i, speaker, behind is not None, english, speech_act=act)
    if deny and behind is None and denies_a_part(sentence, i, english):
        reach = Reach.FORWARD
    until = _end_of_act(sentence, i) if act and reach is not Reach.BACKWARD else None
    return FoundCue(i, i, *speaker, reach, rule, deny, act, until=until)


def _end_of_act(sentence: Sentence, i: int) -> int | None:
    """Where "called for a truce" ends before "as troops attacked", which the caller does not say."""
    for child in sentence.children[i]:
        token = sentence.tokens[child]
        marks = (c for c in sentence.children[child] if sentence.tokens[c].dep in {"mark", "advmod"})
        if child > i and token.dep == "advcl" and any(sentence.lowers[m] in MEANWHILE for m in marks):
            return sentence.subtree(child)[0] - 1
    return None


def _has_own_verb(sentence: Sentence, subject: Phrase, i: int) -> bool:
    """Whether the subject did something else, and nothing joins the verb at token `i` to that."""
    between = sentence.tokens[subject[1] + 1 : i]
    acts = any(token.tag in FINITE and token.dep not in {"aux", "auxpass"} for token in between)
    return acts and sentence.lower(i - 1) not in JOINING


def _closes_inverted(sentence: Sentence, i: int, before: Phrase, behind: Phrase, english: English) -> bool:
    """Whether "said X" ends the sentence: what stands before it is what X says, not who says it."""
    if sentence.tokens[i].lemma != "say" or before[0] == 0:
        return False
    rest = sentence.tokens[behind[1] + 1 :]
    acts = any(token.tag in FINITE for token in sentence.tokens[: before[0]])
    return acts and ends(sentence, behind[1], english) and not any(token.is_nominal for token in rest[:3])


def _subject_follows(sentence: Sentence, i: int, behind: Phrase | None) -> bool:
    """Whether the verb's subject stands behind it; the parser may take the speaker for its object."""
    children = [sentence.tokens[child] for child in sentence.children[i] if child > i]
    if any(child.dep == "nsubj" for child in children):
        return True
    if behind is None or sentence.tokens[i].lemma != "say":
        return False
    if any(child.tag == "VBN" and _hangs_on(sentence, child, behind) for child in children):
        return True  # "said the league, also known as …"
    if any(child.is_verb for child in children):
        return False
    return any(behind[0] <= child.i <= behind[1] and child.is_nominal for child in children)


def _hangs_on(sentence: Sentence, participle: Token, phrase: Phrase) -> bool:
    """Whether a participle right behind the phrase only says more about it."""
    adjoins = phrase[1] < participle.i <= phrase[1] + 2
    return adjoins and not sentence.has_child(participle.i, {"aux", "auxpass"})


def _citation(sentence: Sentence, token: Token, english: English) -> FoundCue | None:
    """ "X was quoted as saying" and "the paper quoted X as saying": X says it."""
    window = sentence.lowers[token.i + 1 : token.i + CITED_WITHIN]
    if "as" not in window or "saying" not in window:
        return None
    saying = token.i + 1 + window.index("saying")
    speaker = (
        speaker_before(sentence, token.i, english)
        if saying == token.i + 2
        else speaker_from(sentence, token.i + 1, english)
    )
    if speaker is None:
        return None
    reach = Reach.BACKWARD if ends(sentence, saying, english) else Reach.FORWARD
    return FoundCue(token.i, saying, *speaker, reach, f"cues/cite/{token.lemma}")
