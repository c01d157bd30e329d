"""How an incident is written in ACLED's terms: the rules of acled.yaml and acled_countries.csv."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model import Actor, Codes, EventType, Harm, Incident
from dateline.ontology.event_types import load_event_types
from dateline.ontology.files import LINE, KnowledgeFile, knowledge_file, read_csv
from dateline.ontology.tables import Table
from dateline.publishing.parties import UNIDENTIFIED, Parties, shown
from dateline.weighing import overall_toll

FILE = "acled.yaml"
COUNTRIES = "acled_countries.csv"
NOBODY = 0
INTER_CODES = frozenset(range(1, 9))


@dataclass(frozen=True, slots=True)
class AcledCountry:
    """`iso` is ISO 3166-1 numeric, None where there is none; `name` and `region` are ACLED's."""

    iso: int | None
    name: str
    region: str


@dataclass(frozen=True, slots=True)
class Refinement:
    """Incidents of `types` whose sides have one of the inter codes (None: whatever they have), with people
    hurt where `hurt`, are `code`."""

    types: frozenset[EventType]
    by: frozenset[int] | None
    against: frozenset[int] | None
    hurt: bool
    code: Codes


@dataclass(frozen=True, slots=True)
class AcledRules:
    """What acled.yaml says; see its comments. `violent` are the event types that can harm people."""

    types: Mapping[EventType, Codes | None]
    violent: frozenset[EventType]
    refine: tuple[Refinement, ...]
    inter: Mapping[str, int]
    inter_abroad: int
    inter_riot: int
    names: Mapping[str, str]
    names_without_country: Mapping[str, str]
    name_riot: str
    of_states: frozenset[str]
    disorder: Mapping[str, str]
    sub_disorder: Mapping[str, str]
    targeting_codes: frozenset[str]
    targeting_inter: frozenset[int]
    targeting_unless: frozenset[str]
    targeting_unsaid: frozenset[str]
    time_precision: Mapping[int, int]
    geo_precision: Mapping[int, int]
    countries: Mapping[str, AcledCountry]

    def inter_of(self, actor: Actor | None, incident: Incident) -> int:
        """The actor's inter code; `NOBODY` where there is none.

        Nobody knows that people who are not identified are armed, unless they did something violent.
        """
        if actor is None or (actor.kind == UNIDENTIFIED and incident.event not in self.violent):
            return NOBODY
        if incident.event is EventType.RIOT and actor.kind in {"protesters", "civilians"}:
            return self.inter_riot
        here = incident.place.country if incident.place else None
        if actor.kind in self.of_states and actor.country and here and actor.country != here:
            return self.inter_abroad
        return self.inter.get(actor.kind or "", NOBODY)

    def name_of(self, actor: Actor, incident: Incident) -> str:
        """What the actor is called in ACLED's way (see `names`)."""
        form = self.names.get(actor.kind or "")
        if actor.kind == UNIDENTIFIED and incident.event not in self.violent:
            form = None
        if incident.event is EventType.RIOT and self.inter_of(actor, incident) == self.inter_riot:
            form = self.name_riot
        of_state = actor.kind in self.of_states
        code = actor.country if of_state else incident.place and incident.place.country
        country = self.countries.get(code or "")
        named = bool(actor.id or actor.name) and not (of_state and (actor.id or "")[:4] in {"mil:", "gov:"})
        if named or form is None:
            return shown(actor)
        if country is None:
            return self.names_without_country.get(actor.kind or "") or shown(actor)
        return form.format(country=country.name)

    def code_of(self, incident: Incident, sides: Parties) -> Codes | None:
        """The incident's event type and sub-event type; None for what ACLED does not record."""
        by = self.inter_of(next(iter(sides.doers), None), incident)
        against = self.inter_of(next(iter(sides.targets), None), incident)
        hurt = _hurt(incident)
        for entry in self.refine:
            if (
                incident.event in entry.types
                and (entry.by is None or by in entry.by)
                and (entry.against is None or against in entry.against)
                and (hurt or not entry.hurt)
            ):
                return entry.code
        return self.types[incident.event]

    def disorder_of(self, code: Codes) -> str:
        """ACLED's disorder_type."""
        return self.sub_disorder.get(code.detail or "") or self.disorder[code.category]

    def targets_civilians(self, event: EventType, code: Codes, against: int) -> bool:
        """Whether ACLED's civilian_targeting is said of it."""
        if against == NOBODY and event in self.targeting_unsaid:
            return False
        if {code.category, code.detail} & self.targeting_codes:
            return True
        return against in self.targeting_inter and code.category not in self.targeting_unless


