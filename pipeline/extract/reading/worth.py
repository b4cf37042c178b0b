"""Whether an article can tell of a deal at all: one pass over its lines before any of them is read.

A deal needs an event word in some line, and in that line a sum, a known name, or (beside the words of rounds and
takeovers, of shares held, and of alliances on AI or compute) a capital that may be a name's; light verbs (to get, to
seek) need the sum. Most news has no such line, and ends here.
"""

from __future__ import annotations

from pipeline.extract.reading.line_signs import LineSigns, Sign, signs_of, without_marks


def worth_reading(text: str, lang: str) -> bool:
    """Whether one of the lines of a text may tell of a deal."""
    signs = signs_of(lang)
    lines = zip(text.splitlines(), without_marks(text).splitlines(), strict=True)
    return any(_may_tell(signs, line, signs.of(line, flat)) for line, flat in lines)


def _may_tell(signs: LineSigns, line: str, found: int) -> bool:
    """Whether what a line holds may be a deal."""
    if found & Sign.UNIT and found & (Sign.EVENT | Sign.WEAK):
        return True
    if found & Sign.PERCENT and (found & Sign.TAKES or (found & Sign.EVENT and found & Sign.HOLDS)):
        return True
    if found & Sign.EVENT and found & Sign.KNOWN:
        return True
    if not (found & Sign.STRONG or (found & Sign.ALLIANCE and found & Sign.TOPIC)):
        return False
    return bool(signs.nouns_capitalised and found & Sign.ORGANISATION) or signs.may_name(line)
