"""Write docs/commands.md, the reference of the command line, from the commands themselves.

python docs/make_commands.py
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from typer import Typer
from typer.models import ArgumentInfo, OptionInfo

from dateline.cli.app import app

PAGE = Path(__file__).with_name("commands.md")
HEAD = """\
<!-- Written by docs/make_commands.py; `make docs` writes it anew. -->
# Commands

| exit status | means |
|---|---|
| 0 | all went well |
| 1 | some input was left out, or `dateline check` found something wrong; the rest was done |
| 2 | it could not run: a wrong option, a ledger or a knowledge file that cannot be used |
| 130 | it was stopped with Ctrl-C; what was recorded is kept |

`dateline --version` prints the version, `dateline COMMAND --help` what stands below.
"""
VALUES = {
    Path: "PATH",
    list[Path]: "PATH",
    int: "N",
    datetime: "YYYY-MM-DD",
    str: "TEXT",
    list[str]: "TEXT",
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument or option of a command; `default` is None where there is none to tell."""

    name: str
    value: str
    option: bool
    required: bool
    repeated: bool
    help: str
    default: object

    @property
    def usage(self) -> str:
        """How it stands in the command's usage line."""
        shown = f"{self.name} {self.value}".strip() + ("..." if self.repeated else "")
        return shown if self.required else f"[{shown}]"

    @property
    def row(self) -> str:
        """Its row of the table."""
        end = f" Default: `{self.default}`." if self.default not in (None, False) else ""
        name = f"{self.name} {self.value}".strip().replace("|", "\\|")
        return f"| `{name}` | {'**Required.** ' if self.option and self.required else ''}{self.help}{end} |"


def commands() -> dict[str, Callable[..., Any]]:
    """The functions behind the commands, by the commands' names; those of a group after all others."""
    found = _registered(app)
    for group in app.registered_groups:
        inner = group.typer_instance
        assert inner is not None
        found |= {f"{group.name} {name}": command for name, command in _registered(inner).items()}
    return found


def _registered(of: Typer) -> dict[str, Callable[..., Any]]:
    return {
        info.name or callback.__name__: callback
        for info in of.registered_commands
        if (callback := info.callback) is not None
    }


def parameters(command: Callable[..., Any]) -> list[Parameter]:
    """What the command takes: arguments first, then options, each in the order of its signature."""
    hints = get_type_hints(command, include_extras=True)
    found = [
        _parameter(name, hints[name], given.default)
        for name, given in inspect.signature(command).parameters.items()
    ]
    return sorted(found, key=lambda parameter: parameter.option)


def _parameter(name: str, hint: Any, default: object) -> Parameter:
    annotation, info = hint.__origin__, hint.__metadata__[0]
    assert isinstance(info, OptionInfo | ArgumentInfo)
    kind = annotation
    if isinstance(annotation, UnionType):
        (kind,) = (part for part in get_args(annotation) if part is not NoneType)
    option = isinstance(info, OptionInfo)
    # In an annotation, Typer takes the first declared name for the default.
    declared = [str(one) for one in (info.default, *(info.param_decls or ())) if str(one).startswith("-")]
    return Parameter(
        name=", ".join(declared or [f"--{name.replace('_', '-')}"])
        if option
        else info.metavar or name.removesuffix("s").upper(),
        value="" if not option or kind is bool else info.metavar or VALUES[kind],
        option=option,
        required=default is inspect.Parameter.empty,
        repeated=get_origin(kind) is list,
        help=" ".join((info.help or "").split()),
        default=None if default is inspect.Parameter.empty else default,
    )


def page() -> str:
    """The whole reference."""
    return "\n".join([HEAD, *_sections()])


def _sections() -> Iterator[str]:
    for name, command in commands().items():
        taken = parameters(command)
        needed = [parameter.usage for parameter in taken if parameter.required or not parameter.option]
        more = (
            ["[OPTIONS]"] if any(parameter.option and not parameter.required for parameter in taken) else []
        )
        yield f"## dateline {name}\n\n    {' '.join(['dateline', name, *needed, *more])}\n"
        for paragraph in inspect.cleandoc(command.__doc__ or "").split("\n\n"):
            yield " ".join(paragraph.split()) + "\n"
        yield "| | |\n|---|---|"
        yield from (parameter.row for parameter in taken)
        yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
