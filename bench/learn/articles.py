"""The annotated articles that weights are learned from, each with how often it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bench._annotated import LEARNED, Record, lines
from pipeline.sample.press import load_media

_NEWSROOM_CLAIMS = Path(__file__).parents[2] / "tests" / "extract" / "newsroom_claims.jsonl"
_NEWSROOM = 6.0  # how often the sample newsroom counts: what every new user sees first


def articles(files: Iterable[str]) -> Iterator[tuple[Record, float]]:
    """Those of the project, the sample newsroom, and those of more files (`PATH` or `PATH=WEIGHT`)."""
    yield from ((record, 1.0) for record in lines(LEARNED))
    yield from ((record, _NEWSROOM) for record in newsroom())
    for file in files:
        path, _, weight = file.partition("=")
        yield from ((record, float(weight or 1)) for record in lines(Path(path)))


def newsroom() -> Iterator[Record]:
    """The newest version of each sample article, with its title apart and, as it is fetched, above the text."""
    claims = {line["id"]: line["claims"] for line in lines(_NEWSROOM_CLAIMS)}
    for medium in load_media():
        for piece in medium.pieces:
            version = piece.versions[-1]
            record = {"lang": medium.lang, "title": version.title, "text": version.text, "claims": claims[piece.slug]}
            record["published"] = piece.versions[0].at.date().isoformat()
            yield record
            yield record | {"text": f"{version.title}\n\n{version.text}"}
