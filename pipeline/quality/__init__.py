"""The gate between reading and the log: Great Expectations on claims and articles of a batch."""

from pipeline.quality.gate import GateReport, validate
from pipeline.quality.thresholds import UnusableLimits

__all__ = ["GateReport", "UnusableLimits", "validate"]
