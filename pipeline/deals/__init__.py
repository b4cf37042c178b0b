"""Which claims are one deal, which names one organisation, which articles one origin. Pure functions over frames."""

from pipeline.deals.candidates import organization_candidates
from pipeline.deals.identity import DealMembers, identify
from pipeline.deals.organizations import resolve_organizations, unfollowed_links
from pipeline.deals.origins import origins
from pipeline.deals.records import identify_records

__all__ = [
    "DealMembers",
    "identify",
    "identify_records",
    "organization_candidates",
    "origins",
    "resolve_organizations",
    "unfollowed_links",
]
