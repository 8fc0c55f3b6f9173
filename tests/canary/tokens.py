"""Tokens that can be recognised in any disguise, and the search for them in what a server answered."""

import base64
import gzip
import html
import re
import unicodedata
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

CONSONANTS = "bdfgklmnprtvz"
TOKEN = re.compile("qx[a-z]{10}xq")
STANDARD = bytes.maketrans(b"-_", b"+/")
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}")


def token(name: str) -> str:
    """A made-up word for ``name``: letters only, found in no language, equal for equal names."""
    number = zlib.crc32(name.encode())
    letters = []
    for _ in range(5):
        number, rest = divmod(number, len(CONSONANTS) * 5)
        letters += [CONSONANTS[rest // 5], "aeiou"[rest % 5]]
    return "qx" + "".join(letters) + "xq"


def found_in(body: bytes, tokens: dict[str, str]) -> dict[str, str]:
    """The planted tokens (token → where it was planted) that stand in ``body`` in any disguise."""
    words = {match for text in readings(body) for match in TOKEN.findall(text)}
    words |= {word[::-1] for word in words}
    return {word: tokens[word] for word in words & tokens.keys()}


def readings(body: bytes) -> Iterator[str]:
    """The texts a body can be read as, in lower case: as it is, unescaped, inflated, UTF-16, base64, without gaps."""
    bodies = [body]
    if body[:2] == b"\x1f\x8b":
        bodies.append(gzip.decompress(body))
    for plain in bodies:
        text = unicodedata.normalize("NFC", plain.decode("utf-8", "ignore"))
        yield text.lower()
        yield html.unescape(text).lower()
        yield unquote(text).lower()
        yield re.sub(r"[\s\u00ad\u200b-\u200d\ufeff]+|\\u00ad", "", text).lower()
        for form in ("utf-16-le", "utf-16-be"):
            yield plain.decode(form, "ignore").lower()
            yield plain[1:].decode(form, "ignore").lower()
        for run in BASE64.findall(plain):
            for offset in range(4):
                part = run[offset:].translate(STANDARD)
                decoded = base64.b64decode(part[: len(part) // 4 * 4])
                yield decoded.decode("latin-1").lower()
