"""The tree of what can go wrong, each with a message that says what, where and what to do.

DatelineError
├── InputError        something that was to be read cannot be (a file, a line, a page)
├── KnowledgeError    a lexicon or settings file is wrong; names file and line
├── SpanError         a quote or mention does not match the stored text
├── LedgerError       the ledger cannot be opened, or refuses a row
├── NotFoundError     no such story, claim or incident
└── ResourceError     the disk or the memory that a step needs is used up
"""


class DatelineError(Exception):
    """Anything that Dateline itself reports; its text is fit to show to a user."""


class InputError(DatelineError):
    """Something that was to be read cannot be."""


class KnowledgeError(DatelineError):
    """A lexicon or settings file is wrong; the message names file and line."""


class SpanError(DatelineError):
    """A span does not match the stored text of its story."""


class LedgerError(DatelineError):
    """The ledger cannot be opened, or refuses a row."""


class NotFoundError(DatelineError):
    """No story, claim or incident goes by that id."""


class ResourceError(DatelineError):
    """The disk or the memory that a step needs is used up; the message says where room is needed."""
