"""The gate between reading and the log: Great Expectations on claims and articles of a batch."""

from pipeline.quality.gate import GateReport, validate

__all__ = ["GateReport", "validate"]
