"""Places: names in a story to GeoNames, with a UCDP precision."""

from dateline.resolving.places.added import gazetteer_label
from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.index import build_index
from dateline.resolving.places.locating import PRECISION_OF_KIND, LocatedMention, locate_story
from dateline.resolving.places.sightings import Entity

__all__ = [
    "PRECISION_OF_KIND",
    "Entity",
    "Gazetteer",
    "GazetteerPlace",
    "LocatedMention",
    "build_index",
    "gazetteer_label",
    "locate_story",
]
