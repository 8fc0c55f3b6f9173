"""Why an act cannot be done now, in whole sentences for the person who tried."""

from contextlib import contextmanager

from django.core.exceptions import ValidationError


class Refused(Exception):
    """An act was refused; ``sentences`` say why and what to do. Nothing was changed."""

    def __init__(self, *sentences):
        super().__init__(*sentences)
        self.sentences = [str(sentence) for sentence in sentences]

    def __str__(self):
        return " ".join(self.sentences)


@contextmanager
def refusing():
    """A record that breaks its own rules is refused with the sentences of those rules."""
    try:
        yield
    except ValidationError as error:
        raise Refused(*error.messages) from error
