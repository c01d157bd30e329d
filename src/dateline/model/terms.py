"""The closed vocabularies of the claim and incident contracts."""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """What is said to have happened."""

    ARMED_CLASH = "armed-clash"
    AIR_STRIKE = "air-strike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide-bombing"
    CHEMICAL_ATTACK = "chemical-attack"
    ATTACK_ON_CIVILIANS = "attack-on-civilians"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    TORTURE = "torture"
    SEXUAL_VIOLENCE = "sexual-violence"
    PROPERTY_DESTRUCTION = "property-destruction"
    TERRITORY_CAPTURED = "territory-captured"
    WITHDRAWAL = "withdrawal"
    SURRENDER = "surrender"
    SIEGE = "siege"
    DISPLACEMENT = "displacement"
    EVACUATION = "evacuation"
    RELEASE = "release"
    MOBILIZATION = "mobilization"
    WEAPONS_TRANSFER = "weapons-transfer"
    WEAPONS_SEIZURE = "weapons-seizure"
    NEGOTIATION = "negotiation"
    TALKS_FAILED = "talks-failed"
    AGREEMENT = "agreement"
    CEASEFIRE = "ceasefire"
    DEMAND = "demand"
    ACCUSATION = "accusation"
    THREAT = "threat"
    REFUSAL = "refusal"
    SANCTION = "sanction"
    AID_DELIVERY = "aid-delivery"
    PROTEST = "protest"
    RIOT = "riot"
    UNSPECIFIED_VIOLENCE = "unspecified-violence"


class Harm(StrEnum):
    """What was done to the people that a toll counts."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    SURRENDERED = "surrendered"
    BESIEGED = "besieged"


class Victims(StrEnum):
    """Which people a toll counts."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """How the claimant puts the event."""

    ASSERTED = "asserted"
    DENIED = "denied"
    NEGATED = "negated"
    PLANNED = "planned"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"


class Role(StrEnum):
    """An actor's part in the event."""

    BY = "by"
    AGAINST = "against"
    WITH = "with"


class Grade(StrEnum):
    """How well an incident is attested."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
