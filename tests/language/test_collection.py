"""How much of what it should find search finds, in a collection whose words the code does not know."""

from collections import defaultdict

import pytest

from archive.language.fold import fold
from archive.language.spelling import corrected
from archive.language.tokens import tokenise
from archive.language.vocabulary import Vocabulary, counted, shown_words
from tests.language.collection import authorities, found, lines

# By type of query: least recall, least precision. Surzhyk is lost where both spellings are in one dictionary, precision
# where a sentence begins with a word that is a place too.
LEAST = {
    "infl": (1.0, 0.97),
    "fold": (1.0, 1.0),
    "place": (1.0, 0.95),
    "person": (1.0, 0.98),
    "phrase": (1.0, 1.0),
    "bool": (1.0, 1.0),
    "prefix": (1.0, 1.0),
    "surzhyk": (0.85, 0.85),
    "xling": (0.97, 0.97),
}


def measured(type):
    scores = []
    for query in (row for row in lines("queries.jsonl") if row["type"] == type):
        answer, relevant = found(query["q"]), set(query["relevant"])
        unasked = answer - set(query["also_ok"])
        right = len(answer & relevant)
        scores.append((right / len(relevant), right / len(unasked) if unasked else 0))
    return [sum(column) / len(scores) for column in zip(*scores, strict=True)]


@pytest.mark.parametrize("type", LEAST)
def test_what_should_be_found_is_and_little_else(type):
    recall, precision = measured(type)
    assert (recall >= LEAST[type][0], precision >= LEAST[type][1]) == (True, True), (recall, precision)


def test_nearly_every_mistyped_word_is_understood():
    words = defaultdict(int)
    for row in lines("passages.jsonl"):
        for word in shown_words(row["text"], row["lang"]):
            words[word] += 1
    for label in (label for authority in authorities() for label in authority.labels):
        for token in tokenise(label.text):
            words[token.text] += 1
    vocabulary = Vocabulary(counted(words.items()))
    typos = [row for row in lines("queries.jsonl") if row["type"] == "typo"]
    missed = [row["q"] for row in typos if fold(row["suggest"]) not in map(fold, corrected(row["q"], vocabulary))]
    assert len(missed) <= 1, missed
