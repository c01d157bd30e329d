"""Which stories are copies of one another, and which claims are about one real-world event."""

from dateline.linking.incidents import explain_pair, link, link_claims, link_rows
from dateline.linking.lineages import find_lineages, sketch_of
from dateline.linking.relinking import Known, Relinked, relink
from dateline.linking.settings import LinkingSettings, load_linking_settings

__all__ = [
    "Known",
    "LinkingSettings",
    "Relinked",
    "explain_pair",
    "find_lineages",
    "link",
    "link_claims",
    "link_rows",
    "load_linking_settings",
    "relink",
    "sketch_of",
]
