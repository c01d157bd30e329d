"""PRIO-GRID cells: the half-degree raster that conflict data are joined on."""

from __future__ import annotations

import math

CELL_DEGREES = 0.5
COLUMNS = 720
ROWS = 360


def priogrid_gid(latitude: float, longitude: float) -> int:
    """The number of the PRIO-GRID cell (1 to 259200) that holds a WGS84 point.

    Cells count from 1 at the south-west corner, eastward and then northward (Tollefsen, Strand and
    Buhaug 2012, PRIO-GRID codebook, "gid"). A point on a line between cells belongs to the cell
    east or north of it; the pole and the antimeridian to the last. Raises ValueError outside the globe.
    """
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"no place on the globe: latitude {latitude}, longitude {longitude}")
    column = min(math.floor((longitude + 180) / CELL_DEGREES), COLUMNS - 1)
    row = min(math.floor((latitude + 90) / CELL_DEGREES), ROWS - 1)
    return row * COLUMNS + column + 1
