"""Public references such as ``7K2-QX9``: five random characters and one that checks them, readable aloud."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U


def check_character(body: str) -> str:
    """Weighted sum over base 32: catches every single wrong character and most swapped neighbours."""
    total = sum((2 * place + 1) * ALPHABET.index(character) for place, character in enumerate(body))
    return ALPHABET[total % 32]


def read_reference(text: str) -> str | None:
    """The reference a person meant (lower case, no hyphen, O for 0), or None if it cannot be one."""
    plain = text.upper().replace("-", "").replace(" ", "").replace("O", "0").replace("I", "1").replace("L", "1")
    if len(plain) != 6 or any(character not in ALPHABET for character in plain):
        return None
    if check_character(plain[:5]) != plain[5]:
        return None
    return f"{plain[:3]}-{plain[3:]}"
