"""A refusal: the work cannot be done with this input, and trying again would change nothing."""


class Refused(Exception):
    """The input is at fault. The only argument is a whole sentence for the archivist that says what to do.

    Give a lazily translated sentence without values filled in: a job keeps it in English, and it is translated when
    it is shown.
    """
