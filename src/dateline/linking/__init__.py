"""Which stories are copies of one another, and which claims are about one real-world event."""

from dateline.linking.incidents import explain_pair, link_claims
from dateline.linking.lineages import find_lineages
from dateline.linking.settings import LinkingSettings, load_linking_settings

__all__ = ["LinkingSettings", "explain_pair", "find_lineages", "link_claims", "load_linking_settings"]
