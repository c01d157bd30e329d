"""What the coder knows of English, read from the files in data/en: triggers, weapons, harms, cues, ...

A user's folder may hold an `en` folder with files of the same names, which take their place. A module
for each group of files; `entries` reads and checks them, `lexicon` puts them together.
"""

from dateline.ontology.english.cues import Cues, SpeechWords
from dateline.ontology.english.entries import Words, split_words
from dateline.ontology.english.events import EventWords, Grammar, KindWords, WeaponWords
from dateline.ontology.english.harms import HarmOpening, HarmWords, TollWords
from dateline.ontology.english.lexicon import English, load_english
from dateline.ontology.english.openings import FUNCTION_WORDS, Openings, Opens
from dateline.ontology.english.people import PeopleWords
from dateline.ontology.english.quantities import NUMBER_WORDS, QuantityWords
from dateline.ontology.english.relevance import RelevanceWords, forms_of
from dateline.ontology.english.statuses import StatusLexicon, StatusWords
from dateline.ontology.english.triggers import Trigger

__all__ = [
    "FUNCTION_WORDS",
    "NUMBER_WORDS",
    "Cues",
    "English",
    "EventWords",
    "Grammar",
    "HarmOpening",
    "HarmWords",
    "KindWords",
    "Openings",
    "Opens",
    "PeopleWords",
    "QuantityWords",
    "RelevanceWords",
    "SpeechWords",
    "StatusLexicon",
    "StatusWords",
    "TollWords",
    "Trigger",
    "WeaponWords",
    "Words",
    "forms_of",
    "load_english",
    "split_words",
]
