"""A run that records stories and kills itself: `python recording_until_killed.py LEDGER KILL_AT`.

KILL_AT counts the moments at which SQLite lets a program look in on it, every hundred steps of its
virtual machine: so the kill falls into the middle of migrations, statements and transactions, and
not between them. 0 records to the end and prints how many moments there were.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from dateline.ledger import Ledger
from tests.ledger.samples import CODER, denial, sample_incident, sample_story, toll_claim

STORIES = [f"story-{number:03}" for number in range(60)]
BATCH = 12


def record(path: Path) -> None:
    """What a run does: the stories that are not known, then the incidents.

    Every fifth story came before with another text, so that the run makes new versions too.
    """
    with Ledger.open(path) as ledger:
        for killed, names in ((5, STORIES[::5]), (7, STORIES)):
            stories = [sample_story(name, killed=killed) for name in names]
            texts = {story.id for story in ledger.stories()}
            if killed == 5:
                stories = [story for story in stories if story.id not in texts]
            for start in range(0, len(stories), BATCH):
                batch = [story for story in stories[start : start + BATCH] if not ledger.known(story, CODER)]
                coded = [(story, [toll_claim(story, killed=killed), denial(story)]) for story in batch]
                ledger.add(coded, coder=CODER)
            if not ledger.linked():
                link(ledger)


def link(ledger: Ledger) -> None:
    """An incident for every two stories, the second of which copies the first."""
    tolls = [claim for claim in ledger.claims() if claim.tolls]
    pairs = [tolls[start : start + 2] for start in range(0, len(tolls), 2)]
    incidents = [sample_incident(*pair, id=f"incident-{number}") for number, pair in enumerate(pairs)]
    ledger.replace_incidents(incidents, {claim.story: pair[0].story for pair in pairs for claim in pair})


def main(path: Path, kill_at: int) -> None:
    moments = 0

    def look_in() -> int:
        nonlocal moments
        moments += 1
        if moments == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    @event.listens_for(Engine, "connect")
    def _watch(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        # So small that a transaction writes into the file, and not first when it is committed.
        connection.execute("PRAGMA cache_size = 5")
        connection.set_progress_handler(look_in, 100)

    record(path)
    print(moments)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
