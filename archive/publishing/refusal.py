"""Why an act cannot be done now, in whole sentences for the person who tried."""


class Refused(Exception):
    """An act was refused; ``sentences`` say why and what to do. Nothing was changed."""

    def __init__(self, *sentences):
        super().__init__(*sentences)
        self.sentences = [str(sentence) for sentence in sentences]

    def __str__(self):
        return " ".join(self.sentences)
