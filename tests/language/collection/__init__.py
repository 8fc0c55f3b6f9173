"""An invented collection with questions and answers: does search find what it should, whatever the words are?

`passages.jsonl`: id, lang, text. `queries.jsonl`: q, type, the ids that are `relevant` and those that are `also_ok`;
a query of type typo has the word to `suggest` instead. `authorities.json`: what the passages name and mean. Each
passage counts as an interview of its own; ranking is not looked at here.
"""

import json
from functools import cache
from pathlib import Path

from archive.language.authorities import Authority, Gazetteer, Label
from archive.language.expansion import expanded
from archive.language.queries import And, Named, Node, Not, Or, Phrase, Prefix, Term, parse
from archive.language.streams import Streams, streams

HERE = Path(__file__).parent


def lines(name: str) -> list[dict]:
    return [json.loads(line) for line in (HERE / name).read_text().splitlines()]


@cache
def authorities() -> list[Authority]:
    rows = json.loads((HERE / "authorities.json").read_text())
    return [Authority(row["id"], row["kind"], tuple(Label(*label) for label in row["labels"])) for row in rows]


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(authorities())


@cache
def entries() -> dict[str, Streams]:
    return {row["id"]: streams(row["text"], row["lang"], gazetteer()) for row in lines("passages.jsonl")}


def found(query: str) -> set[str]:
    """The passages that either tier of the query finds."""
    tiers = expanded(parse(query), gazetteer())
    return {
        id
        for id, entry in entries().items()
        for tier in (tiers.literal, tiers.thesaurus)
        if tier and holds(entry, tier)
    }


def holds(entry: Streams, node: Node) -> bool:
    match node:
        case And(nodes):
            return all(holds(entry, inner) for inner in nodes)
        case Or(nodes):
            return any(holds(entry, inner) for inner in nodes)
        case Not(inner):
            return not holds(entry, inner)
        case Prefix():
            return any(word.startswith(node.x) for word in entry.x)
        case Named():
            return not {*node.tokens}.isdisjoint(entry.e)
        case Phrase():
            return any(stands(getattr(entry, stream), places) for stream, places in node.alternatives())
        case Term():
            wanted = [({node.x}, entry.x), (node.lemmas, entry.l), (node.lemmas, entry.m), (node.keys, entry.k)]
            return any(not {*words}.isdisjoint(stream) for words, stream in wanted)


def stands(stream: tuple[str, ...], places: tuple[frozenset[str], ...]) -> bool:
    last = len(stream) - len(places) + 1
    return any(all(stream[first + n] in words for n, words in enumerate(places)) for first in range(last))
