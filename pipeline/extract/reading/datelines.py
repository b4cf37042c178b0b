"""Datelines: the town, the day and the agency in front of a report's first sentence (`LYON, May 4 (Agency) --`)."""

from __future__ import annotations

import re

from pipeline.extract.names.gazetteer import gazetteer

_UPPER = r"[^\W\d_a-zß-ÿ]"
_CITY = rf"{_UPPER}{{4,}}(?:[ .'’/-]{{1,2}}{_UPPER}+){{0,3}}"
_AGENCY = r" ?(?:\((?:[A-Z][^()\n]{1,39}|[a-z]{2,6}(?:-[A-Za-z]{2,6})?)\)|/[^/\n]{2,40}/)"
_REST = r"(?:,[^\n()/–—]{2,40})?"
_DASH = r"\.?(?:\s?--\s?|\s?[-–—_]\s)(?=\S)"
_FORMS = (
    rf"{_CITY}{_REST}(?:{_AGENCY})?",  # LYON, France, May 4 (Agency)
    rf"[^\W_][^\n()]{{1,40}}?{_AGENCY}",  # May 4 (Agency)
    r"[^\W\d_]\w+, (?:[a-z]{1,3} )?\d{1,2}\.? (?:[a-z]{2} )?[^\W\d_]+ (?:[a-z]{2} )?\d{4}",  # Lyon, 4 May 2025
)
_DATELINE = re.compile(rf"[^\w*]{{0,4}}(?:{'|'.join(_FORMS)}){_DASH}")
_TOWN = r"[A-ZÄÖÜÅØ][a-zß-ÿ]+(?:[ -][A-Za-zÄÖÜ][a-zß-ÿ]+)?"
_TOWNS = re.compile(rf"({_TOWN}(?:/{_TOWN})?)(?:\.|{_DASH})\s?(?=[A-ZÄÖÜ\d„«»\"])")  # Lyon/Paris - , Lyon.


def dateline_end(text: str) -> int:
    """Where the dateline that opens a text ends; 0 without one."""
    if found := _DATELINE.match(text):
        return found.end()
    towns = _TOWNS.match(text)
    return towns.end() if towns and all(gazetteer().is_place(town) for town in towns[1].split("/")) else 0
