"""The page: views and charts laid out by the template, with nothing in it that could run or load."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import vl_convert
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline import __version__
from dateline.publishing.report.charts import map_spec, timeline_spec
from dateline.publishing.report.outlines import Point, first_window, outlines_near
from dateline.publishing.report.phrases import count_text, number_text
from dateline.publishing.report.places import PlaceOption, main_period, place_options
from dateline.publishing.report.ranges import RangeStrip
from dateline.publishing.report.view import IncidentView, ReportView, TollView

_EXAMPLE = TollView(
    harm_code="killed",
    harm="killed",
    victims="",
    best=32,
    text="31–40, best 32",
    strip=RangeStrip(band=(74.3, 95.0), open_ended=False, best=76.6, figures=(74.3, 76.6, 95.0), end=40),
    rule="",
    claims=(),
)


def page(view: ReportView) -> Iterator[str]:
    """The HTML of the report, piece by piece.

    Story texts are not to be trusted: the template escapes everything, JSON cannot close its
    script element, and the content security policy lets run only these scripts, by their hash, and
    lets nothing load.
    """
    environment = _environment()
    scripts = [_script(_chart_library()), _script(_asset("report.js"))]
    places = place_options(view)
    example = environment.get_template("parts.html.j2").make_module().strip(_EXAMPLE)  # type: ignore[attr-defined]
    unplaced = sum(1 for incident in view.incidents if not (incident.where and incident.where.key))
    undayed = sum(1 for incident in view.incidents if incident.first_day is None)
    days = _days(view)
    return environment.get_template("report.html.j2").generate(
        view=view,
        version=__version__,
        policy=_policy(scripts),
        style=Markup(_asset("report.css")),  # noqa: S704 - a file of this package
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - files of packages, see _script
        data=_json(_data(view, places)),
        places=places,
        counts=_counts(view),
        strip_example=example,
        stories_text=count_text(len(view.stories), "story", "stories"),
        undated_text=count_text(len(view.undated), "story has", "stories have"),
        unlinked_text=count_text(view.unlinked, "claim belongs", "claims belong"),
        unplaced=unplaced,
        unplaced_text=count_text(unplaced, "incident has", "incidents have"),
        undayed=undayed,
        undayed_text=count_text(undayed, "incident has", "incidents have"),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


@cache
def _chart_library() -> str:
    return str(vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;"))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dateline.publishing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = number_text
    environment.filters["count"] = count_text
    return environment


@cache
def _asset(name: str) -> str:
    return (files("dateline.publishing") / "templates" / name).read_text(encoding="utf-8")


def _script(source: str) -> str:
    """A script that cannot end its element early; the hash in the policy is taken of this form."""
    return source.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _policy(scripts: list[str]) -> str:
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    allowed = " ".join(f"'sha256-{value}'" for value in hashes)
    # styles are inline because the charts set their own; they can load nothing either
    rules = ("default-src 'none'", f"script-src {allowed}", "style-src 'unsafe-inline'")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


def _json(value: Any) -> Markup:
    """JSON for a script element: no character in it can be read as HTML."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - escaped just above


def _data(view: ReportView, places: list[PlaceOption]) -> dict[str, Any]:
    families = {family.name: family.label for family in view.words.families}
    days, main = _days(view), main_period(view)
    return {
        "incidents": [_row(incident) for incident in view.incidents],
        "families": families,
        "places": [
            {
                "key": place.key,
                "name": place.name,
                "label": place.label,
                "longitude": place.longitude,
                "latitude": place.latitude,
            }
            for place in places
        ],
        "first": days[0].isoformat() if days else None,
        "last": days[-1].isoformat() if days else None,
        "main_first": main[0].isoformat() if main else None,
        "main_last": main[1].isoformat() if main else None,
        "map": _map(places),
        "timeline": timeline_spec(
            {name: f"var(--{name})" for name in families}, "Numbers of incidents by their first day"
        )
        if days
        else None,
    }


def _row(incident: IncidentView) -> dict[str, Any]:
    killed = [toll.best for toll in incident.tolls if toll.harm_code == "killed" and toll.best is not None]
    return {
        "event": incident.event,
        "family": incident.family,
        "first": incident.first_day.isoformat() if incident.first_day else None,
        "last": incident.last_day.isoformat() if incident.last_day else None,
        "exact": incident.exact_day,
        "place": incident.where.key if incident.where else None,
        "coarse": incident.coarse_place,
        "grade": incident.grade_code,
        "disputed": bool(incident.disputed),
        "killed": max(killed, default=-1),
        "claims": len(incident.claims),
    }


def _map(places: list[PlaceOption]) -> dict[str, Any] | None:
    if not places:
        return None
    points = [(Point(place.longitude, place.latitude), place.total) for place in places]
    return map_spec(
        outlines_near(point for point, _ in points),
        first_window(points),
        max(place.total for place in places),
        "Map of the places of incidents; the list of places under “Place” makes the same choices",
    )


def _days(view: ReportView) -> list[date]:
    return sorted(day for i in view.incidents for day in (i.first_day, i.last_day) if day)


def _counts(view: ReportView) -> dict[str, Any]:
    months = Counter(f"{i.first_day:%Y-%m}" for i in view.incidents if i.first_day)
    return {
        "families": Counter(incident.family for incident in view.incidents),
        "events": sorted(Counter(incident.event for incident in view.incidents).items()),
        "grades": Counter(incident.grade_code for incident in view.incidents),
        "months": sorted(months.items()),
    }
