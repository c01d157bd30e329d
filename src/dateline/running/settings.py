"""What a run is set to, and the fingerprint that says whether its results still hold."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline import __version__
from dateline.coding.parsing import DEFAULT_MODEL
from dateline.errors import KnowledgeError
from dateline.resolving.places import gazetteer_label


@dataclass(frozen=True)
class RunSettings:
    """`model` is a spaCy package; `lexicon` the user's folder of knowledge files; `processes` the
    number of worker processes (1: code in this one); `everything` reads what does not speak of violence
    too; `places` the folder of the user's own places, None for the usual one."""

    model: str = DEFAULT_MODEL
    lexicon: Path | None = None
    processes: int = 1
    everything: bool = False
    places: Path | None = None

    def __post_init__(self) -> None:
        if self.lexicon is not None and not self.lexicon.is_dir():
            raise KnowledgeError(
                f"{self.lexicon}: no such folder; --lexicon names a folder of knowledge files"
            )
        if self.places is not None and not self.places.is_dir():
            raise KnowledgeError(
                f"{self.places}: no such folder; --places names one that `dateline places add` has filled"
            )

    @cached_property
    def coder(self) -> str:
        """Name, version, model, knowledge and gazetteer of the coder: the same string, the same claims."""
        read = " everything" if self.everything else ""
        gazetteer = gazetteer_label(self.places)
        return f"rules {__version__} {self.model} {self._knowledge} {gazetteer}{read}"

    @cached_property
    def linker(self) -> str:
        """Version and knowledge of linking and weighing."""
        return f"link {__version__} {self._knowledge}"

    @cached_property
    def _knowledge(self) -> str:
        digest = hashlib.sha256()
        for name, content in sorted(_knowledge_files(files("dateline.ontology") / "data", "")):
            digest.update(name.encode() + b"\0" + content + b"\0")
        if self.lexicon is not None:
            for path in sorted(self.lexicon.rglob("*")):
                if path.suffix in {".yaml", ".csv"} and path.is_file():
                    digest.update(
                        str(path.relative_to(self.lexicon)).encode() + b"\0" + path.read_bytes() + b"\0"
                    )
        return digest.hexdigest()[:12]


def _knowledge_files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _knowledge_files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".yaml", ".csv")):
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
