"""Coding many stories, in this process or in several, in the order they came."""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice

from dateline.coding.coder import RuleCoder
from dateline.coding.drafts import CodedStory
from dateline.coding.kept import coded_to_json
from dateline.errors import DatelineError
from dateline.model import Claim, LeftOut, Story
from dateline.resolving.claims import Resolver
from dateline.running.settings import RunSettings

BATCH = 32
"""Stories that a worker takes at a time."""

AHEAD = 3
"""Batches in the works per worker: what bounds the memory of a run."""

YOUNG_OBJECTS = 50_000
"""New objects between two looks of a worker's garbage collector: some stories' worth of words."""

Coded = tuple[Story, list[Claim]] | LeftOut


@dataclass(frozen=True, slots=True)
class Kept:
    """A coded story with its claims. `drafts` are what is kept of one of unknown date (`coding.kept`), so
    that its days can be read when the date is known; None for others, and when nothing was found."""

    story: Story
    claims: list[Claim]
    drafts: str | None


@dataclass
class _Worker:
    coder: RuleCoder
    resolver: Resolver

    def code(self, stories: list[Story]) -> list[Kept | LeftOut]:
        """The claims of each story; a story that the coder fails on costs no other."""
        try:
            return [
                Kept(coded.parsed.story, self.resolver.resolve(coded), _drafts(coded))
                for coded in self.coder.code(stories)
            ]
        except Exception as error:  # whatever a story breaks, the others go on
            if len(stories) == 1:
                return [_failed(stories[0], error)]
            return [result for story in stories for result in self.code([story])]


def _drafts(coded: CodedStory) -> str | None:
    return coded_to_json(coded) if coded.parsed.story.published is None and coded.claims else None


def _failed(story: Story, error: Exception) -> LeftOut:
    return LeftOut(
        story.location or story.id,
        "coding-failed",
        f"story {story.id} could not be coded ({type(error).__name__}: {error}); "
        "please report it with the story's text; the other stories were coded",
    )


_worker: _Worker | None = None


def _start(settings: RunSettings) -> None:
    global _worker  # noqa: PLW0603 - one worker a process, made once
    _worker = _new_worker(settings)
    settle_memory()


def settle_memory() -> None:
    """Tell the garbage collector that what is loaded stays (model, lexicons): it looks through it no
    more, and seldom through the words of the stories at hand. For a process that does nothing but code."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, 20, 50)


def _new_worker(settings: RunSettings) -> _Worker:
    coder = RuleCoder(settings.lexicon, settings.model, everything=settings.everything)
    return _Worker(coder, Resolver.load(settings.lexicon, settings.places))


def _code_batch(stories: list[Story]) -> list[Kept | LeftOut]:
    assert _worker is not None
    return _worker.code(stories)


def code_stories(stories: Iterable[Story], settings: RunSettings) -> Iterator[Coded]:
    """Each story with its claims, as `code_and_keep` does."""
    for item in code_and_keep(stories, settings):
        yield item if isinstance(item, LeftOut) else (item.story, item.claims)


def code_and_keep(stories: Iterable[Story], settings: RunSettings) -> Iterator[Kept | LeftOut]:
    """Each story with its claims, in order; a LeftOut in the place of one that could not be coded.

    Starts `settings.processes` workers when there is more than one batch; holds a few batches at a time.
    Raises KnowledgeError when a lexicon is wrong or the model is not installed.
    """
    stories = iter(stories)
    first = list(islice(stories, BATCH))
    if not first:
        return
    second = list(islice(stories, BATCH)) if settings.processes > 1 else []
    if not second:
        worker = _new_worker(settings)
        for batch in chain([first], _batches(stories)):
            yield from worker.code(batch)
        return
    # A wrong lexicon is reported here, an index that is lacking made once.
    Resolver.load(settings.lexicon, settings.places)
    yield from _in_processes(chain([first, second], _batches(stories)), settings)


def _batches(stories: Iterator[Story]) -> Iterator[list[Story]]:
    while batch := list(islice(stories, BATCH)):
        yield batch


def _in_processes(batches: Iterable[list[Story]], settings: RunSettings) -> Iterator[Kept | LeftOut]:
    context = multiprocessing.get_context("spawn")
    pending: deque[Future[list[Kept | LeftOut]]] = deque()
    with ProcessPoolExecutor(settings.processes, context, initializer=_start, initargs=(settings,)) as pool:
        try:
            for batch in batches:
                pending.append(pool.submit(_code_batch, batch))
                if len(pending) >= settings.processes * AHEAD:
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        except BrokenPipeError:
            raise
        except Exception as error:
            pool.shutdown(wait=False, cancel_futures=True)
            if isinstance(error, DatelineError):
                raise
            raise DatelineError(f"a worker process ended early ({error}); try --processes 1") from error
