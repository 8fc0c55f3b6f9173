"""The forms that parts of an address can have. What has another form is not there, and no table is asked."""

from django.urls import register_converter


class Reference:
    """A public reference in either case."""

    regex = "[0-9A-Za-z-]{1,12}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Key(Reference):
    """The key of a part of an interview."""

    regex = "[0-9a-z-]{1,12}"


class Digest(Reference):
    """A SHA-256 in hexadecimal digits."""

    regex = "[0-9a-f]{64}"


class Suffix(Reference):
    regex = "[a-z0-9]{1,8}"


register_converter(Reference, "reference")
register_converter(Key, "key")
register_converter(Digest, "digest")
register_converter(Suffix, "suffix")
