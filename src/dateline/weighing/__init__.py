"""From the claims of an incident to low, best and high, by a rule that is shown."""

from dateline.weighing.incidents import build_incidents, weigh_incident
from dateline.weighing.overall import overall_toll
from dateline.weighing.settings import WeighingSettings, load_weighing_settings

__all__ = [
    "WeighingSettings",
    "build_incidents",
    "load_weighing_settings",
    "overall_toll",
    "weigh_incident",
]
