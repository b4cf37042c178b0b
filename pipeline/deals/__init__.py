"""Which claims are one deal, which names one organisation, which articles one origin. Pure functions over frames."""

from pipeline.deals.identity import DealMembers, identify
from pipeline.deals.organizations import resolve_organizations
from pipeline.deals.records import identify_records

__all__ = ["DealMembers", "identify", "identify_records", "resolve_organizations"]
