"""Who says what over a whole story: the speeches of all sentences, and which of them a claim is said
under.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.attributions import Cue
from dateline.coding.cues import find_cues
from dateline.coding.drafts import Speech
from dateline.coding.groups import Group
from dateline.coding.quoting import is_quoted, open_quotes, speaking_sentence
from dateline.coding.tokens import Sentence
from dateline.ontology.english import English


class StorySpeeches:
    """The attributions of a story. `cues` are each sentence's, `speeches` all of them in order."""

    def __init__(self, sentences: Sequence[Sentence], english: English) -> None:
        self._sentences = sentences
        self._quotes = open_quotes(sentences)
        self.cues = [find_cues(sentence, english) if sentence.read else () for sentence in sentences]
        self.speeches: list[Speech] = []
        self._index: dict[tuple[int, int], int] = {}
        for sentence, cues in zip(sentences, self.cues, strict=True):
            for cue in cues:
                self._index[sentence.index, cue.cue] = len(self.speeches)
                self.speeches.append(_speech(sentence, cue, quoted=self._quotes[sentence.index][0]))

    def speech_of(self, sentence: Sentence, group: Group) -> int | None:
        """The index of the speech that the group of `sentence` is said under; None in the outlet's own
        voice.
        """
        if group.cue is not None:
            return self._named(sentence, group.cue)
        if any(cue.has_source for cue in self.cues[sentence.index]):
            return None
        if not is_quoted(sentence, group.main, self._quotes[sentence.index][0]):
            return None
        speaking = speaking_sentence(self._sentences, self.cues, self._quotes, sentence.index)
        return None if speaking is None else self._index[speaking[0], speaking[1].cue]

    def _named(self, sentence: Sentence, cue: Cue) -> int | None:
        """The cue's own speech; for "adding that …" that of whoever spoke before in the sentence or
        the last one.
        """
        own = self._index[sentence.index, cue.cue]
        if cue.has_source:
            return own
        for earlier in range(own - 1, -1, -1):
            speech = self.speeches[earlier]
            if speech.source is not None and speech.sentence >= sentence.index - 1:
                return earlier
        return None


def _speech(sentence: Sentence, cue: Cue, *, quoted: bool) -> Speech:
    source = sentence.span(cue.source_first, cue.source_last) if cue.has_source else None
    return Speech(sentence.index, source, sentence.span(cue.cue, cue.cue_last), sentence.title, quoted)
