"""Country outlines near the record's places, cut from Natural Earth's, and the map's first window."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, NamedTuple

Ring = list[int]
Polygon = list[Ring]

_LEAST_SPAN = 1.5
_LEAST_MARGIN = 8.0
_CORE_SHARE = 0.9
_MERCATOR_LIMIT = 84.0
_LEAST_LABELLED = 0.5


class Point(NamedTuple):
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees WGS84."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )

    def grown(self, share: float, least: float) -> Box:
        """Wider on every side by `share` of its size, by `least` degrees at the least."""
        across = max((self.east - self.west) * share, least)
        upward = max((self.north - self.south) * share, least)
        return Box(
            max(self.west - across, -180.0),
            max(self.south - upward, -_MERCATOR_LIMIT),
            min(self.east + across, 180.0),
            min(self.north + upward, _MERCATOR_LIMIT),
        )


def box_of(points: Iterable[Point]) -> Box:
    """The smallest box around the points, of which there is at least one."""
    longitudes, latitudes = zip(*points, strict=True)
    return Box(min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def first_window(places: Sequence[tuple[Point, int]]) -> Box:
    """What the map shows first: all places, or the region of most incidents when a few lie far off.

    `places` are points with their numbers of incidents. A far place (talks abroad) would shrink the
    rest to a dot, so when leaving out up to a tenth of the incidents makes the box less than half
    as large, they are left out; zooming out shows them.
    """
    middle = Point(
        _weighted_median([(point.longitude, n) for point, n in places]),
        _weighted_median([(point.latitude, n) for point, n in places]),
    )
    near_first = sorted(places, key=lambda place: (math.dist(place[0], middle), place[0]))
    needed = _CORE_SHARE * sum(n for _, n in places)
    core: list[Point] = []
    counted = 0
    for point, number in near_first:
        if counted >= needed:
            break
        core.append(point)
        counted += number
    whole, kernel = box_of(point for point, _ in places), box_of(core)
    chosen = kernel if _size(kernel) < _size(whole) / 2 else whole
    return _at_least(chosen.grown(0.12, 0.1), _LEAST_SPAN)


def _weighted_median(values: list[tuple[float, int]]) -> float:
    half = sum(n for _, n in values) / 2
    counted = 0
    for value, number in sorted(values):
        counted += number
        if counted >= half:
            return value
    raise ValueError("no values")


def _size(box: Box) -> float:
    return math.hypot(box.east - box.west, box.north - box.south)


def _at_least(box: Box, span: float) -> Box:
    across = max(span - (box.east - box.west), 0.0) / 2
    upward = max(span - (box.north - box.south), 0.0) / 2
    return Box(box.west - across, box.south - upward, box.east + across, box.north + upward)


@dataclass(frozen=True, slots=True)
class CountryLabel:
    name: str
    point: Point


@dataclass(frozen=True, slots=True)
class Outlines:
    """`topology` is TopoJSON with one object, "countries"; labels stand in each country's middle."""

    topology: dict[str, Any]
    labels: tuple[CountryLabel, ...]


def outlines_near(points: Iterable[Point]) -> Outlines:
    """The outlines within reach of the points, so that zooming out still shows land."""
    world = _world()
    window = box_of(points).grown(0.6, _LEAST_MARGIN)
    geometries, labels = [], []
    for geometry in world.geometries:
        kept = [polygon for polygon in geometry.polygons if world.box(polygon).meets(window)]
        if kept:
            geometries.append((geometry.name, kept))
            middle, size = world.middle(kept)
            if size >= _LEAST_LABELLED:
                labels.append(CountryLabel(geometry.name, middle))
    return Outlines(world.part(geometries), tuple(labels))


@dataclass(frozen=True, slots=True)
class _Geometry:
    name: str
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True)
class _World:
    """The committed topology: arcs as delta-coded integers and as points."""

    transform: dict[str, Any]
    arcs: list[list[list[int]]]
    lines: tuple[tuple[Point, ...], ...]
    geometries: tuple[_Geometry, ...]

    def ring(self, ring: Ring) -> Iterator[Point]:
        for arc in ring:
            yield from self.lines[arc] if arc >= 0 else reversed(self.lines[~arc])

    def box(self, polygon: Polygon) -> Box:
        return box_of(self.ring(polygon[0]))

    def middle(self, polygons: list[Polygon]) -> tuple[Point, float]:
        """Centroid and size of the largest of the polygons, in degrees and square degrees."""
        return max((_centroid(list(self.ring(polygon[0]))) for polygon in polygons), key=lambda c: c[1])

    def part(self, geometries: list[tuple[str, list[Polygon]]]) -> dict[str, Any]:
        """A topology of these polygons with only the arcs that they use."""
        numbers: dict[int, int] = {}

        def renumbered(arc: int) -> int:
            number = numbers.setdefault(arc if arc >= 0 else ~arc, len(numbers))
            return number if arc >= 0 else ~number

        shapes = [
            {
                "type": "MultiPolygon",
                "properties": {"name": name},
                "arcs": [[[renumbered(arc) for arc in ring] for ring in polygon] for polygon in polygons],
            }
            for name, polygons in geometries
        ]
        return {
            "type": "Topology",
            "transform": self.transform,
            "objects": {"countries": {"type": "GeometryCollection", "geometries": shapes}},
            "arcs": [self.arcs[arc] for arc in numbers],
        }


def _centroid(ring: list[Point]) -> tuple[Point, float]:
    """The middle of a closed ring and its area, by the shoelace formula on degrees."""
    doubled = across = upward = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        doubled += cross
        across += (x0 + x1) * cross
        upward += (y0 + y1) * cross
    if not doubled:
        return ring[0], 0.0
    return Point(across / (3 * doubled), upward / (3 * doubled)), abs(doubled) / 2


@cache
def _world() -> _World:
    path = files("dateline.publishing") / "data" / "countries-50m.topo.json"
    topology = json.loads(path.read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append(Point(x * sx + tx, y * sy + ty))
        lines.append(tuple(line))
    geometries = tuple(
        _Geometry(
            shape["properties"]["name"],
            tuple([shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]),
        )
        for shape in topology["objects"]["countries"]["geometries"]
    )
    return _World(topology["transform"], topology["arcs"], tuple(lines), geometries)
