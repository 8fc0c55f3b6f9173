"""The search for tokens sees through disguises."""

import base64
import gzip

import pytest

from .tokens import found_in, token

WORD = token("a secret")
DISGUISES = {
    "raw": WORD.encode(),
    "upper case": f"<b>{WORD.upper()}</b>".encode(),
    "backwards": WORD[::-1].encode(),
    "HTML": "".join(f"&#{ord(c)};" for c in WORD).encode(),
    "URL": "".join(f"%{ord(c):02x}" for c in WORD).encode(),
    "soft hyphens": "\u00ad".join(WORD).encode(),
    "broken over lines": "\n".join(WORD).encode(),
    "gzip": gzip.compress(WORD.encode()),
    "UTF-16": f"\ufeff{WORD}".encode("utf-16-le"),
    "UTF-16, big end first": b"x" + WORD.encode("utf-16-be"),
    **{f"base64 at {n}": b"data:" + base64.b64encode(b"." * n + WORD.encode() + b"..") for n in range(3)},
    "base64 for URLs": b"v=" + base64.urlsafe_b64encode(b"\xff\xfe" + WORD.encode() + b"\xfb\xff"),
}


@pytest.mark.parametrize("name", DISGUISES)
def test_a_token_is_found(name):
    assert found_in(b"<p>before " + DISGUISES[name] + b" after" if name != "gzip" else DISGUISES[name], {WORD: "here"})


def test_other_words_are_not():
    assert found_in(token("another").encode(), {WORD: "here"}) == {}
