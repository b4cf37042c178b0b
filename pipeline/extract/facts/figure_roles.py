"""What a figure may say in the story of a deal."""

from __future__ import annotations

SUM = "sum"
"""The deal's own sum, power or chip count; what no word explains otherwise."""
VALUATION = "valuation"
"""What a company is worth."""
EQUITY = "equity"
"""The share of a round that is paid for shares."""
DEBT = "debt"
"""The share of a round that is lent."""
PART = "part"
"""A part of a sum told beside it."""
NONE = "none"
"""No figure of a deal: a turnover, a price, a running total, the sum before once more."""
