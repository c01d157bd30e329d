"""`dateline code`: claims as JSON Lines on standard output; needs no ledger."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import typer

from dateline.cli.options import (
    Everything,
    Inputs,
    Lexicon,
    Model,
    Outlet,
    Places,
    Processes,
    Published,
    cores,
    day,
)


def code(
    inputs: Inputs,
    outlet: Outlet = None,
    published: Published = None,
    lexicon: Lexicon = None,
    places: Places = None,
    model: Model = None,
    everything: Everything = False,
    processes: Processes = None,
) -> None:
    """Write the claims of stories as JSON Lines to standard output.

    What could not be read or coded is told on standard error; then the exit status is 1.
    """
    from dateline.cli.words import left_out_words
    from dateline.coding.parsing import DEFAULT_MODEL
    from dateline.model import LeftOut, Story
    from dateline.model.jsonform import claim_to_json, json_line
    from dateline.reading import read_inputs
    from dateline.running.coding import code_stories
    from dateline.running.settings import RunSettings

    settings = RunSettings(model or DEFAULT_MODEL, lexicon, cores(processes), everything, places)
    failures = 0

    def told(item: LeftOut) -> None:
        nonlocal failures
        failures += 1
        print(f"dateline: left out ({item.reason}): {left_out_words(item)}", file=sys.stderr)

    def stories() -> Iterator[Story]:
        for item in read_inputs(inputs, outlet=outlet, published=day(published), stdin=sys.stdin.buffer):
            if isinstance(item, LeftOut):
                told(item)
            else:
                yield item

    out = sys.stdout.buffer
    try:
        for result in code_stories(stories(), settings):
            if isinstance(result, LeftOut):
                told(result)
                continue
            for claim in result[1]:
                out.write((json_line(claim_to_json(claim)) + "\n").encode("utf-8", "backslashreplace"))
        out.flush()
    except BrokenPipeError:
        # The reader of our pipe (head, less) has had enough; Python would complain again on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    if failures:
        raise typer.Exit(1)
