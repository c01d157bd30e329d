"""The map and the timeline as Vega-Lite, without data of incidents: the page's script feeds them.

Colours are the style sheet's (`var(--…)`), so light, dark and print need no second chart.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from dateline.publishing.report.outlines import Box, Outlines

Spec = dict[str, Any]

_SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


def map_spec(outlines: Outlines, window: Box, most: int, description: str) -> Spec:
    """Country outlines under circles, one a place. `most` is the greatest number of incidents at a
    place. Data sets that the script fills: "places" (lon, lat, n, total, colour, dashed,
    chosen, label, tip)."""
    corners = {
        "type": "MultiPoint",
        "coordinates": [[window.west, window.south], [window.east, window.north]],
    }
    land = (
        alt.Chart(alt.NamedData(name="outlines"), name="land")
        .mark_geoshape(fill="var(--land)", stroke="var(--line)", strokeWidth=0.8, clip=True, tooltip=None)
        .encode()
    )
    names = (
        alt.Chart(
            alt.InlineData(
                [
                    {
                        "name": label.name,
                        "lon": round(label.point.longitude, 2),
                        "lat": round(label.point.latitude, 2),
                    }
                    for label in outlines.labels
                ]
            ),
            name="countries",
        )
        .mark_text(fill="var(--map-ink)", fontSize=11, clip=True, tooltip=None)
        .encode(longitude="lon:Q", latitude="lat:Q", text="name:N")
    )
    size = alt.Scale(domain=[1, max(most, 2)], range=[90, min(90 * max(most, 2), 1400)])
    located = alt.Chart(alt.NamedData(name="places")).encode(longitude="lon:Q", latitude="lat:Q")
    rings = located.mark_point(
        fill=None, stroke="var(--map-ink)", strokeWidth=1, opacity=0.5, clip=True, tooltip=None
    ).encode(size=alt.Size("total:Q", scale=size, legend=None))
    circles = (
        located.properties(name="circles")
        .transform_filter("datum.n > 0")
        .mark_point(filled=True, clip=True, cursor="pointer", strokeWidth=1.2)
        .encode(
            size=alt.Size("n:Q", scale=size, legend=None),
            fill=alt.Fill("colour:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            strokeDash=alt.StrokeDash(
                "dash:N", scale=alt.Scale(domain=["exact", "coarse"], range=[[1, 0], [3, 2]]), legend=None
            ),
            fillOpacity=alt.FillOpacity("opacity:Q", scale=None),
            opacity=alt.value(1),
            tooltip=alt.Tooltip("tip:N"),
        )
        .add_params(
            alt.selection_interval(
                name="box",
                encodings=["longitude", "latitude"],
                zoom=False,
                translate=False,
                mark=alt.BrushConfig(fill="var(--accent)", fillOpacity=0.12, stroke="var(--accent)"),
            )
        )
    )
    labels = (
        located.transform_filter("datum.n > 0 && datum.label != ''")
        .mark_text(
            align="left",
            dx=alt.ExprRef("datum.gap"),
            fontSize=11.5,
            fill="var(--ink)",
            clip=True,
            tooltip=None,
        )
        .encode(text="label:N")
    )
    spec = _finished(
        alt.layer(land, names, rings, labels, circles)
        .add_params(alt.param(name="window", value=corners))
        .project(type="mercator", fit=alt.ExprRef("window"), size=alt.ExprRef("[width, height]"))
        .properties(width="container", height="container", description=description),
        padding=0,
    )
    # put in afterwards: Altair would check every number of the outlines against its schema
    spec["layer"][0]["data"] = {
        "values": outlines.topology,
        "format": {"type": "topojson", "feature": "countries"},
    }
    return spec


def timeline_spec(families: Mapping[str, str], description: str) -> Spec:
    """Bars of incidents by day, week, month or year. Data sets that the script fills: "all" (start,
    end, low, high) and "shown" (start, end, low, high, family, exact, tip); `window` are its ends in ms,
    `pattern` the form of the days on its axis (d3-time-format)."""
    across = alt.X(
        "start:T",
        scale=alt.Scale(type="utc", domain=alt.ExprRef("window"), nice=False),
        axis=alt.Axis(
            title=None,
            grid=False,
            labelFlush=True,
            labelExpr="utcFormat(datum.value, pattern)",
            labelOverlap=True,
            tickCount=alt.ExprRef("max(3, width / 95)"),
        ),
    )
    upward = alt.Y(
        "low:Q",
        title=None,
        scale=alt.Scale(domainMin=0, nice=True, padding=0),
        axis=alt.Axis(
            tickMinStep=1, tickCount=4, format="d", gridColor="var(--rule)", domain=False, ticks=False
        ),
    )
    # rectangles: a bar with two ends on both axes would be taken to lie on its side
    everything = (
        alt.Chart(alt.NamedData(name="all"), name="all")
        .mark_rect(fill="var(--faint)", clip=True, tooltip=None)
        .encode(x=across, x2="end:T", y=upward, y2="high:Q")
    )
    shown = (
        alt.Chart(alt.NamedData(name="shown"), name="shown")
        .mark_rect(clip=True, stroke="var(--paper)", strokeWidth=0.5)
        .encode(
            x=across,
            x2="end:T",
            y=upward,
            y2="high:Q",
            fill=alt.Fill(
                "family:N",
                scale=alt.Scale(domain=list(families), range=list(families.values())),
                legend=None,
            ),
            fillOpacity=alt.FillOpacity("opacity:Q", scale=None),
            tooltip=alt.Tooltip("tip:N"),
        )
        .add_params(
            alt.selection_interval(
                name="days",
                encodings=["x"],
                zoom=False,
                mark=alt.BrushConfig(fill="var(--accent)", fillOpacity=0.12, stroke="var(--accent)"),
            )
        )
    )
    return _finished(
        alt.layer(everything, shown)
        .add_params(alt.param(name="window", value=[0, 86_400_000]), alt.param(name="pattern", value="%Y"))
        .properties(width="container", height="container", description=description),
        padding=5,
    )


def _finished(chart: alt.LayerChart | alt.FacetChart, padding: int) -> Spec:
    spec: Spec = (
        chart.configure(
            background="transparent",
            font=_SANS,
            padding=padding,
            autosize={"type": "fit", "contains": "padding"},
        )
        .configure_view(stroke=None)
        .configure_axis(
            labelColor="var(--soft)", domainColor="var(--line)", tickColor="var(--line)", labelFontSize=11
        )
        .to_dict()
    )
    # the address of a schema that nothing fetches would still look like a call to the network
    spec.pop("$schema", None)
    return spec
