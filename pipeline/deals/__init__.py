"""Which claims are one deal, which names one organisation, which articles one origin. Pure functions over frames."""

from pipeline.deals.candidates import organization_candidates
from pipeline.deals.identity import DealMembers, identify
from pipeline.deals.links import decisions
from pipeline.deals.organizations import id_by_rule, organization_of, owners, resolve_organizations, unfollowed_links
from pipeline.deals.origins import origins
from pipeline.deals.records import identify_records, record_of

__all__ = [
    "DealMembers",
    "decisions",
    "id_by_rule",
    "identify",
    "identify_records",
    "organization_candidates",
    "organization_of",
    "origins",
    "owners",
    "record_of",
    "resolve_organizations",
    "unfollowed_links",
]
