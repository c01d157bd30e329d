"""Whom a word of harm is said of, among the counted groups of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.coding.counted import JOINS, WITH, People, without_owners
from dateline.coding.deeds import (
    CONJOINING,
    fatal_verb,
    has_object,
    is_deed_of_others,
    is_found,
    is_on_oneself,
    is_passed,
    is_perfect,
    is_under_way,
    is_undergone,
    subject_above,
    tells_of_some,
    told_deed,
)
from dateline.coding.harms import HarmWord, includes, is_passive
from dateline.coding.lists_of_people import (
    has_own_harm,
    listed_before,
    listed_behind,
    parts_of_the_dead,
)
from dateline.coding.person_nouns import modified_person, person_class
from dateline.coding.single_persons import is_last_of_several
from dateline.coding.tokens import Sentence, Token
from dateline.model import Harm
from dateline.ontology.english import English

SO_DID = frozenset({"did", "was", "were", "has", "have"})
VICTIMS = frozenset({"those", "victim", "victims"})
"""Who came to harm, in words that count nobody."""
BEFORE_DEAD = 8
"""Words from them to the word of harm at most."""
IDENTIFYING = frozenset({"identify", "name"})

NEAR, FAR = 6, 18
"""How far behind the word of harm a group may stand that it harms, and how far before it in one clause."""

OF_THE = frozenset({("of", "the"), ("among", "the")})
OTHERS = frozenset({"another", "else", "others", "many", "some"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
RELATIVE_TAGS = frozenset({"WP", "WDT"})
WAS = frozenset({"was", "is", "were", "are"})
"""What opens a passive that is said of the subject; "to be killed" goes with the noun before it."""
PERCEIVING = frozenset({"found", "saw", "says", "said", "sees", "left", "leaves"})
"""Verbs behind which people's own fate is told: "a blast that left two soldiers dead"."""
NO_OBJECT = frozenset({"ADP", "ADV", "CCONJ", "PUNCT", "SCONJ"})
"""Parts of speech that open no object."""
SAID_OF_SUBJECT = frozenset({"conj", "xcomp", "acomp", "oprd", "attr"})
TIMES = frozenset({"after", "before", "since", "until"})
"""What opens a clause of time, which the parser takes for a preposition where the clause has no article."""
CLAUSES = TIMES | {"when", "while", "because", "where", "once"}
OF_ONE, OF_SEVERAL = frozenset({"was", "is", "has"}), frozenset({"were", "are", "have"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class HarmReader(NamedTuple):
    """The counted groups and words of harm of one sentence."""

    sentence: Sentence
    people: Sequence[People]
    words: Sequence[HarmWord]
    english: English

    def harmed(self, word: HarmWord) -> list[People]:
        """The groups that the word of harm is said of."""
        sentence = self.sentence
        noun = modified_person(sentence, word.first, self.english)
        if noun is not None and (self._group_at(noun) or self._group_at(word.first) is None):
            return self._told_by(word, noun)  # not "one of the wounded people"
        if self._is_one_captive(word):
            return []
        if word.how == "of":
            return self._after_of(word) or self._identified(word)
        before = sentence.around[word.first - 2], sentence.around[word.first - 1]
        included = before[1] == "the" and includes(sentence, word.first)
        if before == ("among", "those") or (word.how == "state" and (before in OF_THE or included)):
            return parts_of_the_dead(sentence, word, self.people)
        found = self._object_or_subject(word) if word.how == "patient" else self._of_state(word)
        if found:
            return [*found, *self._so_did(word)]
        return self._opening(word) or self._identified(word)

    def _told_by(self, word: HarmWord, noun: int) -> list[People]:
        """ "nine displaced people", not "a wounded man", one of those whom the story counts elsewhere."""
        group = self._group_at(noun)
        counted = group is not None and group.first < word.first and not group.article
        return [group] if group is not None and counted else []

    def _opening(self, word: HarmWord) -> list[People]:
        """ "*Woman* shot in Hartwell robbery dies": a headline's one person, hurt before it says what became
        of the person."""
        if not self.sentence.title or word.how != "agent" or word.harm is not Harm.KILLED:
            return []
        before = [one for one in self.people if one.first < word.first]
        hurt = any(other.harm is Harm.INJURED and other.first < word.first for other in self.words)
        if len(before) != 1 or not hurt or self.sentence.tokens[word.first].tag == "VB":
            return []
        return before if before[0].low == before[0].high == 1 else []

    def _so_did(self, word: HarmWord) -> list[People]:
        """ "The chief died, and so did *five other villagers and a soldier*"."""
        at = word.last + 1 + (self.sentence.lower(word.last + 1) == ",")
        if not self.sentence.reads(at, ("and", "so")) or self.sentence.lower(at + 2) not in SO_DID:
            return []
        group = next((one for one in self.people if one.first == at + 3), None)
        return [] if group is None else self._listed(group, word, ())

    def _identified(self, word: HarmWord) -> list[People]:
        """ "Those killed were *Omar Haddad, 35, and Said Omar*", "the victim of the fatal shooting was
        identified as *Lina Omar, 12*": who is named behind those of whom nobody says how many they are."""
        sentence = self.sentence
        group = next((one for one in self.people if one.first > word.last), None)
        if word.harm is not Harm.KILLED or group is None:
            return []
        if self._opens_inverted(word, group):
            return self._listed(group, word, ())
        if not group.named:
            return []
        before = sentence.lowers[max(0, word.first - BEFORE_DEAD) : word.first]
        if VICTIMS.isdisjoint(before) and not (word.how == "state" and before[-1:] == ("the",)):
            return []
        at = group.first - 1
        named = sentence.lowers[at] == "as" and sentence.lemmas[at - 1] in IDENTIFYING
        is_they = sentence.lowers[at] in self.english.grammar.be or sentence.lowers[at] == ":"
        counted = (one for one in self.people if one.last < word.first and not one.named)
        alone = all(one.low == 1 and sentence.lowers[one.last] in VICTIMS for one in counted)
        return self._listed(group, word, ()) if (named or is_they) and alone else []

    def _opens_inverted(self, word: HarmWord, group: People) -> bool:
        """ "*Killed* in the attack *were* a guard and two nurses", "also dead is the gunman"."""
        before, be = self.sentence.lowers[: word.first], self.english.grammar.be
        opens = before in ((), ("also",), ("among", "the"))
        between = self.sentence.tokens[word.last + 1 : group.first - 1]
        verbs = any(token.is_verb for token in between)
        return opens and self.sentence.lower(group.first - 1) in be and not verbs and len(between) <= FAR

    def _is_one_captive(self, word: HarmWord) -> bool:
        """ "US hostage pleads for his life": somebody who was taken before."""
        group = self._group_at(word.first)
        one = group is not None and group.article and group.head == word.first
        return one and word.harm is Harm.CAPTURED

    def _of_state(self, word: HarmWord) -> list[People]:
        """ "two men dead", "shot dead three men", "fatally shot a clerk"."""
        sentence = self.sentence
        if (verb := told_deed(sentence, word, self.english)) is not None:
            done = word._replace(last=max(word.last, verb))
            return self._right(done)
        own = self._group_at(word.first - 1)  # "shot six people, one fatally"
        if not (own and own.bare) and (verb := fatal_verb(sentence, word)) is not None:
            return self._objects_of(verb, word)
        deed = sentence.tokens[word.first].lemma in self.english.tolls.fatal_deeds
        active = deed and not is_passive(sentence, word, self.english)
        right = self._right(word) if active else []  # "gunmen shot dead three men"
        if right or (active and not is_found(sentence, word) and not self._is_left_open(word)):
            return right
        return self._left(word) or self._subject(word)

    def _is_left_open(self, word: HarmWord) -> bool:
        """ "two men shot dead in the port": a headline's passive, behind which no object can begin."""
        following = self.sentence.token(word.last + 1)
        return following is None or following.pos in NO_OBJECT

    def _objects_of(self, verb: int, word: HarmWord) -> list[People]:
        for child in self.sentence.children[verb]:
            if self.sentence.tokens[child].dep in {"dobj", "obj"} and child > word.last:
                group = self._group_at(child) or self._apposed(child)
                return [] if group is None else self._behind(group, word)
        return []

    def _object_or_subject(self, word: HarmWord) -> list[People]:
        """The object of an active verb of harm, the subject of a passive one."""
        sentence, english = self.sentence, self.english
        if is_on_oneself(sentence, word):
            several = sentence.lower(word.last + 1) == "themselves"
            readings = (read(word) for read in (self._left, self._subject, self._doer))
            fitting = (found for found in readings if found and (found[0].low != 1) == several)
            return [*next(fitting, ()), *self._with_himself(word)]
        if is_under_way(sentence, word, english) or is_deed_of_others(sentence, word, english):
            return self._right(word) or self._object(word)
        return self._undergone(word)

    def _undergone(self, word: HarmWord) -> list[People]:
        """ "12 people were killed", "a blast killed 12"."""
        if is_passive(self.sentence, word, self.english):
            return [*(self._left(word) or self._subject(word)), *self._companions(word)]
        if self._is_of_number_before(word):
            return self._left(word)
        if right := self._right(word):
            return right
        named = self.english.harms[word.harm].patient_named  # "a child lost both legs" has no dead
        if is_perfect(self.sentence, word) or self.sentence.tokens[word.first].lemma in named:
            return self._object(word)  # "who has killed many"
        if self.sentence.tokens[word.first].tag == "VBN":
            return self._left(word) or self._subject(word)
        return self._object(word) or self._left(word)

    def _is_of_number_before(self, word: HarmWord) -> bool:
        """ "three killed, 13 wounded, 63 missing": the 13; not "a blast kills 3 injured 20"."""
        group = self._group_at(word.first - 1)
        if group is None or not group.bare or self.sentence.tokens[word.first].tag not in {"VBN", "VBD"}:
            return False
        return not any(other.last == group.first - 1 for other in self.words)

    def _doer(self, word: HarmWord) -> list[People]:
        """The one who does it ("a man shot his wife before killing himself")."""
        subject = subject_above(self.sentence, word.first)
        group = None if subject is None else self._group_at(subject)
        return [group] if group is not None and group.low == group.high == 1 else []

    def _with_himself(self, word: HarmWord) -> list[People]:
        """ "killed himself and 12 others": whom he took with him."""
        group = next((g for g in self.people if g.first > word.last), None)
        if group is None or self.sentence.lowers[word.last + 2 : group.first] not in JOINS:
            return []
        own = has_own_harm(self.sentence, group, self.words, word, self.english)
        return [] if own else self._behind(group, word)

    def _companions(self, word: HarmWord) -> list[People]:
        """ "who was detained along with two associates": people behind a passive verb that came to it too."""
        group = next((g for g in self.people if word.last < g.first <= word.last + NEAR), None)
        if group is None:
            return []
        between = without_owners(self.sentence, word.last + 1, group.first)
        kin = (
            group.article
            and group.head is not None
            and self.sentence.lowers[group.head] in self.english.people.kin
        )
        return self._behind(group, word) if between in WITH or (between == ("with",) and kin) else []

    def _before(self, group: People) -> list[People]:
        return listed_before(self.sentence, group, self.people, self.words, self.english)

    def _behind(self, group: People, word: HarmWord) -> list[People]:
        return self._listed(group, word, self.words)

    def _listed(self, group: People, word: HarmWord, words: Sequence[HarmWord]) -> list[People]:
        sentence, english = self.sentence, self.english
        return listed_behind(sentence, group, self.people, words=words, word=word, english=english)

    def _group_at(self, i: int) -> People | None:
        return next((group for group in self.people if group.first <= i <= group.last), None)

    def _left(self, word: HarmWord) -> list[People]:
        """Groups that end right before the word, but for auxiliaries and adverbs ("five were also
        killed").
        """
        for i in range(word.first - 1, -1, -1):
            group = self._group_at(i)
            if group is None:
                if is_passed(self.sentence, i, self.english) or self._ends_age(i):
                    continue
                return []
            if (alone := self._by_itself(group, word)) is not None:
                return alone
            if (outer := self._some_of(group, word)) is not None or self._names_others(group):
                outer = outer or self._governing(group)
                return [] if outer is None else self._before(outer)
            if group.subset and group.last == word.first - 1 and word.how == "state":
                return [group._replace(subset=False)]  # "700 people including 47 wounded": only the 47
            return self._before(group)
        return []

    def _by_itself(self, group: People, word: HarmWord) -> list[People] | None:
        """ "200 people were there, and *four of them* were shot": these and no more. Of a clause whose object
        the people are its subject."""
        if self.sentence.lowers[group.last] == "them":
            both = self.sentence.lowers[group.first] == "both"
            return [group._replace(subset=group.subset and not both)]
        if (pronoun := self._clause_of(group, word)) is None:
            return [] if self._is_done_to(group, word) else None
        return [one for one in self.people if one.last < pronoun and not one.subset][-1:]

    def _clause_of(self, group: People, word: HarmWord) -> int | None:
        """ "a man *who* shot two policemen was killed": the pronoun of a clause whose object the people are,
        while the word of harm is said of its subject."""
        lowers, sentence = self.sentence.lowers, self.sentence
        between = lowers[group.last + 1 : word.first]
        before = range(group.first - 1, -1, -1)
        pronoun = next((i for i in before if sentence.tokens[i].tag in RELATIVE_TAGS), None)
        if pronoun is None or "," in lowers[pronoun : word.first] or "and" in between:
            return None
        if group.bare or lowers[group.first - 1] in CONJOINING:
            return None  # "who were among the first there and 25 were hurt"
        verbs = [t for t in sentence.tokens[pronoun + 1 : group.first] if t.is_verb]
        if verbs and not CLAUSES.isdisjoint(lowers[verbs[-1].i + 1 : group.first]):
            return None  # "ten people who stayed after a guard was killed"
        told = not WAS.isdisjoint(between) or (sentence.title and not between)
        told = told or (not between and self._is_of_noun_before(pronoun, word))
        return pronoun if verbs and told and not any(t.lower in PERCEIVING for t in verbs) else None

    def _is_of_noun_before(self, pronoun: int, word: HarmWord) -> bool:
        """ "militants *who* had killed nine people fled": whether the parse has the noun before the clause
        for the subject of the word, and so not the people right before it."""
        subjects = [
            child for child in self.sentence.children[word.first] if self.sentence.deps[child] in SUBJECTS
        ]
        return word.how == "agent" and any(child < pronoun for child in subjects)

    def _some_of(self, group: People, word: HarmWord) -> People | None:
        """ "two of the four hostages died": the two; not "one of the four hostages killed in the raid"."""
        apart = word.first > group.last + 1 or self.sentence.tokens[word.first].tag != "VBN"
        apart = apart or word.how == "agent"
        some = self._group_at(group.first - 2) if self.sentence.lower(group.first - 1) == "of" else None
        return some if apart and some is not None and some.subset and some.low else None

    def _names_others(self, group: People) -> bool:
        """ "two friends of the leader were killed", not "the father of a girl shot in the street"."""
        after = self.sentence.token(group.last + 1)
        apart = after is not None and after.lower != "who" and not is_undergone(after, self.english)
        return group.article and apart and self._is_in_phrase(group)

    def _is_in_phrase(self, group: People) -> bool:
        """ "two friends of the leader were killed": the leader only says whose friends they are."""
        head = self.sentence.tokens[group.head] if group.head is not None else None
        return head is not None and head.dep == "pobj" and self.sentence.lowers[head.head] == "of"

    def _governing(self, group: People) -> People | None:
        head = self.sentence.tokens[group.head or group.last]
        return self._group_at(self.sentence.tokens[head.head].head)

    def _ends_age(self, i: int) -> bool:
        """ "left Omar Haddad, 61, dead": the comma behind an age, or behind a name before "were"."""
        group = self._group_at(i - 1)
        if self.sentence.lowers[i] != "," or group is None:
            return False
        before_verb = self.sentence.around[i + 1] in self.english.grammar.be
        if before_verb and group.named:
            return not self._opens_names(group)
        return self.sentence.lowers[i - 1].isdigit()

    def _opens_names(self, last: People) -> bool:
        """ "four others, Omar Haddad, 40; … and Said Omar, 53, were hurt": names of some of the four."""
        return any(
            (one.low or 0) > 1 and one.last < last.first and self.sentence.lower(one.last + 1) == ","
            for one in self.people
        )

    def _right(self, word: HarmWord) -> list[People]:
        """Groups that follow the word at once: "killing 32 people", "injured 32", "killed or wounded
        dozens".
        """
        group = next((g for g in self.people if word.last < g.first <= word.last + NEAR), None)
        if group is None or self._has_own(group, word):
            return []
        between = self.sentence.tokens[word.last + 1 : group.first]
        if (
            self._group_at(word.first - 1)
            and self.sentence.title
            and self.sentence.lower(word.last + 1) == ","
        ):
            return []  # "driver killed, 12 passengers safe"
        if between and between[0].lower in CONJOINING and self._is_told_by_other(group, word):
            return []  # "the man killed and the three wounded women"
        if self._group_at(word.first - 1) and any(word.last < w.first < group.first for w in self.words):
            return []  # "left two people wounded and killed a third"
        if self._says_who_they_were(word):
            return []
        return self._behind(group, word) if all(map(self._leads_to_people, between)) else []

    def _has_own(self, group: People, word: HarmWord) -> bool:
        """Whether another word of harm behind the people is said of them."""
        if not has_own_harm(self.sentence, group, self.words, word, self.english):
            return False
        following = next((other for other in self.words if other.first > group.last), None)
        return following is None or self._clause_of(group, following) is None

    def _is_told_by_other(self, group: People, word: HarmWord) -> bool:
        """Whether another word of harm says who the people are."""
        return any(w is not word and group.first < w.first < (group.head or 0) for w in self.words)

    def _says_who_they_were(self, word: HarmWord) -> bool:
        """ "one of the men killed *was* a soldier"; not "among the 12 killed were two soldiers"."""
        own, following = self._group_at(word.first - 1), self.sentence.lower(word.last + 1)
        if own is None or following not in self.english.grammar.be:
            return False
        return "among" not in self.sentence.lowers[max(0, own.first - 2) : own.first]

    def _leads_to_people(self, token: Token) -> bool:
        tolls = self.english.tolls
        if token.lower in tolls.before_people or token.pos == "ADV":
            return True
        if token.lower in tolls.between and token.lower not in tolls.relatives:
            return True
        return any(other.first <= token.i <= other.last for other in self.words)

    def _subject(self, word: HarmWord) -> list[People]:
        """The subject of the word's verb, by the parse, else the nearest group to its left in its clause."""
        token = self.sentence.tokens[word.first]
        if some := self._of_whom(word):
            return some
        if self._is_said_of_others(word) or self._has_uncounted_subject(word):
            return []
        if token.dep == "relcl":
            antecedent = self._group_at(token.head)
            whole = antecedent is not None and not tells_of_some(self.sentence, antecedent.last, word)
            return [antecedent] if antecedent is not None and whole else []
        if (agreeing := self._agreeing(word)) is not None:
            return agreeing
        return self._parsed_subject(word)

    def _parsed_subject(self, word: HarmWord) -> list[People]:
        token = self.sentence.tokens[word.first]
        governors = list(self.sentence.ancestors(token.i))[:2] if token.dep in SAID_OF_SUBJECT else []
        for verb in (token.i, *governors):
            for child in self.sentence.children[verb]:
                if child > word.first or self.sentence.tokens[child].dep not in SUBJECTS:
                    continue
                group = self._group_at(child)
                if group is not None and not (
                    group.article and verb != token.i and self._has_subject(token.i)
                ):
                    return self._behind(group, word)
                if verb != token.i and token.dep == "xcomp" and has_object(self.sentence, verb):
                    return self._nearest_left(word)  # "a raid that let prisoners escape"
        return self._nearest_left(word)

    def _agreeing(self, word: HarmWord) -> list[People] | None:
        """The people that the auxiliary agrees with, where the parser takes a noun of the other number for
        the subject: "three men charged after *a woman* was killed", "*ten people* who fled after the raid
        were killed"; None where it does not."""
        sentence = self.sentence
        child = next((c for c in sentence.children[word.first] if sentence.deps[c] in SUBJECTS), None)
        at = word.first - 1
        while at > 0 and sentence.tokens[at].pos in {"ADV", "AUX"}:
            at -= 1
        auxiliaries = set(sentence.lowers[at + 1 : word.first])
        if child is None or child > at:
            return None
        group, beside = self._group_at(child), sentence.tokens[at]
        if group is not None and group.low != 1 and auxiliaries & OF_ONE:
            if beside.dep != "pobj" or sentence.lowers[beside.head] not in TIMES:
                return None
            own = self._group_at(at)
            return [] if own is None else self._behind(own, word)
        if group is None and child == at and beside.tag == "NN" and auxiliaries & OF_SEVERAL:
            marked = any(sentence.lowers[c] in TIMES for c in sentence.children[word.first] if c < child)
            above = (self._group_at(i) for i in sentence.ancestors(word.first)) if marked else ()
            told = next((one for one in above if one is not None and one.low != 1), None)
            return None if told is None else self._before(told)
        return None

    def _is_said_of_others(self, word: HarmWord) -> bool:
        """ "five people died and others were wounded": of people whom nobody counts."""
        i = word.first - 1
        while i >= 0 and self.sentence.lowers[i] not in OTHERS:
            if not is_passed(self.sentence, i, self.english):
                return False
            i -= 1
        return i >= 0 and self._group_at(i) is None and not self._is_joined(i)

    def _has_uncounted_subject(self, word: HarmWord) -> bool:
        """ "six men were killed and 30 houses were seized": whom it is said of is told, and is no group."""
        if self.sentence.deps[word.first] == "relcl":
            return False
        for child in self.sentence.children[word.first]:
            if self.sentence.deps[child] in {"nsubj", "nsubjpass"} and child < word.first:
                other = is_last_of_several(self.sentence, child - 1) if child else False
                numbered = other or self.sentence.has_child(child, {"nummod"})
                phrase = range(self.sentence.subtree(child)[0], child + 1)
                return numbered and not any(map(self._group_at, phrase))
        return False

    def _is_joined(self, i: int) -> bool:
        """ "his son and the others died"."""
        k = i - 1 - (self.sentence.lower(i - 1) == "the")
        return k > 0 and self.sentence.lowers[k] in CONJOINING and self._group_at(k - 1) is not None

    def _has_subject(self, verb: int) -> bool:
        return self.sentence.has_child(verb, {"nsubj", "nsubjpass"})

    def _nearest_left(self, word: HarmWord) -> list[People]:
        before = [group for group in self.people if group.last < word.first]
        for group in reversed(before):
            if not self._is_open(group.last, word):
                break
            if (group.subset and group is not before[0]) or (group.article and self._is_in_phrase(group)):
                continue
            if self._is_done_to(group, word):
                return []
            parts = [g for g in self.people if g.subset and group.last < g.first < word.first]
            return [group, *parts] if parts else self._before(group)
        return []

    def _is_done_to(self, group: People, word: HarmWord) -> bool:
        """ "The man accused of killing *six worshippers* was wounded": of people in what a clause or phrase
        with a verb tells of the person of whom the word is said."""
        sentence = self.sentence
        subject = next((c for c in sentence.children[word.first] if sentence.deps[c] in SUBJECTS), None)
        head = group.last if group.head is None else group.head
        between = sentence.lowers[group.last + 1 : word.first]
        if word.how != "agent" and self.english.grammar.be.isdisjoint(between):
            return False  # "a shooting that left five men injured"
        if subject is None or sentence.deps[head] not in {"dobj", "obj"}:
            return False
        armed = sentence.lemmas[subject] in self.english.kinds.force
        if not armed and person_class(sentence, subject, self.english) is None:
            return False
        for i in sentence.ancestors(head):
            if i == subject:
                return False
            if sentence.tokens[i].is_verb:
                return subject in sentence.ancestors(i)
        return False

    def _is_open(self, last: int, word: HarmWord) -> bool:
        """Whether nothing ends the clause between token `last` and the word of harm."""
        tolls = self.english.tolls
        if tells_of_some(self.sentence, last, word):
            return False
        for token in self.sentence.tokens[last + 1 : word.first]:
            if token.lower in tolls.stretch_ends:
                return False
            if token.pos == "VERB" and token.tag in FINITE and token.lemma not in tolls.stretch_verbs:
                return False
            if any(w.first <= token.i <= w.last and w.how in {"state", "patient"} for w in self.words):
                return False
        return word.first - last < FAR

    def _of_whom(self, word: HarmWord) -> list[People]:
        """ "40 people, 12 of whom died": a part of those told before."""
        before = range(word.first - 2, max(-1, word.first - NEAR), -1)
        at = next((i for i in before if self.sentence.reads(i, ("of", "whom"))), 0)
        group = self._group_at(at - 1) if at else None
        return [] if group is None or group.last != at - 1 else [group._replace(subset=True)]

    def _object(self, word: HarmWord) -> list[People]:
        """An object further to the right, by the parse."""
        for child in self.sentence.children[word.first]:
            if self.sentence.tokens[child].dep in {"dobj", "obj"}:
                group = self._group_at(child) or self._apposed(child)
                if group is None or group.first <= word.last or self._is_anothers(group, word):
                    continue
                if not self._is_headline_pair(group, word):
                    return self._behind(group, word)
        return []

    def _is_headline_pair(self, group: People, word: HarmWord) -> bool:
        """ "Boy killed three others wounded": a comma is lost, the group has its own harm behind it."""
        adjacent = group.first == word.last + 1
        return adjacent and has_own_harm(self.sentence, group, self.words, word, self.english)

    def _apposed(self, name: int) -> People | None:
        """ "killing X, a rebel leader": the person whose name is the object."""
        appositions = (c for c in self.sentence.children[name] if self.sentence.tokens[c].dep == "appos")
        found = (self._group_at(child) for child in appositions)
        return next((group for group in found if group is not None and group.article), None)

    def _is_anothers(self, group: People, word: HarmWord) -> bool:
        """ "Rebels kill 83, injured 100 soldiers": a number and a harm of its own stand between."""
        number = any(word.last < other.first < group.first for other in self.people)
        return number and any(word.last < other.first < group.first for other in self.words)

    def _after_of(self, word: HarmWord) -> list[People]:
        """ "the deaths of 12 people", "the lives of at least 63 rebels and 21 fighters", "12 bodies"."""
        counted = [g for g in self.people if word.first in (g.head, g.last)]
        if counted and self.sentence.lower(word.last + 1) == "among":
            return counted  # "two deaths among the nine who were shot"
        if self.sentence.lower(word.last + 1) in {"of", "to", "on", "among"}:
            near = (g for g in self.people if word.last + 1 < g.first <= word.last + 4)
            if (group := next(near, None)) is not None:
                return self._listed(group, word, ())
        return [group for group in self.people if group.head is not None and group.head == word.first]