def _hurt(incident: Incident) -> bool:
    tolls = (overall_toll(incident, harm) for harm in (Harm.KILLED, Harm.INJURED))
    return any(toll is not None and toll.best for toll in tolls)


def read_acled_rules(knowledge: Path | None = None) -> AcledRules:
    """The rules of acled.yaml, acled_countries.csv and event_types.yaml, the user's before the package's.

    Raises KnowledgeError, naming file and line where known.
    """
    file = knowledge_file(FILE, knowledge)
    table = Table.of_file(file)
    disorder = dict(table.mapping("disorder"))
    sub_disorder = disorder.pop("sub-events", {})
    targeting = table.mapping("civilian-targeting")
    kinds = load_event_types(knowledge).values()
    rules = AcledRules(
        types={kind.type: kind.acled for kind in kinds},
        violent=frozenset(kind.type for kind in kinds if kind.violent),
        refine=tuple(_refinement(file, entry) for entry in _entries(table, "refine")),
        inter={kind: _inter(file, code) for kind, code in table.mapping("inter").items()},
        inter_abroad=_inter(file, table.value("inter-abroad")),
        inter_riot=_inter(file, table.value("inter-riot")),
        names={kind: _form(file, form) for kind, form in table.mapping("names").items()},
        names_without_country=table.mapping("names-without-country"),
        name_riot=_form(file, table.value("name-riot")),
        of_states=frozenset(table.words("of-states")),
        disorder=disorder,
        sub_disorder={name: text for name, text in sub_disorder.items() if name != LINE},
        targeting_codes=frozenset(targeting.get("codes", ())),
        targeting_inter=frozenset(targeting.get("inter", ())),
        targeting_unless=frozenset(targeting.get("unless", ())),
        targeting_unsaid=frozenset(targeting.get("unsaid", ())),
        time_precision=table.mapping("time-precision"),
        geo_precision=table.mapping("geo-precision"),
        countries=read_countries(knowledge),
    )
    for code in (*rules.types.values(), *(entry.code for entry in rules.refine)):
        if code is not None and code.category not in rules.disorder:
            raise file.error(None, f"disorder: nothing is said of {code.category!r}")
    return rules


def read_countries(knowledge: Path | None = None) -> dict[str, AcledCountry]:
    """ACLED's countries by ISO 3166-1 alpha-3 code. Raises KnowledgeError, naming the line."""
    file = knowledge_file(COUNTRIES, knowledge)
    countries = {}
    for line, row in read_csv(file, ("iso3", "iso", "country", "region")):
        if row["iso"] and not row["iso"].isdigit():
            raise file.error(line, f"iso is a number, not {row['iso']!r}")
        iso = int(row["iso"]) if row["iso"] else None
        countries[row["iso3"]] = AcledCountry(iso, row["country"], row["region"])
    return countries


def _entries(table: Table, name: str) -> list[dict[str, Any]]:
    found = table.value(name)
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise table.error(f"{name}: there should be a list of entries")
    return found


def _inter(file: KnowledgeFile, code: Any) -> int:
    if code not in INTER_CODES:
        raise file.error(None, f"no inter code {code!r}; there are 1 to 8")
    return int(code)


def _form(file: KnowledgeFile, text: Any) -> str:
    try:
        str(text).format(country="")
    except (KeyError, IndexError, ValueError) as error:
        raise file.error(None, f"{text!r}: only {{country}} can stand in braces") from error
    return str(text)


def _refinement(file: KnowledgeFile, entry: dict[str, Any]) -> Refinement:
    line = entry.get(LINE)
    types = entry.get("types")
    if not isinstance(types, list) or (unknown := [word for word in types if word not in set(EventType)]):
        wrong = ", ".join(map(str, unknown)) if isinstance(types, list) else repr(types)
        raise file.error(line, f"types: no event type is called {wrong}")
    code = entry.get("code")
    if not isinstance(code, list) or len(code) != 2:
        raise file.error(line, f"expected code: [event type, sub-event type], found {code!r}")
    return Refinement(
        types=frozenset(map(EventType, types)),
        by=_codes(file, entry, "by"),
        against=_codes(file, entry, "against"),
        hurt=bool(entry.get("hurt", False)),
        code=Codes(str(code[0]), str(code[1])),
    )


def _codes(file: KnowledgeFile, entry: dict[str, Any], name: str) -> frozenset[int] | None:
    given = entry.get(name)
    if given is None:
        return None
    if not isinstance(given, Iterable) or not set(given) <= INTER_CODES | {NOBODY}:
        raise file.error(entry.get(LINE), f"{name}: expected inter codes from 0 to 8, found {given!r}")
    return frozenset(given)
