"""British and American spellings of one word under one heading, the American: "organise", "theatre", "grey"."""

import re
from collections.abc import Callable
from functools import cache

_RULES = [
    (re.compile(ending), american)
    for ending, american in [
        (r"(?<=[a-z]{2})is(?=(?:e|er|ation|ational)$)", "iz"),
        (r"(?<=[a-z]{2}l)ys(?=er?$)", "yz"),
        (r"(?<=[a-z]{2})our(?=(?:able|er|ful|hood|ing|ist|ite|less|ly)?$)", "or"),
        (r"(?<=[a-z]{2}[bgpt])re$", "er"),
        (r"(?<=[a-z]{3})ll(?=(?:er|ing|ous)$)", "l"),
        (r"(?<=[a-z]{2}en)ce$", "se"),
        (r"(?<=[a-z]{3}og)ue$", ""),
    ]
]
_PAIRS = """
aeroplane airplane|aluminium aluminum|anaemia anemia|anaesthesia anesthesia|anaesthetic anesthetic|artefact artifact
cheque check|cosy cozy|counsellor counselor|diarrhoea diarrhea|draught draft|enrol enroll|fulfil fulfill|grey gray
haemorrhage hemorrhage|jewellery jewelry|kerb curb|manoeuvre maneuver|mould mold|moustache mustache|mum mom
orthopaedic orthopedic|paediatric pediatric|paediatrician pediatrician|plough plow|practise practice|programme program
pyjamas pajamas|sceptic skeptic|skilful skillful|sulphur sulfur|tyre tire|woollen woolen
"""


@cache
def _american() -> dict[str, str]:
    return dict(pair.split() for pair in _PAIRS.replace("\n", "|").strip("|").split("|"))


def american(word: str, known: Callable[[str], bool]) -> str:
    """The word in the spelling of its heading, if it is `known` in that one too: "promise" has no other."""
    if word in _american():
        return _american()[word]
    for ending, spelling in _RULES:
        other = ending.sub(spelling, word)
        if other != word:
            return other if known(other) else word
    return word
